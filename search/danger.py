"""Danger in a person's words: violence, a child, self-harm, somebody missing, a night without a roof. Pure.

Kept apart from ranking: whether the numbers stand first must not depend on what matters exist or how they score. The
patterns are a table, `danger.tsv`, with the words they share in `danger_words.tsv`; each row says why it is there, a phrase
it must match and one it must not. The site administrator may add further rows (`search.models.DangerPhrase`).

How a pattern is written: words parted by spaces, each of which has to be said, in any order but near each other; after a
">" in this order. "/" parts alternatives, "*" is an open ending, a word in capitals stands for a list of words.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path

from rapidfuzz.distance import OSA

KINDS = ("violence", "child", "self-harm", "missing", "homeless")
# Whom to call first. Sources: reference of the crisis lines in `content/wspolne.yaml`; all answer day and night.
NUMBERS = {
    "violence": ("112", "800120002"),
    "child": ("112", "116111", "800121212"),
    "self-harm": ("112", "116123", "116111"),
    "missing": ("112", "116000"),
    "homeless": ("112",),
}
# The shared sheets and life situations that answer, by their addresses, which never change silently.
MATTERS = {
    "violence": ("przemoc-domowa", "interwencja-kryzysowa"),
    "child": ("przemoc-domowa", "interwencja-kryzysowa"),
    "self-harm": ("interwencja-kryzysowa", "psycholog"),
    "missing": ("interwencja-kryzysowa",),
    "homeless": ("schronienie", "interwencja-kryzysowa"),
}
SITUATIONS = {
    "violence": ("ktos-mnie-krzywdzi",),
    "child": ("ktos-mnie-krzywdzi",),
    "self-harm": ("kryzys-i-nalog",),
    "missing": (),
    "homeless": ("nagle-nieszczescie",),
}
NEAR = 8  # Words within which all of a pattern have to be said.
BESIDE = (
    5  # Words around it within which a word of `unless` takes the danger away: a letter may speak of other things too.
)
GAP = 3  # Words that may stand between two of an ordered pattern.
SHORTEST_SLIP = 7  # Letters of a word in which one may be wrong: shorter ones are too like others.
TABLES = Path(__file__).parent
WORD = re.compile(r"[^\W_]+")
APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`´]+(?=\w)")


@dataclass(frozen=True)
class Pattern:
    """What is said in danger of one kind: groups of alternatives, said in order or not; off beside a word of `unless`."""

    kind: str
    groups: tuple
    is_ordered: bool = False
    unless: frozenset = frozenset()

    def matches(self, said):
        """Tell whether words say it; each is given as the set of what it counts as (`read`)."""
        beside = [n for n, counts in enumerate(said) if not counts.isdisjoint(self.unless)]
        places = [[n for n, counts in enumerate(said) if not counts.isdisjoint(group)] for group in self.groups]
        return all(places) and any(
            self._are_near(chosen) and not any(min(chosen) - BESIDE <= n <= max(chosen) + BESIDE for n in beside)
            for chosen in product(*places)
        )

    def _are_near(self, chosen):
        if len(set(chosen)) < len(chosen):
            return False
        if self.is_ordered:
            return all(0 < after - before <= GAP for before, after in pairwise(chosen))
        return max(chosen) - min(chosen) < NEAR


def words_of(text):
    """Return the words of a text in small letters without marks. (Search folds "был", was, to "бил", hit: not here.)"""
    text = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text.casefold()).replace("ł", "l").replace("ґ", "г"))
    return WORD.findall("".join(one for one in text if not unicodedata.combining(one)))


def kinds_in(text, further=()):
    """Return the kinds of danger that a text speaks of, in the order of KINDS. `further`: patterns beside the table."""
    said = words_of(text)
    found = _said_in(said, PATTERNS, ENDINGS)
    if further:
        found |= _said_in(said, further, _endings(further))
    return tuple(kind for kind in KINDS if kind in found)


def _said_in(said, patterns, endings):
    counts = [_counts_as(word, endings) for word in said]
    return {one.kind for one in patterns if one.matches(counts)}


def says(one, text):
    """Tell whether a text says this one pattern."""
    return bool(_said_in(words_of(text), [one], _endings([one])))


def pattern(kind, text, unless=""):
    """Return the Pattern that a text writes."""
    groups = tuple(_alternatives(group) for group in text.removeprefix(">").split())
    beside = frozenset().union(*map(_alternatives, unless.split()))
    return Pattern(kind, groups, text.startswith(">"), beside)


def _alternatives(group):
    found = set()
    for one in group.split("/"):
        found |= WORDS.get(one) or {_plain(one)}
    return frozenset(found)


def _plain(word):
    return "".join(words_of(word)) + ("*" if word.endswith("*") else "")


def _endings(patterns):
    """Return {first letter: [(a long word of the patterns, its stem), …]}: those in which a slip is forgiven."""
    long_words = defaultdict(set)
    for one in patterns:
        for wanted in frozenset().union(*one.groups):
            if len(stem := wanted.removesuffix("*")) >= SHORTEST_SLIP:
                long_words[stem[0]].add((wanted, stem))
    return long_words


def _counts_as(word, endings):
    """Return what a word counts as in a pattern: itself, each of its beginnings, and the long words it may be a slip of."""
    counts = {word, *(f"{word[:end]}*" for end in range(1, len(word) + 1))}
    if len(word) >= SHORTEST_SLIP - 1 and counts.isdisjoint(WORDS["NOT_A_SLIP"]):
        counts |= {wanted for wanted, stem in endings.get(word[0], ()) if _is_slip(word, stem, wanted[-1] == "*")}
    return counts


def _is_slip(word, stem, is_open):
    """Tell whether one letter of a long word is wrong, missing, doubled or changed places with the next."""
    ends = range(len(stem) - 1, len(stem) + 2) if is_open else (len(word),)
    beginnings = {word[:end] for end in ends}
    return any(one[-1] == stem[-1] and OSA.distance(one, stem, score_cutoff=1) <= 1 for one in beginnings)


def rows(name):
    """Return the rows of a table as dicts."""
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


WORDS = {row["name"]: {_plain(one) for one in row["words"].split()} for row in rows("danger_words.tsv")}
PATTERNS = tuple(pattern(row["kind"], row["pattern"], row["unless"] or "") for row in rows("danger.tsv"))
ENDINGS = _endings(PATTERNS)
