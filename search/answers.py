"""Answer a query: the matters that it may mean with the desks that handle them, the places it names, help now."""

import re
from dataclasses import dataclass, field

from django.db.models import Q, Value
from django.db.models.functions import Length

from offices import cleaning
from offices.models import Building, HelpLine, Office, Phone, Section
from search.catalogue import catalogue
from search.folding import STOP_WORDS, words
from services.matters import answers
from services.models import LifeSituation, Service

LONGEST_QUERY = 200  # Letters read of a query; the rest is left out.
MOST_WORDS = 16
MOST_RESULTS = 12
MOST_SITUATIONS = 3
MOST_SUGGESTIONS = 6
FEW_OFFICES = 5  # With more, a matter leads to its shared sheet, where a person chooses their own.
LEAST_SHARE = 0.4  # Of what the best result covers: what covers less is about something else.
LEAST_SCORE = 0.35
# How people call any social-welfare centre. Beside other words they say nothing about the matter.
INSTITUTIONS = frozenset(
    """
    ops mops gops mgops mopr cus opsie mopsie gopsie opsu mopsu gopsu opieka opieki opiece spoleczna spolecznej spoleczny
    socjal osrodek osrodku osrodka welfare centre center centrum опс мопс гопс соціальна соціальноі допомога допомоги
    """.split()
)
# A "+" stands before the code of a country; after the digits it makes a benefit of them: "800+".
NUMBER = re.compile(r"\+?[\d\s()./-]+")
SHORTEST_NUMBER, LONGEST_SHORT_NUMBER, WHOLE_NUMBER = 3, 6, 9  # Digits: 112, 116 111 and 22 787 27 01.
TELLING_BEGINNING = 5  # Fewer digits begin a short number or none: "800" is a benefit before it is a free line.
COUNTRY_CODE = "48"


@dataclass
class Found:
    """What a search found. `offices` are those named in the query itself, `corrected` the query read otherwise."""

    results: list = field(default_factory=list)  # Of services.matters.Answers.
    situations: list = field(default_factory=list)
    offices: list = field(default_factory=list)
    spots: list = field(default_factory=list)
    phones: list = field(default_factory=list)
    corrected: str = ""
    is_urgent: bool = False
    leads_with_situation: bool = False  # A life situation fits better than any one matter.

    def __bool__(self):
        return bool(self.results or self.situations or self.offices or self.spots or self.phones)


def search(query, language, office=None):
    """Return what is Found for a query in a reader's language, at one office or everywhere."""
    query = tidy(query)
    if phones := numbers_like(query):
        return Found(phones=phones)
    asked = words(query)[:MOST_WORDS]
    if not asked:
        return Found()
    known = catalogue()
    named, of_names = ([], set()) if office else known.places.named(asked, known.matters.knows_exactly)
    asked_at = [office.pk] if office else named
    wanted = [word for word in asked if word not in of_names]
    wanted = [word for word in wanted if word not in INSTITUTIONS] or (wanted if not named else [])
    read = known.matters.query(wanted)
    owners = _owners(asked_at, known)
    ranked = known.matters.rank(read, language, owners)
    hits = relevant(ranked)
    # An address is looked for when the matters do not know the query as it stands; found whole, it is what was meant.
    is_known = hits and hits[0].covered == 1 and not read.corrected
    if not is_known and (spots := _spots(_addressed(known.places, asked, of_names, asked_at or None))):
        return Found(spots=spots, offices=_named(named))
    return Found(
        # With too many offices to choose from, no one's answer is shown with a matter.
        results=_results(hits, owners or []),
        situations=_situations(hits),
        offices=_named(named),
        corrected=_corrected(asked, read.corrected),
        is_urgent=_is_urgent(ranked),
        leads_with_situation=bool(hits) and hits[0].key.kind == "situation",
    )


def suggestions(query, language, office=None):
    """Return what a query that is being typed may come to: [(Service, the popular name that fits or ""), …]."""
    asked = words(tidy(query))[:MOST_WORDS]
    if not asked:
        return []
    known = catalogue()
    read = known.matters.query(asked, is_typing=not query.endswith(" "))
    hits = relevant(known.matters.rank(read, language, _owners([office.pk] if office else [], known)))
    return [(service, _popular_name(hit, service, language)) for hit, service in _services(hits, MOST_SUGGESTIONS)]


def tidy(query):
    """Return a query without what nobody sees in it, such as soft hyphens, cut to LONGEST_QUERY letters."""
    visible = cleaning.visible(query)
    return "".join(letter if letter.isprintable() else " " for letter in visible).strip()[:LONGEST_QUERY]


def relevant(hits):
    """Return the hits that answer as much of the query as the best one does, or nearly."""
    if not hits:
        return []
    covered = max(hit.covered for hit in hits)
    least = hits[0].score * LEAST_SCORE
    return [hit for hit in hits if hit.covered >= LEAST_SHARE * covered and hit.score >= least]


# --- Matters


def _owners(asked_at, known):
    """Return the offices whose own matters may be found, or None for all."""
    return asked_at or (list(known.places.names) if known.office_count <= FEW_OFFICES else None)


def _services(hits, most):
    """Return [(hit, its Service), …] of the first hits that are matters; one may be gone from the site since."""
    hits = [hit for hit in hits if hit.key.kind == "service"][:most]
    published = Service.objects.exclude(owner__is_published=False).select_related("owner")
    services = published.in_bulk([hit.key.pk for hit in hits])
    return [(hit, services[hit.key.pk]) for hit in hits if hit.key.pk in services]


def _results(hits, office_ids):
    found = _services(hits, MOST_RESULTS)
    results = answers([service for _hit, service in found], office__in=office_ids)
    for (hit, _service), result in zip(found, results, strict=True):
        result.tokens = frozenset(hit.tokens)
        if hit.line and hit.line.name == "popular_names":
            result.known_as, result.known_as_language = hit.line.text, hit.line.language
    return results


def _popular_name(hit, service, language):
    """Return the popular name, in the reader's language or in Polish, that shares a word with the query."""
    names = (getattr(service, f"popular_names_{service.reads_in('popular_names', language)}") or "").splitlines()
    if hit.tokens & set(words(service.name)):
        return ""
    return next((name.strip() for name in names if hit.tokens & set(words(name))), "")


def _situations(hits):
    wanted = [hit.key.pk for hit in hits if hit.key.kind == "situation"][:MOST_SITUATIONS]
    found = LifeSituation.objects.in_bulk(wanted)
    return [found[pk] for pk in wanted if pk in found]


def _is_urgent(hits):
    """Tell whether somebody may be in danger: the best answer is urgent, or the query is an urgent thing said whole.

    An urgent life situation counts even when the query says more; a matter does when the query says nothing else.
    """
    return any(
        hit.key.is_urgent and (hit is hits[0] or (hit.line and (hit.key.kind == "situation" or hit.covered == 1)))
        for hit in hits
    )


def _corrected(asked, corrected):
    return " ".join(corrected.get(word, word) for word in asked) if corrected else ""


# --- Places and numbers


def _named(pks):
    return list(Office.objects.published().filter(pk__in=pks)) if pks else []


def _addressed(places, asked, of_names, offices):
    """Return the keys of the places with these words, or with those that do not name a municipality."""
    return places.spots(asked, offices) or places.spots([word for word in asked if word not in of_names], offices)


def _spots(keys):
    """Return the buildings and sections with these keys, in their order; one may be gone from the site since."""
    records = {}
    for kind, public, related in (
        ("building", Building.objects.filter(is_confidential=False), ["office"]),
        ("section", Section.objects.all(), ["office", "building__office"]),
    ):
        pks = [pk for found, pk in keys if found == kind]
        if pks:
            shown = public.filter(pk__in=pks, office__is_published=True).select_related(*related)
            records |= {(kind, one.pk): one for one in shown}
    return [records[key] for key in keys if key in records]


def numbers_like(query):
    """Return the numbers of offices and help lines that a query of digits begins: [Phone or HelpLine, …]."""
    if not NUMBER.fullmatch(query):
        return []
    digits = "".join(letter for letter in query if letter.isdigit())
    if len(digits) > WHOLE_NUMBER:
        digits = digits.removeprefix("00").removeprefix(COUNTRY_CODE)
    if not SHORTEST_NUMBER <= len(digits) <= WHOLE_NUMBER:
        return []
    # A range and not a pattern: an index serves it on every database.
    # (`Value`, since the field itself would read half a number as a wrong one.)
    begins = Q(number__gte=Value(digits), number__lt=Value(f"{digits}:"))
    if len(digits) < TELLING_BEGINNING:
        begins &= Q(length__lte=LONGEST_SHORT_NUMBER)
    lines = list(HelpLine.objects.alias(length=Length("number")).filter(begins)[:MOST_RESULTS])
    phones = (
        Phone.objects.alias(length=Length("number"))
        .filter(begins)
        .select_related("office", "building__office", "section__office", "section__building__office")
    )
    published = (
        Q(office__is_published=True) | Q(building__office__is_published=True) | Q(section__office__is_published=True)
    )
    return [*lines, *phones.filter(published)[:MOST_RESULTS]]


def without_stop_words(text):
    """Return the folded telling words of a text, joined: what the log keeps of a query."""
    return " ".join(word for word in words(text) if word not in STOP_WORDS)
