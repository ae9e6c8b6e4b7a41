"""The matters of an office, put under the life situations in which people look for them."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import F
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from languages.fallback import Polish, text_of
from offices.timetables import translated
from services.doors import Desk
from services.models import Handling, LifeSituation, Offering, Service

# The order of a dictionary in each language: ą after a, ł after l, ґ after г; letters of other alphabets follow.
ALPHABETS = {
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "en": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяaąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
}
ENDED = (Handling.CLOSED, Handling.CONTINUING)  # Nobody is granted it anew.
PLACES = {
    language: {letter: number for number, letter in enumerate(letters)} for language, letters in ALPHABETS.items()
}


@dataclass(frozen=True)
class Matter:
    """A service as one office answers for it, ready for a list."""

    service: Service
    state: str
    building_id: int | None
    handled_by: str = ""  # Who handles it elsewhere, where the office names them itself.

    @property
    def label(self):
        """Say the state in words; for a matter handled elsewhere, by whom."""
        if self.state == Handling.ELSEWHERE and (who := self.handled_by or self.service.handled_by):
            return _("załatwia: %(who)s") % {"who": who}
        return Handling(self.state).label


@dataclass
class Answers:
    """A service with the offices that answer for it; after a search, with the folded words to mark, and with the
    popular name that was typed and its language."""

    service: Service
    offerings: list
    tokens: frozenset = frozenset()
    known_as: str = ""
    known_as_language: str = ""
    desk: Desk | None = None  # Of the one office that is asked.

    @property
    def only(self):
        """The answer of the one office that has the matter, or None."""
        return self.offerings[0] if len(self.offerings) == 1 else None

    @property
    def number(self):
        """The number of those who handle it elsewhere, or ""."""
        if self.desk:
            return self.desk.number
        is_taken_over = any(one.is_taken_over for one in self.offerings)
        return "" if is_taken_over or self.service.handling != Handling.ELSEWHERE else self.service.handled_phone

    @property
    def is_ended(self):
        """Tell whether it is granted to nobody anew: in the country, or at each of these offices."""
        return self.service.handling in ENDED or (
            bool(self.offerings) and all(one.state in ENDED for one in self.offerings)
        )


def answers(services, **at_offices):
    """Return the Answers of these services at published offices, narrowed by `office__in` or `office`; one query, and
    another for the numbers of their own that offices gave."""
    offerings = Offering.objects.filter(service__in=services, office__is_published=True, **at_offices)
    by_service = {}
    with_desks = offerings.select_related("office", "service", "section__building", "building").prefetch_related(
        "phones"
    )
    for one in with_desks.order_by("office__municipality", "office_id"):
        by_service.setdefault(one.service_id, []).append(one)
    return [Answers(one, by_service.get(one.pk, [])) for one in services]


def matters_by_situation(office):
    """Return [(LifeSituation, [Matter, …]), …] of an office, in one query."""
    at_office = "service__offerings"
    rows = (
        Service.situations.through.objects.filter(**{f"{at_office}__office": office})
        .select_related("lifesituation", "service")
        .annotate(
            state=F(f"{at_office}__state"),
            own_building=F(f"{at_office}__building_id"),
            section_building=F(f"{at_office}__section__building_id"),
            **translated(f"{at_office}__handled_by"),
        )
        .order_by("lifesituation__position", "lifesituation_id", "service__position", "service_id")
    )
    return [
        (situation, [_matter(row) for row in group])
        for situation, group in groupby(rows, key=lambda row: row.lifesituation)
    ]


def _matter(row):
    who = row.translation or Polish(row.polish)
    return Matter(row.service, row.state, row.own_building or row.section_building, who)


def matters_of(office):
    """Return every Matter of an office, in one query."""
    offerings = Offering.objects.filter(office=office).select_related("service", "section")
    return [Matter(one.service, one.state, one.at_id, text_of(one, "handled_by")) for one in offerings]


def everything(services=Service.objects):
    """Return every shared Matter among services, as it is in the country, in one query."""
    return [Matter(one, one.handling, None) for one in services.filter(owner=None)]


def index(matters):
    """Return the A–Z: [(letter, [(entry, Matter), …]), …].

    Popular and old names are entries of their own, which point to the proper matter.
    """
    entries = []
    for matter in matters:
        names = [matter.service.name, *(line.strip() for line in matter.service.popular_names.splitlines())]
        entries += [(name, matter) for name in dict.fromkeys(names) if name]
    language = get_language()
    entries.sort(key=lambda entry: collation_key(entry[0], language))
    return [(letter, list(group)) for letter, group in groupby(entries, key=lambda entry: _initial(entry[0]))]


def collation_key(text, language="pl"):
    """Return a key that sorts texts as a dictionary of this language does; signs and digits come first."""
    places = PLACES[language]
    return [(places.get(letter, ord(letter) + 100 if letter.isalpha() else -1), letter) for letter in _bare(text)]


def _initial(text):
    first = _bare(text)[:1]
    return first.upper() if first.isalpha() else "0–9"


def _bare(text):
    return text.casefold().lstrip("„\"'«( ")


def situations_everywhere():
    """Return the life situations that have at least one service, most needed first."""
    return LifeSituation.objects.filter(services__isnull=False).distinct()
