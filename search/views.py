"""Pages of the search. Only here is the clock read."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from offices.directory import directories_of, directory_of
from offices.help_lines import core_lines, doubtful_last
from offices.models import Office
from offices.traces import render_without_trace
from search import answers, log
from services.matters import situations_everywhere
from services.models import Offering

SUGGESTIONS_KEPT = 300  # Seconds in a browser: names seldom change.


@require_safe
def search(request, office_slug=None):
    """Find a matter by what people call it, everywhere or at one office. Whatever was asked, there is a way on."""
    moment = timezone.now()
    query = answers.tidy(request.GET.get("q", ""))
    directory = directory_of(office_slug, moment) if office_slug else None
    found = answers.search(query, get_language(), directory.office if directory else None)
    found.phones = doubtful_last(found.phones, timezone.localdate(moment))
    is_empty = not (found.results or found.situations)
    if query and not found.danger and (not found or found.is_weak):
        log.note(query, timezone.localdate(moment), directory.office.pk if directory else None)
    context = {
        "directory": directory,
        "query": query,
        "found": found,
        "situations": situations_everywhere() if is_empty else [],
        "urgent_lines": found.lines or (core_lines() if found.danger or is_empty else []),
        "directories": _to_call(query, found, directory, moment),
    }
    return render_without_trace(request, "pages/search_office.html" if directory else "pages/search.html", context)


def _to_call(query, found, directory, moment):
    """Return the offices to call: those named, or when nothing was found the first ones."""
    if found.offices:
        return directories_of(found.offices, moment)
    if query and not found and not directory:
        return directories_of(Office.objects.published()[: answers.FEW_OFFICES], moment)
    return []


@require_safe
@cache_control(public=True, max_age=SUGGESTIONS_KEPT)
def suggest(request, office_slug=None):
    """What a query that is being typed may come to, for the script of the search field."""
    office = get_object_or_404(Office.objects.published(), slug=office_slug) if office_slug else None
    found = answers.suggestions(request.GET.get("q", "")[: answers.LONGEST_QUERY], get_language(), office)
    here = set()
    if office and found:
        services = [service for service, _name in found]
        here = set(Offering.objects.filter(office=office, service__in=services).values_list("service_id", flat=True))
    return JsonResponse({"suggestions": [_suggestion(*one, office, here) for one in found]})


def _suggestion(service, known_as, office, here):
    at = office if service.pk in here else service.owner
    address = reverse("services:offering", args=[at.slug, service.slug]) if at else service.get_absolute_url()
    return {
        "name": service.name,
        "knownAs": known_as,
        "address": address,
        "language": service.reads_in("name", get_language()),
        "knownAsLanguage": service.reads_in("popular_names", get_language()),
    }
