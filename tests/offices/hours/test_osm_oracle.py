"""The arithmetic against another program: opening-hours-py reads the exported value and must say the same.

Random weeks with intervals, nights, seasons (over the new year and over 29 February too), dates, weeks of the month,
exceptions, part-day closures and public holidays, around both changes of the clock. Compared are the state and the
next change of it within HORIZON. The oracle knows three states: by appointment and not stated are its "unknown";
by telephone is its "closed".

Left out, since the format or the oracle lacks the notion:

- every second week, and nights where the third, fourth or fifth week of the month and the last one differ: the format
  cannot say them (`offices/hours/osm.py`);
- telephone hours over midnight: left out of the value, they say nothing of the day on which they end;
- what happens within the hour that comes twice in autumn, in timetables that have an opening or closing within it. The
  oracle takes every such time for the second of the two, so that "2:00-3:00" is closed at the first 2:30, although
  every clock on the wall reads 2:30. Ours is open from the first 2:00 to 3:00, which is two hours. Before and after,
  everything is compared, as is all of the spring change, at which both take 2:30 for 3:00.

SLOW=1 tries twenty times as many examples.
"""

import datetime as dt
import os
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours

from offices.hours.holidays import public_holidays
from offices.hours.osm import opening_hours
from offices.hours.timetable import DatedRule, Interval, State, Timetable, WeeklyRule, status
from tests.offices.hours.hours_text import WARSAW

DAYS = 12
HORIZON = dt.timedelta(days=20)
EXAMPLES = 300 * (20 if os.environ.get("SLOW") else 1)
THEIRS = {
    State.OPEN: "open",
    State.APPOINTMENT: "unknown",
    State.UNKNOWN: "unknown",
    State.PHONE: "closed",
    State.CLOSED: "closed",
}
HOLIDAYS = public_holidays(dt.date(2025, 1, 1), 1500, "pl")
# Christmas and the new year; the end of a February of 28 days and of one of 29; Easter after the spring change;
# Corpus Christi; a season's end in summer; the autumn change.
STARTS = [dt.date(*parts) for parts in (
    (2025, 12, 20), (2027, 2, 22), (2028, 2, 24), (2026, 3, 26), (2026, 5, 28), (2026, 8, 26), (2026, 10, 21),
)]  # fmt: skip
# The hour that comes twice, and the second time it comes.
TWICE = dt.datetime(2026, 10, 25, 0, tzinfo=dt.UTC), dt.datetime(2026, 10, 25, 2, tzinfo=dt.UTC)

TIMES = [dt.time(*parts) for parts in
         ((0, 0), (1, 0), (2, 0), (2, 30), (3, 0), (6, 15), (8, 0), (12, 0), (16, 0), (22, 30), (23, 59))]  # fmt: skip
PAIRS = list(product(TIMES, TIMES))
WITHIN = [(one, two) for one, two in PAIRS if one < two]
MODES = (State.OPEN, State.OPEN, State.OPEN, State.APPOINTMENT)


def interval(opens, closes, mode):
    return Interval(opens, closes, mode, ends_next_day=closes <= opens)


by_day = st.sampled_from([interval(*pair, mode) for pair in WITHIN for mode in (*MODES, State.PHONE)])
any_hours = st.one_of(by_day, st.sampled_from([interval(*pair, mode) for pair in PAIRS for mode in MODES]))
closures = st.sampled_from([interval(*pair, State.CLOSED) for pair in PAIRS])


@st.composite
def weeks(draw, hours, **limits):
    """Some weekdays, each stated closed or with one to three intervals; the others are not stated."""
    missing = draw(st.sets(st.integers(0, 6), max_size=4))
    rules = []
    for weekday in range(7):
        if weekday not in missing:
            found = draw(st.lists(hours, min_size=draw(st.sampled_from([0, 1, 1, 1])), max_size=3)) or [None]
            rules += [WeeklyRule(weekday, one, **limits) for one in found]
    return rules


@st.composite
def scopes(draw, start, turns):
    """Limits of rules: a season, dates, a week of the month, or several of these."""
    day = st.integers(-3, DAYS).map(lambda number: start + dt.timedelta(days=number))
    limits = {}
    kinds = draw(st.sets(st.sampled_from(["season", "dates", "weeks"]), min_size=1))
    if "season" in kinds:
        limits["season_start"], limits["season_end"] = (f"{draw(day):%m-%d}" for _ in range(2))
    if "dates" in kinds:
        first, last = sorted([draw(day), draw(day)])
        limits |= draw(st.sampled_from([
            {"valid_from": first, "valid_until": last}, {"valid_from": first}, {"valid_until": last},
        ]))  # fmt: skip
    if "weeks" in kinds:
        limits["weeks"] = draw(st.sampled_from(turns))
    return limits


@st.composite
def exceptions(draw, start, hours):
    first = start + dt.timedelta(days=draw(st.integers(-2, DAYS)))
    last = first + dt.timedelta(days=draw(st.sampled_from([0, 0, 1, 4, 14])))
    return DatedRule(first, last, draw(st.one_of(st.none(), hours, closures)))


@st.composite
def situations(draw):
    """A timetable and a moment near the dates that matter to it."""
    start = draw(st.sampled_from(STARTS))
    hours, turns, most = draw(st.sampled_from([
        (by_day, ["3", "4", "5", "last"], 2), (by_day, ["1", "2", "3", "4", "5"], 3),
        (any_hours, ["1", "2", "last"], 3), (any_hours, ["1", "2", "3", "4", "5"], 3),
    ]))  # fmt: skip
    weekly = draw(weeks(hours))
    for limits in draw(st.lists(scopes(start, turns), max_size=most)):
        weekly += draw(weeks(hours, **limits))
    dated = draw(st.lists(exceptions(start, hours), max_size=3))
    midnight = dt.datetime.combine(start, dt.time.min, WARSAW).astimezone(dt.UTC)
    moment = midnight + dt.timedelta(minutes=15 * draw(st.integers(0, DAYS * 96)))
    return Timetable(tuple(weekly), tuple(dated), draw(st.booleans())), moment


def ours(timetable, moment):
    """Return the oracle's name of our state, and the moment at which that name next changes, within HORIZON."""
    found = status(timetable, moment, HOLIDAYS)
    name, change = THEIRS[found.state], found.changes_at
    while (
        change and change <= moment + HORIZON and THEIRS[(found := status(timetable, change, HOLIDAYS)).state] == name
    ):
        change = found.changes_at
    return name, change if change and change <= moment + HORIZON else None


def theirs(value, moment):
    oracle = OpeningHours(value, timezone=WARSAW, country="PL")
    name = None
    for start, end, state, _comment in oracle.intervals(
        *(one.astimezone(WARSAW) for one in (moment, moment + HORIZON))
    ):
        if end and start.astimezone(dt.UTC) == end.astimezone(dt.UTC):
            continue  # Half an hour that the spring change leaves out.
        name = name or str(state)
        if str(state) != name:
            return name, start.astimezone(dt.UTC)
    return name, None


def is_ambiguous(timetable, moments):
    intervals = [rule.interval for rule in (*timetable.weekly, *timetable.dated) if rule.interval]
    return any(time.hour == 2 for one in intervals for time in (one.opens, one.closes)) and any(
        TWICE[0] <= moment < TWICE[1] for moment in moments if moment
    )


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None)
@given(situations())
def test_another_program_reads_the_same_state_and_next_change(situation):
    timetable, moment = situation
    value = opening_hours(timetable, HOLIDAYS)
    if not value:
        assert status(timetable, moment, HOLIDAYS).state == State.UNKNOWN
        return
    mine, other = ours(timetable, moment), theirs(value, moment)
    if not is_ambiguous(timetable, [moment, mine[1], other[1]]):
        assert mine == other, value


@pytest.mark.parametrize("last", [dt.date(2029, 3, 1), dt.date(2100, 12, 31), dt.date.max - dt.timedelta(days=1)])
def test_long_closure_is_one_range_and_says_the_same(last):
    """With a shorter exception within it, and over a public holiday."""
    first = dt.date(2026, 3, 2)
    week = tuple(WeeklyRule(weekday, Interval(dt.time(8), dt.time(16))) for weekday in range(5))
    other = DatedRule(dt.date(2026, 3, 10), dt.date(2026, 3, 11), Interval(dt.time(10), dt.time(12)))
    timetable = Timetable(week, (DatedRule(first, last), other))
    value = opening_hours(timetable, public_holidays(first, DAYS, "pl"))
    hours = OpeningHours(value, timezone=WARSAW)
    noons = [dt.datetime(2026, 3, number, 11, tzinfo=WARSAW) for number in range(1, 31)]
    assert (len(value) < 200, [one.day for one in noons if hours.is_open(one)]) == (True, [10, 11])
