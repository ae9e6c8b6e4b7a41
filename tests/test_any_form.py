"""What a staff form takes, every page can show: forms filled in rightly, but for some inputs with what nobody expected."""

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from offices.models import Office, OfficeRecording
from tests.cast import address, alicja, as_, dorota, plain_pages, scene  # noqa: F401  (the fixtures)
from tests.strategies import DAYS, WORDS
from tests.test_any_content import any_site, faults_of
from tests.test_staff_each_field import FORMS, NONSENSE, people, right, tried  # noqa: F401
from tests.test_staff_sweep import rows, staff  # noqa: F401  (fixtures too)

PAGES = [
    *("/", "/pomoc-natychmiastowa/", "/mapa-strony/", "/sitemap.xml", "/szukaj/?q=zasilek", "/osrodek-a/"),
    *("/osrodek-a/kontakt/", "/osrodek-a/komunikaty/", "/osrodek-a/sprawy/", "/osrodek-a/wyjatki.ics"),
    *("/osrodek-a/deklaracja-dostepnosci/", "/osrodek-a/prywatnosc/", "/osrodek-a/budynki/budynek/"),
    *("/osrodek-a/sprawy/zasilek-staly/", "/sprawy/zasilek-staly/", "/krok-po-kroku/urodzilo-sie-dziecko/"),
]
TEXTS = [*WORDS, *NONSENSE]
MOVES = ("slug", "kind", "is_published")  # What changes at which address a page is, and whether there is any.
OTHERS = [*map(str, DAYS), "02-29", "23:59", "00:00", "0", "1", "99999999.99", "https://example.org/ą?a=<>", "on", ""]


@pytest.fixture
def opened(staff, people):  # noqa: F811
    """Return {kind of record: (the address of its form, a form filled in rightly, the inputs that matter)}."""
    Office.objects.update(is_published=True)
    OfficeRecording.objects.update(is_published=True)
    forms = {label: right(staff, people, label, "change") for label in FORMS}
    return {
        label: (
            address(people.records[label]),
            form,
            [name for name in tried(form, "change", set()) if name.split("-")[-1] not in MOVES],
        )
        for label, form in forms.items()
    }


def faults(client, page, form, typed):
    """Return what is wrong with the form that is sent so, and with the pages if it is taken."""
    with transaction.atomic():
        status = client.post(page, form | typed).status_code
        found = [fault for one in PAGES for fault in faults_of(client, one)] if status == 302 else []
        transaction.set_rollback(True)
    return found if status in (200, 302) else [f"{page}: {status}"]


@pytest.mark.slow
@pytest.mark.django_db
@settings(max_examples=60, **any_site)
@given(st.data())
def test_every_page_shows_whatever_a_form_takes(staff, opened, data):  # noqa: F811
    page, form, names = opened[data.draw(st.sampled_from(sorted(opened)))]
    values = st.sampled_from(TEXTS) | st.sampled_from(OTHERS)
    assert faults(staff, page, form, data.draw(st.dictionaries(st.sampled_from(names), values, max_size=4))) == []
