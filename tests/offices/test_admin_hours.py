"""Weekly hours are rows on the page of their place; the schedule between them makes itself."""

import datetime as dt

import pytest

from offices.models import HoursException, Schedule, WeeklyHours
from tests.cast import address, errors_of, save

pytestmark = pytest.mark.slow  # Each opens and sends a whole form of an office.


def row(number=0, **values):
    """Return what a browser sends for one row of hours."""
    values = {"weekday": "0", "opens": "08:00", "closes": "16:00", "mode": "walk-in"} | values
    return {"weekly_hours-TOTAL_FORMS": str(number + 1)} | {
        f"weekly_hours-{number}-{name}": value for name, value in values.items()
    }


def hours_of(schedule):
    return [(one.weekday, one.opens, one.closes) for one in schedule.weekly_hours.all()]


@pytest.mark.parametrize("place", ["office", "building"])
def test_first_row_makes_the_schedule_of_its_place(as_, alicja, scene, place):
    save(as_(alicja), address(getattr(scene.a, place)), **row())
    schedule = Schedule.objects.get(**{place: getattr(scene.a, place)})
    assert (schedule.purpose, hours_of(schedule)) == ("reception", [(0, dt.time(8), dt.time(16))])


def test_no_row_makes_no_schedule(as_, alicja, scene):
    save(as_(alicja), address(scene.a.building))
    assert not Schedule.objects.filter(building=scene.a.building).exists()


def test_row_is_added_to_the_schedule_that_exists(as_, alicja, scene):
    save(as_(alicja), address(scene.a.section), **row(1, weekday="1"))
    assert hours_of(scene.a.schedule) == [(0, dt.time(8), dt.time(16)), (1, dt.time(8), dt.time(16))]


def test_row_is_changed(as_, alicja, scene):
    save(as_(alicja), address(scene.a.section), **{"weekly_hours-0-closes": "17:30"})
    assert hours_of(scene.a.schedule) == [(0, dt.time(8), dt.time(17, 30))]


def test_row_is_deleted(as_, alicja, scene):
    save(as_(alicja), address(scene.a.section), **{"weekly_hours-0-DELETE": "on"})
    assert hours_of(scene.a.schedule) == []


def test_day_is_stated_to_be_closed(as_, alicja, scene):
    save(as_(alicja), address(scene.a.building), **row(mode="closed", opens="", closes=""))
    assert [str(one) for one in WeeklyHours.objects.filter(schedule__building=scene.a.building)] == [
        "poniedziałek: nieczynne"
    ]


def test_hours_are_typed_with_a_new_building(as_, alicja, scene):
    building = {"name_pl": "Dom", "slug": "dom", "street": "Polna 2", "town": "A"}
    save(as_(alicja), address(scene.a.building, "add"), **building, **row())
    assert hours_of(Schedule.objects.get(building__slug="dom")) == [(0, dt.time(8), dt.time(16))]


def test_hours_of_a_phone_are_typed_on_its_page(as_, alicja, scene):
    save(as_(alicja), address(scene.a.phone), **row(mode="phone"))
    assert Schedule.objects.get(phone=scene.a.phone).purpose == "phone"


def test_hours_of_a_help_line_are_typed_on_its_page(as_, dorota, scene):
    save(as_(dorota), address(scene.shared.help_line), **row(mode="phone"))
    assert hours_of(Schedule.objects.get(help_line=scene.shared.help_line)) == [(0, dt.time(8), dt.time(16))]


def test_hours_of_the_cash_desk_have_their_own_page(as_, alicja, scene):
    save(as_(alicja), address(scene.a.schedule, "add"), purpose="cash-desk", building=scene.a.building.pk, **row())
    schedule = Schedule.objects.get(building=scene.a.building)
    assert (schedule.purpose, hours_of(schedule)) == ("cash-desk", [(0, dt.time(8), dt.time(16))])


def test_hours_beside_those_of_the_cash_desk_are_those_of_the_reception(as_, alicja, scene):
    Schedule.objects.create(building=scene.a.building, purpose="cash-desk")
    save(as_(alicja), address(scene.a.building), **row())
    assert hours_of(Schedule.objects.get(building=scene.a.building, purpose="reception")) == [
        (0, dt.time(8), dt.time(16))
    ]


def test_note_beside_the_hours_is_changed_on_the_page_of_the_place(as_, alicja, scene):
    save(as_(alicja), address(scene.a.section), **{"schedules-0-note_pl": "Przerwa 12:00–12:15"})
    scene.a.schedule.refresh_from_db()
    assert scene.a.schedule.note_pl == "Przerwa 12:00–12:15"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"closes": ""}, "Wpisz godzinę zamknięcia."),
        (
            {"closes": "07:00"},
            "Godzina zamknięcia jest przed godziną otwarcia. Zamień je albo zaznacz „do następnego dnia”.",
        ),
        ({"weeks": "alternate"}, "Wpisz dzień, od którego liczymy co drugi tydzień."),
        ({"season_start": "07-01"}, "Sezon ma początek i koniec. Wpisz oba albo żadnego."),
    ],
)
def test_mistake_in_a_row_is_explained(as_, alicja, scene, values, message):
    response = save(as_(alicja), address(scene.a.building), **row(**values))
    assert errors_of(response) == [message]


def test_exception_is_added_on_the_page_of_the_building(as_, alicja, scene):
    values = {"first_day": "2026-11-30", "last_day": "2026-11-30", "mode": "closed", "reason_pl": "Szkolenie"}
    rows = {f"hoursexceptions-1-{name}": value for name, value in values.items()}
    save(as_(alicja), address(scene.a.building), **rows, **{"hoursexceptions-TOTAL_FORMS": "2"})
    assert HoursException.objects.get(reason_pl="Szkolenie").building == scene.a.building


def test_holiday_year_is_confirmed_on_the_page_of_the_office(as_, alicja, scene):
    rows = {
        "holiday_years-TOTAL_FORMS": "1",
        "holiday_years-0-year": "2027",
        "holiday_years-0-confirmed_on": "2026-11-23",
    }
    save(as_(alicja), address(scene.a.office), **rows)
    assert [one.year for one in scene.a.office.holiday_years.all()] == [2027]
