"""Find a matter by what people call it: names, popular names and hidden words, in all languages at once."""

import re
import unicodedata
from dataclasses import dataclass, field

from django.conf import settings

from offices.models import Office
from services.matters import answers
from services.models import Service

LONGEST_QUERY = 200
MOST_RESULTS = 20
# Words that say nothing about the matter.
STOP_WORDS = frozenset(
    "a aby ale bo chce co czy dla do gdzie i ja jak jest mam mi mnie moge na nie o od po pod potrzebuje sie to u w we z za ze".split()
)
WEIGHTS = {"name": 3, "popular_names": 3, "search_words": 2, "summary": 1}
# "przemoc w rodzinie (dawna nazwa)": the remark is not what people type.
REMARK = re.compile(r"\([^)]*\)")
# Two words of one root in an inflected language share their beginning, not their end.
SHORTEST_ROOT, LONGEST_ENDING = 4, 3


@dataclass
class Found:
    """What a search found. `offices` are those named in the query itself."""

    results: list = field(default_factory=list)
    offices: list = field(default_factory=list)
    is_urgent: bool = False


def fold(text):
    """Write a text so that spelling does not matter: no case, no diacritics, "500 plus" as "500+"."""
    text = text.casefold().replace("ł", "l")
    text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"(\d)\s*(\+|plus\b)", r"\1+", text)


def words(text):
    """Return the folded words of a text; signs and single letters are left out."""
    return re.findall(r"[\w+]{2,}", fold(text))


def search(query, office=None):
    """Return what is Found for a query, at one office or everywhere."""
    asked = words(query)
    if not asked:
        return Found()
    offices = [one for one in Office.objects.published() if _names(one, asked)] if office is None else []
    named = {word for one in offices for word in _place_words(one)}
    wanted = [word for word in asked if not any(_alike(word, place) for place in named)] or asked
    services = _best([word for word in wanted if word not in STOP_WORDS] or wanted)
    asked_at = [office] if office else offices
    results = answers(services, **({"office__in": asked_at} if asked_at else {}))
    # Another office's own matter is of no use here; at one office, nothing that it does not answer for is.
    results = [one for one in results if one.offerings or not (office or one.service.owner_id)][:MOST_RESULTS]
    return Found(results, offices, any(one.service.is_urgent for one in results[:1]))


def _best(wanted):
    """Return the services that answer the wanted words, best first: all words if any service has them all."""
    services = Service.objects.prefetch_related("situations")
    scored = [(_score(one, wanted), one) for one in services]
    scored = [(matched, score, one) for (matched, score), one in scored if matched]
    most = max((matched for matched, score, one in scored), default=0)
    scored = [entry for entry in scored if entry[0] == most]
    scored.sort(key=lambda entry: -entry[1])
    found = [one for matched, score, one in scored]
    for one in found:
        one.is_urgent = any(situation.is_urgent for situation in one.situations.all())
    return found


def _score(service, wanted):
    """Return (how many wanted words the service has, how well)."""
    best = dict.fromkeys(wanted, 0)
    phrase = 0
    for name, weight in WEIGHTS.items():
        for language, _label in settings.LANGUAGES:
            text = getattr(service, f"{name}_{language}") or ""
            for line in REMARK.sub("", text).splitlines():
                have = words(line)
                if have == wanted:
                    phrase = max(phrase, 10 * weight)
                for word in wanted:
                    exact = word in have
                    if exact or any(_alike(word, other) for other in have):
                        best[word] = max(best[word], weight * (2 if exact else 1))
    return sum(1 for value in best.values() if value), phrase + sum(best.values())


def _alike(word, other):
    """Tell whether two folded words may be forms of one word: "alimentow" and "alimenty"."""
    if word == other:
        return True
    shared = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return shared >= SHORTEST_ROOT and max(len(word), len(other)) - shared <= LONGEST_ENDING


def _place_words(office):
    return [word for word in words(office.municipality) if len(word) >= SHORTEST_ROOT]


def _names(office, asked):
    """Tell whether a query names the office's municipality, in any case: "w Wołominie"."""
    return any(_alike(word, place) for word in asked for place in _place_words(office))
