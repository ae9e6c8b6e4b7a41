"""Three hundred offices: each kind of address asks and weighs no more than among two."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench import country
from offices.models import HoursException, Office
from ops_site.sitemaps import SITEMAPS
from tests.factories import make_schedule
from tests.rules import HEAVIEST, weight_of
from tests.test_every_page import KINDS
from tests.walk import Page, sitemap_files

OFFICES = 300
MOST_QUERIES = 16
HEAVIEST_FILE = 4 * 1024 * 1024  # Bytes of a file of the sitemap; the protocol allows 50 MB.
MORE = (
    "/mapa-strony/b/1/",
    "/gmina-7/",
    "/gmina-7/kontakt/",
    "/gmina-7/komunikaty/",
    "/gmina-7/sprawy/",
    "/gmina-7/sprawy/dodatek-mieszkaniowy/",
    "/gmina-7/szukaj/?q=czynsz",
    "/gmina-7/wyjatki.ics",
    "/szukaj/?q=czynsz",
    "/szukaj/?q=xyzzy",
    "/szukaj/podpowiedzi/?q=dod",
    "/uk/mapa-strony/",
    "/robots.txt",
    "/sitemap.xml",
    *(f"/sitemap-{section}.xml" for section in SITEMAPS),
)


def busy(office):
    """Give an office all that its pages and its feed can hold: hours, notices, and a year of exceptions."""
    make_schedule(*((day, 8, 16) for day in range(5)), office=office)
    for number in range(52):
        day = timezone.localdate() + dt.timedelta(weeks=number)
        HoursException.objects.create(office=office, first_day=day, last_day=day, reason_pl="Szkolenie pracowników")
    for number in range(5):
        office.notices.create(title_pl=f"Komunikat {number}", text_pl="Kasa nieczynna. " * 5, starts_at=timezone.now())


@pytest.mark.slow
def test_every_kind_of_address_is_light_in_a_country(content):
    country.fill(OFFICES)
    busy(Office.objects.get(slug="gmina-7"))
    client, faults = Client(headers={"accept-encoding": "br"}), {}
    client.get("/szukaj/?q=czynsz")  # The first search of a process reads what all the others share.
    for address in dict.fromkeys((*KINDS, *MORE)):
        with CaptureQueriesContext(connection) as queries:
            page = Page(address, client.get(address))
        weight = weight_of(page, with_print=True) if page.is_html else len(page.wire)
        most = HEAVIEST_FILE if address.startswith("/sitemap") else HEAVIEST
        if page.status != 200 or len(queries) > MOST_QUERIES or weight > most:
            faults[address] = (page.status, len(queries), weight)
    heavy = {address: len(text) for address, text in sitemap_files(client).items() if len(text) > HEAVIEST_FILE}
    assert (faults, heavy) == ({}, {})
