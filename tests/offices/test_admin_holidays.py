"""Each year staff confirm the public holidays and give a day in lieu of those on a Saturday."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps

from offices.admin.holidays import Holiday, holidays_of, reason_for, why_not_in_lieu, years_to_confirm
from offices.models import HolidayYear, HoursException
from tests.cast import XHTML, address, elements, errors_of, filled_in
from tests.factories import make_exception

ASSUMPTION = "Wniebowzięcie Najświętszej Marii Panny"  # 15 August 2026, a Saturday.


@pytest.fixture(autouse=True)
def november(at):
    at(2026, 11, 23, 10)


def page(one, year=2026):
    return f"/admin/offices/office/{one.office.pk}/swieta/{year}/"


def sent(client, one, year=2026, **values):
    return client.post(page(one, year), filled_in(client.get(page(one, year))) | values)


def texts(response, tag):
    return [" ".join("".join(one.itertext()).split()) for one in elements(response, tag)]


def rows(response):
    body = next(one for one in elements(response, "table") if one.get("class") == "holidays")[1]
    return [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in body.iter(XHTML + "tr")]


def days_off(one):
    return [(each.first_day, each.last_day, each.mode, each.reason_pl) for each in one.office.hoursexceptions.all()]


@pytest.mark.parametrize(
    ("today", "years"),
    [
        (dt.date(2026, 1, 1), [2026]),
        (dt.date(2026, 10, 31), [2026]),
        (dt.date(2026, 11, 1), [2026, 2027]),
        (dt.date(2026, 12, 31), [2026, 2027]),
    ],
)
def test_years_to_confirm_by_a_day(today, years):
    assert years_to_confirm(today) == years


def test_holidays_of_a_year_are_in_order():
    days = [one.date for one in holidays_of(2027)]
    assert (len(days), days[0], days[-1], days) == (14, dt.date(2027, 1, 1), dt.date(2027, 12, 26), sorted(days))


def test_saturday_holidays_are_known():
    assert [one.date for one in holidays_of(2026) if one.is_saturday] == [dt.date(2026, 8, 15), dt.date(2026, 12, 26)]


@pytest.mark.parametrize(
    ("date", "language", "reason"),
    [
        (dt.date(2027, 5, 1), "pl", "dzień wolny za Święto Państwowe"),
        (dt.date(2033, 12, 24), "pl", "dzień wolny za Wigilię Bożego Narodzenia"),
        (dt.date(2027, 5, 1), "en", "day off in lieu of: National Day"),
    ],
)
def test_reason_names_the_holiday(date, language, reason):
    assert reason_for(Holiday(date, ""), language) == reason


@pytest.mark.parametrize(
    ("date", "why"),
    [
        (dt.date(2026, 8, 14), ""),
        (dt.date(2026, 8, 15), "To sobota, a więc i tak dzień wolny."),
        (dt.date(2026, 8, 16), "To niedziela, a więc i tak dzień wolny."),
        (dt.date(2026, 11, 11), "To dzień świąteczny, a więc i tak wolny."),
        (dt.date(2027, 8, 16), "Wpisz dzień w roku 2026."),
    ],
)
def test_day_in_lieu_is_an_ordinary_day_of_the_year(date, why):
    assert why_not_in_lieu(date, 2026, holidays_of(2026)) == why


def test_page_lists_the_holidays(as_, alicja, scene):
    assert rows(as_(alicja).get(page(scene.a)))[0] == ["01.01.2026", "czwartek", "Nowy Rok", "–"]


def test_page_points_out_the_saturdays(as_, alicja, scene):
    pointed = [row[2] for row in rows(as_(alicja).get(page(scene.a))) if "pracodawca daje za nie inny dzień" in row[3]]
    assert pointed == [ASSUMPTION, "Boże Narodzenie (drugi dzień)"]


def test_year_is_confirmed(as_, alicja, scene):
    sent(as_(alicja), scene.a, 2027, _confirm="x")
    assert list(HolidayYear.objects.values_list("office", "year", "confirmed_on")) == [
        (scene.a.office.pk, 2027, dt.date(2026, 11, 23))
    ]


def test_day_in_lieu_closes_the_office_all_day(as_, alicja, scene):
    sent(as_(alicja), scene.a, in_lieu_0815="14.08.2026", _confirm="x")
    day = dt.date(2026, 8, 14)
    assert days_off(scene.a) == [(day, day, "closed", f"dzień wolny za {ASSUMPTION}")]


def test_day_in_lieu_has_its_reason_in_every_language(as_, alicja, scene):
    sent(as_(alicja), scene.a, in_lieu_0815="14.08.2026")
    saved = HoursException.objects.get(office=scene.a.office)
    assert [bool(getattr(saved, f"reason_{code}")) for code in ("pl", "en", "uk")] == [True, True, True]


def test_days_are_saved_without_confirming_the_year(as_, alicja, scene):
    sent(as_(alicja), scene.a, in_lieu_0815="14.08.2026", _days="x")
    assert (len(days_off(scene.a)), HolidayYear.objects.count()) == (1, 0)


def test_day_in_lieu_is_asked_for_once(as_, alicja, scene):
    sent(as_(alicja), scene.a, in_lieu_0815="14.08.2026")
    assert "in_lieu_0815" not in filled_in(as_(alicja).get(page(scene.a)))


def test_day_in_lieu_whose_reason_was_rewritten_is_not_asked_for_again(as_, alicja, scene):
    sent(as_(alicja), scene.a, in_lieu_0815="14.08.2026")
    HoursException.objects.filter(office=scene.a.office).update(reason_pl="wolne (zarządzenie 12/2026)")
    assert "in_lieu_0815" not in filled_in(as_(alicja).get(page(scene.a)))


def test_days_in_lieu_entered_before_are_recognised_by_their_reason(scene):
    holiday = dt.date(2026, 8, 15)
    reasons = [
        f"dzień wolny za {ASSUMPTION}",
        f"dzień wolny za {ASSUMPTION} (zarządzenie 12)",
        "dzień wolny za nic",
        "remont",
    ]
    for number, reason in enumerate(reasons):
        make_exception(dt.date(2026, 8, 10 + number), office=scene.a.office, reason=reason)
    import_module("offices.migrations.0008_hours_not_stated_and_days_in_lieu").recognise_days_in_lieu(apps, None)
    found = scene.a.office.hoursexceptions.order_by("first_day").values_list("in_lieu_of", flat=True)
    assert list(found) == [holiday, None, None, None]


def test_day_in_lieu_that_is_given_links_to_its_page(as_, alicja, scene):
    sent(as_(alicja), scene.a, in_lieu_0815="14.08.2026")
    given = HoursException.objects.get(office=scene.a.office)
    links = [one.get("href") for one in elements(as_(alicja).get(page(scene.a)), "a")]
    assert f"/admin/offices/hoursexception/{given.pk}/change/" in links


def test_year_confirmed_twice_has_the_later_date(as_, alicja, scene, at):
    sent(as_(alicja), scene.a, _confirm="x")
    at(2026, 11, 24, 10)
    sent(as_(alicja), scene.a, _confirm="x")
    assert [one.confirmed_on for one in HolidayYear.objects.all()] == [dt.date(2026, 11, 24)]


def test_wrong_day_is_explained(as_, alicja, scene):
    response = sent(as_(alicja), scene.a, in_lieu_0815="16.08.2026", _confirm="x")
    assert errors_of(response) == ["To niedziela, a więc i tak dzień wolny."]


def test_wrong_day_saves_nothing(as_, alicja, scene):
    sent(as_(alicja), scene.a, in_lieu_0815="14.08.2026", in_lieu_1226="11.11.2026", _confirm="x")
    assert (days_off(scene.a), HolidayYear.objects.count()) == ([], 0)


def test_one_day_is_not_given_for_two_holidays(as_, alicja, scene):
    response = sent(as_(alicja), scene.a, in_lieu_0815="14.08.2026", in_lieu_1226="14.08.2026", _confirm="x")
    assert errors_of(response) == ["Ten dzień jest już wpisany za inne święto."]


@pytest.mark.parametrize("year", [2025, 2028, 0])
def test_other_years_have_no_page(as_, alicja, scene, year):
    assert as_(alicja).get(page(scene.a, year)).status_code == 404


def test_holidays_of_another_office_are_refused(as_, borys, scene):
    answer = as_(borys).post(page(scene.a), {"_confirm": "x"}).status_code
    assert (answer, HolidayYear.objects.count()) == (404, 0)


def test_stranger_confirms_nothing(as_, celina, scene):
    assert as_(celina).get(page(scene.a)).status_code == 404


def test_visitor_is_asked_to_sign_in(client, scene):
    assert client.get(page(scene.a)).headers["Location"].startswith("/admin/login/")


def test_opening_the_page_confirms_nothing(as_, alicja, scene):
    as_(alicja).get(page(scene.a), {"_confirm": "x"})
    assert HolidayYear.objects.count() == 0


def test_page_of_the_office_links_to_the_latest_year(as_, alicja, scene):
    links = [one.get("href") for one in elements(as_(alicja).get(address(scene.a.office)), "a")]
    assert page(scene.a, 2027) in links


def test_page_labels_every_input(as_, alicja, scene):
    response = as_(alicja).get(page(scene.a))
    labelled = {one.get("for") for one in elements(response, "label")}
    inputs = [one.get("id") for one in elements(response, "input") if one.get("name", "").startswith("in_lieu")]
    assert [one for one in inputs if one not in labelled] == []
