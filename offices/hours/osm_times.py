"""Hours within one day as an OpenStreetMap `opening_hours` value writes them. A pure module, part of `osm.py`."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from offices.hours.states import State
from offices.hours.timetable import Interval

MinuteSpan = tuple[int, int, State]  # Start and end in minutes from a midnight, and the mode.

MIDNIGHT = 24 * 60  # In minutes.
OFF, PHONE_ONLY = "off", 'off "by phone only"'
# "by appointment" alone would read as open: the specification asks for the state first. The later of two that meet wins.
MODES = {State.APPOINTMENT: ' unknown "by appointment"', State.OPEN: ""}
EASIEST_FIRST = (State.OPEN, State.APPOINTMENT, State.PHONE)


def span_of(interval: Interval) -> MinuteSpan:
    """Return (start, end, mode) in minutes from the midnight at which the date of an interval begins."""
    opens, closes = (time.hour * 60 + time.minute for time in (interval.opens, interval.closes))
    return opens + MIDNIGHT * interval.starts_next_day, closes + MIDNIGHT * interval.ends_next_day, interval.mode


def texts_of(spans: Sequence[MinuteSpan]) -> list[str]:
    """Write hours within one day, one text for each way to be received: the easiest where several hold."""
    painted = _painted(spans)
    texts = [
        times(merged([span for span in painted if span[2] == mode])) + MODES[mode]
        for mode in EASIEST_FIRST
        if mode in MODES and any(span[2] == mode for span in painted)
    ]
    return texts or [PHONE_ONLY if painted else OFF]


def _painted(spans: Sequence[MinuteSpan]) -> list[MinuteSpan]:
    """Return the parts of a day in which somebody is received, each with the easiest of its ways."""
    edges = sorted({edge for start, end, _mode in spans for edge in (start, end)})
    painted = []
    for start, end in pairwise(edges):
        modes = [mode for first, last, mode in spans if first <= start and end <= last]
        if modes:
            painted.append((start, end, min(modes, key=EASIEST_FIRST.index)))
    return painted


def merged(spans: Iterable[MinuteSpan]) -> list[MinuteSpan]:
    """Join the hours of one mode that touch or overlap."""
    found: list[MinuteSpan] = []
    for start, end, mode in sorted(spans):
        if found and start <= found[-1][1]:
            start, last, _mode = found.pop()
            end = max(end, last)
        found.append((start, end, mode))
    return found


def times(spans: Iterable[MinuteSpan]) -> str:
    return ",".join(f"{_clock(start)}-{_closing(start, end)}" for start, end, _mode in spans)


def _closing(start: int, end: int) -> str:
    """Write 6:00 of the next day as 06:00, unless that would be less than a day after the opening."""
    return _clock(end - MIDNIGHT if MIDNIGHT < end <= start + MIDNIGHT else end)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
