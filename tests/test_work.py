"""What a page costs follows from what it shows, and not from how long a closure or a season lasts: counted in lines that run."""

import datetime as dt
import sys

import pytest
from django.utils import timezone

from offices import models as at
from offices.models.dates import FIRST, LAST
from tests.cast import address, as_, dorota, plain_pages, scene  # noqa: F401  (the fixtures)
from tests.factories import make_exception

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
YEARS = 400 * DAY  # More than any page looks ahead or back.
FEW = ("/osrodek-a/budynki/budynek/", "/osrodek-a/wyjatki.ics")
PAGES = [
    *("/", "/osrodek-a/", "/osrodek-a/kontakt/", "/osrodek-a/komunikaty/", "/osrodek-a/sprawy/", "/szukaj/?q=zasilek"),
    *("/osrodek-a/sprawy/zasilek-staly/", "/osrodek-a/deklaracja-dostepnosci/", "/mapa-strony/", "/admin/", *FEW),
]
AT_NIGHT = {"opens": dt.time(22), "closes": dt.time(6), "ends_next_day": True}
KINDS = {
    "closed": {"mode": "closed"},
    "closed for an hour": {"mode": "closed", "opens": dt.time(9), "closes": dt.time(10)},
    "closed at night": {"mode": "closed", **AT_NIGHT},
    "other hours": {"mode": "walk-in", "opens": dt.time(9), "closes": dt.time(10)},
    "a night instead": {"mode": "walk-in", **AT_NIGHT},
}


@pytest.fixture
def visitor(as_, dorota, scene):  # noqa: F811
    """A client that sees every page, of an office that is published and opens every day."""
    at.Office.objects.update(is_published=True)
    for weekday in range(1, 7):
        at.WeeklyHours.objects.create(schedule=scene.a.schedule, weekday=weekday, opens=dt.time(8), closes=dt.time(16))
    return as_(dorota)


def work(client, pages):
    """Return how many lines of Python run for each page, once more for each turn of a loop."""
    counted = dict.fromkeys(pages, 0)
    for page in pages:
        client.get(page)  # What is kept in memory was asked for before.

        def count(_frame, _event, _argument, page=page):
            counted[page] += 1
            return count

        before = sys.gettrace()
        sys.settrace(count)
        try:
            status = client.get(page).status_code
        finally:
            sys.settrace(before)
        assert status == 200
    return counted


def dearer(more, less, pages, factor=1.02):
    return [f"{page}: {less[page]}, then {more[page]}" for page in pages if more[page] > factor * less[page]]


def lasting_longer(client, last_from, pages):
    """Return the pages that cost more for what lasts from the first day that may be typed to the last."""
    today = timezone.localdate()
    costs = []
    for first, last in ((today - YEARS, today + YEARS), (FIRST, LAST)):
        last_from(first, last)
        costs.append(work(client, pages))
    return dearer(costs[1], costs[0], pages)


def closure_of(office, kind):
    """Return a function that makes one closure of the office last from one day to another."""
    closure = make_exception(office=office, **KINDS[kind])

    def last_from(first, last):
        at.HoursException.objects.filter(pk=closure.pk).update(first_day=first, last_day=last)

    return last_from


def test_page_costs_the_same_however_long_a_closure_lasts(visitor, scene):  # noqa: F811
    assert lasting_longer(visitor, closure_of(scene.a.office, "closed for an hour"), FEW) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_costs_the_same_however_long_a_closure_lasts(visitor, scene, kind):  # noqa: F811
    pages = [*PAGES, address(scene.a.building), address(scene.a.exception, "changelist")]
    assert lasting_longer(visitor, closure_of(scene.a.office, kind), pages) == []


@pytest.mark.slow
@pytest.mark.parametrize("weeks", ["", "2", "last", "alternate"])
def test_every_page_costs_the_same_however_long_hours_are_valid(visitor, scene, weeks):  # noqa: F811
    def last_from(first, last):
        at.WeeklyHours.objects.update(valid_from=first, valid_until=last, weeks=weeks)

    assert lasting_longer(visitor, last_from, [*PAGES, address(scene.a.section)]) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["closed", "closed at night"])
def test_cost_of_a_page_grows_no_faster_than_the_number_of_closures(visitor, scene, kind):  # noqa: F811
    pages = ["/", "/osrodek-a/", "/osrodek-a/kontakt/", *FEW, address(scene.a.building)]
    today = timezone.localdate()
    costs = []
    for number in range(71):
        if number in (10, 30, 70):  # The last step is twice the one before, after what comes with the first few.
            costs.append(work(visitor, pages))
        first = today + 3 * number * DAY
        make_exception(office=scene.a.office, first_day=first, last_day=first + DAY, **KINDS[kind])
    first, then, last = costs
    allowed = {page: then[page] + 2 * max(then[page] - first[page], 0) for page in pages}
    assert dearer(last, allowed, pages, 1.1) == []
