"""Places that a query can name: a municipality as a filter, a street, a building or a desk as an answer.

Pure: values in, values out; the catalogue fills it from the database.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict

from rapidfuzz.distance import OSA

from search.folding import STOP_WORDS, words

SHORTEST_NAME = 4  # Letters that two forms of a place's name share at least: Łódź is written whole.
LONGEST_ENDING = 3
MOST_NAMED = 5  # A word shared by more places names none of them.
LIKENESS = 0.8  # "kujwski" is Kujawski.
LOOSE_LIKENESS = 0.55  # "Solcu" beside "Kujawskim" is Solec.
MOST_SPOTS = 5
# Words of an address that everybody leaves out or writes otherwise.
OF_ADDRESSES = frozenset(
    "al aleja alei aleje os osiedle pl plac placu ul ulica ulicy ulicą budynek budynku nr lok".split()
)
LATIN = {
    "а": "a", "б": "b", "в": "w", "г": "h", "д": "d", "е": "e", "є": "je", "ж": "z", "з": "z", "и": "y", "і": "i", "й": "j",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "ch",
    "ц": "c", "ч": "cz", "ш": "sz", "щ": "szcz", "ь": "", "ю": "ju", "я": "ja",
}  # fmt: skip


def latin(word):
    """Write a folded Cyrillic word in Latin letters, as Polish place names are: "воломін" is "wolomin"."""
    return "".join(LATIN.get(letter, letter) for letter in word)


class Places:
    """The names of municipalities and the addresses within them."""

    def __init__(self, offices, spots):
        """`offices`: (id, name of the municipality); `spots`: (key, id of the office, text with its address)."""
        self.names = {}
        self._offices_with = defaultdict(set)  # folded word of a name -> offices
        for office, name in offices:
            self.names[office] = frozenset(word for word in words(name) if word not in STOP_WORDS)
            for word in self.names[office]:
                self._offices_with[word].add(office)
        self._name_words = sorted(self._offices_with)
        self._spots = []
        self._spots_with = defaultdict(lambda: array("l"))
        for key, office, text in spots:
            for word in dict.fromkeys(words(text)):
                self._spots_with[word].append(len(self._spots))
            self._spots.append((key, office))
        self._spot_words = sorted(self._spots_with)

    # --- Municipalities

    def named(self, asked, is_known):
        """Return (offices named by the query, the words that name them).

        `is_known` tells of a word whether the matters know it as it is: then it is a word, not a name.
        """
        matches = defaultdict(dict)  # office -> {word of its name: word of the query}
        for word in asked:
            if word in STOP_WORDS or is_known(word):
                continue
            for name in self._names_like(latin(word)):
                for office in self._offices_with[name]:
                    matches[office].setdefault(name, word)
        named = {office: found for office, found in matches.items() if self._is_named(office, found)}
        most = max(map(len, named.values()), default=0)
        named = {office: found for office, found in named.items() if len(found) == most}
        if not named or len(named) > MOST_NAMED:
            return [], set()
        used = {word for found in named.values() for word in found.values()}
        used |= {word for word in asked if any(self._belongs(word, office) for office in named)}
        return sorted(named), used

    def _names_like(self, word):
        if len(word) < SHORTEST_NAME - 1:
            return []
        same = self._offices_with.get(word)
        if same is not None:
            return [word]
        near = [name for name in _beginning_with(self._name_words, word[:SHORTEST_NAME]) if _is_form(word, name)]
        if near or len(word) <= SHORTEST_NAME:
            return near
        return [
            name
            for name in _beginning_with(self._name_words, word[0])
            if abs(len(name) - len(word)) <= 2 and OSA.normalized_similarity(word, name) >= LIKENESS
        ]

    def _is_named(self, office, found):
        return len(found) == len(self.names[office]) or any(
            len(self._offices_with[name]) <= MOST_NAMED and len(name) > SHORTEST_NAME for name in found
        )

    def _belongs(self, word, office):
        """Tell whether a further word of the query is an odd form of a name found by another of its words."""
        if word in STOP_WORDS or len(self.names[office]) == 1:
            return False
        return any(OSA.normalized_similarity(latin(word), name) >= LOOSE_LIKENESS for name in self.names[office])

    # --- Addresses

    def spots(self, asked, offices=None):
        """Return the keys of the places whose address or name has every one of these words, a few at most."""
        wanted = [word for word in asked if word not in STOP_WORDS and word not in OF_ADDRESSES]
        if not wanted or all(word.isdigit() for word in wanted):
            return []
        common = None
        for word in wanted:
            having = set()
            for known in self._forms(latin(word)):
                having.update(self._spots_with[known])
            common = having if common is None else common & having
            if not common:
                return []
        found = [self._spots[number] for number in sorted(common)]
        return [key for key, office in found if offices is None or office in offices][:MOST_SPOTS]

    def _forms(self, word):
        if word in self._spots_with:
            yield word
        if len(word) >= SHORTEST_NAME and not word[0].isdigit():
            for known in _beginning_with(self._spot_words, word[:SHORTEST_NAME]):
                if known != word and _is_form(word, known):
                    yield known


def _is_form(word, name):
    """Tell whether a folded word may be a case of a name: "wolominie" of "wolomin"."""
    shared = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    return shared >= SHORTEST_NAME and max(len(word), len(name)) - shared <= LONGEST_ENDING


def _beginning_with(known, start):
    for place in range(bisect_left(known, start), len(known)):
        if not known[place].startswith(start):
            return
        yield known[place]
