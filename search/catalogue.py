"""The catalogue of what can be found, read from the database once and again when something changed."""

import re
import threading
from dataclasses import dataclass, field

from django.conf import settings
from django.db import connection
from django.db.models import Prefetch

from offices.models import Building, Notice, Office, Section
from search.freshness import DANGER, MATTERS, PLACES, READ, tokens
from search.index import Entry, Index, Line
from search.models import DangerPhrase
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
    slug: str = field(default="", compare=False)


@dataclass(frozen=True)
class Catalogue:
    """Everything that can be found: matters with life situations, and places; and what else is a word of danger."""

    matters: Index
    places: Places
    danger: tuple = ()  # Patterns of the site's administrator.

    @property
    def office_count(self):
        return len(self.places.names)


_parts = {}  # part -> (token, what was built)
_first = threading.Lock()
_rebuilding = {part: threading.Lock() for part in READ}


def catalogue():
    """Return the Catalogue; one query when nothing changed since the last time.

    When something did, the old catalogue serves until one thread has built the new: no search waits for it. Whoever shows
    a record that was found has to ask whether it is still published.
    """
    now = tokens()
    return Catalogue(
        _part(MATTERS, now, _matters), _part(PLACES, now, _places), _part(DANGER, now, _danger) if DANGER in now else ()
    )


def forget():
    """Have the next search read everything, and wait for it."""
    _parts.clear()


def _part(name, now, build):
    token = now.get(name)
    if not (token and name in _parts):
        return _read_at_once(name, token, build)
    if _parts[name][0] != token and _rebuilding[name].acquire(blocking=False):
        in_background(lambda: _rebuild(name, token, build))
    return _parts[name][1]


def _read_at_once(name, token, build):
    """Read what nobody has read yet, or of what nothing tells when it changes: records put in all at once."""
    with _first:
        if not (token and name in _parts):
            _parts[name] = (token, build())
        return _parts[name][1]


def _rebuild(name, token, build):
    try:
        _parts[name] = (token, build())
    finally:
        _rebuilding[name].release()


def in_background(work):
    """Do some work in a thread with a connection of its own to the database."""

    def run():
        try:
            work()
        finally:
            connection.close()

    threading.Thread(target=run, name="search-catalogue", daemon=True).start()


def _matters():
    services = Service.objects.exclude(owner__is_published=False).only(*READ[MATTERS][Service])
    services = services.prefetch_related(Prefetch("situations", LifeSituation.objects.only("is_urgent")))
    entries = [_service(one) for one in services]
    situations = LifeSituation.objects.filter(services__isnull=False).distinct().only(*READ[MATTERS][LifeSituation])
    return Index([*entries, *map(_situation, situations)])


def _service(one):
    situations = one.situations.all()
    is_urgent = bool(situations) and all(situation.is_urgent for situation in situations)
    return Entry(Key("service", one.pk, is_urgent, one.slug), _lines(one, SERVICE_TEXTS), one.owner_id)


def _situation(one):
    return Entry(Key("situation", one.pk, one.is_urgent, one.slug), _lines(one, SITUATION_TEXTS))


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


def _danger():
    return tuple(one.pattern for one in DangerPhrase.objects.order_by("pk"))


def _places():
    published = Office.objects.published().order_by("pk")
    of_published = {"office__is_published": True}
    buildings = Building.objects.filter(**of_published, is_confidential=False).order_by("office_id", "position", "pk")
    sections = Section.objects.filter(**of_published).order_by("office_id", "position", "pk")
    notices = Notice.objects.filter(**of_published).exclude(building__is_confidential=True).order_by("office_id", "pk")
    municipalities = dict(published.values_list("pk", "municipality"))
    spots = [
        *(
            # The town says something only where it is not that of the whole municipality.
            (("building", pk), office, f"{name} {street} {town if town != municipalities[office] else ''}", purpose)
            for pk, office, name, street, town, purpose in buildings.values_list(
                "pk", "office_id", "name_pl", "street", "town", "purpose_pl"
            )
        ),
        *(
            (("section", pk), office, name, purpose)
            for pk, office, name, purpose in sections.values_list("pk", "office_id", "name_pl", "purpose_pl")
        ),
        *((("office", pk), pk, "", about) for pk, about in published.values_list("pk", "about_pl") if about),
        *(
            (("building", building) if building else ("office", office), office, "", f"{title} {text}")
            for office, building, title, text in notices.values_list("office_id", "building_id", "title_pl", "text_pl")
        ),
    ]
    return Places(published.values_list("pk", "municipality", "kind", "teryt"), spots)
