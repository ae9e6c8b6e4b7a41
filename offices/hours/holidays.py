"""The public holidays of Poland, named in the reader's language.

Source: act of 18 January 1951 on non-working days, as amended (24 December since 2025),
through the `holidays` package, which keeps the calendar up to date.
"""

import datetime as dt
from functools import lru_cache

import holidays

# The package names its languages in its own way.
LANGUAGES = {"pl": "pl", "en": "en_US", "uk": "uk"}


@lru_cache(maxsize=64)
def _of_year(year: int, language: str) -> dict[dt.date, str]:
    return dict(holidays.country_holidays("PL", years=year, language=LANGUAGES[language]))


def public_holidays(first_date: dt.date, days: int, language: str) -> dict[dt.date, str]:
    """Return {date: name} of the public holidays within `days` days from `first_date`."""
    last_date = first_date + dt.timedelta(days=days)
    years = range(first_date.year, last_date.year + 1)
    return {
        date: name
        for year in years
        for date, name in _of_year(year, language).items()
        if first_date <= date <= last_date
    }
