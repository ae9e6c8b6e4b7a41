"""Lists of records answer whatever their address asks for: nonsense in a filter shows all records, and no error page."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import transaction

from offices.models import HoursException
from tests.cast import address, as_, dorota, plain_pages, scene  # noqa: F401  (the fixtures)

HUGE = "9" * 30
ASKED = [
    *(("q", one) for one in ("\x00", "ż" * 3000, "'\"%_")),
    *(("p", one) for one in ("x", HUGE, "-1")),
    *(("o", one) for one in ("9.9.x", HUGE)),
    *(("_changelist_filters", "\x00"), ("_popup", "x"), ("_to_field", "password"), ("_to_field", "\x00")),
    *(("nie_ma", "1"), ("pk__in", "x,,"), ("id__gt", HUGE), ("osrodek", HUGE), ("sprawdzone", "\x00"), ("e", "x")),
]
LOOKUPS = ("", "__exact", "__id__exact", "__in", "__range", "__regex", "__gte", "__isnull", "__year", "__contains")
VALUES = ("", "\x00", HUGE, "2026-02-31")


@pytest.fixture
def staff(as_, dorota):  # noqa: F811
    client = as_(dorota)
    client.raise_request_exception = False
    return client


def faults(client, model, asked):
    """Return what a list of records answers wrongly."""
    found = []
    for name, value in asked:
        with transaction.atomic():  # PostgreSQL goes on with no transaction in which it refused something.
            status = client.get(address(model, "changelist"), {name: value}).status_code
            transaction.set_rollback(True)
        if status not in (200, 302, 400):
            found.append(f"{model._meta.label}?{name}={value[:20]!r}: {status}")
    return found


def filters(page):
    names = [one for one in page.list_filter if isinstance(one, str)]
    asked = [(name + lookup, value) for name in names for lookup in LOOKUPS for value in VALUES]
    parts = [f"{page.date_hierarchy}__{part}" for part in ("year", "month", "day")] if page.date_hierarchy else []
    return asked + [(part, value) for part in parts for value in VALUES]


@pytest.mark.parametrize(
    ("model", "name", "value"),
    [(User, "is_staff__range", ""), (User, "is_staff__in", HUGE), (HoursException, "first_day__year", HUGE)],
)
def test_list_survives_a_filter_that_nobody_can_read(staff, scene, model, name, value):  # noqa: F811
    assert faults(staff, model, [(name, value)]) == []


@pytest.mark.slow
@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label)
def test_list_survives_any_address(staff, scene, model):  # noqa: F811
    assert faults(staff, model, ASKED + filters(admin.site._registry[model])) == []
