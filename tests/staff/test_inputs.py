"""Times are read as people type them."""

import datetime as dt

import pytest

from staff.written import read_time


@pytest.mark.parametrize("text", ["8", "08", "8:00", "8.00", "800", "0800", "8 00", " 8:00 ", "08:00:00"])
def test_read_time_understands(text):
    assert read_time(text) == dt.time(8)


@pytest.mark.parametrize(("text", "time"), [("1530", dt.time(15, 30)), ("15.30", dt.time(15, 30)), ("24", dt.time(0))])
def test_read_time_understands_the_afternoon(text, time):
    assert read_time(text) == time


@pytest.mark.parametrize("text", ["", "8:0", "25", "8:60", "24:01", "ósma", "8-16", "²", "80000"])
def test_read_time_refuses(text):
    assert read_time(text) is None
