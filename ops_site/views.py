"""Pages that bring the apps together: home, an office, search, the map of the site; and the errors."""

from django.conf import settings
from django.db import connection
from django.http import HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from offices.directory import directories_of, directory_of
from offices.help_lines import core_lines
from offices.models import Office
from ops_site.components import gallery
from ops_site.moved import moved
from services.matters import matters_by_situation, situations_everywhere
from services.models import Guide, Service
from services.views import OFFICES_SHOWN


@require_safe
def home(request):
    """Search, life situations, offices."""
    offices = Office.objects.published()[:OFFICES_SHOWN]
    return render(
        request,
        "pages/home.html",
        {
            "situations": situations_everywhere(),
            "directories": directories_of(offices, timezone.now()),
            "urgent_lines": core_lines(),
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
def site_map(request):
    """Every page of the site, as a list."""
    return render(
        request,
        "pages/site_map.html",
        {
            "situations": situations_everywhere(),
            "guides": Guide.objects.all(),
            "services": Service.objects.filter(owner=None),
            "offices": Office.objects.published().prefetch_related("buildings", "pages"),
        },
    )


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
        connection.ensure_connection()
    except Exception:
        return JsonResponse({"database": "down"}, status=503)
    return JsonResponse({"database": "up"})


@require_safe
def robots(request):
    """Let every search engine in, except to the staff's pages."""
    site_map_url = request.build_absolute_uri("/sitemap.xml")
    text = f"User-agent: *\nDisallow: /admin/\nDisallow: /komponenty/\nDisallow: /*/komponenty/\n\nSitemap: {site_map_url}\n"
    return HttpResponse(text, content_type="text/plain")


def bad_request(request, exception=None):
    return _error(request, 400)


def permission_denied(request, exception=None):
    return _error(request, 403)


def page_not_found(request, exception=None):
    address = moved(request.path_info) if request.method in ("GET", "HEAD") else None
    return HttpResponsePermanentRedirect(address) if address else _error(request, 404)


def server_error(request):
    return _error(request, 500)


def _error(request, status):
    """Answer with the page of an error. It asks the database nothing: that may be what is broken."""
    return render(request, f"{status}.html", {"languages": settings.LANGUAGES}, status=status)
