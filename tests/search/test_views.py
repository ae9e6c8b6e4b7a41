"""The pages of the search and its suggestions: whatever is asked, there is a way on."""

from collections import deque

import pytest

from search import answers, log
from tests.factories import (
    DATE,
    make_building,
    make_help_line,
    make_offering,
    make_office,
    make_phone,
    make_service,
    make_situation,
)
from tests.walk import Page

pytestmark = pytest.mark.django_db

ODD = [
    "",
    " ",
    "?",
    "%",
    "\x00",
    "a\x00b",
    "🍓",
    "ą" * 10_000,
    "<script>alert(1)</script>",
    "'; --",
    "{{ 1 }}",
    "\u202e",
    "ґ",
]
PAGES = ["/szukaj/", "/wolomin/szukaj/"]
SUGGESTIONS = ["/szukaj/podpowiedzi/", "/wolomin/szukaj/podpowiedzi/"]


@pytest.fixture
def office(at):
    at(DATE.year, DATE.month, DATE.day, 10)
    return make_office("wolomin", short_name="OPS Wołomin", municipality="Wołomin")


@pytest.fixture
def service(office):
    """A matter that the office handles, in a life situation; and the numbers to call."""
    make_help_line("112", number="112", topic="emergency", is_core=True)
    make_phone("227872701", office=office)
    service = make_service(
        "dodatek-mieszkaniowy",
        [make_situation("brak", title="Nie mam za co żyć")],
        name="Dodatek mieszkaniowy",
        name_uk="Житлова допомога",
        popular_names="dopłata do czynszu",
    )
    make_offering(office, service)
    return service


@pytest.fixture
def waiting(monkeypatch):
    monkeypatch.setattr(log, "_waiting", deque())
    return log._waiting


def get(client, address, **query):
    return Page(address, client.get(address, query_params=query, headers={"accept-encoding": "identity"}))


def suggested(client, address, query):
    return client.get(address, {"q": query}).json()["suggestions"]


# --- The page


@pytest.mark.parametrize("query", ODD, ids=lambda query: ascii(query)[:20])
@pytest.mark.parametrize("address", PAGES + SUGGESTIONS)
def test_odd_input_gets_an_answer(client, service, address, query):
    assert client.get(address, {"q": query}).status_code == 200


@pytest.mark.parametrize("query", ["", "xyzzy", "dodatek"])
def test_search_works_on_an_empty_site(client, query):
    assert client.get("/szukaj/", {"q": query}).status_code == 200


def test_page_lists_what_was_found(client, service):
    page = get(client, "/szukaj/", q="dodatku")
    assert page.link_words("/wolomin/sprawy/dodatek-mieszkaniowy/") == ["Dodatek mieszkaniowy"]
    assert [one.text for one in page.all("mark")] == ["Dodatek"]


def test_page_says_by_which_other_name_it_was_found(client, service):
    assert "Inna nazwa: dopłata do czynszu" in get(client, "/szukaj/", q="dopłata do czynszu").text


def test_page_offers_the_query_as_it_was_read(client, service):
    page = get(client, "/szukaj/", q="mieszkanoiwy")
    assert page.link_words("?q=mieszkaniowy") == ["mieszkaniowy"]


def test_page_with_results_offers_no_situations(client, service):
    page = get(client, "/szukaj/", q="dodatek")
    assert ([link for link in page.links if "/sytuacje/" in link], page.link_words("tel:112")) == ([], [])


@pytest.mark.parametrize(("address", "prefix"), [("/szukaj/", ""), ("/wolomin/szukaj/", "/wolomin")])
def test_page_without_results_offers_situations_and_numbers(client, service, address, prefix):
    page = get(client, address, q="xyzzy")
    assert page.link_words(f"{prefix}/sytuacje/brak/") == ["„Nie mam za co żyć”"]
    assert (page.link_words("tel:112"), page.link_words("tel:+48227872701")) == (["112"], ["22 787 27 01"])
    assert "„xyzzy”" in page.text


@pytest.mark.parametrize("address", PAGES)
def test_page_before_any_query_offers_situations_and_lines(client, service, address):
    page = get(client, address)
    assert [link.rsplit("/sytuacje/")[1] for link in page.links if "/sytuacje/" in link] == ["brak/"]
    assert (page.link_words("tel:112"), "Nie znaleźliśmy" in page.text) == (["112"], False)


def test_page_names_the_office_of_a_place_and_whom_to_call(client, service):
    page = get(client, "/szukaj/", q="dodatek wołomin")
    assert page.link_words("tel:+48227872701") == ["22 787 27 01"] * 2


def test_page_puts_help_above_the_results_of_a_cry(client, service):
    harm = make_situation("krzywda", title="Ktoś mnie krzywdzi", search_words="bije mnie", is_urgent=True)
    make_service("przemoc", [harm], name="Przemoc domowa", search_words="bije mnie")
    page = get(client, "/szukaj/", q="bije mnie")
    assert page.link_words("tel:112") == ["112"]
    assert page.text.index("112") < page.text.index("Przemoc domowa")


def test_words_of_danger_are_kept_by_nobody(client, service, waiting, monkeypatch):
    found = answers.search("bije mnie", "pl", None)
    found.danger, found.is_weak = ("violence",), True
    monkeypatch.setattr(answers, "search", lambda *_asked: found)
    get(client, "/szukaj/", q="bije mnie")
    assert list(waiting) == []


def test_page_finds_a_number(client, service):
    page = get(client, "/szukaj/", q="22 787")
    assert page.link_words("tel:+48227872701") == ["22 787 27 01"]


def test_page_finds_an_address(client, service, office):
    make_building(office, "siedziba", name="Siedziba", street="Leśna 1", town="Wołomin")
    page = get(client, "/szukaj/", q="leśna 1")
    assert page.link_words("/wolomin/budynki/siedziba/") == ["Siedziba"]
    assert "Leśna 1, Wołomin" in page.text


def test_page_shows_no_confidential_address(client, service, office):
    building = make_building(office, "schronienie", name="Schronienie", street="Tajna 1", is_confidential=True)
    office.offerings.update(building=building)
    texts = [get(client, address, q=query).html for address in PAGES for query in ("dodatek", "tajna", "schronienie")]
    assert [text for text in texts if "Tajna" in text] == []


def test_page_keeps_what_was_typed(client, service):
    page = get(client, "/szukaj/", q='<b>&"')
    assert [one.get("value") for one in page.all("input")] == ['<b>&"']


def test_search_pages_are_not_indexed(client, service):
    page = get(client, "/szukaj/", q="dodatek")
    assert [one.get("content") for one in page.all("meta") if one.get("name") == "robots"] == ["noindex"]


@pytest.mark.parametrize("address", PAGES + SUGGESTIONS)
def test_search_is_the_same_for_everybody(client, service, address):
    response = client.get(address, {"q": "dodatek"})
    vary = response.headers.get("Vary", "").lower()
    assert (response.cookies, "cookie" in vary, "language" in vary) == ({}, False, False)


@pytest.mark.parametrize("address", PAGES + SUGGESTIONS)
def test_search_is_only_read(client, service, address):
    assert (client.head(address).status_code, client.post(address).status_code) == (200, 405)


@pytest.mark.parametrize("address", ["/szkic/szukaj/", "/szkic/szukaj/podpowiedzi/", "/nie-ma/szukaj/podpowiedzi/"])
def test_search_of_a_draft_office_is_not_there(client, address):
    make_office("szkic", is_published=False)
    assert client.get(address, {"q": "dodatek"}).status_code == 404


# --- What is remembered


@pytest.mark.parametrize(
    ("query", "noted"),
    [("hulajnoga", ["hulajnoga"]), ("dodatek", []), ("wołomin", []), ("22 787 27 01", []), ("", []), ("a@b.pl", [])],
)
def test_only_what_found_nothing_is_noted(client, service, waiting, query, noted):
    client.get("/szukaj/", {"q": query})
    assert list(waiting) == [(one, DATE, None) for one in noted]


def test_suggestions_note_nothing(client, service, waiting):
    client.get("/szukaj/podpowiedzi/", {"q": "hulajnoga"})
    assert list(waiting) == []


# --- Suggestions


@pytest.mark.parametrize(
    ("prefix", "typed", "suggestion"),
    [
        (
            "",
            "dopł",
            {
                "name": "Dodatek mieszkaniowy",
                "language": "pl",
                "knownAs": "dopłata do czynszu",
                "knownAsLanguage": "pl",
            },
        ),
        (
            "/en",
            "dod",
            {"name": "Dodatek mieszkaniowy", "language": "pl", "knownAs": "", "knownAsLanguage": "pl"},
        ),
        (
            "/uk",
            "житл",
            {"name": "Житлова допомога", "language": "uk", "knownAs": "", "knownAsLanguage": "pl"},
        ),
    ],
)
def test_suggestion_says_its_language(client, service, prefix, typed, suggestion):
    assert suggested(client, f"{prefix}/szukaj/podpowiedzi/", typed) == [
        suggestion | {"address": f"{prefix}/sprawy/dodatek-mieszkaniowy/"}
    ]


def test_suggestion_at_an_office_leads_to_its_own_answer(client, service):
    make_service("inny", name="Dodatek inny")
    addresses = {one["address"] for one in suggested(client, "/uk/wolomin/szukaj/podpowiedzi/", "dod")}
    assert addresses == {"/uk/wolomin/sprawy/dodatek-mieszkaniowy/", "/uk/sprawy/inny/"}


@pytest.mark.parametrize("typed", ["dod", "mąż mnie b", "mąż mnie bije"])
@pytest.mark.parametrize("address", SUGGESTIONS)
def test_nothing_that_is_typed_is_kept(client, service, address, typed):
    assert client.get(address, {"q": typed})["Cache-Control"] == "no-store"


def test_suggested_address_is_there(client, service):
    [one] = suggested(client, "/wolomin/szukaj/podpowiedzi/", "dod")
    assert client.get(one["address"]).status_code == 200
