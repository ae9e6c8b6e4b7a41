"""The shared sheet as an office last read it, and what has changed in it since.

An office that adds something of its own to a shared sheet builds on what the sheet said then. The offering keeps
that text; whoever edits it is shown the difference, and says that the addition still holds.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from languages.translation_states import difference
from services.models import Offering, Service

TEXTS = (
    "name summary plain_text for_whom conditions to_bring steps steps_here cost waiting_time appeal handling handled_by handled_how "
    "handling_note filing online_name"
).split()
PARTS = {
    "required_documents": _("potrzebne dokumenty"),
    "deadlines": _("terminy"),
    "amounts": _("kwoty"),
    "legal_bases": _("podstawy prawne"),
}
# Whoever added one of these has something to compare.
ADDED = Q(note_pl__gt="") | Q(own_documents_pl__gt="") | Q(forms__isnull=False) | Q(phones__isnull=False)


@dataclass(frozen=True)
class Change:
    """One part of the sheet that reads otherwise than it did: its label, and the parts of the difference."""

    label: str
    parts: list


def sheet_of(service):
    """Return {part: Polish text} of a sheet as it is now."""
    sheet = {name: _text(service, name) for name in TEXTS}
    sheet["required_documents"] = _lines(f"{one.document.name_pl} {one.note_pl or ''}" for one in _documents(service))
    sheet["deadlines"] = _lines(
        f"{one.label_pl} {_days(one)} {one.loss_pl or ''} {one.note_pl or ''}" for one in service.deadlines.all()
    )
    sheet["amounts"] = _lines(f"{one.label_pl}: {one.value} zł {one.per_pl or ''}" for one in service.amounts.all())
    sheet["legal_bases"] = _lines(str(one) for one in service.legal_bases.all())
    return {part: text for part, text in sheet.items() if text}


def remember(offering):
    """Keep the sheet as it is now as the one that this office has read; call it inside the saving."""
    offering.sheet_seen = sheet_of(offering.service)
    offering.save(update_fields=["sheet_seen"])


def forget(offering):
    """Keep no sheet for an office that has taken back what it added: there is nothing left to compare."""
    if offering.sheet_seen is not None:
        offering.sheet_seen = None
        offering.save(update_fields=["sheet_seen"])


def changes(offering):
    """Return the Changes of the shared sheet since the office last read it; none when it never had to."""
    if offering.sheet_seen is None or offering.service.owner_id:
        return []
    return _differences(offering.sheet_seen, sheet_of(offering.service))


def changed_offerings(offerings):
    """Return those of the offerings whose shared sheet has changed since; the queries do not grow with the rows."""
    read = offerings.filter(sheet_seen__isnull=False, service__owner=None)
    return [one for one in _with_sheets(read) if one.sheet_seen != sheet_of(one.service)]


def has_additions(offering):
    """Tell whether the office has added something of its own to a shared sheet."""
    return Offering.objects.filter(ADDED, pk=offering.pk, service__owner=None).exists()


def remember_all():
    """Keep the sheets of today for every offering with additions that has none yet: after loading content."""
    waiting = Offering.objects.filter(
        sheet_seen__isnull=True, pk__in=Offering.objects.filter(ADDED, service__owner=None)
    )
    for offering in _with_sheets(waiting):
        remember(offering)


def _with_sheets(offerings):
    """Fetch offerings with all that `sheet_of` reads, in a number of queries that does not grow with them."""
    parts = [f"service__{name}" for name in PARTS if name != "required_documents"]
    return offerings.select_related("service", "office").prefetch_related(
        "service__required_documents__document", *parts
    )


def _documents(service):
    found = service.required_documents.all()
    return found if getattr(service, "_prefetched_objects_cache", None) else found.select_related("document")


def _text(service, name):
    translated = f"{name}_{settings.LANGUAGE_CODE}"
    text = getattr(service, translated if hasattr(service, translated) else name) or ""
    return " ".join(text.split())  # A browser sends other line ends than a content file has: no change of words.


def _days(deadline):
    return deadline.period_pl or f"{deadline.first_day}–{deadline.last_day} {deadline.year or ''}"


def _lines(texts):
    return "\n".join(" ".join(text.split()) for text in texts)


def _differences(before, now):
    parts = [*TEXTS, *PARTS]
    return [
        Change(_label(part), difference(_shown(part, before.get(part, "")), _shown(part, now.get(part, ""))))
        for part in parts
        if before.get(part, "") != now.get(part, "")
    ]


def _label(part):
    return capfirst(PARTS[part] if part in PARTS else Service._meta.get_field(part).verbose_name)


def _shown(part, text):
    """Return a text as people read it: a choice by its label."""
    choices = () if part in PARTS else Service._meta.get_field(part).flatchoices
    return str(dict(choices).get(text, text))
