"""Words weigh for and against danger: what of a text weighs, how it is added up, and that the table fits the lists."""

from collections import Counter

import pytest

from bench.danger import learn, telling
from search import danger
from search.evidence import BIAS, LONG, Evidence, Signs, Weight
from search.spelling import words_of

SIGNS = Signs({"WHO": {"maz", "муж"}, "HIT": {"bij*", "бе"}, "GAMES": {"szach*"}}, frozenset())


def signs(text):
    return SIGNS.of(words_of(text)) - {BIAS}


def test_word_weighs_by_itself_by_its_beginnings_and_by_its_list():
    assert signs("bijemy") == {"bijemy", "bij*", "bije*", "bijem*", "bijemy*", "HIT"}


def test_two_lists_near_each_other_weigh_together():
    assert {"HIT&WHO", "HIT"} <= signs("mąż mnie bije")
    assert "HIT&WHO" not in signs("mąż a b c d e f g bije")


def test_cyrillic_word_weighs_the_same_in_latin_letters():
    assert "WHO" in signs("muzh boitsya menya") & signs("муж")
    assert "WHO" not in signs("muza")


def test_long_word_with_a_slip_weighs_as_its_list():
    assert "WHO" in Signs({"WHO": {"partner"}}, frozenset()).of(["partenr"])


def test_weights_are_added_up():
    weights = {"bij*": Weight(2.0, "violence"), "szach*": Weight(-4.0, ""), "maz": Weight(1.0, "child")}
    evidence = Evidence(SIGNS, weights)
    assert [round(evidence.weigh(text)[0], 2) for text in ("", "bije", "bije w szachy")] == [0.5, 0.88, 0.12]
    assert [evidence.weigh(text)[1] for text in ("", "mąż bije", "szachy")] == [None, "violence", None]


def test_of_a_long_letter_the_part_that_weighs_most_counts():
    evidence = Evidence(SIGNS, {"bij*": Weight(2.0, "violence"), "szach*": Weight(-4.0, "")})
    letter = " ".join(["szachy", *["a"] * LONG, "bije"])
    assert [round(evidence.weigh(text)[0], 2) for text in (letter, "szachy a bije")] == [0.88, 0.12]


def test_learning_tells_danger_from_what_only_looks_like_it():
    samples = [({BIAS, "bij*", "WHO"}, True), ({BIAS, "bij*", "GAMES"}, False)] * 5
    weights = learn(samples)
    assert weights["WHO"] > 0 > weights["GAMES"]


def test_sign_tells_of_the_kind_it_is_oftener_met_in():
    usual = Counter(violence=90, missing=10)
    assert (telling(Counter(violence=6, missing=4), usual), telling(Counter(), usual)) == ("missing", "")


def test_every_list_that_weighs_is_still_there():
    lists = {part for row in danger.rows("danger_weights.tsv") for part in row["sign"].split("&") if part.isupper()}
    assert lists - danger.WORDS.keys() == set()


def test_every_weight_has_its_reason():
    rows = danger.rows("danger_weights.tsv")
    assert [row["sign"] for row in rows if not int(row["danger"]) + int(row["others"])] == []
    assert {row["kind"] for row in rows} == {"", *danger.KINDS}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("żona bije mnie w szachy", ()),  # A pattern finds it, the words around take it away.
        ("krzyczał że mnie zakatrupi tej nocy pomóżcie", ("violence",)),  # No pattern knows the word.
        ("brat wali w remont", ()),
        ("mieszkam w piwnicy zalanej", ()),
        ("dodatek mieszkaniowy", ()),
        ("", ()),
    ],
)
def test_words_around_decide_with_the_patterns(text, kinds):
    assert danger.kinds_in(text) == kinds


def test_words_of_the_administrator_are_never_taken_away():
    added = danger.pattern("violence", "szachy")
    assert danger.kinds_in("żona bije mnie w szachy", (added,)) == ("violence",)
