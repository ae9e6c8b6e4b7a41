"""Records that nobody has compared with their source for a long time, or ever."""

import datetime as dt

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

STALE_DAYS = 180
PARAMETER, LONG_AGO = "sprawdzone", "dawno"


def stale(records, today):
    """Return those of the records that were checked more than STALE_DAYS days before `today`, or never."""
    return records.filter(Q(checked_on=None) | Q(checked_on__lt=today - dt.timedelta(days=STALE_DAYS)))


class StaleFilter(admin.SimpleListFilter):
    """What waits to be checked, at the side of a list."""

    title = _("aktualność")
    parameter_name = PARAMETER

    def lookups(self, request, model_admin):
        return [(LONG_AGO, _("do sprawdzenia"))]

    def queryset(self, request, queryset):
        return stale(queryset, timezone.localdate()) if self.value() == LONG_AGO else queryset
