"""What a sheet and a guide consist of comes into an empty database whole, and goes out of it as it came in."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ops_site.content.exporter import export
from services.models import Guide, Service

pytestmark = pytest.mark.django_db

# Written just as the exporter writes it.
SHEET = """\
life_situations:
  - {slug: dziecko, title: Urodziło się dziecko, icon: child}
documents:
  - slug: wniosek
    name: {pl: Wniosek o zasiłek, en: Application for benefit}
    where_to_get: Weź go w ośrodku.
    url: https://example.org/wniosek.pdf
    file_type: PDF
    file_size: 125000
    version_date: 2026-01-02
  - slug: dowod-osobisty
    name: Dowód osobisty
services:
  - slug: zasilek
    name: Zasiłek
    summary: Pieniądze na dziecko.
    situations: [dziecko]
    required_documents:
      - {document: wniosek}
      - {document: dowod-osobisty, note: albo paszport}
    deadlines:
      - label: Wnioski na nowy okres
        first_day: 09-01
        last_day: 10-31
        note: Potem pieniądze są później.
        checked_on: 2026-11-22
      - label: Wnioski w tym roku
        last_day: 12-31
        year: 2026
guides:
  - slug: urodzilo-sie-dziecko
    title: Urodziło się dziecko
    summary: Co zrobić po kolei.
    situation: dziecko
    steps:
      - title: Zgłoś urodzenie
        when: w ciągu 21 dni
        elsewhere: urząd stanu cywilnego
      - position: 2
        title: Złóż wniosek
        services: [zasilek]
"""


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("wspolne.yaml").write_text(SHEET, encoding="utf-8")
    return "wspolne.yaml"


def test_sheet_has_its_documents_in_their_order(file):
    call_command("load_content", file)
    found = [(one.document.slug, one.note) for one in Service.objects.get().required_documents.all()]
    assert found == [("wniosek", ""), ("dowod-osobisty", "albo paszport")]


def test_sheet_has_its_deadlines(file):
    call_command("load_content", file)
    found = list(Service.objects.get().deadlines.values_list("first_day", "last_day", "year"))
    assert found == [("09-01", "10-31", None), ("", "12-31", 2026)]


def test_guide_has_its_steps_and_their_matters(file):
    call_command("load_content", file)
    steps = Guide.objects.get().steps.all()
    assert [(step.title, [one.slug for one in step.services.all()]) for step in steps] == [
        ("Zgłoś urodzenie", []),
        ("Złóż wniosek", ["zasilek"]),
    ]


def test_export_writes_the_file_that_was_loaded(file, tmp_path):
    call_command("load_content", file)
    assert {path.name: path.read_text(encoding="utf-8") for path in export(tmp_path / "out")} == {"wspolne.yaml": SHEET}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("last_day: 10-31", "last_day: 10-32", "last_day: Nie ma takiego dnia: 10-32. Wpisz miesiąc i dzień, na przykład 06-30 (30 czerwca)."),
        ("last_day: 10-31", "last_day: 11-31", "last_day: Nie ma takiego dnia: 11-31. Wpisz miesiąc i dzień, na przykład 06-30 (30 czerwca)."),
        ("document: wniosek}", "document: wniosk}", "document: Nie ma wpisu „wniosk” (dokument). Czy chodziło o „wniosek”?"),
        ("services: [zasilek]", "services: [zasilk]", "services: Nie ma wpisu „zasilk” (sprawa). Czy chodziło o „zasilek”?"),
        ("    file_type: PDF", "    file: formularze/x.pdf\n    file_type: PDF", "file: Tego pliku nie ma już na serwerze. Dodaj go jeszcze raz."),
    ],
)  # fmt: skip
def test_mistake_is_told_in_words(file, capsys, old, new, expected):
    assert old in SHEET
    Path(file).write_text(SHEET.replace(old, new), encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("load_content", file)
    told = [line.split(": ", 1)[1] for line in capsys.readouterr().err.splitlines()]
    assert (expected in told, Service.objects.count()) == (True, 0)
