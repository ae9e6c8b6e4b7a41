"""What is typed or pasted, as it is kept."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages import cleaning, markup


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


# Each of a line is one that Word, or a person, may have put before an item.
PASTED = st.lists(
    st.builds(str.__add__, st.sampled_from(["•\t", "o\t", "– ", "1.\t", "2. ", "3)\t", "7.\t", "## ", "{phone} ", "\n", "  ", ""]), st.text("ab •-1.\t", max_size=6)),
    max_size=6,
).map("\n".join)  # fmt: skip


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        pytest.param("•\tdowód\r\n·  akt\r\n\r\n\uf0b7\tNIP", "dowód\nakt\nNIP", id="bullets"),
        pytest.param("1.\tdowód\n2.\twniosek", "dowód\nwniosek", id="numbers"),
        pytest.param("2. piętro", "2. piętro", id="a number that counts nothing"),
        pytest.param("• –\tdowód", "dowód", id="two bullets"),
        pytest.param("• 1. dowód\n• 2. akt", "dowód\nakt", id="numbers behind bullets"),
    ],
)
def test_items(pasted, kept):
    assert cleaning.items(pasted) == kept


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        pytest.param("Dołącz:\r\n•\tdowód\no\takt", "Dołącz:\n- dowód\n- akt", id="bullets"),
        pytest.param("1.\tPobierz\n2)\tZłóż", "1. Pobierz\n2. Złóż", id="numbers that count"),
        pytest.param("7.\tZłóż", "7.\tZłóż", id="a number that counts nothing"),
        pytest.param("Tel. – dzwoń\n-10 °C\n2. piętro", "Tel. – dzwoń\n-10 °C\n2. piętro", id="no items"),
        pytest.param("## Kiedy\n\n  - {phone} Zadzwoń", "## Kiedy\n\n- {phone} Zadzwoń", id="headings and icons"),
    ],
)
def test_prose(pasted, kept):
    assert cleaning.prose(pasted) == kept


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(PASTED)
def test_prose_shows_the_same_and_stays(pasted):
    kept = cleaning.prose(pasted)
    assert (markup.blocks(kept), cleaning.prose(kept)) == (markup.blocks(pasted), kept)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(PASTED)
def test_items_cleaned_stay(pasted):
    kept = cleaning.items(pasted)
    assert (cleaning.items(kept), "\n".join(markup.items(kept))) == (kept, kept)
