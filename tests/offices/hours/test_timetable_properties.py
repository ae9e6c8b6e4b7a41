"""What holds of any timetable, and a second opinion: every minute of ten days painted by hand.

The oracle knows nothing of spans, edges or searches. It paints the minutes of a wall clock one rule after another
and then walks over them, one minute at a time.
"""

import datetime as dt
from itertools import islice, pairwise, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from offices.hours.holidays import public_holidays
from offices.hours.timetable import DatedRule, Interval, State, Timetable, WeeklyRule, day, status
from tests.offices.hours.hours_text import WARSAW

DAYS, MINUTES = 10, 24 * 60
MODES = (State.OPEN, State.APPOINTMENT, State.PHONE)
# Ten days each: Christmas and the new year, Easter after the spring change, Corpus Christi, the autumn change.
STARTS = [dt.date(2025, 12, 23), dt.date(2026, 3, 27), dt.date(2026, 6, 1), dt.date(2026, 10, 22)]
HOLIDAYS = public_holidays(dt.date(2025, 12, 1), 800, "pl")
# The same examples in every run: a red build is never a matter of luck.
few, many = (settings(max_examples=n, deadline=None, derandomize=True, database=None) for n in (40, 100))


# --- Any timetable -------------------------------------------------------------------------


# Few times, so that rules meet; none within the hour that comes twice in autumn: the tables say what those mean.
TIMES = [dt.time(*parts) for parts in ((0, 0), (1, 0), (2, 0), (3, 30), (8, 0), (12, 15), (16, 0), (22, 0), (23, 59))]
PAIRS = list(product(TIMES, TIMES))
intervals = st.sampled_from([Interval(one, two, mode, two <= one) for mode in MODES for one, two in PAIRS])
closures = st.sampled_from([Interval(one, two, State.CLOSED, two <= one) for one, two in PAIRS])
weekdays = st.sampled_from([0, 1, 2, 2, 3]).flatmap(
    lambda number: (
        st.lists(intervals, min_size=number - 1, max_size=number - 1) if number > 1 else st.just([None] * number)
    )
)


@st.composite
def weeks(draw, **limits):
    """Seven weekdays, each not stated, stated closed, or with one or two intervals."""
    chosen = draw(st.lists(weekdays, min_size=7, max_size=7))
    return [WeeklyRule(number, interval, **limits) for number, found in enumerate(chosen) for interval in found]


@st.composite
def exceptions(draw, start):
    first = start + dt.timedelta(days=draw(st.integers(-1, DAYS - 1)))
    last = first + dt.timedelta(days=draw(st.integers(0, 2)))
    interval = draw(st.one_of(st.none(), intervals, closures))
    return DatedRule(first, last, interval, draw(st.sampled_from(["", "powód"])))


@st.composite
def timetables(draw, start):
    """A usual week; perhaps a season and some dates with a week of their own; exceptions."""
    weekly = draw(weeks())
    if draw(st.booleans()):
        first, last = draw(st.integers(0, DAYS)), draw(st.integers(0, 8))
        begin = start + dt.timedelta(days=first)
        limits = {"season_start": f"{begin:%m-%d}", "season_end": f"{begin + dt.timedelta(days=last):%m-%d}"}
        weekly += draw(weeks(**limits))
    if draw(st.booleans()):
        begin = start + dt.timedelta(days=draw(st.integers(0, DAYS)))
        weekly += draw(weeks(valid_from=begin, valid_until=begin + dt.timedelta(days=draw(st.integers(0, 8)))))
    dated = draw(st.lists(exceptions(start), max_size=3))
    return Timetable(tuple(weekly), tuple(dated), draw(st.booleans()))


@st.composite
def placed_timetables(draw):
    """A timetable and the first date of the ten that matter to it."""
    start = draw(st.sampled_from(STARTS))
    return draw(timetables(start)), start


@st.composite
def situations(draw):
    """A timetable, its first date, and a moment within the first five days."""
    timetable, start = draw(placed_timetables())
    moment = dt.datetime.combine(start, dt.time.min, WARSAW).astimezone(dt.UTC)
    return timetable, start, moment + dt.timedelta(minutes=draw(st.integers(0, 5 * MINUTES)))


# --- The oracle ----------------------------------------------------------------------------


class Painted:
    """The minutes of the wall clock from `start` on: who receives, where a part is closed, which days are stated."""

    def __init__(self, timetable, start):
        self.start = start
        self.receiving = {mode: set() for mode in MODES}
        self.shut = set()
        self.stated = []
        for number in range(-1, DAYS):
            date = start + dt.timedelta(days=number)
            found = hours_of(timetable, date)
            if number >= 0:
                self.stated.append(found is not None)
            for interval in found or []:
                self.receiving[interval.mode].update(minutes_of(interval, number))
            for rule in timetable.dated:
                if rule.interval and rule.interval.mode == State.CLOSED and rule.first_day <= date <= rule.last_day:
                    self.shut.update(minutes_of(rule.interval, number))

    def state(self, minute):
        for mode in MODES if minute not in self.shut else ():
            if minute in self.receiving[mode]:
                return mode
        return State.CLOSED if self.stated[minute // MINUTES] else State.UNKNOWN


def hours_of(timetable, date):
    """Return the intervals that belong to a date, before closures; None when nothing is stated."""
    whole = [
        rule
        for rule in timetable.dated
        if rule.first_day <= date <= rule.last_day and not (rule.interval and rule.interval.mode == State.CLOSED)
    ]
    if whole:
        shortest = min((rule.last_day - rule.first_day).days for rule in whole)
        ruling = [rule.interval for rule in whole if (rule.last_day - rule.first_day).days == shortest]
        return [] if None in ruling else ruling
    if timetable.weekly and timetable.closed_on_holidays and date in HOLIDAYS:
        return []
    today = [rule for rule in timetable.weekly if rule.weekday == date.weekday()]
    dated = [rule for rule in today if rule.valid_from and rule.valid_from <= date <= rule.valid_until]
    seasonal = [rule for rule in today if rule.season_start and in_season(date, rule)]
    plain = [rule for rule in today if not (rule.valid_from or rule.season_start)]
    ruling = dated or seasonal or plain
    return [rule.interval for rule in ruling if rule.interval] if ruling else None


def in_season(date, rule):
    """Walk from the first day of the season to the last, as on a calendar of a leap year."""
    walked = dt.date(2028, *map(int, rule.season_start.split("-")))
    while f"{walked:%m-%d}" != rule.season_end:
        if f"{walked:%m-%d}" == f"{date:%m-%d}":
            return True
        walked += dt.timedelta(days=1)
    return f"{date:%m-%d}" == rule.season_end


def minutes_of(interval, number):
    """Return the minutes of an interval of the day with this number."""
    opens, closes = (time.hour * 60 + time.minute for time in (interval.opens, interval.closes))
    return range(number * MINUTES + opens, number * MINUTES + closes + MINUTES * interval.ends_next_day)


def walk(painted):
    """Return (moment in UTC, state, number of the day) of each minute of the ten days."""
    # The offset of Polish time changes in these years at 1:00 UTC of these days, and at no other time.
    spring, autumn = dt.datetime(2026, 3, 29, 1, tzinfo=dt.UTC), dt.datetime(2026, 10, 25, 1, tzinfo=dt.UTC)
    midnight = dt.datetime.combine(painted.start, dt.time.min, dt.UTC)
    walked = []
    for passed in range(-120, (DAYS + 1) * MINUTES):
        moment = midnight + dt.timedelta(minutes=passed)
        minute = passed + (120 if spring <= moment < autumn else 60)
        if 0 <= minute < DAYS * MINUTES:
            walked.append((moment, painted.state(minute), minute // MINUTES))
    return walked


def expectations(walked, painted):
    """Yield (moment, what the Status must say at it), last minute first, as far as the ten days tell."""
    change = start = mode = first = None  # Of the next minute that differs, and of the next one that receives.
    following = None
    for moment, state, today in reversed(walked):
        if following and following[1] != state:
            change = following[0]
            if following[1] in MODES:
                start, mode, first = following
        following = moment, state, today
        if state in MODES and change:
            yield moment, (state, change, None, None, None)
        elif state not in MODES and start:
            unstated = [number for number in range(today, first) if not painted.stated[number]]
            day_of = painted.start + dt.timedelta(days=unstated[0]) if unstated else None
            yield moment, (state, change, start, mode, day_of)


@pytest.mark.slow
@many
@given(placed_timetables())
def test_status_agrees_with_every_minute_painted_by_hand(placed):
    timetable, start = placed
    painted = Painted(timetable, start)
    differ = []
    for moment, expected in islice(expectations(walk(painted), painted), 0, None, 331):
        one = status(timetable, moment, HOLIDAYS)
        found = one.state, one.changes_at, one.next_start, one.next_mode, one.unstated_before
        if found != expected:
            differ.append((moment, found, expected))
    assert differ == []


# --- What always holds ---------------------------------------------------------------------


@few
@given(situations())
def test_status_changes_at_the_moment_it_says_and_not_before(situation):
    timetable, _start, moment = situation
    found = status(timetable, moment, HOLIDAYS)
    assume(found.changes_at)
    before, after = (
        status(timetable, one, HOLIDAYS).state
        for one in (found.changes_at - dt.timedelta(microseconds=1), found.changes_at)
    )
    assert (before == found.state, after == found.state) == (True, False)


@few
@given(situations())
def test_status_next_start_is_a_moment_at_which_somebody_receives(situation):
    timetable, _start, moment = situation
    found = status(timetable, moment, HOLIDAYS)
    assume(found.next_start)
    assert status(timetable, found.next_start, HOLIDAYS).state == found.next_mode


@few
@given(situations())
def test_status_tells_either_an_end_or_a_beginning(situation):
    timetable, _start, moment = situation
    found = status(timetable, moment, HOLIDAYS)
    receiving = found.state in MODES
    assert (found.until, found.next_start) == (
        found.changes_at if receiving else None,
        None if receiving else found.next_start,
    )


@few
@given(situations())
def test_status_without_intervals_is_never_receiving(situation):
    timetable, _start, moment = situation
    weekly = tuple(WeeklyRule(rule.weekday, None) for rule in timetable.weekly)
    dated = tuple(DatedRule(rule.first_day, rule.last_day) for rule in timetable.dated)
    found = status(Timetable(weekly, dated), moment, HOLIDAYS)
    assert (found.state in MODES, found.until, found.next_start) == (False, None, None)


@few
@given(situations())
def test_status_of_unstated_weekdays_is_never_closed(situation):
    timetable, _start, moment = situation
    today = moment.astimezone(WARSAW).date()
    others = tuple(rule for rule in timetable.weekly if rule.weekday != today.weekday())
    assert status(Timetable(others, closed_on_holidays=False), moment, HOLIDAYS).state != State.CLOSED


@few
@given(situations(), st.integers(0, DAYS - 1))
def test_day_intervals_never_overlap_once_cut(situation, number):
    timetable, start, _moment = situation
    date = start + dt.timedelta(days=number)
    assume(_are_apart(day(Timetable(timetable.weekly, whole_days(timetable)), date, HOLIDAYS), date))
    assert _are_apart(day(timetable, date, HOLIDAYS), date)


@few
@given(situations(), st.integers(0, DAYS - 1))
def test_day_intervals_are_hours_in_which_somebody_receives(situation, number):
    timetable, start, _moment = situation
    date = start + dt.timedelta(days=number)
    spans = [interval.on(date) for interval in day(timetable, date, HOLIDAYS).intervals]
    moments = [
        one for span in spans if span.start < span.end for one in (span.start, span.end - dt.timedelta(minutes=1))
    ]
    assert [one for one in moments if status(timetable, one, HOLIDAYS).state not in MODES] == []


def whole_days(timetable):
    return tuple(rule for rule in timetable.dated if not rule.is_partial_closure)


def _are_apart(one, date):
    spans = sorted((interval.on(date) for interval in one.intervals), key=lambda span: span.start)
    return all(first.end <= second.start for first, second in pairwise(spans))
