"""What is outdated after a change, the state of a translation, and the difference of two Polish texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.translation_states import Part, State, Texts, difference, outdated_after, same, state_of

LANGUAGES = ["en", "uk"]
texts = st.text(alphabet="ab \n", max_size=8)
translated = st.builds(Texts, texts, st.fixed_dictionaries(dict.fromkeys(LANGUAGES, texts)))
words = st.lists(st.sampled_from(["dowód", "wniosek", "i", "a", "1010 zł"]), max_size=12)
gaps = st.sampled_from([" ", "\n", "\n\n", "  "])


def record(polish="stare", en="old", uk="старе"):
    return {"name": Texts(polish, {"en": en, "uk": uk})}


# --- What is outdated ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "known", "expected"),
    [
        pytest.param(record(), record(), {}, {}, id="nothing changed"),
        pytest.param(record(), record("nowe"), {}, {"en": {"name": "stare"}, "uk": {"name": "stare"}}, id="Polish changed"),
        pytest.param(record(), record("nowe", "new"), {}, {"uk": {"name": "stare"}}, id="one language followed"),
        pytest.param(record(en=""), record("nowe", en=""), {}, {"uk": {"name": "stare"}}, id="missing is not outdated"),
        pytest.param(record("nowe"), record("nowsze"), {"en": {"name": "stare"}}, {"en": {"name": "stare"}, "uk": {"name": "nowe"}}, id="the first Polish is kept"),
        pytest.param(record("nowe"), record("stare", uk=""), {"en": {"name": "stare"}}, {}, id="Polish went back"),
        pytest.param(record("nowe"), record("nowe", "new"), {"en": {"name": "stare"}}, {}, id="translated later"),
        pytest.param(record("nowe"), record("nowe", ""), {"en": {"name": "stare"}}, {}, id="emptied later"),
        pytest.param(record("nowe"), record("nowe"), {"en": {"name": "stare"}}, {"en": {"name": "stare"}}, id="still waits"),
        pytest.param(record(), record(""), {}, {"en": {"name": "stare"}, "uk": {"name": "stare"}}, id="Polish taken away"),
        pytest.param(record("a\nb"), record("a\r\nb "), {}, {}, id="ends of lines as browsers send them"),
        pytest.param(record(en="a\nb"), record("nowe", "a\r\nb", ""), {}, {"en": {"name": "stare"}}, id="a translation with other ends of lines is the same"),
        pytest.param(record(), record("nowe"), {"en": {"gone": "x"}}, {"en": {"name": "stare"}, "uk": {"name": "stare"}}, id="a field that is no more is forgotten"),
    ],
)  # fmt: skip
def test_outdated_after(before, after, known, expected):
    assert outdated_after(before, after, known) == expected


def test_minor_change_outdates_nothing():
    assert outdated_after(record(), record("nowe"), {}, is_minor=True) == {}


def test_minor_change_leaves_what_was_outdated():
    known = {"en": {"name": "stare"}}
    assert outdated_after(record("nowe"), record("nowsze"), known, is_minor=True) == known


@given(before=translated, after=translated)
def test_outdated_are_those_that_stayed_while_the_polish_changed(before, after):
    found = outdated_after({"name": before}, {"name": after}, {})
    expected = {
        language
        for language in LANGUAGES
        if before.translations[language].split() == after.translations[language].split() != []
        and before.polish.split() != after.polish.split()
    }
    assert set(found) == expected


@given(first=translated, polish=st.lists(texts, min_size=1))
def test_outdated_ends_when_the_polish_comes_back(first, polish):
    known, now = {}, first
    for text in [*polish, first.polish]:
        known, now = (
            outdated_after({"name": now}, {"name": now._replace(polish=text)}, known),
            now._replace(polish=text),
        )
    assert known == {}


@given(first=translated, polish=st.lists(texts, min_size=1))
def test_outdated_keeps_the_text_that_was_translated(first, polish):
    known, now = {}, first
    for text in polish:
        known, now = (
            outdated_after({"name": now}, {"name": now._replace(polish=text)}, known),
            now._replace(polish=text),
        )
    assert all(same(known[language]["name"], first.polish) for language in known)


# --- The state of a translation ------------------------------------------------------------


@pytest.mark.parametrize(
    ("polish", "translation", "is_outdated", "is_to_check", "expected"),
    [
        pytest.param("tekst", "text", False, False, State.CURRENT, id="current"),
        pytest.param("tekst", "text", False, True, State.TO_CHECK, id="to check"),
        pytest.param("tekst", "text", True, True, State.OUTDATED, id="outdated comes first"),
        pytest.param("tekst", "", False, True, State.MISSING, id="missing"),
        pytest.param("tekst", None, False, False, State.MISSING, id="missing, as a column without a value"),
        pytest.param("tekst", " \n", False, False, State.MISSING, id="spaces are no translation"),
        pytest.param("", "", False, False, None, id="nothing to translate"),
        pytest.param("", "text", True, False, State.OUTDATED, id="the Polish was taken away"),
    ],
)
def test_state_of(polish, translation, is_outdated, is_to_check, expected):
    assert state_of(polish, translation, is_outdated=is_outdated, is_to_check=is_to_check) == expected


# --- The difference ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("Weź dowód.", "Weź dowód.", [Part("same", "Weź dowód.")]),
        ("", "Weź dowód.", [Part("inserted", "Weź dowód.")]),
        ("Weź dowód.", "", [Part("deleted", "Weź dowód.")]),
        (
            "Do 8 marca weź dowód",
            "Do 9 marca weź dowód",
            [Part("same", "Do "), Part("deleted", "8 "), Part("inserted", "9 "), Part("same", "marca weź dowód")],
        ),
        ("dowód\r\nwniosek", "dowód\nwniosek\nkopia", [Part("same", "dowód\nwniosek\n"), Part("inserted", "kopia")]),
    ],
)
def test_difference(before, after, expected):
    assert difference(before, after) == expected


@given(before=words, after=words, gap=gaps)
def test_difference_rebuilds_both_texts(before, after, gap):
    parts = difference(gap.join(before), gap.join(after))
    assert "".join(part.words for part in parts if part.kind != "deleted") == gap.join(after)
    assert " ".join(part.words for part in parts if part.kind != "inserted").split() == " ".join(before).split()


@given(text=texts)
def test_difference_of_a_text_and_itself_is_no_difference(text):
    assert {part.kind for part in difference(text, text)} <= {"same"}


@given(one=texts, other=texts)
def test_same_is_to_have_no_difference(one, other):
    assert same(one, other) == ({part.kind for part in difference(one, other)} <= {"same"})
