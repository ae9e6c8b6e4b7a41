"""What may stand but once is told beside its field when it comes twice: no error page, and nothing typed is lost."""

from threading import Barrier, BrokenBarrierError, Thread

import pytest
from django.db import connection
from django.db.models.signals import pre_save
from django.test import Client

from offices import models as at
from tests.cast import (  # noqa: F401  (the fixtures)
    address,
    as_,
    dorota,
    errors_of,
    filled_in,
    plain_pages,
    save,
    scene,
)

DAY = "2026-01-01"
TWICE = "Inny zapis ma to samo w tym polu. Zmień tamten albo wpisz tu co innego."
TAKEN = (
    "Inny wiersz, już zapisany, ma to samo w polu „Rok”. "
    "Otwórz tę stronę w drugiej karcie, zmień tam tamten wiersz i zapisz."
)


@pytest.fixture
def staff(as_, dorota):  # noqa: F811
    return as_(dorota)


@pytest.fixture
def years(scene):  # noqa: F811
    """Return a function that tells which years of an office are confirmed, of two at first."""
    for year in (2026, 2027):
        at.HolidayYear.objects.create(office=scene.a.office, year=year, confirmed_on=DAY)
    return lambda: list(at.HolidayYear.objects.values_list("year", flat=True))


def test_page_of_a_kind_that_the_office_has_is_refused(staff, scene):  # noqa: F811
    other = at.OfficePage.objects.create(office=scene.a.office, kind="prosty-jezyk", title_pl="A", text_pl="B")
    assert errors_of(save(staff, address(other), kind=scene.a.page.kind)) == [TWICE]


@pytest.mark.parametrize(("model", "slug"), [(at.Building, "budynek"), (at.Section, "komorka")])
def test_place_at_the_address_of_another_is_refused(staff, scene, model, slug):  # noqa: F811
    where = {"street": "Leśna 2", "town": "A"} if model is at.Building else {}
    other = model.objects.create(office=scene.a.office, name_pl="Inne miejsce", slug="inne", **where)
    assert errors_of(save(staff, address(other), slug=slug)) == [TWICE]


def test_row_that_somebody_else_added_meanwhile_is_not_added_again(staff, scene, years):  # noqa: F811
    page = address(scene.a.office)
    without_the_second = {
        name: value for name, value in filled_in(staff.get(page)).items() if not name.startswith("holiday_years-1-")
    }
    added = {"holiday_years-1-year": "2027", "holiday_years-1-confirmed_on": DAY}
    assert errors_of(staff.post(page, without_the_second | added)) == [TAKEN]


def test_rows_that_change_places_are_refused(staff, scene, years):  # noqa: F811
    swapped = {"holiday_years-0-year": "2027", "holiday_years-1-year": "2026"}
    assert errors_of(save(staff, address(scene.a.office), **swapped)) == [TAKEN, TAKEN]


def test_row_may_take_the_place_of_one_that_is_deleted(staff, scene, years):  # noqa: F811
    save(staff, address(scene.a.office), **{"holiday_years-0-year": "2027", "holiday_years-1-DELETE": "on"})
    assert years() == [2027]


# --- Two saves at the same moment, as by a double click


def building_typed(client):
    """Return what a browser sends to add a building where there is one already."""
    empty = filled_in(client.get(address(at.Building, "add")))
    office = at.Office.objects.earliest("pk").pk
    return empty | {"office": office, "name_pl": "Drugi", "slug": "budynek", "street": "Leśna 2", "town": "A"}


@pytest.fixture
def not_seen_at_first(monkeypatch):
    """Let the first look for doubles find none, as when the other record is being saved at that moment."""
    for name in ("validate_unique", "validate_constraints"):
        checks = [lambda self, exclude=None: None]
        real = getattr(at.Building, name)

        def check(self, exclude=None, checks=checks, real=real):
            (checks.pop() if checks else real)(self, exclude=exclude)

        monkeypatch.setattr(at.Building, name, check)


def test_double_that_only_the_database_saw_is_refused_beside_its_field(staff, scene, not_seen_at_first):  # noqa: F811
    response = staff.post(address(at.Building, "add"), building_typed(staff))
    assert (errors_of(response), filled_in(response)["name_pl"]) == ([TWICE], "Drugi")


@pytest.mark.slow
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write at a time")
@pytest.mark.django_db(transaction=True)
def test_new_record_sent_twice_at_once_is_saved_once(staff, scene, dorota):  # noqa: F811
    typed = building_typed(staff) | {"slug": "drugi"}
    answers, both_checked = [], Barrier(2, timeout=5)

    def wait(**_signal):
        try:
            both_checked.wait()
        except BrokenBarrierError:
            return  # The form that is checked anew waits for nobody.

    def send():
        client = Client()
        client.force_login(dorota)
        answers.append(client.post(address(at.Building, "add"), typed))
        connection.close()

    pre_save.connect(wait, sender=at.Building)
    senders = [Thread(target=send) for _number in range(2)]
    for one in senders:
        one.start()
    for one in senders:
        one.join()
    pre_save.disconnect(wait, sender=at.Building)
    refused = min(answers, key=lambda answer: answer.status_code)
    assert sorted(one.status_code for one in answers) == [200, 302]
    assert (errors_of(refused), at.Building.objects.filter(slug="drugi").count()) == ([TWICE], 1)
