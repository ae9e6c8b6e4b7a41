"""Suggestions while typing: by keyboard and by mouse, told to screen readers, and not needed for an answer."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_axe import AXE, look

pytestmark = pytest.mark.slow  # A window for each test.

TYPED, FIRST = "dodatek mieszkaniow", "Dodatek mieszkaniowy"
SHEET = "**/sprawy/dodatek-mieszkaniowy/"


def type_into(page, text=TYPED, address="/szukaj/"):
    """Type into the search field and wait for the list."""
    page.goto(address)
    field = page.locator("#q")
    field.press_sequentially(text)
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(page.get_by_role("listbox")).to_have_attribute("aria-busy", "false")
    return field


def active(page):
    """Return the words of the option that the field points to, as a screen reader would find it."""
    return page.evaluate(
        """() => { const id = document.getElementById("q").getAttribute("aria-activedescendant");
        return id && document.getElementById(id).textContent.trim(); }"""
    )


@pytest.mark.parametrize("address", ["/", "/szukaj/", "/wolomin/", "/wolomin/szukaj/"])
def test_typing_shows_what_it_may_come_to(open_window, address):
    with open_window() as page:
        type_into(page, address=address)
        assert page.get_by_role("option").first.inner_text().startswith(FIRST)


def test_field_and_list_say_what_they_are(open_window):
    with open_window() as page:
        page.goto("/szukaj/")
        field = page.get_by_role("combobox", name="Napisz swoimi słowami, czego potrzebujesz")
        attributes = ["aria-autocomplete", "aria-controls", "aria-expanded", "aria-activedescendant"]
        assert [field.get_attribute(one) for one in attributes] == ["list", "q-list", "false", None]
        field.press_sequentially(TYPED)
        options = page.get_by_role("listbox", name="Napisz swoimi słowami, czego potrzebujesz").get_by_role("option")
        expect(options.first).to_be_visible()
        assert field.get_attribute("aria-expanded") == "true"
        assert {one.get_attribute("aria-selected") for one in options.all()} == {"false"}
        assert page.locator("#q-list").count() == 1


def test_number_of_suggestions_is_said_aloud(open_window):
    with open_window() as page:
        field = type_into(page)
        status = page.locator(".search [role=status]")
        expect(status).to_have_text(f"Liczba podpowiedzi: {page.get_by_role('option').count()}")
        field.fill("xyzzyxyzzy")
        expect(status).to_have_text("Brak podpowiedzi.")
        expect(page.get_by_role("listbox")).to_be_hidden()
        assert field.get_attribute("aria-expanded") == "false"


def test_arrows_move_through_the_list_and_back_to_the_field(open_window):
    with open_window() as page:
        field = type_into(page, "zasiłek")
        options = [one.inner_text() for one in page.get_by_role("option").all()]
        assert len(options) > 2
        seen = []
        for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown"):
            field.press(key)
            seen.append(active(page))
        assert seen == [options[0], options[1], options[0], None, options[-1], None]
        assert (field.input_value(), page.evaluate("document.activeElement.id")) == ("zasiłek", "q")


def test_one_option_is_selected_at_a_time(open_window):
    with open_window() as page:
        field = type_into(page, "zasiłek")
        field.press("ArrowDown")
        field.press("ArrowDown")
        chosen = page.locator("[role=option][aria-selected=true]")
        assert [one.inner_text() for one in chosen.all()] == [active(page)]


def test_enter_on_an_option_goes_to_its_sheet(open_window):
    with open_window() as page:
        field = type_into(page)
        field.press("ArrowDown")
        field.press("Enter")
        page.wait_for_url(SHEET)


def test_enter_without_an_option_sends_the_query(open_window):
    with open_window() as page:
        type_into(page).press("Enter")
        page.wait_for_url("**/szukaj/?q=dodatek+mieszkaniow")
        assert page.locator(".choices a[href*='/sprawy/']").first.inner_text() == FIRST


def test_click_on_an_option_goes_to_its_sheet(open_window):
    with open_window() as page:
        type_into(page)
        page.get_by_role("option").first.click()
        page.wait_for_url(SHEET)


def test_suggestion_at_an_office_goes_to_its_own_sheet(open_window):
    with open_window() as page:
        field = type_into(page, address="/wolomin/")
        field.press("ArrowDown")
        field.press("Enter")
        page.wait_for_url("**/wolomin/sprawy/dodatek-mieszkaniowy/")


def test_escape_closes_the_list_and_keeps_the_text(open_window):
    with open_window() as page:
        field = type_into(page)
        field.press("ArrowDown")
        field.press("Escape")
        expect(page.get_by_role("listbox")).to_be_hidden()
        attributes = [field.get_attribute(one) for one in ("aria-expanded", "aria-activedescendant")]
        assert (field.input_value(), attributes) == (TYPED, ["false", None])


def test_arrow_opens_the_list_again(open_window):
    with open_window() as page:
        field = type_into(page)
        field.press("Escape")
        field.press("ArrowDown")
        expect(page.get_by_role("listbox")).to_be_visible()


def test_list_closes_when_the_field_is_left(open_window):
    with open_window() as page:
        type_into(page).press("Tab")
        expect(page.get_by_role("listbox")).to_be_hidden()


def test_list_closes_when_the_field_is_emptied(open_window):
    with open_window() as page:
        type_into(page).fill("")
        expect(page.get_by_role("listbox")).to_be_hidden()


def test_options_are_large_enough_for_a_finger(open_window):
    with open_window(PHONE) as page:
        type_into(page, "zasiłek")
        assert [one for one in page.get_by_role("option").all() if one.bounding_box()["height"] < 44] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_option_in_another_language_says_so(open_window):
    polish = {"name": "Becikowe", "language": "pl", "knownAs": "субсидія", "knownAsLanguage": "uk", "address": "/"}
    with open_window() as page:
        page.route("**/podpowiedzi/**", lambda route: route.fulfill(json={"suggestions": [polish]}))
        type_into(page, "becik", "/uk/szukaj/")
        words = page.get_by_role("option").locator("span").all()
        assert [(one.inner_text(), one.get_attribute("lang")) for one in words] == [
            ("Becikowe", "pl"),
            ("субсидія", None),
        ]


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["wide, light", "narrow, dark"])
def test_axe_finds_nothing_with_the_list_open(open_window, size, scheme):
    with open_window(size, color_scheme=scheme) as page:
        page.add_init_script(AXE)
        type_into(page, "zasiłek").press("ArrowDown")
        assert look(page) == []


def test_marked_words_stay_in_one_line_of_text(open_window):
    with open_window() as page:
        page.goto("/szukaj/?q=dodatek+mieszkaniowy")
        name = page.locator(".choices a[href*='/sprawy/']").first
        assert (name.inner_text(), name.locator("mark").count()) == (FIRST, 2)


def test_form_without_scripts_gives_the_same_first_answer(open_window):
    with open_window() as page:
        type_into(page)
        suggested = page.get_by_role("option").first.locator("span").first.inner_text()
    with open_window(java_script_enabled=False) as page:
        page.goto("/szukaj/")
        page.get_by_role("searchbox").fill(TYPED)
        page.get_by_role("button", name="Szukaj").click()
        assert page.locator(".choices a[href*='/sprawy/']").first.inner_text() == suggested


def test_without_an_answer_the_button_still_works(open_window):
    with open_window() as page:
        page.route("**/podpowiedzi/**", lambda route: route.fulfill(status=204))
        page.goto("/szukaj/")
        page.locator("#q").press_sequentially(TYPED)
        page.wait_for_timeout(400)
        expect(page.get_by_role("listbox")).to_be_hidden()
        page.get_by_role("button", name="Szukaj").click()
        assert page.locator(".choices a[href*='/sprawy/']").first.inner_text() == FIRST
