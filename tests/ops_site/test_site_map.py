"""The map of the site leads to every office, however many there are, and stays light."""

import pytest

import services.views
from offices import by_letter
from offices.models import Office
from ops_site import views
from ops_site.sitemaps import SITEMAPS
from tests.factories import make_guide, make_offering, make_office, make_service, make_situation
from tests.walk import Page, sitemap_files

pytestmark = pytest.mark.django_db

TOWNS = {"lodz": "Łódź", "lublin": "Lublin", "las": "las", "swidnica": "Świdnica", "piec": "5 Stawów"}


@pytest.fixture
def towns(monkeypatch):
    monkeypatch.setattr(by_letter, "MOST", 2)
    for slug, municipality in TOWNS.items():
        make_office(slug, municipality=municipality)
    make_office("szkic", municipality="Szczecin", is_published=False)


def read(client, address):
    return Page(address, client.get(address))


@pytest.mark.parametrize(
    ("with_pages", "alone", "expected"),
    [
        pytest.param(5, 9, {f"/{slug}/kontakt/" for slug in TOWNS}, id="few, with their pages"),
        pytest.param(4, 5, {f"/{slug}/" for slug in TOWNS}, id="more, alone"),
        pytest.param(
            1, 4, {f"/mapa-strony/{part}/" for part in ("inne/1", "l/1", "l/2", "s/1")}, id="many, by their letter"
        ),
    ],
)
def test_map_leads_to_offices_or_to_lists_of_them(client, monkeypatch, towns, with_pages, alone, expected):
    monkeypatch.setattr(views, "OFFICES_WITH_PAGES", with_pages)
    monkeypatch.setattr(views, "OFFICES_ALONE", alone)
    links = set(read(client, "/mapa-strony/").links)
    every = {f"/{slug}/" for slug in TOWNS} | {f"/{slug}/kontakt/" for slug in TOWNS}
    assert expected <= links
    assert (links & every <= expected) or with_pages == 5


def test_every_office_is_on_one_list(client, towns):
    pages = [read(client, f"/mapa-strony/{one.letter}/{one.number}/") for one in by_letter.parts()]
    listed = [link for page in pages for link in page.links if link.strip("/") in TOWNS]
    assert sorted(listed) == sorted(f"/{slug}/" for slug in TOWNS)


@pytest.mark.parametrize("address", ["/mapa-strony/z/1/", "/mapa-strony/l/3/", "/mapa-strony/l/0/"])
def test_list_of_nobody_is_not_found(client, towns, address):
    assert client.get(address).status_code == 404


def test_sitemap_names_the_lists_only_where_the_map_leads_to_them(client, monkeypatch, towns):
    before = [address for address in sitemap_files(client) if "office-lists" in address]
    monkeypatch.setattr("ops_site.sitemaps.OFFICES_ALONE", 4)
    [lists] = [text for address, text in sitemap_files(client).items() if "office-lists" in address]
    assert (before, lists.count("<loc>"), "office-lists" in SITEMAPS) == ([], 12, True)


@pytest.mark.parametrize("shown", [2, 5])
@pytest.mark.parametrize("address", ["/", "/sprawy/sprawa/", "/sytuacje/sytuacja/", "/krok-po-kroku/przewodnik/"])
def test_list_that_leaves_offices_out_leads_to_all_of_them(client, monkeypatch, towns, address, shown):
    monkeypatch.setattr(services.views, "OFFICES_SHOWN", shown)
    service, situation = make_service("sprawa"), make_situation("sytuacja")
    make_guide("przewodnik", situation=situation)
    for office in Office.objects.published():
        make_offering(office=office, service=service)
    found = [one.get("href") for one in read(client, address).all("a")]
    assert ("/mapa-strony/#osrodki" in found) is (shown < len(TOWNS))
