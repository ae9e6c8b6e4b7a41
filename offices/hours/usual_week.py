"""The usual week: what holds every week, and beside each weekday the rules for some weeks or for a part of the year.

A pure module, like `offices/hours/timetable.py`.
"""

import calendar
import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from offices.hours.timetable import DAY, Day, Holidays, Timetable, WeeklyRule, day, usual_day

A_WEEK = 7 * DAY
SEARCHED_WEEKS = 53  # A rule that holds on no date of a year is not part of the usual week.


class Scope(NamedTuple):
    """When a weekly rule holds: the fields of WeeklyRule after its hours. The empty scope is "always"."""

    weeks: str = ""
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    season_start: str = ""
    season_end: str = ""

    def covers(self, date: dt.date) -> bool:
        """Tell whether rules of this scope speak of the weekday of this date."""
        return WeeklyRule(date.weekday(), None, *self).applies(date)

    def period(self, date: dt.date) -> tuple[dt.date | None, dt.date | None]:
        """Return the first and the last day, or None for open ends, of the period of this scope that `date` lies in."""
        first, last = self.valid_from, self.valid_until
        if self.season_start:
            start, end = _season_around(self.season_start, self.season_end, date)
            first, last = max(start, first or start), min(end, last or end)
        return first, last


class Statement(NamedTuple):
    """Hours that hold in a scope; `day` is the first date, from today on, on which they do."""

    scope: Scope
    day: Day


class UsualDay(NamedTuple):
    """A weekday: what holds each week at present, on its date of this week, and the statements of other scopes."""

    day: Day
    scope: Scope
    others: tuple[Statement, ...] = ()

    def expected(self, date: dt.date) -> Day:
        """Return the Day that the every-week hours alone promise for a date."""
        return self.day._replace(date=date) if self.scope.covers(date) else Day(date, is_stated=False)


def usual_week(timetable: Timetable, today: dt.date) -> list[UsualDay]:
    """Return the seven UsualDay values of the week of `today`, Monday first."""
    monday = today - DAY * today.weekday()
    return [_usual_day(timetable, monday + DAY * number, today) for number in range(7)]


def departures(
    timetable: Timetable, week: Sequence[UsualDay], first_date: dt.date, days: int, holidays: Holidays
) -> list[Day]:
    """Return the days, among the next `days` dates, that are stated and not as the every-week hours of `week` have it."""
    dates = [first_date + DAY * offset for offset in range(days)]
    both = [(day(timetable, date, holidays), week[date.weekday()].expected(date)) for date in dates]
    return [one for one, usual in both if one.is_stated and (True, one.intervals) != (usual.is_stated, usual.intervals)]


def _usual_day(timetable: Timetable, date: dt.date, today: dt.date) -> UsualDay:
    rules = timetable.by_weekday[date.weekday()]
    coming = date if date >= today else date + A_WEEK
    if all(Scope(*rule[2:]) == ALWAYS for rule in rules):
        return UsualDay(usual_day(timetable, date), ALWAYS)
    found = _first_dates(rules, coming)
    main = next((scope for scope in _ranked(rules, coming) if not scope.weeks and scope in found), None)
    others = [Statement(scope, _day(rules, scope, first)) for scope, first in found.items() if scope != main]
    others.sort(key=_place_in_list)
    if main is None:
        return UsualDay(Day(date, is_stated=False), ALWAYS, tuple(others))
    return UsualDay(_day(rules, main, date), main, tuple(others))


def _first_dates(rules: Sequence[WeeklyRule], coming: dt.date) -> dict[Scope, dt.date]:
    """Return {scope: the first date on which its rules hold, and no stronger ones} within SEARCHED_WEEKS."""
    found: dict[Scope, dt.date] = {}
    for number in range(SEARCHED_WEEKS):
        date = coming + A_WEEK * number
        for scope in _ranked(rules, date)[:1]:
            found.setdefault(scope, date)
    return found


def _ranked(rules: Sequence[WeeklyRule], date: dt.date) -> list[Scope]:
    """Return the scopes of the rules that apply to a date, the strongest first."""
    applicable = sorted((rule for rule in rules if rule.applies(date)), key=WeeklyRule.precedence)
    return list(dict.fromkeys(Scope(*rule[2:]) for rule in applicable))


def _day(rules: Sequence[WeeklyRule], scope: Scope, date: dt.date) -> Day:
    alike = tuple(rule for rule in rules if Scope(*rule[2:]) == scope)
    return usual_day(Timetable(tuple(rule._replace(**_NO_LIMITS) for rule in alike)), date)


def _place_in_list(statement: Statement) -> tuple[bool, str, dt.date]:
    """Weeks of the month come first, in their order; then periods, as they come."""
    return not statement.scope.weeks, statement.scope.weeks, statement.day.date


def _season_around(start: str, end: str, date: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last date of the season, two marks "MM-DD", that `date` lies in."""
    first_year = date.year - (start > end and f"{date:%m-%d}" < start)
    return _date(first_year, start), _date(first_year + (start > end), end)


def _date(year: int, mark: str) -> dt.date:
    """Return the date of a mark; 29 February of a common year is the 28th."""
    month, day = int(mark[:2]), int(mark[3:])
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


ALWAYS = Scope()
_NO_LIMITS = ALWAYS._asdict()
