"""Records that nobody has compared with their source for a long time, or ever."""

import datetime as dt

from django.contrib import admin
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

STALE_DAYS = 180
PARAMETER, LONG_AGO = "sprawdzone", "dawno"


def stale(records, today):
    """Return those of the records that were checked more than STALE_DAYS days before `today`, or never, and those that
    were to be checked again by a day that has come, and were not since."""
    waits = Q(checked_on=None) | Q(checked_on__lt=today - dt.timedelta(days=STALE_DAYS))
    if any(field.name == "review_on" for field in records.model._meta.fields):
        waits |= Q(review_on__lte=today, checked_on__lt=F("review_on"))
    return records.filter(waits)


class StaleFilter(admin.SimpleListFilter):
    """What waits to be checked, at the side of a list."""

    title = _("aktualność")
    parameter_name = PARAMETER

    def lookups(self, request, model_admin):
        return [(LONG_AGO, _("do sprawdzenia"))]

    def queryset(self, request, queryset):
        return stale(queryset, timezone.localdate()) if self.value() == LONG_AGO else queryset
