"""What is known of a whole day: weeks, seasons, exceptions, holidays, inheritance. Each line is a rule.

2 March 2026 is a Monday.
"""

import datetime as dt

import pytest

from offices.hours.timetable import Timetable, day, inherited, upcoming_changes, usual_day
from tests.offices.hours.hours_text import (
    ALWAYS,
    APPOINTMENT,
    HOLIDAYS,
    NIGHTS,
    OFFICE,
    PHONE,
    REMONT,
    TRAINING,
    WEEK,
    WOLOMIN,
    cases,
    changed,
    clock_text,
    closed,
    closed_for,
    hours,
    rules,
    table,
    text_of,
    wall,
)

# --- Seasons, dates and weeks --------------------------------------------------------------

SUMMER = {"season_start": "07-01", "season_end": "08-31"}
WINTER = {"season_start": "11-01", "season_end": "02-28"}
AUGUST = {"season_start": "08-01", "season_end": "08-31"}


def from_to(first="", last=""):
    return {
        "valid_from": dt.date.fromisoformat(first) if first else None,
        "valid_until": dt.date.fromisoformat(last) if last else None,
    }


PLAIN = rules("Mo 8:00-16:00")
YEARLY = rules("Mo 9:00-15:00", **SUMMER)
DATED = rules("Mo 10:00-14:00", **from_to("2026-07-01", "2026-07-31"))
MONTH = rules("Mo 11:00-13:00", **AUGUST)
OPEN_ENDED = rules("Mo 7:00-15:00", **from_to("2026-01-01"))


@pytest.mark.parametrize(
    ("lines", "date", "expected"),
    cases(
        ("a season starts on its first day", [rules("We 9:00-15:00", **SUMMER)], "2026-07-01", "9:00-15:00"),
        ("a season has not started the day before", [rules("Tu 9:00-15:00", **SUMMER)], "2026-06-30", "unstated"),
        ("a season holds on its last day", [rules("Mo 9:00-15:00", **SUMMER)], "2026-08-31", "9:00-15:00"),
        ("a season is over the day after", [rules("Tu 9:00-15:00", **SUMMER)], "2026-09-01", "unstated"),
        ("a season comes back every year", [rules("Mo 9:00-15:00", **SUMMER)], "2031-07-07", "9:00-15:00"),
        ("a season over the new year: December", [rules("Mo 9:00-15:00", **WINTER)], "2026-12-07", "9:00-15:00"),
        ("a season over the new year: January", [rules("Mo 9:00-15:00", **WINTER)], "2026-01-12", "9:00-15:00"),
        ("a season over the new year: first day", [rules("Su 9:00-15:00", **WINTER)], "2026-11-01", "9:00-15:00"),
        ("a season over the new year: last day", [rules("Sa 9:00-15:00", **WINTER)], "2026-02-28", "9:00-15:00"),
        ("a season over the new year: not in summer", [rules("Mo 9:00-15:00", **WINTER)], "2026-07-06", "unstated"),
        ("a season over the new year: not on 29 February", [rules("Tu 9:00-15:00", **WINTER)], "2028-02-29", "unstated"),
        ("a season of one day", [rules("Su 9:00-15:00", season_start="05-03", season_end="05-03")], "2026-05-03", "9:00-15:00"),
        ("a validity starts on its first day", [rules("We 9:00-15:00", **from_to("2026-07-01"))], "2026-07-01", "9:00-15:00"),
        ("a validity ends with its last day", [rules("We 9:00-15:00", **from_to("", "2026-07-01"))], "2026-07-01", "9:00-15:00"),
        ("a validity is over the day after", [rules("Th 9:00-15:00", **from_to("", "2026-07-01"))], "2026-07-02", "unstated"),
        ("a season within a validity", [rules("Mo 9:00-15:00", **SUMMER, **from_to("2026-08-01"))], "2026-07-06", "unstated"),
        ("yearly beats plain", [PLAIN, YEARLY], "2026-08-03", "9:00-15:00"),
        ("yearly beats plain whatever their order", [YEARLY, PLAIN], "2026-08-03", "9:00-15:00"),
        ("out of the season the plain rule holds", [PLAIN, YEARLY], "2026-09-07", "8:00-16:00"),
        ("dated beats yearly", [PLAIN, YEARLY, DATED], "2026-07-06", "10:00-14:00"),
        ("after the dates the season holds", [PLAIN, YEARLY, DATED], "2026-08-03", "9:00-15:00"),
        ("dated beats plain", [PLAIN, DATED], "2026-07-06", "10:00-14:00"),
        ("a month beats a longer season", [YEARLY, MONTH], "2026-08-03", "11:00-13:00"),
        ("a short season beats one over the new year", [rules("Mo 9:00-15:00", **WINTER), rules("Mo 10:00-11:00", season_start="12-20", season_end="01-10")], "2026-01-05", "10:00-11:00"),
        ("shorter dates beat longer ones", [rules("Mo 9:00-15:00", **from_to("2026-07-01", "2026-08-31")), DATED], "2026-07-06", "10:00-14:00"),
        ("dates beat an open-ended validity", [OPEN_ENDED, DATED], "2026-07-06", "10:00-14:00"),
        ("a validity without an end beats plain", [PLAIN, OPEN_ENDED], "2026-03-02", "7:00-15:00"),
        ("of two validities without an end the later holds", [OPEN_ENDED, rules("Mo 6:00-14:00", **from_to("2026-03-01"))], "2026-03-02", "6:00-14:00"),
        ("a validity that comes is not yet in force", [OPEN_ENDED, rules("Mo 6:00-14:00", **from_to("2026-03-03"))], "2026-03-02", "7:00-15:00"),
        ("of two validities that only end the shorter holds", [rules("Mo 7:00-15:00", **from_to("", "2026-12-31")), rules("Mo 6:00-14:00", **from_to("", "2026-03-31"))], "2026-03-02", "6:00-14:00"),
        ("of dates as long as each other the later holds", [rules("Mo 7:00-15:00", **from_to("2026-03-01", "2026-03-10")), rules("Mo 6:00-14:00", **from_to("2026-03-02", "2026-03-11"))], "2026-03-02", "6:00-14:00"),
        ("a season states a weekday closed", [PLAIN, rules("Mo closed", **SUMMER)], "2026-07-06", "closed"),
        ("a season opens a weekday stated closed", ["Mo closed", YEARLY], "2026-07-06", "9:00-15:00"),
        ("a season of one weekday leaves the others", ["Mo-Tu 8:00-16:00", YEARLY], "2026-07-07", "8:00-16:00"),
        ("two lines of one season are two intervals", [PLAIN, YEARLY, rules("Mo 16:00-18:00", **SUMMER)], "2026-07-06", "9:00-15:00 16:00-18:00"),
        ("the same line twice is one interval", [PLAIN, PLAIN], "2026-03-02", "8:00-16:00"),
        ("intervals come in order", ["Mo 13:00-16:00", "Mo 8:00-12:00"], "2026-03-02", "8:00-12:00 13:00-16:00"),
    ),
)  # fmt: skip
def test_usual_day_of_a_season(lines, date, expected):
    assert text_of(usual_day(table(*lines), dt.date.fromisoformat(date))) == expected


EVERY_OTHER = {"weeks": "alternate", "valid_from": dt.date(2026, 3, 4)}  # Counted from a Wednesday.


@pytest.mark.parametrize(
    ("lines", "date", "expected"),
    cases(
        ("first Wednesday", [rules("We 8:00-18:00", weeks="1")], "2026-04-01", "8:00-18:00"),
        ("first Wednesday on the seventh", [rules("We 8:00-18:00", weeks="1")], "2026-10-07", "8:00-18:00"),
        ("the eighth is not the first", [rules("Su 8:00-18:00", weeks="1")], "2026-03-08", "unstated"),
        ("second Monday", [rules("Mo 8:00-18:00", weeks="2")], "2026-03-09", "8:00-18:00"),
        ("second Sunday on the eighth", [rules("Su 8:00-18:00", weeks="2")], "2026-03-08", "8:00-18:00"),
        ("first is not second", [rules("Mo 8:00-18:00", weeks="2")], "2026-03-02", "unstated"),
        ("third Monday", [rules("Mo 8:00-18:00", weeks="3")], "2026-03-16", "8:00-18:00"),
        ("fourth Monday", [rules("Mo 8:00-18:00", weeks="4")], "2026-03-23", "8:00-18:00"),
        ("fifth Monday", [rules("Mo 8:00-18:00", weeks="5")], "2026-03-30", "8:00-18:00"),
        ("the last of four is not the fifth", [rules("Mo 8:00-18:00", weeks="5")], "2026-04-27", "unstated"),
        ("last Monday of five", [rules("Mo 8:00-18:00", weeks="last")], "2026-03-30", "8:00-18:00"),
        ("last Monday of four", [rules("Mo 8:00-18:00", weeks="last")], "2026-04-27", "8:00-18:00"),
        ("the fourth of five is not the last", [rules("Mo 8:00-18:00", weeks="last")], "2026-03-23", "unstated"),
        ("last Saturday of a short February", [rules("Sa 8:00-18:00", weeks="last")], "2026-02-28", "8:00-18:00"),
        ("last Thursday of the year", [rules("Th 8:00-18:00", weeks="last")], "2026-12-31", "8:00-18:00"),
        ("every other week: the week of the anchor", [rules("We 8:00-18:00", **EVERY_OTHER)], "2026-03-04", "8:00-18:00"),
        ("every other week: not the next", [rules("We 8:00-18:00", **EVERY_OTHER)], "2026-03-11", "unstated"),
        ("every other week: the one after", [rules("We 8:00-18:00", **EVERY_OTHER)], "2026-03-18", "8:00-18:00"),
        ("every other week: weeks start on Monday", [rules("Mo 8:00-18:00", **EVERY_OTHER)], "2026-03-16", "8:00-18:00"),
        ("every other week: not before the anchor", [rules("Mo 8:00-18:00", **EVERY_OTHER)], "2026-03-02", "unstated"),
        ("every other week: over the new year", [rules("We 8:00-18:00", **EVERY_OTHER)], "2027-01-06", "8:00-18:00"),
        ("every other week: over both clock changes", [rules("We 8:00-18:00", **EVERY_OTHER)], "2026-10-28", "8:00-18:00"),
        ("one week of the month beats every week", ["We 8:00-16:00", rules("We 8:00-18:00", weeks="1")], "2026-04-01", "8:00-18:00"),
        ("the other weeks keep the plain rule", ["We 8:00-16:00", rules("We 8:00-18:00", weeks="1")], "2026-04-08", "8:00-16:00"),
        ("every other week beats every week", ["We 8:00-16:00", rules("We closed", **EVERY_OTHER)], "2026-03-04", "closed"),
        ("the weeks between keep the plain rule", ["We 8:00-16:00", rules("We closed", **EVERY_OTHER)], "2026-03-11", "8:00-16:00"),
        ("first and third are two lines", [rules("We 8:00-18:00", weeks="1"), rules("We 8:00-18:00", weeks="3")], "2026-03-18", "8:00-18:00"),
        ("a week of the month within a season beats the season", [rules("Mo 9:00-15:00", **SUMMER), rules("Mo closed", weeks="1", **SUMMER)], "2026-07-06", "closed"),
        ("a season beats a week of the month all year", [rules("Mo 9:00-15:00", **SUMMER), rules("Mo closed", weeks="1")], "2026-07-06", "9:00-15:00"),
    ),
)  # fmt: skip
def test_usual_day_of_a_week_of_the_month(lines, date, expected):
    assert text_of(usual_day(table(*lines), dt.date.fromisoformat(date))) == expected


# --- Exceptions ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dated", "date", "expected"),
    cases(
        ("closed for a whole day", [closed("2026-03-02")], "2026-03-02", "closed"),
        ("the day before is as usual", [closed("2026-03-03")], "2026-03-02", "8:00-16:00"),
        ("the day after is as usual", [closed("2026-03-02")], "2026-03-03", "8:00-16:00"),
        ("first day of a range", [closed("2026-03-02", "2026-03-04")], "2026-03-02", "closed"),
        ("middle of a range", [closed("2026-03-02", "2026-03-04")], "2026-03-03", "closed"),
        ("last day of a range", [closed("2026-03-02", "2026-03-04")], "2026-03-04", "closed"),
        ("other hours", [changed("10:00-12:00", "2026-03-02")], "2026-03-02", "10:00-12:00"),
        ("other hours longer than the usual ones", [changed("7:00-19:00", "2026-03-02")], "2026-03-02", "7:00-19:00"),
        ("other hours in two intervals", [changed("13:00-15:00", "2026-03-02"), changed("8:00-10:00", "2026-03-02")], "2026-03-02", "8:00-10:00 13:00-15:00"),
        ("other hours open a day stated closed", [changed("10:00-12:00", "2026-03-07")], "2026-03-07", "10:00-12:00"),
        ("other hours by appointment", [changed("10:00-12:00", "2026-03-02", mode=APPOINTMENT)], "2026-03-02", "10:00-12:00/appointment"),
        ("the same other hours stated twice", [changed("10:00-12:00", "2026-03-02")] * 2, "2026-03-02", "10:00-12:00"),
        ("closed in the middle of the day keeps the rest", [closed_for("10:00-12:00", "2026-03-02")], "2026-03-02", "8:00-10:00 12:00-16:00"),
        ("closed at the beginning of the day", [closed_for("8:00-10:00", "2026-03-02")], "2026-03-02", "10:00-16:00"),
        ("closed at the end of the day", [closed_for("14:00-16:00", "2026-03-02")], "2026-03-02", "8:00-14:00"),
        ("closed from before opening", [closed_for("6:00-10:00", "2026-03-02")], "2026-03-02", "10:00-16:00"),
        ("closed until after closing", [closed_for("14:00-20:00", "2026-03-02")], "2026-03-02", "8:00-14:00"),
        ("closed for just the usual hours", [closed_for("8:00-16:00", "2026-03-02")], "2026-03-02", "closed"),
        ("closed for longer than the usual hours", [closed_for("6:00-20:00", "2026-03-02")], "2026-03-02", "closed"),
        ("closed for a part outside the usual hours", [closed_for("17:00-19:00", "2026-03-02")], "2026-03-02", "8:00-16:00"),
        ("closed up to the opening takes nothing", [closed_for("6:00-8:00", "2026-03-02")], "2026-03-02", "8:00-16:00"),
        ("closed from the closing on takes nothing", [closed_for("16:00-18:00", "2026-03-02")], "2026-03-02", "8:00-16:00"),
        ("closed twice a day", [closed_for("9:00-10:00", "2026-03-02"), closed_for("14:00-15:00", "2026-03-02")], "2026-03-02", "8:00-9:00 10:00-14:00 15:00-16:00"),
        ("closures that overlap", [closed_for("9:00-11:00", "2026-03-02"), closed_for("10:00-12:00", "2026-03-02")], "2026-03-02", "8:00-9:00 12:00-16:00"),
        ("closed for a part of each day of a range", [closed_for("12:00-16:00", "2026-03-02", "2026-03-04")], "2026-03-04", "8:00-12:00"),
        ("closed for a part of a day stated closed", [closed_for("10:00-12:00", "2026-03-07")], "2026-03-07", "closed"),
        ("closed for a part of the other hours", [changed("9:00-13:00", "2026-03-02"), closed_for("10:00-11:00", "2026-03-02")], "2026-03-02", "9:00-10:00 11:00-13:00"),
        ("closed for a part of a day closed as a whole", [closed("2026-03-02"), closed_for("10:00-11:00", "2026-03-02")], "2026-03-02", "closed"),
        ("a day wins over a range", [closed("2026-03-01", "2026-03-08"), changed("10:00-12:00", "2026-03-02")], "2026-03-02", "10:00-12:00"),
        ("a day wins over a range whatever their order", [changed("10:00-12:00", "2026-03-02"), closed("2026-03-01", "2026-03-08")], "2026-03-02", "10:00-12:00"),
        ("a closed day wins over a range of other hours", [changed("10:00-12:00", "2026-03-01", "2026-03-08"), closed("2026-03-02")], "2026-03-02", "closed"),
        ("a shorter range wins over a longer one", [changed("9:00-10:00", "2026-03-01", "2026-03-31"), changed("11:00-12:00", "2026-03-02", "2026-03-06")], "2026-03-02", "11:00-12:00"),
        ("of two that contradict each other closed wins", [changed("10:00-12:00", "2026-03-02"), closed("2026-03-02")], "2026-03-02", "closed"),
        ("of two ranges that contradict each other closed wins", [closed("2026-03-01", "2026-03-03"), changed("10:00-12:00", "2026-03-02", "2026-03-04")], "2026-03-02", "closed"),
    ),
)  # fmt: skip
def test_day_with_exceptions(dated, date, expected):
    assert text_of(day(table(*WEEK, dated=dated), dt.date.fromisoformat(date), {})) == expected


@pytest.mark.parametrize(
    ("closure", "expected"),
    cases(
        ("the evening", closed_for("20:00-23:00", "2026-03-02"), "23:00-6:00"),
        ("the evening up to midnight", closed_for("20:00-24:00", "2026-03-02"), "0:00-6:00"),
        ("the middle, over midnight", closed_for("23:00-1:00", "2026-03-02"), "22:00-23:00 1:00-6:00"),
        ("the beginning, over midnight", closed_for("21:00-1:00", "2026-03-02"), "1:00-6:00"),
        ("the morning, as a part of the next day", closed_for("4:00-8:00", "2026-03-03"), "22:00-4:00"),
        ("the middle, as a part of the next day", closed_for("1:00-2:00", "2026-03-03"), "22:00-1:00 2:00-6:00"),
        ("all of it, over midnight", closed_for("20:00-8:00", "2026-03-02"), "closed"),
        ("a night that has ended before it", closed_for("22:00-6:00", "2026-03-01"), "22:00-6:00"),
        ("the evening of the next day", closed_for("22:00-23:00", "2026-03-03"), "22:00-6:00"),
    ),
)
def test_day_with_a_part_of_its_night_closed(closure, expected):
    assert text_of(day(table(*NIGHTS, dated=[closure]), dt.date(2026, 3, 2), {})) == expected


def test_interval_left_of_a_night_keeps_its_moments():
    timetable = table(*NIGHTS, dated=[closed_for("21:00-1:00", "2026-03-02")])
    (left,) = day(timetable, dt.date(2026, 3, 2), {}).intervals
    span = left.on(dt.date(2026, 3, 2))
    assert (wall(span.start), wall(span.end)) == ("2026-03-03 1:00", "2026-03-03 6:00")


# --- Public holidays -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("timetable", "date", "expected", "reason"),
    cases(
        ("24 December 2024 was a working day", OFFICE, "2024-12-24", "8:00-16:00", ""),
        ("24 December 2025 was a holiday", OFFICE, "2025-12-24", "closed", "Wigilia Bożego Narodzenia"),
        ("24 December 2026 is a holiday", OFFICE, "2026-12-24", "closed", "Wigilia Bożego Narodzenia"),
        ("new year", OFFICE, "2026-01-01", "closed", "Nowy Rok"),
        ("Epiphany", OFFICE, "2026-01-06", "closed", "Święto Trzech Króli"),
        ("Easter Monday moves", OFFICE, "2026-04-06", "closed", "Poniedziałek Wielkanocny"),
        ("Easter Monday of another year", OFFICE, "2027-03-29", "closed", "Poniedziałek Wielkanocny"),
        ("Corpus Christi moves", OFFICE, "2026-06-04", "closed", "Dzień Bożego Ciała"),
        ("Independence Day", OFFICE, "2026-11-11", "closed", "Narodowe Święto Niepodległości"),
        ("the day after a holiday", OFFICE, "2026-11-12", "8:00-16:00", ""),
        ("a holiday on a day stated closed", OFFICE, "2026-11-01", "closed", "Uroczystość Wszystkich Świętych"),
        ("a holiday on a weekday not stated", WOLOMIN, "2026-11-11", "closed", "Narodowe Święto Niepodległości"),
        ("a place that does not close on holidays", ALWAYS, "2026-12-25", "0:00-0:00", ""),
        ("a holiday without a timetable", Timetable(), "2026-12-25", "unstated", ""),
        ("an exception opens on a holiday", table(*WEEK, dated=[changed("10:00-12:00", "2026-11-11", reason="Dyżur")]), "2026-11-11", "10:00-12:00", "Dyżur"),
        ("an exception names the holiday otherwise", table(*WEEK, dated=[closed("2026-12-24", "2026-12-31", "Przerwa")]), "2026-12-25", "closed", "Przerwa"),
        ("a day in lieu of a holiday on Saturday", table(*WEEK, dated=[closed("2026-08-14", reason="Dzień wolny za 15 sierpnia")]), "2026-08-14", "closed", "Dzień wolny za 15 sierpnia"),
        ("a part-day closure on a holiday", table(*WEEK, dated=[closed_for("10:00-12:00", "2026-11-11", reason="x")]), "2026-11-11", "closed", "Narodowe Święto Niepodległości"),
    ),
)  # fmt: skip
def test_day_on_a_public_holiday(timetable, date, expected, reason):
    one = day(timetable, dt.date.fromisoformat(date), HOLIDAYS)
    assert (text_of(one), one.reason) == (expected, reason)


# --- Both changes of the clock -------------------------------------------------------------
# In spring 2:00 becomes 3:00 (1:00Z); in autumn 3:00 becomes 2:00 (1:00Z), and the hour from 2 to 3 comes twice.

SPRING, AUTUMN = dt.date(2026, 3, 29), dt.date(2026, 10, 25)


@pytest.mark.parametrize(
    ("text", "date", "start", "end"),
    cases(
        ("spring: across the change", "1:00-4:00", SPRING, "0:00Z", "2:00Z"),
        ("spring: up to the change", "1:00-2:00", SPRING, "0:00Z", "1:00Z"),
        ("spring: up to three", "1:00-3:00", SPRING, "0:00Z", "1:00Z"),
        ("spring: from three", "3:00-4:00", SPRING, "1:00Z", "2:00Z"),
        ("spring: until a time that never comes", "1:00-2:30", SPRING, "0:00Z", "1:00Z"),
        ("spring: from a time that never comes", "2:30-4:00", SPRING, "1:00Z", "2:00Z"),
        ("spring: the day after", "2:30-4:00", SPRING + dt.timedelta(days=1), "0:30Z", "2:00Z"),
        ("autumn: across the change", "1:00-4:00", AUTUMN, "23:00Z", "3:00Z"),
        ("autumn: the hour that comes twice", "2:00-3:00", AUTUMN, "0:00Z", "2:00Z"),
        ("autumn: up to the hour that comes twice", "1:00-2:00", AUTUMN, "23:00Z", "0:00Z"),
        ("autumn: until a time that comes twice, the first", "1:00-2:30", AUTUMN, "23:00Z", "0:30Z"),
        ("autumn: from a time that comes twice, the first", "2:30-4:00", AUTUMN, "0:30Z", "3:00Z"),
        ("autumn: after the change", "3:00-4:00", AUTUMN, "2:00Z", "3:00Z"),
        ("autumn: working hours", "8:00-16:00", AUTUMN, "7:00Z", "15:00Z"),
    ),
)
def test_interval_on_the_day_of_a_clock_change(text, date, start, end):
    span = hours(text).on(date)
    assert (f"{clock_text(span.start)}Z", f"{clock_text(span.end)}Z") == (start, end)


@pytest.mark.parametrize(
    ("text", "date", "length"),
    cases(
        ("spring: 24 hours are 23", "0:00-24:00", SPRING, 23),
        ("autumn: 24 hours are 25", "0:00-24:00", AUTUMN, 25),
        ("spring: the night is an hour shorter", "22:00-6:00", SPRING - dt.timedelta(days=1), 7),
        ("autumn: the night is an hour longer", "22:00-6:00", AUTUMN - dt.timedelta(days=1), 9),
        ("working hours stay as long", "8:00-16:00", SPRING, 8),
    ),
)
def test_interval_length_at_a_clock_change(text, date, length):
    span = hours(text).on(date)
    assert (span.end - span.start) / dt.timedelta(hours=1) == length


def test_day_of_a_clock_change_with_a_closure_in_the_hour_that_never_comes():
    timetable = table("Su 1:00-5:00", dated=[closed_for("2:00-3:30", "2026-03-29")])
    assert text_of(day(timetable, SPRING, {})) == "1:00-3:00 3:30-5:00"


def test_usual_day_keeps_wall_time_whatever_the_clock_does():
    assert text_of(usual_day(table("Su 2:00-3:00"), SPRING)) == "2:00-3:00"


# --- Whose hours ---------------------------------------------------------------------------

SECTION = table("Mo 10:00-12:00", note="komórka", closed_on_holidays=False)
BUILDING = table("Mo 9:00-15:00", note="budynek")


@pytest.mark.parametrize(
    ("line", "date", "expected"),
    cases(
        ("its own hours first", [SECTION, BUILDING, OFFICE], "2026-03-02", "10:00-12:00"),
        ("then its building's", [Timetable(), BUILDING, OFFICE], "2026-03-02", "9:00-15:00"),
        ("then its office's", [Timetable(), Timetable(), OFFICE], "2026-03-02", "8:00-16:00"),
        ("none anywhere", [Timetable(), Timetable()], "2026-03-02", "unstated"),
        ("nothing given", [], "2026-03-02", "unstated"),
        ("weekdays are not mixed: its own Tuesday is not stated", [SECTION, OFFICE], "2026-03-03", "unstated"),
        ("an exception of the building closes its section", [SECTION, REMONT, OFFICE], "2026-03-02", "closed"),
        ("an exception of the office closes its section", [SECTION, BUILDING, REMONT], "2026-03-02", "closed"),
        ("an exception of its own", [SECTION, REMONT, BUILDING], "2026-03-02", "closed"),
        ("an exception alone leaves the hours of the next in line", [REMONT, BUILDING], "2026-03-09", "9:00-15:00"),
        ("its own exception opens a day of a longer closure", [table("Mo 10:00-12:00", dated=[changed("8:00-9:00", "2026-03-02")]), table(dated=[closed("2026-03-01", "2026-03-08")])], "2026-03-02", "8:00-9:00"),
        ("a closed building wins over its section's other hours", [table("Mo 10:00-12:00", dated=[changed("8:00-9:00", "2026-03-02")]), REMONT], "2026-03-02", "closed"),
        ("a part-day closure of the building", [SECTION, table(dated=[closed_for("11:00-14:00", "2026-03-02")])], "2026-03-02", "10:00-11:00"),
        ("whether holidays count comes with the hours", [table("Mo 10:00-12:00", closed_on_holidays=False), OFFICE], "2026-04-06", "10:00-12:00"),
        ("holidays count as they do for the hours inherited", [Timetable(closed_on_holidays=False), OFFICE], "2026-04-06", "closed"),
    ),
)  # fmt: skip
def test_inherited(line, date, expected):
    assert text_of(day(inherited(*line), dt.date.fromisoformat(date), HOLIDAYS)) == expected


def test_inherited_note_comes_with_the_hours():
    assert inherited(Timetable(), BUILDING, OFFICE).note == "budynek"


def test_inherited_note_without_hours_is_what_the_place_states():
    assert inherited(Timetable(note="w środy"), BUILDING, OFFICE) == Timetable(note="w środy")


def test_inherited_keeps_the_exceptions_of_all():
    assert inherited(REMONT, TRAINING).dated == REMONT.dated + TRAINING.dated


@pytest.mark.parametrize(
    ("timetable", "expected"),
    cases(
        ("weekly rules", OFFICE, True),
        ("a week stated closed", table("Mo closed"), True),
        ("nothing", Timetable(), False),
        ("exceptions alone", REMONT, False),
        ("a note alone", Timetable(note="x"), True),
    ),
)
def test_timetable_is_true_when_it_says_something_of_the_week(timetable, expected):
    assert bool(timetable) is expected


# --- The days that differ ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("timetable", "first", "expected"),
    cases(
        ("an ordinary fortnight", OFFICE, "2026-03-02", []),
        ("a day closed", table(*WEEK, dated=[closed("2026-03-04")]), "2026-03-02", ["2026-03-04 closed"]),
        ("a range", table(*WEEK, dated=[closed("2026-03-05", "2026-03-09")]), "2026-03-02", ["2026-03-05 closed", "2026-03-06 closed", "2026-03-09 closed"]),
        ("other hours", table(*WEEK, dated=[changed("8:00-11:00", "2026-03-04")]), "2026-03-02", ["2026-03-04 8:00-11:00"]),
        ("the same hours as usual are no change", table(*WEEK, dated=[changed("8:00-16:00", "2026-03-04")]), "2026-03-02", []),
        ("another mode is a change", table(*WEEK, dated=[changed("8:00-16:00", "2026-03-04", mode=PHONE)]), "2026-03-02", ["2026-03-04 8:00-16:00/phone"]),
        ("a part-day closure", table(*WEEK, dated=[closed_for("8:00-10:00", "2026-03-04")]), "2026-03-02", ["2026-03-04 10:00-16:00"]),
        ("a part-day closure that takes nothing", table(*WEEK, dated=[closed_for("17:00-18:00", "2026-03-04")]), "2026-03-02", []),
        ("opened on a day stated closed", table(*WEEK, dated=[changed("9:00-12:00", "2026-03-07")]), "2026-03-02", ["2026-03-07 9:00-12:00"]),
        ("closed on a day stated closed", table(*WEEK, dated=[closed("2026-03-07")]), "2026-03-02", []),
        ("closed on a day not stated", table("Mo 8:00-16:00", dated=[closed("2026-03-04")]), "2026-03-02", ["2026-03-04 closed"]),
        ("a public holiday", OFFICE, "2026-11-02", ["2026-11-11 closed"]),
        ("a public holiday on a day stated closed", OFFICE, "2026-08-10", []),
        ("a public holiday on a day not stated", WOLOMIN, "2026-11-02", ["2026-11-11 closed"]),
        ("a public holiday that does not count", ALWAYS, "2026-11-02", []),
        ("the first day itself", table(*WEEK, dated=[closed("2026-03-02")]), "2026-03-02", ["2026-03-02 closed"]),
        ("the last day", table(*WEEK, dated=[closed("2026-03-13")]), "2026-02-28", ["2026-03-13 closed"]),
        ("the day after the last", table(*WEEK, dated=[closed("2026-03-16")]), "2026-03-02", []),
        ("yesterday", table(*WEEK, dated=[closed("2026-03-02")]), "2026-03-03", []),
        ("a night that the next day's closure cuts short", table("Mo 22:00-6:00", "Tu closed", dated=[closed_for("4:00-8:00", "2026-03-03")]), "2026-03-02", ["2026-03-02 22:00-4:00"]),
        ("exceptions alone", REMONT, "2026-03-02", ["2026-03-02 closed"]),
    ),
)  # fmt: skip
def test_upcoming_changes(timetable, first, expected):
    found = upcoming_changes(timetable, dt.date.fromisoformat(first), 14, HOLIDAYS)
    assert [f"{one.date} {text_of(one)}" for one in found] == expected


@pytest.mark.parametrize(
    ("timetable", "date", "expected"),
    cases(
        ("a closure", table(*WEEK, dated=[closed("2026-03-02", reason="remont")]), "2026-03-02", "remont"),
        ("a part-day closure", TRAINING, "2026-03-02", "szkolenie"),
        ("a part-day closure of a day of other hours", table(*WEEK, dated=[changed("8:00-14:00", "2026-03-02", reason="wybory"), closed_for("10:00-11:00", "2026-03-02", reason="awaria")]), "2026-03-02", "wybory"),
        ("a part-day closure that takes nothing", table(*WEEK, dated=[closed_for("17:00-18:00", "2026-03-02", reason="x")]), "2026-03-02", ""),
        ("an ordinary day", OFFICE, "2026-03-02", ""),
    ),
)  # fmt: skip
def test_day_reason(timetable, date, expected):
    assert day(timetable, dt.date.fromisoformat(date), {}).reason == expected
