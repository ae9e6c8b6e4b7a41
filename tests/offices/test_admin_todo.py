"""The first page says what waits: holidays to confirm, coming exceptions, facts that nobody has checked."""

import datetime as dt

import pytest

from offices.admin.todo import SHOWN, holiday_tasks
from offices.models import HolidayYear, HoursException, Office
from tests.cast import address, elements
from tests.factories import make_help_line


@pytest.fixture(autouse=True)
def november(at):
    at(2026, 11, 23, 10)


def waiting(client, part):
    """Return the links of one part of the first page as {text: address}."""
    section = [one for one in elements(client.get("/admin/"), "section") if one.get("aria-labelledby") == part]
    return {
        " ".join("".join(link.itertext()).split()): link.get("href")
        for one in section
        for link in one.iter("{http://www.w3.org/1999/xhtml}a")
    }


def exception(first, last=None, **place):
    return HoursException.objects.create(first_day=first, last_day=last or first, **place)


def test_years_to_confirm_are_listed(as_, alicja, scene):
    assert waiting(as_(alicja), "holiday-tasks") == {
        f"Potwierdź święta i dni wolne za święta w {year}: OPS A": f"/admin/offices/office/{scene.a.office.pk}/swieta/{year}/"
        for year in (2026, 2027)
    }


def test_confirmed_year_is_done(as_, alicja, scene):
    HolidayYear.objects.create(office=scene.a.office, year=2026, confirmed_on=dt.date(2026, 1, 1))
    assert list(waiting(as_(alicja), "holiday-tasks")) == ["Potwierdź święta i dni wolne za święta w 2027: OPS A"]


def test_year_confirmed_by_another_office_still_waits(as_, alicja, scene):
    HolidayYear.objects.create(office=scene.b.office, year=2026, confirmed_on=dt.date(2026, 1, 1))
    assert len(waiting(as_(alicja), "holiday-tasks")) == 2


def test_next_year_waits_until_november(as_, alicja, scene, at):
    at(2026, 10, 31, 10)
    assert list(waiting(as_(alicja), "holiday-tasks")) == ["Potwierdź święta i dni wolne za święta w 2026: OPS A"]


def test_many_offices_are_cut_short(db):
    for number in range(SHOWN + 1):
        Office.objects.create(
            name_pl="O", short_name_pl=f"O {number}", kind="ops", slug=f"o-{number}", municipality="O"
        )
    task = holiday_tasks(Office.objects.all(), dt.date(2026, 3, 1))[0]
    assert (len(task["offices"]), task["are_more"]) == (SHOWN, True)


def test_coming_exception_links_to_its_page(as_, alicja, scene):
    assert waiting(as_(alicja), "coming-exceptions") == {
        "24.12.2026, Budynek A, Leśna 1: nieczynne": address(scene.a.exception)
    }


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (dt.date(2026, 11, 22), None, False),
        (dt.date(2026, 11, 20), dt.date(2026, 11, 23), True),
        (dt.date(2026, 11, 23), None, True),
        (dt.date(2027, 1, 22), None, True),
        (dt.date(2027, 1, 23), None, False),
    ],
)
def test_exceptions_of_sixty_days_are_listed(as_, alicja, scene, first, last, shown):
    HoursException.objects.all().delete()
    exception(first, last, office=scene.a.office)
    assert bool(waiting(as_(alicja), "coming-exceptions")) == shown


def test_exceptions_say_their_hours_and_reason(as_, alicja, scene):
    HoursException.objects.all().delete()
    hours = {"opens": dt.time(10), "closes": dt.time(12, 30)}
    exception(dt.date(2026, 12, 1), dt.date(2026, 12, 4), office=scene.a.office, reason_pl="szkolenie", **hours)
    assert list(waiting(as_(alicja), "coming-exceptions")) == [
        "01.12.2026–04.12.2026, OPS A: nieczynne 10:00–12:30 (szkolenie)"
    ]


def test_facts_to_check_are_counted(as_, alicja, scene):
    lists = [f"/admin/{name}/?sprawdzone=dawno" for name in ("offices/phone", "offices/schedule", "services/offering")]
    assert waiting(as_(alicja), "to-check") == dict(
        zip(["Telefony: 1", "Rozkłady godzin: 1", "Sprawy w ośrodku: 1"], lists, strict=True)
    )


@pytest.mark.parametrize(("checked_on", "waits"), [(dt.date(2026, 5, 27), False), (dt.date(2026, 5, 26), True)])
def test_fact_waits_after_half_a_year(as_, alicja, scene, checked_on, waits):
    scene.a.phone.checked_on = checked_on
    scene.a.phone.save()
    assert ("Telefony: 1" in waiting(as_(alicja), "to-check")) == waits


@pytest.mark.parametrize(
    ("review_on", "waits"), [((2026, 11, 24), False), ((2026, 11, 23), True), ((2026, 11, 1), False), (None, False)]
)
def test_matter_waits_on_the_day_on_which_it_was_to_be_checked_again(as_, alicja, scene, review_on, waits):
    scene.a.offering.checked_on = dt.date(2026, 11, 1)
    scene.a.offering.review_on = review_on and dt.date(*review_on)
    scene.a.offering.save()
    assert ("Sprawy w ośrodku: 1" in waiting(as_(alicja), "to-check")) == waits


def test_list_to_check_holds_what_was_counted(as_, alicja, scene):
    fresh = scene.a.building.phones.create(number="523878702", checked_on=dt.date(2026, 11, 1))
    response = as_(alicja).get(address(fresh, "changelist"), {"sprawdzone": "dawno"})
    assert list(response.context["cl"].queryset) == [scene.a.phone]


def test_nothing_waits_for_staff_of_no_office(as_, celina, scene):
    found = [waiting(as_(celina), part) for part in ("holiday-tasks", "coming-exceptions", "to-check")]
    assert found == [{}, {}, {}]


@pytest.mark.parametrize("count", [1, 3])
def test_first_page_takes_the_same_number_of_queries(as_, alicja, scene, django_assert_num_queries, count):
    for number in range(1, count):
        exception(dt.date(2026, 12, number), section=scene.a.section)
        scene.a.building.phones.create(number=f"52387870{number}")
    client = as_(alicja)
    with django_assert_num_queries(15):
        response = client.get("/admin/")
    assert len(response.context["coming_exceptions"]["rows"]) == count


def test_help_lines_with_ageing_sources_are_listed_with_their_age_the_oldest_first(as_, dorota):
    day = dt.date(2026, 11, 22)
    make_help_line("nowa", checked_on=day, source_year=2025)
    make_help_line("dawno", checked_on=dt.date(2026, 5, 26), source_year=2026)
    make_help_line("nigdy", source_year=2026)
    make_help_line("stare", checked_on=day, source_year=2024)
    make_help_line("bez-daty", checked_on=day)
    rows = [
        " ".join("".join(row.itertext()).split())
        for section in elements(as_(dorota).get("/admin/"), "section")
        if section.get("aria-labelledby") == "ageing-lines"
        for row in section.iter("{http://www.w3.org/1999/xhtml}li")
    ]
    assert rows == [
        "Linia bez-daty, 116 111: źródło bez daty, sprawdzono 1 dzień temu",
        "Linia stare, 116 111: źródło z 2024 r., sprawdzono 1 dzień temu",
        "Linia nigdy, 116 111: źródło z 2026 r., nie sprawdzono",
        "Linia dawno, 116 111: źródło z 2026 r., sprawdzono 181 dni temu",
    ]


def test_help_lines_are_no_task_of_an_editor(as_, alicja, scene):
    make_help_line()
    assert waiting(as_(alicja), "ageing-lines") == {}
