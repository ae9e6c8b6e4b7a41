"""The command that prints how hard every Polish text is to read."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from offices.models import Office
from services.models import Service
from tests.factories import make_offering, make_office, make_service

pytestmark = pytest.mark.django_db

HEADING = "FOG-PL  słów w zdaniu  długich słów  co i które pole"
EASY, HARD = "Zadzwoń do nas. Pomoc jest za darmo.", "Dostarcz zaświadczenie. Przyjdź jutro rano."


@pytest.fixture
def service():
    return Service.objects.create(slug="a", name_pl="Zasiłek", summary_pl=EASY, steps_pl=HARD, search_words_pl=HARD)


def printed(capsys, *arguments):
    call_command("readability", *arguments)
    return capsys.readouterr().out.splitlines()


def test_readability_lists_the_hardest_text_first(service, capsys):
    assert printed(capsys) == [
        HEADING,
        f"   9,0            2,5           20%  sprawa {service.pk}: Zasiłek, steps",
        f"   1,4            3,5            0%  sprawa {service.pk}: Zasiłek, summary",
        "Tekstów: 2, trudniejszych niż FOG-PL 9: 0.",
    ]


def test_readability_reads_all_kinds_of_records(capsys):
    Office.objects.create(slug="a", name_pl="OPS", short_name_pl="OPS", kind="ops", about_pl=EASY, former_names_pl=HARD)
    assert printed(capsys)[1:-1] == [
        f"   1,4            3,5            0%  ośrodek {Office.objects.get().pk}: OPS, about"
    ]


def test_readability_keeps_to_a_number_but_counts_all(service, capsys):
    assert [row.split()[-1] for row in printed(capsys, "--hardest", "1")[1:]] == ["steps", "0."]
    assert printed(capsys, "--hardest", "1")[-1] == "Tekstów: 2, trudniejszych niż FOG-PL 9: 0."


def test_readability_keeps_to_a_field(service, capsys):
    assert [row.split()[-1] for row in printed(capsys, "--field", "summary")[1:-1]] == ["summary"]


def test_readability_names_the_fields_when_there_is_no_such_one():
    with pytest.raises(CommandError, match=r"Nie ma pola name\. Są: .*plain_text"):
        call_command("readability", "--field", "name")


def test_readability_passes_at_the_limit(service, capsys):
    assert printed(capsys, "--most", "9")[-1] == "Tekstów: 2, trudniejszych niż FOG-PL 9: 0."


def test_readability_fails_above_the_limit(service, capsys):
    with pytest.raises(CommandError, match=r"^Za trudnych tekstów: 1\."):
        call_command("readability", "--most", "8.9")
    assert capsys.readouterr().out.splitlines()[-1] == "Tekstów: 2, trudniejszych niż FOG-PL 8,9: 1."


def test_readability_fails_only_for_the_chosen_field(service, capsys):
    assert printed(capsys, "--field", "summary", "--most", "8.9")[-1].endswith(" 0.")


def test_readability_asks_as_often_for_many_texts_as_for_one(capsys):
    asked = []
    for slug in "abc":
        make_offering(make_office(slug), make_service(slug), note_pl=EASY)
        with CaptureQueriesContext(connection) as queries:
            call_command("readability")
        asked.append(len(queries))
    assert asked[0] == asked[1] == asked[2]


@pytest.mark.parametrize("command", ["readability", "load_content", "export_content"])
def test_commands_explain_themselves(command, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command(command, "--help")
    assert ended.value.code == 0
