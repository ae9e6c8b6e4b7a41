"""Mark the Polish terms that stand in texts in other languages, for those who have a page read to them (WCAG 3.1.2).

Translations keep the Polish term in brackets, because forms and counters use it: "the family interview (wywiad
środowiskowy)". A screen reader must change its voice there. Pure: HTML in, HTML out.
"""

import re
from itertools import groupby

MARK = '<span lang="pl">{}</span>'
TAG = re.compile(r"(<[^<>]*>)")
TAG_NAME = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
# Nothing in them is read as text, or no element may stand in them.
SILENT = frozenset("script style svg title textarea option".split())
VOID = frozenset("area base br col hr img input link meta source track use wbr".split())

POLISH_LETTER = "[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]"
# A word of an English text that only Polish has. The sign of the currency is read well in both.
POLISH_WORD = re.compile(rf"(?<![\w-])(?!zł(?![\w-]))[\w-]*{POLISH_LETTER}[\w-]*")
# Where a translation keeps a term: in brackets, or after a dash.
TERM = re.compile(r"(?<=\()[^()<>]+(?=\))|(?<=– )[^()–.,<>]+")
# Words that tell a remark in English, "(zakład opiekuńczy, paid by the health fund)", from a Polish term.
ENGLISH = re.compile(r"\b(?:an|and|are|as|at|by|for|from|in|is|of|or|the|with)\b", re.IGNORECASE)

LATIN_WORD = r"[A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż]+(?:[-’'@.+/][A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż]+)*\+?"
# Between Cyrillic words every run of Latin ones is Polish, but for what is of no language: an entity, an address.
LATIN_RUN = re.compile(
    r"(?=[&A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż])(?:"  # Most letters are none of these: a glance settles them.
    r"&#?\w+;|https?://\S+|(?<!\S)[^\s@]+@[\w-]+(?:\.[\w-]+)+|\bcookies?\b"
    rf"|(?P<term>(?<!\w){LATIN_WORD}(?:\.?[ \u00a0]{LATIN_WORD})*(?!\w)))"
)


def has_polish_letters(text: str) -> bool:
    """Tell whether a text has letters that no other language of the site has."""
    return re.search(POLISH_LETTER, text) is not None


def mark(html: str, language: str) -> str:
    """Return the HTML with `lang="pl"` around the Polish terms of its texts; parts marked already stay as they are."""
    pieces = TAG.split(html)  # Texts and tags by turns.
    around: list[tuple[str, bool]] = []  # The open elements: [(name, is it left alone?), …].
    for number, piece in enumerate(pieces):
        if number % 2:
            _follow(piece, around)
        elif not (around and around[-1][1]):
            pieces[number] = _mark_text(piece, language)
    return "".join(pieces)


def _follow(tag: str, around: list[tuple[str, bool]]) -> None:
    """Keep track of the element that a tag opens, or of those that it closes."""
    match = TAG_NAME.match(tag)
    name = match[2].lower() if match else ""
    if not match or name in VOID or tag.endswith("/>"):
        return
    if not match[1]:
        is_left_alone = name in SILENT or re.search(r"\slang=", tag) is not None
        around.append((name, is_left_alone or bool(around and around[-1][1])))
        return
    last = next((number for number in reversed(range(len(around))) if around[number][0] == name), len(around))
    del around[last:]


def _mark_text(text: str, language: str) -> str:
    if language == "uk":
        return LATIN_RUN.sub(lambda match: _marked(match[0]) if match["term"] else match[0], text)
    if not POLISH_WORD.search(text):
        return text
    text = TERM.sub(lambda match: _mark_term(match[0]), text)
    # What is marked by now is left out.
    pieces = re.split(r"(<span.*?</span>)", text)
    return "".join(
        piece if number % 2 else POLISH_WORD.sub(lambda match: _marked(match[0]), piece)
        for number, piece in enumerate(pieces)
    )


def _mark_term(text: str) -> str:
    """Mark what is Polish in brackets: "wywiad środowiskowy, by a social worker" up to the comma."""
    found = []
    for is_english, group in groupby(text.split(","), key=lambda part: ENGLISH.search(part) is not None):
        together = ",".join(group)
        found.append(_marked(together) if not is_english and POLISH_WORD.search(together) else together)
    return ",".join(found)


def _marked(text: str) -> str:
    """Mark a text, but not the spaces around it."""
    term = text.strip()
    return text.replace(term, MARK.format(term)) if term else text
