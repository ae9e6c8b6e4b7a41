"""Hours in the database read as values. 2 March 2026 is a Monday."""

import datetime as dt

import pytest
from django.utils import translation

from offices.hours.timetable import DatedRule, Interval, State, Timetable, WeeklyRule
from offices.timetables import timetables
from tests.factories import (
    DATE,
    make_building,
    make_exception,
    make_help_line,
    make_hours,
    make_office,
    make_phone,
    make_schedule,
    make_section,
)

pytestmark = pytest.mark.django_db

MONDAY = WeeklyRule(0, Interval(dt.time(8), dt.time(16)))


@pytest.fixture
def office():
    return make_office()


def of_office(office, purpose="reception"):
    return timetables(office=[office]).get(("office", office.pk, purpose))


def test_timetables_of_nobody():
    assert timetables() == {}


def test_timetables_of_a_place_without_hours(office):
    assert timetables(office=[office]) == {}


def test_timetables_of_a_schedule_without_lines(office):
    make_schedule(office=office)
    assert timetables(office=[office]) == {}


def test_timetables_read_a_week(office):
    make_schedule((0, 8, 16), (5,), office=office)
    assert timetables(office=[office]) == {
        ("office", office.pk, "reception"): Timetable((MONDAY, WeeklyRule(5, None))),
    }


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        pytest.param({"mode": "appointment"}, WeeklyRule(0, Interval(dt.time(8), dt.time(16), State.APPOINTMENT)), id="by appointment"),
        pytest.param({"mode": "phone"}, WeeklyRule(0, Interval(dt.time(8), dt.time(16), State.PHONE)), id="by phone"),
        pytest.param({"opens": 22, "closes": 6, "ends_next_day": True}, WeeklyRule(0, Interval(dt.time(22), dt.time(6), ends_next_day=True)), id="over midnight"),
        pytest.param({"opens": dt.time(7, 30), "closes": dt.time(15, 15)}, WeeklyRule(0, Interval(dt.time(7, 30), dt.time(15, 15))), id="minutes"),
        pytest.param({"weeks": "last"}, WeeklyRule(0, MONDAY.interval, weeks="last"), id="week of the month"),
        pytest.param({"weeks": "alternate", "valid_from": DATE}, WeeklyRule(0, MONDAY.interval, weeks="alternate", valid_from=DATE), id="every other week"),
        pytest.param({"valid_from": DATE, "valid_until": DATE}, WeeklyRule(0, MONDAY.interval, valid_from=DATE, valid_until=DATE), id="validity"),
        pytest.param({"season_start": "07-01", "season_end": "08-31"}, WeeklyRule(0, MONDAY.interval, season_start="07-01", season_end="08-31"), id="season"),
        pytest.param({"mode": "closed", "opens": None, "closes": None}, WeeklyRule(0, None), id="closed"),
    ],
)  # fmt: skip
def test_timetables_read_every_column_of_a_line(office, fields, rule):
    make_hours(make_schedule(office=office), **fields)
    assert of_office(office).weekly == (rule,)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        pytest.param({}, DatedRule(DATE, DATE), id="closed"),
        pytest.param({"last_day": dt.date(2026, 3, 5)}, DatedRule(DATE, dt.date(2026, 3, 5)), id="range"),
        pytest.param({"reason": "remont"}, DatedRule(DATE, DATE, None, "remont"), id="reason"),
        pytest.param({"opens": 10, "closes": 12}, DatedRule(DATE, DATE, Interval(dt.time(10), dt.time(12), State.CLOSED)), id="part of the day"),
        pytest.param({"opens": 10, "closes": 12, "mode": "walk-in"}, DatedRule(DATE, DATE, Interval(dt.time(10), dt.time(12))), id="other hours"),
        pytest.param({"opens": 22, "closes": 2, "mode": "phone", "ends_next_day": True}, DatedRule(DATE, DATE, Interval(dt.time(22), dt.time(2), State.PHONE, True)), id="over midnight, by phone"),
    ],
)  # fmt: skip
def test_timetables_read_every_column_of_an_exception(office, fields, rule):
    make_exception(office=office, **fields)
    assert timetables(office=[office]) == {("office", office.pk, None): Timetable(dated=(rule,))}


def test_timetables_keep_exceptions_apart_from_every_purpose(office):
    make_schedule((0, 8, 16), office=office)
    make_schedule((0, 9, 10), office=office, purpose="cash-desk")
    make_exception(office=office)
    assert timetables(office=[office]) == {
        ("office", office.pk, "reception"): Timetable((MONDAY,)),
        ("office", office.pk, "cash-desk"): Timetable((WeeklyRule(0, Interval(dt.time(9), dt.time(10))),)),
        ("office", office.pk, None): Timetable(dated=(DatedRule(DATE, DATE),)),
    }


@pytest.mark.parametrize("counts", [True, False])
def test_timetables_tell_whether_holidays_count(office, counts):
    make_schedule((0, 8, 16), office=office, closed_on_holidays=counts)
    assert of_office(office).closed_on_holidays is counts


@pytest.mark.parametrize(
    ("language", "translated", "expected"),
    [
        pytest.param("pl", "Break 12–12:15", "Przerwa 12–12:15", id="Polish"),
        pytest.param("en", "Break 12–12:15", "Break 12–12:15", id="translated"),
        pytest.param("en", "", "Przerwa 12–12:15", id="empty translation"),
        pytest.param("en", None, "Przerwa 12–12:15", id="no translation"),
        pytest.param("uk", "Break 12–12:15", "Przerwa 12–12:15", id="translated into another language"),
    ],
)
def test_timetables_speak_the_readers_language(office, language, translated, expected):
    make_schedule((0, 8, 16), office=office, note_pl="Przerwa 12–12:15", note_en=translated)
    make_exception(office=office, reason_pl="Przerwa 12–12:15", reason_en=translated)
    with translation.override(language):
        found = timetables(office=[office])
    assert (found["office", office.pk, "reception"].note, found["office", office.pk, None].dated[0].reason) == (
        expected,
        expected,
    )


def test_timetables_of_every_kind_of_owner(office):
    building, section = make_building(office), make_section(office)
    owners = {
        "office": office,
        "building": building,
        "section": section,
        "phone": make_phone(office=office),
        "help_line": make_help_line(),
    }
    for name, owner in owners.items():
        make_schedule((0, 8, 16), **{name: owner})
    assert timetables(**{name: [owner] for name, owner in owners.items()}) == {
        (name, owner.pk, "reception"): Timetable((MONDAY,)) for name, owner in owners.items()
    }


def test_timetables_are_those_of_the_owners_asked_for(office):
    other = make_office("b")
    for one in (office, other):
        make_schedule((0, 8, 16), office=one)
        make_exception(office=one)
    assert {key[1] for key in timetables(office=[office])} == {office.pk}


def test_timetables_never_mix_owners_of_one_number(office):
    """An office and a building may have the same primary key."""
    building = make_building(office, pk=office.pk)
    make_schedule((0, 8, 16), building=building)
    assert timetables(office=[office]) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_timetables_cost_one_query(number, django_assert_num_queries):
    offices = [make_office(f"o{one}") for one in range(number)]
    for one in offices:
        make_schedule((0, 8, 16), (1, 8, 16), office=one)
        make_exception(office=one)
    with django_assert_num_queries(1):
        timetables(office=offices)
