"""Find the records in a file: which is where, under which, and which keys do not belong."""

from dataclasses import dataclass, field
from difflib import get_close_matches

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from ops_site.content.reader import Listing, Mapping, Text, is_empty
from ops_site.content.shapes import Shape


@dataclass
class Entry:
    """One record of a file, on its way into the database."""

    shape: Shape
    mapping: Mapping
    record: Model
    children: list["Entry"]
    places: dict = field(default_factory=dict)  # Field of the model -> (key, value) that the author wrote.
    broken: set = field(default_factory=set)  # Fields that are wrong already, so checking leaves them out.
    is_failed: bool = False  # It cannot be saved; what stands under it is checked all the same.

    @property
    def where(self):
        return self.mapping.where

    def fail(self, *names):
        """Leave the record out of the database, and these fields out of further checks."""
        self.is_failed = True
        self.broken.update(names)


def entries_in(mapping, shapes, report):
    """Return the entries that stand in a mapping under the keys of `shapes`."""
    return [
        Entry(shape, item, shape.model(), children_of(item, shape, report))
        for key, shape in shapes.items()
        for item in items_of(mapping.entries.get(key), key, shape, report)
    ]


def children_of(mapping, shape, report):
    check_keys(mapping, [*shape.fields, *shape.children], report)
    return entries_in(mapping, shape.children, report)


def items_of(value, key, shape, report):
    """Return the mappings of a list of records, or of a single one; report whatever else stands there."""
    if is_empty(value):
        return []
    if not shape.single and not isinstance(value, Listing):
        report.add(value.where, _("„%(key)s” ma być listą. Zacznij każdą pozycję od „- ”.") % {"key": key})
        return []
    found = [value] if shape.single else value.items
    for item in found:
        if not isinstance(item, Mapping):
            report.add(
                item.where,
                _("„%(key)s”: tu mają stać pary klucz i wartość. Napisz je tak: „%(example)s: …”.")
                % {"key": key, "example": next(iter(shape.fields))},
            )
    return [item for item in found if isinstance(item, Mapping)]


def check_keys(mapping, allowed, report):
    """Report the keys that nothing reads."""
    for key, value in mapping.entries.items():
        if key not in allowed:
            report.add(
                value.where, _("Nieznany klucz „%(key)s”. %(cure)s") % {"key": key, "cure": suggestion(key, allowed)}
            )


def suggestion(word, allowed):
    """Return a sentence that leads from a wrong word to the right one."""
    close = get_close_matches(word, allowed, n=1)
    if close:
        return _("Czy chodziło o „%(word)s”?") % {"word": close[0]}
    return _("Może tu stać: %(words)s.") % {"words": ", ".join(allowed)}


def text_of(value, key, report):
    """Return the text of a value, or None after reporting that it is a list or a mapping."""
    if isinstance(value, Text):
        return value.value
    report.add(value.where, _("„%(key)s” ma być tekstem. Wpisz jedną wartość, bez listy i bez kluczy.") % {"key": key})
