"""What a model says of itself works for any typed value, and only numbers that every database can keep are taken."""

import datetime as dt
from decimal import Decimal

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

OURS = [
    model for app in ("offices", "services", "search", "ops_site") for model in apps.get_app_config(app).get_models()
]
NUMBERS = (models.PositiveSmallIntegerField, models.SmallIntegerField)
TEXTS = ["", " ", "ż" * 500, "{x} %s %(a)s", "\x00"]
KINDS = [
    (models.BooleanField, [True, False]),
    (models.DateTimeField, [dt.datetime(1, 1, 1, tzinfo=dt.UTC), dt.datetime(9999, 12, 31, tzinfo=dt.UTC)]),
    (models.DateField, [dt.date.min, dt.date.max]),
    (models.TimeField, [dt.time.min, dt.time.max]),
    (models.DecimalField, [Decimal(0), Decimal("1e30"), Decimal("-0.001")]),
    (models.IntegerField, [-1, 0, 10**30]),
    (models.JSONField, [{}, {"": ""}]),
    (models.FileField, TEXTS),
    (models.CharField, TEXTS),
    (models.TextField, TEXTS),
]
ROUNDS = 12


def values(field):
    """Return values of a column's type, whether its rules accept them or not."""
    found = next(values for kind, values in KINDS if isinstance(field, kind))
    return [None, *found] if field.null else found


def unsaved(model, turn, depth=3):
    """Return a record with foolish values in its columns; a link that may be empty is so every other time."""
    record = model()
    for number, field in enumerate(model._meta.concrete_fields):
        if not field.is_relation:
            found = values(field)
            setattr(record, field.attname, found[(turn + number * (turn // len(found))) % len(found)])
        elif depth and (not field.null or (turn + number) % 2):
            setattr(record, field.name, unsaved(field.related_model, turn, depth - 1))
    return record


def unsaved_records(model):
    return [unsaved(model, turn) for turn in range(ROUNDS)]


def _has_text(record):
    try:
        return isinstance(str(record), str)
    except (TypeError, ValueError, AttributeError, OverflowError):
        return False


def test_text_of_a_record_works_for_any_values():
    assert [model._meta.label for model in OURS if not all(map(_has_text, unsaved_records(model)))] == []


def test_small_numbers_are_refused_where_some_database_would():
    taken = [
        str(field)
        for model in OURS
        for field in model._meta.concrete_fields
        if isinstance(field, NUMBERS) and _takes(field, 32768)
    ]
    assert taken == []


def _takes(field, number):
    try:
        field.clean(number, field.model())
    except ValidationError:
        return False
    return True
