"""Polish telephone numbers: read what staff type, write what people read and dial.

A pure module. Numbers are kept as national digits ("523878702", "112", "116111"): the
numbering plan knows nine-digit numbers and short ones (Prawo komunikacji elektronicznej;
116 xxx are the harmonised numbers of social value, decision 2007/116/EC).
"""

import re

import phonenumbers
from phonenumbers import shortnumberinfo

REGION = "PL"
COUNTRY_CODE = 48
_ALLOWED = re.compile(r"[\d\s()+./-]+")


class BadNumber(ValueError):
    """The text is not a number that can be dialled in Poland."""


def parse(text):
    """Return the national digits of a number typed in any usual way.

    Accepts spaces, brackets, hyphens and a leading +48. Raises BadNumber for anything else,
    an extension ("wew. 12") included: it has a field of its own.
    """
    text = text.strip()
    if not _ALLOWED.fullmatch(text):
        raise BadNumber(text)
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException as error:
        raise BadNumber(text) from error
    if number.country_code != COUNTRY_CODE:
        raise BadNumber(text)
    if phonenumbers.is_valid_number(number) or shortnumberinfo.is_valid_short_number_for_region(number, REGION):
        return str(number.national_number)
    raise BadNumber(text)


def is_short(digits):
    """Tell whether the number is a short one, such as 112 or 116 111, dialled without +48."""
    return len(digits) < 9


def display(digits):
    """Write a number in the groups that people read aloud: "52 387 87 02", "502 932 397", "116 111"."""
    if is_short(digits):
        return f"{digits[:3]} {digits[3:]}" if len(digits) == 6 else digits
    return phonenumbers.format_number(
        phonenumbers.PhoneNumber(country_code=COUNTRY_CODE, national_number=int(digits)),
        phonenumbers.PhoneNumberFormat.NATIONAL,
    )


def uri(digits, extension=""):
    """Write the address of a call (RFC 3966): "tel:+48523878702", "tel:112"."""
    address = f"tel:{digits}" if is_short(digits) else f"tel:+{COUNTRY_CODE}{digits}"
    return f"{address};ext={extension}" if extension else address
