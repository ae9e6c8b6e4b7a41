"""Write a timetable as an OpenStreetMap `opening_hours` value.

A pure module. Source: the OpenStreetMap wiki, "Key:opening_hours/specification": a rule after ";" replaces what
earlier rules say of its days, a rule after "," adds to it. So the value has five parts:

1. weekdays that nothing is stated of: `unknown`, since a day left out would read as closed;
2. the weekly rules, the weakest first;
3. hours that are added: nights, which end on a day of another rule, and rules that hold side by side. Nothing that
   is added can be replaced, so each is written for just those days on which no stronger rule holds;
4. public holidays;
5. exceptions, and holidays next to a night, date by date.

What the format cannot say: "every second week" (it knows even and odd weeks of the year, which change places every few
years), so such a weekday is `unknown`; hours by telephone, which are `off`, as nobody receives; a night before a public
holiday later than `holidays` reaches, which ends at midnight; weeks of the month that no choice of [1] … [-1] tells
apart, where a night is left out.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from offices.hours.osm_times import MIDNIGHT, MODES, OFF, PHONE_ONLY, MinuteSpan, merged, span_of, texts_of, times
from offices.hours.states import State
from offices.hours.timetable import DAY, DatedRule, Day, Holidays, Timetable, WeeklyRule, day, usual_day

Rule = tuple[str, str]  # The sign before a rule and its text.
Texts = tuple[str, ...]  # What is said of one date.
ByDate = Mapping[dt.date, Texts]

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FIRST_YEAR = 1900
A_WEEK, LONG = 7, 60  # Days.

UNSTATED_HOURS = 'unknown "hours not stated"'
UNSTATED, ALTERNATE = 'unknown "not stated"', 'unknown "every second week"'

# The days of a year as "MM-DD", 29 February among them.
MARKS = tuple(f"{dt.date(2028, 1, 1) + DAY * number:%m-%d}" for number in range(366))
# A weekday is the first of four in its month, the first of five, the second of four …
TURNS = frozenset((number, count) for count in (4, 5) for number in range(1, count + 1))
NTH = {f"[{number}]": frozenset(turn for turn in TURNS if turn[0] == number) for number in range(1, 6)}
NTH |= {f"[-{number}]": frozenset(turn for turn in TURNS if turn[1] + 1 - turn[0] == number) for number in range(1, 6)}


def opening_hours(timetable: Timetable, holidays: Holidays | None = None) -> str:
    """Return the value, such as "Mo 08:00-17:00; Tu,Th 08:00-16:00; PH off"; "" when nothing is known.

    `holidays` maps dates to names; it matters where an exception or a night falls on one.
    """
    if not (timetable.weekly or timetable.dated):
        return ""
    lines = _lines(timetable)
    added = [line for line in lines if _is_added(line, lines)]
    rules = [*_unstated(lines), *_replacing(lines, added), *_adding(lines, added)]
    if timetable.weekly and timetable.closed_on_holidays:
        rules.append(("; ", "PH off"))
    rules += _dated(timetable, holidays or {}, nights=any(line.is_night for line in lines))
    return "".join(sign + text for sign, text in rules).lstrip(";, ")


# --- Sets of dates -------------------------------------------------------------------------


class _Dates(NamedTuple):
    """The dates with one of these marks, from a first to a last one, at one of these turns of their weekday."""

    marks: frozenset[str]
    first: dt.date
    last: dt.date
    turns: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, rule: WeeklyRule) -> "_Dates":
        marks, turns = frozenset(MARKS), TURNS
        if rule.season_start:
            first, last = MARKS.index(rule.season_start), MARKS.index(rule.season_end)
            marks = frozenset(MARKS[first : last + 1] if first <= last else MARKS[first:] + MARKS[: last + 1])
        if rule.weeks not in ("", "alternate"):
            turns = NTH["[-1]" if rule.weeks == "last" else f"[{rule.weeks}]"]
        return cls(marks, rule.valid_from or dt.date.min, rule.valid_until or dt.date.max, turns)

    def common(self, other: "_Dates") -> "_Dates":
        return _Dates(
            self.marks & other.marks,
            max(self.first, other.first),
            min(self.last, other.last),
            self.turns & other.turns,
        )

    def __bool__(self) -> bool:
        return bool(self.marks and self.turns and self.first <= self.last)

    def without(self, other: "_Dates") -> list["_Dates"]:
        """Return what is left when `other` is taken out, as sets that have no date in common."""
        common = self.common(other)
        if not common:
            return [self]
        left = [self._replace(marks=self.marks - other.marks)]
        if self.first < other.first:
            left.append(self._replace(marks=common.marks, last=other.first - DAY))
        if other.last < self.last:
            left.append(self._replace(marks=common.marks, first=other.last + DAY))
        left.append(common._replace(turns=self.turns - other.turns))
        return [dates for dates in left if dates]

    def periods(self) -> list[str]:
        """Write the dates, whatever their weekday, as one or more periods."""
        if len(self.marks) == len(MARKS):
            return [_range(self.first, self.last)]
        first, last = self.first.year + (self.first > _january(self.first)), self.last.year
        last -= self.last < dt.date(last, 12, 31)
        if first >= last:  # Not even two whole years.
            return self._ranges(self.first, self.last)
        years = f"{first}+ " if last == dt.MAXYEAR else f"{max(first, FIRST_YEAR)}-{last} "
        always = (first, last) == (dt.MINYEAR, dt.MAXYEAR)
        before = self._ranges(self.first, dt.date(first - 1, 12, 31)) if first > self.first.year else []
        after = self._ranges(dt.date(last + 1, 1, 1), self.last) if last < self.last.year else []
        return [*before, f"{'' if always else years}{self._seasons()}", *after]

    def _ranges(self, first: dt.date, last: dt.date) -> list[str]:
        dates = [first + DAY * number for number in range((last - first).days + 1)]
        return [_range(run[0], run[-1]) for run in _runs([one for one in dates if f"{one:%m-%d}" in self.marks])]

    def _seasons(self) -> str:
        runs = [list(run) for is_in, run in groupby(MARKS, key=self.marks.__contains__) if is_in]
        if len(runs) > 1 and (runs[0][0], runs[-1][-1]) == (MARKS[0], MARKS[-1]):
            runs = [*runs[1:-1], runs[-1] + runs[0]]
        return ",".join("-".join(dict.fromkeys(_month_day(mark) for mark in (run[0], run[-1]))) for run in runs)


EVERY_DATE = _Dates(frozenset(MARKS), dt.date.min, dt.date.max, TURNS)


def _january(date: dt.date) -> dt.date:
    return date.replace(month=1, day=1)


def _runs(dates: Iterable[dt.date]) -> list[list[dt.date]]:
    """Split dates in order into lists of dates that follow one another."""
    numbered = groupby(enumerate(dates), key=lambda pair: pair[1].toordinal() - pair[0])
    return [[date for _number, date in run] for _key, run in numbered]


def _range(first: dt.date, last: dt.date) -> str:
    if last == dt.date.max:
        return "" if first == dt.date.min else f"{_date(first)}+"
    if first == dt.date.min:
        first = dt.date(FIRST_YEAR, 1, 1)
    return _date(first) if first == last else f"{_date(first)}-{_date(last)}"


def _date(date: dt.date) -> str:
    return f"{date.year} {_month_day(f'{date:%m-%d}')}"


def _month_day(mark: str) -> str:
    month, number = mark.split("-")
    return f"{MONTHS[int(month) - 1]} {number}"


def _days(dates: _Dates, weekdays: Iterable[int]) -> list[str]:
    """Write each period of these dates with the weekdays."""
    numbered = groupby(enumerate(sorted(weekdays)), key=lambda pair: pair[1] - pair[0])
    runs = [[weekday for _number, weekday in run] for _key, run in numbered]
    if dates.turns == TURNS:
        names = list(map(_run_of_weekdays, runs))
    else:
        names = [f"{WEEKDAYS[one]}{nth}" for run in runs for one in run for nth in _turns(dates.turns)]
    return [f"{period} {','.join(names)}".strip() for period in dates.periods()] if names else []


def _run_of_weekdays(run: Sequence[int]) -> str:
    if len(run) > 2:
        return f"{WEEKDAYS[run[0]]}-{WEEKDAYS[run[-1]]}"
    return ",".join(WEEKDAYS[one] for one in run)


def _turns(wanted: frozenset[tuple[int, int]]) -> list[str]:
    """Return the fewest signs, "[1]" or "[-1]", that cover these turns of a weekday in its month."""
    needed: list[str] = []
    covered: frozenset[tuple[int, int]] = frozenset()
    for nth, turns in sorted(NTH.items(), key=lambda entry: -len(entry[1])):
        if turns <= wanted and not turns <= covered:
            needed, covered = [*needed, nth], covered | turns
    return needed


# --- The weekly rules ----------------------------------------------------------------------


class _Line(NamedTuple):
    """The weekly rules of one weekday that hold on the same dates."""

    rule: WeeklyRule  # Any of them.
    dates: _Dates
    spans: tuple[MinuteSpan, ...]

    @property
    def is_night(self) -> bool:
        return any(end > MIDNIGHT for _start, end, _mode in self.spans)

    @property
    def is_unstated(self) -> bool:
        return any(mode == State.UNKNOWN for _start, _end, mode in self.spans)

    @property
    def receives(self) -> bool:
        return any(mode in MODES for _start, _end, mode in self.spans)


def _lines(timetable: Timetable) -> list[_Line]:
    """Return the lines, the weakest first."""
    groups: dict[tuple[object, ...], list[WeeklyRule]] = {}
    for rule in sorted(timetable.weekly, key=lambda rule: rule.weekday):
        scope = rule.weekday, rule.weeks, rule.valid_from, rule.valid_until, rule.season_start, rule.season_end
        groups.setdefault(scope, []).append(rule)
    lines = [
        _Line(rules[0], _Dates.of(rules[0]), tuple(span_of(rule.interval) for rule in rules if rule.interval))
        for rules in groups.values()
    ]
    return sorted(lines, key=lambda line: line.rule.precedence(), reverse=True)


def _is_added(line: _Line, lines: Sequence[_Line]) -> bool:
    if not line.receives or line.rule.weeks == "alternate":
        return False
    # Where the easier way to be received begins before an evening's appointments end, it is written last.
    night = any(end > MIDNIGHT for one in (*lines,) for _start, end, mode in one.spans if mode == State.APPOINTMENT)
    return night or line.is_night or any(_side_by_side(line, other) for other in lines)


def _weaker(line: _Line, lines: Sequence[_Line]) -> list[_Line]:
    return [
        other
        for other in lines
        if other.rule.weekday == line.rule.weekday and other.rule.precedence() > line.rule.precedence()
    ]


def _side_by_side(line: _Line, other: _Line) -> bool:
    return (
        line is not other
        and line.rule.weekday == other.rule.weekday
        and line.rule.precedence() == other.rule.precedence()
        and bool(line.dates.common(other.dates))
    )


def _unstated(lines: Sequence[_Line]) -> list[Rule]:
    stated = {line.rule.weekday for line in lines if line.dates == EVERY_DATE}
    missing = [number for number in range(A_WEEK) if number not in stated]
    if len(missing) == A_WEEK:
        return [("; ", UNSTATED)]
    return [("; ", f"{days} {UNSTATED}") for days in _days(EVERY_DATE, missing)] if missing else []


def _replacing(lines: Sequence[_Line], added: Sequence[_Line]) -> Iterator[Rule]:
    """Yield the rules that replace weaker ones; where hours are added later, they make room for them."""
    alike: dict[tuple[object, _Dates, Texts], list[int]] = {}
    for line in lines:
        texts: Texts
        if line.rule.weeks == "alternate":
            texts = (ALTERNATE,)
        elif line.is_unstated:
            texts = (UNSTATED_HOURS,)
        elif line in added:
            texts = (OFF,) if line.dates != EVERY_DATE or _weaker(line, lines) else ()
        else:
            texts = tuple(texts_of(line.spans))
        alike.setdefault((line.rule.precedence(), line.dates, texts), []).append(line.rule.weekday)
    for (_precedence, dates, texts), weekdays in alike.items():
        for days in _days(dates, weekdays):
            yield from _rules(days, texts)


def _adding(lines: Sequence[_Line], added: Sequence[_Line]) -> Iterator[Rule]:
    """Yield the rules that add hours, each for the dates on which no stronger rule holds."""
    alike: dict[tuple[_Dates, str], list[int]] = {}
    for mode in MODES:
        for line in added:
            if text := times(merged([span for span in line.spans if span[2] == mode])):
                for dates in _not_overruled(line, lines):
                    alike.setdefault((dates, text + MODES[mode]), []).append(line.rule.weekday)
    for (dates, text), weekdays in alike.items():
        for days in _days(dates, weekdays):
            yield ", ", f"{days} {text}"


def _not_overruled(line: _Line, lines: Sequence[_Line]) -> list[_Dates]:
    """Return the dates of a line on which no stronger one holds."""
    left = [line.dates]
    for stronger in lines:
        if line in _weaker(stronger, lines):
            left = [part for one in left for part in one.without(stronger.dates)]
    return left


# --- Exceptions ----------------------------------------------------------------------------


def _dated(timetable: Timetable, holidays: Holidays, *, nights: bool) -> Iterator[Rule]:
    """Yield rules for the dates that exceptions touch, and for holidays next to a night; a long closure is one range."""
    for rule in sorted(filter(_is_long_closure, timetable.dated), key=lambda rule: rule.length, reverse=True):
        yield from _rules(_range(rule.first_day + DAY, rule.last_day), (OFF,))
    touched = _touched(timetable, holidays, nights)
    days = {date: day(timetable, date, holidays) for one in touched for date in (one - DAY, one)}
    wanted = {date: _calendar_day(days[date - DAY], days[date]) for date in sorted(touched)}
    told = {date: _told(timetable, date, holidays) for date in wanted}
    for run in _runs(list(wanted)):
        by_date, by_weekday = _by_date(run, wanted, told), _by_weekday(run, wanted, told)
        for period, texts in min(by_date, by_weekday, key=len):
            yield from _rules(period, texts)


def _touched(timetable: Timetable, holidays: Holidays, nights: bool) -> set[dt.date]:
    """Return the dates that exceptions touch, and those of holidays next to a night."""
    touched = {date for rule in timetable.dated for date in _touched_by(rule, nights)}
    if nights and timetable.closed_on_holidays:
        touched.update(date + DAY * number for date in holidays for number in (0, 1))
    return touched


def _touched_by(rule: DatedRule, nights: bool) -> list[dt.date]:
    """Return the dates that an exception touches; of a long closure the first and what comes after it alone."""
    is_night = nights or bool(rule.interval and rule.interval.ends_next_day)
    numbers = range(rule.length.days + 1 + is_night)
    if _is_long_closure(rule):
        numbers = range(0, numbers.stop, rule.length.days + 1)
    return [rule.first_day + DAY * number for number in numbers]


def _is_long_closure(rule: DatedRule) -> bool:
    return rule.interval is None and rule.length.days > LONG


def _told(timetable: Timetable, date: dt.date, holidays: Holidays) -> Texts:
    """Return what the rules before the exceptions, and long closures, say of a date."""
    if any(_is_long_closure(rule) and rule.first_day < date <= rule.last_day for rule in timetable.dated):
        return (OFF,)
    if timetable.weekly and timetable.closed_on_holidays and date in holidays:
        return (OFF,)
    return _calendar_day(usual_day(timetable, date - DAY), usual_day(timetable, date))


def _by_date(run: Sequence[dt.date], wanted: ByDate, told: ByDate) -> list[tuple[str, Texts]]:
    """Return (days, texts) of the dates that are told otherwise: those alike that follow one another as one."""
    found = []
    for texts, same in groupby(run, key=wanted.__getitem__):
        different = [date for date in same if told[date] != texts]
        if different:
            found.append((_range(different[0], different[-1]), texts))
    return found


def _by_weekday(run: Sequence[dt.date], wanted: ByDate, told: ByDate) -> list[tuple[str, Texts]]:
    """Return the same as a period of weekdays, and after it the dates that differ from the others of their weekday."""
    alike: dict[Texts, list[int]] = {}
    now_told = dict(told)
    for weekday in range(A_WEEK):
        dates = [date for date in run if date.weekday() == weekday]
        if any(told[date] != wanted[date] for date in dates):
            texts = Counter(wanted[date] for date in dates).most_common(1)[0][0]
            alike.setdefault(texts, []).append(weekday)
            now_told |= dict.fromkeys(dates, texts)
    period = EVERY_DATE._replace(first=run[0], last=run[-1])
    found = [(days, texts) for texts, weekdays in alike.items() for days in _days(period, weekdays)]
    return found + _by_date(run, wanted, now_told)


def _calendar_day(yesterday: Day, today: Day) -> Texts:
    """Return the texts for a date from midnight to midnight."""
    spans = [span_of(interval) for interval in today.intervals]
    spans += [(start - MIDNIGHT, end - MIDNIGHT, mode) for start, end, mode in map(span_of, yesterday.intervals)]
    clipped = [(max(start, 0), min(end, MIDNIGHT), mode) for start, end, mode in spans]
    texts = texts_of([span for span in clipped if span[0] < span[1]])
    if today.is_stated:
        return tuple(texts)
    return (UNSTATED, *(text for text in texts if text not in (OFF, PHONE_ONLY)))


def _rules(days: str, texts: Sequence[str]) -> Iterator[Rule]:
    """Yield a rule that replaces, and those that add the rest of the same days."""
    for number, text in enumerate(texts):
        yield ", " if number else "; ", f"{days} {text}"
