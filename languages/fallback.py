"""Polish that stands in for a missing or outdated translation: what it is, and whether a page showed any."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.utils.translation import get_language


class Polish(str):
    """A Polish text where a translation should be. It stays one while arithmetic passes it on."""

    __slots__ = ()

    @property
    def polish(self):
        """The parts of a text that are Polish."""
        return (self,) if self else ()


class PartlyPolish(str):
    """A sentence in the reader's language that quotes Polish texts."""

    polish = ()


def quoting(sentence, *quoted):
    """Return a sentence that remembers which of the texts quoted in it are Polish."""
    found = PartlyPolish(sentence)
    found.polish = tuple(part for text in quoted for part in getattr(text, "polish", ()))
    return found


def text_of(record, name):
    """Return a text of a record as its reader gets it; a Polish one that stands in for a translation as Polish."""
    language = get_language()
    text = getattr(record, name)
    stands_in = language != settings.LANGUAGE_CODE and record.reads_in(name, language) != language
    return Polish(text or "") if stands_in else text


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
