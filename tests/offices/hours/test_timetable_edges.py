"""Hours at the edges of the calendar: the first and last days that a form takes, clock changes, leap days, midnight."""

import datetime as dt
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from offices.hours.states import EASIEST_FIRST
from offices.hours.timetable import DatedRule, Interval, State, Timetable, WeeklyRule, day, status
from offices.models.dates import FIRST, LAST
from tests.offices.hours.hours_text import WARSAW

DAY = dt.timedelta(days=1)
# Both bounds, both clock changes, and the ends of February in a common year, in a leap year and in 2100, which is none.
EDGES = [
    *(FIRST, LAST, dt.date(2026, 3, 29), dt.date(2026, 10, 25), dt.date(2026, 12, 31)),
    *(dt.date(2027, 2, 28), dt.date(2028, 2, 29), dt.date(2100, 2, 28)),
]
# Not from two to three, an hour that comes twice in autumn: the tables say what that means.
TIMES = [dt.time(*parts) for parts in ((0, 0), (0, 1), (1, 59), (3, 0), (12, 0), (23, 58), (23, 59))]
SEASONS = [("", ""), ("02-29", "02-29"), ("02-29", "03-01"), ("11-01", "02-29"), ("03-01", "02-28"), ("12-31", "01-01")]
MODES = (State.OPEN, State.APPOINTMENT, State.PHONE)


def intervals(*modes):
    made = st.tuples(st.sampled_from(TIMES), st.sampled_from(TIMES), st.sampled_from(modes))
    return made.map(lambda parts: Interval(*parts, ends_next_day=parts[1] <= parts[0]))


@st.composite
def weekly(draw, near):
    first, last = draw(st.sampled_from([(None, None), (near, None), (None, near), (near, near), (FIRST, LAST)]))
    weeks = draw(st.sampled_from(["", "1", "5", "last", "alternate"] if first else ["", "1", "5", "last"]))
    interval = draw(st.one_of(st.none(), intervals(*MODES)))
    return WeeklyRule(draw(st.integers(0, 6)), interval, weeks, first, last, *draw(st.sampled_from(SEASONS)))


@st.composite
def dated(draw, near):
    first, last = draw(st.sampled_from([(near, near), (near - DAY, near + DAY), (FIRST, LAST)]))
    return DatedRule(first, last, draw(st.one_of(st.none(), intervals(*MODES, State.CLOSED))))


@st.composite
def days_of_timetables(draw):
    near = draw(st.sampled_from(EDGES))
    rules = draw(st.lists(weekly(near), max_size=8)), draw(st.lists(dated(near), max_size=2))
    holidays = draw(st.sampled_from([{}, {near: "święto"}]))
    return Timetable(*map(tuple, rules)), near + DAY * draw(st.integers(-1, 1)), holidays


def midnight(date):
    return dt.datetime.combine(date, dt.time.min, tzinfo=WARSAW).astimezone(dt.UTC)


def spans(timetable, date, holidays):
    return [interval.on(date) for interval in day(timetable, date, holidays).intervals]


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(days_of_timetables())
def test_minutes_of_a_day_are_those_in_which_somebody_receives(found):
    timetable, date, holidays = found
    around = [*spans(timetable, date - DAY, holidays), *spans(timetable, date, holidays)]
    start, end = midnight(date), midnight(date + DAY)
    edges = sorted({start, end} | {edge for span in around for edge in span[:2] if start < edge < end})
    stated = received = dt.timedelta()
    for first, last in pairwise(edges):
        middle = first + (last - first) / 2
        stated += (last - first) * any(span.start <= middle < span.end for span in around)
        received += (last - first) * (status(timetable, middle, holidays).state in EASIEST_FIRST)
    assert received == stated


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(days_of_timetables())
def test_what_a_status_tells_comes_after_the_moment_and_in_order(found):
    timetable, date, holidays = found
    moment = midnight(date) + dt.timedelta(hours=12)
    told = status(timetable, moment, holidays)
    later = [one for one in (told.until, told.changes_at, told.next_start) if one]
    assert [one for one in later if one <= moment] == []
    starts = [span.start for span in spans(timetable, date, holidays)]
    assert starts == sorted(starts)
