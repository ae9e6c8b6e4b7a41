"""How hard a Polish text is to read: words in a sentence, long words, and FOG-PL.

Pure: no Django. FOG-PL is Gunning's index as it is counted for Polish: 0.4 × (words in a sentence + per cent of hard words), where a hard word has four or more syllables.
It tells about how many years of school a reader needs.
"""

import re
from dataclasses import dataclass

SYLLABLES_OF_A_HARD_WORD = 4
PLAIN = 9  # Nine years: what a person who finished primary school reads with ease.
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d.,:/–-]*\+?")
# A full stop after these ends no sentence.
SHORTENED = frozenset(
    "al art dr godz im itd itp m.in mgr np nr ok os pkt pl pok por prof r rozdz św tel tzn tzw ul ust w zob zł zob".split()
)
# A vowel after "i" makes one syllable with it: "wiek" has one, "opieka" three.
SYLLABLE = re.compile(r"i?[aąeęoóu]|[iy]")
END = re.compile(r"[.!?…]+[”\"')]*(?=\s|$)|\n+")


@dataclass(frozen=True)
class Reading:
    """What was counted in a text."""

    sentences: int
    words: int
    hard_words: int

    @property
    def words_per_sentence(self):
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def hard_share(self):
        """The share of words of four and more syllables, from 0 to 1."""
        return self.hard_words / self.words if self.words else 0.0

    @property
    def fog(self):
        """FOG-PL: about the years of school that a reader needs."""
        return 0.4 * (self.words_per_sentence + 100 * self.hard_share)


def sentences(text):
    """Split a text into sentences; each line ends one, as an item of a list does."""
    found, start = [], 0
    for match in END.finditer(text):
        if _is_shortened(text, match):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [one for one in found if WORD.search(one)]


def read(text):
    """Return the Reading of a text."""
    whole = sentences(text)
    found = [word for one in whole for word in WORD.findall(one)]
    return Reading(len(whole), len(found), sum(syllables(word) >= SYLLABLES_OF_A_HARD_WORD for word in found))


def syllables(word):
    """Count the syllables of a Polish word; a number counts as a short word."""
    if word[0].isdigit():
        return 1
    return max(1, len(SYLLABLE.findall(word.casefold())))


def hardest(text, count=3):
    """Return the sentences hardest to read, [(FOG-PL, sentence), …], the hardest first; easy ones are left out."""
    rated = [(read(one).fog, one) for one in sentences(text)]
    return sorted((one for one in rated if one[0] > PLAIN), key=lambda one: -one[0])[:count]


def _is_shortened(text, match):
    if not match[0].startswith(".") or "\n" in match[0]:
        return False
    before = re.search(r"[\w.]*$", text[: match.start()])[0].casefold()
    after = text[match.end() :].lstrip()
    # "2023 r." may well end a sentence: then the next one starts with a capital.
    return before in SHORTENED and not (before in ("r", "zł", "itd", "itp", "os") and after[:1].isupper())
