"""Folding: however a thing is spelt, the words are the same."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.folding import STOP_WORDS, fold, stem, telling, words

PIECES = "500|800|five hundred|pięćset|п'ятсот| |+|plus|плюс|'|’|´|`|ʼ|ł|Ł|é|й|ї|ӭ|ґ|İ|ſ|ß|\u0301|б|a|_|\n|cztery tysiące".split(
    "|"
)
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ŁÓDŹ, Święto", "lodz, swieto"),
        ("zażółć gęślą jaźń", "zazolc gesla jazn"),
        ("Wo\u0142omin", "wolomin"),
        ("Z\u0307e", "ze"),
        ("Їжа й ґрунт", "іжа и грунт"),
        ("мы это", "ми ето"),
        ("ｆｕｌｌ", "full"),
        ("STRASSE straße", "strasse strasse"),
        ("", ""),
        ("🍓", "🍓"),
    ],
)
def test_fold_leaves_small_letters_without_marks(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("mark", ["'", "’", "ʼ", "`", "´", "＇"])
def test_fold_leaves_out_an_apostrophe_within_a_word(mark):
    assert fold(f"сім{mark}я") == "сімя"


def test_fold_keeps_a_mark_that_stands_apart():
    assert fold("'сім'") == "'сім'"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("500+", "500+"),
        ("500 +", "500+"),
        ("500 plus", "500+"),
        ("500plus", "500+"),
        ("800 ПЛЮС", "800+"),
        ("pięćset plus", "500+"),
        ("osiemset", "800"),
        ("п’ятсот плюс", "500+"),
        ("five hundred plus", "500+"),
        ("cztery tysiące", "4000"),
        ("500 plusów", "500 plusow"),
        ("plus 500", "plus 500"),
    ],
)
def test_fold_writes_amounts_in_digits(text, folded):
    assert fold(text) == folded


@given(TEXTS)
@example("ӭ")
@example("q\u0308'b")
@example("´")
def test_fold_of_a_folded_text_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_words_of_a_folded_text_are_the_same(text):
    assert words(fold(text)) == words(text)


@given(st.text(st.characters(codec=None)))
@example("\ud800")
@example("\x00" * 3)
def test_fold_takes_any_text(text):
    assert isinstance(fold(text), str)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("w „Stokrotce”: 300+ i 112", ["stokrotce", "300+", "112"]),
        ("a 5 b 6", ["5", "6"]),
        ("snake_case", ["snake", "case"]),
        ("?! – …", []),
        ("12-13", ["12", "13"]),
    ],
)
def test_words_leave_out_signs_and_single_letters(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("found", "left"),
    [
        (["jak", "dostac", "czynsz", "gdzie"], ["dostac", "czynsz"]),
        (["dziecko", "3", "lata", "12"], ["dziecko", "lata"]),
        (["500", "4+"], ["500", "4+"]),
    ],
)
def test_telling_leaves_out_what_says_nothing(found, left):
    assert telling(found) == left


def test_telling_keeps_all_when_none_says_anything():
    assert telling(["jak", "gdzie"]) == ["jak", "gdzie"]


def test_stop_words_are_folded():
    assert [word for word in STOP_WORDS if fold(word) != word] == []


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("допомога", "допомог"),
        ("допомогою", "допомог"),
        ("дітям", "діт"),
        ("дім", "дім"),
        ("мова", "мов"),
        ("dodatku", "dodatku"),
        ("500+", "500+"),
    ],
)
def test_stem_takes_endings_off_cyrillic_words_alone(word, root):
    assert stem(word) == root
