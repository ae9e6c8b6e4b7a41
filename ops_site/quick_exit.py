"""Where "Szybkie wyjście" leads, for the frame of every page that has it."""

from urllib.parse import urlsplit

from django.conf import settings


def quick_exit(request):
    """Tell every template the address of the way out, and the site it is on."""
    return {"quick_exit": {"url": settings.QUICK_EXIT_URL, "host": urlsplit(settings.QUICK_EXIT_URL).netloc}}
