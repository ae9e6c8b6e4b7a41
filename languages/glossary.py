"""Terms of the glossary in a translated text. A pure module.

A language that bends its words is searched for the beginnings of them: "шкільна стипендія" is found in
"шкільну стипендію". That finds a little too much rather than too little: a person looks at it anyway.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[\w'+-]+")
APOSTROPHES = str.maketrans("’ʼ`", "'''")
ASIDE = re.compile(r"\([^)]*\)")
ENDING = {"uk": 2}  # How many letters at the end of a word may differ.
SHORTEST_STEM = 3


def terms_in(text: str, terms: Iterable[str], language: str) -> list[str]:
    """Return those of the terms whose words stand in a text one after another, in the order of `terms`.

    Of a term only what is outside of brackets counts; " / " separates two ways to say it.
    """
    words = "".join(f" {word}" for word in _words(text))
    return [term for term in terms if any(way.search(words) for way in _ways(term, language))]


@lru_cache(maxsize=4096)
def _ways(term: str, language: str) -> list[re.Pattern[str]]:
    """Return the patterns of a term among words with a space before each: fixed at their start, hence fast."""
    ways = [_words(way) for way in ASIDE.sub(" ", term).split(" / ")]
    return [re.compile(r"\S*".join(re.escape(f" {_stem(word, language)}") for word in way)) for way in ways if way]


def _words(text: str | None) -> list[str]:
    return WORD.findall((text or "").casefold().translate(APOSTROPHES))


def _stem(word: str, language: str) -> str:
    return word[: max(SHORTEST_STEM, len(word) - ENDING.get(language, 0))]
