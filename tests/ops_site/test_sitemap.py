"""The sitemap leads to what is published and has something to say, in every language; tests/test_languages.py walks it."""

import re

import pytest

from offices.models import OfficePage
from tests.factories import make_building, make_guide, make_offering, make_office, make_service, make_situation
from tests.offices.one_of_each import make_declaration

pytestmark = pytest.mark.django_db

OF_EVERY_OFFICE = {"", "kontakt/", "komunikaty/", "sprawy/", "sprawy/od-a-do-z/"}


def listed(client):
    """Return the Polish addresses of the sitemap that begin with an office, without its slug: {slug: {address}}."""
    text = client.get("/sitemap.xml").content.decode()
    found = re.findall(r"<loc>http://testserver/([ab])/(.*?)</loc>", text)
    return {slug: {rest for of, rest in found if of == slug} for slug, _rest in found}


def fill(office):
    situation = make_situation(f"sytuacja-{office.slug}")
    make_guide(f"droga-{office.slug}", situation=situation)
    make_offering(office, make_service(f"sprawa-{office.slug}", [situation, make_situation(f"inna-{office.slug}")]))
    make_building(office)
    make_declaration(office)
    OfficePage.objects.create(office=office, kind="prywatnosc", title="Prywatność", text="Tekst.")
    OfficePage.objects.create(office=office, kind="sygnalisci", title="Szkic", text="Tekst.", is_published=False)


def test_office_has_its_pages_and_only_the_situations_in_which_it_helps(client):
    fill(make_office("a"))
    make_office("b")
    assert listed(client) == {
        "a": OF_EVERY_OFFICE
        | {"budynki/budynek/", "deklaracja-dostepnosci/", "prywatnosc/", "sprawy/sprawa-a/"}
        | {"sytuacje/sytuacja-a/", "sytuacje/inna-a/", "krok-po-kroku/droga-a/"},
        "b": OF_EVERY_OFFICE,
    }


def test_draft_office_is_left_out_with_all_its_pages(client):
    fill(make_office("a", is_published=False))
    assert listed(client) == {}


def test_situation_of_two_matters_is_listed_once(client):
    office, situation = make_office("a"), make_situation("sytuacja")
    for slug in ("jedna", "druga"):
        make_offering(office, make_service(slug, [situation]))
    text = client.get("/sitemap.xml").content.decode()
    assert text.count("<loc>http://testserver/a/sytuacje/sytuacja/</loc>") == 1
