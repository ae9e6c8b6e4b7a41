"""One value: from the text in a file to a value of the model, and back."""

import datetime as dt
import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from languages import cleaning
from offices import telephone
from offices.models import PhoneNumberField
from offices.models.dates import UntilField, last_day_of

A_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

# What to write instead of a value that cannot be read. The first class that fits counts.
CURES = [
    (
        models.DateTimeField,
        _("Wpisz dzień, na przykład 2026-11-22, albo dzień, godzinę i strefę, na przykład 2026-11-22T08:00:00+01:00."),
    ),
    (models.DateField, _("Wpisz dzień, na przykład 2026-11-22.")),
    (models.TimeField, _("Wpisz godzinę, na przykład 08:00.")),
    (models.BooleanField, _("Wpisz true (tak) albo false (nie).")),
    (models.DecimalField, _("Wpisz liczbę z kropką, na przykład 1010.00.")),
    (models.IntegerField, _("Wpisz liczbę całkowitą, na przykład 1.")),
    (models.SlugField, _("Wpisz litery bez ogonków, cyfry i myślniki, na przykład dodatek-mieszkaniowy.")),
    (models.EmailField, _("Wpisz cały adres, na przykład ops@example.org.")),
    (models.URLField, _("Wpisz cały adres, na przykład https://example.org/.")),
]


def tidy(text):
    """Return the text without what nobody sees in it, spaces at the ends of lines and empty lines around it."""
    return "\n".join(line.rstrip() for line in cleaning.text(text).split("\n")).strip()


def parse(field, text, names=None):
    """Return the value of a field. Raises ValidationError, whose message says what to write.

    `names` are the choices of a field that is written by the name of a choice, such as a weekday.
    """
    text = tidy(text)
    if isinstance(field, models.EmailField | models.SlugField):
        text = cleaning.code(text)
    if names:
        return parse_name(names, text)
    if isinstance(field, models.BooleanField):
        return parse_yes_or_no(field, text)
    try:
        value = field.to_python(text)
    except ValidationError as error:
        if cure(field):
            raise unreadable(field, text) from error
        raise  # A field of our own, such as a phone number, says it better.
    if isinstance(field, models.DateTimeField):
        return parse_moment(field, text, value)
    return value


def parse_moment(field, text, value):
    """Return a moment in UTC, in which it is kept; a day alone begins in Poland. A time without a zone is none."""
    try:
        if timezone.is_naive(value) and A_DAY.fullmatch(text):
            value = timezone.make_aware(value, timezone.get_default_timezone())
        if timezone.is_naive(value):
            raise unreadable(field, text)
        return value.astimezone(dt.UTC)
    except OverflowError as error:
        raise unreadable(field, text) from error


def parse_yes_or_no(field, text):
    """Return True or False. Django alone would take "1" and "t" too, and refuse "true"."""
    if text not in ("true", "false"):
        raise unreadable(field, text)
    return text == "true"


def parse_name(names, text):
    """Return the choice with this name, as `write` writes it. Raises ValidationError that lists the names."""
    known = {choice.name.lower(): choice for choice in names}
    if text not in known:
        raise unknown_choice(text, known)
    return known[text]


def cure(field):
    """Return what to write in a field of this kind, or None when there is no general answer."""
    return next((text for kind, text in CURES if isinstance(field, kind)), None)


def unreadable(field, text):
    return ValidationError(_("„%(text)s” nie pasuje. %(cure)s"), params={"text": text, "cure": cure(field)})


def unknown_choice(text, known):
    return ValidationError(
        _("Nie ma wartości „%(text)s”. Wpisz jedną z tych: %(known)s."),
        params={"text": text, "known": ", ".join(str(choice) for choice in known if choice)},
    )


def write(field, value, names=None):
    """Return the text of a value, empty when the file does not need it: no value, or the default."""
    if value in (None, "") or value == field.get_default():
        return ""
    if names:
        return names(value).name.lower()
    if isinstance(field, models.BooleanField):
        return str(value).lower()
    if isinstance(field, PhoneNumberField):
        return telephone.display(value)
    if isinstance(field, models.DateField | models.TimeField):
        return _write_time(field, value)
    return tidy(str(value))


def _write_time(field, value):
    """Return a day, a moment or a time of day as the files write it."""
    if isinstance(field, UntilField) and (day := last_day_of(value)):
        return day.isoformat()
    if isinstance(field, models.DateTimeField):
        return timezone.localtime(value, timezone.get_default_timezone()).isoformat()
    if isinstance(field, models.TimeField) and not (value.second or value.microsecond):
        return value.isoformat("minutes")
    return value.isoformat()
