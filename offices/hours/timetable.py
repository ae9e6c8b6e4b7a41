"""Opening-hours arithmetic: values in, values out, the moment passed in.

A pure module: no Django, no clock, no database. Rules are written in local wall time
(Europe/Warsaw) and compared as moments in UTC, so both clock changes come out right.
Half-open intervals: the opening minute is open, the closing minute is closed.
Nothing known is UNKNOWN, never CLOSED.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from offices.hours.states import EASIEST_FIRST, UNKNOWN, State, Status

ZONE = ZoneInfo("Europe/Warsaw")
DAY = dt.timedelta(days=1)
Holidays = Mapping[dt.date, str]  # The names of public holidays by their dates.
# A yearly opening is found, an endless search is not.
SEARCH_DAYS = 370


class Interval(NamedTuple):
    """Hours of one day in local wall time; with `ends_next_day` they run past midnight.

    `starts_next_day` marks what is left of a night whose beginning is taken out.
    """

    opens: dt.time
    closes: dt.time
    mode: State = State.OPEN
    ends_next_day: bool = False
    starts_next_day: bool = False

    def on(self, date: dt.date) -> "Span":
        """Return the interval as a span of moments when it belongs to `date`."""
        first = date + DAY if self.starts_next_day else date
        last = date + DAY if self.ends_next_day else date
        return Span(_moment(first, self.opens), _moment(last, self.closes), self.mode)


# Somebody receives on that day, and nobody has said at what hours: it lasts for no time.
UNSTATED_HOURS = Interval(dt.time.min, dt.time.min, State.UNKNOWN)


class Span(NamedTuple):
    """From one moment in UTC up to, not including, another."""

    start: dt.datetime
    end: dt.datetime
    mode: State

    def without(self, other: "Span") -> list["Span"]:
        """Return what is left of this span when `other` is taken out: no, one or two spans."""
        left = Span(self.start, min(self.end, other.start), self.mode)
        right = Span(max(self.start, other.end), self.end, self.mode)
        return [span for span in (left, right) if span.start < span.end]


class WeeklyRule(NamedTuple):
    """One line of a weekly schedule; without an interval the weekday is stated to be closed. UNSTATED_HOURS stand alone.

    `weeks` is "", "1" … "5", "last" or "alternate" (every second week from `valid_from`).
    `season_start` and `season_end` are "MM-DD", both included, each year; they may span the new year.
    """

    weekday: int
    interval: Interval | None
    weeks: str = ""
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    season_start: str = ""
    season_end: str = ""

    def applies(self, date: dt.date) -> bool:
        """Tell whether the rule speaks of this date."""
        return (
            date.weekday() == self.weekday
            and (self.valid_from is None or self.valid_from <= date)
            and (self.valid_until is None or date <= self.valid_until)
            and (not self.season_start or _in_season(date, self.season_start, self.season_end))
            and (not self.weeks or _in_weeks(date, self.weeks, self.valid_from))
        )

    def precedence(self) -> tuple[int, int, int, bool]:
        """Return a key that sorts the rule that beats another first.

        Dated beats yearly, yearly beats plain; a shorter period beats a longer one, a later start
        an earlier one; one week of the month beats every week.
        """
        start, end = self.valid_from or dt.date.min, self.valid_until or dt.date.max
        dated = self.valid_from is not None or self.valid_until is not None
        seasonal = bool(self.season_start)
        length = _season_length(self.season_start, self.season_end) if seasonal else (end - start).days
        kind = 0 if dated else 1 if seasonal else 2
        return kind, length, -start.toordinal(), not self.weeks


class DatedRule(NamedTuple):
    """An exception from `first_day` to `last_day`, both included.

    Without an interval: closed all day. With an interval of mode CLOSED: only that part of the day is
    taken out. With any other mode: these hours instead of the usual ones.
    """

    first_day: dt.date
    last_day: dt.date
    interval: Interval | None = None
    reason: str = ""

    def applies(self, date: dt.date) -> bool:
        """Tell whether the exception covers this date."""
        return self.first_day <= date <= self.last_day

    @property
    def is_partial_closure(self) -> bool:
        return self.interval is not None and self.interval.mode == State.CLOSED

    @property
    def length(self) -> dt.timedelta:
        return self.last_day - self.first_day


@dataclass(frozen=True, slots=True)
class Timetable:
    """All that is known of the hours of one place for one purpose."""

    weekly: tuple[WeeklyRule, ...] = ()
    dated: tuple[DatedRule, ...] = ()
    closed_on_holidays: bool = True
    note: str = ""
    by_weekday: tuple[list[WeeklyRule], ...] = field(init=False, repr=False, compare=False)
    has_nights: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_weekday: tuple[list[WeeklyRule], ...] = tuple([] for _weekday in range(7))
        has_nights = bool(self.dated)  # An exception may be a night; a timetable without any is answered faster.
        for rule in self.weekly:
            by_weekday[rule.weekday].append(rule)
            has_nights = has_nights or (rule.interval is not None and rule.interval.ends_next_day)
        # The dataclass is frozen for everybody else.
        object.__setattr__(self, "by_weekday", by_weekday)
        object.__setattr__(self, "has_nights", has_nights)

    def __bool__(self) -> bool:
        """A timetable that says nothing of the week, not even in words, is none: the next one in line counts."""
        return bool(self.weekly or self.note)


class Day(NamedTuple):
    """What is known of one date: hours, stated closed (no intervals), or not stated.

    `receives` tells that somebody receives on that date, at hours that are not stated.
    """

    date: dt.date
    is_stated: bool
    intervals: tuple[Interval, ...] = ()
    reason: str = ""
    is_unusual: bool = False
    receives: bool = False


def inherited(*timetables: Timetable) -> Timetable:
    """Return the first timetable that says something of the week, or in a note, with the exceptions of all.

    Ordered from the place itself outwards: section, building, office. An exception of the building
    closes its sections too, even those that keep hours of their own.
    """
    own = next((timetable for timetable in timetables if timetable), Timetable())
    dated = tuple(rule for timetable in timetables for rule in timetable.dated)
    return Timetable(own.weekly, dated, own.closed_on_holidays, own.note)


def day(timetable: Timetable, date: dt.date, holidays: Holidays) -> Day:
    """Return what is known of a date. `holidays` maps dates to the names of public holidays.

    Part-day closures are cut out of the intervals, which therefore may be more than were stated.
    """
    base = _base_day(timetable, date, holidays)
    closures = _closures(timetable, date)
    if not (closures and base.intervals):
        return base
    spans = [interval.on(date) for interval in base.intervals]
    closures = [one for one in closures if _cut(spans, [one.span]) != _cut(spans, [])]
    if not closures:
        return base
    intervals = tuple(_interval(span, date) for span in _cut(spans, [one.span for one in closures]))
    return base._replace(intervals=intervals, reason=base.reason or closures[0].reason, is_unusual=True)


def usual_day(timetable: Timetable, date: dt.date) -> Day:
    """Return the day as the weekly schedule alone has it, without holidays and exceptions."""
    applicable = [rule for rule in timetable.by_weekday[date.weekday()] if rule.applies(date)]
    if not applicable:
        return Day(date, is_stated=False)
    if len(applicable) > 1:
        best = min(rule.precedence() for rule in applicable)
        applicable = [rule for rule in applicable if rule.precedence() == best]
    intervals = {rule.interval for rule in applicable if rule.interval}
    receives = UNSTATED_HOURS in intervals
    return Day(date, not receives, _in_order(intervals - {UNSTATED_HOURS}), receives=receives)


def status(timetable: Timetable, moment: dt.datetime, holidays: Holidays) -> Status:
    """Return the Status at `moment`, an aware datetime."""
    if not (timetable or timetable.dated):
        return UNKNOWN
    now = moment.astimezone(dt.UTC)
    timeline = _Timeline(timetable, holidays)
    state = timeline.state(now)
    reason, changes_at = timeline.reason(now), timeline.next_change(now, state)
    if state in EASIEST_FIRST:
        return Status(state, reason, until=changes_at, changes_at=changes_at)
    start, mode, unstated, receives_on = timeline.next_reception(now)
    return Status(state, reason, None, start, mode, unstated, changes_at, receives_on)


def upcoming_changes(timetable: Timetable, first_date: dt.date, days: int, holidays: Holidays) -> list[Day]:
    """Return the unusual days (exceptions and public holidays) among the next `days` dates.

    Days that would not have been worked anyway, such as a holiday on a Sunday stated closed, are left out.
    """
    dates = [first_date + DAY * offset for offset in range(days)]
    both = [(day(timetable, date, holidays), usual_day(timetable, date)) for date in dates]
    return [
        one
        for one, usual in both
        if one.is_unusual and (one.is_stated, one.intervals) != (usual.is_stated, usual.intervals)
    ]


@dataclass(slots=True)
class _Timeline:
    """The spans of a timetable, worked out day by day as they are asked for."""

    timetable: Timetable
    holidays: Holidays
    _days: dict[dt.date, Day] = field(default_factory=dict)
    _spans: dict[dt.date, list[Span]] = field(default_factory=dict)

    def base(self, date: dt.date) -> Day:
        if date not in self._days:
            self._days[date] = _base_day(self.timetable, date, self.holidays)
        return self._days[date]

    def spans(self, date: dt.date) -> list[Span]:
        """Return the spans that belong to a date, with the part-day closures cut out."""
        if date not in self._spans:
            closures = [one.span for one in _closures(self.timetable, date)]
            self._spans[date] = _cut([interval.on(date) for interval in self.base(date).intervals], closures)
        return self._spans[date]

    def spans_touching(self, date: dt.date) -> list[Span]:
        """Return the spans of a date, and those of the night before that reach into it."""
        return self.spans(date - DAY) + self.spans(date) if self.timetable.has_nights else self.spans(date)

    def reason(self, now: dt.datetime) -> str:
        """Return why the hours are unusual now: a part-day closure tells it only while it lasts."""
        today = _date_of(now)
        closures = [one.reason for one in _closures(self.timetable, today) if one.span.start <= now < one.span.end]
        return next(filter(None, closures), self.base(today).reason)

    def state(self, now: dt.datetime) -> State:
        today = _date_of(now)
        modes = [span.mode for span in self.spans_touching(today) if span.start <= now < span.end]
        if modes:
            return min(modes, key=EASIEST_FIRST.index)
        return State.CLOSED if self.base(today).is_stated else State.UNKNOWN

    def next_change(self, now: dt.datetime, state: State) -> dt.datetime | None:
        """Return the first edge of an interval, or midnight, from which on the state differs."""
        today = _date_of(now)
        for offset in range(SEARCH_DAYS):
            date = today + DAY * offset
            midnight = _moment(date + DAY, dt.time.min)
            edges = {midnight}
            for span in self.spans_touching(date):
                edges.update((span.start, span.end))
            # What comes after midnight waits its turn: the next day may have an earlier edge.
            for edge in sorted(edge for edge in edges if now < edge <= midnight):
                if self.state(edge) != state:
                    return edge
        return None

    def next_reception(
        self, now: dt.datetime
    ) -> tuple[dt.datetime | None, State | None, dt.date | None, dt.date | None]:
        """Return (start, mode, first unstated date before it, first date before it of unstated hours), each or None."""
        today = _date_of(now)
        unstated = receives_on = None
        for offset in range(SEARCH_DAYS):
            date = today + DAY * offset
            midnight = _moment(date + DAY, dt.time.min)
            # What is left of yesterday's night may start today.
            later = [span for span in self.spans_touching(date) if now < span.start < midnight]
            if later:
                first = min(later, key=lambda span: (span.start, EASIEST_FIRST.index(span.mode)))
                return first.start, first.mode, unstated, receives_on
            if unstated is None and not self.base(date).is_stated:
                unstated = date
            if receives_on is None and self.base(date).receives:
                receives_on = date
        return None, None, unstated, receives_on


def _base_day(timetable: Timetable, date: dt.date, holidays: Holidays) -> Day:
    """Return the day before part-day closures are cut out."""
    exceptions = [rule for rule in timetable.dated if rule.applies(date) and not rule.is_partial_closure]
    if exceptions:
        shortest = min(rule.length for rule in exceptions)
        chosen = [rule for rule in exceptions if rule.length == shortest]
        # Two exceptions of one length that contradict each other: better a call than a journey for nothing.
        closed = [rule for rule in chosen if rule.interval is None]
        intervals = () if closed else _in_order({rule.interval for rule in chosen if rule.interval})
        return Day(date, True, intervals, (closed or chosen)[0].reason, is_unusual=True)
    if timetable and timetable.closed_on_holidays and date in holidays:
        return Day(date, True, reason=holidays[date], is_unusual=True)
    return usual_day(timetable, date)


class _Closure(NamedTuple):
    span: Span
    reason: str


def _closures(timetable: Timetable, date: dt.date) -> list[_Closure]:
    """Return the part-day closures that may touch the hours of a date; those of a night reach into the next day."""
    if not timetable.dated:
        return []
    return [
        _Closure(rule.interval.on(closed), rule.reason)
        for closed in (date - DAY, date, date + DAY)
        for rule in timetable.dated
        if rule.interval and rule.is_partial_closure and rule.applies(closed)
    ]


def _cut(spans: Iterable[Span], closures: Iterable[Span]) -> list[Span]:
    """Return what the closures leave of the spans, without those that a clock change leaves empty."""
    spans = [span for span in spans if span.start < span.end]
    for closure in closures:
        spans = [part for span in spans for part in span.without(closure)]
    return sorted(spans, key=_START) if len(spans) > 1 else spans


_START = attrgetter("start")
_ORDER = attrgetter("opens", "closes", "mode")


def _in_order(intervals: Set[Interval]) -> tuple[Interval, ...]:
    return tuple(sorted(intervals, key=_ORDER)) if len(intervals) > 1 else tuple(intervals)


def _interval(span: Span, date: dt.date) -> Interval:
    start, end = span.start.astimezone(ZONE), span.end.astimezone(ZONE)
    return Interval(start.time(), end.time(), span.mode, end.date() > date, start.date() > date)


@lru_cache(maxsize=1024)
def _date_of(moment: dt.datetime) -> dt.date:
    """Return the local date of a moment. Kept, since a list of places asks of one moment over and over."""
    return moment.astimezone(ZONE).date()


@lru_cache(maxsize=4096)
def _moment(date: dt.date, time: dt.time) -> dt.datetime:
    """Return the moment in UTC of a local time; one that comes twice is the first of the two."""
    moment = dt.datetime.combine(date, time, ZONE).astimezone(dt.UTC)
    if time.minute and moment.astimezone(ZONE).hour != time.hour:
        # An hour that the spring change leaves out: 2:30 never comes, it is 3:00 at once.
        return moment - dt.timedelta(minutes=time.minute)
    return moment


def _in_season(date: dt.date, start: str, end: str) -> bool:
    day_of_year = f"{date:%m-%d}"
    if start <= end:
        return start <= day_of_year <= end
    return day_of_year >= start or day_of_year <= end


def _season_length(start: str, end: str) -> int:
    """Return roughly how many days a season has: enough to tell the shorter of two."""
    first, last = (int(mark[:2]) * 31 + int(mark[3:]) for mark in (start, end))
    return (last - first) % (12 * 31)


def _in_weeks(date: dt.date, weeks: str, anchor: dt.date | None) -> bool:
    match weeks:
        case "last":
            return (date + 7 * DAY).month != date.month
        case "alternate":
            mondays = [one - DAY * one.weekday() for one in (anchor or date, date)]
            return (mondays[1] - mondays[0]).days // 7 % 2 == 0
        case _:
            return (date.day - 1) // 7 + 1 == int(weeks)
