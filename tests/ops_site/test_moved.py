"""An address that has changed leads to the new one."""

import pytest

from services.models import Service
from tests.factories import (
    make_building,
    make_guide,
    make_notice,
    make_offering,
    make_office,
    make_service,
    make_situation,
)

pytestmark = pytest.mark.django_db


def rename(record, slug):
    record.slug = slug
    record.save()


def test_office_that_moved_takes_its_pages_along(client):
    office = make_office(slug="stary")
    make_building(office=office, slug="budynek")
    rename(office, "nowy")
    assert client.get("/stary/budynki/budynek/").headers["Location"] == "/nowy/budynki/budynek/"


def test_redirect_is_permanent(client):
    rename(make_office(slug="stary"), "nowy")
    assert client.get("/stary/").status_code == 301


def test_browser_asks_for_the_redirect_anew_so_that_a_slug_changed_back_does_not_loop(client):
    office = make_office(slug="stary")
    rename(office, "nowy")
    assert client.get("/stary/").headers["Cache-Control"] == "no-cache"
    rename(office, "stary")
    assert (client.get("/stary/").status_code, client.get("/nowy/").headers["Location"]) == (200, "/stary/")


@pytest.mark.parametrize("query", ["q=zasi%C5%82ek", "q=a&q=b", "q=%ff%00", "q=a%20b+c"])
def test_redirect_keeps_what_was_asked(client, query):
    rename(make_office(slug="stary"), "nowy")
    assert client.get(f"/stary/szukaj/?{query}").headers["Location"] == f"/nowy/szukaj/?{query}"


@pytest.fixture
def renamed(db):
    """An office with a record of every kind that has an address, each renamed from "stare" to "nowe"."""
    office, situation = make_office(slug="stare"), make_situation("stare")
    guide = make_guide("stare", situation=situation)
    shared, own = make_service("stare", [situation]), make_service("stare-wlasne", owner=office)
    for service in (shared, own):
        make_offering(office=office, service=service)
    building = make_building(office=office, slug="stare")
    make_notice(office)
    for record in (office, situation, guide, shared, own, building):
        rename(record, record.slug.replace("stare", "nowe"))


@pytest.mark.parametrize("prefix", ["", "/en", "/uk"])
@pytest.mark.parametrize(
    "address",
    [
        "/stare/",
        "/stare/budynki/stare/",
        "/stare/kontakt/",
        "/stare/komunikaty/",
        "/stare/prywatnosc/",
        "/stare/deklaracja-dostepnosci/",
        "/stare/wyjatki.ics",
        "/stare/szukaj/",
        "/stare/sprawy/",
        "/stare/sprawy/stare/",
        "/stare/sprawy/stare-wlasne/",
        "/stare/sytuacje/stare/",
        "/stare/krok-po-kroku/stare/",
        "/sprawy/stare/",
        "/sytuacje/stare/",
        "/krok-po-kroku/stare/",
    ],
)
def test_renamed_leads_to_a_page_at_once(client, renamed, prefix, address):
    moved = client.get(f"{prefix}{address}?q=a%20b").headers["Location"]
    assert moved == f"{prefix}{address.replace('stare', 'nowe')}?q=a%20b"
    assert client.get(moved).status_code == 200


def test_own_matter_that_moved_is_found_after_another_office_took_its_address(client):
    mine, theirs = make_office(slug="moj"), make_office(slug="ich")
    for office in (mine, theirs):
        club = make_service(slug="klub", owner=office)
        make_offering(office=office, service=club)
        rename(club, f"klub-{office.slug}")
    found = [client.get(f"/{slug}/sprawy/klub/").headers["Location"] for slug in ("moj", "ich")]
    assert found == ["/moj/sprawy/klub-moj/", "/ich/sprawy/klub-ich/"]


def test_own_matter_whose_address_a_shared_one_took_is_found_at_its_office(client):
    office = make_office(slug="miasto")
    club = make_service(slug="klub", owner=office)
    make_offering(office=office, service=club)
    rename(club, "klub-seniora")
    make_service(slug="klub")
    assert client.get("/miasto/sprawy/klub/").headers["Location"] == "/miasto/sprawy/klub-seniora/"


def test_building_of_an_office_whose_address_another_took_is_found(client):
    office = make_office(slug="stary")
    make_building(office=office, slug="budynek")
    rename(office, "nowy")
    make_office(slug="stary")
    assert client.get("/stary/budynki/budynek/").headers["Location"] == "/nowy/budynki/budynek/"


@pytest.mark.parametrize("slug", ["stary", "nowy"])
def test_sheet_that_became_an_office_s_own_is_found_at_the_office(client, slug):
    service = make_service(slug="stary")
    rename(service, "nowy")
    service.owner = make_office(slug="miasto")
    service.save()
    make_offering(office=service.owner, service=service)
    assert client.get(f"/sprawy/{slug}/").headers["Location"] == "/miasto/sprawy/nowy/"


def test_matter_that_an_office_has_no_answer_to_leads_nowhere(client):
    make_office(slug="miasto")
    rename(make_service(slug="stary"), "nowy")
    assert client.get("/miasto/sprawy/stary/").status_code == 404


@pytest.mark.parametrize("address", ["/stary/", "/stary/kontakt/", "/en/stary/sprawy/"])
def test_office_that_moved_and_is_no_longer_published_is_not_found(client, address):
    office = make_office(slug="stary")
    rename(office, "nowy")
    office.is_published = False
    office.save()
    assert client.get(address).status_code == 404


def test_redirect_keeps_the_language(client):
    rename(make_office(slug="stary"), "nowy")
    assert client.get("/uk/stary/kontakt/").headers["Location"] == "/uk/nowy/kontakt/"


def test_building_that_moved_is_found(client):
    office = make_office(slug="miasto")
    rename(make_building(office=office, slug="stary"), "nowy")
    assert client.get("/miasto/budynki/stary/").headers["Location"] == "/miasto/budynki/nowy/"


def test_building_of_another_office_is_not_taken_for_it(client):
    rename(make_building(office=make_office(slug="miasto"), slug="stary"), "nowy")
    make_office(slug="inne")
    assert client.get("/inne/budynki/stary/").status_code == 404


def test_service_that_moved_twice_is_found_by_both_names(client):
    service = make_service(slug="pierwszy")
    make_offering(office=make_office(slug="miasto"), service=service)
    rename(service, "drugi")
    rename(service, "trzeci")
    found = [client.get(f"/miasto/sprawy/{slug}/").headers.get("Location") for slug in ("pierwszy", "drugi", "trzeci")]
    assert found == ["/miasto/sprawy/trzeci/", "/miasto/sprawy/trzeci/", None]


def test_slug_taken_by_another_record_leads_to_it(client):
    rename(make_service(slug="stary"), "nowy")
    make_service(slug="stary", name="Inna sprawa")
    assert client.get("/sprawy/stary/").status_code == 200


def test_address_of_a_deleted_record_is_not_found(client):
    service = make_service(slug="stary")
    rename(service, "nowy")
    Service.objects.all().delete()
    assert client.get("/sprawy/stary/").status_code == 404


def test_address_that_never_was_is_not_found(client):
    assert client.get("/nigdzie/").status_code == 404
