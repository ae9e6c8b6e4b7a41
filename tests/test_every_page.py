"""The whole site, walked from its first page: each page keeps every rule of tests/rules.py."""

import re
from collections import Counter, defaultdict

import pytest

from tests.rules import HEAVIEST, RULES, leads_somewhere, weight_of

KINDS = (
    "/",
    "/pomoc-natychmiastowa/",
    "/szukaj/",
    "/wolomin/szukaj/",
    "/sytuacje/nie-mam-za-co-zyc/",
    "/sprawy/",
    "/sprawy/dodatek-mieszkaniowy/",
    "/krok-po-kroku/urodzilo-sie-dziecko/",
    "/wolomin/",
    "/solec-kujawski/",
    "/wolomin/sprawy/",
    "/wolomin/sprawy/od-a-do-z/",
    "/wolomin/sprawy/dodatek-mieszkaniowy/",
    "/wolomin/krok-po-kroku/urodzilo-sie-dziecko/",
    "/wolomin/sytuacje/nie-mam-za-co-zyc/",
    "/solec-kujawski/budynki/dom-dobrych-praktyk/",
    "/wolomin/kontakt/",
    "/wolomin/komunikaty/",
    "/wolomin/deklaracja-dostepnosci/",
    "/wolomin/prosty-jezyk/",
    "/wolomin/jezyk-migowy/",
    "/wolomin/prywatnosc/",
    "/mapa-strony/",
    "/o-stronie/",
)


def report(faults):
    """Write faults by page; one that stands on many pages is written once, with their number."""
    everywhere = {what: n for what, n in Counter(what for found in faults.values() for what in found).items() if n > 3}
    lines = []
    for what, count in everywhere.items():
        first = next(address for address, found in faults.items() if what in found)
        lines.append(f"{count} pages, {first} among them\n  - {what}")
    for address, found in faults.items():
        own = [what for what in found if what not in everywhere]
        if own:
            lines.append("\n".join([address, *(f"  - {what}" for what in dict.fromkeys(own))]))
    return "\n".join(lines)


def test_the_walk_reaches_every_kind_of_page(site):
    assert [address for address in KINDS if address not in site] == []


def test_every_page_keeps_every_rule(site):
    faults = defaultdict(list)
    for address, page in site.items():
        for rule in RULES:
            faults[address] += rule(page)
        faults[address] += leads_somewhere(page, site)
    if any(faults.values()):
        pytest.fail(report(faults), pytrace=False)


def test_every_title_is_its_own(site):
    """But those of danger and of a search: they tell nothing to who looks at the browser's history."""
    titles = defaultdict(list)
    for address, page in site.items():
        if "exit__link" not in page.html and "/szukaj/" not in address:
            titles[page.first("title").text].append(address)
    assert {title: pages for title, pages in titles.items() if len(pages) > 1} == {}


def test_every_page_is_light_even_with_its_print_style(site):
    weights = {address: weight_of(page, with_print=True) for address, page in site.items() if not page.is_gallery}
    assert {address: weight for address, weight in weights.items() if weight > HEAVIEST} == {}


LONELY = re.compile(r"(?<!\w)[aiouwz] (?=\w)", re.IGNORECASE)


def test_titles_in_polish_leave_no_one_letter_word_at_the_end_of_a_line(site):
    """Of pages, of their parts and of names: one-letter words are bound to the next."""
    lonely = {}
    for address, page in site.items():
        if page.first("html").get("lang") != "pl":
            continue
        for title in page.all("h1", "h2", "h3"):
            if LONELY.search(text := "".join(title.itertext())):
                lonely.setdefault(text, address)
    assert lonely == {}
