"""Offices by the first letter of their municipality, in parts that fit on a page."""

from dataclasses import dataclass
from itertools import groupby

from offices.models import Office

PLAIN = str.maketrans("ąćęłńóśźż", "acelnoszz")
OTHER = "inne"  # The address of what begins with no letter of the alphabet.
MOST = 100  # Offices on a page.


@dataclass(frozen=True)
class Part:
    """A page of offices: the letter in its address, its number among the pages of that letter, and who is on it."""

    letter: str
    number: int
    pks: tuple
    first: str  # The municipalities at both ends.
    last: str


def letter_of(municipality):
    """Return the letter under which an address has a municipality: Łódź is under "l"."""
    letter = municipality[:1].casefold().translate(PLAIN)
    return letter if letter.isascii() and letter.isalpha() else OTHER


def parts():
    """Return every Part of the published offices, in one query that reads no more than their names."""
    names = Office.objects.published().values_list("pk", "municipality")
    rows = sorted(names, key=lambda row: (letter_of(row[1]), row[1].casefold().translate(PLAIN), row[0]))
    found = []
    for letter, group in groupby(rows, key=lambda row: letter_of(row[1])):
        of_letter = list(group)
        for start in range(0, len(of_letter), MOST):
            some = of_letter[start : start + MOST]
            found.append(Part(letter, start // MOST + 1, tuple(pk for pk, _name in some), some[0][1], some[-1][1]))
    return found
