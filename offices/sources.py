"""The words around the titles in a source: "strona ośrodka (ops.wolomin.pl), sprzed 2022 r.".

A pure module. Titles of acts, names and addresses of pages are Polish in every language; what is said of them is not.
"""

import re
from typing import NamedTuple

from django.utils.translation import gettext_noop as _

SAID = (
    _("opis ośrodka na stronie gminy"),
    _("strona ośrodka"),
    _("strony ośrodków"),
    _("strony urzędów gmin i ośrodków"),
    _("strony urzędów i ośrodków"),
    _("strony urzędów"),
    _("praktyka urzędów"),
    _("informacje gmin"),
    _("informacje ośrodków"),
    _("karty usług i informacje ośrodków"),
    _("informacje ZUS w prasie"),
    _("komunikaty ZUS w prasie"),
    _("komunikaty ZUS"),
    _("numer ZUS ze strony"),
    _("numer i godziny ZUS"),
    _("o linii po ukraińsku"),
    _("publikacje o ustawie z"),
    _("publikacje o kryteriach dochodowych na"),
    _("publiczne wykazy numerów pomocy"),
    _("godziny są w nich różne"),
    _("karty spraw i numery pomocy na tej stronie"),
    _("karty spraw na tej stronie"),
    _("podział na grupy spraw: redakcja tej strony"),
    _("ogłoszenie miasta o"),
    _("ogłoszenie gminy o"),
    _("nowa nazwa"),
    _("prawdopodobnie sprzed"),
    _("sprzed"),
    _("strona bez daty"),
    _("między innymi"),
    _("czy kwota wzrosła od"),
    _("trzeba potwierdzić"),
    _("na nowy rok do potwierdzenia"),
    _("przyjmowanie w ośrodku niepotwierdzone"),
    _("terminy naboru niepotwierdzone"),
    _("kryteria od"),
    _("bez zmian"),
    _("obliczenie redakcji"),
    _("i prasa prawnicza"),
)
FOUND = re.compile(rf"\b({'|'.join(sorted(map(re.escape, SAID), key=len, reverse=True))})\b")


class Piece(NamedTuple):
    """A part of a source: words that have a translation, or a title that stays as it is."""

    text: str
    is_said: bool


def pieces(source: str) -> list[Piece]:
    """Split a source into Pieces; their texts together are the source."""
    return [Piece(text, number % 2 == 1) for number, text in enumerate(FOUND.split(source)) if text]
