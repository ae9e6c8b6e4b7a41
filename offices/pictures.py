"""The week as a picture: numbers for the table that is also a drawing."""

import datetime as dt
from dataclasses import dataclass

from offices import hours, wording

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

    There are none when nothing is known of the week.
    """
    if not place.timetable:
        return []
    scale = _scale(place.week)
    local = place.moment.astimezone(hours.ZONE)
    return [
        {
            "name": wording.weekday(day.date),
            "is_today": day.date == place.today,
            "is_stated": day.is_stated,
            "words": wording.day_words(day),
            "intervals": [_hours(interval) for interval in day.intervals],
            "bars": [_bar(interval, scale) for interval in day.intervals],
            "now": wording.clock(local) if day.date == place.today else "",
            "now_x": _percent(_share(local.time(), scale)) if day.date == place.today else "",
        }
        for day in place.week
    ]


def change_rows(place):
    """Return the coming days that differ from the usual week, each a dictionary for the template."""
    return [_dated_row(day) for day in place.changes]


def fortnight_rows(place):
    """Return the next fourteen days, each a dictionary for the template; none when no hours are known."""
    return [_dated_row(day) for day in place.fortnight] if place.timetable else []


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
