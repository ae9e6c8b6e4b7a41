"""What the records of the files are called, so that others can refer to them."""

import re
from collections import defaultdict
from difflib import get_close_matches

from django.core.exceptions import ValidationError
from django.db.models import UniqueConstraint
from django.utils.translation import gettext_lazy as _

from ops_site.content import values
from ops_site.content.reader import Listing, Text, is_empty
from ops_site.content.structure import text_of
from services.content import UNDER_OFFICE

# Stands between a number and its extension: "22 787 27 01 wew. 12".
QUALIFIER = " wew. "
# Follows a number that serves several duties: "22 787 27 01 (stypendia)". Digits in brackets belong to the number.
PURPOSE = re.compile(r"\s+\(([^()]*[^\W\d][^()]*)\)$")


class Registry:
    """Every keyed entry of the files being loaded, by model, file and key.

    A key that is unique in the whole database (a service's slug) is known in every file;
    any other (a section's slug, a phone) only in the file of its office.
    """

    def __init__(self, report):
        self.report = report
        self.entries = defaultdict(lambda: defaultdict(list))

    def declare(self, entry):
        """Remember an entry and those under it; report a key that is taken already."""
        value = entry.mapping.entries.get(entry.shape.key)
        if isinstance(value, Text) and not is_empty(value):
            same = self.known(entry.shape.content, entry.where)[key_of(entry.shape.content, value.value)]
            if same and is_unique(entry.shape):
                self.report.add(
                    value.where,
                    _("%(key)s: „%(text)s” się powtarza, jest już w %(where)s. Wpisz inną wartość.")
                    % {"key": entry.shape.key, "text": value.value, "where": same[0].where},
                )
                entry.fail(entry.shape.key)
            same.append(entry)
        for child in entry.children:
            self.declare(child)

    def known(self, content, where):
        """Return the entries of one kind that a file can refer to: key -> entries in the order of the files."""
        scope = None if key_field(content).unique else where.path
        return self.entries[content.model, scope]

    def find(self, content, value, label):
        """Return the record that a Text refers to. Returns None if there is none, or its own entry is wrong.

        A missing record is reported here; a wrong one has been reported at its own line.
        """
        text = text_of(value, label, self.report)
        if text is None:
            return None
        key = key_of(content, text)
        known = self.known(content, value.where)
        if key in known:
            return self.choose(content, known[key], value, label)
        stored = content.model.objects.filter(**{content.key: key}).first() if key_field(content).unique else None
        if not stored:
            self.report.add(
                value.where,
                _("%(label)s: Nie ma wpisu „%(text)s” (%(kind)s). %(cure)s")
                % {
                    "label": label,
                    "text": text,
                    "kind": content.model._meta.verbose_name,
                    "cure": self.suggestion(content, value),
                },
            )
        return stored

    def choose(self, content, entries, value, label):
        """Return the record meant among entries with one key; report a choice that the author has left open."""
        qualifier, purpose = qualifier_of(value.value), purpose_of(content, value.value)
        entries = [one for one in entries if qualifier_in(content, one.record) == qualifier] or entries
        purposes = dict.fromkeys(text for one in entries if (text := purpose_in(content, one.record)))
        exact = [one for one in entries if purpose and purpose_in(content, one.record).casefold() == purpose.casefold()]
        if not exact and len(purposes) > 1:
            self._report_open_choice(content, entries, value.where, label)
            return None
        return (exact or entries)[0].record

    def _report_open_choice(self, content, entries, where, label):
        ways = ", ".join(f"„{written(content, one.record, purpose_in(content, one.record))}”" for one in entries)
        self.report.add(
            where,
            _("%(label)s: Ten numer ma kilka wpisów. Napisz, o który chodzi: %(ways)s.")
            % {"label": label, "ways": ways},
        )

    def suggestion(self, content, value):
        """Return a sentence that leads to a record of the right name, or to making one."""
        known = self.known(content, value.where).values()
        close = get_close_matches(value.value, [same[0].mapping.entries[content.key].value for same in known], n=1)
        if close:
            return _("Czy chodziło o „%(word)s”?") % {"word": close[0]}
        if own := next((name for name, kind in UNDER_OFFICE.items() if kind is content), None):
            return _("Popraw to słowo. To, co jest tylko w tym ośrodku, dopisz w tym pliku pod „%(key)s”.") % {
                "key": own
            }
        if key_field(content).unique:
            return _("Popraw to słowo. Znane słowa są w content/wspolne.yaml i w panelu.")
        return _("Popraw to słowo albo dopisz ten wpis w tym pliku.")


def key_field(content):
    return content.model._meta.get_field(content.key)


def key_of(content, text):
    """Return the key in the form that the database keeps, or as it is written when it is not valid."""
    main = PURPOSE.sub("", text).partition(QUALIFIER)[0] if hasattr(content, "qualifier") else text
    try:
        return values.parse(key_field(content), main)
    except ValidationError:
        return main


def qualifier_of(text):
    return PURPOSE.sub("", text).partition(QUALIFIER)[2].strip()


def purpose_of(content, text):
    found = PURPOSE.search(text) if hasattr(content, "purpose") else None
    return found[1].strip() if found else ""


def purpose_in(content, record):
    return (getattr(record, content.purpose) or "") if hasattr(content, "purpose") else ""


def qualifier_in(content, record):
    return getattr(record, content.qualifier) if hasattr(content, "qualifier") else ""


def is_unique(shape):
    """Tell whether no two records, in one office or at all, may share the key."""
    around = {field.name for field in shape.model._meta.fields if field.is_relation}
    constraints = [rule for rule in shape.model._meta.constraints if isinstance(rule, UniqueConstraint)]
    return key_field(shape.content).unique or any(set(rule.fields) - around == {shape.key} for rule in constraints)


def written(content, record, purpose=""):
    """Return the text by which a file refers to a record; with its purpose, where another has the same key."""
    text = values.write(key_field(content), getattr(record, content.key))
    qualifier = qualifier_in(content, record)
    if qualifier:
        text += QUALIFIER + qualifier
    return f"{text} ({purpose})" if purpose else text


def resolve(entry, registry):
    """Set the single references of a record; return those to many, to be set once it is saved."""
    many = {}
    for key, content in entry.shape.references.items():
        value = entry.mapping.entries.get(key)
        if is_empty(value):
            continue
        is_list = entry.shape.fields[key].many_to_many
        if is_list and not isinstance(value, Listing):
            registry.report.add(
                value.where, _("„%(key)s” ma być listą. Napisz ją tak: [pierwsza, druga].") % {"key": key}
            )
            entry.fail(key)
            continue
        found = [registry.find(content, item, key) for item in (value.items if is_list else [value])]
        if any(record is None or record.pk is None for record in found):
            entry.fail(key)
        elif is_list:
            many[key] = found
        else:
            setattr(entry.record, key, found[0])
    return many
