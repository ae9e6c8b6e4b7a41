"""Opening hours as the tables of tests write them: "Mo-Fr 8:00-16:00", as on a door.

Times of day are Polish wall time unless a Z stands after them.
"""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from offices.hours.holidays import public_holidays
from offices.hours.timetable import DatedRule, Interval, State, Timetable, WeeklyRule

WARSAW = ZoneInfo("Europe/Warsaw")
WEEKDAYS = "Mo Tu We Th Fr Sa Su".split()
HOLIDAYS = public_holidays(dt.date(2024, 1, 1), 1200, "pl")
OPEN, APPOINTMENT, PHONE, CLOSED, UNSTATED = State.OPEN, State.APPOINTMENT, State.PHONE, State.CLOSED, State.UNKNOWN


def at(text):
    """Read a moment: "2026-03-02 8:00" in Warsaw, "2026-03-29 1:00Z" in UTC."""
    date, time = text.split()
    zone = dt.UTC if time.endswith("Z") else WARSAW
    return dt.datetime.combine(dt.date.fromisoformat(date), clock(time.rstrip("Z")), zone)


def clock(text):
    hour, minute = map(int, text.split(":"))
    return dt.time(hour % 24, minute)


def wall(moment):
    """Write a moment as the tables have it, or None."""
    return moment and f"{moment.astimezone(WARSAW):%Y-%m-%d} {clock_text(moment.astimezone(WARSAW))}"


def clock_text(time):
    return f"{time.hour}:{time.minute:02}"


def hours(text, mode=State.OPEN):
    opens, closes = map(clock, text.split("-"))
    return Interval(opens, closes, mode, ends_next_day=closes <= opens)


def rules(line, **limits):
    """Read "Mo-Fr 8:00-12:00 13:00-16:00", "We closed" or "Sa 8:00-12:00 appointment" as weekly rules."""
    days, *words = line.split()
    first, last = (WEEKDAYS.index(name) for name in (days.split("-") * 2)[:2])
    mode = State(words.pop()) if words[-1].isalpha() else State.OPEN
    intervals = [None] if mode == State.CLOSED else [hours(word, mode) for word in words]
    return tuple(WeeklyRule(one, interval, **limits) for one in range(first, last + 1) for interval in intervals)


def table(*lines, dated=(), **fields):
    """Make a timetable of lines, or of the tuples that `rules` returns for lines with limits."""
    weekly = tuple(rule for line in lines for rule in (rules(line) if isinstance(line, str) else line))
    return Timetable(weekly, tuple(dated), **fields)


def closed(first, last=None, reason=""):
    return DatedRule(dt.date.fromisoformat(first), dt.date.fromisoformat(last or first), None, reason)


def closed_for(text, first, last=None, reason=""):
    """A part-day closure."""
    return changed(text, first, last, reason, State.CLOSED)


def changed(text, first, last=None, reason="", mode=State.OPEN):
    """Other hours instead of the usual ones."""
    return DatedRule(dt.date.fromisoformat(first), dt.date.fromisoformat(last or first), hours(text, mode), reason)


def text_of(one):
    """Write what is known of a day: "8:00-12:00 13:00-16:00", "closed" or "unstated"."""
    if not one.is_stated:
        return "unstated"
    return " ".join(_interval_text(interval) for interval in one.intervals) or "closed"


def _interval_text(interval):
    mode = "" if interval.mode == State.OPEN else f"/{interval.mode}"
    return f"{clock_text(interval.opens)}-{clock_text(interval.closes)}{mode}"


def cases(*rows):
    """Make parameters of rows whose first value names the case."""
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


WEEK = "Mo-Fr 8:00-16:00", "Sa-Su closed"
OFFICE = table(*WEEK)
BREAK = table("Mo-Fr 8:00-12:00 13:00-16:00")
NIGHT = table("Fr 22:00-6:00")
NIGHTS = "Mo 22:00-6:00", "Tu closed"
TRAINING = table(*WEEK, dated=[closed_for("10:00-12:00", "2026-03-02", reason="szkolenie")])
REMONT = Timetable(dated=(closed("2026-03-02", reason="remont"),))
ALWAYS = table("Mo-Su 0:00-24:00", closed_on_holidays=False)
WOLOMIN = table("Mo 8:00-17:00", "Tu 8:00-16:00", "Th-Fr 8:00-16:00", "Sa-Su closed")  # Wednesday is not stated.
