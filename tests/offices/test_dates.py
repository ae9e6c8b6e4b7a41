"""Days, moments and days of a year as columns keep them."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from offices.models.dates import UntilField, end_of, exists_in_some_year, last_day_of, within
from tests.factories import warsaw


def is_refused(check, value):
    try:
        check(value)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize("text", ["01-01", "02-28", "02-29", "04-30", "06-30", "12-31"])
def test_day_of_a_year_exists(text):
    assert not is_refused(exists_in_some_year, text)


@pytest.mark.parametrize(
    "text", ["02-30", "06-31", "00-10", "13-01", "12-32", "01-00", "1-1", "0101", "W01-1", "٠١-٠١"]
)
def test_day_of_a_year_does_not_exist(text):
    assert is_refused(exists_in_some_year, text)


@given(st.dates() | st.datetimes(timezones=st.just(dt.UTC) | st.none()))
def test_every_day_and_moment_is_within_the_bounds_or_refused(value):
    assert is_refused(within, value) == (not 1990 <= value.year <= 2100) or value.month in (1, 12)


@pytest.mark.parametrize("written", ["2026-12-04", dt.date(2026, 12, 4)])
def test_day_without_an_hour_lasts_to_its_end(written):
    assert UntilField().to_python(written) == warsaw(2026, 12, 5)


def test_moment_with_an_hour_ends_then():
    assert UntilField().to_python("2026-12-04T12:30:00+01:00") == warsaw(2026, 12, 4, 12, 30)


@pytest.mark.parametrize("written", ["2026-02-31", "9999-12-31", "0001-01-01"])
def test_day_that_no_page_can_show_ends_nothing(written):
    assert is_refused(UntilField().to_python, written)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31)))
def test_end_of_a_day_is_that_day_again(day):
    assert last_day_of(end_of(day)) == day


@pytest.mark.parametrize("moment", [warsaw(2026, 12, 4, 0, 1), dt.datetime.max.replace(tzinfo=dt.UTC)])
def test_moment_within_a_day_ends_no_day(moment):
    assert last_day_of(moment) is None
