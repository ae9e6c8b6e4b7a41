"""Everyday words: what people ask of any office before they ask for a matter, and which page answers. Pure.

The patterns are a table, `everyday.tsv`: the page, the words, and whether they must be all that is said. How a pattern is
written: words parted by spaces, each of which has to be said, in any order; "/" parts alternatives, "*" is an open ending.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from search.folding import STOP_WORDS, fold

TABLE = Path(__file__).parent / "everyday.tsv"
# Words that ask for no page, but may stand beside those that do: when, and what an office is called.
MOMENT, FILLER = "moment", "filler"
# Beside a matter these only say what a person wants of it: "psycholog telefon", "jedzenie dziś".
OF_ANY_MATTER = frozenset({"contact", "hours", MOMENT})
BEGUN = frozenset({"contact", "hours"})  # Asked so often that they are offered before the word is typed to its end.
SHORTEST_BEGUN = 3  # Letters after which a word that is being typed may be taken for one of the table.


@dataclass(frozen=True)
class Pattern:
    """Words that ask for a page: groups of alternatives, each of which has to be said."""

    page: str
    groups: tuple
    is_whole: bool  # Nothing else is said but such words.

    def matches(self, said):
        return all(any(_says(word, one) for word in said for one in group) for group in self.groups)

    def has(self, word):
        return any(_says(word, one) for group in self.groups for one in group)

    def begins(self, said, begun):
        """Tell whether the words say it once the last of them, which is only begun, is typed to its end."""
        if len(begun) < SHORTEST_BEGUN:
            return False
        open_groups = [group for group in self.groups if not any(_says(word, one) for word in said for one in group)]
        return len(open_groups) == 1 and any(one.startswith(begun) for one in open_groups[0])


def _says(word, wanted):
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def page_for(said):
    """Return the page that folded words ask for, or ""; the table's order decides between two."""
    patterns = [one for one in PATTERNS if one.page not in (MOMENT, FILLER) and one.matches(said)]
    is_whole = all(knows(word) or word in STOP_WORDS for word in said)
    return next((one.page for one in patterns if is_whole or not one.is_whole), "")


def knows(word):
    """Tell whether a folded word is one of the table."""
    return any(one.has(word) for one in PATTERNS)


def without_everyday(said):
    """Return the words without those that only ask how to reach what the others name."""
    alone = [one for one in PATTERNS if one.page in OF_ANY_MATTER and len(one.groups) == 1]
    return [word for word in said if not any(one.has(word) for one in alone)]


def page_begun(said):
    """Return the page that words ask for whose last is still being typed, or ""."""
    if not said:
        return ""
    *before, begun = said
    if not all(knows(word) or word in STOP_WORDS for word in before):
        return ""
    return next((one.page for one in PATTERNS if one.page in BEGUN and one.begins(before, begun)), "")


def rows():
    """Return the rows of the table as dicts."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _pattern(row):
    groups = tuple(
        tuple(fold(one.rstrip("*")) + ("*" if one.endswith("*") else "") for one in group.split("/"))
        for group in row["words"].split()
    )
    return Pattern(row["page"], groups, row["whole"] == "yes")


PATTERNS = tuple(_pattern(row) for row in rows())
# Pages of which the words may stand in a sentence about a matter: the matters are shown after them.
BESIDE_MATTERS = frozenset(one.page for one in PATTERNS if not one.is_whole)
