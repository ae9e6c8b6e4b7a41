"""The main journey by keyboard alone, without scripts, and without a complaint from the browser."""

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.pages import EACH_KIND, PAGES

FOCUS = """() => { const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const below = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 20) / 2);
  return { words: one.textContent.trim(), tag: one.tagName, outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.right > 0 && box.bottom > 0 && box.top < innerHeight && (one === below || one.contains(below) || below?.contains(one)) }; }"""


def test_the_skip_link_comes_first_and_leads_to_the_content(open_window):
    with open_window() as page:
        page.goto("/wolomin/")
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS) == {"words": "Przejdź do treści", "tag": "A", "outline": True, "seen": True}
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "tresc"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.slow
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("name", ["home", "offering", "office, four buildings"])
def test_the_focus_is_seen_at_every_step(open_window, name, size):
    """WCAG 2.4.7, 2.4.11, 2.4.12: nothing, the bar with the number included, covers what has the focus."""
    with open_window(size) as page:
        page.goto(PAGES[name])
        lost = []
        for step in range(45):
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUS)
            if focus["tag"] == "BODY":
                break
            if not (focus["outline"] and focus["seen"]):
                lost.append((step, focus))
        assert lost == []


def test_the_answer_is_found_by_keyboard(open_window):
    with open_window() as page:
        page.goto("/")
        page.get_by_role("combobox").focus()
        page.keyboard.type("dodatek mieszkaniowy wolomin")
        page.keyboard.press("Enter")
        page.wait_for_url("**/szukaj/**")
        page.locator(".choices a").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/wolomin/sprawy/dodatek-mieszkaniowy/")
        assert page.locator("main .status").first.inner_text() == "Teraz otwarte, do 16:00"


def test_the_answer_is_found_without_scripts(open_window):
    with open_window(PHONE, java_script_enabled=False) as page:
        page.goto("/")
        page.get_by_role("searchbox").fill("czynsz wolomin")
        page.get_by_role("button", name="Szukaj").click()
        page.locator(".choices a").first.click()
        assert page.url.endswith("/wolomin/sprawy/dodatek-mieszkaniowy/")
        assert page.locator("main .status").first.inner_text() == "Teraz otwarte, do 16:00"
        assert page.locator('main a[href="tel:+48227872701"]').first.inner_text() == "22 787 27 01"


@pytest.mark.parametrize("name", [name for name in EACH_KIND if "not found" not in str(name)])
def test_the_browser_has_nothing_to_complain_of(open_window, name):
    """No message in the console, no break of the policy, no request to anyone else (open_window asserts it)."""
    with open_window() as page:
        page.goto(PAGES[name], wait_until="load")
