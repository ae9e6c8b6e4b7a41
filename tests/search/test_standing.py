"""Which hits are shown, and in which order: shared before own, and nothing before danger."""

import pytest

from search.catalogue import Key
from search.index import Hit, Line
from search.standing import in_order, is_weak, relevant


def hit(pk, score=1.0, covered=1.0, owner=None, *, is_urgent=False, line=None):
    return Hit(Key("service", pk, is_urgent), score, set(), line, covered, owner)


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


@pytest.mark.parametrize(
    ("best", "corrected", "weak"),
    [
        (hit(1, covered=0.66), {}, False),
        (hit(1, covered=0.64), {}, True),
        (hit(1, covered=0.46, line=Line("x", "pl", 1)), {}, False),
        (hit(1, covered=0.44, line=Line("x", "pl", 1)), {}, True),
        (hit(1), {"rower": "lower"}, True),
        (hit(1, line=Line("x", "pl", 1)), {"alimnty": "alimenty"}, False),
    ],
)
def test_answer_is_weak_when_it_says_little_of_the_query(best, corrected, weak):
    assert is_weak([best], corrected) is weak


def test_no_answer_is_no_weak_one():
    assert is_weak([], {}) is False
