"""Suggestions while a person types, as the script of the search field reads them: an address with its words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language

from offices.models import Office
from search.answers import FEW_OFFICES, MOST_SUGGESTIONS
from search.pages import pages
from services.models import Offering


@dataclass(frozen=True)
class At:
    """An office whose page may answer."""

    office: Office


def suggestions(found, office=None):
    """Return what is Found for a query being typed, at an office or everywhere, as the script reads it: pages, then matters,
    then places."""
    said = [
        *_pages(found, office),
        *(_suggestion(one, "name", one.get_absolute_url()) for one in found.offices if not found.page),
        *_matters(found.results, office),
        *(_suggestion(one, "name", one.get_absolute_url(), one.office) for one in found.spots),
    ]
    return said[:MOST_SUGGESTIONS]


def _pages(found, office):
    if not found.page:
        return
    offices = [] if office else found.offices or Office.objects.published()[: FEW_OFFICES + 1]
    several = [At(one) for one in offices]
    for page in pages(found.page, several if len(several) <= FEW_OFFICES else [], At(office) if office else None):
        of = page.directory.office if page.directory else None
        if page.record:
            yield _suggestion(page.record, "title", page.address)
        else:
            yield _described(str(page.title), get_language(), page.address, of)


def _matters(services, office):
    here = set()
    if office and services:
        here = set(
            Offering.objects.filter(office=office, service__in=[one for one, _name in services]).values_list(
                "service_id", flat=True
            )
        )
    for service, known_as in services:
        at = office if service.pk in here else service.owner
        address = reverse("services:offering", args=[at.slug, service.slug]) if at else service.get_absolute_url()
        yield _suggestion(service, "name", address) | {
            "knownAs": known_as,
            "knownAsLanguage": service.reads_in("popular_names", get_language()),
        }


def _suggestion(record, field, address, of=None):
    return _described(getattr(record, field), record.reads_in(field, get_language()), address, of)


def _described(name, language, address, of):
    return {
        "name": name,
        "language": language,
        "address": address,
        "knownAs": of.short_name if of else "",
        "knownAsLanguage": of.reads_in("short_name", get_language()) if of else get_language(),
    }
