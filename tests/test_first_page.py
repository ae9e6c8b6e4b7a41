"""What the first page gives a person who came for one thing: the answer is near, and whom to call is there already."""

from tests.test_journeys import ANSWER
from tests.walk import is_internal


def test_the_answer_is_three_taps_from_home(site):
    """A situation, one's own centre, the matter: the centre is chosen once, and not again beside every matter."""
    near = {"/"}
    for _tap in range(3):
        near |= {link for address in near for link in site[address].links if is_internal(link) and link in site}
    assert ANSWER in near


def test_home_itself_says_whether_wolomin_is_open_and_its_number(site):
    assert "Teraz otwarte, do 16:00" in site["/"].text
    assert site["/"].link_words("tel:+48227872701") == ["22 787 27 01"]
