"""The help lines of the content: which numbers, in which order, how sure, and when somebody speaks other languages."""

import pytest
import yaml
from django.conf import settings

CORE = ["112", "800 120 002", "116 111", "116 123", "116 000"]
SURE = ["800 12 12 12", "222 309 900", "800 199 990"]
DOUBTFUL = [
    "800 120 226",
    "800 154 030",
    "800 70 2222",
    "801 889 880",
    "800 100 100",
    "800 119 119",
    "800 108 108",
    "800 012 948",
]
ROUND_THE_CLOCK = [*CORE, "800 12 12 12", "222 309 900", "800 70 2222"]
CHATS = {"116 111": "Czat: 116111.pl", "116 123": "Czat: 116sos.pl", "800 12 12 12": "Czat: czat.brpd.gov.pl"}
LANGUAGES = {
    "116 111": "po polsku; po ukraińsku i rosyjsku od poniedziałku do piątku 14–18 (dane z 2022 r., zapytaj)",
    "800 12 12 12": "po polsku; po ukraińsku i po rosyjsku w wybranych godzinach",
    "222 309 900": "po polsku, po angielsku, po rosyjsku i po ukraińsku",
}


@pytest.fixture(scope="module")
def lines():
    text = (settings.BASE_DIR / "content" / "wspolne.yaml").read_text()
    part = text[text.index("\nhelp_lines:\n") : text.index("\ndocuments:\n")]
    return {line["number"]: line for line in yaml.safe_load(part)["help_lines"]}


def test_core_lines_stand_first_and_doubtful_ones_last(lines):
    assert sorted(lines, key=lambda number: lines[number]["position"]) == [*CORE, *SURE, *DOUBTFUL]


def test_only_the_core_stands_on_every_page(lines):
    assert [number for number, line in lines.items() if line.get("is_core")] == CORE


def test_lines_without_a_sure_source_say_so(lines):
    assert [number for number, line in lines.items() if not line.get("is_confirmed", True)] == DOUBTFUL


def test_lines_that_answer_round_the_clock(lines):
    assert {number for number, line in lines.items() if line.get("answers_always")} == set(ROUND_THE_CLOCK)


def test_languages_are_told_with_their_hours(lines):
    assert {number: line["languages"]["pl"] for number, line in lines.items() if "languages" in line} == LANGUAGES


def test_languages_are_told_in_three_languages(lines):
    assert {tuple(lines[number]["languages"]) for number in LANGUAGES} == {("pl", "en", "uk")}


def test_chats_of_the_lines(lines):
    assert {number: lines[number]["other_contact"]["pl"] for number in CHATS} == CHATS


def test_line_on_addictions_is_free_and_answers_from_four_to_nine(lines):
    line = lines["800 199 990"]
    hours = {(row["opens"], row["closes"]) for row in line["schedules"][0]["weekly_hours"]}
    found = (line["name"]["pl"], line["cost"]["pl"], hours, len(line["schedules"][0]["weekly_hours"]))
    assert found == ("Ogólnopolski Telefon Zaufania „Uzależnienia”", "Połączenie bezpłatne", {("16:00", "21:00")}, 7)


def test_operator_that_nobody_confirms_is_not_named(lines):
    assert [word for word in ("NFZ", "ITAKA") if word in str(lines["800 70 2222"])] == []


def test_every_line_names_its_source_and_sure_ones_the_page_that_was_read(lines):
    nameless = [number for number, line in lines.items() if not (line.get("source") and line.get("checked_on"))]
    pageless = [number for number in [*CORE, *SURE] if not lines[number].get("source_url", "").startswith("https://")]
    assert (nameless, pageless) == ([], [])
