"""One field of a staff form empty or nonsensical, all others right: no error page, and what was typed stands there."""

import io
import re
from zlib import crc32

import pytest

from offices import models as at
from services import models as of
from tests.cast import (  # noqa: F401  (the fixtures)
    LABELS,
    NEVER_ADDED,
    address,
    alicja,
    as_,
    dorota,
    elements,
    model_of,
    plain_pages,
    scene,
    with_a_row_more,
)
from tests.test_staff_sweep import PLAIN, records_of, rows, sent, staff  # noqa: F401  (fixtures too)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FORMS = [label for label in LABELS if label not in NEVER_ADDED]
HUGE = "9" * 5000
NONSENSE = [
    *(
        "   ",
        "a\x00b",
        "ż" * 10_000,
        "👨‍👩‍👧 🦽🏽",
        "\u202eolleh\u200f",
        "\x85\x1c\ufffe",
        "<script>",
        "1'1\"%s{0}",
        "٣",
        "²",
    ),
    *("-1", "0", "1.5", "99999999999999999999", HUGE, "1e400", "NaN", "None", "on", "null", "[]"),
    *("0001-01-01", "9999-12-31", "31 lutego", "31.12.9999 24:00", "http://[", "https://[::1", "../x", "a@b@c"),
]
ROW = re.compile(r"(?P<table>.+?)-(?P<number>\d+)-(?P<field>.+)")
KEYS = ("id", "office", "building", "section", "schedule", "offering", "service", "guide", "phone", "help_line")
# What another record of the kind has: a form that is added, and a row that is new, may not have the same.
OTHER = {
    "slug": "nowy-adres", "number": "227872788", "pl": "inne", "year": "2027", "weekday": "3", "feature": "parking",
    "transcript_pl": "Tekst", "phrase": "zupelnie inne slowa", "must_match": "zupelnie inne slowa",
    "username": "nowa", "password1": "długie-Hasło-77", "password2": "długie-Hasło-77", "usable_password": "true",
}  # fmt: skip


class Upload(io.BytesIO):
    """A file that can be sent many times."""

    def __init__(self, name):
        super().__init__(b"x")
        self.name = name

    def read(self, *size):
        self.seek(0)
        return super().read(*size)


FILES = {"film": Upload("a.mp4"), "still": Upload("a.jpg"), "captions": Upload("a.vtt")}


@pytest.fixture
def people(rows, alicja, settings, tmp_path):  # noqa: F811
    """The rows of the sweep, an account, an office that has nothing yet, and the files that the records name."""
    settings.MEDIA_ROOT = tmp_path
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    (tmp_path / "pjm").mkdir()
    for kind in ("mp4", "jpg", "vtt"):
        (tmp_path / f"pjm/film.{kind}").write_bytes(b"x")
    rows.records = records_of(rows) | {"auth.user": alicja}
    fresh = at.Office.objects.create(name_pl="C", short_name_pl="C", kind="ops", slug="c", municipality="C")
    document = of.Document.objects.create(name_pl="Inny", slug="inny")
    rows.other = (
        OTHER | FILES | {"office": str(fresh.pk), "service": str(rows.shared.service.pk), "document": str(document.pk)}
    )
    return rows


def right(client, people, label, kind):
    """Return {input: value} of a form that is filled in rightly, with a new row in each of its tables."""
    changed = with_a_row_more(client.get(address(people.records[label])))
    if kind == "change":
        return changed | _rows_like_the_saved(changed, changed, people.other)
    added = with_a_row_more(client.get(address(model_of(label), "add")))
    copied = {name: value for name, value in changed.items() if name in added and not _is_fixed(name)}
    own = {name: value for name, value in people.other.items() if name in added}
    return added | copied | own | _rows_like_the_saved(added, changed, people.other)


def _is_fixed(name):
    found = ROW.fullmatch(name)
    field = found["field"] if found else name
    return bool(PLAIN.fullmatch(name)) or name.endswith("-INITIAL_FORMS") or field in KEYS


def _rows_like_the_saved(form, changed, other):
    """Return the values of the last row of each table: those of a saved row, but for what may stand but once."""
    values = {}
    for name in form:
        if (found := ROW.fullmatch(name)) and _is_last(found, form) and found["field"] not in (*KEYS, "DELETE"):
            saved = changed.get(f"{found['table']}-0-{found['field']}")
            values[name] = other.get(found["field"]) or saved or form[name]
    return values


def _is_last(row, form):
    return int(row["number"]) == int(form.get(f"{row['table']}-TOTAL_FORMS", 0)) - 1


def tried(form, kind, tables_to_add):
    """Return the inputs worth a try: of each table a saved row, or its new one where no form to add has the table."""
    seen = {}
    for name in form:
        if PLAIN.fullmatch(name) or name.endswith(("_uk", "_en")):  # Columns of the same kind as the Polish.
            continue
        key = name
        if (found := ROW.fullmatch(name)) and f"{found['table']}-TOTAL_FORMS" in form:
            is_new = int(found["number"]) >= int(form[f"{found['table']}-INITIAL_FORMS"])
            if is_new and (not _is_last(found, form) or (kind == "change" and found["table"] in tables_to_add)):
                continue
            key = found["table"], is_new, found["field"]
        seen.setdefault(key, name)
    return list(seen.values())


def tables(form):
    return {name.removesuffix("-TOTAL_FORMS") for name in form if name.endswith("-TOTAL_FORMS")}


def nonsense_for(label, kind, name):
    """Return what to put into an input: of a form to change and one to add, one gets nothing and one nonsense."""
    number = crc32(f"{label} {name}".encode())
    return "" if number % 2 == (kind == "add") else NONSENSE[number % len(NONSENSE)]


@pytest.mark.parametrize("kind", ["change", "add"])
@pytest.mark.parametrize("label", FORMS)
def test_form_survives_nonsense_in_one_field(staff, people, label, kind):  # noqa: F811
    page = address(people.records[label], kind)
    form = right(staff, people, label, kind)
    assert sent(staff, page, form)[0].status_code == 302
    to_add = tables(with_a_row_more(staff.get(address(model_of(label), "add"))))
    faults = [
        f"{name}, {value[:20]!r}: {fault}"
        for name in tried(form, kind, to_add)
        for value in [nonsense_for(label, kind, name)]
        if (fault := sent(staff, page, form | {name: value})[1])
    ]
    assert faults == []
