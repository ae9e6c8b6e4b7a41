"""Days and moments are read as people write them."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staff.written import read_day, read_moment

DAY = dt.date(2028, 12, 22)


@pytest.mark.parametrize(
    "text",
    [
        "22.12.2028", "22.12.28", "22-12-2028", "22/12/2028", "22 12 2028", "22. 12. 2028", "2028-12-22", " 22.12.2028 ",
        "22 grudnia 2028", "22 Grudnia 2028 r.", "22 grudnia 2028 roku", "22 XII 2028", "22.12.2028r.",
    ],
)  # fmt: skip
def test_read_day_understands(text):
    assert read_day(text) == DAY


@pytest.mark.parametrize("text", ["5 września 2026", "5 wrzesnia 2026", "05.09.2026", "5 IX 26"])
def test_read_day_understands_september(text):
    assert read_day(text) == dt.date(2026, 9, 5)


@pytest.mark.parametrize(
    "text",
    ["", "31.02.2026", "31 czerwca 2026", "0.1.2026", "22 grudzień", "jutro", "22.12", "22.12.20288", "22.12.2028 8"],
)
def test_read_day_refuses(text):
    assert read_day(text) is None


@pytest.mark.parametrize(
    "text",
    ["1.12.2026, 8:00", "1.12.2026 8", "1.12.2026 08.00", "1 grudnia 2026, 8:00", "1.12.2026 godz. 8", "1 grudnia 2026 r. o 8",
     "2026-12-01 08:00:00", "2026-12-01T08:00"],
)  # fmt: skip
def test_read_moment_understands(text):
    assert read_moment(text) == (dt.date(2026, 12, 1), dt.time(8))


def test_read_moment_of_a_day_alone_has_no_hour():
    assert read_moment("1 grudnia 2026") == (dt.date(2026, 12, 1), None)


@pytest.mark.parametrize("text", ["", "8:00", "1.12.2026 rano", "1.12.2026 25:00", "31.02.2026 8:00", "1.12.2026 8-16"])
def test_read_moment_refuses(text):
    assert read_moment(text) == (None, None)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.text() | st.from_regex(r"[0-9]{1,4}[-./ ][0-9]{1,3}[-./ ][0-9]{1,5}[ 0-9:]*", fullmatch=True))
def test_every_text_is_read_or_refused(text):
    day, time = read_moment(text)
    assert (type(day), type(time)) in {(dt.date, dt.time), (dt.date, type(None)), (type(None), type(None))}
