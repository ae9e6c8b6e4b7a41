"""Each page asks the database a fixed number of questions, however much there is to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from offices.models import AccessibilityDeclaration, AccessibilityFact, HolidayYear, OfficePage
from services.models import Amount, Form, LegalBasis
from tests.factories import (
    DATE,
    make_building,
    make_deadline,
    make_document,
    make_exception,
    make_guide,
    make_help_line,
    make_notice,
    make_offering,
    make_office,
    make_phone,
    make_schedule,
    make_section,
    make_service,
    make_situation,
)

pytestmark = pytest.mark.django_db

QUERIES = {
    "/": 7,
    "/pomoc-natychmiastowa/": 2,
    "/szukaj/": 2,
    "/szukaj/?q=sprawa": 9,
    "/szukaj/?q=sprawa+miasto": 9,
    "/szukaj/?q=przemoc": 9,
    "/szukaj/?q=xyzzy": 8,
    "/szukaj/?q=lesna": 3,
    "/szukaj/?q=kontakt": 6,
    "/miasto-0/szukaj/?q=godziny": 5,
    "/szukaj/?q=523878700": 3,
    "/szukaj/podpowiedzi/?q=spr": 2,
    "/sytuacje/sytuacja-0/": 10,
    "/sprawy/sprawa-0/": 14,
    "/sprawy/": 1,
    "/krok-po-kroku/przewodnik-0/": 10,
    "/miasto-0/": 6,
    "/miasto-0/szukaj/?q=sprawa": 8,
    "/miasto-0/szukaj/?q=xyzzy": 7,
    "/miasto-0/szukaj/podpowiedzi/?q=spr": 4,
    "/miasto-0/sprawy/": 5,
    "/miasto-0/sprawy/od-a-do-z/": 5,
    "/miasto-0/sprawy/sprawa-0/": 15,
    "/miasto-0/krok-po-kroku/przewodnik-0/": 10,
    "/miasto-0/sytuacje/sytuacja-0/": 8,
    "/miasto-0/budynki/budynek-0/": 6,
    "/miasto-0/kontakt/": 4,
    "/miasto-0/komunikaty/": 5,
    "/miasto-0/deklaracja-dostepnosci/": 6,
    "/miasto-0/prywatnosc/": 5,
    "/mapa-strony/": 6,
    "/mapa-strony/m/1/": 2,
    "/o-stronie/": 5,
    "/sitemap.xml": 12,
    "/sitemap-offices.xml": 2,
    "/sitemap-buildings.xml": 2,
    "/sitemap-offerings.xml": 2,
    "/sitemap-office-situations.xml": 3,
    "/sitemap-office-guides.xml": 3,
    "/komponenty/": 0,
    "/nie/ma/takiej/strony/": 0,
}


@pytest.fixture(params=[1, 3])
def many(request, at):
    """Make 1, or 3, of every kind of record wherever there can be several."""
    at(DATE.year, DATE.month, DATE.day, 10)
    numbers = range(request.param)
    situations = [make_situation(f"sytuacja-{one}", is_urgent=True) for one in numbers]
    services = [make_service(f"sprawa-{one}", situations) for one in numbers]
    for service in services:
        for one in numbers:
            LegalBasis.objects.create(service=service, act=f"Ustawa {one}")
            Amount.objects.create(service=service, label=f"Kwota {one}", value=one)
            make_deadline(service, label=f"Termin {one}")
            service.required_documents.create(
                document=make_document(f"{service.slug}-{one}", url="https://example.pl/")
            )
    for one in numbers:
        make_guide(f"przewodnik-{one}", *(services for _step in numbers), situation=situations[0])
    for one in numbers:
        line = make_help_line(f"linia-{one}")
        make_schedule((0, 8, 16), help_line=line, purpose="phone")
        make_help_line(f"stala-{one}", is_core=True, answers_always=True)
        fill_office(make_office(f"miasto-{one}", municipality=f"Miasto {one}"), services, numbers)
    return request.param


def fill_office(office, services, numbers):
    fill_place(numbers, office=office)
    make_notice(office)
    AccessibilityDeclaration.objects.create(
        office=office, site_published_on=DATE, site_updated_on=DATE, status="partial", prepared_on=DATE
    )
    for one, kind in zip(numbers, ("prywatnosc", "prosty-jezyk", "jezyk-migowy"), strict=False):
        OfficePage.objects.create(office=office, kind=kind, title=f"Strona {one}", text="Tekst.")
        HolidayYear.objects.create(office=office, year=2026 + one, confirmed_on=DATE)
    for one in numbers:
        building = make_building(office, f"budynek-{one}")
        AccessibilityFact.objects.create(building=building, feature="lift", answer="yes")
        make_notice(office, building=building)
        fill_place(numbers, building=building)
        for other in numbers:
            section = make_section(office, f"komorka-{one}-{other}", building=building)
            fill_place(numbers, section=section)
        make_section(office, f"osobna-{one}")
    for at, service in enumerate(services):
        offering = make_offering(office, service, section=section)
        for one in numbers:
            offering.phones.add(make_phone(office=office, number=f"523878{at}{one}9", purpose="W tej sprawie"))
            Form.objects.create(offering=offering, title=f"Wniosek {one}", url="https://example.pl/")


def fill_place(numbers, **place):
    for one in numbers:
        make_phone(number=f"5238787{one}0", **place)
        make_exception(first_day=DATE.replace(day=DATE.day + one + 1), **place)
    make_schedule(*((one, 8, 12) for one in numbers), *((one, 13, 16) for one in numbers), **place)


def test_every_page_asks_as_often_with_one_of_each_as_with_three(client, many):
    asked = {}
    client.get("/szukaj/?q=sprawa")  # The first search of a process reads what all the others share.
    for address in QUERIES:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == (404 if address.startswith("/nie/") else 200)
        asked[address] = len(queries)
    assert asked == QUERIES


def test_the_page_of_an_office_asks_six_questions_at_most():
    assert QUERIES["/miasto-0/"] <= 6
