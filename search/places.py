"""Places that a query can name: a municipality as a filter, a street, a building or a desk as an answer.

Pure: values in, values out; the catalogue fills it from the database.
"""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict

from rapidfuzz.distance import OSA

from search.folding import STOP_WORDS, WORD, words

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


# How people tell two offices apart whose municipalities have one name: by the kind of the office, in any case of its
# name, or by the kind of the municipality, which is the last digit of its TERYT code: 1 urban, 2 rural, 3 mixed.
KINDS = re.compile(r"(mgops|mops|gops|mopr|cus|ops)(?:u|ie|em|owi)?")
MUNICIPALITIES = [
    ("3", re.compile(r"miejskogminn\w*")),
    ("1", re.compile(r"miast\w*|miejsk\w*|міст\w*|міськ\w*|town|city|urban")),
    ("2", re.compile(r"wiejsk\w*|gminn\w*|wies|wsi|сільськ\w*|rural")),
]
OFFICES_OF = {"1": frozenset({"mops", "mopr"}), "2": frozenset({"gops"}), "3": frozenset({"mgops"})}


class Places:
    """The names of municipalities and the addresses within them."""

    def __init__(self, offices, spots):
        """`offices`: (id, name of the municipality, and perhaps the kind of the office and the TERYT code);
        `spots`: (key, id of the office, text with its address, and perhaps a text that mentions places)."""
        self.names = {}
        self._municipalities = []
        self._kinds = {}  # office -> (kind, TERYT code)
        self._offices_with = defaultdict(set)  # folded word of a name -> offices
        for office, name, *kind in offices:
            self._municipalities.append(name)
            self._kinds[office] = kind or ("", "")
            self.names[office] = frozenset(word for word in words(name) if word not in STOP_WORDS)
            for word in self.names[office]:
                self._offices_with[word].add(office)
        self._name_words = sorted(self._offices_with)
        self._spots = []
        self._spots_with = defaultdict(lambda: array("l"))
        self._mentioned_with = defaultdict(lambda: array("l"))
        for key, office, text, *mentions in spots:
            said = dict.fromkeys(words(text))
            for word in said:
                self._spots_with[word].append(len(self._spots))
            for word in dict.fromkeys(proper(" ".join(filter(None, mentions)))):
                if word not in said:
                    self._mentioned_with[word].append(len(self._spots))
            self._spots.append((key, office))
        self._spot_words = sorted(self._spots_with)
        self._mentioned_words = sorted(self._mentioned_with)

    # --- Municipalities

    def towns(self, most):
        """Return the names of the municipalities, each once, or none when there are more than `most`."""
        return list(dict.fromkeys(self._municipalities)) if len(self._municipalities) <= most else []

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
        told, by = self._told_apart(list(named), asked)
        return sorted(told), used | by

    def _told_apart(self, named, asked):
        """Return those of the offices named that the query means by their kind, and the words that tell; else all."""
        if len({self.names[office] for office in named}) == len(named):
            return named, set()
        for word in asked:
            if kind := KINDS.fullmatch(word):
                meant = [office for office in named if self._kinds[office][0] == kind[1]]
            else:
                meant = self._of_municipality(named, word)
            if meant:
                return meant, {word}
        return named, set()

    def _of_municipality(self, named, word):
        for digit, said in MUNICIPALITIES:
            if said.fullmatch(word):
                kinds = OFFICES_OF[digit]
                return [one for one in named if self._kinds[one][1].endswith(digit) or self._kinds[one][0] in kinds]
        return []

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

    def spots(self, asked, offices=None, *, mentioned=True):
        """Return the keys of the places whose address, name or mentions have every one of these words, a few at most.

        Those that have them in the name or address come first; without `mentioned` there are no others.
        """
        wanted = [word for word in asked if word not in STOP_WORDS and word not in OF_ADDRESSES]
        if not wanted or all(word.isdigit() for word in wanted):
            return []
        own, any_text = None, None
        for word in wanted:
            having = self._having(latin(word), self._spots_with, self._spot_words)
            own = having if own is None else own & having
            if mentioned:
                having = having | self._having(latin(word), self._mentioned_with, self._mentioned_words)
                any_text = having if any_text is None else any_text & having
        found = [self._spots[number] for number in [*sorted(own), *sorted((any_text or set()) - own)]]
        return [key for key, office in found if offices is None or office in offices][:MOST_SPOTS]

    def _having(self, word, with_word, known_words):
        """Return the numbers of the places with this word; with a form of it when none has the word itself."""
        if word in with_word:
            return set(with_word[word])
        having = set()
        if len(word) >= SHORTEST_NAME and not word[0].isdigit():
            for known in _beginning_with(known_words, word[:SHORTEST_NAME]):
                if _is_form(word, known):
                    having.update(with_word[known])
        return having


def proper(text):
    """Return the folded words of a text that are written as names, and the numbers of houses after them."""
    found, is_name = [], False
    for word in WORD.findall(text):
        is_name = word[0].isupper() or (is_name and word[0].isdigit())
        if is_name:
            found += words(word)
    return found


def _is_form(word, name):
    """Tell whether a folded word may be a case of a name: "wolominie" of "wolomin"."""
    shared = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    ending, other = sorted((len(word) - shared, len(name) - shared))
    return shared >= SHORTEST_NAME and other <= LONGEST_ENDING and ending < LONGEST_ENDING  # "warszawa", "warsztat"


def _beginning_with(known, start):
    for place in range(bisect_left(known, start), len(known)):
        if not known[place].startswith(start):
            return
        yield known[place]
