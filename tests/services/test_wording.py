"""The days of a deadline in words, in each language of the site."""

import datetime as dt

import pytest
from django.utils import translation

from services.deadlines import State, Window
from services.wording import SOON, days_words, is_pressing

pytestmark = pytest.mark.usefixtures("catalogues_of_today")

DAY = dt.date(2026, 9, 15)


def window(state, days):
    return Window(state, DAY, DAY, days)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("pl", "dziś ostatni dzień"), ("en", "today is the last day"), ("uk", "сьогодні останній день")],
)
def test_the_last_day_is_said(language, expected):
    with translation.override(language):
        assert days_words(window(State.OPEN, 0)) == expected


# Polish has no catalogue: the texts of the source are its own, and say 2 and 5 days alike.
NUMBERS = (1, 2, 5, 21, 22)
WORDS = {
    ("pl", State.OPEN): ["jeszcze 1 dzień", "jeszcze 2 dni", "jeszcze 5 dni", "jeszcze 21 dni", "jeszcze 22 dni"],
    ("en", State.OPEN): ["1 day left", "2 days left", "5 days left", "21 days left", "22 days left"],
    ("uk", State.OPEN): [
        "залишився 1 день",
        "залишилося 2 дні",
        "залишилося 5 днів",
        "залишився 21 день",
        "залишилося 22 дні",
    ],
    ("pl", State.AHEAD): [
        "zaczyna się za 1 dzień",
        "zaczyna się za 2 dni",
        "zaczyna się za 5 dni",
        "zaczyna się za 21 dni",
        "zaczyna się za 22 dni",
    ],
    ("en", State.AHEAD): [
        "starts in 1 day",
        "starts in 2 days",
        "starts in 5 days",
        "starts in 21 days",
        "starts in 22 days",
    ],
    ("uk", State.AHEAD): [
        "почнеться через 1 день",
        "почнеться через 2 дні",
        "почнеться через 5 днів",
        "почнеться через 21 день",
        "почнеться через 22 дні",
    ],
    ("pl", State.OVER): [
        "skończyło się 1 dzień temu",
        "skończyło się 2 dni temu",
        "skończyło się 5 dni temu",
        "skończyło się 21 dni temu",
        "skończyło się 22 dni temu",
    ],
    ("en", State.OVER): [
        "ended 1 day ago",
        "ended 2 days ago",
        "ended 5 days ago",
        "ended 21 days ago",
        "ended 22 days ago",
    ],
    ("uk", State.OVER): [
        "закінчилося 1 день тому",
        "закінчилося 2 дні тому",
        "закінчилося 5 днів тому",
        "закінчилося 21 день тому",
        "закінчилося 22 дні тому",
    ],
}


@pytest.mark.parametrize(("language", "state"), WORDS, ids="-".join)
def test_days_are_said(language, state):
    with translation.override(language):
        assert [days_words(window(state, number)) for number in NUMBERS] == WORDS[language, state]


@pytest.mark.parametrize(
    ("state", "days", "expected"),
    [
        pytest.param(State.OPEN, 0, True, id="the last day"),
        pytest.param(State.OPEN, SOON, True, id="ends soon"),
        pytest.param(State.OPEN, SOON + 1, False, id="open for long"),
        pytest.param(State.AHEAD, 1, True, id="opens tomorrow"),
        pytest.param(State.AHEAD, SOON, True, id="opens soon"),
        pytest.param(State.AHEAD, SOON + 1, False, id="opens much later"),
        pytest.param(State.OVER, 1, False, id="over: nothing to do"),
    ],
)
def test_deadline_is_pressing(state, days, expected):
    assert is_pressing(window(state, days)) is expected


def test_soon_is_a_month():
    assert SOON == 30
