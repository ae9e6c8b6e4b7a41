"""The column for an order. It holds only what every database can keep: SQLite would take any number."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

LAST_POSITION = 9999


class PositionField(models.PositiveSmallIntegerField):
    """Where a record stands among its own, from 0 to LAST_POSITION."""

    default_validators = [MinValueValidator(0), MaxValueValidator(LAST_POSITION)]

    def db_check(self, connection):
        return f"{connection.ops.quote_name(self.column)} BETWEEN 0 AND {LAST_POSITION}"
