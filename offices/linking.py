"""Find what can be dialled, written to or opened in a text that somebody typed: telephone numbers, e-mail and web
addresses. A pure module: a text in, its pieces out.

What merely looks like a number stays text: a date, an amount, a postal code, NIP, REGON, an account, an article of an act.
A short number counts only where the words around it say that it is dialled ("zadzwoń pod 112").
"""

import re
from typing import NamedTuple

from offices import telephone

EMERGENCY = "112|997|998|999"
GAP = r"[ \u00a0.-]"
# The groups in which people write nine digits: "523 878 701", "52 387 87 01", "(52) 387-87-01", "52 3878701".
NINE = rf"\d{{3}}(?P<a>{GAP}?)\d{{3}}(?P=a)\d{{3}}|\(?\d{{2}}\)?(?:{GAP}\d{{3}}{GAP}\d{{2}}{GAP}\d{{2}}|{GAP}\d{{7}})"
PHONE = rf"(?:(?:\+|00)48{GAP}?)?(?:{NINE})(?:,? wew\. ?(?P<extension>\d{{1,6}}))?"
SHORT = rf"116{GAP}?\d{{3}}|{EMERGENCY}"
MAIL = r"[\w%+-]+(?:\.[\w%+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"
WEB = r"(?:https?://|www\.)[^\s<>\"„”«»]+|(?:[a-z0-9][a-z0-9-]*\.)+(?:pl|eu|org|com|ua)\b(?:/[^\s<>\"„”«»]*)?"
FOUND = re.compile(
    rf"(?<![\w@./-])(?:(?P<mail>{MAIL})|(?P<web>{WEB}))|(?<![\w+/.,-])(?<!\d\s)(?P<phone>{PHONE}|{SHORT})(?![\w/@])",
    re.IGNORECASE | re.ASCII,
)
NOT_OF_AN_ADDRESS = ".,;:!?)]}'…"

# --- What stands before and after digits that are no telephone

OF_PAPERS = re.compile(
    r"(?:NIP|REGON|KRS|PESEL|BDO|IBAN|TERYT|poz|art|ust|pkt|kont[oae]|rachun\w+|account|рахун\w+|decyzj\w+|ustaw\w*"
    r"|sygn\w*|dowod\w*|pok|pokój|pokoju|room|кімнат\w+)\W*(?:nr|numer\w*|number|no|номер|№|bankow\w+)?\W*$",
    re.IGNORECASE,
)
MORE_DIGITS = re.compile(r"[ \u00a0.,:-]?\d|\s*(?:zł|PLN|gr|EUR|euro|грн|злот|zloty|złot|%)", re.IGNORECASE)
# Words after which a short number is one to dial.
CALLS = re.compile(
    r"(?:\bpod|\bna|\btel\.?|\btelefon\w*|dzwo[nń]\w*|\bnumer\w*|\bnr|\bcall\w*|\bdial|\bphone|\bring|\bnumber"
    r"|номер\w*|телефон\w*|дзвон\w*)\W*(?:(?:alarmow\w+|emergency|екстрен\w+)\W*)?$",
    re.IGNORECASE,
)
JOINS = re.compile(r"(?:,|/|\blub|\balbo|\bi|\boraz|\bor|\band|\bабо|\bчи|\bі|\bта)\s*$", re.IGNORECASE)
SAYS_WHAT_FOR = re.compile(r"\s*(?:[:–(-]|numer|emergency|номер)", re.IGNORECASE)
BEFORE = 40  # Letters that are looked at before a number.


class Piece(NamedTuple):
    """A part of a text, and where it leads: "" for plain words."""

    text: str
    href: str = ""


def pieces(text: str) -> list[Piece]:
    """Split a text into Pieces; their texts together are the text."""
    found, start, dialled = [], 0, -1
    for match in FOUND.finditer(text):
        part = _address(match)
        href = _mail(part) or _web(part, match) if part else _phone(match, text, dialled)
        if not href:
            continue
        part = part or match[0]
        found += [Piece(text[start : match.start()]), Piece(part, href)]
        start = match.start() + len(part)
        dialled = start if href.startswith("tel:") else dialled
    return [piece for piece in (*found, Piece(text[start:])) if piece.text]


def _address(match: re.Match[str]) -> str:
    """Return an address without the marks of the sentence that follow it; "" when digits were found."""
    part = match["mail"] or match["web"] or ""
    while part and part[-1] in NOT_OF_AN_ADDRESS and not (part[-1] == ")" and part.count("(") >= part.count(")")):
        part = part[:-1]
    return part


def _mail(part: str) -> str:
    return f"mailto:{part}" if "@" in part and "/" not in part else ""


def _web(part: str, match: re.Match[str]) -> str:
    if not match["web"] or part.casefold() in ("www", "http:", "https:"):
        return ""
    return part if part.casefold().startswith(("http://", "https://")) else f"https://{part}"


def _phone(match: re.Match[str], text: str, dialled: int) -> str:
    """Return the address of a call, or "" where the digits are something else."""
    before, after = text[max(0, match.start() - BEFORE) : match.start()], text[match.end() :]
    if OF_PAPERS.search(before) or MORE_DIGITS.match(after):
        return ""
    number, extension = telephone.split(match[0])
    try:
        digits = telephone.parse(number)
    except telephone.BadNumber:
        return ""
    if len(digits) == 3 and not _is_dialled(before, after, match.start() == 0 or text[match.start() - 1] == "\n"):
        joined = dialled >= 0 and JOINS.fullmatch(text[dialled : match.start()].strip() + " ")
        return telephone.uri(digits) if joined else ""
    return telephone.uri(digits, extension)


def _is_dialled(before: str, after: str, starts_a_line: bool) -> bool:
    return bool(CALLS.search(before) or (starts_a_line and SAYS_WHAT_FOR.match(after)))
