"""Numbers of offices and help lines, found by their digits."""

import re

from django.db.models import Q, Value
from django.db.models.functions import Length

from offices.models import HelpLine, Phone

MOST_NUMBERS = 12
# A "+" stands before the code of a country; after the digits it makes a benefit of them: "800+".
NUMBER = re.compile(r"\+?[\d\s()./-]+")
SHORTEST_NUMBER, LONGEST_SHORT_NUMBER, WHOLE_NUMBER = 3, 6, 9  # Digits: 112, 116 111 and 22 787 27 01.
TELLING_BEGINNING = 5  # Fewer digits begin a short number or none: "800" is a benefit before it is a free line.
COUNTRY_CODE = "48"


def numbers_like(query):
    """Return the numbers of offices and help lines that a query of digits begins: [Phone or HelpLine, …]."""
    if not NUMBER.fullmatch(query):
        return []
    digits = "".join(letter for letter in query if letter.isdigit())
    if len(digits) > WHOLE_NUMBER:
        digits = digits.removeprefix("00").removeprefix(COUNTRY_CODE)
    if not SHORTEST_NUMBER <= len(digits) <= WHOLE_NUMBER:
        return []
    # A range and not a pattern: an index serves it on every database.
    # (`Value`, since the field itself would read half a number as a wrong one.)
    begins = Q(number__gte=Value(digits), number__lt=Value(f"{digits}:"))
    if len(digits) < TELLING_BEGINNING:
        begins &= Q(length__lte=LONGEST_SHORT_NUMBER)
    lines = list(HelpLine.objects.alias(length=Length("number")).filter(begins)[:MOST_NUMBERS])
    phones = (
        Phone.objects.alias(length=Length("number"))
        .filter(begins)
        .select_related("office", "building__office", "section__office", "section__building__office")
    )
    published = (
        Q(office__is_published=True) | Q(building__office__is_published=True) | Q(section__office__is_published=True)
    )
    return [*lines, *phones.filter(published)[:MOST_NUMBERS]]
