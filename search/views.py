"""Pages of the search. Only here is the clock read."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from offices.directory import directories_of, directory_of
from offices.help_lines import core_lines, doubtful_last
from offices.models import Office
from offices.traces import render_without_trace
from search import answers, log
from search.pages import pages
from search.suggesting import suggestions
from services.doors import desk_of
from services.matters import situations_everywhere

MOST_UNSURE = 3  # Matters shown when none is sure.


@require_safe
def search(request, office_slug=None):
    """Find a matter by what people call it, everywhere or at one office. Whatever was asked, there is a way on."""
    moment = timezone.now()
    query = answers.tidy(request.GET.get("q", ""))
    directory = directory_of(office_slug, moment) if office_slug else None
    found = answers.search(query, get_language(), directory.office if directory else None)
    found.phones = doubtful_last(found.phones, timezone.localdate(moment))
    if query and not found.danger and (not found or found.is_weak):
        log.note(query, timezone.localdate(moment), directory.office.pk if directory else None)
    directories = [] if directory else _to_call(found, moment)
    chosen = directory or (directories[0] if len(directories) == 1 else None)
    if chosen:
        _say_whom_to_call(found.results, chosen)
    if found.is_weak:
        found.results = found.results[:MOST_UNSURE]
    context = {
        "directory": directory,
        "query": query,
        "found": found,
        "pages": pages(found.page, directories, directory) if found.page else [],
        "situations": _situations(found),
        # The numbers for a crisis are no answer to a word that merely is not known, nor to "kontakt".
        "urgent_lines": found.lines or (core_lines() if found.danger or not (found or found.strange_names) else []),
        "directories": directories,
        "chosen": chosen,
        "must_choose": len(directories) > 1
        and not (found.offices or found.strange_names)
        and (bool(found.results) or not found.page),
    }
    return render_without_trace(request, "pages/search_office.html" if directory else "pages/search.html", context)


def _to_call(found, moment):
    """Return the Directories of the offices to call: those named, else all where they are few."""
    if found.offices:
        return directories_of(found.offices, moment)
    if found.towns:
        return directories_of(Office.objects.published()[: answers.FEW_OFFICES], moment)
    return []


def _say_whom_to_call(results, chosen):
    for one in results:
        offering = next((each for each in one.offerings if each.office_id == chosen.office.pk), None)
        one.desk = desk_of(one.service, offering, chosen)


def _situations(found):
    """Return the life situations to choose from where no matter is found, or none for sure: those that fit first."""
    if found.page or (not found.is_weak and (found.results or found.situations)):
        return []
    rest = [one for one in situations_everywhere() if one not in found.situations]
    return [*found.situations, *rest] if found.is_weak else rest


@require_safe
def suggest(request, office_slug=None):
    """What a query that is being typed may come to, for the script of the search field.

    A danger is typed letter by letter, and its beginnings look like anything: of what is typed no browser keeps a word.
    """
    office = get_object_or_404(Office.objects.published(), slug=office_slug) if office_slug else None
    found = answers.typed(request.GET.get("q", "")[: answers.LONGEST_QUERY], get_language(), office)
    response = JsonResponse({"suggestions": suggestions(found, office)})
    response["Cache-Control"] = "no-store"
    return response
