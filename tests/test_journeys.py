"""What a person comes for, from door to answer: how, is it open, whom to call. And what happens when the address is wrong."""

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.test import Client

from offices.models import Office
from tests.walk import GALLERY, Page

ANSWER = "/wolomin/sprawy/dodatek-mieszkaniowy/"
SPELLINGS = [
    "dodatek mieszkaniowy wołomin",
    "dodatek mieszkaniowy wolomin",
    "Dodatek Mieszkaniowy Wołomin",
    "dodatku mieszkaniowego w Wołominie",
    "wolomin doplata do czynszu",
    "nie mam na czynsz wolomin",
]
OLD_NAMES = [
    ("500+", "/sprawy/swiadczenie-wychowawcze/"),
    ("500 plus", "/sprawy/swiadczenie-wychowawcze/"),
    ("300+", "/sprawy/dobry-start/"),
    ("dobry start", "/sprawy/dobry-start/"),
    ("mieszkania chronione", "/sprawy/mieszkanie-wspomagane/"),
    ("becikowe", "/sprawy/becikowe/"),
    ("za zyciem", "/sprawy/za-zyciem/"),
    ("stokrotka", "/sprawy/klub-stokrotka/"),
    ("dps", "/sprawy/dom-pomocy-spolecznej/"),
    ("wtz", "/sprawy/warsztat-terapii-zajeciowej/"),
    ("niebieska karta", "/sprawy/przemoc-domowa/"),
    ("przemoc w rodzinie", "/sprawy/przemoc-domowa/"),
    ("czyste powietrze", "/sprawy/czyste-powietrze/"),
    ("asystent osobisty osoby niepełnosprawnej", "/sprawy/asystent-osobisty/"),
]
NONSENSE = [
    "xyzzy",
    "🍓",
    "'; XYZZY--",
    "<xyzzy>(1)</xyzzy>",
    "ą" * 5000,
    "%",
    "\x00",
    "a\x00b",
    "   ",
    "ґїє",
]
MANGLED = [
    "/%ff/",
    "/%FF%FE",
    "/en/%ff/",
    "/wolomin/%c3%28/",
    "/%00/",
    "/wolomin/%00/",
    "/" + "a" * 8000 + "/",
    "/wolomin/" + "a" * 8000 + "/",
    "//wolomin//",
    "/../../etc/passwd",
    "/wolomin/sprawy/../../",
    "/wolomin\\kontakt/",
    "/%E2%80%AE/",
    "/sprawy/nie-ma-takiej/",
    "/sytuacje/nie-ma-takiej/",
    "/wolomin/budynki/nie-ma-takiego/",
    "/wolomin/sprawy/nie-ma-takiej/",
    "/wolomin/sytuacje/nie-ma-takiej/",
    "/nie-ma-takiego/",
    "/nie-ma-takiego/kontakt/",
    "/nie-ma-takiego/szukaj/",
    "/wolomin/nie-ma-takiej/",
]
ONE_OF_EACH_KIND = [
    "/",
    "/pomoc-natychmiastowa/",
    "/szukaj/",
    "/sytuacje/nie-mam-za-co-zyc/",
    "/sprawy/dodatek-mieszkaniowy/",
    "/wolomin/",
    "/wolomin/szukaj/",
    "/wolomin/sprawy/",
    ANSWER,
    "/wolomin/sytuacje/nie-mam-za-co-zyc/",
    "/wolomin/budynki/siedziba/",
    "/wolomin/kontakt/",
    "/wolomin/komunikaty/",
    "/wolomin/deklaracja-dostepnosci/",
    "/wolomin/prywatnosc/",
    "/mapa-strony/",
    GALLERY,
    "/healthz",
    "/readyz",
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap-offerings.xml",
]


@pytest.fixture
def content(stored_content, db):
    """Both centres, put into the database once for all these tests."""


def get(client, address, **query):
    return Page(address, client.get(address, query_params=query, headers={"accept-encoding": "identity"}))


def first_result(page):
    item = next(one for one in page.main.iter("li") if one.get("class") == "choices__item")
    return next(item.iter("a")).get("href")


# --- the answer ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        pytest.param((2026, 11, 24, 10), "Teraz otwarte, do 16:00", id="open"),
        pytest.param((2026, 11, 24, 15, 45), "Zaraz zamknięcie: otwarte do 16:00", id="closing soon"),
        pytest.param((2026, 11, 24, 17), "Zamknięte. Otwarcie w czwartek o 8:00.", id="after hours"),
        pytest.param((2026, 11, 25, 10), "Na dziś godzin nie podano: zadzwoń.", id="Wednesday is not stated"),
        pytest.param((2026, 11, 24, 6), "Zamknięte. Otwarcie dziś o 8:00.", id="before hours"),
        pytest.param((2026, 11, 11, 10), "Zamknięte: Narodowe Święto Niepodległości.", id="public holiday"),
    ],
)
def test_the_answer_says_how_whether_it_is_open_and_whom_to_call(client, content, at, moment, status):
    at(*moment)
    page = get(client, ANSWER)
    assert status in page.text
    assert page.link_words("tel:+48227872701")[0] == "22 787 27 01"
    assert "Al. Armii Krajowej 34" in page.text
    assert "Co przynieść" in page.text
    assert "Jak się odwołać" in page.text


@pytest.mark.parametrize("query", SPELLINGS)
def test_one_search_finds_the_answer_first(client, content, query):
    assert first_result(get(client, "/szukaj/", q=query)) == ANSWER


@pytest.mark.parametrize("query", SPELLINGS)
def test_the_search_of_the_office_finds_the_answer_first(client, content, query):
    assert first_result(get(client, "/wolomin/szukaj/", q=query)) == ANSWER


@pytest.mark.parametrize(("query", "address"), OLD_NAMES)
def test_old_and_popular_names_are_found_first(client, content, query, address):
    assert first_result(get(client, "/szukaj/", q=query)).endswith(address)


@pytest.mark.parametrize("query", ["mąż mnie bije", "maz mnie bije", "przemoc", "bije mnie", "chcę się zabić"])
def test_a_cry_for_help_is_answered_with_the_numbers_first(client, content, query):
    page = get(client, "/szukaj/", q=query)
    assert page.text.find("112") < page.text.find("Znalezione sprawy")
    assert page.link_words("tel:112") == ["112"]


@pytest.mark.parametrize("query", NONSENSE, ids=ascii)
@pytest.mark.parametrize("address", ["/szukaj/", "/wolomin/szukaj/"])
def test_a_search_that_finds_nothing_never_ends_there(client, content, address, query):
    page = get(client, address, q=query)
    assert page.status == 200
    assert page.link_words("tel:112") == ["112"]
    assert sum("/sytuacje/" in link for link in page.links) >= 10


def test_what_was_typed_stays_in_the_field(client, content):
    page = get(client, "/szukaj/", q='<b>&"czynsz"')
    assert [one.get("value") for one in page.all("input")] == ['<b>&"czynsz"']


# --- what is not there ---------------------------------------------------------------------


@pytest.mark.parametrize("address", MANGLED, ids=lambda address: ascii(address)[:40])
def test_a_mangled_address_gets_a_page_that_helps(client, content, address):
    page = get(client, address)
    assert page.status in (400, 404)
    assert page.first("html").get("lang") in ("pl", "en")
    assert page.link_words("tel:112") == ["112"]
    assert [one.get("name") for one in page.all("input")] == ["q"]


@pytest.mark.parametrize("prefix", ["", "/en", "/uk"])
@pytest.mark.parametrize("address", ["/nie-ma/", "/wolomin/nie-ma/", "/sprawy/nie-ma/", "/nie/ma/takiej/strony"])
def test_a_missing_page_speaks_the_language_of_its_address(client, content, prefix, address):
    page = get(client, prefix + address)
    assert (page.status, page.first("html").get("lang")) == (404, prefix[1:] or "pl")


@pytest.mark.parametrize("query", ["q=%00", "q=%ff", "q=" + "a" * 20_000, "q=a&q=b", "%00=1", "q[]=1"])
def test_a_mangled_query_is_not_an_error(client, content, query):
    assert client.get(f"/szukaj/?{query}").status_code == 200


def test_an_unpublished_office_is_not_there(client, content):
    Office.objects.filter(slug="wolomin").update(is_published=False)
    for address in ("/wolomin/", ANSWER, "/wolomin/kontakt/", "/wolomin/szukaj/", "/wolomin/budynki/siedziba/"):
        assert client.get(address).status_code == 404
    for address in ("/", "/mapa-strony/", "/sitemap-offices.xml", "/sprawy/dodatek-mieszkaniowy/", "/szukaj/?q=czynsz"):
        assert "/wolomin/" not in client.get(address).content.decode()


# --- what is broken ------------------------------------------------------------------------


@pytest.fixture
def dead_database(db):
    """The database fails at every question."""

    def fail(*args):
        raise OperationalError("the database is gone")

    with connection.execute_wrapper(fail):
        yield


@pytest.mark.parametrize(
    ("address", "language"), [("/", "pl"), ("/wolomin/", "pl"), ("/en/", "en"), ("/uk/wolomin/", "uk")]
)
def test_the_page_of_an_error_needs_no_database(dead_database, address, language):
    page = get(Client(raise_request_exception=False), address)
    assert (page.status, page.first("html").get("lang")) == (500, language)
    assert page.link_words("tel:112") == ["112"]


def test_a_missing_page_needs_no_database(dead_database):
    assert get(Client(raise_request_exception=False), "/nie/ma/takiej/strony").status == 404


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_readiness_tells_that_the_database_is_gone(client, db, error):
    def fail(*args):
        raise error("the database is gone")

    with connection.execute_wrapper(fail):
        assert (client.get("/readyz").status_code, client.get("/healthz").status_code) == (503, 200)


def test_readiness_makes_no_database_in_the_place_of_a_lost_one(client, db, monkeypatch, tmp_path):
    gone = DatabaseWrapper({**connection.settings_dict, "NAME": tmp_path / "site.sqlite3", "OPTIONS": {}})
    monkeypatch.setattr("ops_site.views.connection", gone)
    assert (client.get("/readyz").status_code, list(tmp_path.iterdir())) == (503, [])


def test_readiness_does_not_take_an_empty_database_for_a_good_one(client, db, monkeypatch, tmp_path):
    (tmp_path / "site.sqlite3").touch()
    empty = DatabaseWrapper({**connection.settings_dict, "NAME": tmp_path / "site.sqlite3", "OPTIONS": {}})
    monkeypatch.setattr("ops_site.views.connection", empty)
    assert client.get("/readyz").status_code == 503
    empty.close()


# --- how it is asked -----------------------------------------------------------------------


@pytest.mark.parametrize("address", ONE_OF_EACH_KIND)
def test_head_answers_as_get_without_a_body(client, content, address):
    response = client.head(address)
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize("address", ONE_OF_EACH_KIND)
def test_pages_are_only_read(client, content, address):
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    "address", ["/wolomin", "/wolomin/sprawy", "/sprawy/dodatek-mieszkaniowy", "/pomoc-natychmiastowa"]
)
def test_a_forgotten_slash_is_added(client, content, address):
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (301, f"{address}/")
