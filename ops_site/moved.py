"""Where a page went whose address has changed."""

from django.urls import Resolver404, resolve, reverse

from offices.models import Building, Office
from services.models import Guide, LifeSituation, Service

SHARED = {"situation_slug": LifeSituation, "guide_slug": Guide}


def moved(path):
    """Return the address that a page has now, or None when it has not moved, is not published, or never was.

    A slug that somebody else has taken since still leads from the old address to the page that was there.
    """
    try:
        match = resolve(path)
    except Resolver404:
        return None
    found = _at_offices(match.kwargs) if "office_slug" in match.kwargs else [_everywhere(match.kwargs)]
    now = next((one for one in found if one and one != match.kwargs), None)
    if now is None:
        return None
    # An office's own matter has no shared sheet: it stands at its office alone.
    is_own = match.view_name == "services:service" and "office_slug" in now
    return reverse("services:offering" if is_own else match.view_name, kwargs=now)


def _at_offices(named):
    """Yield what the words of an address name now, for each published office that its first word means."""
    for office in Office.called(named["office_slug"]):
        if office.is_published:
            yield _at_office(named, office)


def _at_office(named, office):
    """Return what the words of an address name at an office, or None when it has no such page."""
    now = {"office_slug": office.slug}
    if "service_slug" in named:
        services = Service.called(named["service_slug"], office.pk)
        now["service_slug"] = _slug(one for one in services if one.offerings.filter(office=office).exists())
    if "building_slug" in named:
        now["building_slug"] = _slug(Building.called(named["building_slug"], office.pk))
    return _whole({**named, **now, **_shared(named)})


def _everywhere(named):
    """Return what the words of an address without an office name now, or None."""
    now = _shared(named)
    if "service_slug" in named:
        service = next(iter(Service.called(named["service_slug"])), None)
        now["service_slug"] = service and service.slug
        if service and service.owner:
            at_owner = service.owner.is_published and service.offerings.filter(office=service.owner).exists()
            now["office_slug"] = service.owner.slug if at_owner else None
    return _whole({**named, **now})


def _shared(named):
    return {name: _slug(model.called(named[name])) for name, model in SHARED.items() if name in named}


def _slug(records):
    return next((one.slug for one in records), None)


def _whole(now):
    return None if None in now.values() else now
