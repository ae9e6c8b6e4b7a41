"""Days and hours as people write them, read. Pure: texts in, values out, None for what is neither."""

import datetime as dt
import re

# "8", "8:00", "8.00", "800", "0800", "8 00" and "08:00:00"; 24 is the midnight that ends a day.
TIME = re.compile(r"(\d{1,2})(?:[:. ]?(\d{2}))?(?::00)?", re.ASCII)
# "22.12.2028", "22-12-2028", "22/12/28", "22 grudnia 2028 r.", "22 XII 2028".
DAY = re.compile(
    r"(\d{1,2})[-./ ]+(\d{1,2}|[^\W\d]+)[-./ ]+(\d{4}|\d{2})(?!\d)(?: *r(?:oku|\.|\b))?", re.ASCII | re.IGNORECASE
)
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", re.ASCII)
BEFORE_TIME = re.compile(r"[\s,T]*(?:o|godz\.?|godzina)?\s*", re.IGNORECASE)
PLAIN = str.maketrans("ąćęłńóśźż", "acelnoszz")
MONTHS = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia".split()
ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()
CENTURY = 2000  # Of a year in two digits.


def read_time(text: str) -> dt.time | None:
    """Return the time that somebody typed, or None when it is no time."""
    match = TIME.fullmatch(text.strip())
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if (hour, minute) == (24, 0):
        return dt.time(0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def read_day(text: str) -> dt.date | None:
    """Return the day that somebody typed, or None when it is none, or does not exist."""
    day, rest = _day_and_rest(text)
    return None if rest else day


def read_moment(text: str) -> tuple[dt.date | None, dt.time | None]:
    """Return (day, time) as typed: "1.12.2026, 8:00", "1.12.2026 8"; the time is None for a day alone.

    Return (None, None) for what cannot be read.
    """
    day, rest = _day_and_rest(text)
    if day is None or not rest:
        return day, None
    time = read_time(BEFORE_TIME.sub("", rest, count=1))
    return (day, time) if time is not None else (None, None)


def _day_and_rest(text: str) -> tuple[dt.date | None, str]:
    text = text.strip().lower().translate(PLAIN)
    if match := ISO_DAY.match(text):
        year, month, day = match.groups()
    elif match := DAY.match(text):
        day, month, year = match.groups()
    else:
        return None, text
    try:
        return dt.date(int(year) + (CENTURY if len(year) == 2 else 0), _month(month), int(day)), text[
            match.end() :
        ].strip()
    except ValueError:
        return None, text


def _month(written: str) -> int:
    """Return the number of a month. Raises ValueError for a word that is none."""
    if written.isdigit():
        return int(written)
    return (MONTHS if written in MONTHS else ROMAN).index(written) + 1
