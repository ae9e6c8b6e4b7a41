"""The empty and the nonsensical in every field of every staff form: never an error page, never a lost text."""

import re

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from offices import models as at
from services import models as of
from tests.cast import (  # noqa: F401  (the fixtures)
    LABELS,
    NEVER_ADDED,
    address,
    as_,
    dorota,
    elements,
    filled_in,
    model_of,
    plain_pages,
    scene,
    with_a_row_more,
)

NONSENSE = [
    "",
    "   ",
    "ż" * 10_000,
    "\x00",
    "👨‍👩‍👧 🦽🏽",
    "مكتب \u202eolleh",
    "-1",
    "32768",
    "99999999999999999999",
    "2026-02-31",
    "31.12.9999",
    "<script>alert('1')</script>",
    "•\tdowód\r\n·  akt\r\n1.\tPobierz",
    "٣",
]
PLAIN = re.compile(r"csrfmiddlewaretoken|_opened|.*-(TOTAL|MIN_NUM|MAX_NUM)_FORMS")  # No fields of a form.
TYPED = ("text", "email", "url", "number", "search", "tel")
DAY = "2026-01-01"


@pytest.fixture
def rows(scene):  # noqa: F811
    """One row of every kind that the scene has not, so that each table has one that was saved and one that is new."""
    a, shared = scene.a, scene.shared
    at.AccessibilityFact.objects.create(building=a.building, feature="lift", answer="no")
    at.HolidayYear.objects.create(office=a.office, year=2026, confirmed_on=DAY)
    at.HoursException.objects.create(office=a.office, first_day="2026-12-28", last_day="2026-12-29")
    at.Phone.objects.create(office=a.office, number="227872702")
    of.Form.objects.create(offering=a.offering, title_pl="Wniosek", url="https://example.org/wniosek.pdf")
    of.LegalBasis.objects.create(service=shared.service, act="ustawa", provision="art. 37")
    of.Amount.objects.create(service=shared.service, label_pl="Kwota", value=1)
    of.Deadline.objects.create(service=shared.service, label_pl="Termin", last_day="12-31")
    shared.service.required_documents.create(document=shared.document)
    shared.guide.steps.create(title_pl="Krok", text_pl="Tekst")
    return scene


@pytest.fixture
def staff(as_, dorota, settings):  # noqa: F811
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = None  # No person fills a hundred fields to the brim; the sweep does.
    client = as_(dorota)
    client.raise_request_exception = False
    return client


def records_of(people):
    records = [*vars(people.a).values(), *vars(people.shared).values()]
    return {one._meta.label_lower: one for one in records if one._meta.label_lower in LABELS}


def forms(people):
    """Return {name: address} of every form of a record: to change it and to add one."""
    records = records_of(people)
    changed = {label: address(one) for label, one in records.items() if label not in NEVER_ADDED}
    added = {f"{label} (new)": address(model_of(label), "add") for label in LABELS if label not in NEVER_ADDED}
    return changed | added


def pages(people):
    """Return {name: address} of the forms that are no record's own."""
    a = people.a
    change = address(a.section)
    year = timezone.localdate().year + 1
    return {
        "copying": address(a.building).replace("change", "skopiuj-godziny"),
        "translating": change.replace("change", "tlumaczenie/en"),
        "translating a sheet": address(people.shared.service).replace("change", "tlumaczenie/uk"),
        "holidays": reverse("admin:offices_office_holidays", args=[a.office.pk, year]),
        "naming": reverse("admin:search_unansweredquery_name", args=[people.shared.query.pk]),
    }


def sent(client, page, values):
    """Send a form and take everything back; return (its answer, what is wrong in words)."""
    with transaction.atomic():
        answer = client.post(page, values)
        opened = client.get(page).status_code if answer.status_code == 302 and page.endswith("/change/") else 200
        transaction.set_rollback(True)
    if answer.status_code not in (200, 302) or opened != 200:
        return answer, f"{answer.status_code}, {opened} when opened again"
    return answer, _lost(answer, values) if answer.status_code == 200 else ""


def _lost(answer, values):
    """Return the names of the texts that a form came back without."""
    texts = [one for one in elements(answer, "input", "textarea") if one.get("type", "text") in TYPED]
    shown = {one.get("name"): one.get("value") or one.text or "" for one in texts}
    lost = [name for name in shown if name in values and shown[name] != _as_read(values[name])]
    return f"lost {', '.join(lost)}" if lost else ""


def _as_read(typed):
    """Return a text as a page's source gives it back."""
    return typed.replace("\x00", "\ufffd").replace("\r\n", "\n")


def refused(answer):
    """Return the names of the inputs beside which a form says that something is wrong."""
    context = answer.context or {}
    found = [context["adminform"].form] if "adminform" in context else []
    found += [form for one in context.get("inline_admin_formsets", ()) for form in one.formset.forms]
    return {form.add_prefix(name) for form in found for name in form.errors}


def swept(client, page, opened, nonsense):
    """Yield what is wrong with a form that gets one kind of nonsense: in all fields, then in all that took it."""
    names = [name for name in opened if not PLAIN.fullmatch(name)]
    answer, fault = sent(client, page, opened | dict.fromkeys(names, nonsense))
    yield fault
    if answer.status_code == 200:
        taken = set(names) - refused(answer)
        yield sent(client, page, opened | dict.fromkeys(taken, nonsense))[1]


def faults(client, named, kinds, read=filled_in):
    return [
        f"{name}, {nonsense[:20]!r}: {fault}"
        for name, page in named.items()
        for opened in [read(client.get(page))]
        for nonsense in kinds
        for fault in swept(client, page, opened, nonsense)
        if fault
    ]


def test_form_survives_nonsense_in_all_fields(staff, rows):
    assert faults(staff, {"notice": address(rows.a.notice)}, NONSENSE) == []


@pytest.mark.slow
def test_every_form_survives_nonsense_in_all_fields(staff, rows):
    assert faults(staff, forms(rows), NONSENSE) == []


@pytest.mark.slow
def test_every_new_row_survives_nonsense_in_all_fields(staff, rows):
    tables = {name: page for name, page in forms(rows).items() if page.endswith("/change/")}
    assert faults(staff, tables, NONSENSE, read=with_a_row_more) == []


@pytest.mark.slow
def test_every_other_page_survives_nonsense_in_all_fields(staff, rows):
    assert faults(staff, pages(rows), NONSENSE) == []
