"""Tags that tell of languages: which a text is in, the page in the others, and Polish terms and names."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from languages import fallback as honesty
from offices.models import Building, Office
from offices.templatetags import text
from services.models import Service
from tests.factories import make_office

PL = ' lang="pl"'


@pytest.fixture(autouse=True)
def polish():
    with translation.override("pl"):
        yield


# --- The language of a text ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "texts", "expected", "stands_in"),
    [
        pytest.param("pl", {"name_pl": "Dom"}, "", False, id="Polish page"),
        pytest.param("en", {"name_pl": "Dom", "name_en": "House"}, "", False, id="translated"),
        pytest.param("en", {"name_pl": "Dom"}, "pl", True, id="not translated"),
        pytest.param("en", {"name_pl": "Dom", "name_en": "House", "outdated": {"en": {"name": "Chata"}}}, "pl", True, id="outdated"),
        pytest.param("uk", {"name_pl": "OPS", "name_uk": "OPS"}, "pl", False, id="a proper name, the same in both"),
        pytest.param("en", {"name_pl": "", "name_en": ""}, "pl", False, id="no text at all"),
    ],
)  # fmt: skip
def test_langof(language, texts, expected, stands_in):
    with translation.override(language), honesty.watched() as found:
        assert text.langof(Building(**texts), "name") == expected
    assert bool(found) == stands_in


@pytest.mark.parametrize(
    "record",
    [pytest.param(Building(street="Leśna 1"), id="never translated"), pytest.param(None, id="no record"), pytest.param({}, id="an example")],
)  # fmt: skip
def test_langof_says_nothing_of_what_has_no_translations(record):
    with translation.override("en"):
        assert text.langof(record, "street") == ""


@pytest.mark.parametrize(("language", "expected"), [("pl", ""), ("en", PL), ("uk", PL)])
def test_langattr_and_polish_write_the_attribute_on_pages_in_other_languages(language, expected):
    with translation.override(language):
        assert (text.langattr(Office(name_pl="Ośrodek"), "name"), text.polish()) == (expected, expected)


def test_polish_stands_in_a_tag_as_it_is():
    with translation.override("uk"):
        assert Template("<p{% polish %}>Leśna 1</p>").render(Context()) == '<p lang="pl">Leśna 1</p>'


# --- Popular names -------------------------------------------------------------------------

SERVICE = Service(name_pl="Zapomoga", popular_names_pl="becikowe\nza dziecko", popular_names_en="baby grant\nbecikowe")


@pytest.mark.parametrize(
    ("language", "name", "expected"),
    [
        pytest.param("pl", "becikowe", "", id="Polish page"),
        pytest.param("en", "baby grant", "", id="English"),
        pytest.param("en", "becikowe", PL, id="a Polish name that English uses too"),
        pytest.param("uk", "za dziecko", PL, id="a Polish name alone"),
        pytest.param("en", "świadczenie", PL, id="not in the list, but with Polish letters"),
        pytest.param("en", "Becikowe", "", id="another word"),
    ],
)
def test_named_in(language, name, expected):
    with translation.override(language):
        assert text.named_in(name, SERVICE) == expected


def test_named_in_says_nothing_of_an_example():
    with translation.override("en"):
        assert text.named_in("świadczenie", {"name": "x"}) == ""


def test_each_name_of_a_matter_is_in_its_own_language():
    page = Template('{% include "components/known_as.html" with service=service only %}')
    with translation.override("en"):
        html = page.render(Context({"service": SERVICE}))
    assert '<span>baby grant</span>, <span lang="pl">becikowe</span>' in html


def test_names_that_stand_in_are_all_polish():
    page = Template('{% include "components/known_as.html" with service=service only %}')
    with translation.override("uk"):
        html = page.render(Context({"service": SERVICE}))
    assert '<span lang="pl">becikowe</span>, <span lang="pl">za dziecko</span>' in html


# --- Polish terms --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("pl", "<p>Łódź &lt;b&gt;</p>"),
        ("en", '<p><span lang="pl">Łódź</span> &lt;b&gt;</p>'),
        ("uk", '<p><span lang="pl">Łódź</span> &lt;<span lang="pl">b</span>&gt;</p>'),
    ],
)
def test_terms_are_marked_on_pages_in_other_languages(language, expected):
    page = Template("{% terms %}<p>{{ words }}</p>{% endterms %}")
    with translation.override(language):
        assert page.render(Context({"words": "Łódź <b>"})) == expected


def test_terms_end_where_they_end():
    with translation.override("en"):
        assert Template("Łódź {% terms %}{% endterms %} Łódź").render(Context()) == "Łódź  Łódź"


# --- This page in the other languages ------------------------------------------------------


def switch(address, language="pl"):
    """Return where the switch of a page leads: {language: path}, and which it says the page is in."""
    with translation.override(language):
        found = text.languages({"request": RequestFactory().get(address)})
    return {one["code"]: one["path"] for one in found}, [one["code"] for one in found if one["is_here"]]


def everywhere(path):
    return {"pl": path, "en": f"/en{path}", "uk": f"/uk{path}"}


@pytest.mark.parametrize(
    ("address", "language", "path"),
    [
        pytest.param("/", "pl", "/", id="the first page"),
        pytest.param("/en/", "en", "/", id="the first page in English"),
        pytest.param("/uk/wolomin/", "uk", "/wolomin/", id="an office"),
        pytest.param("/ukryte/", "pl", "/ukryte/", id="a word that begins like a language"),
        pytest.param("/wolomin/en/", "pl", "/wolomin/en/", id="a language further on"),
        pytest.param("/en/uk/", "en", "/uk/", id="a language after a language"),
    ],
)
def test_switch_leads_to_the_same_page(address, language, path):
    assert switch(address, language) == (everywhere(path), [language])


@pytest.mark.parametrize(
    ("address", "path"),
    [
        pytest.param("/szukaj/?q=czynsz", "/szukaj/?q=czynsz", id="a search"),
        pytest.param(
            "/en/szukaj/?q=nie+mam+%26+nic&utm_source=x&q2=y", "/szukaj/?q=nie+mam+%26+nic", id="nothing else"
        ),
        pytest.param("/szukaj/?q=%C5%82%22%3E", "/szukaj/?q=%C5%82%22%3E", id="signs"),
        pytest.param("/szukaj/?q=", "/szukaj/?q=", id="an empty search"),
        pytest.param(f"/szukaj/?q={'a' * 300}", f"/szukaj/?q={'a' * 200}", id="as much as the field takes"),
        pytest.param("/wolomin/?strona=2", "/wolomin/", id="no search"),
    ],
)
def test_switch_keeps_the_words_of_a_search_and_nothing_else(address, path):
    assert switch(address)[0] == everywhere(path)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        pytest.param("/en//example.org/", "/%2Fexample.org/", id="another host"),
        pytest.param("/uk/%2Fexample.org", "/%2Fexample.org", id="another host, encoded"),
        pytest.param("/nie%3Fma%23tu/", "/nie%3Fma%23tu/", id="signs that have a meaning"),
        pytest.param("/%C5%BC%22/", "/%C5%BC%22/", id="letters"),
    ],
)
def test_switch_of_an_odd_address_stays_on_the_site(address, path):
    assert switch(address)[0] == everywhere(path)


def test_languages_have_whole_addresses_for_machines():
    found = text.languages({"request": RequestFactory().get("/en/szukaj/?q=a")})
    assert [one["address"] for one in found] == [
        f"http://testserver{path}szukaj/?q=a" for path in ("/", "/en/", "/uk/")
    ]


def test_languages_are_named_in_themselves():
    found = text.languages({"request": RequestFactory().get("/")})
    assert [one["name"] for one in found] == ["Polski", "English", "Українська"]


# --- Error pages ---------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["", "/en", "/uk"])
def test_error_page_has_the_switch_but_no_alternates(client, db, prefix):
    response = client.get(f"{prefix}/nie/ma/")
    html = response.content.decode()
    assert (response.status_code, html.count('rel="alternate"'), html.count("hreflang")) == (404, 0, 2)


def test_error_page_leads_to_no_other_host(client, db):
    html = client.get("/en//example.org/").content.decode()
    assert 'href="//' not in html


def test_page_has_an_alternate_for_each_language_and_for_any_other(client, db):
    make_office()
    html = client.get("/en/a/kontakt/").content.decode()
    head = [line for line in html.splitlines() if 'rel="alternate"' in line]
    assert head == [
        f'<link rel="alternate" hreflang="{code}" href="http://testserver{prefix}/a/kontakt/">'
        for code, prefix in (("pl", ""), ("x-default", ""), ("en", "/en"), ("uk", "/uk"))
    ]
