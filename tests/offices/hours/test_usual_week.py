"""The usual week and the rules beside it, in values and in words. 2 March 2026 is a Monday, the first of its month."""

import datetime as dt

import pytest
from django.utils import translation

from offices import pictures
from offices.directory import Place
from offices.hours.timetable import UNSTATED_HOURS, Timetable, WeeklyRule
from offices.hours.usual_week import ALWAYS, Scope, departures, usual_week
from offices.recurrence import WEEKS, scope_words
from tests.offices.hours.hours_text import HOLIDAYS, at, cases, closed, rules, table, text_of

JULY_AND_AUGUST = {"season_start": "07-01", "season_end": "08-31"}
WINTER = {"season_start": "11-15", "season_end": "02-29"}
FIRST_MONDAY = table("Mo 8:00-17:00", rules("Mo 10:00-18:30", weeks="1"))
DUTY = table(rules("Tu 10:00-12:00", weeks="2"), rules("Tu 14:00-16:00", weeks="4"))
SUMMER = table("Mo 8:00-16:00", rules("Mo 7:00-15:00", **JULY_AND_AUGUST))
NEW_YEAR = table(
    rules("Mo 8:00-16:00", valid_until=dt.date(2026, 12, 31)), rules("Mo 9:00-17:00", valid_from=dt.date(2027, 1, 1))
)
FORTNIGHT = table(rules("We 16:00-18:00", weeks="alternate", valid_from=dt.date(2026, 2, 25)))


def date(text):
    return dt.date.fromisoformat(text)


def said(timetable, weekday, today, language="pl"):
    """Return what the row of a weekday says: its hours and their scope, and the lines beside."""
    with translation.override(language):
        row = pictures.week_rows(Place(None, at(f"{today} 13:00"), timetable=timetable))[weekday]
    hours = [f"{one['opens']}–{one['closes']}" for one in row["intervals"]] or [row["words"]]
    return hours[0], row["scope"], [f"{one['scope']}: {one['words']}" for one in row["others"]]


@pytest.mark.parametrize(
    ("timetable", "weekday", "today", "expected"),
    cases(
        ("a first Monday", FIRST_MONDAY, 0, "2026-12-07", ("8:00–17:00", "", ["pierwszy poniedziałek miesiąca: 10:00–18:30"])),
        ("another Monday", FIRST_MONDAY, 0, "2026-11-30", ("8:00–17:00", "", ["pierwszy poniedziałek miesiąca: 10:00–18:30"])),
        ("a day without other rules", FIRST_MONDAY, 1, "2026-11-30", ("nie podano, zadzwoń", "", [])),
        ("two weeks of the month", DUTY, 1, "2026-11-30", ("", "", ["drugi wtorek miesiąca: 10:00–12:00", "czwarty wtorek miesiąca: 14:00–16:00"])),
        ("closed in one week", table("Fr 8:00-15:00", rules("Fr closed", weeks="last")), 4, "2026-11-30", ("8:00–15:00", "", ["ostatni piątek miesiąca: nieczynne"])),
        ("before the season", SUMMER, 0, "2026-03-02", ("8:00–16:00", "", ["od 1 lipca do 31 sierpnia: 7:00–15:00"])),
        ("in the season", SUMMER, 0, "2026-07-08", ("7:00–15:00", "od 1 lipca do 31 sierpnia", ["w pozostałym czasie: 8:00–16:00"])),
        ("a season alone", table(rules("Sa 9:00-12:00", **WINTER)), 5, "2026-03-02", ("", "", ["od 15 listopada do 29 lutego: 9:00–12:00"])),
        ("new hours to come", NEW_YEAR, 0, "2026-11-30", ("8:00–16:00", "do 31 grudnia 2026", ["od 1 stycznia 2027: 9:00–17:00"])),
        ("new hours that have come", NEW_YEAR, 0, "2027-01-05", ("9:00–17:00", "", [])),
        ("a single date", table("Mo 8:00-16:00", rules("Mo 8:00-20:00", valid_from=dt.date(2026, 12, 14), valid_until=dt.date(2026, 12, 14))), 0, "2026-11-30", ("8:00–16:00", "", ["14 grudnia 2026: 8:00–20:00"])),
        ("every second week", FORTNIGHT, 2, "2026-03-02", ("", "", ["co drugą środę (najbliższy termin: 11 marca): 16:00–18:00"])),
        ("on its day", FORTNIGHT, 2, "2026-03-11", ("", "", ["co drugą środę (najbliższy termin: 11 marca): 16:00–18:00"])),
        ("the day after", FORTNIGHT, 2, "2026-03-12", ("", "", ["co drugą środę (najbliższy termin: 25 marca): 16:00–18:00"])),
        ("a rule that others outweigh for good", table("Mo 8:00-16:00", rules("Mo 9:00-17:00", valid_from=dt.date(2026, 1, 1))), 0, "2026-03-02", ("9:00–17:00", "", [])),
        ("a day whose hours are not stated", Timetable((WeeklyRule(2, UNSTATED_HOURS),)), 2, "2026-03-02", ("przyjęcia, godzin nie podano", "", [])),
        ("one of some weeks", Timetable((WeeklyRule(2, UNSTATED_HOURS, "2"),)), 2, "2026-03-02", ("", "", ["druga środa miesiąca: przyjęcia, godzin nie podano"])),
        ("a week within a season", table(rules("Th 8:00-9:00", weeks="3", **JULY_AND_AUGUST)), 3, "2026-03-02", ("", "", ["trzeci czwartek miesiąca, od 1 lipca do 31 sierpnia: 8:00–9:00"])),
    ),
)  # fmt: skip
def test_row_of_the_usual_week_says_what_holds_and_when(timetable, weekday, today, expected):
    assert said(timetable, weekday, today) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["first Monday of the month: 10:00–18:30", "from 1 July to 31 August: 7:00–15:00"]),
        ("uk", ["перший понеділок місяця: 10:00–18:30", "з 1 липня до 31 серпня: 7:00–15:00"]),
    ],
)
def test_rules_for_some_weeks_are_said_in_other_languages(language, expected):
    timetable = table(rules("Mo 10:00-18:30", weeks="1"), rules("Mo 7:00-15:00", **JULY_AND_AUGUST))
    assert said(timetable, 0, "2026-03-03", language)[2] == expected


@pytest.mark.parametrize("language", ["en", "uk"])
def test_every_weekday_has_its_phrase_for_every_rule(language):
    with translation.override("pl"):
        polish = {scope_words(Scope(weeks), date("2026-03-02") + dt.timedelta(number), date("2026-03-02"))
                  for weeks in WEEKS for number in range(7)}  # fmt: skip
    with translation.override(language):
        other = {scope_words(Scope(weeks), date("2026-03-02") + dt.timedelta(number), date("2026-03-02"))
                 for weeks in WEEKS for number in range(7)}  # fmt: skip
    assert (len(polish), len(other), polish & other) == (49, 49, set())


def test_impossible_day_of_a_season_is_shown_as_the_last_of_its_month():
    with translation.override("pl"):
        words = scope_words(Scope("", None, None, "06-01", "06-31"), date("2026-06-01"), date("2026-03-02"))
    assert words == "od 1 czerwca do 30 czerwca"


def test_week_of_a_plain_timetable_is_its_rules():
    week = usual_week(table("Mo 8:00-12:00 13:00-16:00", "Tu closed"), date("2026-03-05"))
    assert [(f"{one.day.date}", text_of(one.day), one.scope, one.others) for one in week[:3]] == [
        ("2026-03-02", "8:00-12:00 13:00-16:00", ALWAYS, ()),
        ("2026-03-03", "closed", ALWAYS, ()),
        ("2026-03-04", "unstated", ALWAYS, ()),
    ]


def test_day_that_has_passed_shows_what_holds_next_week():
    timetable = table("Mo 8:00-16:00", rules("Mo 7:00-15:00", valid_until=date("2026-03-02")))
    assert text_of(usual_week(timetable, date("2026-03-04"))[0].day) == "8:00-16:00"


@pytest.mark.parametrize(
    ("limits", "on", "expected"),
    cases(
        ("no limits", {}, "2026-03-02", (None, None)),
        ("a season", JULY_AND_AUGUST, "2026-07-08", ("2026-07-01", "2026-08-31")),
        ("a season over the new year, in autumn", WINTER, "2026-11-30", ("2026-11-15", "2027-02-28")),
        ("a season over the new year, in spring", WINTER, "2028-01-10", ("2027-11-15", "2028-02-29")),
        ("dates", {"valid_from": date("2026-01-01")}, "2026-03-02", ("2026-01-01", None)),
        ("a season cut by dates", {**JULY_AND_AUGUST, "valid_until": date("2026-07-31")}, "2026-07-08", ("2026-07-01", "2026-07-31")),
    ),
)  # fmt: skip
def test_period_around_a_date(limits, on, expected):
    first, last = Scope(**limits).period(date(on))
    assert (first and str(first), last and str(last)) == expected


@pytest.mark.parametrize(
    ("timetable", "expected"),
    cases(
        ("weeks of the month", FIRST_MONDAY, [("2026-12-07", "10:00-18:30"), ("2027-01-04", "10:00-18:30")]),
        ("weeks alone", DUTY, [("2026-12-08", "10:00-12:00"), ("2026-12-22", "14:00-16:00"), ("2027-01-12", "10:00-12:00"), ("2027-01-26", "14:00-16:00")]),
        ("an exception", Timetable(table("We 8:00-16:00").weekly, (closed("2026-12-09"),)), [("2026-12-09", "closed"), ("2027-01-06", "closed")]),
        ("a holiday", table("Fr 8:00-16:00"), [("2026-12-25", "closed"), ("2027-01-01", "closed")]),
        ("an end", table(rules("Th 8:00-16:00", valid_until=date("2026-12-10"))), [("2026-12-24", "closed")]),
    ),
)  # fmt: skip
def test_departures_are_the_stated_days_unlike_the_usual_ones(timetable, expected):
    today = date("2026-11-30")
    found = departures(timetable, usual_week(timetable, today), today, 60, HOLIDAYS)
    on_weekdays = {rule.weekday for rule in timetable.weekly}
    assert [(f"{one.date}", text_of(one)) for one in found if one.date.weekday() in on_weekdays] == expected
