"""The list of one kind of record, whatever its address asks for."""

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db import DatabaseError


class PlainChangeList(ChangeList):
    """A list that takes a filter which the database cannot read for one that nobody chose, and shows all records."""

    def get_results(self, request):
        try:
            super().get_results(request)
        except (DatabaseError, LookupError, OverflowError, TypeError, ValueError) as error:
            raise IncorrectLookupParameters from error


class PlainLists:
    """A staff page with such a list."""

    def get_changelist(self, request, **kwargs):
        return PlainChangeList
