"""What words weigh for and against danger, beside the patterns of `danger.py`. Pure.

A pattern knows what somebody has thought of. People say it otherwise, so each word, its beginnings, the lists it stands in
and each two lists that stand near each other weigh a little, for danger or against it. `danger_weights.tsv` holds the weights,
and beside each, as its reason, in how many phrases of danger and of other things it was met. They are learned from the
lists of phrases in `tests/search/danger` (`make weights`), never written by hand.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass

from search.spelling import Slips, is_cyrillic_in_latin, readings, skeleton, skeletons_of_latin, words_of

BEGINNINGS = range(3, 7)  # Letters of the beginnings of a word that weigh.
NEAR = 8  # Words within which two lists are met together.
LATIN = "~"  # Stands before how a Cyrillic word sounds, as one in Latin letters is compared.
LONG = 12  # Words that are weighed together: of a letter, the part that weighs most for danger.
STEP = 6  # Words from the beginning of one part to that of the next.
BIAS = "."  # What every text has.


class Signs:
    """What of a text weighs: its words, their beginnings, the lists that they stand in, and lists near each other."""

    def __init__(self, lists, never):
        self._lists = defaultdict(set)
        for name, words in lists.items():
            for word in words:
                self._lists[word].add(name)
                if sound := skeleton(word):
                    self._lists[f"{LATIN}{sound}"].add(name)
        self._slips = Slips(frozenset().union(*lists.values()), never)

    def of(self, said):
        """Return the signs in words."""
        in_latin = is_cyrillic_in_latin(said)
        found = {BIAS}
        met = []
        for word in said:
            sounds = _sounds(word, in_latin)
            found |= {sign for one in sounds for sign in _beginnings(one)}
            met.append(sorted(self._names(word, sounds)))
        found.update(name for names in met for name in names)
        return found | {
            "&".join(sorted((one, other)))
            for place, names in enumerate(met)
            for near in met[place + 1 : place + NEAR]
            for one in names
            for other in near
            if one != other
        }

    def _names(self, word, sounds):
        keys = readings(word) | self._slips.of(word)
        keys |= {f"{LATIN}{key}" for one in sounds if one[0] == LATIN for key in readings(one[1:])}
        return {name for key in keys for name in self._lists.get(key, ())}


def _sounds(word, in_latin):
    if sound := skeleton(word):
        return {f"{LATIN}{sound}"}
    return {word} | ({f"{LATIN}{one}" for one in skeletons_of_latin(word)} if in_latin and word.isascii() else set())


def _beginnings(word):
    stem = word.removeprefix(LATIN)
    before = word[: len(word) - len(stem)]
    return {word, *(f"{before}{stem[:end]}*" for end in BEGINNINGS if end <= len(stem))}


@dataclass(frozen=True)
class Weight:
    """How much a sign weighs for danger (or against it, below 0), and for which kind it was met most."""

    amount: float
    kind: str


class Evidence:
    """Weighs a text."""

    def __init__(self, signs, weights):
        self._signs, self._weights = signs, weights

    def weigh(self, text):
        """Return how likely a text is to speak of danger, from 0 to 1, and the kind that most of it speaks for."""
        said = words_of(text)
        starts = range(0, max(1, len(said) - LONG + STEP), STEP)
        met = max((self._met(said[start : start + LONG]) for start in starts), key=_sum)
        kinds = Counter()
        for one in met:
            if one.kind and one.amount > 0:
                kinds[one.kind] += one.amount
        return likelihood(_sum(met)), min(kinds, key=lambda one: (-kinds[one], one)) if kinds else None

    def _met(self, said):
        return [self._weights[sign] for sign in sorted(self._signs.of(said)) if sign in self._weights]


def _sum(weights):
    return sum(one.amount for one in weights)


def likelihood(weight):
    """Return the likelihood, from 0 to 1, that a sum of weights stands for."""
    return 1 / (1 + math.exp(-max(-30, min(30, weight))))
