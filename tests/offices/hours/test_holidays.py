"""The Polish calendar of public holidays."""

import datetime as dt

import pytest

from offices.hours.holidays import public_holidays

IN_2026 = {
    "2026-01-01": "Nowy Rok",
    "2026-01-06": "Święto Trzech Króli",
    "2026-04-05": "Niedziela Wielkanocna",
    "2026-04-06": "Poniedziałek Wielkanocny",
    "2026-05-01": "Święto Państwowe",
    "2026-05-03": "Święto Narodowe Trzeciego Maja",
    "2026-05-24": "Zielone Świątki",
    "2026-06-04": "Dzień Bożego Ciała",
    "2026-08-15": "Wniebowzięcie Najświętszej Marii Panny",
    "2026-11-01": "Uroczystość Wszystkich Świętych",
    "2026-11-11": "Narodowe Święto Niepodległości",
    "2026-12-24": "Wigilia Bożego Narodzenia",
    "2026-12-25": "Boże Narodzenie (pierwszy dzień)",
    "2026-12-26": "Boże Narodzenie (drugi dzień)",
}


def of_year(year, language="pl"):
    return public_holidays(dt.date(year, 1, 1), 364, language)


def test_public_holidays_of_a_year():
    assert {f"{date}": name for date, name in of_year(2026).items()} == IN_2026


@pytest.mark.parametrize(("year", "count"), [(2023, 13), (2024, 13), (2025, 14), (2026, 14), (2027, 14), (2028, 14)])
def test_public_holidays_have_christmas_eve_since_2025(year, count):
    assert len(of_year(year)) == count


@pytest.mark.parametrize(
    ("date", "is_holiday"),
    [
        pytest.param("2024-12-24", False, id="Christmas Eve of 2024"),
        pytest.param("2025-12-24", True, id="Christmas Eve of 2025"),
        pytest.param("2025-04-21", True, id="Easter Monday of 2025"),
        pytest.param("2027-03-29", True, id="Easter Monday of 2027"),
        pytest.param("2027-05-27", True, id="Corpus Christi of 2027"),
        pytest.param("2018-11-12", True, id="the one holiday of 2018"),
        pytest.param("2026-11-12", False, id="not of 2026"),
        pytest.param("2026-12-31", False, id="New Year's Eve"),
        pytest.param("2026-05-02", False, id="Flag Day"),
    ],
)
def test_public_holidays_of_a_date(date, is_holiday):
    date = dt.date.fromisoformat(date)
    assert (date in public_holidays(date, 0, "pl")) is is_holiday


@pytest.mark.parametrize(
    ("language", "name"),
    [("pl", "Wigilia Bożego Narodzenia"), ("en", "Christmas Eve"), ("uk", "Святий вечір")],
)
def test_public_holidays_are_named_in_the_readers_language(language, name):
    assert of_year(2026, language)[dt.date(2026, 12, 24)] == name


@pytest.mark.parametrize(
    ("first", "days", "expected"),
    [
        pytest.param(
            "2026-12-20", 14, ["2026-12-24", "2026-12-25", "2026-12-26", "2027-01-01"], id="over the new year"
        ),
        pytest.param("2026-12-24", 0, ["2026-12-24"], id="the first day itself"),
        pytest.param("2026-12-23", 1, ["2026-12-24"], id="the last day"),
        pytest.param("2026-12-27", 4, [], id="none"),
    ],
)
def test_public_holidays_within_days(first, days, expected):
    assert [f"{date}" for date in public_holidays(dt.date.fromisoformat(first), days, "pl")] == expected


def test_public_holidays_span_three_years():
    found = public_holidays(dt.date(2025, 12, 31), 366, "pl")
    assert (min(found), max(found), len(found)) == (dt.date(2026, 1, 1), dt.date(2027, 1, 1), 15)


def test_public_holidays_are_not_changed_by_a_reader_who_keeps_them():
    of_year(2026).clear()
    assert len(of_year(2026)) == 14
