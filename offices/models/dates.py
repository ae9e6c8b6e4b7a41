"""Columns for days, moments and days of a year. Each holds only what every page can show; the database refuses the rest.

What depends on today, such as "not in the future", is asked of staff alone (see `staff/inputs.py`): a content
file is right or wrong whatever the clock of the machine that reads it.
"""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from languages import cleaning

FIRST, LAST = dt.date(1990, 1, 1), dt.date(2100, 12, 31)
DAY = dt.timedelta(days=1)
WHOLE_MONTHS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}  # The last days of the months that have not 31.


def within(value):
    """Raise a ValidationError that names the bounds when a day, or the day of a moment in Poland, is outside them."""
    day = value
    if isinstance(value, dt.datetime):
        is_near = FIRST.year - 1 <= value.year <= LAST.year + 1  # Others cannot even be told in another zone.
        day = timezone.localdate(value) if is_near and timezone.is_aware(value) else value.date()
    if not FIRST <= day <= LAST:
        raise ValidationError(
            _("Wpisz dzień od %(first)s do %(last)s. Sprawdź rok."),
            code="out_of_bounds",
            params={"first": f"{FIRST:%d.%m.%Y}", "last": f"{LAST:%d.%m.%Y}"},
        )


class DayField(models.DateField):
    """A day from FIRST to LAST. `ahead` says how many days after today staff may enter: 0 for what has happened."""

    default_validators = [within]

    def __init__(self, *args, ahead=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.ahead = ahead

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs if self.ahead is None else {**kwargs, "ahead": self.ahead}

    def db_check(self, connection):
        return f"{connection.ops.quote_name(self.column)} BETWEEN '{FIRST}' AND '{LAST}'"


class MomentField(models.DateTimeField):
    """A moment on a day from FIRST to LAST."""

    default_validators = [within]

    def db_check(self, connection):
        # A day to spare at each end, since moments are kept in UTC.
        return f"{connection.ops.quote_name(self.column)} BETWEEN '{FIRST - DAY}' AND '{LAST + DAY}'"


class UntilField(MomentField):
    """The moment at which something ends. A day without an hour lasts to its end: the midnight after it is kept."""

    default_validators = []  # The midnight after LAST belongs to it.

    def to_python(self, value):
        day = value if type(value) is dt.date else _day_alone(value)
        return end_of(day) if day else super().to_python(value)

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if value is not None:
            within(last_day_of(value) or value)


def end_of(day):
    """Return the midnight in Poland that ends a day. Raises ValidationError for a day out of bounds."""
    within(day)
    return timezone.make_aware(dt.datetime.combine(day + DAY, dt.time.min), timezone.get_default_timezone())


def last_day_of(moment):
    """Return the day that a moment ends, when it is a midnight in Poland; otherwise None."""
    if not FIRST.year <= moment.year <= LAST.year + 1:
        return None
    local = timezone.localtime(moment, timezone.get_default_timezone())
    return local.date() - DAY if local.time() == dt.time.min else None


def _day_alone(value):
    try:
        return parse_date(value) if isinstance(value, str) and len(value) == len("2026-12-31") else None
    except ValueError:
        return None  # 31 February: what reads a moment says that there is no such day.


def exists_in_some_year(text):
    """Raise a ValidationError unless a text is a day of some year, written "MM-DD"."""
    month, _hyphen, day = text.partition("-")
    is_written = len(text) == 5 and text.isascii() and month.isdigit() and day.isdigit()
    if not is_written:
        raise ValidationError(_("Wpisz miesiąc i dzień, na przykład 07-01 (1 lipca)."), code="invalid")
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= WHOLE_MONTHS.get(int(month), 31)):
        raise ValidationError(
            _("Nie ma takiego dnia: %(day)s. Wpisz miesiąc i dzień, na przykład 06-30 (30 czerwca)."),
            code="no_such_day",
            params={"day": text},
        )


class MonthDayField(models.CharField):
    """A day of every year as "MM-DD". 29 February is one: it stands for the last day of February in a common year."""

    default_validators = [exists_in_some_year]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 5)
        super().__init__(*args, **kwargs)

    def to_python(self, value):
        value = super().to_python(value)
        return cleaning.code(value) if value else value

    def db_check(self, connection):
        column = connection.ops.quote_name(self.column)
        months = ", ".join(f"'{month:02}'" for month in range(1, 13))
        days = ", ".join(f"'{day:02}'" for day in range(1, 32))
        missing = ", ".join(
            f"'{month:02}-{day}'" for month, last in WHOLE_MONTHS.items() for day in range(last + 1, 32)
        )
        return (
            f"{column} = '' OR (LENGTH({column}) = 5 AND SUBSTR({column}, 1, 2) IN ({months})"
            f" AND SUBSTR({column}, 3, 1) = '-' AND SUBSTR({column}, 4, 2) IN ({days}) AND {column} NOT IN ({missing}))"
        )
