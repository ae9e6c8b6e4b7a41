"""While somebody types, the figures of how hard the text is follow."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from offices.models import AccessibilityFact, OfficePage
from tests.browser.conftest import PHONE
from tests.browser.test_axe import AXE, look

pytestmark = pytest.mark.slow  # A window for each test.

EASY = "Czytelność: FOG 1,2; słów w zdaniu: 3; długich słów: 0% – łatwy tekst."
RULES = ["aria-valid-attr-value", "color-contrast-enhanced", "label", "list", "listitem"]
FIGURES = "#id_text_pl_readability"


@pytest.fixture
def signed_in(served, django_db_blocker):
    """The state of a browser in which a superuser is signed in."""
    with django_db_blocker.unblock():
        user, _made = get_user_model().objects.get_or_create(username="dorota", is_staff=True, is_superuser=True)
        client = Client()
        client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {
        "cookies": [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": served}],
        "origins": [],
    }


@pytest.fixture
def page_address(served, django_db_blocker):
    with django_db_blocker.unblock():
        return reverse("admin:offices_officepage_change", args=[OfficePage.objects.first().pk])


@pytest.fixture
def building_address(served, django_db_blocker):
    with django_db_blocker.unblock():
        fact = AccessibilityFact.objects.first()
        return reverse("admin:offices_building_change", args=[fact.building_id])


def test_figures_follow_what_is_typed(open_window, signed_in, page_address):
    with open_window(storage_state=signed_in) as page:
        page.goto(page_address)
        page.locator("#id_text_pl").fill("Zadzwoń do nas.")
        page.locator(FIGURES, has_text="FOG 1,2").wait_for()
        assert page.locator(FIGURES).inner_text().strip() == EASY


def test_typing_marks_the_hardest_sentence(open_window, signed_in, page_address):
    with open_window(storage_state=signed_in) as page:
        page.goto(page_address)
        page.locator("#id_text_pl").fill("Zadzwoń do nas. Dostarcz zaświadczenie o niepełnosprawności.")
        page.locator(FIGURES).locator("mark").first.wait_for()
        assert page.locator(f"{FIGURES} mark").all_inner_texts() == ["zaświadczenie", "niepełnosprawności"]


def test_figures_go_when_the_session_has_ended(open_window, signed_in, page_address):
    with open_window(storage_state=signed_in) as page:
        page.goto(page_address)
        page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
        page.locator("#id_text_pl").fill("Zadzwoń do nas.")
        page.wait_for_function("selector => !document.querySelector(selector).textContent", arg=FIGURES)


def test_figures_of_a_new_row_describe_its_own_input(open_window, signed_in, building_address):
    with open_window(storage_state=signed_in) as page:
        page.goto(building_address)
        page.locator("#accessibility_facts-group .add-row a").click()
        row = page.locator("#accessibility_facts-group tr.form-row:not(.empty-form)").last
        new = row.locator("[name$=note_pl]")
        new.fill("Zadzwoń do nas.")
        row.locator(".readability", has_text="FOG 1,2").wait_for()
        described = new.get_attribute("aria-describedby").split()
        assert described[-1] == row.locator(".readability").get_attribute("id")


def test_figures_fit_a_phone_and_please_axe(open_window, signed_in, page_address):
    with open_window(PHONE, storage_state=signed_in) as page:
        page.goto(page_address)
        page.locator("#id_text_pl").fill("Dostarcz zaświadczenie o niepełnosprawności.")
        page.locator(FIGURES).locator("mark").first.wait_for()
        page.evaluate(AXE)
        assert [one for one in look(page, rules=RULES) if "readability" in one or "<textarea" in one] == []
        assert page.locator(".figured").bounding_box()["height"] < 300
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
