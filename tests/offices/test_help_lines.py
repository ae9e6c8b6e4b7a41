"""The crisis lines: which answer at a moment, and what the page says. 2 March 2026 is a Monday."""

import pytest

from offices.help_lines import core_lines, help_lines, language_lines
from tests.factories import make_help_line, make_hours, make_schedule, warsaw

pytestmark = pytest.mark.django_db

EVERY_DAY = [(weekday, 8, 20) for weekday in range(7)]


def told(*moment):
    return [(line.record.slug, line.answers, line.text) for line in help_lines(warsaw(*moment))]


@pytest.mark.parametrize(
    ("rows", "fields", "moment", "expected"),
    [
        pytest.param(EVERY_DAY, {}, (2026, 3, 2, 8), (True, "Odbiera teraz. Koniec dziś o 20:00."), id="answers from its first minute"),
        pytest.param(EVERY_DAY, {}, (2026, 3, 2, 20), (False, "Teraz nie odbiera. Odbiera jutro o 8:00."), id="not in its closing minute"),
        pytest.param(EVERY_DAY, {}, (2026, 3, 2, 7), (False, "Teraz nie odbiera. Odbiera dziś o 8:00."), id="later today"),
        pytest.param([(0, 8, 20)], {}, (2026, 3, 2, 21), (False, "Teraz nie odbiera. Odbiera w poniedziałek 9 marca o 8:00."), id="next week"),
        pytest.param([(0,)], {}, (2026, 3, 2, 12), (False, "Teraz nie odbiera."), id="never"),
        pytest.param([(0, 8, 20)], {}, (2026, 3, 3, 12), (None, "Godziny niepodane."), id="a weekday not stated"),
        pytest.param([], {}, (2026, 3, 2, 12), (None, "Godziny niepodane."), id="no hours"),
        pytest.param(EVERY_DAY, {}, (2026, 12, 25, 12), (False, "Teraz nie odbiera. Odbiera w niedzielę o 8:00."), id="closed at Christmas"),
        pytest.param(EVERY_DAY, {"closed_on_holidays": False}, (2026, 12, 25, 12), (True, "Odbiera teraz. Koniec dziś o 20:00."), id="answers at Christmas"),
    ],
)  # fmt: skip
def test_help_lines_tell_whether_one_answers(rows, fields, moment, expected):
    make_schedule(*rows, help_line=make_help_line(), purpose="phone", **fields)
    assert told(*moment) == [("linia", *expected)]


@pytest.mark.parametrize("moment", [(2026, 3, 2, 3), (2026, 12, 25, 12)], ids=["at night", "at Christmas"])
def test_help_lines_that_always_answer(moment):
    make_help_line(answers_always=True)
    assert told(*moment) == [("linia", True, "Odbiera teraz, całą dobę.")]


def test_help_lines_with_hours_around_the_clock():
    schedule = make_schedule(help_line=make_help_line(), purpose="phone", closed_on_holidays=False)
    for weekday in range(7):
        make_hours(schedule, weekday, 0, 24, ends_next_day=True)
    assert told(2026, 3, 2, 3) == [("linia", True, "Odbiera teraz, całą dobę.")]


def test_help_lines_of_the_night_after_a_holiday():
    make_hours(make_schedule(help_line=make_help_line(), purpose="phone"), 4, 22, 6, ends_next_day=True)
    assert [line.answers for line in help_lines(warsaw(2026, 5, 2, 2))] == [None]  # 1 May 2026 is a Friday.


def test_help_lines_of_an_ordinary_night():
    make_hours(make_schedule(help_line=make_help_line(), purpose="phone"), 4, 22, 6, ends_next_day=True)
    assert told(2026, 5, 9, 2) == [("linia", True, "Odbiera teraz. Koniec dziś o 6:00.")]


def test_help_lines_prefer_the_hours_of_the_telephone():
    line = make_help_line()
    make_schedule((0, 8, 9), help_line=line, purpose="reception")
    make_schedule((0, 8, 20), help_line=line, purpose="phone")
    assert [one.answers for one in help_lines(warsaw(2026, 3, 2, 12))] == [True]


def test_help_lines_take_the_hours_of_reception_when_there_are_no_others():
    make_schedule((0, 8, 20), help_line=make_help_line(), purpose="reception")
    assert [one.answers for one in help_lines(warsaw(2026, 3, 2, 12))] == [True]


def test_help_lines_come_answering_first_then_unknown_then_silent():
    make_schedule((0, 8, 9), help_line=make_help_line("milczy", position=1), purpose="phone")
    make_help_line("nieznana", position=2)
    make_schedule((0, 8, 20), help_line=make_help_line("druga", position=4), purpose="phone")
    make_help_line("pierwsza", position=3, answers_always=True)
    assert [line.record.slug for line in help_lines(warsaw(2026, 3, 2, 12))] == [
        "pierwsza",
        "druga",
        "nieznana",
        "milczy",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_help_lines_cost_two_queries(number, django_assert_num_queries):
    for one in range(number):
        make_schedule(*EVERY_DAY, help_line=make_help_line(f"l{one}"), purpose="phone")
    with django_assert_num_queries(2):
        help_lines(warsaw(2026, 3, 2, 12))


def test_core_lines_are_the_first_of_each_topic():
    make_help_line("druga", topic="crisis", is_core=True, position=2)
    make_help_line("pierwsza", topic="crisis", is_core=True, position=1)
    make_help_line("przemoc", topic="violence", is_core=True, position=3)
    assert [line.slug for line in core_lines()] == ["pierwsza", "przemoc"]


def test_core_lines_leave_out_the_others_and_the_unconfirmed():
    make_help_line("inna")
    make_help_line("niepotwierdzona", is_core=True, is_confirmed=False)
    assert core_lines() == []


def test_lines_in_other_languages_are_those_that_say_so(db):
    make_help_line("polska")
    make_help_line("ukrainska", languages="po polsku i po ukraińsku")
    assert [line.slug for line in language_lines()] == ["ukrainska"]
