"""Terms of the glossary are found in translated texts as people bend them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.glossary import terms_in


@pytest.mark.parametrize(
    ("text", "term", "language", "is_found"),
    [
        pytest.param("Ask for a school grant.", "school grant", "en", True, id="as it is"),
        pytest.param("SCHOOL GRANTS are paid", "school grant", "en", True, id="plural and capitals"),
        pytest.param("The preschool grants nothing", "school grant", "en", False, id="not in the middle of a word"),
        pytest.param("a grant of the school", "school grant", "en", False, id="in another order"),
        pytest.param("a school has a grant", "school grant", "en", False, id="apart"),
        pytest.param("school", "school grant", "en", False, id="half of it"),
        pytest.param("подайте на шкільну стипендію", "шкільна стипендія", "uk", True, id="bent"),
        pytest.param("асистента сім’ї", "асистент сім'ї", "uk", True, id="another apostrophe"),
        pytest.param("a supported flat", "training flat / supported flat", "en", True, id="one of two ways"),
        pytest.param("виплата опікуну", "виплата опікуну (świadczenie pielęgnacyjne)", "uk", True, id="brackets do not count"),
        pytest.param("", "school grant", "en", False, id="no text"),
        pytest.param(None, "school grant", "en", False, id="no value"),
        pytest.param("a text", "", "en", False, id="no term"),
        pytest.param("a text", "(aside)", "en", False, id="a term that is all brackets"),
    ],
)  # fmt: skip
def test_terms_in(text, term, language, is_found):
    assert terms_in(text, [term], language) == [term] * is_found


def test_terms_in_keeps_the_order_of_the_terms():
    assert terms_in("a flat and a grant", ["grant", "flat", "club"], "en") == ["grant", "flat"]


@given(st.lists(st.text(alphabet="aбв'1", min_size=1), min_size=1, max_size=4), st.sampled_from(["en", "uk"]))
def test_term_is_found_in_itself(words, language):
    assert terms_in(" ".join(["x", *words, "y"]), [" ".join(words)], language) == [" ".join(words)]
