"""A column of JSON on databases that are known to have it."""

from django.db import models


class JSONField(models.JSONField):
    """Django's own, whose system check asks no database.

    Django asks each whether it knows JSON before `ops_site/checks.py` has told an operator in words that it cannot be
    reached. All that we run on know it. In migrations this is Django's field.
    """

    def check(self, **kwargs):
        return super().check(**(kwargs | {"databases": None}))

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs
