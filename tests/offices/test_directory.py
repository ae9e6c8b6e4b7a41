"""An office gathered for its pages: who inherits what, and at what cost. 2 March 2026 is a Monday."""

import sys

import pytest
from django.http import Http404

from offices.directory import directories_of, directory_of
from offices.hours.timetable import State
from offices.models import Office
from tests.factories import (
    DATE,
    make_building,
    make_exception,
    make_hours,
    make_office,
    make_phone,
    make_schedule,
    make_section,
    warsaw,
)
from tests.offices.hours.hours_text import text_of, wall

pytestmark = pytest.mark.django_db

NOON = warsaw(2026, 3, 2, 12)


@pytest.fixture
def office():
    return make_office()


def read(moment=NOON):
    return directory_of("a", moment)


def numbers(place):
    return [phone.number for phone in place.phones]


def monday(place):
    return text_of(place.week[0])


# --- What there is -------------------------------------------------------------------------


def test_directory_of_an_office_alone(office):
    found = read()
    assert (found.office, found.place.record, found.buildings, found.sections) == (office, office, [], [])


def test_directory_of_nobody_is_not_found():
    with pytest.raises(Http404):
        read()


def test_directory_of_a_draft_is_not_found():
    make_office(is_published=False)
    with pytest.raises(Http404):
        read()


def test_directory_of_a_draft_with_a_building_is_not_found():
    make_building(make_office(is_published=False))
    with pytest.raises(Http404):
        read()


def test_directory_puts_sections_under_their_buildings(office):
    first, second = make_building(office, "b1"), make_building(office, "b2")
    inside, alone = make_section(office, "s1", building=second), make_section(office, "s2")
    found = read()
    assert [(place.record, [one.record for one in place.sections]) for place in found.buildings] == [
        (first, []),
        (second, [inside]),
    ]
    assert [place.record for place in found.sections] == [alone]


def test_directory_keeps_the_order_that_editors_gave(office):
    make_building(office, "drugi", position=2)
    make_building(office, "pierwszy", position=1)
    make_section(office, "druga", position=2)
    make_section(office, "pierwsza", position=1)
    found = read()
    assert [place.record.slug for place in [*found.buildings, *found.sections]] == [
        "pierwszy",
        "drugi",
        "pierwsza",
        "druga",
    ]


def test_directory_finds_the_place_of_a_record(office):
    building = make_building(office)
    section = make_section(office, building=building)
    found = read()
    assert [found.of(one).record for one in (building, section, office, None)] == [building, section, office, office]


# --- Phones --------------------------------------------------------------------------------

OFFICE, BUILDING, SECTION = "523878701", "523878702", "523878703"


@pytest.mark.parametrize(
    ("owners", "expected"),
    [
        pytest.param(["office", "building", "section"], [OFFICE, BUILDING, SECTION, OFFICE], id="each its own"),
        pytest.param(["office", "building"], [OFFICE, BUILDING, BUILDING, OFFICE], id="a section is called at its building"),
        pytest.param(["office"], [OFFICE, OFFICE, OFFICE, OFFICE], id="all are called at the office"),
        pytest.param(["office", "section"], [OFFICE, OFFICE, SECTION, OFFICE], id="a building is called at the office"),
        pytest.param(["building"], [BUILDING, BUILDING, BUILDING, BUILDING], id="the office is called at its building"),
        pytest.param(["section"], [None, None, SECTION, None], id="a section's number is its own alone"),
        pytest.param([], [None, None, None, None], id="no number at all"),
    ],
)  # fmt: skip
def test_place_phones_are_inherited(office, owners, expected):
    building = make_building(office)
    section, alone = make_section(office, building=building), make_section(office, "bez-budynku")
    places = {"office": (office, OFFICE), "building": (building, BUILDING), "section": (section, SECTION)}
    for name in owners:
        record, number = places[name]
        make_phone(number, **{name: record})
    found = read()
    assert [(numbers(found.of(one)) or [None])[0] for one in (office, building, section, alone)] == expected


def test_place_phones_of_a_building_without_any_are_those_of_the_first_building(office):
    make_phone(BUILDING, building=make_building(office, "b1"))
    second = make_building(office, "b2")
    assert numbers(read().of(second)) == [BUILDING]


@pytest.mark.parametrize(
    ("purposes", "expected"),
    [
        pytest.param(["Kierownik", "", "Kasa"], 1, id="the number that is for nothing in particular"),
        pytest.param(["Kierowniczka", "Faks", "Sekretariat"], 2, id="nobody's own number"),
        pytest.param(["Dyrektor", "Zastępca dyrektora"], 0, id="the first when all are somebody's"),
    ],
)
def test_building_among_several_takes_the_general_number_of_its_office(office, purposes, expected):
    building = make_building(office, "b1")
    make_building(office, "b2")
    for number, purpose in enumerate(purposes):
        make_phone(f"52387870{number}", office=office, purpose=purpose, position=number)
    assert numbers(read().of(building)) == [f"52387870{expected}"]


def test_only_building_takes_all_numbers_of_its_office(office):
    building = make_building(office)
    make_phone(OFFICE, office=office, purpose="Kierownik")
    make_phone(BUILDING, office=office)
    assert numbers(read().of(building)) == [OFFICE, BUILDING]


def test_place_phones_come_in_the_order_that_editors_gave(office):
    make_phone(BUILDING, office=office, position=2)
    make_phone(OFFICE, office=office, position=1)
    assert numbers(read().place) == [OFFICE, BUILDING]


def test_place_main_phone_is_the_first(office):
    make_phone(OFFICE, office=office)
    make_phone(BUILDING, office=office)
    assert read().place.main_phone.number == OFFICE


def test_place_without_phones_has_no_main_phone(office):
    assert read().place.main_phone is None


# --- Hours ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("owners", "expected"),
    [
        pytest.param(["office", "building", "section"], ["8:00-16:00", "9:00-15:00", "10:00-14:00", "8:00-16:00"], id="each its own"),
        pytest.param(["office", "building"], ["8:00-16:00", "9:00-15:00", "9:00-15:00", "8:00-16:00"], id="a section takes its building's"),
        pytest.param(["office"], ["8:00-16:00"] * 4, id="all take the office's"),
        pytest.param(["building"], ["unstated", "9:00-15:00", "9:00-15:00", "unstated"], id="an office does not take its building's"),
        pytest.param([], ["unstated"] * 4, id="none"),
    ],
)  # fmt: skip
def test_place_hours_are_inherited(office, owners, expected):
    building = make_building(office)
    section, alone = make_section(office, building=building), make_section(office, "bez-budynku")
    places = {"office": (office, (0, 8, 16)), "building": (building, (0, 9, 15)), "section": (section, (0, 10, 14))}
    for name in owners:
        record, row = places[name]
        make_schedule(row, **{name: record})
    found = read()
    assert [monday(found.of(one)) for one in (office, building, section, alone)] == expected


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        pytest.param("office", ["closed"] * 4, id="of the office closes all"),
        pytest.param("building", ["walk-in", "closed", "closed", "walk-in"], id="of a building closes its sections"),
        pytest.param("section", ["walk-in", "walk-in", "closed", "walk-in"], id="of a section closes it alone"),
    ],
)
def test_place_exceptions_are_inherited(office, owner, expected):
    building = make_building(office)
    section, alone = make_section(office, building=building), make_section(office, "bez-budynku")
    for name, record in {"office": office, "building": building, "section": section}.items():
        make_schedule((0, 8, 16), **{name: record})
    make_exception(DATE, **{owner: {"office": office, "building": building, "section": section}[owner]})
    found = read()
    assert [found.of(one).status.state for one in (office, building, section, alone)] == expected


def test_place_hours_are_those_of_reception(office):
    make_schedule((0, 9, 10), office=office, purpose="cash-desk")
    assert (monday(read().place), read().place.status.state) == ("unstated", State.UNKNOWN)


def test_place_status_counts_public_holidays(office):
    make_schedule(*((weekday, 8, 16) for weekday in range(5)), (5,), (6,), office=office)
    place = read(warsaw(2026, 4, 6, 12)).place
    assert (place.status.state, place.status.reason, wall(place.status.next_start)) == (
        State.CLOSED,
        "Poniedziałek Wielkanocny",
        "2026-04-07 8:00",
    )


def test_place_status_remembers_that_yesterday_was_a_holiday(office):
    schedule = make_schedule((5,), office=office)
    make_hours(schedule, 4, 22, 6, ends_next_day=True)
    assert read(warsaw(2026, 5, 2, 2)).place.status.state == State.CLOSED  # 1 May 2026 is a Friday.


def test_place_today_is_the_polish_date(office):
    assert f"{read(warsaw(2026, 3, 3, 0, 30)).place.today}" == "2026-03-03"


def test_place_week_starts_on_monday(office):
    assert [f"{day.date}" for day in read(warsaw(2026, 3, 8, 12)).place.week] == [
        f"2026-03-0{number}" for number in range(2, 9)
    ]


def test_place_changes_are_those_of_two_weeks(office):
    make_schedule(*((weekday, 8, 16) for weekday in range(7)), office=office)
    for day in (3, 15, 16):
        make_exception(DATE.replace(day=day), office=office)
    assert [day.date.day for day in read().place.changes] == [3, 15]


# --- Other offices -------------------------------------------------------------------------


def fill(office, number="523878709"):
    building = make_building(office)
    make_section(office, building=building)
    make_section(office, "bez-budynku")
    make_phone(number, office=office)
    make_schedule((0, 6, 22), office=office)
    make_exception(DATE, office=office)


def described(found):
    places = [found.place, *found.buildings, *found.sections, *(one for at in found.buildings for one in at.sections)]
    return [(place.record, numbers(place), monday(place), place.status.state) for place in places]


def test_directory_never_shows_anything_of_another_office(office):
    make_section(office, building=make_building(office))
    before = described(read())
    fill(make_office("b"))
    assert described(read()) == before


def test_directory_of_a_place_of_another_office_is_unknown(office):
    other = make_building(make_office("b"))
    with pytest.raises(KeyError):
        read().of(other)


def test_directories_of_several_offices_are_what_each_is_alone(office):
    fill(office, OFFICE)
    fill(make_office("b"), BUILDING)
    both = directories_of(Office.objects.order_by("-slug"), NOON)
    assert [described(one) for one in both] == [described(directory_of(slug, NOON)) for slug in "ba"]


def test_directories_of_no_office():
    assert directories_of([], NOON) == []


# --- Cost ----------------------------------------------------------------------------------


def many(office, number):
    for one in range(number):
        building = make_building(office, f"b{one}")
        section = make_section(office, f"s{one}", building=building)
        alone = make_section(office, f"bez{one}")
        for place in ({"building": building}, {"section": section}, {"section": alone}):
            make_phone(**place)
            make_schedule((0, 8, 16), **place)
            make_exception(**place)


def look_at(found):
    """Ask for everything that a page shows."""
    return [(f"{place.record}", place.status, place.week, place.changes) for place in found.places.values()]


@pytest.mark.parametrize("number", [1, 3])
def test_directory_costs_four_queries(office, number, django_assert_num_queries):
    many(office, number)
    with django_assert_num_queries(4):
        look_at(read())


def test_directory_of_an_office_without_buildings_costs_five_queries(office, django_assert_num_queries):
    make_section(office)
    with django_assert_num_queries(5):
        look_at(read())


@pytest.mark.parametrize("number", [1, 3])
def test_directories_cost_four_queries(number, django_assert_num_queries):
    offices = [make_office(f"o{one}") for one in range(number)]
    for one in offices:
        many(one, 2)
    with django_assert_num_queries(4):
        for found in directories_of(offices, NOON):
            look_at(found)


def calls_of(function, *arguments):
    """Count the calls that a function comes to: a cost that is the same on every machine."""
    count = 0

    def profile(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        function(*arguments)
    finally:
        sys.setprofile(None)
    return count


def test_each_further_office_costs_as_much_as_the_one_before():
    offices = [make_office(f"o{number}") for number in range(18)]
    for office in offices:
        section = make_section(office)
        for place in ({"office": office}, {"section": section}):
            make_phone(**place)
            make_phone("523878702", **place)
    directories_of(offices, NOON)
    costs = [calls_of(directories_of, offices[:number], NOON) for number in (6, 12, 18)]
    assert (costs[2] - costs[1]) / (costs[1] - costs[0]) < 1.05
