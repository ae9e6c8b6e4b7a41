"""What is typed or pasted, as it is kept."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offices import cleaning


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("zasi\u00adłek", "zasiłek", id="soft hyphen"),
        pytest.param("\ufeffops\u200b@\u2060wolomin.pl\u200e", "ops@wolomin.pl", id="zero width and direction"),
        pytest.param("ul.\u00a0Leśna\u202f1", "ul. Leśna 1", id="no-break spaces"),
        pytest.param("a\r\nb\rc\u2028d\u000be", "a\nb\nc\nd\ne", id="line ends"),
        pytest.param("•\tdowód", "•\tdowód", id="a tab stays"),
        pytest.param("\x00a\x1fb", "ab", id="control characters"),
        pytest.param(
            "👨\u200d👩\u200d👧 i 🧑🏽\u200d🦽", "👨\u200d👩\u200d👧 i 🧑🏽\u200d🦽", id="families stay together"
        ),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="a Persian word stays apart"),
        pytest.param("zasi\u200dłek \u200c", "zasiłek ", id="stray joiners"),
        pytest.param("Комунальна 05–200", "Комунальна 05–200", id="a dash in a text stays"),
    ],
)
def test_text(typed, kept):
    assert cleaning.text(typed) == kept


@pytest.mark.parametrize("dash", "-‐‑‒–—―−－")
def test_postal_code_has_a_hyphen(dash):
    assert cleaning.postal_code(f" 05{dash}200\u200b") == "05-200"


@pytest.mark.parametrize(("typed", "kept"), [("05200", "05-200"), ("05 200", "05-200"), ("5200", "5200")])
def test_postal_code_without_a_hyphen(typed, kept):
    assert cleaning.postal_code(typed) == kept


@pytest.mark.parametrize("typed", ["882-14-66-962", "882 146 69 62", "882–146–69–62\u200b"])
def test_digits(typed):
    assert cleaning.digits(typed) == "8821466962"


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text())
def test_text_cleaned_twice_is_cleaned_once(typed):
    assert cleaning.text(cleaning.text(typed)) == cleaning.text(typed)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text(st.characters(categories=["Cf", "Cc", "Lu", "Zs"], max_codepoint=0xFFFF)))
def test_code_holds_nothing_that_cannot_be_seen(typed):
    kinds = {unicodedata.category(letter) for letter in cleaning.code(typed)}
    seen = {"Lu", "Zs"} | (
        {"Cf"}
        if any(letter in "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2" for letter in typed)
        else set()
    )
    assert kinds <= seen
