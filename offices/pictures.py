"""The week as a picture: numbers for the table that is also a drawing."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from offices import hours, recurrence, wording

# The strip shows the working day; a place that keeps other hours gets the whole day.
DAYTIME, WHOLE_DAY = (7, 19), (0, 24)


@dataclass(frozen=True)
class Bar:
    """One interval in per cent of the strip's width."""

    x: str
    width: str
    mode: str


def hours_of(place):
    """Return all that the hours component shows of a place."""
    return {
        "rows": week_rows(place),
        "marks": week_marks(place),
        "note": place.timetable.note,
        "changes": change_rows(place),
        "fortnight": fortnight_rows(place),
    }


def week_rows(place):
    """Return the seven rows of a place's usual week, Monday first, each a dictionary for the template.

    There are none when nothing is known of the week but perhaps a note.
    """
    if not place.timetable.weekly:
        return []
    scale = _scale(place.week)
    return [_week_row(usual, place, scale) for usual in place.usual]


def _week_row(usual, place, scale):
    day, is_today = usual.day, usual.day.date == place.today
    says_nothing = not (day.is_stated or day.receives or usual.others)
    return {
        "name": wording.weekday(day.date),
        "is_today": is_today,
        "is_stated": not (says_nothing or day.receives),
        "words": wording.day_words(day) if says_nothing or day.is_stated or day.receives else "",
        "scope": recurrence.scope_words(usual.scope, day.date, place.today),
        "intervals": [_hours(interval) for interval in day.intervals],
        "others": [_other_row(other, place.today) for other in usual.others],
        "bars": [_bar(interval, scale) for interval in day.intervals],
        **_now(place.moment.astimezone(hours.ZONE), scale if is_today else None),
    }


def _now(local, scale):
    """Return where the present moment stands on the strip of today; at night it has no place there."""
    is_shown = scale is not None and scale[0] <= _hour(local.time()) <= scale[1]
    return {
        "now": wording.clock(local) if is_shown else "",
        "now_x": _percent(_share(local.time(), scale)) if is_shown else "",
    }


def _other_row(statement, today):
    """Return the line of hours that do not hold every week, or not now: when they do, and which they are."""
    scope = recurrence.scope_words(statement.scope, statement.day.date, today)
    return {"scope": scope or _("w pozostałym czasie"), "words": wording.hours_words(statement.day)}


def change_rows(place):
    """Return the coming days that differ from the usual week, each a dictionary for the template."""
    return [_dated_row(day) for day in place.changes]


def fortnight_rows(place):
    """Return the next fourteen days, each a dictionary for the template; none when no hours are known."""
    return [_dated_row(day) for day in place.fortnight] if place.timetable.weekly else []


def week_marks(place):
    """Return the six hours written over the strip."""
    first, last = _scale(place.week)
    step = (last - first) // 6
    return [first + step // 2 + step * number for number in range(6)]


def _dated_row(day):
    return {
        "weekday": wording.weekday(day.date),
        "date": day.date,
        "words": wording.hours_words(day),
        "reason": day.reason,
        "is_unusual": day.is_unusual,
    }


def _hours(interval):
    return {
        "opens": wording.clock(interval.opens),
        "closes": wording.clock(interval.closes),
        "mode": wording.mode_words(interval.mode),
    }


def _scale(week):
    edges = [
        hour
        for day in week
        for interval in day.intervals
        for hour in (_hour(interval.opens), 24 if interval.ends_next_day else _hour(interval.closes))
    ]
    first, last = DAYTIME
    return DAYTIME if all(first <= hour <= last for hour in edges) else WHOLE_DAY


def _bar(interval, scale):
    start = _share(interval.opens, scale)
    end = 1 if interval.ends_next_day else _share(interval.closes, scale)
    return Bar(_percent(start), _percent(end - start), interval.mode)


def _share(time, scale):
    first, last = scale
    return min(max((_hour(time) - first) / (last - first), 0), 1)


def _hour(time):
    return (dt.timedelta(hours=time.hour, minutes=time.minute)) / dt.timedelta(hours=1)


def _percent(share):
    """Write a share for an SVG attribute, always with a point: "41.67%"."""
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"
