"""Pages that bring the apps together: home, an office, the map of the site; and what machines ask."""

from pathlib import Path

from django.db import Error, connection
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from offices.by_letter import parts
from offices.directory import directories_of, directory_of
from offices.help_lines import core_lines
from offices.models import Office
from offices.namesakes import tell_apart
from ops_site.components import gallery
from services.matters import matters_by_situation, situations_everywhere
from services.models import Guide, Service
from services.views import first

# On the map of the site: so many offices with all their pages, so many by their names, more by letter.
OFFICES_WITH_PAGES = 5
OFFICES_ALONE = 100


@require_safe
def home(request):
    """Search, life situations, offices."""
    offices, are_more = first(Office.objects.published())
    return render(
        request,
        "pages/home.html",
        {
            "situations": situations_everywhere(),
            "directories": directories_of(offices, timezone.now()),
            "more_offices": are_more,
            "help_lines": core_lines(),
        },
    )


@require_safe
def office(request, office_slug):
    """One office: whom to call, which building, what is new, what people come with."""
    directory = directory_of(office_slug, timezone.now())
    return render(
        request,
        "pages/office.html",
        {
            "directory": directory,
            "notices": directory.office.notices.current(directory.place.moment),
            "groups": matters_by_situation(directory.office),
        },
    )


@require_safe
def about(request):
    """Whose site this is, where its facts come from, how often they are checked, and whom to tell of an error."""
    offices, _are_more = first(Office.objects.published())
    return render(request, "pages/about.html", {"directories": directories_of(offices, timezone.now())})


@require_safe
def site_map(request):
    """Every page of the site, as a list. Where offices are many, they stand alone, or on pages by their first letter."""
    offices = tell_apart(Office.objects.published()[: OFFICES_ALONE + 1])
    if len(offices) <= OFFICES_WITH_PAGES:
        prefetch_related_objects(offices, "buildings", "pages")
    return render(
        request,
        "pages/site_map.html",
        {
            "situations": situations_everywhere(),
            "guides": Guide.objects.all(),
            "services": Service.objects.filter(owner=None),
            "offices": offices if len(offices) <= OFFICES_WITH_PAGES else [],
            "offices_alone": offices if OFFICES_WITH_PAGES < len(offices) <= OFFICES_ALONE else [],
            "parts": parts() if len(offices) > OFFICES_ALONE else [],
        },
    )


@require_safe
def office_list(request, letter, number):
    """A page of the list of offices, by the first letter of their municipality."""
    part = next((one for one in parts() if (one.letter, one.number) == (letter, number)), None)
    if part is None:
        raise Http404
    offices = tell_apart(Office.objects.published().filter(pk__in=part.pks))
    return render(request, "pages/office_list.html", {"part": part, "offices": offices})


@require_safe
def components(request):
    """Every component with its examples, for those who build the site and for the tests."""
    return render(request, "pages/components.html", {"components": gallery()})


@require_safe
@never_cache
def healthz(request):
    """Tell a machine that the process answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@never_cache
def readyz(request):
    """Tell a machine whether the database answers too: 200, else 503."""
    try:
        is_up = _has_file() and _answers()
    except Error:
        is_up = False
    return JsonResponse({"database": "up" if is_up else "down"}, status=200 if is_up else 503)


def _has_file():
    """Tell whether a database kept in a file still has it: SQLite would make an empty one in its place."""
    is_file = connection.vendor == "sqlite" and not connection.is_in_memory_db()
    return not is_file or Path(connection.settings_dict["NAME"]).is_file()


def _answers():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
        return cursor.fetchone() is not None


@require_safe
def robots(request):
    """Let every search engine in, except to the staff's pages."""
    site_map_url = request.build_absolute_uri("/sitemap.xml")
    text = f"User-agent: *\nDisallow: /admin/\nDisallow: /komponenty/\nDisallow: /*/komponenty/\n\nSitemap: {site_map_url}\n"
    return HttpResponse(text, content_type="text/plain")
