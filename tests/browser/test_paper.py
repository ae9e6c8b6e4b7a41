"""A4: few pages, with whose they are and of when, and nothing cut in two."""

import re

import pytest

from tests.browser.conftest import DESK

pytestmark = pytest.mark.slow

MOST = 3
PATHS = (
    "/wolomin/sprawy/dodatek-mieszkaniowy/",
    "/solec-kujawski/sprawy/uslugi-opiekuncze/",
    "/wolomin/",
    "/solec-kujawski/",
    "/pomoc-natychmiastowa/",
    "/solec-kujawski/krok-po-kroku/rodzic-potrzebuje-opieki/",
    "/uk/wolomin/sprawy/zasilek-rodzinny/",
)
# What must not be cut, and is allowed to be.
CUT = """() => [...document.querySelectorAll('.card, .notice, .steps__item, .week, .crisis__line, .street__house')]
  .filter(one => getComputedStyle(one).breakInside !== 'avoid').map(one => one.className)"""


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_paper_has_at_most_three_pages(open_window):
    with open_window(DESK) as page:
        found = {}
        for path in PATHS:
            page.goto(path)
            found[path] = pages_of(page.pdf(format="A4"))
    assert {path: count for path, count in found.items() if not 1 <= count <= MOST} == {}


def test_paper_names_the_centre_once_and_shows_nothing_momentary(open_window):
    """Its line at the top has the name, the address and the day."""
    with open_window(DESK) as page:
        page.emulate_media(media="print")
        page.goto("/wolomin/sprawy/dodatek-mieszkaniowy/")
        shown = {
            name: page.locator(name).first.is_visible()
            for name in (".paper", "header .town", ".status", ".as-of", ".week__now", ".week__legend")
        }
    assert shown == {name: name == ".paper" for name in shown}


def test_paper_cuts_no_card_no_table_and_no_step(open_window):
    with open_window(DESK) as page:
        page.emulate_media(media="print")
        found = {}
        for path in PATHS:
            page.goto(path)
            found[path] = page.evaluate(CUT)
    assert {path: cut for path, cut in found.items() if cut} == {}
