"""What waits for a member of staff on the first page: holidays, coming exceptions, facts to check, translations."""

import datetime as dt

from django.db.models import F, Q
from django.urls import reverse

from offices.admin.holidays import years_to_confirm
from offices.models import HelpLine, HoursException, Office
from staff.rights import may_all
from staff.stale import LONG_AGO, PARAMETER, STALE_DAYS, stale

SHOWN_FOR_DAYS = 60
SOURCE_YEARS = 2  # A source of 2024 is old in 2026, whenever somebody looked at it last.
SHOWN = 20  # A superuser has every office of the country; the rest is counted, or stands in the list.


def first_page(site, request, today, checked_models):
    """Return what the first page shows above the list of records, all of it this user's own."""
    return {
        "holiday_tasks": holiday_tasks(site.get_model_admin(Office).own(request), today),
        "translated": translated(site.get_model_admin(Office).own(request), may_all(request)),
        "coming_exceptions": coming_exceptions(site.get_model_admin(HoursException), request, today),
        "ageing_lines": ageing_lines(today) if may_all(request) else [],
        "to_check": [one for one in (_to_check(site, request, today, model) for model in checked_models) if one],
    }


def holiday_tasks(offices, today):
    """Return a dictionary for each year: the offices that have not confirmed its holidays, the first ones by name."""
    tasks = []
    for year in years_to_confirm(today):
        waiting = list(offices.exclude(holiday_years__year=year)[: SHOWN + 1])
        if waiting:
            tasks.append({"year": year, "offices": waiting[:SHOWN], "are_more": len(waiting) > SHOWN})
    return tasks


def translated(offices, is_superuser):
    """Return the offices whose translations a user looks after, the first ones by name, and whether what all share too."""
    shown = list(offices[: SHOWN + 1])
    return {"offices": shown[:SHOWN], "are_more": len(shown) > SHOWN, "shared": is_superuser}


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


def coming_exceptions(model_admin, request, today):
    """Return the exceptions of the next SHOWN_FOR_DAYS days, those that already last included."""
    last = today + dt.timedelta(days=SHOWN_FOR_DAYS)
    own = model_admin.own(request).filter(last_day__gte=today, first_day__lte=last)
    rows = list(own.select_related(*model_admin.list_select_related)[: SHOWN + 1])
    return {"rows": rows[:SHOWN], "are_more": len(rows) > SHOWN, "days": SHOWN_FOR_DAYS}


def _to_check(site, request, today, model):
    """Return the name, the number and the list of the records of a kind that wait to be checked; None if none do."""
    count = stale(site.get_model_admin(model).own(request), today).count()
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    link = f"{address}?{PARAMETER}={LONG_AGO}"
    return {"name": model._meta.verbose_name_plural, "count": count, "link": link} if count else None
