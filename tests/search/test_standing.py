"""Which hits are shown, and in which order: shared before own, and nothing before danger."""

import pytest

from search.catalogue import Key
from search.index import Hit, Line, Query
from search.standing import ended_last, in_order, is_weak, relevant, says_nothing, urgent_situations_last


def hit(pk, score=1.0, covered=1.0, owner=None, *, is_urgent=False, line=None, likeness=0.0, weight=0.0):
    return Hit(Key("service", pk, is_urgent), score, set(), line, covered, owner, likeness, weight)


def pks(hits):
    return [one.key.pk for one in hits]


def test_hit_that_covers_too_little_of_the_query_is_left_out():
    hits = [hit(1), hit(2, covered=0.41), hit(3, covered=0.39)]
    assert pks(relevant(hits)) == [1, 2]


def test_hit_that_scores_too_little_is_left_out():
    hits = [hit(1), hit(2, score=0.36), hit(3, score=0.34)]
    assert pks(relevant(hits)) == [1, 2]


def test_own_texts_push_no_shared_hit_out():
    assert pks(relevant([hit(1, score=100.0, owner=7), hit(2, score=1.0)])) == [1, 2]


def test_nothing_is_relevant_among_no_hits():
    assert relevant([]) == []


@pytest.mark.parametrize(("asked_at", "order"), [([], [2, 1]), ([8], [2, 1]), ([7], [1, 2])])
def test_own_hit_stands_after_the_shared_unless_its_office_is_asked(asked_at, order):
    assert pks(in_order([hit(1, owner=7), hit(2)], asked_at)) == order


def test_own_hit_stands_before_no_shared_urgent_one_even_at_its_office():
    hits = [hit(1, owner=7), hit(2), hit(3, is_urgent=True), hit(4)]
    assert pks(in_order(hits, [7])) == [2, 3, 1, 4]


def test_own_hit_linked_to_an_urgent_situation_moves_no_shared_one():
    assert pks(in_order([hit(1, owner=7, is_urgent=True), hit(2)], [7])) == [1, 2]


WHOLE = Line("x", "pl", 1)


def asked(*words, corrected=()):
    return Query(list(words), corrected=dict(corrected))


@pytest.mark.parametrize(
    ("likeness", "line", "corrected", "weak"),
    [
        (0.61, None, (), False),
        (0.59, None, (), True),
        (0.46, WHOLE, (), False),
        (0.44, WHOLE, (), True),
        (1.0, None, {"rower": "lower"}, True),
        (1.0, WHOLE, {"alimnty": "alimenty"}, False),
    ],
)
def test_answer_is_weak_when_it_is_little_like_the_query(likeness, line, corrected, weak):
    assert is_weak([hit(1, line=line, likeness=likeness)], asked("dwa", "słowa", corrected=corrected)) is weak


@pytest.mark.parametrize(
    ("words", "scores", "weight", "line", "nothing"),
    [
        (["mąż"], [1.0, 0.9, 0.86, 0.4], 2.0, None, True),
        (["mąż"], [1.0, 0.9, 0.84, 0.8], 2.0, None, False),
        (["mąż"], [1.0, 0.9, 0.86], 2.0, None, False),
        (["zasiłek"], [1.0, 0.9, 0.86, 0.4], 3.0, None, False),
        (["leki"], [1.0, 0.9, 0.86, 0.4], 2.0, WHOLE, False),
        (["mąż", "pije"], [1.0, 0.9, 0.86, 0.4], 2.0, None, False),
    ],
)
def test_one_word_that_many_hidden_texts_have_says_nothing(words, scores, weight, line, nothing):
    hits = [hit(number, score, line=line, likeness=1.0, weight=weight) for number, score in enumerate(scores)]
    assert (says_nothing(hits, asked(*words)), is_weak(hits, asked(*words))) == (nothing, nothing)


def test_no_answer_is_no_weak_one():
    assert is_weak([], asked("nic")) is False


NAMED = Line("Bon ciepłowniczy", "pl", 3, name="name")


@pytest.mark.parametrize(
    ("ended", "order"),
    [
        (hit(1), [2, 1]),
        (hit(1, line=NAMED), [1, 2]),
        (hit(1, line=WHOLE), [2, 1]),
        (hit(1, covered=0.9), [2]),
        (hit(1, covered=0.9, line=NAMED), [1, 2]),
    ],
)
def test_what_is_granted_no_more_stands_last_unless_it_is_named(ended, order):
    assert pks(ended_last([ended, hit(2)], {ended.key})) == order


def test_urgent_situation_found_by_a_word_alone_stands_last():
    tata = Hit(Key("situation", 1, True), 2.0, set())
    said = Hit(Key("situation", 3, True), 1.0, set(), WHOLE)
    assert urgent_situations_last([tata, hit(2), said]) == [hit(2), said, tata]


def test_what_is_granted_no_more_is_found_where_nothing_else_is():
    assert pks(ended_last([hit(1, covered=0.5)], {Key("service", 1)})) == [1]
