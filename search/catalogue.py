"""The catalogue of what can be found, read from the database once and again when something changed."""

import re
import threading
from dataclasses import dataclass

from django.conf import settings

from offices.models import Building, Office, Section
from search.freshness import MATTERS, PLACES, tokens
from search.index import Entry, Index, Line
from search.places import Places
from services.models import LifeSituation, Service

# How much each text counts; of the phrases among them a person may say one whole.
SERVICE_TEXTS = {
    "name": (3.0, True),
    "popular_names": (3.0, True),
    "search_words": (2.0, True),
    "summary": (1.0, False),
    "handled_by": (1.0, False),
}
SITUATION_TEXTS = {"title": (2.0, True), "search_words": (2.0, True)}
# "przemoc w rodzinie (dawna nazwa)": the remark is not what people type. In the name itself it is a name of its own:
# "Świadczenie wychowawcze (800+)".
REMARK = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True)
class Key:
    """What an entry of the index stands for."""

    kind: str  # "service" or "situation"
    pk: int
    is_urgent: bool = False


@dataclass(frozen=True)
class Catalogue:
    """Everything that can be found: matters with life situations, and places."""

    matters: Index
    places: Places

    @property
    def office_count(self):
        return len(self.places.names)


_lock = threading.Lock()
_parts = {}  # part -> (token, what was built)


def catalogue():
    """Return the Catalogue as the database has it now; one query when nothing changed since the last time."""
    now = tokens()
    return Catalogue(_part(MATTERS, now, _matters), _part(PLACES, now, _places))


def _part(name, now, build):
    token = now.get(name)
    known = _parts.get(name)
    if known and token and known[0] == token:
        return known[1]
    with _lock:
        known = _parts.get(name)
        if not (known and token and known[0] == token):
            # Records put in all at once leave no token: then nothing tells when they change.
            _parts[name] = known = (token, build())
        return known[1]


def _matters():
    services = Service.objects.exclude(owner__is_published=False).prefetch_related("situations")
    entries = [_service(one) for one in services]
    return Index(
        [*entries, *(_situation(one) for one in LifeSituation.objects.filter(services__isnull=False).distinct())]
    )


def _service(one):
    situations = one.situations.all()
    is_urgent = bool(situations) and all(situation.is_urgent for situation in situations)
    return Entry(Key("service", one.pk, is_urgent), _lines(one, SERVICE_TEXTS), one.owner_id)


def _situation(one):
    return Entry(Key("situation", one.pk, one.is_urgent), _lines(one, SITUATION_TEXTS))


def _lines(record, texts):
    return tuple(
        Line(said, language, weight, is_phrase, name)
        for name, (weight, is_phrase) in texts.items()
        for language, _label in settings.LANGUAGES
        for line in (getattr(record, f"{name}_{language}") or "").splitlines()
        for said in _said(line, with_remarks=name == "name")
    )


def _said(line, *, with_remarks):
    """Return the parts of a line that a person may say whole: without its remarks, and these if they are wanted."""
    bare = REMARK.sub("", line).strip() or line.strip()
    return [part for part in (bare, *(REMARK.findall(line) if with_remarks else ())) if part.strip()]


def _places():
    offices = Office.objects.published().order_by("pk").values_list("pk", "municipality")
    buildings = Building.objects.filter(office__is_published=True, is_confidential=False).order_by(
        "office_id", "position", "pk"
    )
    sections = Section.objects.filter(office__is_published=True).order_by("office_id", "position", "pk")
    spots = [
        *(
            (("building", pk), office, f"{name} {street}")
            for pk, office, name, street in buildings.values_list("pk", "office_id", "name_pl", "street")
        ),
        *((("section", pk), office, name) for pk, office, name in sections.values_list("pk", "office_id", "name_pl")),
    ]
    return Places(offices, spots)
