"""Whether Polish stood in for a missing or outdated translation while something was rendered."""

from contextlib import contextmanager
from contextvars import ContextVar

_watchers = ContextVar("watchers", default=())


@contextmanager
def watched():
    """Give a list that is empty for as long as no Polish text has stood in for another."""
    found = []
    token = _watchers.set((*_watchers.get(), found))
    try:
        yield found
    finally:
        _watchers.reset(token)


def polish_stands_in():
    """Tell whoever watches that a Polish text stands where a translation should."""
    for found in _watchers.get():
        found.append(True)
