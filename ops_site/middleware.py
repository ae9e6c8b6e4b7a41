"""The language of a page, which comes from its address alone; and which static files are served."""

import re
from pathlib import PurePath

from django.conf import settings
from django.contrib.staticfiles.storage import ManifestFilesMixin
from django.utils import translation
from whitenoise.middleware import WhiteNoiseMiddleware

PREFIX = re.compile(
    rf"^/({'|'.join(code for code, name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)})(/|$)"
)


def language_of(path):
    """Return the language code of an address: "/en/wolomin/" is "en", "/wolomin/" is "pl"."""
    match = PREFIX.match(path)
    return match[1] if match else settings.LANGUAGE_CODE


class LanguageFromAddress:
    """Speak the language of the address, whatever the browser prefers.

    Django's LocaleMiddleware also reads a cookie and a header, and then must say `Vary: Accept-Language`.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = language_of(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class StaticFiles(WhiteNoiseMiddleware):
    """Serve the static files, but not the list of them that collecting leaves beside them."""

    def add_file_to_dictionary(self, url, path, stat_cache=None):
        if PurePath(path).name != ManifestFilesMixin.manifest_name:
            super().add_file_to_dictionary(url, path, stat_cache)
