"""Answer a query: the matters that it may mean with the desks that handle them, the places it names, help now."""

import re
from dataclasses import dataclass, field

from django.conf import settings

from languages import cleaning
from offices.models import Building, HelpLine, Office, Section
from offices.namesakes import tell_apart
from search import danger, everyday
from search.catalogue import catalogue
from search.folding import STOP_WORDS, fold, words
from search.index import Hit
from search.naming import LIVING, names
from search.numbers import numbers_like
from search.places import OF_ADDRESSES
from search.standing import ended_last, in_order, is_weak, relevant, says_nothing, urgent_situations_last
from services.matters import ENDED, answers
from services.models import LifeSituation, Service

LONGEST_QUERY = 200  # Letters read of a query; the rest is left out.
MOST_WORDS = 16
MOST_RESULTS = 12
MOST_SITUATIONS = 3
MOST_SUGGESTIONS = 6
VISIBLE = ("name", "popular_names")
FEW_OFFICES = 5  # With more, a matter leads to its shared sheet, where a person chooses their own.
# How people call any social-welfare centre. Beside other words they say nothing about the matter.
INSTITUTIONS = frozenset(
    """
    ops mops gops mgops mopr cus opsie mopsie gopsie opsu mopsu gopsu opieka opieki opiece spoleczna spolecznej spoleczny
    socjal osrodek osrodku osrodka welfare centre center centrum опс мопс гопс соціальна соціальноі допомога допомоги
    """.split()
)
# How people begin; "dobry" is a word of a benefit too.
GREETING = re.compile(
    r"dzie[nń] dobry|dobry wiecz[oó]r|witam|good (?:morning|day|evening)|добр(?:ий|ого) (?:день|дня|вечір)", re.I
)
# Those that mean the office itself, and no help that it gives.
OFFICES = INSTITUTIONS.difference(
    "opieka opieki opiece spoleczna spolecznej spoleczny welfare socjal соціальна соціальноі допомога допомоги".split()
)


@dataclass
class Found:
    """What a search found. `offices` are those named in the query itself, `corrected` the query read otherwise."""

    results: list = field(default_factory=list)  # Of services.matters.Answers.
    situations: list = field(default_factory=list)
    offices: list = field(default_factory=list)
    spots: list = field(default_factory=list)
    phones: list = field(default_factory=list)
    corrected: str = ""
    page: str = ""  # The page that everyday words ask for, one of `search.everyday`.
    danger: tuple = ()  # Kinds of danger (search.danger.KINDS) that the query speaks of: numbers stand before all else.
    lines: list = field(default_factory=list)  # The help lines for them, in the order in which to call.
    leads_with_situation: bool = False  # A life situation fits better than any one matter.
    is_weak: bool = False  # Nothing fits well: perhaps something else was meant.
    is_partly_unknown: bool = False  # A word of the query is like none of the site's: a town elsewhere, perhaps.
    strange_names: list = field(default_factory=list)  # Names of places in the query that are not here.
    towns: list = field(default_factory=list)  # The municipalities that are here, when they are few.

    @property
    def may_be_elsewhere(self):
        """Tell whether the query may be about another town, though something of it is found."""
        return self.is_partly_unknown and not self.strange_names and bool(self)

    @property
    def leads_with_place(self):
        """A building stands before the matters in it; a club or a desk after the matter that tells of it."""
        return bool(self.spots) and isinstance(self.spots[0], Building)

    def __bool__(self):
        return bool(
            self.danger or self.page or self.results or self.situations or self.offices or self.spots or self.phones
        )


def search(query, language, office=None):
    """Return what is Found for a query in a reader's language, at one office or everywhere."""
    query = tidy(query)
    if phones := numbers_like(query):
        return Found(phones=phones)
    asked = words(GREETING.sub(" ", query))[:MOST_WORDS]
    return _answer(query, asked, language, office) if asked else Found()


def _answer(query, asked, language, office):
    """Return what is Found for a query of these folded words: its danger, the places it names, its page, its matters."""
    known = catalogue()
    kinds = danger.kinds_in(query, known.danger)
    named, of_towns = _towns(asked, known)
    page = "" if kinds else _page(asked, of_towns)
    named, of_names = ([], set()) if office else (named, of_towns)
    if page and page not in everyday.BESIDE_MATTERS:
        return Found(page=page, offices=_named(named), towns=known.places.towns(FEW_OFFICES))
    asked_at = [office.pk] if office else named
    # Beside a matter, "telefon" and "godziny" say only what is wanted of it.
    asked = everyday.without_everyday(asked) or asked
    wanted = _wanted([word for word in asked if word not in of_names], named)
    read, ranked = _ranked(wanted, language, asked_at, known)
    # An address is looked for when the shared matters do not know the query as it stands.
    is_known = kinds or (not read.corrected and any(hit.covered == 1 and hit.owner is None for hit in ranked))
    if not is_known and (keys := _addressed(known, asked, of_names, asked_at or None)):
        whole = [hit for hit in ranked if hit.covered == 1] if not read.corrected else []
        found = Found(results=_results(in_order(whole, asked_at), asked_at))
        return _with_places(found, keys, named)
    found_names = _names(query, of_towns, known) if not kinds else []
    keys = [key for name in found_names for key in _addressed(known, words(" ".join(name)), set(), asked_at or None)]
    if found_names:
        wanted = _without_names(wanted, found_names)
        read, ranked = _ranked([] if STOP_WORDS.issuperset(wanted) else wanted, language, asked_at, known)
    found = _of_matters(read, ranked, kinds, asked_at, known)
    found.page, found.corrected = page, _corrected(asked, read.corrected)
    found.strange_names = [" ".join(name) for name in found_names] if not keys else []
    return _with_places(found, keys, named)


def _of_matters(read, ranked, kinds, asked_at, known):
    """Return the matters and situations Found among ranked hits."""
    hits = in_order(relevant(ranked), asked_at)
    hits = _in_danger(kinds, hits, known) if kinds else urgent_situations_last(hits)
    is_unsure = not kinds and is_weak(hits, read)
    if is_unsure and says_nothing(hits, read):
        hits = []
    return Found(
        # With too many offices to choose from, no one's answer is shown with a matter.
        results=_results(hits, _owners(asked_at, known) or []),
        situations=_situations(hits),
        danger=kinds,
        lines=_lines(kinds),
        leads_with_situation=not kinds and bool(hits) and hits[0].key.kind == "situation",
        is_weak=is_unsure,
        is_partly_unknown=not kinds and bool(read.unknown),
        towns=known.places.towns(FEW_OFFICES),
    )


def _towns(asked, known):
    """Return (the offices of the municipalities named, the words that name them); "środa" is a day before it is a town."""
    named, of_towns = known.places.named(asked, known.matters.knows_exactly)
    return ([], set()) if all(map(everyday.knows, of_towns)) else (named, of_towns)


def _page(asked, of_towns):
    """Return the page that the words ask for, or ""; who names but an office of this kind wants to reach it."""
    said = [word for word in asked if word not in of_towns and word not in INSTITUTIONS]
    if not said and not of_towns and not OFFICES.isdisjoint(asked):
        return "contact"
    return everyday.page_for(said)


def _wanted(said, named):
    """Return the words that tell of a matter: those that name an office of this kind do so only when they stand alone."""
    return [word for word in said if word not in INSTITUTIONS] or ([] if named else said)


def _without_names(wanted, found_names):
    of_places = {word for name in found_names for word in words(" ".join(name))}
    return [word for word in wanted if not (word in of_places or word in OF_ADDRESSES or LIVING.fullmatch(word))]


def _ranked(wanted, language, asked_at, known):
    """Return (the query as it was read, its hits)."""
    read = known.matters.query(wanted)
    return read, known.matters.rank(read, language, _owners(asked_at, known))


def _names(query, of_names, known):
    """Return the names of places in the query, without those of municipalities that are here."""
    found = names(
        query,
        is_unknown=lambda word: word not in STOP_WORDS | INSTITUTIONS and not known.matters.knows(word),
        is_said=lambda word: known.matters.knows_exactly(word) or everyday.knows(word) or word in INSTITUTIONS,
    )
    return [name for name in found if not of_names.intersection(map(fold, name))]


def suggestions(query, language, office=None):
    """Return the matters that a query being typed may come to: [(Service, the popular name that fits or ""), …]."""
    return typed(query, language, office).results


def typed(query, language, office=None):
    """Return what is Found for a query that is being typed; its `results` are as `suggestions` are."""
    asked = words(tidy(query))[:MOST_WORDS]
    if not asked:
        return Found()
    known = catalogue()
    if kinds := danger.kinds_in(query, known.danger):
        services = _services(_in_danger(kinds, [], known), MOST_SUGGESTIONS)
        return Found(danger=kinds, results=[(service, "") for _hit, service in services])
    named, of_towns = _towns(asked, known)
    said = [word for word in asked if word not in of_towns and word not in INSTITUTIONS]
    if page := _page(asked, of_towns):
        return Found(page=page, offices=[] if office else _named(named))
    asked_at = [office.pk] if office else named
    found = Found(offices=_named(named) if not said else [], spots=_spots(_addressed(known, asked, of_towns, asked_at)))
    found.page = everyday.page_begun(said)
    if not said:
        return found
    read = known.matters.query(everyday.without_everyday(said) or said, is_typing=not query.endswith(" "))
    hits = in_order(relevant(known.matters.rank(read, language, _owners(asked_at, known))), asked_at)
    # What a hidden word finds may be cruel to read while one types: nobody would see why it stands there.
    hits = [hit for hit in hits if not danger.is_unasked(hit.key.slug, query)]
    services = {hit.key: service for hit, service in _services(hits, MOST_RESULTS) if hit.tokens & _visible(service)}
    ended = {key for key, service in services.items() if service.handling in ENDED}
    shown = ended_last([hit for hit in hits if hit.key in services], ended)[:MOST_SUGGESTIONS]
    found.results = [(services[hit.key], _popular_name(hit, services[hit.key], language)) for hit in shown]
    return found


def tidy(query):
    """Return a query without what nobody sees in it, such as soft hyphens, cut to LONGEST_QUERY letters."""
    visible = cleaning.visible(query)
    return "".join(letter if letter.isprintable() else " " for letter in visible).strip()[:LONGEST_QUERY]


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
    for result in results:
        tell_apart(one.office for one in result.offerings)
    for (hit, _service), result in zip(found, results, strict=True):
        result.tokens = frozenset(hit.tokens)
        if hit.line and hit.line.name == "popular_names":
            result.known_as, result.known_as_language = hit.line.text, hit.line.language
    by_key = {hit.key: result for (hit, _service), result in zip(found, results, strict=True)}
    ended = {key for key, result in by_key.items() if result.is_ended}
    return [by_key[hit.key] for hit in ended_last([hit for hit, _service in found], ended)]


def _visible(service):
    """Return the folded words by which people see a service called, in all languages."""
    names = (getattr(service, f"{name}_{language}") for name in VISIBLE for language, _label in settings.LANGUAGES)
    return {word for name in names for word in words(name or "")}


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


def _in_danger(kinds, hits, known):
    """Return the hits that answer danger, then those of which the query says a whole line besides."""
    lead = {slug: None for kind in kinds for slug in (*danger.MATTERS[kind], *danger.SITUATIONS[kind])}
    keys = {entry.key.slug: entry.key for entry in known.matters.entries if entry.owner is None}
    first = [Hit(keys[slug], 0.0, set()) for slug in lead if slug in keys]
    said = [hit for hit in hits if hit.key.slug not in lead and (hit.line or hit.key.is_urgent)]
    return [*first, *(hit for hit in said if hit.key.is_urgent), *(hit for hit in said if not hit.key.is_urgent)]


def _lines(kinds):
    """Return the help lines for these kinds of danger, each once, in the order in which to call them."""
    numbers = list(dict.fromkeys(number for kind in kinds for number in danger.NUMBERS[kind]))
    lines = {line.number: line for line in HelpLine.objects.filter(number__in=numbers)} if numbers else {}
    return [lines[number] for number in numbers if number in lines]


def _corrected(asked, corrected):
    return " ".join(corrected.get(word, word) for word in asked) if corrected else ""


# --- Places and numbers


def _named(pks):
    return list(Office.objects.published().filter(pk__in=pks)) if pks else []


def _addressed(known, asked, of_names, offices):
    """Return the keys of the places with these words, or with those that do not name a municipality."""
    if of_names.issuperset(asked):
        return []
    # A text that mentions a place says nothing of the words that matters are made of.
    mentioned = not all(word in STOP_WORDS or known.matters.knows_exactly(word) for word in asked)
    places, other = known.places, [word for word in asked if word not in of_names]
    return places.spots(asked, offices, mentioned=mentioned) or places.spots(other, offices, mentioned=mentioned)


def _with_places(found, keys, named):
    """Add the places with these keys, and the offices named or mentioned; a text may mention places elsewhere too."""
    found.is_partly_unknown |= any(kind == "office" for kind, _pk in keys)
    found.offices = _named([*named, *(pk for kind, pk in keys if kind == "office")])
    found.spots = _spots(keys)
    return found


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
    return [records[key] for key in dict.fromkeys(keys) if key in records]


def without_stop_words(text):
    """Return the folded telling words of a text, joined: what the log keeps of a query."""
    return " ".join(word for word in words(text) if word not in STOP_WORDS)
