"""A page left open or gone back to does not claim to be of now; paper has nothing of the moment, and its day."""

import datetime as dt
import re

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.conftest import TUESDAY_AT_TEN

pytestmark = pytest.mark.slow

CLAIMS = "document.querySelectorAll('[data-changes-at]').length"
OF_DAY = """[...document.querySelectorAll('[data-of-day]')].map(one => one.textContent.replace('–', '').trim())
  .filter(words => words)"""
PLACES = ("/wolomin/", "/wolomin/kontakt/", "/wolomin/sprawy/dodatek-mieszkaniowy/")


def test_page_left_open_says_of_when_it_is_once_its_time_has_passed(open_window):
    with open_window(PHONE) as page:
        page.clock.install(time=TUESDAY_AT_TEN)
        for path in PLACES:
            page.clock.pause_at(TUESDAY_AT_TEN + dt.timedelta(seconds=1))
            page.goto(path)
            before = page.locator(".status").first.inner_text()
            page.clock.run_for(dt.timedelta(hours=14, minutes=1).total_seconds() * 1000)
            said = {
                one.inner_text().strip() for one in page.locator(".status, .callbar__words").all() if one.is_visible()
            }
            assert ("otwarte" in before, said, page.evaluate(CLAIMS)) == (True, {"Stan na 10:00. Odśwież stronę"}, 0), (
                path
            )
            page.clock.set_fixed_time(TUESDAY_AT_TEN)


def test_page_gone_back_to_says_of_when_it_is(open_window):
    with open_window(DESK) as page:
        page.clock.set_fixed_time(TUESDAY_AT_TEN)
        page.goto("/wolomin/")
        shown = page.locator(".status").first.inner_text()
        page.clock.set_fixed_time(TUESDAY_AT_TEN + dt.timedelta(hours=10))
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
        assert (shown, page.locator(".status").first.inner_text()) == (
            "Teraz otwarte, do 16:00",
            "Stan na 10:00. Odśwież stronę",
        )
        assert page.locator(".status a").first.get_attribute("href") == "/wolomin/"


@pytest.mark.parametrize(
    ("path", "said"), [("/wolomin/kontakt/", ["dziś", "teraz 10:00"]), ("/sprawy/zasilek-rodzinny/", ["jeszcze 6 dni"])]
)
def test_page_left_open_forgets_what_it_said_of_its_day(open_window, path, said):
    with open_window(DESK) as page:
        page.clock.set_fixed_time(TUESDAY_AT_TEN)
        page.goto(path)
        shown = page.evaluate(OF_DAY)
        page.clock.set_fixed_time(TUESDAY_AT_TEN + dt.timedelta(hours=14))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert (shown, page.evaluate(OF_DAY), page.locator(".week__row--today").count()) == (said, [], 0)


def test_page_says_its_moment_without_script(open_window):
    with open_window(PHONE, java_script_enabled=False) as page:
        page.goto("/wolomin/")
        assert page.locator(".as-of").first.inner_text() == "Stan na 10:00"


@pytest.mark.parametrize("path", [*PLACES, "/wolomin/sprawy/zasilek-rodzinny/"])
def test_paper_has_its_day_and_the_fortnight_and_nothing_of_the_moment(open_window, path):
    with open_window(DESK) as page:
        page.goto(path)
        page.emulate_media(media="print")
        text = " ".join(page.inner_text("body").split())
        momentary = re.findall(
            r"Teraz.{0,20}|teraz \d.{0,9}|Otwarcie.{0,20}|Zamknięte|Zaraz zamykamy|Stan na 10:00", text
        )
        momentary += re.findall(r"(?:Wtorek|Jutro|jutro).{0,3}dziś|Jutro.{0,20}|jeszcze \d+ dni", text)
        days = [one.is_visible() for one in page.locator(".fortnight").first.locator("li").all()]
        assert (momentary, days) == ([], [True] * 14)
        head = page.locator(".paper").inner_text()
        parts = ("Ośrodek Pomocy Społecznej", "05-200 Wołomin", path, "Stan na 24 listopada 2026")
        assert [part for part in parts if part not in head] == []


@pytest.mark.parametrize("path", ["/wolomin/kontakt/", "/uk/wolomin/kontakt/"])
def test_name_of_a_day_never_breaks_and_hours_stay_on_the_screen_at_twice_the_text(open_window, path):
    with open_window({"width": 390, "height": 800}) as page:
        page.goto(path)
        heights = "() => [...document.querySelectorAll('.week__day')].slice(1).map(one => one.getClientRects().length)"
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        right = page.locator(".week__time").first.bounding_box()
        assert (page.evaluate("document.documentElement.scrollWidth"), right["x"] + right["width"] < 390) == (390, True)
        assert set(page.evaluate(heights)) == {1}
        ragged = """() => [...document.querySelectorAll('.week__row .week__day')].filter(one => {
          const range = document.createRange(); range.selectNodeContents(one.firstChild);
          return range.getClientRects().length > 1; }).map(one => one.textContent)"""
        assert page.evaluate(ragged) == []
