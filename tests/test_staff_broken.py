"""Requests that no form of the staff pages makes: each gets a page that says so, never an error page, and in good time."""

from contextlib import suppress

import pytest
from django.contrib import admin
from django.db import transaction
from django.urls import NoReverseMatch, reverse

from ops_site.models import ShippedRecord
from tests.cast import (  # noqa: F401  (the fixtures)
    address,
    alicja,
    as_,
    dorota,
    filled_in,
    plain_pages,
    scene,
)
from tests.test_staff_reads import addresses, names
from tests.test_staff_sweep import forms, rows, staff  # noqa: F401  (fixtures too)

pytestmark = pytest.mark.django_db

HUGE = "9" * 30
MOST_BYTES = 1_000_000  # Of an answer: many times what the largest form has.
COUNTS = ("1000000", "-1", "x", None)
IDS = ("-1", HUGE, "9" * 3000, "\x00", "a_2Fb", "_", "1/2", "²")
SENT = ("", "\x00", "ż" * 3000, HUGE, "-1", "[]", "2026-02-31", "on")
# What the buttons and inputs of the pages beside the forms of records are called.
NAMES = (
    *("post", "_save", "_preview", "_opened", "_dismiss", "_selected_action", "select_across", "index", "action"),
    *("seen", "whole", "take", "compare", "text", "service", "language", "field", "days", "to", "confirmed"),
    *("username", "password", "next", "old_password", "new_password1", "new_password2", "password1", "password2"),
    *("usable_password", "form-TOTAL_FORMS", "form-INITIAL_FORMS"),
)


SUGGESTED = {"app_label": "services", "model_name": "offering", "field_name": "phones", "term": "a", "page": "1"}


@pytest.fixture
def correction(db):
    return ShippedRecord.objects.create(
        pk=1, kind="services", key="piec", shipped={"slug": "piec", "name": "Piec"}, waits=True
    )


def answered(client, method, page, data=None):
    """Return what is wrong with an answer, in words; nothing is kept of what was sent."""
    with transaction.atomic():
        answer = getattr(client, method)(page, data or {})
        status, size = answer.status_code, len(answer.content)
        transaction.set_rollback(True)
    is_right = status in (200, 302, 400, 403, 404, 405) and size < MOST_BYTES
    return "" if is_right else f"{method} {page[:60]} {str(data)[:80]}: {status}, {size} bytes"


def with_nonsense(scene):  # noqa: F811
    """Yield the address of every staff page with each of the parts of its address turned into nonsense."""
    known = {"object_id": 1, "id": 1, "pk": 1, "office_id": 1, "language": "en", "year": 2026, "content_type_id": 1}
    for name, parts in names(admin.site.get_urls()):
        for part in parts:
            for value in IDS:
                right = {"app_label": "offices"} | known
                with suppress(NoReverseMatch):  # An address that takes numbers alone.
                    yield reverse(f"admin:{name}", kwargs={one: right[one] for one in parts} | {part: value})


def broken(opened, value):
    """Yield a form whose tables say how many rows they have, or had, in a way that cannot be."""
    for ending in ("-TOTAL_FORMS", "-INITIAL_FORMS"):
        kept = {name: one for name, one in opened.items() if value is not None or not name.endswith(ending)}
        yield kept | {name: value for name in kept if name.endswith(ending)}


def found(faults):
    return [fault for fault in faults if fault]


@pytest.mark.parametrize("value", ["1000000", None])
def test_number_of_rows_that_cannot_be_breaks_no_form(staff, rows, value):  # noqa: F811
    page = address(rows.a.building)
    sent = broken(filled_in(staff.get(page)), value)
    assert found(answered(staff, "post", page, one) for one in sent) == []


@pytest.mark.slow
@pytest.mark.parametrize("value", COUNTS, ids=lambda value: repr(value)[:12])
def test_number_of_rows_that_cannot_be_breaks_no_form_of_all(staff, rows, value):  # noqa: F811
    pages = [(page, filled_in(staff.get(page))) for page in forms(rows).values()]
    sent = [(page, one) for page, opened in pages if has_tables(opened) for one in broken(opened, value)]
    assert found(answered(staff, "post", page, one) for page, one in sent) == []


def has_tables(opened):
    return any(name.endswith("-TOTAL_FORMS") for name in opened)


@pytest.mark.slow
@pytest.mark.parametrize("method", ["get", "post"])
def test_address_that_is_none_breaks_no_page(staff, rows, method):  # noqa: F811
    assert found(answered(staff, method, page) for page in with_nonsense(rows)) == []


@pytest.mark.slow
def test_nonsense_sent_to_a_page_breaks_none(staff, rows, dorota, correction):  # noqa: F811
    pages = list(addresses([*vars(rows.a).values(), *vars(rows.shared).values(), correction, dorota]))
    sent = [dict.fromkeys(NAMES, value) for value in SENT]
    assert found(answered(staff, "post", page, one) for page in pages for one in sent) == []


@pytest.mark.slow
def test_choice_of_records_that_is_none_breaks_no_list(staff, rows):  # noqa: F811
    lists = [address(model, "changelist") for model in admin.site._registry]
    sent = [
        (page, {"action": action, "_selected_action": value, "select_across": value, "index": value, **confirmed})
        for page in lists
        for action in ("delete_selected", "checked_today", "dismiss")
        for confirmed in ({}, {"post": "yes"})
        for value in ("-1", HUGE, "\x00", "²")
    ]
    assert found(answered(staff, "post", page, one) for page, one in sent) == []


@pytest.mark.slow
def test_question_that_is_none_breaks_no_suggestions(staff, rows):  # noqa: F811
    page = reverse("admin:autocomplete")
    asked = [SUGGESTED | {name: value} for name in SUGGESTED for value in (*IDS, *SENT)]
    missing = [{one: SUGGESTED[one] for one in SUGGESTED if one != name} for name in SUGGESTED]
    assert found(answered(staff, "get", page, one) for one in asked + missing) == []
