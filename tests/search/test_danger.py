"""Danger is recognised, and only danger: on lists of phrases of which half were written by people who had not seen the
patterns (`blind_…`, and later `blind2_…`). `…_uk` holds Ukrainian, Russian typed by people from Ukraine, and both in Latin
letters. The lists hold what is known; only new phrases by somebody else tell how well the patterns do on words unheard."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from search.danger import (
    KINDS,
    MATTERS,
    NUMBERS,
    PATTERNS,
    SITUATIONS,
    UNASKED,
    is_unasked,
    kinds_in,
    pattern,
    rows,
    says,
    words_of,
)
from search.models import DangerPhrase

LISTS = Path(__file__).parent / "danger"
LANGUAGES = ["pl", "en", "uk"]
FEWEST = 150  # Phrases of a language in each direction.
BEREAVED = ("my wife died", "żona zmarła")  # So begins, too, who asks about a funeral.
MOST_WRONG = 2  # Per cent of the harmless that may bring numbers all the same.


def phrases(what, language):
    files = LISTS.glob(f"*_{what}_{language}.tsv")
    lines = [line for file in sorted(files) for line in file.read_text(encoding="utf-8").splitlines()]
    return [line.split("\t")[0] for line in lines if line.strip()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_danger_is_recognised(language):
    asked = phrases("danger", language)
    assert (len(asked) >= FEWEST, [one for one in asked if not kinds_in(one)]) == (True, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_hardly_any_harmless_phrase_is_taken_for_danger(language):
    asked = phrases("harmless", language)
    wrong = [one for one in asked if kinds_in(one)]
    assert (len(asked) >= FEWEST, wrong[len(asked) * MOST_WRONG // 100 :]) == (True, [])


def test_every_pattern_matches_what_it_is_for_and_not_what_it_is_not():
    faults = [
        (row["pattern"], row["must"], row["must_not"])
        for row in rows("danger.tsv")
        for one in [pattern(row["kind"], row["pattern"], row["unless"])]
        if not says(one, row["must"]) or says(one, row["must_not"])
    ]
    assert faults == []


def test_every_pattern_has_a_reason_and_a_kind():
    assert [row["pattern"] for row in rows("danger.tsv") if not row["reason"] or row["kind"] not in KINDS] == []
    assert {one.kind for one in PATTERNS} == set(KINDS) == set(NUMBERS) == set(MATTERS) == set(SITUATIONS)


def test_kinds_stand_in_their_order():
    assert kinds_in("tata mnie bije i chcę umrzeć") == ("violence", "child", "self-harm")


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("znęcanie", True),
        ("znecaine", True),
        ("pszemoc", True),
        ("był w domu z żoną", False),
        ("муж был дома", False),
        ("муж бил", True),
        ("бывший муж был дома", False),
        ("mąż mnie bjie", True),
        ("mąż mnie bijje", True),
        ("trzecie dziecko", False),
        ("чоловек бьє мене", True),
        ("cholovik mene byie", True),
        ("muj biot menya", True),
        ("muza mojej mamy", False),
        ("he keeps hittin me", True),
        ("pies szczeka, rower stoi, a w środę przyszedł list z urzędu i od tego dnia mąż mnie bije", True),
    ],
)
def test_slips_are_forgiven_and_likeness_is_not(text, is_said):
    assert bool(kinds_in(text)) is is_said


def test_words_far_apart_say_nothing_together():
    one = pattern("violence", "stary lutuje")
    assert (says(one, "stary a b c d lutuje"), says(one, "stary a b c d e f g lutuje")) == (True, False)


def test_ordered_pattern_is_said_in_order():
    one = pattern("violence", ">stary lutuje", unless="kabl*")
    asked = ("stary mnie lutuje", "lutuje stary", "stary lutuje kable")
    assert [says(one, text) for text in asked] == [True, False, False]


@settings(deadline=None, max_examples=50)
@given(st.text())
def test_every_text_gets_an_answer(text):
    assert set(kinds_in(text)) <= set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_cruel_is_suggested_while_danger_is_typed(language):
    asked = [one for one in phrases("danger", language) if not one.startswith(BEREAVED)]
    typed = {one[:end] for one in asked for end in range(3, len(one) + 1)}
    matters = {words: slug for slug, words in UNASKED.items()}.values()
    cruel = [one for one in typed if not all(is_unasked(slug, one) for slug in matters) and not kinds_in(one)]
    assert cruel == []


def test_who_names_a_matter_is_shown_it_while_typing():
    asked = [
        ("zasilek-pogrzebowy", "pogrz"),
        ("fundusz-alimentacyjny", "mąż nie płaci alimen"),
        ("dodatek-mieszkaniowy", "a"),
    ]
    assert [is_unasked(*one) for one in asked] == [False, False, False]


def test_who_has_nowhere_to_live_is_helped_as_one_who_has_nowhere_tonight():
    asked = ("nie mam gdzie mieszkać", "i have nowhere to live", "негде жить")
    assert [kinds_in(one) for one in asked] == [("homeless",)] * 3


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        (
            "mąż mnie nie bije, tylko poniża",
            True,
        ),  # Who denies blows may still be hurt: a number too many costs little.
        ("szkolenie o przemocy domowej", False),
        ("przemoc domowa", True),
        ("домашнє насильство закон текст", False),
        ("suicide prevention training course", False),
    ],
)
def test_words_of_a_profession_are_no_cry_for_help_and_denied_blows_are(text, is_said):
    assert bool(kinds_in(text)) is is_said


# --- What the administrator adds


def faults_of(record):
    """Return the fields that `clean` complains of."""
    try:
        record.clean()
    except ValidationError as error:
        return list(error.message_dict)
    return []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({}, None),
        ({"phrase": "?!"}, "phrase"),
        ({"must_match": "nic takiego"}, "must_match"),
        ({"must_not_match": "stary lutuje mnie"}, "must_not_match"),
        ({"must_not_match": "stary lutuje kable", "phrase": "lutuje"}, "must_not_match"),
        ({"must_not_match": "stary lutuje kable", "phrase": "lutuje", "unless": "kable"}, None),
    ],
)
def test_words_of_the_administrator_are_proved(changes, field):
    usual = {
        "kind": "violence",
        "phrase": "stary lutuje mnie",
        "must_match": "stary mnie lutuje",
        "must_not_match": "x",
    }
    one = DangerPhrase(**usual | changes)
    assert faults_of(one) == ([field] if field else [])


def test_form_of_the_administrator_asks_for_the_proof(admin_client):
    sent = {
        "kind": "violence",
        "phrase": "lutuje",
        "must_match": "stary mnie lutuje",
        "must_not_match": "stary lutuje kable",
    }
    refused = admin_client.post("/admin/search/dangerphrase/add/", sent)
    assert (list(refused.context["adminform"].form.errors), DangerPhrase.objects.count()) == (["must_not_match"], 0)
    admin_client.post("/admin/search/dangerphrase/add/", sent | {"unless": "kable"})
    assert DangerPhrase.objects.get().pattern.unless == {"kable"}


def test_words_are_read_without_marks():
    assert words_of("Б’є МЕНЕ, mąż!") == ["бе", "мене", "maz"]
