"""axe finds nothing on a page of each kind, wide and light, narrow and dark.

`SLOW=1` takes every page, and each at both widths in both colour schemes.
"""

import os
from pathlib import Path

import axe_playwright_python
import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.pages import EACH_KIND, PAGES
from tests.conftest import TUESDAY_AT_TEN
from tests.walk import walk

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
# The gallery shows parts of pages one under another: landmarks and list items stand alone there.
GALLERY_RULES = ["landmark-unique", "landmark-complementary-is-top-level", "listitem"]
IS_SLOW = os.environ.get("SLOW") == "1"


@pytest.fixture(scope="module")
def window(chromium, served):
    """One window for all runs: opening a page costs more than looking at it."""
    context = chromium.new_context(base_url=served, reduced_motion="reduce")
    context.add_init_script(AXE)
    context.clock.set_fixed_time(TUESDAY_AT_TEN)
    yield context.new_page()
    context.close()


def look(page, *, rules=None, without=()):
    """Run axe and return its findings, a line each."""
    options = {"runOnly": {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}}
    options["rules"] = {name: {"enabled": False} for name in without}
    options["resultTypes"] = ["violations"]
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        f"{one['id']}: {node['html'][:120]} ({node['target'][0]}) {' '.join(node['failureSummary'].split())[:300]}"
        for one in found
        for node in one["nodes"]
    ]


def look_everywhere(page, address):
    """Look at a page narrow and wide, light and dark; colours once in each scheme unless there is time."""
    without = GALLERY_RULES if address == PAGES["components"] else []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(DESK)
    page.goto(address)
    found = {"wide, light": look(page, without=without)}
    page.set_viewport_size(PHONE)
    found["narrow, light"] = look(page, without=without if IS_SLOW else without + COLOURS)
    page.emulate_media(color_scheme="dark")
    found["narrow, dark"] = look(page, rules=COLOURS)
    if IS_SLOW:
        page.set_viewport_size(DESK)
        found["wide, dark"] = look(page, rules=COLOURS)
    return {where: lines for where, lines in found.items() if lines}


@pytest.mark.parametrize("name", EACH_KIND)
def test_axe_finds_nothing(window, name):
    assert look_everywhere(window, PAGES[name]) == {}


@pytest.mark.skipif(not IS_SLOW, reason="Takes minutes: SLOW=1 runs it.")
def test_axe_finds_nothing_on_any_page(window, django_db_blocker):
    with django_db_blocker.unblock():
        addresses = [
            address for address, page in walk().items() if page.headers["Content-Type"].startswith("text/html")
        ]
    found = {address: look_everywhere(window, address) for address in addresses}
    assert {address: lines for address, lines in found.items() if lines} == {}
