"""Words of a query that name a place: by a mark of an address, or because they are written as a name. Pure.

Which places there are is not asked here: a name that none of ours has is a name all the same, and must not turn into a
matter that looks like it.
"""

import re

from search.folding import WORD, fold

# What stands before a name: before any after the first kind, before one that no matter knows after the others.
STREETS = frozenset("ul ulica ulicy ulice вул вулиця вулиці".split())
ESTATES = frozenset("os osiedle osiedlu osiedla al aleja alei aleje pl plac placu miejscowosc wies wsi".split())
WITHIN = frozenset("w we na przy kolo obok in near у в на біля возле".split())
LIVING = re.compile(r"mieszka(?:m|my|ja)?|zamieszkal\w*|lives?|living|жив\w*|мешка\w*|проживаю")
# A street named alone: "Ciepłownicza" on the keyboard of a telephone, which capitalises the first word anyway.
OF_STREETS = re.compile(r"\w+(?:owa|ska|cka|czna|cza|nna|skiego|ckiego|skiej|ckiej|owej|cznej|czej)")
LONGEST_NAME = 4  # Words.


def names(query, *, is_unknown, is_said):
    """Return the names in a query, each as the list of its words as typed, without the mark before it.

    `is_unknown` tells of a folded word whether it resembles no word of the matters, slips apart; `is_said` whether it
    stands in them just as it is.
    """
    typed = WORD.findall(query)
    folded = [fold(word) for word in typed]
    shouts = query.upper() == query
    capital = [word[0].isupper() and not shouts for word in typed]
    found, place = [], 0
    while place < len(typed):
        length = _length_of_name(place, folded, capital, is_unknown, is_said)
        if length:
            found.append(typed[place : place + length])
        place += length or 1
    return found


def _length_of_name(place, folded, capital, is_unknown, is_said):
    """Return how many words the name that begins here has, or 0."""
    word, before = folded[place], folded[place - 1] if place else ""
    if not word[0].isalpha() or word in STREETS | ESTATES | WITHIN:
        return 0
    length = _run(place, folded, capital)
    run = folded[place : place + length]
    is_strange = any(is_unknown(one) for one in run)
    is_written = capital[place] or OF_STREETS.fullmatch(word)
    is_marked = before in STREETS or (is_strange and is_written and before in ESTATES | WITHIN)
    is_whole = place == 0 and length == len(folded) and capital[0]
    telling = [one for one in run if one.isalpha()]
    is_name = is_whole and len(telling) > 1 and is_strange
    is_street = is_whole and len(telling) == 1 and OF_STREETS.fullmatch(word) and not is_said(word)
    lives_here = before in WITHIN and place > 1 and LIVING.fullmatch(folded[place - 2]) and not is_said(word)
    return length if is_marked or is_name or is_street or (lives_here and capital[place]) else 0


def _run(place, folded, capital):
    """Return how many words from here on are written as one name: capitalised ones, then numbers."""
    end = place + 1
    while end < len(folded) and end - place < LONGEST_NAME and capital[place] and capital[end]:
        end += 1
    while end < len(folded) and folded[end][0].isdigit() and not folded[end].endswith("+"):
        end += 1
    return end - place
