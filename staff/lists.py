"""The list of one kind of record, whatever its address asks for."""

from contextlib import contextmanager

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db import DatabaseError


class PlainChangeList(ChangeList):
    """A list that takes a filter which the database cannot read for one that nobody chose, and shows all records."""

    def get_queryset(self, request, **kwargs):
        with _read():
            return super().get_queryset(request, **kwargs)

    def get_results(self, request):
        with _read():
            super().get_results(request)


@contextmanager
def _read():
    """Tell Django of an address that cannot be read: it opens the list without it."""
    try:
        yield
    except (DatabaseError, LookupError, OverflowError, TypeError, ValueError) as error:
        raise IncorrectLookupParameters from error


class PlainLists:
    """A staff page with such a list."""

    def get_changelist(self, request, **kwargs):
        return PlainChangeList
