"""Mark the Polish terms that stand in texts in other languages, for those who have a page read to them (WCAG 3.1.2).

Translations keep the Polish term in brackets, because forms and counters use it: "the family interview (wywiad
środowiskowy)". A screen reader must change its voice there. Pure: HTML in, HTML out.
"""

import re

POLISH_LETTER = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
MARK = '<span lang="pl">{}</span>'
TAG = re.compile(r"(<[^>]*>)")
LATIN_WORD = r"[A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż]+(?:[-’'@.+/][A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż]+)*\+?"
# Between Cyrillic words every run of Latin ones is Polish.
LATIN_RUN = re.compile(rf"(?<![&#\w]){LATIN_WORD}(?:[ \u00a0]{LATIN_WORD})*(?![;\w])")
IN_BRACKETS = re.compile(rf"(?<=\()[^()<>]*[{POLISH_LETTER}][^()<>]*(?=\))")
BEHIND_A_DASH = re.compile(rf"(?<=– )[^()–.,<>]*[{POLISH_LETTER}][^()–.,<>]*")
# A name within a sentence: "in Wołomin", "Plac Jana Pawła II" where a name begins before it.
NAME = re.compile(rf"(?<=[\w.,:–] )(?:[A-ZĄĆĘŁŃÓŚŹŻ]\w*[{POLISH_LETTER}]\w*|[ĆŁŃÓŚŹŻ]\w+)")
SILENT = ("script", "style", "svg", "title")
VOID = frozenset("area base br col hr img input link meta source track use wbr".split())


def has_polish_letters(text):
    """Tell whether a text has letters that no other language of the site has."""
    return any(letter in POLISH_LETTER for letter in text)


def mark(html, language):
    """Return the HTML with `lang="pl"` around the Polish terms of its texts; parts marked already stay as they are."""
    pieces, marked_within = [], []  # One item for each open element: is it, or something around it, to be left alone?
    for piece in TAG.split(html):
        if piece.startswith("<"):
            _follow(piece, marked_within)
        elif piece.strip() and not (marked_within and marked_within[-1]):
            piece = _mark_text(piece, language)
        pieces.append(piece)
    return "".join(pieces)


def _follow(tag, marked_within):
    """Keep track of the elements that a tag opens or closes."""
    if tag.startswith("</"):
        if marked_within:
            marked_within.pop()
        return
    name = re.match(r"<([a-z0-9]*)", tag)[1]
    if not name or name in VOID or tag.endswith("/>"):
        return
    around = bool(marked_within) and marked_within[-1]
    own = re.search(r'\slang="(\w+)"', tag)
    marked_within.append(around if own is None and name not in SILENT else name in SILENT or own is not None)


def _mark_text(text, language):
    if language == "uk":
        return LATIN_RUN.sub(_wrap, text)
    for pattern in (IN_BRACKETS, BEHIND_A_DASH, NAME):
        # What is marked already is a tag by now: leave it out.
        text = "".join(
            part if part.startswith("<") or inside else pattern.sub(_wrap, part) for part, inside in _parts(text)
        )
    return text


def _parts(text):
    """Return [(part, is it inside a mark), …] of a text that may hold marks."""
    found, inside = [], False
    for part in TAG.split(text):
        if part.startswith("<"):
            inside = not part.startswith("</")
        found.append((part, inside))
    return found


def _wrap(match):
    whole = match[0]
    term = whole.strip()
    return whole.replace(term, MARK.format(term)) if term else whole
