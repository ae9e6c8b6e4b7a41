"""Rows of hours that contradict each other are found, and only those."""

import datetime as dt

import pytest

from offices.admin.conflicts import dated_conflicts, weekly_conflicts
from offices.hours.timetable import DatedRule, Interval, State, WeeklyRule

MON, TUE, SUN = 0, 1, 6
FIRST, SECOND, THIRD = (dt.date(2026, 12, day) for day in (1, 2, 3))
WINTER, SUMMER = {"season_start": "11-01", "season_end": "01-31"}, {"season_start": "05-01", "season_end": "07-31"}
ALTERNATE = {"weeks": "alternate", "valid_from": FIRST}


def open_(start, end, mode=State.OPEN):
    """Return an interval of whole hours; an end that is not later is the next day's."""
    return Interval(dt.time(start), dt.time(end), mode, ends_next_day=end <= start)


def weekly(weekday, *hours, **period):
    return WeeklyRule(weekday, open_(*hours) if hours else None, **period)


def dated(first, last, *hours):
    return DatedRule(first, last, open_(*hours) if hours else None)


CONTRADICT = {
    "the same hours twice": (weekly(MON, 8, 16), weekly(MON, 8, 16)),
    "hours that overlap": (weekly(MON, 8, 12), weekly(MON, 11, 16)),
    "hours inside others": (weekly(MON, 8, 16), weekly(MON, 10, 11)),
    "hours of two modes": (weekly(MON, 8, 16), weekly(MON, 10, 11, State.PHONE)),
    "closed and hours": (weekly(MON), weekly(MON, 8, 16)),
    "a night into the next day": (weekly(MON, 20, 4), weekly(TUE, 3, 8)),
    "a night into Monday": (weekly(MON, 3, 8), weekly(SUN, 20, 4)),
    "a night into the evening before it": (weekly(MON, 20, 4), weekly(MON, 18, 21)),
    "the same season": (weekly(MON, 8, 12, **WINTER), weekly(MON, 11, 16, **WINTER)),
    "the fourth week that is the last": (weekly(MON, 8, 12, weeks="4"), weekly(MON, 11, 16, weeks="last")),
    "the same alternate weeks": (weekly(MON, 8, 12, **ALTERNATE), weekly(MON, 11, 16, **ALTERNATE)),
    "the same dates": (weekly(MON, 8, 12, valid_from=FIRST), weekly(MON, 11, 16, valid_from=FIRST)),
}
AGREE = {
    "a break at noon": (weekly(MON, 8, 12), weekly(MON, 13, 16)),
    "hours that touch": (weekly(MON, 8, 12), weekly(MON, 12, 16)),
    "two weekdays": (weekly(MON, 8, 16), weekly(TUE, 8, 16)),
    "closed twice": (weekly(MON), weekly(MON)),
    "a night before a closed day": (weekly(MON, 20, 4), weekly(TUE)),
    "a night that ends as the day begins": (weekly(MON, 20, 4), weekly(TUE, 4, 8)),
    "a season beats the plain week": (weekly(MON, 8, 16), weekly(MON, 10, 12, **WINTER)),
    "seasons of one length apart": (weekly(MON, 8, 16, **WINTER), weekly(MON, 10, 12, **SUMMER)),
    "the first and the third week": (weekly(MON, 8, 16, weeks="1"), weekly(MON, 10, 12, weeks="3")),
    "one week of the month beats every": (weekly(MON), weekly(MON, 8, 16, weeks="1")),
    "new hours from a day on": (weekly(MON, 8, 16), weekly(MON, 9, 17, valid_from=FIRST)),
    "a night of alternate weeks": (weekly(SUN, 20, 4, **ALTERNATE), weekly(MON, 3, 8, **ALTERNATE)),
}
EXCEPTIONS_CONTRADICT = {
    "closed and hours": (dated(FIRST, FIRST), dated(FIRST, FIRST, 8, 12)),
    "hours that overlap": (dated(FIRST, FIRST, 8, 12), dated(FIRST, FIRST, 11, 16)),
    "spans of one length that share a day": (dated(FIRST, SECOND), dated(SECOND, THIRD, 8, 12)),
    "a night into the next day": (dated(SECOND, SECOND, 3, 8), dated(FIRST, FIRST, 20, 4)),
}
EXCEPTIONS_AGREE = {
    "two intervals": (dated(FIRST, FIRST, 8, 12), dated(FIRST, FIRST, 13, 16)),
    "the shorter wins": (dated(FIRST, THIRD), dated(SECOND, SECOND, 8, 12)),
    "other days": (dated(FIRST, FIRST), dated(SECOND, SECOND, 8, 12)),
    "part of the day closed": (dated(FIRST, FIRST, 8, 16), dated(FIRST, FIRST, 10, 11, State.CLOSED)),
    "closed twice": (dated(FIRST, SECOND), dated(SECOND, THIRD)),
    "a night two days before": (dated(THIRD, THIRD, 3, 8), dated(FIRST, FIRST, 20, 4)),
}


@pytest.mark.parametrize("name", CONTRADICT)
def test_weekly_rows_contradict(name):
    assert weekly_conflicts(CONTRADICT[name]) == [(0, 1)]


@pytest.mark.parametrize("name", AGREE)
def test_weekly_rows_agree(name):
    assert weekly_conflicts(AGREE[name]) == []


@pytest.mark.parametrize("name", EXCEPTIONS_CONTRADICT)
def test_exceptions_contradict(name):
    assert dated_conflicts(EXCEPTIONS_CONTRADICT[name]) == [(0, 1)]


@pytest.mark.parametrize("name", EXCEPTIONS_AGREE)
def test_exceptions_agree(name):
    assert dated_conflicts(EXCEPTIONS_AGREE[name]) == []


def test_every_pair_of_three_rows_is_found():
    assert weekly_conflicts([weekly(MON, 8, 12)] * 3) == [(0, 1), (0, 2), (1, 2)]
