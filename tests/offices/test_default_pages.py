"""The pages that the footer leads to are there before an office has written them."""

import pytest

from tests.factories import make_office
from tests.walk import Page

pytestmark = pytest.mark.django_db
KINDS = ["prywatnosc", "prosty-jezyk", "jezyk-migowy"]


@pytest.fixture
def office():
    return make_office("a")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("prefix", ["", "/en", "/uk"])
def test_page_is_there_before_it_is_written(client, office, prefix, kind):
    assert client.get(f"{prefix}/a/{kind}/").status_code == 200


def test_page_says_what_the_law_gives_everybody(client, office):
    page = Page("/a/jezyk-migowy/", client.get("/a/jezyk-migowy/"))
    assert "Powiedz o tym ośrodkowi co najmniej 3 dni robocze przed wizytą." in page.text


def test_page_in_preparation_does_not_call_itself_plain(client, office):
    page = Page("/a/prosty-jezyk/", client.get("/a/prosty-jezyk/"))
    assert ("Tekst w prostym języku jest w przygotowaniu." in page.text, "ETR" in page.text) == (True, False)


@pytest.mark.parametrize("kind", ["sygnalisci", "ochrona-maloletnich", "nie-ma"])
def test_page_that_only_an_office_can_write_is_missing_until_then(client, office, kind):
    assert client.get(f"/a/{kind}/").status_code == 404
