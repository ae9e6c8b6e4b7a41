"""Write the content of the database to files that `loader` reads back."""

from pathlib import Path

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch
from django.utils.translation import override

from ops_site.content import values
from ops_site.content.layout import yaml_text
from ops_site.content.references import purpose_in, written
from ops_site.content.shapes import OFFICE_FILE, SHARED_FILE, STATES

SHARED_NAME = "wspolne"
OWN_FILES = {"glossary": "slowniczek"}  # What all offices share but other people work on.


def export(directory):
    """Write one file for each office, one for what they share and one for the glossary; return their paths.

    Raises OSError when a file cannot be written.
    """
    directory = Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    files = {}
    with override(settings.LANGUAGE_CODE):
        shared = {key: [describe(shape, record) for record in queryset(shape)] for key, shape in SHARED_FILE.items()}
        for key, records in shared.items():
            if records:
                files.setdefault(OWN_FILES.get(key, SHARED_NAME), {})[key] = records
        for key, shape in OFFICE_FILE.items():
            for record in queryset(shape):
                files[record.slug] = {key: describe(shape, record)}
    return [write(directory / f"{name}.yaml", content) for name, content in files.items() if content]


def write(path, content):
    path.write_text(yaml_text(content), encoding="utf-8", newline="\n")
    return path


def queryset(shape):
    """Return the records of a shape with everything below them: a fixed number of queries for any number of offices."""
    single = [key for key in shape.references if not shape.fields[key].many_to_many]
    many = [
        Prefetch(key, referred(content)) for key, content in shape.references.items() if shape.fields[key].many_to_many
    ]
    below = [Prefetch(accessor(child), queryset(child)) for child in shape.children.values()]
    elsewhere = {f"{name}__isnull": True for name in shape.absent}
    records = shape.model.objects.filter(**elsewhere).order_by(*order(shape))
    records = records.select_related(*single) if single else records
    return records.prefetch_related(*many, *below)


def referred(content):
    """Return the records of a kind, each knowing whether its key alone would name another one too."""
    records = content.model.objects.all()
    if not hasattr(content, "purpose"):
        return records
    same = {name: OuterRef(name) for name in (content.key, content.qualifier)}
    return records.annotate(shares_its_key=Exists(content.model.objects.filter(**same).exclude(pk=OuterRef("pk"))))


def order(shape):
    """Return the model's own order, with equals in the order of their making, as loading will make them again.

    Keys of other records do not count: loading gives those records new ones.
    """
    return [name for name in shape.model._meta.ordering if name.lstrip("-") != "pk" and not name.endswith("_id")] + [
        "pk"
    ]


def accessor(shape):
    return shape.links[0].remote_field.get_accessor_name()


def describe(shape, record):
    """Return the keys and values of a record and of those under it, without defaults and empty values."""
    described = {key: describe_field(shape, record, key, field) for key, field in shape.fields.items()}
    for key, child in shape.children.items():
        if child.single:
            below = getattr(record, accessor(child), None)
            described[key] = describe(child, below) if below else None
        else:
            described[key] = [describe(child, below) for below in getattr(record, accessor(child)).all()]
    return {key: value for key, value in described.items() if value}


def describe_field(shape, record, key, field):
    """Return the text of a field, a list of the records it refers to, its texts by language, or its states."""
    if key in STATES:
        return describe_states(getattr(record, key))
    if key in shape.references:
        return describe_reference(shape.references[key], record, key, field)
    if key not in shape.localized:
        return values.write(field, getattr(record, key), shape.named.get(key))
    texts = {
        language: values.tidy(getattr(record, localized.name) or "")
        for language, localized in shape.localized[key].items()
    }
    texts = {language: text for language, text in texts.items() if text}
    return texts[settings.LANGUAGE_CODE] if set(texts) == {settings.LANGUAGE_CODE} else texts


def describe_states(states):
    """Return {language: {field: text}} or {language: [field]} in an order that no database changes."""
    return {
        language: [*inner] if isinstance(inner, list) else {name: values.tidy(inner[name]) for name in sorted(inner)}
        for language, inner in sorted(states.items())
        if inner
    }


def describe_reference(content, record, key, field):
    """Return what the file calls the other record, or the sorted names of several."""
    if field.many_to_many:
        return sorted({named(content, other) for other in getattr(record, key).all()})
    other = getattr(record, key)
    return written(content, other) if other else None


def named(content, record):
    """Return what a file calls a record: its key, and its purpose too where the key is not enough."""
    return written(content, record, purpose_in(content, record) if getattr(record, "shares_its_key", False) else "")
