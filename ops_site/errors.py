"""The pages of errors: in the language of the address, with landmarks, a way home, and whom to call.

Such a page asks nothing that may be what failed: no database, no host, no parameters of the address.
"""

from django.db import Error
from django.http import HttpRequest, HttpResponseNotAllowed, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from ops_site.middleware import language_of
from ops_site.moved import moved

READING = ("GET", "HEAD")


def bad_request(request, exception=None):
    return error_page(request, 400)


def permission_denied(request, exception=None):
    return error_page(request, 403)


def page_not_found(request, exception=None):
    """Lead to where the page is now, with what was asked of it, or say that there is none.

    Crawlers learn the new address for good. A browser asks again each time: an address that was changed back would
    otherwise lead it in circles.
    """
    address = _moved(request.path_info) if request.method in READING else None
    if not address:
        return error_page(request, 404)
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    response.headers["Cache-Control"] = "no-cache"
    return response


def _moved(path):
    """Return where a page is now. That there is none can be said without the database."""
    try:
        return moved(path)
    except Error:
        return None


def server_error(request):
    return error_page(request, 500)


def csrf_failure(request, reason=""):
    """Say what to do with a form that came without its token. Public pages have no such form: they are only read."""
    if request.path_info.startswith(reverse("admin:index")):
        return error_page(request, 403, "403_csrf.html")
    return _only_read(request, READING)


class RefusedMethods:
    """Give the refusal of a method, which Django leaves empty, its page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        return _only_read(request, [response["Allow"]]) if isinstance(response, HttpResponseNotAllowed) else response


def error_page(request, status, template=None):
    """Return the page of an error, whatever of the request has been read so far."""
    language = language_of(request.path_info)
    with translation.override(language):
        response = render(request, template or f"{status}.html", {"is_error": True}, status=status)
    response.headers["Content-Language"] = language
    return response


def unread_request_page(status):
    """Return the page of a request that the server could not even read."""
    request = HttpRequest()
    request.path = request.path_info = "/"
    return error_page(request, status, "400.html")


def _only_read(request, allowed):
    response = error_page(request, 405)
    response.headers["Allow"] = ", ".join(allowed)
    return response
