"""What may stand but once is told beside its field when it comes twice: no error page, and nothing typed is lost."""

import pytest

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
