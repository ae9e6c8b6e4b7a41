"""The honest sum of several places' states, as a number of cases and as words."""

import datetime as dt

import pytest

from offices.directory import directory_of
from offices.hours.states import State, together
from offices.wording import place_words
from tests.factories import make_building, make_hours, make_office, make_schedule, make_section, warsaw

OPEN, BOOKED, PHONE, CLOSED, UNKNOWN, PARTLY = (
    *(State.OPEN, State.APPOINTMENT, State.PHONE),
    *(State.CLOSED, State.UNKNOWN, State.PARTLY_OPEN),
)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        pytest.param([], UNKNOWN, id="nothing known of nothing"),
        pytest.param([OPEN], OPEN, id="one open"),
        pytest.param([OPEN, OPEN], OPEN, id="all open"),
        pytest.param([OPEN, CLOSED], PARTLY, id="open and closed"),
        pytest.param([OPEN, UNKNOWN], PARTLY, id="open and unknown"),
        pytest.param([OPEN, BOOKED], PARTLY, id="open and by appointment"),
        pytest.param([BOOKED, CLOSED], BOOKED, id="by appointment beside closed"),
        pytest.param([BOOKED, PHONE], BOOKED, id="by appointment beside telephone"),
        pytest.param([PHONE, CLOSED, UNKNOWN], PHONE, id="telephone alone"),
        pytest.param([CLOSED, CLOSED], CLOSED, id="all closed"),
        pytest.param([CLOSED, UNKNOWN], UNKNOWN, id="one unknown among the closed"),
        pytest.param([UNKNOWN, UNKNOWN], UNKNOWN, id="all unknown"),
    ],
)
def test_together_is_honest(states, expected):
    assert together(states) == expected


@pytest.fixture
def building(db):
    """A building whose hall is open on Mondays 8–16 and whose cash desk 8–12."""
    building = make_building(make_office("miasto"))
    for name, closes in (("hala", dt.time(16)), ("kasa", dt.time(12))):
        section = make_section(building.office, name, building=building, name=name.title())
        make_hours(make_schedule(section=section), 0, dt.time(8), closes)
    return building


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        pytest.param(9, ("open", "Teraz otwarte, do 12:00"), id="both open: the first to close speaks"),
        pytest.param(13, ("open", "Teraz otwarta jest część: Hala"), id="one of two"),
        pytest.param(7, ("closed", "Zamknięte. Otwarcie dziś o 8:00."), id="before both"),
    ],
)
def test_place_words_sum_up_the_sections(building, hour, expected):
    (place,) = directory_of("miasto", warsaw(2026, 11, 23, hour)).buildings
    assert place_words(place) == expected
