"""Where a page went whose address has changed."""

from django.db.models import Q
from django.urls import Resolver404, resolve, reverse

from offices.models import Building, Office
from services.models import Guide, LifeSituation, Service

# What each part of an address names, and which of these records the public may see.
NOUNS = {
    "office_slug": (Office, Q(is_published=True)),
    "service_slug": (Service, Q(owner=None) | Q(owner__is_published=True)),
    "situation_slug": (LifeSituation, Q()),
    "guide_slug": (Guide, Q()),
}


def moved(path):
    """Return the address that a page has now, or None when it has not moved, is not published, or never was."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    now = {name: _now(slug, *NOUNS[name]) if name in NOUNS else slug for name, slug in match.kwargs.items()}
    if "building_slug" in now:
        office = Office.objects.filter(slug=now["office_slug"]).values_list("pk", flat=True).first()
        now["building_slug"] = Building.current_slug(now["building_slug"], office or 0)
    return reverse(match.view_name, kwargs=now) if now != match.kwargs and None not in now.values() else None


def _now(slug, model, is_public):
    """Return the slug that a record has now; None when the public may not see it."""
    current = model.current_slug(slug)
    return current if model.objects.filter(is_public, slug=current).exists() else None
