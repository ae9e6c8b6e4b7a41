"""Pages of what help there is. Only here is the clock read."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from offices.directory import directories_of, directory_of
from offices.help_lines import language_lines
from offices.models import Office
from offices.traces import render_without_trace
from services import danger, structured_data, wording
from services.doors import doors_of, first_door
from services.guides import steps_at, steps_of
from services.matters import everything, index, matters_by_situation, matters_of
from services.models import Guide, LifeSituation, Offering, Service, SheetRecording


@require_safe
def service(request, service_slug):
    """The shared sheet of a matter, and which offices handle it."""
    found = get_object_or_404(Service.objects.filter(owner=None), slug=service_slug)
    moment = timezone.now()
    offerings = found.offerings.filter(office__is_published=True).select_related("office", "section", "building")
    offerings, are_more = first(offerings.order_by("office__municipality", "office_id"))
    directories = directories_of([one.office for one in offerings], moment)
    desks = [
        (one, directory.of(one.section or one.building)) for one, directory in zip(offerings, directories, strict=True)
    ]
    return render_without_trace(
        request,
        "pages/service.html",
        {
            "service": found,
            "desks": desks,
            "more_offices": are_more,
            **danger.of_service(found, found.handling),
            "machines": structured_data.service(found, request.build_absolute_uri, get_language()),
            **_facts(found, moment),
        },
    )


@require_safe
def offering(request, office_slug, service_slug):
    """A matter at one office: what to bring, what to do, where and when."""
    directory = directory_of(office_slug, timezone.now())
    found = get_object_or_404(
        Offering.objects.filter(office=directory.office).select_related(
            "office", "service", "section__office", "section__building__office", "building__office"
        ),
        service__slug=service_slug,
    )
    desk = directory.of(found.section or found.building)
    phones = list(found.phones.all()) or desk.phones
    return render_without_trace(
        request,
        "pages/offering.html",
        {
            "directory": directory,
            "offering": found,
            "service": found.service,
            "place": desk.serving(found.purpose),
            "others": desk.beside(found.purpose),
            "building": next(
                (one for one in directory.buildings if one.record == found.at), _only(directory.buildings)
            ),
            "phones": phones,
            "forms": found.forms.all(),
            **danger.of_service(found.service, found.state),
            "machines": structured_data.offering(found, request.build_absolute_uri, get_language(), phones),
            **_facts(found.service, directory.place.moment),
        },
    )


@require_safe
def matters(request, office_slug):
    """All matters of an office, by life situation."""
    directory = directory_of(office_slug, timezone.now())
    context = {"directory": directory, "groups": matters_by_situation(directory.office)}
    return render(request, "pages/matters.html", context)


@require_safe
def office_letters(request, office_slug):
    """All matters of an office, from A to Z, popular and old names among them."""
    directory = directory_of(office_slug, timezone.now())
    context = {"directory": directory, "letters": index(matters_of(directory.office))}
    return render(request, "pages/office_letters.html", context)


@require_safe
def all_matters(request):
    """All matters of all offices, from A to Z, popular and old names among them."""
    return render(request, "pages/all_matters.html", {"letters": index(everything())})


@require_safe
def guide(request, guide_slug):
    """The steps of a situation that spans several matters, whichever office a person belongs to."""
    found = get_object_or_404(Guide.objects.select_related("situation"), slug=guide_slug)
    offices, are_more = first(Office.objects.published())
    offerings = Offering.objects.filter(office__in=offices, service__guide_steps__guide=found).select_related("section")
    return render_without_trace(
        request,
        "pages/guide.html",
        {
            "guide": found,
            "steps": steps_of(found),
            "doors": doors_of(directories_of(offices, timezone.now()), offerings),
            "more_offices": are_more,
            **danger.of_situation(found.situation),
        },
    )


@require_safe
def office_guide(request, office_slug, guide_slug):
    """A guide whose steps lead to the desks of one office."""
    directory = directory_of(office_slug, timezone.now())
    found = get_object_or_404(Guide.objects.select_related("situation"), slug=guide_slug)
    steps = steps_at(found, directory)
    desks = [(stop.state, stop.building.pk) for step in steps for stop in step.stops if stop.building]
    return render_without_trace(
        request,
        "pages/office_guide.html",
        {
            "directory": directory,
            "guide": found,
            "steps": steps,
            "door": first_door(directory, desks),
            **danger.of_situation(found.situation),
        },
    )


@require_safe
def situation(request, situation_slug):
    """A life situation: its matters, whichever office a person belongs to."""
    moment = timezone.now()
    found = get_object_or_404(LifeSituation, slug=situation_slug)
    offices, are_more = first(Office.objects.published())
    offerings = Offering.objects.filter(office__in=offices, service__situations=found).select_related("section")
    return render_without_trace(
        request,
        "pages/situation.html",
        {
            "situation": found,
            "matters": everything(found.services),
            "doors": doors_of(directories_of(offices, moment), offerings),
            "more_offices": are_more,
            "guides": found.guides.all(),
            "language_lines": language_lines(timezone.localdate(moment)) if found.shows_language_lines else [],
            **danger.of_situation(found),
        },
    )


@require_safe
def office_situation(request, office_slug, situation_slug):
    """A life situation at one office."""
    moment = timezone.now()
    directory = directory_of(office_slug, moment)
    found = get_object_or_404(LifeSituation, slug=situation_slug)
    matters = dict(matters_by_situation(directory.office)).get(found, [])
    return render_without_trace(
        request,
        "pages/office_situation.html",
        {
            "directory": directory,
            "situation": found,
            "matters": matters,
            "door": first_door(directory, [(one.state, one.building_id) for one in matters]),
            "guides": found.guides.all(),
            "language_lines": language_lines(timezone.localdate(moment)) if found.shows_language_lines else [],
            **danger.of_situation(found),
        },
    )


# More than that is a directory to search, not a list to read.
OFFICES_SHOWN = 24


def first(records):
    """Return so many records as a list shows, and whether there are more, which stand on the map of the site."""
    found = list(records[: OFFICES_SHOWN + 1])
    return found[:OFFICES_SHOWN], len(found) > OFFICES_SHOWN


def _facts(found, moment):
    """Return what a sheet shows of a service besides its texts."""
    today = timezone.localdate(moment)
    return {
        "documents": found.required_documents.select_related("document"),
        "deadlines": [_deadline(one, one.window(today)) for one in found.deadlines.all()],
        "recording": SheetRecording.objects.filter(service=found, is_published=True).first(),
        "guides": Guide.objects.filter(steps__services=found).distinct(),
        "amounts": [{"record": amount, "is_current": amount.is_current(today)} for amount in found.amounts.all()],
        "legal_bases": found.legal_bases.all(),
    }


def _deadline(record, window):
    return {
        "record": record,
        "window": window,
        "words": wording.days_words(window) if window else "",
        "is_pressing": window is not None and wording.is_pressing(window),
    }


def _only(places):
    """Return the one building of an office that has just one: everything there is in it."""
    return places[0] if len(places) == 1 else None
