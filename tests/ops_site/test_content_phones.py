"""One number with two duties: a file says which of them a matter means, and a published office what it lacks."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from offices.models import Phone
from ops_site.content.exporter import export
from services.models import Offering

pytestmark = pytest.mark.django_db

SHARED = """
services:
  - {slug: fundusz, name: Fundusz alimentacyjny, summary: Pieniądze zamiast alimentów.}
"""
OFFICE = """
office:
  slug: gorzno
  name: GOPS w Górznie
  short_name: GOPS Górzno
  kind: gops
  municipality: Górzno
  is_published: true
  phones:
    - {number: 74 832 56 62, purpose: Stypendia}
    - {number: 74 832 56 62, purpose: Fundusz alimentacyjny}
  offerings:
    - {service: fundusz, phones: [PHONE]}
"""


def load(tmp_path, phone):
    for name, text in {"wspolne": SHARED, "gorzno": OFFICE.replace("PHONE", phone)}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    call_command("load_content", *sorted(map(str, tmp_path.glob("*.yaml"))))


def test_number_with_two_duties_is_told_apart_by_its_duty(tmp_path):
    load(tmp_path, "74 832 56 62 (Fundusz alimentacyjny)")
    assert [phone.purpose for phone in Offering.objects.get().phones.all()] == ["Fundusz alimentacyjny"]


def test_number_with_two_duties_is_not_guessed(tmp_path, capsys):
    with pytest.raises(CommandError):
        load(tmp_path, "74 832 56 62")
    assert capsys.readouterr().err.partition("phones: ")[2].strip() == (
        "Ten numer ma kilka wpisów. Napisz, o który chodzi: "
        "„74 832 56 62 (Stypendia)”, „74 832 56 62 (Fundusz alimentacyjny)”."
    )


WRITTEN = [
    ("number: (012) 276 21 37", ("122762137", "")),
    ("number: 0-44 756 00 13", ("447560013", "")),
    ("number: 41 356 80 09 wew. 30", ("413568009", "30")),
    ("number: tel. 41 356–80–09", ("413568009", "")),
]


@pytest.mark.parametrize(("written", "kept"), WRITTEN)
def test_number_is_read_as_centres_write_it(tmp_path, written, kept):
    text = OFFICE.replace("number: 74 832 56 62, purpose: Stypendia", f"{written}, purpose: Stypendia")
    (tmp_path / "wspolne.yaml").write_text(SHARED, encoding="utf-8")
    (tmp_path / "gorzno.yaml").write_text(text.replace("PHONE", "74 832 56 62"), encoding="utf-8")
    call_command("load_content", *sorted(map(str, tmp_path.glob("*.yaml")), reverse=True))
    phone = Phone.objects.get(purpose_pl="Stypendia")
    assert (phone.number, phone.extension) == kept


def test_number_with_two_duties_is_written_with_its_duty(tmp_path):
    load(tmp_path, "74 832 56 62 (Fundusz alimentacyjny)")
    written = {path.name: path.read_text(encoding="utf-8") for path in export(tmp_path / "out")}["gorzno.yaml"]
    assert "phones: [74 832 56 62 (Fundusz alimentacyjny)]" in written


def test_published_office_is_told_what_it_lacks(tmp_path, capsys):
    load(tmp_path, "74 832 56 62 (Stypendia)")
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Uwaga: GOPS Górzno jest na stronie bez: godzin przyjęć, deklaracji dostępności. Uzupełnij to w panelu."
    ]


def test_own_matter_that_is_missing_is_sent_to_the_file_of_its_office(tmp_path, capsys):
    text = OFFICE.replace("service: fundusz, phones: [PHONE]", "service: posilek")
    Path(tmp_path, "gorzno.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("load_content", str(tmp_path / "gorzno.yaml"))
    assert capsys.readouterr().err.partition("„posilek” (sprawa). ")[2].strip() == (
        "Popraw to słowo. To, co jest tylko w tym ośrodku, dopisz w tym pliku pod „own_services”."
    )


def test_office_without_a_declaration_says_so_on_its_page(client, tmp_path):
    load(tmp_path, "74 832 56 62 (Stypendia)")
    response = client.get("/gorzno/deklaracja-dostepnosci/")
    assert (response.status_code, "nie przygotował jeszcze deklaracji" in response.content.decode()) == (200, True)
