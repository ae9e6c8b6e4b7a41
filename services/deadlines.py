"""The arithmetic of yearly deadlines: which window of days counts today, and how many days are left.

Pure: no Django, no clock. Days are "MM-DD"; 29 February stands for the last day of February in a common year.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

DAY = dt.timedelta(days=1)


class State(StrEnum):
    """Where today stands before a window of days."""

    AHEAD = "ahead"
    OPEN = "open"
    OVER = "over"


@dataclass(frozen=True)
class Window:
    """Days on which something is taken, first and last included.

    `opens` is None when it is taken from any day on. `days` counts to the last day when the window is open
    (0 on that day), to the first when it is ahead, and since the last when it is over.
    """

    state: State
    opens: dt.date | None
    closes: dt.date
    days: int


def window(first: str, last: str, today: dt.date, year: int | None = None) -> Window:
    """Return the Window that counts on `today`: the one that is open, else the next one; of a single year, that one.

    `first` may be empty. A `last` before `first` falls in the following year.
    """
    if year is not None:
        return _seen(_span(first, last, year), today)
    # The window that began last year may still be open; the one of next year may be the next to come.
    spans = [_span(first, last, number) for number in (today.year - 1, today.year, today.year + 1)]
    return _seen(next(span for span in spans if span[1] >= today), today)


def _span(first: str, last: str, year: int) -> tuple[dt.date | None, dt.date]:
    crosses = bool(first) and last < first
    return (_date(year, first) if first else None), _date(year + crosses, last)


def _date(year: int, text: str) -> dt.date:
    month, day = (int(part) for part in text.split("-"))
    try:
        return dt.date(year, month, day)
    except ValueError:
        return dt.date(year, month + 1, 1) - DAY


def _seen(span: tuple[dt.date | None, dt.date], today: dt.date) -> Window:
    opens, closes = span
    if today > closes:
        return Window(State.OVER, opens, closes, (today - closes).days)
    if opens and today < opens:
        return Window(State.AHEAD, opens, closes, (opens - today).days)
    return Window(State.OPEN, opens, closes, (closes - today).days)
