"""Letters twice as large on a telephone, and a window of 195 px: nothing leaves the screen, and little covers it."""

import pytest

pytestmark = pytest.mark.slow

TELEPHONE, NARROW = {"width": 390, "height": 844}, {"width": 195, "height": 844}
TABLET = {"width": 768, "height": 1024}
PATHS = (
    "/",
    "/pomoc-natychmiastowa/",
    "/wolomin/",
    "/solec-kujawski/",
    "/wolomin/sprawy/dodatek-mieszkaniowy/",
    "/wolomin/sprawy/zasilek-celowy/",
    "/solec-kujawski/sprawy/uslugi-opiekuncze/",
)
LANGUAGES = ("", "/en", "/uk")
# How wide the page is, and what of the hours ends to the right of the screen.
WIDE = """() => [document.documentElement.scrollWidth, [...document.querySelectorAll('.week__time')]
  .filter(one => one.getBoundingClientRect().right > innerWidth).map(one => one.textContent)]"""


def enlarge(page):
    page.evaluate("document.documentElement.style.fontSize = '200%'")


def widths(open_window, size, *, large):
    found = {}
    with open_window(size) as page:
        for path in (language + path for language in LANGUAGES for path in PATHS):
            page.goto(path)
            if large:
                enlarge(page)
            found[path] = page.evaluate(WIDE)
    return {path: what for path, what in found.items() if what != [size["width"], []]}


def test_text_twice_as_large_keeps_the_width_of_a_telephone(open_window):
    assert widths(open_window, TELEPHONE, large=True) == {}


def test_window_of_195_px_has_everything_in_it(open_window):
    assert widths(open_window, NARROW, large=False) == {}


def test_bar_with_the_number_is_one_line_of_large_letters(open_window):
    with open_window(TELEPHONE) as page:
        page.goto("/wolomin/sprawy/dodatek-mieszkaniowy/")
        enlarge(page)
        page.evaluate("scrollTo(0, 4000)")
        bar = page.locator(".callbar").bounding_box()
        assert (page.locator(".callbar__words").is_visible(), bar["height"] < 110) == (False, True)


def test_row_of_letters_stays_at_hand_and_leads_to_what_can_be_seen(open_window):
    with open_window(TELEPHONE) as page:
        page.goto("/sprawy/")
        page.locator(".letters-row__link", has_text="P").click()
        row = page.locator(".letters-row").bounding_box()
        letter = page.locator("#litera-P h2").bounding_box()
        assert (row["y"], letter["y"] >= row["height"], letter["y"] < 400) == (0, True, True)


def test_header_has_two_rows_on_a_telephone(open_window):
    with open_window(TELEPHONE) as page:
        heights = {}
        for language in LANGUAGES:
            page.goto(f"{language}/")
            heights[language] = page.locator(".header").bounding_box()["height"]
        assert {language: height for language, height in heights.items() if height > 110} == {}


def test_words_about_the_bars_of_a_week_go_with_the_bars(open_window):
    found = {}
    for size in (NARROW, TELEPHONE):
        with open_window(size) as page:
            page.goto("/wolomin/")
            found[size["width"]] = [page.locator(one).first.is_visible() for one in (".week__bar", ".week__legend")]
    assert found == {195: [False, False], 390: [True, True]}


def test_name_of_today_and_its_tag_stand_on_one_line_of_a_tablet(open_window):
    """A telephone keeps the room for the hours: there the tag stands below."""
    with open_window(TABLET) as page:
        lines = {}
        for language in LANGUAGES:
            page.goto(f"{language}/wolomin/")
            day = page.locator(".week__row--today .week__day")
            lines[language] = day.evaluate("""one => {
              const name = document.createRange(); name.selectNode(one.firstChild);
              const tag = one.querySelector('.week__today').getBoundingClientRect(), row = name.getBoundingClientRect();
              return tag.top < row.bottom && tag.left >= row.right; }""")
    assert lines == dict.fromkeys(LANGUAGES, True)
