"""KeptField: a small dictionary or list that a record keeps for itself."""

from django.db import models


class KeptField(models.JSONField):
    """A JSONField whose check asks no database.

    Every database we run on keeps JSON. Django would open one to find that out, before ops_site/checks.py could tell an
    operator in words that it cannot be reached.
    """

    def _check_supported(self, databases):
        return []

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs
