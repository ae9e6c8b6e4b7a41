"""A day on which somebody receives at hours that nobody has stated. 2 March 2026 is a Monday."""

import datetime as dt

import pytest

from offices.admin.conflicts import weekly_conflicts
from offices.hours.osm import opening_hours
from offices.hours.timetable import UNSTATED_HOURS, Day, State, Timetable, WeeklyRule, day, status
from tests.offices.hours.hours_text import HOLIDAYS, at, cases, closed_for, table

ON_WEDNESDAY = Timetable((WeeklyRule(2, UNSTATED_HOURS),))


def test_day_of_unstated_hours_is_not_stated_and_receives():
    assert day(ON_WEDNESDAY, dt.date(2026, 3, 4), HOLIDAYS) == Day(dt.date(2026, 3, 4), False, receives=True)


def test_day_beside_a_day_of_unstated_hours_receives_nobody():
    assert day(ON_WEDNESDAY, dt.date(2026, 3, 5), HOLIDAYS) == Day(dt.date(2026, 3, 5), False)


def test_hours_beside_unstated_ones_hold_and_leave_the_rest_of_the_day_open():
    both = Timetable((*ON_WEDNESDAY.weekly, *table("We 8:00-10:00").weekly))
    found = [status(both, at(f"2026-03-04 {time}"), HOLIDAYS).state for time in ("7:00", "9:00", "10:00")]
    assert found == [State.UNKNOWN, State.OPEN, State.UNKNOWN]


def test_part_closed_of_a_day_of_unstated_hours_stays_so():
    both = Timetable((*ON_WEDNESDAY.weekly, *table("We 8:00-10:00").weekly), (closed_for("9:00-12:00", "2026-03-04"),))
    found = day(both, dt.date(2026, 3, 4), HOLIDAYS)
    assert (found.is_stated, found.receives, found.is_unusual) == (False, True, True)


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("on the day", ON_WEDNESDAY, "2026-03-04 9:00", ("unknown", "2026-03-04", "2026-03-04")),
        ("on the day before", ON_WEDNESDAY, "2026-03-03 9:00", ("unknown", "2026-03-04", "2026-03-03")),
        ("the first of several", Timetable((*ON_WEDNESDAY.weekly, WeeklyRule(3, UNSTATED_HOURS))), "2026-03-02 9:00", ("unknown", "2026-03-04", "2026-03-02")),
        ("before the next hours", Timetable((*table("Mo 8:00-16:00", "Tu closed").weekly, *ON_WEDNESDAY.weekly)), "2026-03-03 9:00", ("closed", "2026-03-04", "2026-03-04")),
        ("after the next hours", Timetable((*table("Mo-Tu 8:00-16:00").weekly, *ON_WEDNESDAY.weekly)), "2026-03-02 17:00", ("closed", None, None)),
        ("closed on a holiday", Timetable((WeeklyRule(4, UNSTATED_HOURS),)), "2026-12-25 9:00", ("closed", "2027-01-08", "2026-12-27")),
    ),
)  # fmt: skip
def test_status_tells_the_next_day_of_unstated_hours(timetable, moment, expected):
    found = status(timetable, at(moment), HOLIDAYS)
    dates = (one and str(one) for one in (found.receives_on, found.unstated_before))
    assert (found.state, *dates) == expected


def test_unstated_hours_of_some_weeks_are_not_of_every_week():
    timetable = Timetable((WeeklyRule(2, UNSTATED_HOURS, "2"),))
    found = [day(timetable, dt.date(2026, 3, date), HOLIDAYS).receives for date in (4, 11, 18)]
    assert found == [False, True, False]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(table("We 8:00-10:00").weekly[0], [(0, 1)], id="stated hours"),
        pytest.param(WeeklyRule(2, None), [(0, 1)], id="closed"),
        pytest.param(WeeklyRule(2, UNSTATED_HOURS), [], id="the same once more"),
        pytest.param(WeeklyRule(3, None), [], id="another day"),
    ],
)
def test_unstated_hours_contradict_whatever_else_is_said_of_the_day(other, expected):
    assert weekly_conflicts([*ON_WEDNESDAY.weekly, other]) == expected


def test_unstated_hours_are_unknown_to_openstreetmap():
    assert opening_hours(ON_WEDNESDAY, {}) == 'Mo,Tu,Th-Su unknown "not stated"; We unknown "hours not stated"; PH off'
