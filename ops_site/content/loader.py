"""Load content files into the database: everything, or nothing with every reason why."""

from collections import Counter
from itertools import chain

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ops_site.content.checking import check
from ops_site.content.errors import Report
from ops_site.content.fields import fill
from ops_site.content.reader import Text, read
from ops_site.content.references import Registry, resolve
from ops_site.content.shapes import OFFICE_FILE, SHARED_FILE
from ops_site.content.structure import check_keys, entries_in
from services import shared_sheet


def has_content():
    """Tell whether the database holds any of the records that a file starts with."""
    return any(shape.model.objects.exists() for shape in [*OFFICE_FILE.values(), *SHARED_FILE.values()])


def load(paths):
    """Load the files in one transaction and return how many records of each model came in.

    Raises ContentError with the problems of all files; the database is then as it was before.
    """
    report = Report()
    with override(settings.LANGUAGE_CODE), transaction.atomic():
        files = [entries_of(root, report) for path in paths if (root := read(path, report))]
        # What the ośrodki share goes first: they refer to it.
        files.sort(key=lambda entries: any(entry.shape is OFFICE_FILE["office"] for entry in entries))
        registry = Registry(report)
        for entry in chain(*files):
            registry.declare(entry)
        new = [entries for entries in files if not is_there_already(entries, report)]
        loaded = Counter()
        for entry in chain(*new):
            load_entry(entry, (), registry, loaded)
        report.raise_if_any()
        shared_sheet.remember_all()
    return loaded


def entries_of(root, report):
    """Return the entries at the top of a file: one office, or what all of them share."""
    shapes = OFFICE_FILE if "office" in root.entries else SHARED_FILE
    allowed = shapes if "office" in root.entries else [*OFFICE_FILE, *SHARED_FILE]
    check_keys(root, list(allowed), report)
    return entries_in(root, shapes, report)


def is_there_already(entries, report):
    """Report, once for a file, that the database has records of it. Nothing is ever overwritten."""
    there = [entry for entry in entries if is_stored(entry)]
    if there:
        key = there[0].mapping.entries[there[0].shape.key]
        report.add(
            key.where,
            _(
                "Baza ma już wpisy z tego pliku: %(count)s, pierwszy to „%(key)s” (%(kind)s). "
                "Wczytywanie niczego nie nadpisuje: zmień treść w panelu albo usuń ją tam przed wczytaniem."
            )
            % {"count": len(there), "key": key.value, "kind": there[0].shape.model._meta.verbose_name},
        )
    return bool(there)


def is_stored(entry):
    key = entry.mapping.entries.get(entry.shape.key)
    return isinstance(key, Text) and entry.shape.model.objects.filter(**{entry.shape.key: key.value.strip()}).exists()


def load_entry(entry, around, registry, loaded):
    """Save a record and those under it. `around` are the records it stands in, nearest first.

    A record that is wrong is reported and not saved; those under it are then checked, but not saved either.
    """
    fill(entry, registry.report)
    for link in entry.shape.links:
        setattr(entry.record, link.name, next(record for record in around if isinstance(record, link.related_model)))
    unsaved = [link.name for link in entry.shape.links if getattr(entry.record, link.attname) is None]
    if unsaved:
        entry.fail()
    many = resolve(entry, registry)
    try:
        with transaction.atomic():
            check(entry, unsaved, registry.report)
            if not entry.is_failed:
                save(entry, many)
                loaded[entry.shape.model] += 1
    except DatabaseError as error:
        registry.report.add(
            entry.where, _("Baza danych nie przyjęła tego wpisu (%(reason)s). Popraw go.") % {"reason": error}
        )
    for child in entry.children:
        load_entry(child, (entry.record, *around), registry, loaded)


def save(entry, many):
    entry.record.save()
    for name, records in many.items():
        getattr(entry.record, name).set(records)
