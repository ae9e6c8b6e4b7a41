"""The quick exit, as the browser of a person who may be watched takes it: by hand, by keys, with and without script, and Back."""

from contextlib import contextmanager

import pytest

from tests.browser.conftest import listen

pytestmark = pytest.mark.slow

PHONE = {"width": 390, "height": 844}
PAGES = (
    "/wolomin/sprawy/przemoc-domowa/",
    "/uk/sytuacje/ktos-mnie-krzywdzi/",
    "/wolomin/krok-po-kroku/przemoc-w-domu/",
    "/szukaj/?q=kto%C5%9B+mnie+bije",
    "/pomoc-natychmiastowa/",
    "/en/pomoc-natychmiastowa/prywatnosc/",
)
SITUATION, SHEET = "/wolomin/sytuacje/ktos-mnie-krzywdzi/", "/wolomin/sprawy/przemoc-domowa/"
AWAY = "https://pl.wikipedia.org/"


@pytest.fixture
def window(chromium, served):
    """Return a function that opens a window in which another site answers too."""

    @contextmanager
    def open_(size=PHONE, **options):
        context = chromium.new_context(base_url=served, viewport=size, reduced_motion="reduce", **options)
        context.route(
            f"{AWAY}**", lambda route: route.fulfill(content_type="text/html", body="<title>Wiki</title><p>Wiki")
        )
        page = context.new_page()
        said = listen(page)
        yield page
        context.close()
        assert [one for one in said if not one.startswith(AWAY)] == []

    return open_


def seen(page):
    """Return where the window is and whether anything of our site is on it."""
    page.wait_for_url(f"{AWAY}**")
    return page.url, page.inner_text("body").strip()


def test_exit_is_in_the_window_at_any_scroll_and_large_enough(window):
    with window() as page:
        for address in PAGES:
            page.goto(address)
            height = page.evaluate("document.documentElement.scrollHeight")
            for down in (0, height // 3, height):
                page.evaluate(f"scrollTo(0, {down})")
                box = page.locator(".exit__link").bounding_box()
                on_top = page.evaluate(
                    "([x, y]) => document.elementFromPoint(x, y).className",
                    [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2],
                )
                assert (0 <= box["y"] <= 60, min(box["width"], box["height"]) >= 44, on_top) == (
                    True,
                    True,
                    "exit__link",
                ), (address, down)
            assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"], address


def test_numbers_to_call_are_in_the_first_window(window):
    with window() as page:
        for address in (SHEET, SITUATION, "/sytuacje/ktos-mnie-krzywdzi/", "/pomoc-natychmiastowa/"):
            page.goto(address)
            box = page.locator(".callbar a[href='tel:+48800120002']").bounding_box()
            assert 0 < box["y"] < PHONE["height"] - 40, address


def test_numbers_stand_above_what_a_search_found(window):
    asked = (  # For a night without a roof there is one number only; those below it are of offices.
        ("/szukaj/?q=m%C4%85%C5%BC+mnie+bije", 2),
        ("/wolomin/szukaj/?q=chc%C4%99+umrze%C4%87", 2),
        ("/en/szukaj/?q=nowhere+to+sleep", 1),
    )
    with window() as page:
        for address, number in asked:
            page.goto(address)
            calls = page.locator("main a[href^='tel:']").all()[:number]
            assert [call.bounding_box()["y"] < 500 for call in calls] == [True] * number, address


@pytest.mark.parametrize("way", ["click", "Escape", "Shift"])
def test_way_out_leaves_nothing_to_go_back_to(window, way):
    with window() as page:
        page.goto("/wolomin/")
        for address in (SITUATION, SHEET):  # Two pages on violence, one behind the other.
            page.goto(address)
        if way == "click":
            page.click(".exit__link")
        else:
            for _press in range(3):
                page.keyboard.press(way)
        assert seen(page) == (AWAY, "Wiki")
        page.go_back(wait_until="commit")  # To the situation, which is not shown.
        assert seen(page) == (AWAY, "Wiki")
        page.go_back()
        assert page.url.endswith("/wolomin/")


def test_page_opened_anew_after_the_exit_is_shown(window):
    with window() as page:
        page.goto(SHEET)
        page.click(".exit__link")
        seen(page)
        page.goto(SHEET)
        assert (page.locator("h1").is_visible(), page.evaluate("sessionStorage.length")) == (True, 0)


def test_who_only_goes_on_can_come_back(window):
    with window() as page:
        page.goto(SITUATION)
        page.goto(SHEET)
        page.go_back()
        assert (page.url.endswith(SITUATION), page.evaluate("getComputedStyle(document.documentElement).opacity")) == (
            True,
            "1",
        )


def test_copy_kept_for_going_back_is_unseen_after_the_exit(window):
    with window() as page:
        page.goto(SHEET)
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
        hidden = page.evaluate("getComputedStyle(document.documentElement).opacity")
        page.evaluate("sessionStorage.setItem('left', '')")
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
        assert (hidden, seen(page)) == ("0", (AWAY, "Wiki"))


def test_second_press_is_told_and_forgotten_and_other_keys_between_do_not_count(window):
    with window() as page:
        page.clock.install()
        page.goto(SHEET)
        said = page.locator(".exit__say")
        page.keyboard.press("Escape")
        first = said.inner_text()
        page.keyboard.press("Escape")
        second = said.inner_text()
        page.clock.run_for(3001)
        third = said.inner_text()
        for key in ("Shift", "Shift", "a", "Shift", "Shift+Tab", "Escape", "Shift", "Shift"):
            page.keyboard.press(key)
        assert (first, second, third) == ("", "Naciśnij jeszcze raz, żeby wyjść.", "")
        assert page.url.endswith(SHEET)


def test_way_out_needs_no_script(window):
    with window(java_script_enabled=False) as page:
        page.goto(SHEET)
        page.click(".exit__link")
        assert seen(page) == (AWAY, "Wiki")


def test_way_out_is_second_by_keyboard_and_can_be_read_in_forced_colours(window):
    with window(forced_colors="active") as page:
        page.goto(SHEET)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        style = "(({color, backgroundColor, borderTopWidth}) => [color, backgroundColor, borderTopWidth])"
        reached = page.evaluate("document.activeElement.textContent")
        color, ground, border = page.evaluate(f"{style}(getComputedStyle(document.activeElement))")
        assert (reached, color != ground, border) == ("Szybkie wyjście", True, "1px")
