"""Every page in every language: nothing Polish is left unmarked, and each page knows its others."""

import re
from collections import defaultdict
from xml.etree import ElementTree

import pytest
from django.conf import settings

from offices.templatetags.text import LANGUAGE_PREFIX
from ops_site.middleware import language_of
from tests.test_every_page import report
from tests.walk import is_internal, sitemap_files

OTHERS = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
POLISH_LETTERS = re.compile(r"[ąćęłńśźż]", re.IGNORECASE)
CURRENCY = re.compile(r"\bzł\b")
# Numbers, single letters, addresses of the net, and signs are the same in every language.
SAME_EVERYWHERE = re.compile(
    r"[\W\d_]*|\w|[\d\s.,]+\szł|\S+@\S+|https?://\S+|(?:\w+\.)+[a-z]{2,}|[\d\s:–-]+|\+?[\d ]+\+?|AE:PL-\S+"
)
READ_ALOUD = ("aria-label", "alt", "title", "placeholder", "data-none", "data-some")


def texts_of(page):
    """Return [(language, text), …] of everything that is read on a page, attributes included."""
    found = []
    for one in page.elements:
        if one.tag in ("script", "style", "title"):
            continue
        found += [(spoken(page, one), one.get(name)) for name in READ_ALOUD if one.get(name)]
        found.append((spoken(page, one), one.text))
        found += [(spoken(page, one), child.tail) for child in one]
    return [(language, " ".join(text.split())) for language, text in found if text and text.strip()]


def spoken(page, element):
    return next(around.get("lang") for around in (element, *page.within(element)) if around.get("lang"))


def polish_address(address):
    return LANGUAGE_PREFIX.sub("/", address)


def is_page_of_a_person(page):
    return page.is_html and page.status == 200 and not page.is_gallery


def left_in_polish(page, twin):
    """Say which texts of a page are read in its own language though they are Polish."""
    language = language_of(page.address)
    in_polish = {text for spoken_in, text in texts_of(twin) if spoken_in == settings.LANGUAGE_CODE}
    for spoken_in, text in texts_of(page):
        if spoken_in == language and not SAME_EVERYWHERE.fullmatch(text):
            if POLISH_LETTERS.search(CURRENCY.sub("", text)):
                yield f"Polish letters: {text!r}"
            elif text in in_polish:
                yield f"the same as in Polish: {text!r}"


@pytest.fixture(scope="module")
def pages(site):
    return {address: page for address, page in site.items() if is_page_of_a_person(page)}


def test_every_page_is_there_in_every_language(pages):
    there = defaultdict(set)
    for address in pages:
        there[polish_address(address)].add(language_of(address))
    everywhere = {code for code, _name in settings.LANGUAGES}
    assert {address: languages for address, languages in there.items() if languages != everywhere} == {}


def test_no_polish_is_left_unmarked(pages):
    faults = {
        address: list(left_in_polish(page, pages[polish_address(address)]))
        for address, page in pages.items()
        if language_of(address) in OTHERS
    }
    if any(faults.values()):
        pytest.fail(report(faults), pytrace=False)


def test_titles_and_descriptions_are_translated(pages):
    untranslated = [
        address
        for address, page in pages.items()
        if language_of(address) in OTHERS
        for read in (title_of, description_of)
        if read(page) == read(pages[polish_address(address)])
    ]
    assert untranslated == []


def test_alternates_are_reciprocal(pages):
    named = {address: alternates(page) for address, page in pages.items()}
    expected = {}
    for address in pages:
        base = polish_address(address)
        expected[address] = {"pl": base, "x-default": base} | {code: f"/{code}{base}" for code in OTHERS}
    assert named == expected


def test_the_switch_leads_to_the_same_page(pages):
    wrong = {}
    for address, page in pages.items():
        base = polish_address(address)
        others = {"pl": base} | {code: f"/{code}{base}" for code in OTHERS}
        del others[language_of(address)]
        found = {one.get("hreflang"): one.get("href") for one in page.all("a") if one.get("hreflang")}
        spoken_as = {one.get("lang") == one.get("hreflang") for one in page.all("a") if one.get("hreflang")}
        if (found, spoken_as) != (others, {True}):
            wrong[address] = found
    assert wrong == {}


# --- The map of the site for machines ------------------------------------------------------

MAP = {"site": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def site_map(client, content):
    """Every file of the sitemap together: {address: {language: address}}."""
    return {
        path_of(one.find("site:loc", MAP).text): {
            link.get("hreflang"): path_of(link.get("href")) for link in one.findall("xhtml:link", MAP)
        }
        for text in sitemap_files(client).values()
        for one in ElementTree.fromstring(text).findall("site:url", MAP)  # noqa: S314 (our own)
    }


def path_of(address):
    return address.removeprefix("http://testserver")


def test_sitemap_lists_every_page_but_searches_and_the_gallery(pages, site_map):
    """A page that people reach and search engines do not is found by nobody who searches there."""
    expected = {address for address in pages if "/szukaj/" not in address and not pages[address].is_gallery}
    assert (expected - set(site_map), set(site_map) - expected) == (set(), set())


def test_sitemap_names_each_page_in_every_language(site_map):
    expected = {}
    for address in site_map:
        base = polish_address(address)
        expected[address] = {"pl": base, "x-default": base} | {code: f"/{code}{base}" for code in OTHERS}
    assert site_map == expected


def test_sitemap_says_what_the_pages_say(pages, site_map):
    assert {address: alternates(pages[address]) for address in site_map} == site_map


def test_links_stay_in_the_language_of_their_page(pages):
    astray = {
        address: [link for link in within(page) if is_internal(link) and language_of(link) != language_of(address)]
        for address, page in pages.items()
    }
    assert {address: links for address, links in astray.items() if links} == {}


def within(page):
    """Return the addresses of the links of a page, the switch of languages left out."""
    addresses = [one.get("href", "") for one in page.all("a") if not one.get("hreflang")]
    return [address for address in addresses if address.startswith("/")]


def title_of(page):
    return page.first("title").text


def description_of(page):
    return next(one.get("content") for one in page.all("meta") if one.get("name") == "description")


def alternates(page):
    return {
        one.get("hreflang"): one.get("href").removeprefix("http://testserver")
        for one in page.all("link")
        if one.get("rel") == "alternate" and one.get("hreflang")
    }
