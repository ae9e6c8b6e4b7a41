"""What holds at a moment: of one place, and of several together. A pure module, like `offices/hours/timetable.py`."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """What holds at a moment. The first three are also the modes of an interval."""

    OPEN = "walk-in"
    APPOINTMENT = "appointment"
    PHONE = "phone"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    PARTLY_OPEN = "partly-open"  # The sum of several places, never of one.


# Where intervals of different modes overlap, the one that asks least of the visitor counts.
EASIEST_FIRST = (State.OPEN, State.APPOINTMENT, State.PHONE)


class Status(NamedTuple):
    """The answer for a moment.

    `until` ends the present state when it is one of the receiving ones. `next_start` and `next_mode` tell the
    next time somebody receives, within SEARCH_DAYS; `unstated_before` is the first date on the way
    there of which nothing is stated, `receives_on` the first, today included, on which somebody receives at hours
    that are not stated. `changes_at` is the next moment at which `state` differs.
    """

    state: State
    reason: str = ""
    until: dt.datetime | None = None
    next_start: dt.datetime | None = None
    next_mode: State | None = None
    unstated_before: dt.date | None = None
    changes_at: dt.datetime | None = None
    receives_on: dt.date | None = None


UNKNOWN = Status(State.UNKNOWN)


def together(states: Iterable[State]) -> State:
    """Return the honest sum of several places' states, such as the sections of a building.

    Some open and some not is PARTLY_OPEN. Nobody open: the easiest way in which anybody receives. Closed only
    when all are: one unknown among the closed leaves the sum UNKNOWN.
    """
    found = set(states)
    if found == {State.OPEN}:
        return State.OPEN
    if State.OPEN in found:
        return State.PARTLY_OPEN
    order = (*EASIEST_FIRST, State.UNKNOWN, State.CLOSED)
    return next((state for state in order if state in found), State.UNKNOWN)
