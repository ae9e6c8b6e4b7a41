"""Records that nobody has compared with their source for a long time, or ever."""

import datetime as dt

from django.contrib import admin
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from offices.models import HelpLine

STALE_DAYS = 180
SOURCE_YEARS = 2  # A source of 2024 is old in 2026, whenever somebody looked at it last.
PARAMETER, LONG_AGO = "sprawdzone", "dawno"


def stale(records, today):
    """Return those of the records that were checked more than STALE_DAYS days before `today`, or never."""
    return records.filter(Q(checked_on=None) | Q(checked_on__lt=today - dt.timedelta(days=STALE_DAYS)))


def ageing_lines(today):
    """Return the help lines to check again, the oldest source first: dictionaries of the line and the days since a check.

    A source without a date counts as the oldest: nobody can tell how old it is.
    """
    checked_long_ago = Q(checked_on=None) | Q(checked_on__lt=today - dt.timedelta(days=STALE_DAYS))
    old_source = Q(source_year=None) | Q(source_year__lte=today.year - SOURCE_YEARS)
    lines = HelpLine.objects.filter(checked_long_ago | old_source).order_by(
        F("source_year").asc(nulls_first=True), F("checked_on").asc(nulls_first=True), "position", "pk"
    )
    return [{"line": line, "days": line.checked_on and (today - line.checked_on).days} for line in lines]


class StaleFilter(admin.SimpleListFilter):
    """What waits to be checked, at the side of a list."""

    title = _("aktualność")
    parameter_name = PARAMETER

    def lookups(self, request, model_admin):
        return [(LONG_AGO, _("do sprawdzenia"))]

    def queryset(self, request, queryset):
        return stale(queryset, timezone.localdate()) if self.value() == LONG_AGO else queryset
