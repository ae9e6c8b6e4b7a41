"""The crisis lines: which answer at a moment, and what the page says. 2 March 2026 is a Monday."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from offices.help_lines import by_need, core_lines, help_lines, language_lines
from tests.factories import DATE, make_help_line, make_hours, make_schedule, make_situation, warsaw

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


def test_core_lines_leave_out_the_others():
    make_help_line("inna", answers_always=True)
    assert core_lines() == []


def test_lines_in_other_languages_are_those_that_say_so(db):
    make_help_line("polska")
    make_help_line("ukrainska", languages="po polsku i po ukraińsku")
    assert [line.slug for line in language_lines(DATE)] == ["ukrainska"]


DOUBTS = [
    ({"is_confirmed": False}, True),
    ({"checked_on": dt.date(2025, 3, 2)}, False),
    ({"checked_on": dt.date(2025, 3, 1)}, True),
    ({"checked_on": None}, False),
    ({"checked_on": dt.date(2001, 1, 1), "is_core": True}, False),
]


@pytest.mark.parametrize(("fields", "is_doubtful"), DOUBTS)
def test_line_is_doubtful_when_unconfirmed_or_not_checked_for_a_year_unless_it_is_core(fields, is_doubtful):
    assert make_help_line(**fields).is_doubtful_on(dt.date(2026, 3, 2)) == is_doubtful


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"answers_always": True}, "Podobno całą dobę, ale nie wiemy na pewno, czy ktoś odbiera."),
        ({}, "Nie wiemy na pewno, czy i kiedy ktoś odbiera."),
    ],
)
def test_doubtful_line_is_never_said_to_answer(fields, text):
    line = make_help_line(is_confirmed=False, **fields)
    make_schedule(*EVERY_DAY, help_line=line, purpose="phone", note="Dawniej od 8 do 20.")
    (told_line,) = help_lines(warsaw(2026, 3, 2, 12))
    assert (told_line.answers, told_line.text, told_line.note) == (None, text, "Dawniej od 8 do 20.")


def test_help_lines_come_core_first_and_doubtful_last():
    make_help_line("watpliwa", position=1, answers_always=True, is_confirmed=False)
    make_help_line("zwykla", position=2, answers_always=True)
    make_help_line("pierwsza", position=3, is_core=True)
    make_schedule((0, 8, 9), help_line=make_help_line("milczy", position=4), purpose="phone")
    found = [line.record.slug for line in help_lines(warsaw(2026, 3, 2, 12))]
    assert found == ["pierwsza", "zwykla", "milczy", "watpliwa"]


def test_lines_by_need_are_the_emergency_then_topics_then_the_doubtful():
    make_help_line("watpliwa", topic="violence", position=1, is_confirmed=False)
    make_help_line("kryzys", topic="crisis", position=2, answers_always=True)
    make_help_line("alarm", topic="emergency", position=3, is_core=True)
    make_help_line("dzieci", topic="children", position=4, answers_always=True)
    needs = by_need(help_lines(warsaw(2026, 3, 2, 12)))
    topics = [(str(topic), [line.record.slug for line in lines]) for topic, lines in needs.topics]
    assert [line.record.slug for line in needs.emergency] == ["alarm"]
    assert topics == [("dzieci i młodzież", ["dzieci"]), ("kryzys psychiczny", ["kryzys"])]
    assert [line.record.slug for line in needs.doubtful] == ["watpliwa"]


def test_lines_in_other_languages_come_with_the_doubtful_last():
    make_help_line("watpliwa", languages="po ukraińsku", is_confirmed=False)
    make_help_line("pewna", languages="po ukraińsku")
    found = [(line.slug, line.is_doubtful) for line in language_lines(DATE)]
    assert found == [("pewna", False), ("watpliwa", True)]


@pytest.mark.parametrize(
    ("address", "number"),
    [("/pomoc-natychmiastowa/", "116111"), ("/szukaj/?q=116111", "116111"), ("/sytuacje/z-zagranicy/", "116111")],
)
def test_every_page_says_that_a_doubtful_line_is_to_be_confirmed(client, at, address, number):
    at(2026, 3, 2, 12)
    make_situation("z-zagranicy", shows_language_lines=True)
    make_help_line(number=number, is_confirmed=False, answers_always=True, languages="po ukraińsku")
    page = client.get(address).content.decode()
    assert (page.count("Numer albo godziny są do potwierdzenia."), page.count("Odbiera teraz")) == (1, 0)


@pytest.mark.parametrize("fields", [{"is_confirmed": False, "answers_always": True}, {"answers_always": False}])
def test_line_on_every_page_is_confirmed_and_answers_always(fields):
    line = make_help_line(**fields)
    line.is_core = True
    with pytest.raises(ValidationError) as caught:
        line.full_clean()
    assert caught.value.messages == ["Na każdej stronie może stać tylko numer potwierdzony, który odbiera całą dobę."]
