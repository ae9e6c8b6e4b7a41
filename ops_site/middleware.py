"""The language of a page comes from its address alone."""

import re

from django.conf import settings
from django.utils import translation

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
