"""Write the content of the database to files that `loader` reads back."""

from pathlib import Path

from django.conf import settings
from django.db.models import Prefetch
from django.utils.translation import override

from ops_site.content import values
from ops_site.content.layout import yaml_text
from ops_site.content.references import written
from ops_site.content.shapes import OFFICE_FILE, SHARED_FILE

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
    many = [key for key in shape.references if shape.fields[key].many_to_many]
    below = [Prefetch(accessor(child), queryset(child)) for child in shape.children.values()]
    elsewhere = {f"{name}__isnull": True for name in shape.absent}
    records = shape.model.objects.filter(**elsewhere).order_by(*order(shape))
    return records.select_related(*single).prefetch_related(*many, *below)


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
    """Return the text of a field, a list of the records it refers to, or its texts by language."""
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


def describe_reference(content, record, key, field):
    """Return what the file calls the other record, or the sorted names of several."""
    if field.many_to_many:
        return sorted({written(content, other) for other in getattr(record, key).all()})
    other = getattr(record, key)
    return written(content, other) if other else None
