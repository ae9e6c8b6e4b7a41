"""What a statutory page says until an office has written its own: only what is true of every office and of this site."""

from django.conf import settings
from django.utils.translation import gettext, gettext_noop, override

from offices.models import OfficePage

Kind = OfficePage.Kind
TEXTS = {
    Kind.PRIVACY: (
        gettext_noop("Prywatność"),
        gettext_noop(
            "Ta strona nie zbiera danych o Tobie. Nie ma plików cookie, nie śledzi i nie łączy się z serwisami innych firm.\n\n"
            "Gdy załatwiasz sprawę w ośrodku, ośrodek potrzebuje Twoich danych. Chronią je przepisy, w skrócie RODO. "
            "Poproś w ośrodku o informację, kto za nie odpowiada i jakie masz prawa."
        ),
    ),
    Kind.PLAIN_LANGUAGE: (
        gettext_noop("Prosty język"),
        gettext_noop(
            "Tekst w prostym języku jest w przygotowaniu.\n\n"
            "Zadzwoń do ośrodka i powiedz, czego potrzebujesz. Możesz przyjść z kimś bliskim. Rozmowa jest bezpłatna."
        ),
    ),
    # The act of 19 August 2011 on sign language: 3 working days of notice, free of charge; a helper of 16 years or more.
    Kind.SIGN_LANGUAGE: (
        gettext_noop("Polski język migowy (PJM)"),
        gettext_noop(
            "Masz prawo do tłumacza języka migowego w ośrodku. Tłumacz jest dla Ciebie bezpłatny.\n\n"
            "Powiedz o tym ośrodkowi co najmniej 3 dni robocze przed wizytą. W nagłej sprawie ten termin nie obowiązuje.\n\n"
            "Możesz przyjść z osobą, która pomoże Ci się porozumieć. Musi mieć co najmniej 16 lat."
        ),
    ),
}


def default_page(kind):
    """Return an OfficePage of this kind that is not stored, in every language; None when there is nothing to say."""
    if kind not in TEXTS:
        return None
    title, text = TEXTS[kind]
    page = OfficePage(kind=kind)
    for code, _name in settings.LANGUAGES:
        with override(code):
            setattr(page, f"title_{code}", gettext(title))
            setattr(page, f"text_{code}", gettext(text))
    return page
