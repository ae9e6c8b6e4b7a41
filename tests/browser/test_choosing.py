"""A choice that is found by typing: Enter chooses what was typed for, however late the answer comes."""

import time

import pytest
from django.urls import reverse

from tests.browser.test_readability import signed_in  # noqa: F401

pytestmark = pytest.mark.slow  # A window for each test.

BOX, SEARCH, CHOSEN = (
    ".field-service .select2-selection",
    ".select2-dropdown .select2-search__field",
    "#select2-id_service-container",
)


def test_enter_before_the_answer_chooses_from_the_answer(open_window, signed_in):  # noqa: F811
    with open_window(storage_state=signed_in) as page:
        page.goto(reverse("admin:services_offering_add"))
        page.locator(BOX).click()
        page.locator(".select2-results__option--highlighted").wait_for()

        def late(route):
            time.sleep(0.5)
            route.continue_()

        page.route("**/autocomplete/**", late)
        page.locator(SEARCH).type("dodatek mieszkaniowy", delay=5)
        page.keyboard.press("Enter")
        page.wait_for_function("selector => document.querySelector(selector).title", arg=CHOSEN)
        assert page.locator(CHOSEN).get_attribute("title").lower().startswith("dodatek mieszkaniowy")
