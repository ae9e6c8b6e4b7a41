"""How corrections of the shared content reach a site that exists.

Three states of each record are compared: what was shipped when the site last took it (`ShippedRecord.taken`), what is
shipped now (`ShippedRecord.shipped`), and what the database holds. A record that nobody changed can be brought up to
date; one that staff changed waits for their decision, after which what is shipped now counts as taken. So a decision
holds until the shipped record changes again.
"""

import hashlib
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import override

from offices.models.former_slug import FormerSlug, RemembersSlug
from ops_site.content.exporter import queryset
from ops_site.content.shapes import SHARED_FILE, Shape
from ops_site.content.shipped import (
    canonical,
    describe_record,
    digests,
    earlier_releases,
    fingerprint_of,
    read_shipped,
)
from ops_site.models import ShippedContent, ShippedRecord

CHECKED = "checked_on"
KINDS = list(SHARED_FILE)  # In the order in which records refer to those before them.


class State(Enum):
    """What a correction asks for."""

    NEW = "new"  # Shipped now, and never before.
    UNTOUCHED = "untouched"  # Nobody here changed the record.
    CHANGED = "changed"  # Staff changed it, or made one of the same key.
    WITHDRAWN = "withdrawn"  # No longer shipped.
    DELETED = "deleted"  # Staff deleted it.
    SETTLED = "settled"


@dataclass(frozen=True)
class Here:
    """A record of the database with its description; neither, when there is none."""

    record: models.Model | None
    described: dict

    @cached_property
    def digests(self):
        return digests(self.described)


NOWHERE = Here(None, {})


@dataclass(frozen=True)
class Correction:
    """One record in its three states."""

    row: ShippedRecord
    here: Here

    @property
    def shape(self) -> Shape:
        return SHARED_FILE[self.row.kind]

    @property
    def name(self):
        """What people call the record: its Polish name."""
        described = self.row.shipped or self.here.described
        text = next((described[key] for key in ("name", "title") if key in described), self.row.key)
        return text[settings.LANGUAGE_CODE] if isinstance(text, dict) else text

    @property
    def state(self):
        row, here = self.row, self.here
        if row.shipped is None:
            return State.WITHDRAWN if row.taken is not None and here.record else State.SETTLED
        if here.record is None:
            return State.NEW if row.taken is None else State.DELETED
        if not self.changed:
            return State.SETTLED
        return State.CHANGED if self.touched else State.UNTOUCHED

    @cached_property
    def shipped(self):
        return digests(self.row.shipped or {})

    @property
    def changed(self):
        """The fields and lists that the shipment changed and that are not here yet, in the order of the files."""
        now, yours = self.shipped, self.here.digests
        taken = (self.row.taken or {}) if self.here.record else {}
        return [
            key
            for key in (*self.shape.fields, *self.shape.children)
            if now.get(key) != taken.get(key) and now.get(key) != yours.get(key)
        ]

    @property
    def clashing(self):
        """Those of the changed fields that staff changed too."""
        touched = self.touched
        return [key for key in self.changed if key in touched]

    @property
    def touched(self):
        """What staff changed, and not just as this release does. To have checked a record again is no change of it."""
        taken, yours, now = self.row.taken or {}, self.here.digests, self.shipped
        keys = {*taken, *yours} - {CHECKED}
        return {key for key in keys if yours.get(key) not in (taken.get(key), now.get(key))}

    @property
    def seen(self):
        """A digest of all three states: a decision is for what was shown, not for what came in between."""
        states = [canonical(one or {}) for one in (self.row.taken, self.row.shipped, self.here.described)]
        return hashlib.sha256("\n".join(states).encode()).hexdigest()

    def settle(self):
        """Remember that this site has taken what is shipped now, or decided about it."""
        self.row.taken = None if self.row.shipped is None else self.shipped
        self.row.waits = False
        self.row.save()


# --- Reading


def here(kind, keys=None):
    """Return {key: Here} of the records of a kind: of all, or of those that are or once were called by `keys`."""
    shape = SHARED_FILE[kind]
    records = queryset(shape)
    with override(settings.LANGUAGE_CODE):
        if keys is None:
            return here_by(shape, records)
        found = here_by(shape, records.filter(**{f"{shape.key}__in": keys}))
        if issubclass(shape.model, RemembersSlug) and (missing := set(keys) - set(found)):
            moved = FormerSlug.objects.filter(kind=shape.model._meta.label_lower, scope=0, slug__in=missing)
            former = dict(moved.values_list("record_id", "slug"))
            found |= {former[one.record.pk]: one for one in here_by(shape, records.filter(pk__in=former)).values()}
    return found


def here_by(shape, records):
    former = former_slugs()
    return {
        getattr(one, shape.key): Here(one, as_first_called(shape, describe_record(shape, one), former))
        for one in records
    }


def former_slugs():
    """Return {model: {slug of today: the first one}} of the shared records that moved to a new address."""
    models_of = [shape.model for shape in SHARED_FILE.values() if issubclass(shape.model, RemembersSlug)]
    moved = FormerSlug.objects.filter(scope=0, kind__in=[one._meta.label_lower for one in models_of]).order_by("-pk")
    first = {(kind, pk): slug for kind, pk, slug in moved.values_list("kind", "record_id", "slug")}
    if not first:
        return {}
    slugs = {one: one.objects.filter(pk__in=[pk for _kind, pk in first]).values_list("pk", "slug") for one in models_of}
    return {
        model: {slug: first[model._meta.label_lower, pk] for pk, slug in rows if (model._meta.label_lower, pk) in first}
        for model, rows in slugs.items()
    }


def as_first_called(shape, described, former):
    """Return a description in which other records have the names that the files know: a new address of theirs is no change here."""
    if not former:
        return described
    named = {key: former.get(content.model, {}) for key, content in shape.references.items() if key in described}
    below = {key: child for key, child in shape.children.items() if key in described}
    return {
        **described,
        **{key: renamed(described[key], slugs) for key, slugs in named.items()},
        **{key: below_as_first_called(child, described[key], former) for key, child in below.items()},
    }


def below_as_first_called(child, described, former):
    if isinstance(described, dict):
        return as_first_called(child, described, former)
    return [as_first_called(child, one, former) for one in described]


def renamed(names, slugs):
    return sorted(slugs.get(one, one) for one in names) if isinstance(names, list) else slugs.get(names, names)


def corrections(rows):
    """Return the Correction of each row, in the order in which they can be applied."""
    by_kind = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row)
    found = []
    for kind in sorted(set(by_kind) & set(KINDS), key=KINDS.index):
        known = here(kind, [row.key for row in by_kind[kind]])
        found += [Correction(row, known.get(row.key, NOWHERE)) for row in by_kind[kind]]
    return found


def waiting():
    """Return the corrections that wait to be applied or decided."""
    found = corrections(ShippedRecord.objects.filter(waits=True))
    return [one for one in found if one.state not in (State.SETTLED, State.DELETED)]


def waiting_count():
    """Return how many corrections wait; a single query when none does."""
    return len(waiting())


def deleted_here():
    """Return the shipped records that staff deleted: they do not come back by themselves."""
    rows = ShippedRecord.objects.filter(shipped__isnull=False, taken__isnull=False)
    gone = []
    for kind, shape in SHARED_FILE.items():
        of_kind = [row for row in rows if row.kind == kind]
        keys = set(shape.model.objects.values_list(shape.key, flat=True))
        gone += [row for row in of_kind if row.key not in keys]
    return [one for one in corrections(gone) if one.state is State.DELETED]


# --- Comparing


def is_compared(directory=None):
    """Tell, cheaply, whether the content files are those that this site was last compared with."""
    return ShippedContent.objects.filter(fingerprint=fingerprint_of(directory)).exists()


def compare(directory=None):
    """Note what the content files of today ship and which corrections wait; change no content.

    Raises ContentError when the files cannot be read. Files without anything shared are no release: nothing is noted.
    """
    if is_compared(directory):
        return
    shipped = read_shipped(directory)
    if not shipped:
        return
    with transaction.atomic():
        content = lock()
        store([row for row in _rows_of(shipped, directory) if row.kind in KINDS])
        content.fingerprint = fingerprint_of(directory)
        content.save()


def _rows_of(shipped, directory):
    """Return the rows of all that was ever shipped, each with what is shipped now; new ones with what the site took."""
    rows = {(row.kind, row.key): row for row in ShippedRecord.objects.all()}
    records = {(kind, key): one for kind in KINDS for key, one in here(kind).items()}
    earlier = earlier_releases(directory) if records else []
    for one in dict.fromkeys([*rows, *(one for release in earlier for one in release), *shipped]):
        if one not in rows:
            taken = taken_by(one, records.get(one), shipped.get(one), earlier)
            rows[one] = ShippedRecord(kind=one[0], key=one[1], taken=taken)
        rows[one].shipped = shipped.get(one)
    return list(rows.values())


def note_loaded():
    """Note that the database holds what the content files ship: right after they were loaded into an empty one."""
    with transaction.atomic():
        content = lock()
        ShippedRecord.objects.all().delete()
        ShippedRecord.objects.bulk_create(
            [
                ShippedRecord(kind=kind, key=key, taken=one.digests, shipped=one.described)
                for kind in KINDS
                for key, one in here(kind).items()
            ],
            batch_size=100,
        )
        content.fingerprint = fingerprint_of()
        content.save()


def lock():
    """Return the one row that keeps comparing and applying apart; call it inside a transaction."""
    ShippedContent.objects.get_or_create(pk=1)
    return ShippedContent.objects.select_for_update().get(pk=1)


def taken_by(identity, known, shipped, earlier):
    """Return what a site that has noted down nothing was shipped of a record: the release whose words it has most of.

    None: it never had it. Nothing in it: the record is here, and no release says where from.
    """
    versions = [release[identity] for release in earlier if identity in release]
    if known is None:
        return versions[-1] if versions else None
    yours = known.digests
    if shipped is not None and yours == digests(shipped):
        return yours
    if not versions:
        return {} if shipped is not None else None
    return max(versions, key=lambda version: len(version.items() & yours.items()))


def store(rows):
    """Keep the rows, with what each of them asks for."""
    for one in corrections(rows):
        if one.state is State.SETTLED and one.row.shipped is not None:
            one.row.taken = one.shipped
        one.row.waits = one.state in (State.NEW, State.UNTOUCHED, State.CHANGED, State.WITHDRAWN)
    ShippedRecord.objects.bulk_create([row for row in rows if row.pk is None], batch_size=100)
    known = [row for row in rows if row.pk is not None]
    ShippedRecord.objects.bulk_update(known, ["taken", "shipped", "waits"], batch_size=100)
