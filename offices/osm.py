"""Write a timetable as an OpenStreetMap `opening_hours` value.

A pure module. Source: the OpenStreetMap wiki, "Key:opening_hours/specification". A later rule overrides an
earlier one for the days that it names, which is how our order of precedence is carried over. What the format
cannot say is left out: a day not stated has no rule, and "every second week" has no notion of an anchor.
"""

import datetime as dt
from itertools import groupby

from offices.hours import DAY, Interval, State, Timetable, day

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# "by appointment" alone would read as open: the specification asks for the state first.
MODES = {State.OPEN: "", State.APPOINTMENT: ' unknown "by appointment"', State.PHONE: ' off "by phone only"'}


def opening_hours(timetable, holidays=None):
    """Return the value, such as "Mo 08:00-17:00; Tu,Th 08:00-16:00; PH off"; "" when nothing is known.

    `holidays` maps dates to names; it matters only where an exception falls on one.
    """
    if not timetable:
        return ""
    rules = [_weekly(group) for group in _groups(timetable)]
    if timetable.closed_on_holidays:
        rules.append("PH off")
    rules += [_dated(date, timetable, holidays or {}) for date in _exception_dates(timetable)]
    return "; ".join(rules)


def _groups(timetable):
    """Yield the weekly rules that one OSM rule can say, the weakest first."""
    usable = [rule for rule in timetable.weekly if rule.weeks != "alternate"]

    def order(rule):
        kind, length, start, every_week = rule.precedence()
        return [-kind, -length, -start, not every_week, *_scope(rule), rule.weekday]

    strongest_last = sorted(usable, key=order)
    by_day = {}
    for rule in strongest_last:
        by_day.setdefault((_scope(rule), rule.weekday), []).append(rule)
    same = [(scope, _hours(rules), weekday) for (scope, weekday), rules in by_day.items()]
    for (scope, hours), group in groupby(same, key=lambda entry: entry[:2]):
        yield scope, hours, [weekday for _scope_, _hours_, weekday in group]


def _scope(rule):
    """Return what limits a rule besides its weekday, as comparable texts."""
    return (
        rule.season_start,
        rule.season_end,
        str(rule.valid_from or ""),
        str(rule.valid_until or ""),
        rule.weeks,
    )


def _weekly(group):
    (season_start, season_end, first, last, weeks), hours, weekdays = group
    nth = {"": "", "last": "[-1]"}.get(weeks, f"[{weeks}]")
    days = ",".join(f"{WEEKDAYS[weekday]}{nth}" for weekday in weekdays)
    return " ".join(filter(None, [_period(season_start, season_end, first, last), days, hours]))


def _period(season_start, season_end, first, last):
    if season_start:
        return f"{_month_day(season_start)}-{_month_day(season_end)}"
    if first and last:
        return f"{_date(first)}-{_date(last)}"
    if first:
        return f"{_date(first)}+"
    return f"1900 Jan 01-{_date(last)}" if last else ""


def _hours(rules):
    intervals = sorted((rule.interval for rule in rules if rule.interval), key=lambda one: (one.opens, one.closes))
    return _times(intervals) or "off"


def _times(intervals):
    """Write intervals of one mode together, of several modes as fallback parts."""
    parts = []
    for mode, group in groupby(intervals, key=lambda interval: interval.mode):
        spans = ",".join(f"{one.opens:%H:%M}-{_closing(one)}" for one in group)
        parts.append(spans + MODES[mode])
    return ", ".join(parts)


def _closing(interval: Interval):
    return "24:00" if interval.ends_next_day and interval.closes == dt.time.min else f"{interval.closes:%H:%M}"


def _exception_dates(timetable: Timetable):
    dates = set()
    for rule in timetable.dated:
        dates.update(rule.first_day + DAY * offset for offset in range(rule.length.days + 1))
    return sorted(dates)


def _dated(date, timetable, holidays):
    found = day(timetable, date, holidays)
    return f"{_date(str(date))} {_times(found.intervals) or 'off'}"


def _date(iso):
    year, month, number = iso.split("-")
    return f"{year} {MONTHS[int(month) - 1]} {number}"


def _month_day(mark):
    month, number = mark.split("-")
    return f"{MONTHS[int(month) - 1]} {number}"
