"""Forms to download: what an editor is told about a file, and what a file says of itself."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from services.models import Document, Form
from services.models.download import EXTENSIONS, LARGEST
from tests.factories import make_document, make_offering, make_office, make_service

pytestmark = pytest.mark.django_db

URL = "https://example.org/wniosek.pdf"
KEPT = "formularze/a.pdf"
ONE_OF_BOTH = "Podaj plik albo adres, nie oba."


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """Keep the files of a test in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "formularze").mkdir()
    (tmp_path / KEPT).write_bytes(b"pdf")


def uploaded(name="wniosek.pdf", size=3):
    return SimpleUploadedFile(name, b"x" * size)


def document(**fields):
    return Document(slug="wniosek", name="Wniosek", **fields)


def form(**fields):
    offering = make_offering(make_office(), make_service())
    return Form(offering=offering, title="Wniosek", **fields)


def told(record):
    """Return what an editor is told about a record: {field: [message, …]}."""
    try:
        record.full_clean(validate_constraints=False)
    except ValidationError as refusal:
        return refusal.message_dict
    return {}


# --- What an editor is told ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, {"file": ["Dodaj plik albo podaj jego adres."]}, id="neither"),
        pytest.param({"file": KEPT, "url": URL}, {"url": [ONE_OF_BOTH]}, id="both"),
        pytest.param({"url": URL}, {}, id="an address"),
        pytest.param({"file": KEPT}, {}, id="a file"),
    ],
)
def test_form_needs_a_file_or_an_address(fields, expected):
    assert told(form(**fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, {}, id="neither: not every document is a form"),
        pytest.param({"file": KEPT, "url": URL}, {"url": [ONE_OF_BOTH]}, id="both"),
        pytest.param({"url": URL}, {}, id="an address"),
        pytest.param({"file": KEPT}, {}, id="a file"),
    ],
)
def test_document_may_have_a_file_or_an_address(fields, expected):
    assert told(document(**fields)) == expected


def test_largest_file_is_taken():
    assert told(document(file=uploaded(size=LARGEST))) == {}


def test_file_that_is_too_large_is_refused_with_its_size():
    message = "Plik ma 12,0\xa0MB. Największy dozwolony ma 10,0\xa0MB. Zmniejsz go i spróbuj jeszcze raz."
    assert told(document(file=uploaded(size=LARGEST + 2 * 1024 * 1024))) == {"file": [message]}


def test_one_byte_over_the_largest_is_refused():
    assert list(told(document(file=uploaded(size=LARGEST + 1)))) == ["file"]


def test_file_that_has_gone_from_the_disk_is_asked_for():
    assert told(document(file="formularze/gone.pdf")) == {
        "file": ["Tego pliku nie ma już na serwerze. Dodaj go jeszcze raz."]
    }


@pytest.mark.parametrize("name", ["wniosek.exe", "wniosek.html", "wniosek.svg", "wniosek.pdf.js", "wniosek"])
def test_file_that_people_cannot_open_is_refused(name):
    assert list(told(document(file=uploaded(name)))) == ["file"]


@pytest.mark.parametrize("extension", [*EXTENSIONS, "PDF"])
def test_file_that_people_can_open_is_taken(extension):
    assert told(document(file=uploaded(f"wniosek.{extension}"))) == {}


# --- What a file says of itself ------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"), [("wniosek.pdf", "PDF"), ("wniosek.o.zasilek.docx", "DOCX"), ("WNIOSEK.ODT", "ODT")]
)
def test_saving_a_file_sets_its_type_and_size(name, expected):
    saved = make_document(file=uploaded(name, size=125), file_type="?", file_size=1)
    saved.refresh_from_db()
    assert (saved.file_type, saved.file_size) == (expected, 125)


def test_saving_another_file_sets_its_type_and_size():
    saved = make_document(file=uploaded())
    saved.file = uploaded("wniosek.rtf", size=7)
    saved.save()
    assert (saved.file_type, saved.file_size) == ("RTF", 7)


def test_saving_again_keeps_what_an_editor_wrote():
    saved = make_document(file=uploaded(size=125))
    saved.file_type = "PDF, druk"
    saved.save()
    saved.refresh_from_db()
    assert (saved.file_type, saved.file_size) == ("PDF, druk", 125)


def test_saving_an_address_keeps_the_type_and_size_that_were_written():
    saved = make_document(url=URL, file_type="PDF", file_size=9000, version_date=dt.date(2026, 1, 2))
    saved.refresh_from_db()
    assert (saved.file_type, saved.file_size, saved.version_date) == ("PDF", 9000, dt.date(2026, 1, 2))


def test_file_of_a_name_taken_gets_another():
    one, two = make_document("a", file=uploaded()), make_document("b", file=uploaded())
    assert (one.address, two.address != one.address) == ("/pliki/formularze/wniosek.pdf", True)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, "", id="none"),
        pytest.param({"url": URL}, URL, id="elsewhere"),
        pytest.param({"file": KEPT}, f"/pliki/{KEPT}", id="here"),
    ],
)
def test_download_has_an_address(fields, expected):
    assert document(**fields).address == expected
