"""Inputs that work by keyboard, with one label each, and read dates and times as people here write them."""

import datetime as dt
import re

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminTextareaWidget, AdminURLFieldWidget, RelatedFieldWidgetWrapper
from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from offices.admin.readability import figured
from offices.prose import is_prose

# "8", "8:00", "8.00", "800", "0800", "8 00" and "08:00:00"; 24 is the midnight that ends a day.
TIME = re.compile(r"(\d{1,2})(?:[:. ]?(\d{2}))?(?::00)?")


def read_time(text):
    """Return the time that somebody typed, or None when it is no time."""
    match = TIME.fullmatch(text.strip())
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if (hour, minute) == (24, 0):
        return dt.time(0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


class HourField(forms.TimeField):
    """A time that may be typed in short, and is shown back in full: "8" becomes "08:00"."""

    default_error_messages = {"invalid": _("Wpisz godzinę, na przykład 8, 8:00 albo 15.30.")}

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, dt.time):
            return value
        time = read_time(str(value))
        if time is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return time

    def bound_data(self, data, initial):
        return (data and read_time(str(data))) or data


# Not the browser's own date inputs: those write a date as the browser's language does, and 12/11 would be read both ways.
INPUTS = {
    models.DateTimeField: {
        "form_class": forms.DateTimeField,
        "widget": forms.DateTimeInput(attrs={"placeholder": "dd.mm.rrrr gg:mm"}, format="%d.%m.%Y %H:%M"),
    },
    models.DateField: {"widget": forms.DateInput(attrs={"placeholder": "dd.mm.rrrr"}, format="%d.%m.%Y")},
    models.TimeField: {
        "form_class": HourField,
        "widget": forms.TimeInput(attrs={"placeholder": "gg:mm"}, format="%H:%M"),
    },
    models.DecimalField: {"localize": True},
    models.URLField: {"widget": AdminURLFieldWidget, "assume_scheme": "https"},
    models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 4})},
}
EXAMPLES = {
    forms.DateTimeField: _("Na przykład 31.12.2026 08:00."),
    forms.DateField: _("Na przykład 31.12.2026."),
}


class Inputs:
    """The inputs of pages and of rows."""

    formfield_overrides = INPUTS

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None:
            return None
        if isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget  # No small icons that open further windows.
        if type(field) in EXAMPLES:
            field.help_text = format_lazy("{} {}", field.help_text, EXAMPLES[type(field)])
        language = getattr(db_field, "language", settings.LANGUAGE_CODE)
        if language != settings.LANGUAGE_CODE:
            field.widget.attrs["lang"] = language
        if is_prose(db_field):
            field.widget = figured(field.widget)
        return field
