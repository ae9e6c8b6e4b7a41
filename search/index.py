"""An index of texts kept in memory: words with their forms and slips, ranked by BM25. Pure: no Django.

How well it finds is measured by `make bench`, on queries written before it was tuned.
"""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.folding import STOP_WORDS, stem, telling, words

# How much a form counts beside the word as it was typed.
SAME_STEM, SAME_ROOT, SLIP = 0.9, 0.7, 0.8
# A root is the word without its last two letters; five letters of ending fit the longest Polish cases. A root of four
# letters is shared by strangers ("przed", "przemoc"), so it takes short endings alone.
CUT, SHORTEST_ROOT, LONGEST_ENDING, SHORT_ENDING = 2, 4, 5, 2
# A long word that is still unknown is tried without three: "mieszkaniowego" is a form of "mieszkaniowy", no slip.
FURTHER_CUT, LONG_WORD = 3, 8
PLAIN_FORM = 5  # Letters that a word shares with another of which it is a form, so that it cannot be a name.
LONG_ENDINGS = frozenset(
    "ach ami ego emu iej iem imi owi owy wej wym wych ych ymi".split()
)  # "warszawa" ends otherwise.
LEAST_LIKENESS = 0.72  # Of a slip: one wrong letter in four.
SHORTEST_SLIP = 4
MOST_SLIPS_OF_SHORT = 1  # Wrong letters in a word below LONG_WORD: "poręba" is not "potrzeba".
SHORTEST_BEGUN_SLIP = (
    6  # Of a word that is still being typed: "krak" is the beginning of something, not a wrong "brak".
)
SATURATION, LENGTH_NORM = 1.2, 0.3  # k1 and b of BM25.
OWN_LANGUAGE = 1.25  # The reader's language counts more; the others count all the same.
RARE = 50  # A word that more offices' own matters share does not tell which office is meant.


@dataclass(frozen=True)
class Line:
    """One text of an entry. A `phrase` is something a person says whole: a name, a popular name, a curated word."""

    text: str
    language: str
    weight: float
    is_phrase: bool = True
    name: str = ""  # Of the field it comes from.


@dataclass(frozen=True)
class Entry:
    """What can be found: a key, its lines, and the office whose own it is, if any."""

    key: object
    lines: tuple
    owner: object = None


@dataclass
class Hit:
    """An entry found: how well, by which words of the index, and the line that the query says whole, if any."""

    key: object
    score: float
    tokens: set
    line: Line | None = None
    covered: float = 0.0  # The share of the query's weight that the entry answers.
    owner: object = None  # Whose own the entry is.
    likeness: float = 0.0  # The same share, each word counted by how alike it is to the entry's: a form, a slip.
    weight: float = 0.0  # Of the weightiest line that has one of the words.


@dataclass
class Query:
    """A query made ready: its telling words, each with the forms of it that the index knows."""

    words: list
    said: frozenset = frozenset()  # All its words, those that say little among them.
    forms: list = field(default_factory=list)  # {token: weight}, one for each word.
    corrected: dict = field(default_factory=dict)  # Word -> the word of the index it was taken for.

    @property
    def unknown(self):
        """The words that nothing in the index resembles."""
        return [word for word, forms in zip(self.words, self.forms, strict=True) if not forms]


class Index:
    """Entries by their words. Build once, ask often; it never changes."""

    def __init__(self, entries):
        self.entries = list(entries)
        self._shared = defaultdict(list)  # token -> [(entry, weight, language), …]
        self._own = defaultdict(lambda: defaultdict(list))  # token -> owner -> the same.
        self._lines = []  # (entry, line, its telling tokens, the further words that it stands or falls with)
        self._lines_with = defaultdict(list)  # token -> numbers of lines
        self._lengths = []
        for number, entry in enumerate(self.entries):
            self._add(number, entry)
        self._mean_length = (sum(self._lengths) / len(self._lengths)) if self._lengths else 1.0
        self._shared_count = sum(entry.owner is None for entry in self.entries)
        self._vocabulary = sorted({*self._shared, *self._own})
        self._slips = sorted(token for token in self._shared if len(token) >= SHORTEST_SLIP and not token[0].isdigit())
        self._own_slips = sorted(
            token for token in self._own if token not in self._shared and len(token) >= SHORTEST_SLIP
        )
        self._stems = defaultdict(list)
        for token in self._vocabulary:
            if (root := stem(token)) != token:
                self._stems[root].append(token)

    def _add(self, number, entry):
        weights = defaultdict(float)
        for line in entry.lines:
            found = words(line.text)
            for token in found:
                weights[token, line.language] = max(weights[token, line.language], line.weight)
            if line.is_phrase and found:
                tokens = tuple(dict.fromkeys(telling(found)))
                for token in tokens:
                    self._lines_with[token].append(len(self._lines))
                # "nie chcę żyć" is not said by "nie mam za co żyć": one telling word alone is not the whole of it.
                further = frozenset(found) - {*tokens} if len(tokens) == 1 else frozenset()
                self._lines.append((number, line, tokens, further))
        for (token, language), weight in weights.items():
            home = self._shared[token] if entry.owner is None else self._own[token][entry.owner]
            home.append((number, weight, language))
        self._lengths.append(len(weights) ** 0.5)

    # --- The query

    def query(self, text_words, *, is_typing=False):
        """Return the Query for folded words. While a person is typing, the last word may be only begun."""
        asked = list(dict.fromkeys(telling(text_words)))
        if is_typing and text_words and text_words[-1] in STOP_WORDS and text_words[-1] not in asked:
            asked.append(text_words[-1])
        ready = Query(asked, frozenset(text_words))
        for number, word in enumerate(asked):
            begun = is_typing and number == len(asked) - 1
            ready.forms.append(self._forms(word, ready.corrected, begun=begun))
        return ready

    def knows_exactly(self, word):
        """Tell whether a folded word stands in the shared texts just as it is."""
        return word in self._shared

    def knows(self, word):
        """Tell whether a folded word is one of the texts, or plainly a form of one: "poręba" is none of "pora"."""
        return any(word[:PLAIN_FORM] == token[:PLAIN_FORM] for token in self._near(word))

    def _forms(self, word, corrected, *, begun=False):
        forms = self._near(word)
        if begun:
            for token in self._beginning_with(word):
                forms.setdefault(token, SAME_ROOT)
        if not forms and len(word) >= LONG_WORD and word[-FURTHER_CUT:] in LONG_ENDINGS:
            forms = dict.fromkeys(self._with_root(word[:-FURTHER_CUT]), SAME_ROOT)
        shortest = SHORTEST_BEGUN_SLIP if begun else SHORTEST_SLIP
        if not forms and len(word) >= shortest and not word[0].isdigit():
            forms = self._like(word, self._slips) or self._like(word, self._own_slips)
            if forms:
                corrected[word] = next(iter(forms))
        return forms

    def _near(self, word):
        forms = {}
        if word in self._shared or word in self._own:
            forms[word] = 1.0
        for token in self._stems.get(stem(word), ()):
            forms.setdefault(token, SAME_STEM)
        if len(word) > SHORTEST_ROOT:
            for token in self._with_root(word[: max(SHORTEST_ROOT, len(word) - CUT)]):
                forms.setdefault(token, SAME_ROOT)
        elif len(word) == SHORTEST_ROOT and not forms:
            for token in self._beginning_with(word[:-1]):
                if len(token) <= len(word) + 1:
                    forms.setdefault(token, SAME_ROOT)
        return forms

    def _with_root(self, root):
        longest = LONGEST_ENDING if len(root) > SHORTEST_ROOT else SHORT_ENDING
        return (token for token in self._beginning_with(root) if len(token) - len(root) <= longest)

    def _beginning_with(self, root):
        for place in range(bisect_left(self._vocabulary, root), len(self._vocabulary)):
            token = self._vocabulary[place]
            if not token.startswith(root):
                return
            yield token

    def _like(self, word, vocabulary):
        found = process.extract(
            word, vocabulary, scorer=OSA.normalized_similarity, score_cutoff=LEAST_LIKENESS, limit=4, processor=None
        )
        return {
            token: SLIP * likeness
            for token, likeness, _place in found
            if len(word) >= LONG_WORD or OSA.distance(word, token) <= MOST_SLIPS_OF_SHORT
        }

    # --- The answer

    def rank(self, query, language, owners=None, most=20):
        """Return the Hits of a Query, best first. `owners` are the offices whose own entries may be found;
        None lets all in, as long as the word is RARE enough to mean one."""
        scores, tokens_of, answered = defaultdict(float), defaultdict(set), defaultdict(float)
        alike, weights, rarities = defaultdict(float), defaultdict(float), []
        for forms in query.forms:
            found, by_token, likeness = defaultdict(float), defaultdict(set), defaultdict(float)
            for token, weight in forms.items():
                for number, value, spoken in self._postings(token, owners):
                    weights[number] = max(weights[number], value)
                    value *= weight * (OWN_LANGUAGE if spoken == language else 1.0)
                    found[number] = max(found[number], value)
                    by_token[number].add(token)
                    likeness[number] = max(likeness[number], weight)
            count = max(self._shared_count, len(found))
            rarity = log(1 + (count - len(found) + 0.5) / (len(found) + 0.5))
            rarities.append(rarity if found else log(1 + count))
            for number, value in found.items():
                norm = 1 - LENGTH_NORM + LENGTH_NORM * self._lengths[number] / self._mean_length
                scores[number] += rarity * value * (SATURATION + 1) / (value + SATURATION * norm)
                answered[number] += rarity
                alike[number] += rarity * likeness[number]
                tokens_of[number] |= by_token[number]
        whole = self._whole_lines(query, rarities, language, set(scores))
        total = sum(rarities) or 1.0
        hits = []
        for number, score in scores.items():
            covered = round(answered[number] / total, 6)  # Exactly 1 when every word is answered.
            bonus, line = whole.get(number, (0.0, None))
            entry, score = self.entries[number], score * (0.5 + 0.5 * covered) + bonus
            likeness = alike[number] / total
            hits.append(Hit(entry.key, score, tokens_of[number], line, covered, entry.owner, likeness, weights[number]))
        hits.sort(key=lambda hit: -hit.score)
        return hits[:most]

    def _postings(self, token, owners):
        yield from self._shared.get(token, ())
        own = self._own.get(token)
        if not own:
            return
        if owners is not None:
            for owner in owners:
                yield from own.get(owner, ())
        elif len(own) <= RARE:
            for found in own.values():
                yield from found

    def _whole_lines(self, query, rarities, language, candidates):
        """Return {entry: (bonus, line)} for the entries of which the query says a whole line."""
        matched = defaultdict(dict)  # line -> {its token: (word, weight)}
        for number, forms in enumerate(query.forms):
            for token, weight in forms.items():
                for line in self._lines_with.get(token, ()):
                    if weight > matched[line].get(token, (0, 0.0))[1]:
                        matched[line][token] = (number, weight)
        best = {}
        total = sum(rarities) or 1.0
        for number, found in matched.items():
            entry, line, tokens, further = self._lines[number]
            if entry not in candidates or len(found) < len(tokens) or not further <= query.said:
                continue
            used = {word for word, _weight in found.values()}
            quality = sum(weight for _word, weight in found.values()) / len(tokens)
            share = sum(rarities[word] for word in used)
            bonus = quality * line.weight * share * share / total
            bonus *= OWN_LANGUAGE if line.language == language else 1.0
            if bonus > best.get(entry, (0.0, None))[0]:
                best[entry] = (bonus, line)
        return best
