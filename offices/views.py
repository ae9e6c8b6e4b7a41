"""Pages of where and when. Only here is the clock read."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from languages.fallback import text_of
from offices.calendar_feed import calendar
from offices.default_pages import default_page
from offices.directory import directory_of
from offices.help_lines import by_need, core_lines, help_lines
from offices.models import AccessibilityDeclaration, AccessibilityFact, Office, OfficePage, OfficeRecording
from offices.traces import render_without_trace


@require_safe
def help_now(request):
    """Crisis lines by need; in each group those that answer at this minute first."""
    lines = help_lines(timezone.now())
    core = [line.record for line in lines if line.record.is_core]
    found = {"lines": lines, "needs": by_need(lines), "urgent_lines": core}
    return render_without_trace(request, "pages/help_now.html", found)


@require_safe
def traces(request):
    """How to remove what a browser and a telephone keep of a visit."""
    return render_without_trace(request, "pages/traces.html", {"urgent_lines": core_lines()})


@require_safe
def building(request, office_slug, building_slug):
    """One building: the way in, its phones and hours, and who sits inside."""
    directory = directory_of(office_slug, timezone.now())
    place = next((one for one in directory.buildings if one.record.slug == building_slug), None)
    if place is None:
        raise Http404(_("Nie ma takiego budynku."))
    return render(
        request,
        "pages/building.html",
        {
            "directory": directory,
            "place": place,
            "notices": _current_notices(directory, building=place.record),
            "accessibility": _accessibility([place.record])[place.record.pk],
        },
    )


@require_safe
def contact(request, office_slug):
    """Every address, number and hour of an office on one page."""
    return render(request, "pages/contact.html", {"directory": directory_of(office_slug, timezone.now())})


@require_safe
def notices(request, office_slug):
    """What an office wants people to know now."""
    directory = directory_of(office_slug, timezone.now())
    return render(request, "pages/notices.html", {"directory": directory, "notices": _current_notices(directory)})


@require_safe
def calendar_feed(request, office_slug):
    """The exceptions in the hours of an office, for a calendar program."""
    office = get_object_or_404(Office.objects.published(), slug=office_slug)
    feed = calendar(office, timezone.now(), request.get_host())
    return HttpResponse(feed, content_type="text/calendar; charset=utf-8")


@require_safe
def accessibility_declaration(request, office_slug):
    """The accessibility declaration, with the ids that the ministry's validator looks for.

    An office that has none yet says so; whom to ask, how to complain and what is known of its buildings stand all the same.
    """
    directory = directory_of(office_slug, timezone.now())
    declaration = AccessibilityDeclaration.objects.filter(office=directory.office).first()
    known = _accessibility([place.record for place in directory.buildings])
    return render(
        request,
        "pages/accessibility_declaration.html",
        {
            "directory": directory,
            "declaration": declaration,
            "buildings": [{"record": one.record, "accessibility": known[one.record.pk]} for one in directory.buildings],
            "site_url": request.build_absolute_uri(directory.office.get_absolute_url()),
        },
    )


@require_safe
def page(request, office_slug, kind):
    """A page that the law asks for, in the office's own words."""
    directory = directory_of(office_slug, timezone.now())
    found = directory.office.pages.filter(kind=kind, is_published=True).first() or default_page(kind)
    if found is None:
        raise Http404(_("Ośrodek nie ma takiej strony."))
    recording = None
    if kind == OfficePage.Kind.SIGN_LANGUAGE:
        recording = OfficeRecording.objects.filter(office=directory.office, is_published=True).first()
    context = {"directory": directory, "page": found, "recording": recording}
    return render(request, "pages/office_page.html", context)


def _current_notices(directory, **place):
    return directory.office.notices.current(directory.place.moment).filter(**place)


def _accessibility(buildings):
    """Return {building id: rows of the accessibility component}; a missing record is "not known"."""
    facts = {
        (fact.building_id, fact.feature): fact for fact in AccessibilityFact.objects.filter(building__in=buildings)
    }
    return {
        one.pk: [_row(feature, facts.get((one.pk, feature))) for feature in AccessibilityFact.Feature]
        for one in buildings
    }


def _row(feature, fact):
    answer = AccessibilityFact.Answer(fact.answer if fact else AccessibilityFact.Answer.UNKNOWN)
    note = text_of(fact, "note") if fact else ""
    return {"label": feature.label, "answer": answer.value, "answer_label": answer.label, "note": note}
