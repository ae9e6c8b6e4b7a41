"""The order of a dictionary in each language: any texts have one, and lists from A to Z follow it."""

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from services.matters import ALPHABETS, Matter, collation_key, index
from services.models import Service

LANGUAGES = sorted(ALPHABETS)
ANY = settings(max_examples=100, deadline=None, derandomize=True, database=None)
# Letters of all three alphabets and of none, signs, digits, and what Unicode has in store.
LETTERS = st.one_of(st.sampled_from("aąbłńżzqAĄŁŻабвгґіїєьяАҐЇЄ 05+-„«(’"), st.characters(codec="utf-8"))
texts = st.text(LETTERS, max_size=8)
languages = st.sampled_from(LANGUAGES)


def in_order(names, language):
    return sorted(names, key=lambda name: collation_key(name, language))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        pytest.param("pl", ["las", "łan", "mak", "Їжа"], id="Polish: ł after l, Cyrillic last"),
        pytest.param("en", ["grant", "hearing", "housing", "łódź", "meal"], id="English: a Polish name among others"),
        pytest.param("uk", ["гараж", "город", "ґанок", "дім"], id="Ukrainian: ґ after all of г"),
        pytest.param("uk", ["екран", "єдність", "житло"], id="Ukrainian: є after е"),
        pytest.param("uk", ["ива", "ігри", "їжа", "йод"], id="Ukrainian: и, і, ї, й"),
        pytest.param("uk", ["щастя", "юність", "ясла"], id="Ukrainian: щ, ю, я"),
        pytest.param("uk", ["боротьба", "борошно"], id="Ukrainian: т before ш"),
        pytest.param("uk", ["кінь", "кінья"], id="Ukrainian: ь before я"),
        pytest.param("uk", ["500+", "Ясла", "becikowe", "Zasiłek"], id="Ukrainian: digits first, Latin last"),
        pytest.param("uk", ["Аптека", "«Безпека»", "Вода"], id="Ukrainian: quotation marks do not count"),
    ],
)
def test_dictionary(language, names):
    assert in_order(reversed(names), language) == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_alphabet_has_each_letter_once_and_in_its_own_order(language):
    letters = ALPHABETS[language]
    assert in_order(sorted(letters), language) == list(dict.fromkeys(letters))


@ANY
@given(st.lists(texts, max_size=8), languages)
def test_any_texts_have_one_order(names, language):
    assert in_order(names, language) == in_order(in_order(reversed(names), language), language)


@ANY
@given(texts, languages)
def test_capitals_do_not_count(one, language):
    assert collation_key(one, language) == collation_key(one.casefold(), language)


@ANY
@given(texts.filter(lambda text: text.strip("„\"'«( ")), texts, languages)
def test_text_stands_before_all_that_begin_with_it(one, other, language):
    assert collation_key(one, language) <= collation_key(one + other, language)


@ANY
@given(st.lists(texts, max_size=8), languages)
def test_list_from_a_to_z_has_every_name_under_one_letter(names, language):
    with translation.override(language):
        found = index([Matter(Service(name_pl=name, name_en=name, name_uk=name), "here", None) for name in names])
    letters = [letter for letter, _group in found]
    assert len(letters) == len(set(letters))
    assert sorted(entry for _letter, group in found for entry, _matter in group) == sorted(filter(None, names))
