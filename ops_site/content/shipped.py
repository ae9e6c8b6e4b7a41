"""What a release ships for all offices: its content files in the form in which a site compares them with its records.

A record is described as `exporter.describe` describes one of the database: texts by key, without defaults and empty
values. Its digests tell field by field whether two descriptions say the same, in whatever order and with whatever
line ends. `content/shipped/` keeps the digests of earlier releases, for sites that were installed before they noted
them down themselves.
"""

import hashlib
import json
from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils.translation import override

from ops_site.content import values
from ops_site.content.errors import Report
from ops_site.content.exporter import describe
from ops_site.content.reader import Mapping, is_empty, read
from ops_site.content.shapes import SHARED_FILE, STATES

CONTENT = Path(settings.BASE_DIR, "content")
DIGEST_LENGTH = 16  # Hexadecimal digits: two given texts have the same digest once in 2^64.


def files_in(directory):
    return sorted(Path(directory or CONTENT).glob("*.yaml"))


def fingerprint_of(directory=None):
    """Return a digest of the content files and of the fields that are read from them; it costs milliseconds."""
    found = hashlib.sha256(repr([names_of(shape) for shape in SHARED_FILE.values()]).encode())
    for path in files_in(directory):
        found.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()


def names_of(shape):
    return [*shape.fields, *((key, names_of(child)) for key, child in shape.children.items())]


def read_shipped(directory=None):
    """Return {(kind, key): described} of every record that the files hold for all offices. Raises ContentError."""
    report = Report()
    with override(settings.LANGUAGE_CODE):
        roots = [root for path in files_in(directory) if (root := read(path, report))]
        report.raise_if_any()
        described = [
            (kind, describe_entry(shape, item))
            for root in roots
            for kind, shape in SHARED_FILE.items()
            if not is_empty(root.entries.get(kind))
            for item in root.entries[kind].items
        ]
    return {(kind, one[SHARED_FILE[kind].key]): one for kind, one in described}


def describe_entry(shape, mapping):
    """Return the description of a record as a file writes it: what `describe` will say once it is loaded."""
    described = {}
    for key, field in shape.fields.items():
        value = mapping.entries.get(key)
        if key not in STATES and not is_empty(value):
            described[key] = described_value(shape, key, field, value)
    for key, child in shape.children.items():
        below = mapping.entries.get(key)
        if not is_empty(below):
            items = [below] if child.single else below.items
            found = [describe_entry(child, item) for item in items]
            described[key] = found[0] if child.single else found
    return {key: value for key, value in described.items() if value}


def described_value(shape, key, field, value):
    if key in shape.references:
        return sorted({one.value.strip() for one in value.items}) if field.many_to_many else value.value.strip()
    if key in shape.localized:
        by_language = value.entries if isinstance(value, Mapping) else {settings.LANGUAGE_CODE: value}
        texts = {language: values.tidy(one.value) for language, one in by_language.items() if not is_empty(one)}
        return texts[settings.LANGUAGE_CODE] if set(texts) == {settings.LANGUAGE_CODE} else texts
    names = shape.named.get(key)
    return values.write(field, as_stored(field, values.parse(field, value.value, names)), names)


def as_stored(field, value):
    """Return a value as the database gives it back: an amount with all its decimal places."""
    if isinstance(field, models.DecimalField) and value is not None:
        return value.quantize(field.to_python(f"1e-{field.decimal_places}"))
    return value


def describe_record(shape, record):
    """Return the description of a record of the database, without what is known about its translations."""
    return without_states(describe(shape, record))


def without_states(described):
    if isinstance(described, dict):
        return {key: without_states(value) for key, value in described.items() if key not in STATES}
    return [without_states(one) for one in described] if isinstance(described, list) else described


def digests(described):
    """Return {key: digest} of a described record."""
    return {key: digest(value) for key, value in described.items()}


def digest(value):
    return hashlib.sha256(canonical(value).encode()).hexdigest()[:DIGEST_LENGTH]


def canonical(value):
    """Return one text for all that means the same: keys and lists in no order of their own."""
    return json.dumps(ordered(value), sort_keys=True)


def ordered(value):
    if isinstance(value, dict):
        return {key: ordered(one) for key, one in value.items()}
    return sorted(map(ordered, value), key=canonical) if isinstance(value, list) else values.tidy(value)


def earlier_releases(directory=None):
    """Return [{(kind, key): {field: digest}}] of the releases that left their digests, the oldest first.

    A folder without any stands in for the files of this release, not for its past.
    """
    folder = Path(directory or CONTENT, "shipped")
    paths = sorted((folder if folder.is_dir() else CONTENT / "shipped").glob("*.json"), key=version_of)
    return [
        {(kind, key): one for kind, records in json.loads(path.read_text()).items() for key, one in records.items()}
        for path in paths
    ]


def version_of(path):
    return [int(number) if number.isdecimal() else 0 for number in path.stem.split(".")]


def write_digests(version, directory=None):
    """Keep the digests of the content files under the name of a release; return the path of their file."""
    found = {kind: {} for kind in SHARED_FILE}
    for (kind, key), described in read_shipped(directory).items():
        found[kind][key] = digests(described)
    kinds = ",\n".join(f"{json.dumps(kind)}: {{\n{lines_of(records)}\n}}" for kind, records in found.items())
    path = Path(directory or CONTENT, "shipped", f"{version}.json")
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{{\n{kinds}\n}}\n", encoding="utf-8", newline="\n")
    return path


def lines_of(records):
    """Write a record in a line, in an order that does not change from release to release."""
    return ",\n".join(
        f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(one, separators=(',', ':'), sort_keys=True)}"
        for key, one in sorted(records.items())
    )
