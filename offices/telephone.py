"""Polish telephone numbers: read what staff type, write what people read and dial.

A pure module. Numbers are kept as national digits ("523878702", "112", "116111"): the
numbering plan knows nine-digit numbers and short ones (Prawo komunikacji elektronicznej;
116 xxx are the harmonised numbers of social value, decision 2007/116/EC).
"""

import re

import phonenumbers
from phonenumbers import shortnumberinfo

from languages import cleaning

REGION = "PL"
COUNTRY_CODE = 48
WHOLE = 9  # Digits of a number that is not a short one.
_ALLOWED = re.compile(r"[\d\s()+./-]+")
_NAMED = re.compile(r"(?:tel(?:efon)?|kom)\b[.:]*\s*", re.IGNORECASE)
_EXTENSION = re.compile(r"[\s,;]*\b(?:wew(?:n|nętrzny)?|w|ext)\b[.:=]*\s*(\d{1,6})$", re.IGNORECASE)
_SEPARATOR = re.compile(r"[/,;]|\b(?:lub|albo|i|oraz)\b")
# The zero of the trunk, dialled until 2005, with the operator's code or without: "(0-22) 787…", "0-44 756…", "(012) 276…".
_TRUNK = re.compile(r"\(?0[\s-]*(?=(?:\d[\s()/.-]*){9}$)")


class BadNumber(ValueError):
    """The text is not a number that can be dialled in Poland."""


class SeveralNumbers(BadNumber):
    """The text holds more than one number: "22 787 27 01/02"."""


def parse(text: str) -> str:
    """Return the national digits of a number typed in any usual way.

    Accepts spaces, brackets, dashes of all kinds, "tel." before it, a leading +48 and the old zero of the trunk.
    Raises BadNumber for anything else, an extension ("wew. 12") included: `split` parts it from its number.
    """
    plain = cleaning.code(text)
    plain = plain[named.end() :] if (named := _NAMED.match(plain)) else plain
    plain = plain[zero.end() :].replace(")", " ") if (zero := _TRUNK.match(plain)) else plain
    if not _ALLOWED.fullmatch(plain):
        raise _refused(plain)
    try:
        number = phonenumbers.parse(plain, REGION)
    except phonenumbers.NumberParseException as error:
        raise _refused(plain) from error
    if number.country_code != COUNTRY_CODE:
        raise _refused(plain)
    if phonenumbers.is_valid_number(number) or shortnumberinfo.is_valid_short_number_for_region(number, REGION):
        return str(number.national_number)
    raise _refused(plain)


def split(text: str) -> tuple[str, str]:
    """Return the text of a number and of its extension: "22 776 50 23 wew. 12" is ("22 776 50 23", "12")."""
    plain = cleaning.code(text)
    match = _EXTENSION.search(plain)
    return (plain[: match.start()], match[1]) if match else (plain, "")


def _refused(text: str) -> BadNumber:
    before = (text[: separator.start()] for separator in _SEPARATOR.finditer(text))
    several = any(sum(letter.isdigit() for letter in part) >= WHOLE for part in before)
    return SeveralNumbers(text) if several else BadNumber(text)


def is_short(digits: str) -> bool:
    """Tell whether the number is a short one, such as 112 or 116 111, dialled without +48."""
    return len(digits) < WHOLE


def display(digits: str) -> str:
    """Write a number in the groups that people read aloud: "52 387 87 02", "502 932 397", "116 111".

    What was typed and is no number is written as it was typed: a form shows it beside its message.
    """
    if not digits.isdecimal() or len(digits) > WHOLE:
        return digits
    if is_short(digits):
        return f"{digits[:3]} {digits[3:]}" if len(digits) == 6 else digits
    return phonenumbers.format_number(
        phonenumbers.PhoneNumber(country_code=COUNTRY_CODE, national_number=int(digits)),
        phonenumbers.PhoneNumberFormat.NATIONAL,
    )


def display_line(digits: str) -> str:
    """Write the number of a nationwide line as it is said: "222 309 900"; what repeats itself stays together, as in
    "800 12 12 12" and "800 70 2222"."""
    if len(digits) != WHOLE or not digits.isdecimal():
        return display(digits)
    if digits[3:5] == digits[5:7] == digits[7:]:
        groups = [digits[3:5]] * 3
    else:
        end = 5 if len(set(digits[5:])) == 1 else 6
        groups = [digits[3:end], digits[end:]]
    return " ".join([digits[:3], *groups])


def uri(digits: str, extension: str = "") -> str:
    """Write the address of a call: "tel:+48523878702", "tel:112".

    An extension follows a comma, at which telephones wait before they dial on: "tel:+48523878702,12". They do not know
    the ";ext=" of RFC 3966: its letters would be dialled as digits.
    """
    address = f"tel:{digits}" if is_short(digits) else f"tel:+{COUNTRY_CODE}{digits}"
    return f"{address},{extension}" if extension else address
