"""A content file keeps what is known about translations, so that a moved site does not call an outdated one current."""

from contextlib import suppress

import pytest
from django.core.management import CommandError, call_command

from offices.models import HelpLine
from ops_site.content.exporter import export

pytestmark = pytest.mark.django_db

LINE = """\
help_lines:
  - slug: telefon-zaufania
    number: 116 111
    name: {pl: Telefon, en: Helpline, uk: Телефон}
    topic: children
    for_whom: Dla dzieci
"""
STATES = """\
    outdated:
      en:
        name: Telefon zaufania
    to_check:
      uk: [for_whom, name]
"""


@pytest.fixture
def load(tmp_path, monkeypatch, capsys):
    """Return a function that loads a file of one help line with these lines added; it returns what went wrong."""
    monkeypatch.chdir(tmp_path)

    def load_with(lines):
        (tmp_path / "wspolne.yaml").write_text(LINE + lines, encoding="utf-8")
        with suppress(CommandError):
            call_command("load_content", "wspolne.yaml")
        return capsys.readouterr().err.strip()

    return load_with


def test_states_are_loaded(load):
    assert load(STATES) == ""
    line = HelpLine.objects.get()
    assert (line.outdated, line.to_check) == ({"en": {"name": "Telefon zaufania"}}, {"uk": ["for_whom", "name"]})


def test_states_come_out_as_they_went_in(load, tmp_path):
    load(STATES)
    (written,) = export(tmp_path / "out")
    first = written.read_text(encoding="utf-8")
    HelpLine.objects.all().delete()
    call_command("load_content", written)
    (again,) = export(tmp_path / "again")
    line = HelpLine.objects.get()
    assert again.read_text(encoding="utf-8") == first
    assert (line.outdated, line.to_check) == ({"en": {"name": "Telefon zaufania"}}, {"uk": ["for_whom", "name"]})


def test_record_that_is_current_has_no_word_about_it(load, tmp_path):
    load("")
    (written,) = export(tmp_path / "out")
    assert written.read_text(encoding="utf-8") == LINE


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        ("    outdated: {de: {name: Telefon}}\n", "wspolne.yaml:7: Nieznany klucz „de”. Może tu stać: en, uk."),
        ("    outdated: {pl: {name: Telefon}}\n", "wspolne.yaml:7: Nieznany klucz „pl”. Może tu stać: en, uk."),
        ("    outdated: {en: {nme: Telefon}}\n", "wspolne.yaml:7: Nieznany klucz „nme”. Czy chodziło o „name”?"),
        ("    outdated: Telefon\n", "wspolne.yaml:7: „outdated”: tu mają stać pary klucz i wartość."),
        ("    outdated: {en: Telefon}\n", "wspolne.yaml:7: „outdated.en”: tu mają stać pary klucz i wartość."),
        ("    to_check: {uk: [nme]}\n", "wspolne.yaml:7: Nieznany klucz „nme”. Czy chodziło o „name”?"),
    ],
)
def test_states_that_cannot_be_are_refused(load, lines, error):
    assert load(lines) == error
