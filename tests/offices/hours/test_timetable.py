"""Whether a place is open at a moment, why, and what comes next: each line of a table is a rule.

2 March 2026 is a Monday.
"""

import datetime as dt

import pytest

from offices.hours.timetable import UNKNOWN, State, Timetable, status
from tests.offices.hours.hours_text import (
    ALWAYS,
    APPOINTMENT,
    BREAK,
    CLOSED,
    HOLIDAYS,
    NIGHT,
    NIGHTS,
    OFFICE,
    OPEN,
    PHONE,
    TRAINING,
    UNSTATED,
    WEEK,
    WOLOMIN,
    at,
    cases,
    changed,
    closed,
    closed_for,
    rules,
    table,
    wall,
)

# --- Open or closed ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("before opening", OFFICE, "2026-03-02 7:59", CLOSED),
        ("the opening minute is open", OFFICE, "2026-03-02 8:00", OPEN),
        ("during the day", OFFICE, "2026-03-02 12:00", OPEN),
        ("the last minute is open", OFFICE, "2026-03-02 15:59", OPEN),
        ("the closing minute is closed", OFFICE, "2026-03-02 16:00", CLOSED),
        ("after closing", OFFICE, "2026-03-02 20:00", CLOSED),
        ("midnight of a working day", OFFICE, "2026-03-03 0:00", CLOSED),
        ("a weekday stated closed", OFFICE, "2026-03-07 12:00", CLOSED),
        ("first interval of two", BREAK, "2026-03-02 11:59", OPEN),
        ("the break begins with its first minute", BREAK, "2026-03-02 12:00", CLOSED),
        ("the break ends with the next opening", BREAK, "2026-03-02 13:00", OPEN),
        ("third interval of three", table("Mo 8:00-9:00 10:00-11:00 12:00-13:00"), "2026-03-02 12:30", OPEN),
        ("between the second and the third", table("Mo 8:00-9:00 10:00-11:00 12:00-13:00"), "2026-03-02 11:00", CLOSED),
        ("intervals that touch leave no gap", table("Mo 8:00-12:00 12:00-16:00"), "2026-03-02 12:00", OPEN),
        ("intervals that overlap", table("Mo 8:00-13:00 12:00-16:00"), "2026-03-02 12:30", OPEN),
        ("an interval up to midnight", table("Mo 16:00-24:00"), "2026-03-02 23:59", OPEN),
        ("an interval up to midnight has ended at midnight", table("Mo-Tu 16:00-24:00"), "2026-03-03 0:00", CLOSED),
        ("around the clock at midnight", ALWAYS, "2026-03-03 0:00", OPEN),
        ("around the clock at night", ALWAYS, "2026-03-03 3:33", OPEN),
    ),
)
def test_status_within_a_day(timetable, moment, expected):
    assert status(timetable, at(moment), {}).state == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    cases(
        ("summer in UTC", "2026-07-06 6:00Z", OPEN),
        ("a minute before in UTC", "2026-07-06 5:59Z", CLOSED),
        ("winter in UTC", "2026-01-05 7:00Z", OPEN),
        ("a minute before in UTC in winter", "2026-01-05 6:59Z", CLOSED),
    ),
)
def test_status_takes_a_moment_of_any_zone(moment, expected):
    assert status(OFFICE, at(moment), {}).state == expected


# --- What is not known ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("no timetable at all", Timetable(), "2026-03-02 12:00", UNSTATED),
        ("a weekday without a line", WOLOMIN, "2026-03-04 12:00", UNSTATED),
        ("an unstated weekday from its first minute", WOLOMIN, "2026-03-04 0:00", UNSTATED),
        ("an unstated weekday to its last minute", WOLOMIN, "2026-03-04 23:59", UNSTATED),
        ("the day before an unstated one, after hours", WOLOMIN, "2026-03-03 23:59", CLOSED),
        ("the day after an unstated one, before hours", WOLOMIN, "2026-03-05 0:00", CLOSED),
        ("a rule that is not yet valid", table(rules("Mo 8:00-16:00", valid_from=dt.date(2026, 3, 3))), "2026-03-02 12:00", UNSTATED),
        ("a rule no longer valid", table(rules("Mo 8:00-16:00", valid_until=dt.date(2026, 3, 1))), "2026-03-02 12:00", UNSTATED),
        ("out of the only season", table(rules("Mo 8:00-16:00", season_start="07-01", season_end="08-31")), "2026-03-02 12:00", UNSTATED),
        ("not the only week of the month", table(rules("Mo 8:00-16:00", weeks="1")), "2026-03-09 12:00", UNSTATED),
        ("an exception alone says nothing of other days", Timetable(dated=(closed("2026-03-03"),)), "2026-03-02 12:00", UNSTATED),
        ("an exception alone closes its own day", Timetable(dated=(closed("2026-03-03"),)), "2026-03-03 12:00", CLOSED),
        ("an exception alone opens its own day", Timetable(dated=(changed("10:00-12:00", "2026-03-03"),)), "2026-03-03 11:00", OPEN),
        ("part of an unstated day taken out leaves it unstated", table("Mo 8:00-16:00", dated=[closed_for("10:00-12:00", "2026-03-04")]), "2026-03-04 11:00", UNSTATED),
        ("an exception states an unstated weekday", table("Mo 8:00-16:00", dated=[closed("2026-03-04")]), "2026-03-04 11:00", CLOSED),
    ),
)  # fmt: skip
def test_status_of_the_unknown_is_never_closed(timetable, moment, expected):
    assert status(timetable, at(moment), {}).state == expected


def test_status_without_any_timetable_is_unknown():
    assert status(Timetable(), at("2026-03-02 12:00"), HOLIDAYS) == UNKNOWN


def test_status_of_exceptions_alone_ignores_public_holidays():
    alone = Timetable(dated=(closed("2026-03-03"),))
    assert status(alone, at("2026-11-11 12:00"), HOLIDAYS).state == State.UNKNOWN


# --- How people are received ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("by appointment is not open", table("Mo 8:00-16:00 appointment"), "2026-03-02 12:00", APPOINTMENT),
        ("by phone is not open", table("Mo 8:00-16:00 phone"), "2026-03-02 12:00", PHONE),
        ("by appointment ends closed", table("Mo 8:00-16:00 appointment"), "2026-03-02 16:00", CLOSED),
        ("walk-in first, then by appointment", table("Mo 8:00-12:00", "Mo 12:00-16:00 appointment"), "2026-03-02 12:00", APPOINTMENT),
        ("walk-in wins over appointment", table("Mo 8:00-16:00 appointment", "Mo 10:00-12:00"), "2026-03-02 11:00", OPEN),
        ("appointment wins over phone", table("Mo 8:00-16:00 phone", "Mo 10:00-12:00 appointment"), "2026-03-02 11:00", APPOINTMENT),
        ("after the walk-in hour the appointment holds again", table("Mo 8:00-16:00 appointment", "Mo 10:00-12:00"), "2026-03-02 12:00", APPOINTMENT),
        ("an exception by appointment is not open", table(*WEEK, dated=[changed("8:00-16:00", "2026-03-02", mode=APPOINTMENT)]), "2026-03-02 12:00", APPOINTMENT),
        ("an exception by phone is not open", table(*WEEK, dated=[changed("8:00-16:00", "2026-03-02", mode=PHONE)]), "2026-03-02 12:00", PHONE),
    ),
)  # fmt: skip
def test_status_tells_the_mode(timetable, moment, expected):
    assert status(timetable, at(moment), {}).state == expected


# --- Over midnight -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("the evening", NIGHT, "2026-03-06 22:00", OPEN),
        ("midnight", NIGHT, "2026-03-07 0:00", OPEN),
        ("into a day without hours of its own", NIGHT, "2026-03-07 5:59", OPEN),
        ("the end of the night", NIGHT, "2026-03-07 6:00", UNSTATED),
        ("not the night before", NIGHT, "2026-03-06 5:00", CLOSED),
        ("into a day stated closed", table("Fr 22:00-6:00", "Sa closed"), "2026-03-07 2:00", OPEN),
        ("a day stated closed, after the night", table("Fr 22:00-6:00", "Sa closed"), "2026-03-07 6:00", CLOSED),
        ("into a public holiday", table("Th 22:00-6:00", "Fr closed"), "2026-05-01 2:00", OPEN),
        ("no night starts on a public holiday", table("Th-Fr 22:00-6:00"), "2026-05-01 23:00", CLOSED),
        ("no night is left of a public holiday", table("Fr-Sa 22:00-6:00"), "2026-05-02 2:00", CLOSED),
        ("into a day closed by an exception", table("Fr 22:00-6:00", dated=[closed("2026-03-07")]), "2026-03-07 2:00", OPEN),
        ("no night starts on a day closed by an exception", table("Fr-Sa 22:00-6:00", dated=[closed("2026-03-06")]), "2026-03-07 2:00", CLOSED),
        ("from Sunday into Monday", table("Su 22:00-6:00"), "2026-03-09 1:00", OPEN),
        ("over the new year", table("Th 22:00-6:00", closed_on_holidays=False), "2027-01-01 1:00", OPEN),
        ("out of a season on its last night", table(rules("Fr 22:00-6:00", season_start="03-01", season_end="03-06")), "2026-03-07 2:00", OPEN),
        ("out of a validity on its last night", table(rules("Fr 22:00-6:00", valid_until=dt.date(2026, 3, 6))), "2026-03-07 2:00", OPEN),
        ("an interval of a whole day", table("Mo 8:00-8:00"), "2026-03-03 7:59", OPEN),
        ("an interval of a whole day ends", table("Mo 8:00-8:00", "Tu closed"), "2026-03-03 8:00", CLOSED),
        ("the night and the morning overlap", table("Mo 22:00-6:00 appointment", "Tu 5:00-7:00"), "2026-03-03 5:30", OPEN),
    ),
)  # fmt: skip
def test_status_over_midnight(timetable, moment, expected):
    assert status(timetable, at(moment), HOLIDAYS).state == expected


# --- Exceptions ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dated", "moment", "expected"),
    cases(
        ("other hours have not begun", [changed("10:00-12:00", "2026-03-02")], "2026-03-02 9:59", CLOSED),
        ("other hours begin", [changed("10:00-12:00", "2026-03-02")], "2026-03-02 10:00", OPEN),
        ("other hours are over", [changed("10:00-12:00", "2026-03-02")], "2026-03-02 12:00", CLOSED),
        ("the last minute before a part is closed", [closed_for("10:00-12:00", "2026-03-02")], "2026-03-02 9:59", OPEN),
        ("the first minute of a closed part", [closed_for("10:00-12:00", "2026-03-02")], "2026-03-02 10:00", CLOSED),
        ("the first minute after a closed part", [closed_for("10:00-12:00", "2026-03-02")], "2026-03-02 12:00", OPEN),
        ("a closed part does not reach the next day", [closed_for("10:00-12:00", "2026-03-02")], "2026-03-03 11:00", OPEN),
        ("a closed night reaches the next morning", [closed_for("20:00-10:00", "2026-03-02")], "2026-03-03 9:59", CLOSED),
        ("a closed night ends the next morning", [closed_for("20:00-10:00", "2026-03-02")], "2026-03-03 10:00", OPEN),
        ("other hours over midnight", [changed("20:00-2:00", "2026-03-02")], "2026-03-03 1:59", OPEN),
        ("a whole day closed from its first minute", [closed("2026-03-02")], "2026-03-02 0:00", CLOSED),
    ),
)  # fmt: skip
def test_status_with_exceptions(dated, moment, expected):
    assert status(table(*WEEK, dated=dated), at(moment), {}).state == expected


@pytest.mark.parametrize(
    ("closure", "open_hours"),
    cases(
        ("the middle", closed_for("23:00-1:00", "2026-03-02"), [22, 1, 2, 3, 4, 5]),
        ("the beginning", closed_for("21:00-1:00", "2026-03-02"), [1, 2, 3, 4, 5]),
        ("as a part of the next day", closed_for("1:00-2:00", "2026-03-03"), [22, 23, 0, 2, 3, 4, 5]),
    ),
)
def test_status_agrees_with_the_day_about_a_night_cut_short(closure, open_hours):
    timetable = table(*NIGHTS, dated=[closure])
    night = [at("2026-03-02 20:00") + dt.timedelta(hours=hour) for hour in range(14)]
    assert [moment.hour for moment in night if status(timetable, moment, {}).state == OPEN] == open_hours


# --- Public holidays -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("closed at noon of a holiday", OFFICE, "2026-11-11 12:00", CLOSED),
        ("open at noon of a holiday that does not count", table(*WEEK, closed_on_holidays=False), "2026-11-11 12:00", OPEN),
        ("open on a holiday by exception", table(*WEEK, dated=[changed("10:00-14:00", "2026-11-11")]), "2026-11-11 12:00", OPEN),
        ("an unstated weekday is closed on a holiday", WOLOMIN, "2026-11-11 12:00", CLOSED),
        ("a help line around the clock answers at Christmas", ALWAYS, "2026-12-25 3:00", OPEN),
    ),
)  # fmt: skip
def test_status_on_a_public_holiday(timetable, moment, expected):
    assert status(timetable, at(moment), HOLIDAYS).state == expected


# --- Why -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("an ordinary evening has none", OFFICE, "2026-03-02 20:00", ""),
        ("a whole day closed", table(*WEEK, dated=[closed("2026-03-02", reason="remont")]), "2026-03-02 12:00", "remont"),
        ("a whole day closed, in the evening", table(*WEEK, dated=[closed("2026-03-02", reason="remont")]), "2026-03-02 20:00", "remont"),
        ("a public holiday", OFFICE, "2026-11-11 12:00", "Narodowe Święto Niepodległości"),
        ("other hours", table(*WEEK, dated=[changed("8:00-10:00", "2026-03-02", reason="wybory")]), "2026-03-02 12:00", "wybory"),
        ("a part-day closure, while it lasts", TRAINING, "2026-03-02 11:00", "szkolenie"),
        ("a part-day closure, before opening", TRAINING, "2026-03-02 7:00", ""),
        ("a part-day closure, while open", TRAINING, "2026-03-02 9:00", ""),
        ("a part-day closure, in the evening", TRAINING, "2026-03-02 20:00", ""),
        ("a closed night, after midnight", table(*WEEK, dated=[closed_for("20:00-10:00", "2026-03-02", reason="awaria")]), "2026-03-03 9:00", "awaria"),
        ("a part closed on a day of other hours", table(*WEEK, dated=[changed("8:00-14:00", "2026-03-02", reason="wybory"), closed_for("10:00-12:00", "2026-03-02", reason="awaria")]), "2026-03-02 11:00", "awaria"),
        ("a closed day that does not say why", table(*WEEK, dated=[closed("2026-03-02"), closed("2026-03-01", "2026-03-05", "remont")]), "2026-03-02 12:00", ""),
    ),
)  # fmt: skip
def test_status_reason(timetable, moment, expected):
    assert status(timetable, at(moment), HOLIDAYS).reason == expected


# --- What comes next -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("today, before opening", OFFICE, "2026-03-02 7:00", "2026-03-02 8:00"),
        ("today, after the break", BREAK, "2026-03-02 12:30", "2026-03-02 13:00"),
        ("tomorrow", OFFICE, "2026-03-02 16:00", "2026-03-03 8:00"),
        ("over the weekend", OFFICE, "2026-03-06 17:00", "2026-03-09 8:00"),
        ("over Easter", OFFICE, "2026-04-03 17:00", "2026-04-07 8:00"),
        ("over Christmas and a weekend", OFFICE, "2026-12-23 17:00", "2026-12-28 8:00"),
        ("over a closed week", table(*WEEK, dated=[closed("2026-03-09", "2026-03-13")]), "2026-03-06 17:00", "2026-03-16 8:00"),
        ("other hours tomorrow", table(*WEEK, dated=[changed("10:00-12:00", "2026-03-03")]), "2026-03-02 17:00", "2026-03-03 10:00"),
        ("after a part-day closure", TRAINING, "2026-03-02 10:00", "2026-03-02 12:00"),
        ("over an unstated day", WOLOMIN, "2026-03-03 17:00", "2026-03-05 8:00"),
        ("from an unstated day", WOLOMIN, "2026-03-04 9:00", "2026-03-05 8:00"),
        ("once a month", table(rules("We 8:00-18:00", weeks="1")), "2026-03-04 18:00", "2026-04-01 8:00"),
        ("once a year", table(rules("Mo-Su 8:00-9:00", season_start="03-01", season_end="03-01"), closed_on_holidays=False), "2026-03-02 9:00", "2027-03-01 8:00"),
        ("what is left of the night, asked before midnight", table(*NIGHTS, dated=[closed_for("20:00-1:00", "2026-03-02")]), "2026-03-02 21:00", "2026-03-03 1:00"),
        ("what is left of the night, asked after midnight", table(*NIGHTS, dated=[closed_for("0:00-2:00", "2026-03-03")]), "2026-03-03 1:00", "2026-03-03 2:00"),
        ("after a closed evening and a closed morning", table(*NIGHTS, dated=[closed_for("20:00-24:00", "2026-03-02"), closed_for("0:00-0:30", "2026-03-03")]), "2026-03-02 21:00", "2026-03-03 0:30"),
        ("none while open", OFFICE, "2026-03-02 12:00", None),
        ("never", table("Mo-Su closed"), "2026-03-02 12:00", None),
        ("never, as far as known", table("Mo closed"), "2026-03-02 12:00", None),
        ("on the last day of the search", Timetable(dated=(changed("8:00-9:00", "2027-03-06"),)), "2026-03-02 0:00", "2027-03-06 8:00"),
        ("not beyond the search", Timetable(dated=(changed("8:00-9:00", "2027-03-07"),)), "2026-03-02 0:00", None),
    ),
)  # fmt: skip
def test_status_next_start(timetable, moment, expected):
    assert wall(status(timetable, at(moment), HOLIDAYS).next_start) == expected


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("walk-in", OFFICE, "2026-03-02 7:00", OPEN),
        ("by appointment", table("Mo 8:00-16:00 appointment"), "2026-03-02 7:00", APPOINTMENT),
        ("by phone", table("Mo 8:00-16:00 phone"), "2026-03-02 7:00", PHONE),
        ("of two at once the easier", table("Mo 8:00-16:00 phone", "Mo 8:00-9:00"), "2026-03-02 7:00", OPEN),
        ("of two the earlier", table("Mo 7:30-16:00 phone", "Mo 8:00-9:00"), "2026-03-02 7:00", PHONE),
        ("never", table("Mo-Su closed"), "2026-03-02 7:00", None),
    ),
)
def test_status_next_mode(timetable, moment, expected):
    assert status(timetable, at(moment), {}).next_mode == expected


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("none on the way", OFFICE, "2026-03-02 17:00", None),
        ("tomorrow", WOLOMIN, "2026-03-03 17:00", "2026-03-04"),
        ("today", WOLOMIN, "2026-03-04 9:00", "2026-03-04"),
        ("the first of several", table("Mo 8:00-16:00"), "2026-03-02 17:00", "2026-03-03"),
        ("not after the next opening", WOLOMIN, "2026-03-02 17:00", None),
        ("a holiday is stated", WOLOMIN, "2026-11-10 17:00", None),
        ("an exception states the day", table("Mo-Tu 8:00-16:00", "Th 8:00-16:00", dated=[closed("2026-03-04")]), "2026-03-03 17:00", None),
        ("without any opening to come", table("Mo closed"), "2026-03-02 17:00", "2026-03-03"),
        ("while open", WOLOMIN, "2026-03-03 12:00", None),
    ),
)  # fmt: skip
def test_status_unstated_before(timetable, moment, expected):
    unstated = status(timetable, at(moment), HOLIDAYS).unstated_before
    assert (unstated and f"{unstated}") == expected


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("the closing time", OFFICE, "2026-03-02 12:00", "2026-03-02 16:00"),
        ("the break", BREAK, "2026-03-02 8:00", "2026-03-02 12:00"),
        ("intervals that touch are one", table("Mo 8:00-12:00 12:00-16:00"), "2026-03-02 9:00", "2026-03-02 16:00"),
        ("intervals that overlap are one", table("Mo 8:00-13:00 12:00-16:00"), "2026-03-02 9:00", "2026-03-02 16:00"),
        ("a change of mode ends it", table("Mo 8:00-12:00", "Mo 12:00-16:00 appointment"), "2026-03-02 9:00", "2026-03-02 12:00"),
        ("a part-day closure ends it", TRAINING, "2026-03-02 9:00", "2026-03-02 10:00"),
        ("over midnight", NIGHT, "2026-03-06 23:00", "2026-03-07 6:00"),
        ("after midnight", NIGHT, "2026-03-07 1:00", "2026-03-07 6:00"),
        ("an easier way begins after midnight", table("Mo 22:00-6:00 appointment", "Tu 1:00-3:00"), "2026-03-02 23:00", "2026-03-03 1:00"),
        ("from night to morning without a gap", table("Mo 22:00-6:00", "Tu 6:00-8:00"), "2026-03-02 23:00", "2026-03-03 8:00"),
        ("from night to day", table("Mo-Su 0:00-24:00"), "2026-03-02 12:00", "2026-04-05 0:00"),
        ("around the clock, for ever", ALWAYS, "2026-03-02 12:00", None),
        ("other hours", table(*WEEK, dated=[changed("8:00-11:00", "2026-03-02")]), "2026-03-02 9:00", "2026-03-02 11:00"),
        ("none while closed", OFFICE, "2026-03-02 17:00", None),
    ),
)  # fmt: skip
def test_status_until(timetable, moment, expected):
    assert wall(status(timetable, at(moment), HOLIDAYS).until) == expected


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("it opens", OFFICE, "2026-03-02 7:00", "2026-03-02 8:00"),
        ("it closes", OFFICE, "2026-03-02 8:00", "2026-03-02 16:00"),
        ("from closed to the unknown at midnight", WOLOMIN, "2026-03-03 17:00", "2026-03-04 0:00"),
        ("from the unknown to closed at midnight", WOLOMIN, "2026-03-04 12:00", "2026-03-05 0:00"),
        ("from the unknown to open at midnight", table("Mo 0:00-2:00"), "2026-03-08 12:00", "2026-03-09 0:00"),
        ("from a stated Friday over an unstated weekend", table("Mo-Fr 8:00-16:00"), "2026-03-06 17:00", "2026-03-07 0:00"),
        ("midnight alone changes nothing", OFFICE, "2026-03-06 17:00", "2026-03-09 8:00"),
        ("a part-day closure starts", TRAINING, "2026-03-02 8:30", "2026-03-02 10:00"),
        ("a part-day closure ends", TRAINING, "2026-03-02 10:00", "2026-03-02 12:00"),
        ("never: nothing is stated", Timetable(), "2026-03-02 12:00", None),
        ("never: always closed", table("Mo-Su closed"), "2026-03-02 12:00", None),
        ("never: past exceptions alone", Timetable(dated=(closed("2026-03-01"),)), "2026-03-02 12:00", None),
        ("an exception to come", Timetable(dated=(closed("2026-03-05"),)), "2026-03-02 12:00", "2026-03-05 0:00"),
    ),
)  # fmt: skip
def test_status_changes_at(timetable, moment, expected):
    assert wall(status(timetable, at(moment), HOLIDAYS).changes_at) == expected


# --- Both changes of the clock -------------------------------------------------------------

# In spring 2:00 becomes 3:00 (1:00Z); in autumn 3:00 becomes 2:00 (1:00Z), and the hour from 2 to 3 comes twice.


@pytest.mark.parametrize(
    ("line", "moment", "expected"),
    cases(
        ("spring: the last minute before", "Sa 22:00-6:00", "2026-03-29 0:59Z", OPEN),
        ("spring: the first minute after", "Sa 22:00-6:00", "2026-03-29 1:00Z", OPEN),
        ("spring: the night ends at six", "Sa 22:00-6:00", "2026-03-29 3:59Z", OPEN),
        ("spring: the night has ended", "Sa 22:00-6:00", "2026-03-29 4:00Z", UNSTATED),
        ("spring: an interval that never comes", "Su 2:00-3:00", "2026-03-29 1:00Z", CLOSED),
        ("spring: half an hour that never comes", "Su 2:15-2:45", "2026-03-29 1:15Z", CLOSED),
        ("spring: until 2:30 is over at three", "Su 1:00-2:30", "2026-03-29 1:15Z", CLOSED),
        ("autumn: the first half past two", "Su 2:00-3:00", "2026-10-25 0:30Z", OPEN),
        ("autumn: the second half past two", "Su 2:00-3:00", "2026-10-25 1:30Z", OPEN),
        ("autumn: three o'clock", "Su 2:00-3:00", "2026-10-25 2:00Z", CLOSED),
        ("autumn: the night ends at six", "Sa 22:00-6:00", "2026-10-25 4:59Z", OPEN),
        ("autumn: the night has ended", "Sa 22:00-6:00", "2026-10-25 5:00Z", UNSTATED),
    ),
)
def test_status_at_a_clock_change(line, moment, expected):
    assert status(table(line), at(moment), {}).state == expected


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("spring: an hour that never comes is no next opening", table("Su 2:00-3:00"), "2026-03-29 0:00", "2026-04-12 2:00"),
        ("spring: half an hour that never comes is none", table("Su 2:15-2:45"), "2026-03-29 0:00", "2026-04-12 2:15"),
        ("spring: from 2:30 means from three", table("Su 2:30-4:00"), "2026-03-29 1:00", "2026-03-29 3:00"),
        ("spring: Monday morning", OFFICE, "2026-03-27 17:00", "2026-03-30 8:00"),
        ("autumn: Monday morning", OFFICE, "2026-10-23 17:00", "2026-10-26 8:00"),
    ),
)  # fmt: skip
def test_status_next_start_over_a_clock_change(timetable, moment, expected):
    assert wall(status(timetable, at(moment), HOLIDAYS).next_start) == expected
