"""What the first page gives a person who came for one thing: the answer is near, and whom to call is there already."""

from tests.test_journeys import ANSWER
from tests.walk import is_internal


def test_the_answer_is_two_clicks_from_home(site):
    near = {link for link in site["/"].links if is_internal(link)}
    two_clicks = near | {link for address in near for link in site[address].links}
    assert ANSWER in two_clicks


def test_home_itself_says_whether_wolomin_is_open_and_its_number(site):
    assert "Teraz otwarte, do 16:00" in site["/"].text
    assert site["/"].link_words("tel:+48227872701") == ["22 787 27 01"]
