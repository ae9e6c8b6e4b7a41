"""The sitemap leads to what is published and has something to say, in every language; tests/test_languages.py walks it."""

import re

import pytest

from offices.models import OfficePage
from ops_site.sitemaps import SITEMAPS
from tests.factories import make_building, make_guide, make_offering, make_office, make_service, make_situation
from tests.offices.one_of_each import make_declaration
from tests.walk import locations, sitemap_files

pytestmark = pytest.mark.django_db

OF_EVERY_OFFICE = {"", "kontakt/", "komunikaty/", "sprawy/", "sprawy/od-a-do-z/"}


def listed(client):
    """Return the Polish addresses of the sitemap that begin with an office, without its slug: {slug: {address}}."""
    found = re.findall(r"<loc>http://testserver/([ab])/(.*?)</loc>", "".join(sitemap_files(client).values()))
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
    text = sitemap_files(client)["http://testserver/sitemap-office-situations.xml"]
    assert text.count("<loc>http://testserver/a/sytuacje/sytuacja/</loc>") == 1


# --- A country of offices ------------------------------------------------------------------


def test_index_names_the_files_that_have_something_in_them(client):
    fill(make_office("a"))
    assert {address.removeprefix("http://testserver/") for address in sitemap_files(client)} == {
        f"sitemap-{section}.xml" for section in SITEMAPS if section != "office-lists"
    }


def test_index_of_an_empty_site_names_no_empty_file(client):
    assert list(sitemap_files(client)) == ["http://testserver/sitemap-site.xml"]


@pytest.mark.parametrize("section", sorted(SITEMAPS.keys() - {"site", "office-lists"}))
def test_further_parts_of_a_section_hold_what_the_first_leaves_out(client, monkeypatch, section):
    for slug in "abc":
        fill(make_office(slug))
    [whole] = [text for address, text in sitemap_files(client).items() if f"/sitemap-{section}.xml" in address]
    monkeypatch.setattr(SITEMAPS[section], "limit", 1)
    parts = [text for address, text in sitemap_files(client).items() if f"/sitemap-{section}.xml" in address]
    assert (len(parts), [one for text in parts for one in locations(text)]) == (
        3 + 3 * (section == "situations"),
        locations(whole),
    )


def test_no_file_can_grow_beyond_what_the_protocol_allows():
    """50,000 addresses, 50 MB: an address with its alternates takes less than 1,000 bytes."""
    pages_of_a_record = {"offices": 3, "office-matters": 2, "office-situations": 200, "office-guides": 200}
    most = {name: 3 * one.limit * pages_of_a_record.get(name, 1) for name, one in SITEMAPS.items()}
    assert {name: addresses for name, addresses in most.items() if addresses > 50_000} == {}


@pytest.mark.parametrize("address", ["/sitemap-nie-ma.xml", "/sitemap-offices.xml?p=2", "/sitemap-offices.xml?p=x"])
def test_file_that_the_index_does_not_name_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_robots_are_shown_the_index(client):
    assert "Sitemap: http://testserver/sitemap.xml\n" in client.get("/robots.txt").content.decode()
