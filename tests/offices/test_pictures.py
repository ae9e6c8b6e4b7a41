"""The week as a picture: numbers for the table that is also a drawing. 2 March 2026 is a Monday."""

import datetime as dt

import pytest
from django.utils import translation

from offices import pictures
from offices.directory import Place
from offices.hours.timetable import State, Timetable
from offices.pictures import Bar
from tests.offices.hours.hours_text import OFFICE, WEEK, WOLOMIN, at, cases, changed, closed, closed_for, table


@pytest.fixture(autouse=True)
def polish():
    with translation.override("pl"):
        yield


def place(timetable, moment="2026-03-02 13:00"):
    return Place(None, at(moment), timetable=timetable)


def row(timetable, weekday=0, moment="2026-03-02 13:00"):
    return pictures.week_rows(place(timetable, moment))[weekday]


def bars(*lines):
    return [(bar.x, bar.width) for bar in row(table(*lines))["bars"]]


def test_week_rows_of_an_open_today():
    assert row(OFFICE) == {
        "name": "Poniedziałek",
        "is_today": True,
        "is_stated": True,
        "words": "nieczynne",
        "scope": "",
        "intervals": [{"opens": "8:00", "closes": "16:00", "mode": ""}],
        "others": [],
        "bars": [Bar("8.33%", "66.67%", State.OPEN)],
        "now": "13:00",
        "now_x": "50%",
    }


def test_week_rows_of_another_day_stated_closed():
    assert row(OFFICE, weekday=5) == {
        "name": "Sobota",
        "is_today": False,
        "is_stated": True,
        "words": "nieczynne",
        "scope": "",
        "intervals": [],
        "others": [],
        "bars": [],
        "now": "",
        "now_x": "",
    }


def test_week_rows_of_a_day_not_stated():
    found = row(WOLOMIN, weekday=2)
    assert (found["is_stated"], found["words"], found["bars"]) == (False, "nie podano, zadzwoń", [])


def test_week_rows_start_on_monday_whatever_today():
    found = pictures.week_rows(place(OFFICE, "2026-03-08 13:00"))
    assert [(one["name"], one["is_today"]) for one in found] == [
        ("Poniedziałek", False),
        ("Wtorek", False),
        ("Środa", False),
        ("Czwartek", False),
        ("Piątek", False),
        ("Sobota", False),
        ("Niedziela", True),
    ]


def test_week_rows_take_today_from_polish_time():
    assert row(table("Tu 0:00-24:00"), weekday=1, moment="2026-03-02 23:30Z")["now"] == "0:30"


@pytest.mark.parametrize(
    "timetable", [Timetable(), Timetable(dated=(closed("2026-03-02"),))], ids=["nothing", "exceptions alone"]
)
def test_week_rows_are_none_when_nothing_is_known_of_the_week(timetable):
    assert pictures.week_rows(place(timetable)) == []


def test_week_rows_show_the_usual_week_whatever_the_exceptions():
    assert row(table(*WEEK, dated=[closed("2026-03-02")]))["intervals"] == row(OFFICE)["intervals"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    cases(
        ("the whole strip", ["Mo 7:00-19:00"], [("0%", "100%")]),
        ("from its left edge", ["Mo 7:00-13:00"], [("0%", "50%")]),
        ("to its right edge", ["Mo 13:00-19:00"], [("50%", "50%")]),
        ("two intervals", ["Mo 7:00-10:00 16:00-19:00"], [("0%", "25%"), ("75%", "25%")]),
        ("minutes count", ["Mo 7:30-8:15"], [("4.17%", "6.25%")]),
        ("early hours stretch the strip to a whole day", ["Mo 6:00-18:00"], [("25%", "50%")]),
        ("late hours stretch the strip to a whole day", ["Mo 12:00-19:30"], [("50%", "31.25%")]),
        ("late hours of another day stretch it too", ["Mo 12:00-18:00", "Tu 12:00-21:00"], [("50%", "25%")]),
        ("up to midnight", ["Mo 18:00-24:00"], [("75%", "25%")]),
        ("over midnight the bar ends at midnight", ["Mo 18:00-6:00"], [("75%", "25%")]),
        ("around the clock", ["Mo 0:00-24:00"], [("0%", "100%")]),
    ),
)
def test_week_rows_bars(lines, expected):
    assert bars(*lines) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    cases(
        ("at the left edge", "2026-03-02 7:00", "0%"),
        ("before the strip", "2026-03-02 5:00", ""),
        ("in the middle", "2026-03-02 13:00", "50%"),
        ("after the strip", "2026-03-02 22:00", ""),
    ),
)
def test_week_rows_pin_of_now(moment, expected):
    assert row(OFFICE, moment=moment)["now_x"] == expected


def test_week_rows_name_the_mode():
    assert row(table("Mo 8:00-16:00 appointment"))["intervals"][0]["mode"] == "po umówieniu"


@pytest.mark.parametrize(
    ("timetable", "expected"),
    cases(
        ("the working day", OFFICE, [8, 10, 12, 14, 16, 18]),
        ("the whole day", table("Mo 6:00-18:00"), [2, 6, 10, 14, 18, 22]),
        ("nothing known", Timetable(), [8, 10, 12, 14, 16, 18]),
    ),
)
def test_week_marks(timetable, expected):
    assert pictures.week_marks(place(timetable)) == expected


@pytest.mark.parametrize(
    ("exception", "expected"),
    cases(
        ("closed", closed("2026-03-04", reason="remont"), [("Środa", 4, "nieczynne", "remont")]),
        ("other hours", changed("9:00-11:00", "2026-03-04"), [("Środa", 4, "9:00–11:00", "")]),
        ("by phone", changed("9:00-11:00", "2026-03-04", mode=State.PHONE), [("Środa", 4, "9:00–11:00 przez telefon", "")]),
        ("a part closed", closed_for("10:00-12:00", "2026-03-04", reason="szkolenie"), [("Środa", 4, "8:00–10:00, 12:00–16:00", "szkolenie")]),
        ("on the last of 14 days", closed("2026-03-13"), [("Piątek", 13, "nieczynne", "")]),
        ("later", closed("2026-03-16"), []),
    ),
)  # fmt: skip
def test_change_rows(exception, expected):
    found = pictures.change_rows(place(table(*WEEK, dated=[exception])))
    assert found == [
        {"weekday": weekday, "date": dt.date(2026, 3, day), "words": words, "reason": reason, "is_unusual": True}
        for weekday, day, words, reason in expected
    ]


def test_change_rows_name_a_public_holiday_in_the_readers_language():
    with translation.override("en"):
        (found,) = pictures.change_rows(place(OFFICE, "2026-11-02 13:00"))
    assert found["reason"] == "National Independence Day"


def test_fortnight_rows_tell_the_hours_of_fourteen_days():
    found = pictures.fortnight_rows(place(table(*WEEK, dated=[closed("2026-03-03", reason="remont")])))
    assert [(one["date"].day, one["words"], one["is_unusual"]) for one in found] == [
        (2, "8:00–16:00", False),
        (3, "nieczynne", True),
        *((day, "8:00–16:00", False) for day in (4, 5, 6)),
        *((day, "nieczynne", False) for day in (7, 8)),
        *((day, "8:00–16:00", False) for day in (9, 10, 11, 12, 13)),
        *((day, "nieczynne", False) for day in (14, 15)),
    ]


def test_fortnight_rows_are_none_when_no_hours_are_known():
    assert pictures.fortnight_rows(place(Timetable())) == []
