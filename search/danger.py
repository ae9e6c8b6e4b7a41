"""Danger in a person's words: violence, a child, self-harm, somebody missing, a night without a roof. Pure.

Kept apart from ranking: whether the numbers stand first must not depend on what matters exist or how they score. The
patterns are a table, `danger.tsv`, with the words they share in `danger_words.tsv`; each row says why it is there, a phrase
it must match and one it must not. The site administrator may add further rows (`search.models.DangerPhrase`).

How a pattern is written: words parted by spaces, each of which has to be said, in any order but near each other; after a
">" in this order. "/" parts alternatives, "*" is an open ending, a word in capitals stands for a list of words.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path

from search.evidence import LATIN, Evidence, Signs, Weight
from search.spelling import Slips, is_cyrillic_in_latin, readings, skeleton, skeletons_of_latin, words_of

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
# What is cruel to read for somebody who begins to write of danger, by address, and the list of words that name it: while one
# types, only who has said such a word is shown it.
UNASKED = {
    "zasilek-pogrzebowy": "DEATH",
    "sprawienie-pogrzebu": "DEATH",
    "zasilek-celowy-na-pogrzeb": "DEATH",
    "renta-rodzinna": "DEATH",
    "fundusz-alimentacyjny": "ALIMONY",
    "dluznicy-alimentacyjni": "ALIMONY",
}
# Lists that are no signs: what is not a slip, what names a matter, and lists of lists.
NOT_SIGNS = {"NOT_A_SLIP", "DEATH", "ALIMONY", "MY", "PERSON"}
NEAR = 8  # Words within which all of a pattern have to be said.
BESIDE = (
    5  # Words around it within which a word of `unless` takes the danger away: a letter may speak of other things too.
)
GAP = 3  # Words that may stand between two of an ordered pattern.
UNLIKELY = 0.15  # What the words of a text must weigh for danger, at least, for a pattern to be believed.
LIKELY = 0.7  # What they must weigh to count without a pattern.
TABLES = Path(__file__).parent


@dataclass(frozen=True)
class Pattern:
    """What is said in danger of one kind: groups of alternatives, said in order or not; off beside a word of `unless`."""

    kind: str
    groups: tuple
    is_ordered: bool = False
    unless: frozenset = frozenset()

    def matches(self, places, beside):
        """Tell whether a text says it: `places` of the words of each group in it, `beside` those of `unless`."""
        return any(
            self._are_near(chosen) and not any(min(chosen) - BESIDE <= n <= max(chosen) + BESIDE for n in beside)
            for chosen in product(*places)
        )

    def _are_near(self, chosen):
        if len(set(chosen)) < len(chosen):
            return False
        if self.is_ordered:
            return all(0 < after - before <= GAP for before, after in pairwise(chosen))
        return max(chosen) - min(chosen) < NEAR


class Patterns:
    """Patterns by the words in them: only those of which a text says something are looked at."""

    UNLESS = -1  # Stands for the number of a group.

    def __init__(self, patterns):
        self._patterns = patterns
        self._uses = defaultdict(list)
        for number, one in enumerate(patterns):
            for group, wanted in enumerate((*one.groups, one.unless)):
                for word in wanted:
                    place = number, group if group < len(one.groups) else self.UNLESS
                    self._uses[word].append(place)
                    if latin := skeleton(word):
                        self._uses[f"{LATIN}{latin}"].append(place)
        said = frozenset().union(*(frozenset().union(*one.groups) for one in patterns))
        self._slips = Slips(said, WORDS["NOT_A_SLIP"])

    def said_in(self, text):
        """Return the kinds of danger that a text speaks of."""
        said = words_of(text)
        in_latin = is_cyrillic_in_latin(said)
        found = defaultdict(lambda: defaultdict(list))
        for place, word in enumerate(said):
            for number, group in self._uses_of(word, in_latin):
                found[number][group].append(place)
        return {
            one.kind
            for number, places in found.items()
            for one in [self._patterns[number]]
            if all(group in places for group in range(len(one.groups)))
            and one.matches([places[group] for group in range(len(one.groups))], places.get(self.UNLESS, ()))
        }

    def _uses_of(self, word, in_latin):
        """Return the groups in which a word counts: as itself, by its beginnings, as a slip, in the other alphabet."""
        keys = readings(word) | self._slips.of(word)
        if in_latin:
            keys |= {f"{LATIN}{one}" for latin in skeletons_of_latin(word) for one in readings(latin)}
        return {use for key in keys if key in self._uses for use in self._uses[key]}


_patterns = lru_cache(maxsize=8)(Patterns)


def said_by_patterns(text):
    """Return the kinds of danger that the patterns of the table find in a text."""
    return _patterns(PATTERNS).said_in(text)


def kinds_in(text, further=()):
    """Return the kinds of danger that a text speaks of, in the order of KINDS. `further`: patterns beside the table.

    A pattern is believed unless the words around weigh heavily against danger; words that weigh heavily for it need none.
    """
    likelihood, kind = EVIDENCE.weigh(text)
    found = said_by_patterns(text) if likelihood > UNLIKELY else set()
    if likelihood > LIKELY and kind and not found:
        found = {kind}
    if further:
        found |= _patterns(tuple(further)).said_in(text)
    return tuple(kind for kind in KINDS if kind in found)


def is_unasked(slug, text):
    """Tell whether a matter must not be suggested to who has typed this much: it may hurt, and nothing has named it."""
    if slug not in UNASKED:
        return False
    said = [readings(word) for word in words_of(text)]
    is_named = any(not one.isdisjoint(WORDS[UNASKED[slug]]) for one in said)
    return not is_named or any(not one.isdisjoint(WORDS["WANT"]) for one in said)


def says(one, text):
    """Tell whether a text says this one pattern."""
    return bool(Patterns((one,)).said_in(text))


def pattern(kind, text, unless=""):
    """Return the Pattern that a text writes."""
    groups = tuple(_alternatives(group.split("/")) for group in text.removeprefix(">").split())
    beside = _alternatives(one for group in unless.split() for one in group.split("/"))
    return Pattern(kind, groups, text.startswith(">"), beside)


def _alternatives(words):
    found = set()
    for one in words:
        found |= WORDS.get(one) or {_plain(one)}
    return frozenset(found)


def _plain(word):
    return "".join(words_of(word)) + ("*" if word.endswith("*") else "")


def rows(name):
    """Return the rows of a table as dicts."""
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


WORDS = {}
for _row in rows("danger_words.tsv"):  # A list may name those above it.
    WORDS[_row["name"]] = _alternatives(_row["words"].split()) | WORDS.get(_row["name"], frozenset())
PATTERNS = tuple(pattern(row["kind"], row["pattern"], row["unless"] or "") for row in rows("danger.tsv"))
WEIGHTS_FILE = TABLES / "danger_weights.tsv"
SIGNS = Signs({name: words for name, words in WORDS.items() if name not in NOT_SIGNS}, WORDS["NOT_A_SLIP"])
EVIDENCE = Evidence(
    SIGNS, {row["sign"]: Weight(float(row["weight"]), row["kind"]) for row in rows("danger_weights.tsv")}
)
