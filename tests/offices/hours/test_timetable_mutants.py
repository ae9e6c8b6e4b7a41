"""What mutation testing found unsaid by the other tables (`make mutants`): each line is a rule.

2 March 2026 is a Monday.
"""

import datetime as dt

import pytest

from offices.hours.states import together
from offices.hours.timetable import Day, Interval, Timetable, day, status, usual_day
from tests.offices.hours.hours_text import (
    APPOINTMENT,
    CLOSED,
    NIGHTS,
    OFFICE,
    OPEN,
    PHONE,
    TRAINING,
    UNSTATED,
    WEEK,
    WOLOMIN,
    at,
    cases,
    changed,
    closed_for,
    rules,
    table,
    text_of,
    wall,
)

MONDAY, TUESDAY, WEDNESDAY = (dt.date(2026, 3, number) for number in (2, 3, 4))


def season(line, start, end):
    return rules(line, season_start=start, season_end=end)


AUGUST = season("Mo 9:00-15:00", "08-01", "08-31")
WINTER = season("Mo 9:00-15:00", "11-01", "02-28")
SINCE_MARCH = rules("Mo 10:00-14:00", valid_from=dt.date(2026, 3, 1))
UNTIL_DECEMBER = rules("Mo 10:00-14:00", valid_until=dt.date(2026, 12, 31))


@pytest.mark.parametrize(
    ("lines", "date", "expected"),
    cases(
        ("dated without an end beats a short season", [AUGUST, SINCE_MARCH], "2026-08-03", "10:00-14:00"),
        ("dated without a beginning beats a short season", [AUGUST, UNTIL_DECEMBER], "2026-08-03", "10:00-14:00"),
        ("the shorter season by days of the month", [season("Mo 8:00-9:00", "07-05", "07-25"), season("Mo 9:00-10:00", "07-05", "07-19")], "2026-07-06", "9:00-10:00"),
        ("a season over the new year is longer than its December", [WINTER, season("Mo 8:00-9:00", "12-20", "12-31")], "2026-12-21", "8:00-9:00"),
        ("a season over the new year is shorter than an autumn of four months", [WINTER, season("Mo 8:00-9:00", "09-01", "12-31")], "2026-12-21", "9:00-15:00"),
        ("two months over the new year are longer than eight weeks before it", [season("Mo 8:00-9:00", "12-01", "01-31"), season("Mo 9:00-10:00", "11-05", "12-29")], "2026-12-14", "9:00-10:00"),
        ("a winter of three months is longer than a summer's fortnight in it", [season("Mo 8:00-9:00", "12-01", "12-15"), season("Mo 9:00-10:00", "10-01", "12-30")], "2026-12-14", "8:00-9:00"),
        ("the 24th is not the last when the 31st follows", [rules("Tu 9:00-15:00", weeks="last")], "2026-03-24", "unstated"),
    ),
)  # fmt: skip
def test_usual_day_of_rules_that_compete(lines, date, expected):
    assert text_of(usual_day(table(*lines), dt.date.fromisoformat(date))) == expected


@pytest.mark.parametrize(
    ("timetable", "date", "expected"),
    cases(
        ("with hours", WOLOMIN, TUESDAY, Day(TUESDAY, True, (Interval(dt.time(8), dt.time(16)),))),
        ("not stated", WOLOMIN, WEDNESDAY, Day(WEDNESDAY, False)),
    ),
)
def test_usual_day_knows_its_date(timetable, date, expected):
    assert usual_day(timetable, date) == expected


def test_day_left_by_a_closure_begins_and_ends_on_its_own_date():
    halves = Interval(dt.time(8), dt.time(10)), Interval(dt.time(12), dt.time(16))
    assert day(TRAINING, MONDAY, {}) == Day(MONDAY, True, halves, "szkolenie", is_unusual=True)


def test_day_left_of_a_night_begins_at_the_next_midnight():
    timetable = table(*NIGHTS, dated=[closed_for("22:00-24:00", "2026-03-02")])
    rest = Interval(dt.time(0), dt.time(6), ends_next_day=True, starts_next_day=True)
    assert day(timetable, MONDAY, {}).intervals == (rest,)


@pytest.mark.parametrize("count", cases(("pairs", 2), ("whole days of short hours", 8)))
def test_usual_day_puts_its_intervals_in_order(count):
    starts = range(25 - count)
    shown = [[f"{hour}:00-{hour}:30" for hour in range(start, start + count)] for start in starts]
    found = [text_of(usual_day(table("Mo " + " ".join(reversed(words))), MONDAY)) for words in shown]
    assert found == [" ".join(words) for words in shown]


def test_day_with_a_part_of_overlapping_hours_closed_stays_in_order():
    timetable = table("Mo 8:00-16:00", "Mo 10:00-12:00 phone", dated=[closed_for("11:00-11:30", "2026-03-02")])
    assert text_of(day(timetable, MONDAY, {})) == "8:00-11:00 10:00-11:00/phone 11:30-16:00 11:30-12:00/phone"


SHORTER = table(*WEEK, dated=[changed("10:00-14:00", "2026-03-02", reason="inwentaryzacja")])


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("other hours tell it while open", SHORTER, "2026-03-02 12:00", "inwentaryzacja"),
        ("a closed part tells it from its first minute", TRAINING, "2026-03-02 10:00", "szkolenie"),
        ("a closed part tells it to its last minute", TRAINING, "2026-03-02 11:59", "szkolenie"),
        ("a closed part is over with its closing minute", TRAINING, "2026-03-02 12:00", ""),
    ),
)
def test_status_reason_to_the_minute(timetable, moment, expected):
    assert status(timetable, at(moment), {}).reason == expected


def test_status_next_mode_at_midnight_is_the_easiest_of_both_days():
    rest = closed_for("22:00-24:00", "2026-03-02")
    found = status(table("Mo 22:00-6:00 phone", "Tu 0:00-8:00", dated=[rest]), at("2026-03-02 20:00"), {})
    assert (wall(found.next_start), found.next_mode) == ("2026-03-03 0:00", OPEN)


@pytest.mark.parametrize(
    ("timetable", "moment"),
    cases(
        ("open", OFFICE, "2026-03-02 9:00"),
        ("nothing known", Timetable(), "2026-03-02 9:00"),
    ),
)
def test_status_of_one_moment_is_the_same_in_any_zone(timetable, moment):
    zones = dt.UTC, dt.timezone(dt.timedelta(hours=14)), dt.timezone(dt.timedelta(hours=-12))
    assert {status(timetable, at(moment).astimezone(zone), {}) for zone in zones} == {status(timetable, at(moment), {})}


@pytest.mark.parametrize(
    ("states", "expected"),
    cases(
        ("nothing", [], UNSTATED),
        ("all open", [OPEN, OPEN], OPEN),
        ("part of it open", [CLOSED, OPEN], "partly-open"),
        ("the easiest of the others", [CLOSED, PHONE, UNSTATED, APPOINTMENT], APPOINTMENT),
        ("one unknown", [CLOSED, UNSTATED], UNSTATED),
        ("all closed", [CLOSED, CLOSED], CLOSED),
    ),
)
def test_together_of_states(states, expected):
    assert together(states) == expected
