"""Where a page went whose address has changed."""

from django.urls import Resolver404, resolve, reverse

from offices.models import Building, Office
from services.models import Guide, LifeSituation, Service

# What each part of an address names.
NOUNS = {"office_slug": Office, "service_slug": Service, "situation_slug": LifeSituation, "guide_slug": Guide}


def moved(path):
    """Return the address that a page has now, or None when it has not moved (or never was)."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    now = {name: NOUNS[name].current_slug(slug) if name in NOUNS else slug for name, slug in match.kwargs.items()}
    if "building_slug" in now:
        office = Office.objects.filter(slug=now["office_slug"]).values_list("pk", flat=True).first()
        now["building_slug"] = Building.current_slug(now["building_slug"], office or 0)
    return reverse(match.view_name, kwargs=now) if now != match.kwargs else None
