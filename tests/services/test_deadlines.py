"""Which window of days counts, and how many days are left: tables, and what holds of any deadline."""

import datetime as dt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from services.deadlines import State, Window, window

DAY = dt.timedelta(days=1)


def seen(first, last, today, year=None):
    """Write the window as "state days: first day – last day"."""
    found = window(first, last, dt.date.fromisoformat(today), year)
    return f"{found.state} {found.days}: {found.opens or 'any day'} – {found.closes}"


# --- Tables --------------------------------------------------------------------------------

# fmt: off
YEARLY = [
    ("09-01", "09-15", "2026-09-01", "open 14: 2026-09-01 – 2026-09-15", "its first day"),
    ("09-01", "09-15", "2026-09-03", "open 12: 2026-09-01 – 2026-09-15", "open"),
    ("09-01", "09-15", "2026-09-15", "open 0: 2026-09-01 – 2026-09-15", "its last day"),
    ("09-01", "09-15", "2026-09-16", "ahead 350: 2027-09-01 – 2027-09-15", "the day after: the next year's"),
    ("09-01", "09-15", "2026-08-31", "ahead 1: 2026-09-01 – 2026-09-15", "the day before"),
    ("09-01", "09-15", "2026-01-01", "ahead 243: 2026-09-01 – 2026-09-15", "ahead in the same year"),
    ("09-15", "09-15", "2026-09-15", "open 0: 2026-09-15 – 2026-09-15", "one day only"),
    ("01-01", "12-31", "2026-12-31", "open 0: 2026-01-01 – 2026-12-31", "a whole year, its last day"),
    ("01-01", "12-31", "2027-01-01", "open 364: 2027-01-01 – 2027-12-31", "a whole year, its first day"),
    ("11-01", "02-15", "2026-11-01", "open 106: 2026-11-01 – 2027-02-15", "across the year's end, its first day"),
    ("11-01", "02-15", "2026-12-31", "open 46: 2026-11-01 – 2027-02-15", "across the year's end, on its last day of the year"),
    ("11-01", "02-15", "2027-01-01", "open 45: 2026-11-01 – 2027-02-15", "across the year's end, begun last year"),
    ("11-01", "02-15", "2027-02-15", "open 0: 2026-11-01 – 2027-02-15", "across the year's end, its last day"),
    ("11-01", "02-15", "2027-02-16", "ahead 258: 2027-11-01 – 2028-02-15", "across the year's end, the day after"),
    ("11-01", "02-15", "2026-10-31", "ahead 1: 2026-11-01 – 2027-02-15", "across the year's end, the day before"),
    ("", "08-31", "2026-01-01", "open 242: any day – 2026-08-31", "only a last day"),
    ("", "08-31", "2026-08-31", "open 0: any day – 2026-08-31", "only a last day, today"),
    ("", "08-31", "2026-09-01", "open 364: any day – 2027-08-31", "only a last day, counted anew"),
    ("02-01", "02-29", "2026-02-28", "open 0: 2026-02-01 – 2026-02-28", "29 February in a common year"),
    ("02-01", "02-29", "2028-02-28", "open 1: 2028-02-01 – 2028-02-29", "29 February in a leap year"),
    ("02-01", "02-29", "2028-02-29", "open 0: 2028-02-01 – 2028-02-29", "on 29 February"),
    ("02-01", "02-28", "2028-02-29", "ahead 338: 2029-02-01 – 2029-02-28", "28 February is over on the 29th"),
    ("02-29", "03-15", "2026-02-27", "ahead 1: 2026-02-28 – 2026-03-15", "opens on 29 February of a common year"),
    ("12-01", "02-29", "2028-02-29", "open 0: 2027-12-01 – 2028-02-29", "across the year's end to a leap day"),
    ("01-15", "03-01", "2028-01-15", "open 46: 2028-01-15 – 2028-03-01", "over a leap day"),
    ("01-15", "03-01", "2027-01-15", "open 45: 2027-01-15 – 2027-03-01", "over no leap day"),
]
ONCE = [
    ("09-01", "09-15", 2026, "2026-09-15", "open 0: 2026-09-01 – 2026-09-15", "its last day"),
    ("09-01", "09-15", 2026, "2026-09-16", "over 1: 2026-09-01 – 2026-09-15", "the day after"),
    ("09-01", "09-15", 2026, "2028-09-15", "over 731: 2026-09-01 – 2026-09-15", "in another year"),
    ("09-01", "09-15", 2026, "2025-09-01", "ahead 365: 2026-09-01 – 2026-09-15", "a year ahead"),
    ("11-01", "02-15", 2026, "2027-02-15", "open 0: 2026-11-01 – 2027-02-15", "across the year's end"),
    ("11-01", "02-15", 2026, "2026-02-15", "ahead 259: 2026-11-01 – 2027-02-15", "a year is that of the first day"),
    ("", "08-31", 2026, "2020-01-01", "open 2434: any day – 2026-08-31", "only a last day, years ahead"),
    ("", "08-31", 2026, "2026-09-01", "over 1: any day – 2026-08-31", "only a last day, over"),
    ("", "02-29", 2027, "2027-03-01", "over 1: any day – 2027-02-28", "29 February of a common year"),
]
# fmt: on


@pytest.mark.parametrize(("first", "last", "today", "expected"), [pytest.param(*row, id=case) for *row, case in YEARLY])
def test_window_of_every_year(first, last, today, expected):
    assert seen(first, last, today) == expected


@pytest.mark.parametrize(
    ("first", "last", "year", "today", "expected"), [pytest.param(*row, id=case) for *row, case in ONCE]
)
def test_window_of_one_year(first, last, year, today, expected):
    assert seen(first, last, today, year) == expected


# --- Any deadline --------------------------------------------------------------------------

# The same examples in every run: a red build is never a matter of luck.
any_deadline = settings(max_examples=300, deadline=None, derandomize=True, database=None)
# Days near the edges of years and of February, and any other.
EDGES = ["01-01", "02-28", "02-29", "03-01", "12-31"]
days = st.sampled_from(EDGES) | st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31)).map(lambda day: f"{day:%m-%d}")
firsts = st.just("") | days
dates = st.dates(dt.date(2023, 1, 1), dt.date(2029, 12, 31))
years = st.none() | st.integers(2022, 2030)


@any_deadline
@given(firsts, days, dates, years)
def test_days_are_never_negative(first, last, today, year):
    assert window(first, last, today, year).days >= 0


@any_deadline
@given(firsts, days, dates, years)
def test_window_holds_today_if_and_only_if_it_is_open(first, last, today, year):
    found = window(first, last, today, year)
    holds = (found.opens or dt.date.min) <= today <= found.closes
    assert holds == (found.state == State.OPEN)


@any_deadline
@given(firsts, days, dates, years)
def test_days_lead_to_the_day_that_they_count_to(first, last, today, year):
    found = window(first, last, today, year)
    day = {
        State.OPEN: found.closes,
        State.AHEAD: found.opens,
        State.OVER: found.closes,
    }[found.state]
    assert today + found.days * (-DAY if found.state == State.OVER else DAY) == day


@any_deadline
@given(firsts, days, dates, years)
def test_window_opens_before_it_closes(first, last, today, year):
    found = window(first, last, today, year)
    assert (found.opens or found.closes) <= found.closes


@any_deadline
@given(firsts, days, dates)
def test_yearly_window_is_never_over(first, last, today):
    assert window(first, last, today).state != State.OVER


def is_taken(first, last, day):
    """Tell by the calendar alone, without spans of dates, whether an application is taken on a day."""
    on = f"{day:%m-%d}"
    if on == "02-28" and (day + DAY).month == 3:
        on = "02-29"  # The last day of February: a window to the 28th or to the 29th ends on it.
        first, last = (text.replace("02-28", "02-29") for text in (first, last))
    if first <= last:
        return first <= on <= last
    return on >= first or on <= last


@any_deadline
@given(days, days, dates)
def test_yearly_window_is_open_on_the_days_of_the_calendar(first, last, today):
    assert (window(first, last, today).state == State.OPEN) == is_taken(first, last, today)


@any_deadline
@given(days, days, dates)
def test_window_ahead_is_the_nearest(first, last, today):
    found = window(first, last, today)
    assume(found.state == State.AHEAD)
    between = [today + number * DAY for number in range(found.days)]
    assert [day for day in between if is_taken(first, last, day)] == []
    assert is_taken(first, last, found.opens)


@any_deadline
@given(firsts, days, dates, years)
def test_tomorrow_is_one_day_on_while_the_window_stays(first, last, today, year):
    now, then = (window(first, last, day, year) for day in (today, today + DAY))
    assume((now.state, now.opens, now.closes) == (then.state, then.opens, then.closes))
    assert then.days - now.days == (1 if now.state == State.OVER else -1)


def test_window_is_a_value():
    assert window("09-01", "09-15", dt.date(2026, 9, 3)) == Window(
        State.OPEN, dt.date(2026, 9, 1), dt.date(2026, 9, 15), 12
    )
