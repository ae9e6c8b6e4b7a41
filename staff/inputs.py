"""Inputs that work by keyboard, with one label each, and read dates and times as people here write them."""

import datetime as dt

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AdminURLFieldWidget,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.db import models
from django.forms.utils import from_current_timezone
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from languages import cleaning
from languages.prose import cleaning_of, is_prose
from staff.readability import figured
from staff.rights import has_many_offices, office_model
from staff.written import read_day, read_moment, read_time


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


class CleanText(forms.CharField):
    """A text as it is kept: without what nobody sees. Other line ends are no change, other bullets neither."""

    cleaned = staticmethod(cleaning.text)

    def to_python(self, value):
        return super().to_python(self.cleaned(value) if isinstance(value, str) else value)

    def has_changed(self, initial, data):
        return super().has_changed(self.to_python(initial) if initial else initial, data)


class CleanEmail(CleanText, forms.EmailField):
    cleaned = staticmethod(cleaning.code)


class CleanAddress(CleanText, forms.URLField):
    pass


class CleanSlug(CleanText, forms.SlugField):
    cleaned = staticmethod(cleaning.code)


class WrittenDay(forms.DateField):
    """A day in any usual way to write it."""

    example = _("Na przykład 31.12.2026.")
    default_error_messages = {
        "invalid": _("Nie ma takiej daty. Wpisz ją na przykład tak: 31.12.2026 albo 31 grudnia 2026.")
    }

    def to_python(self, value):
        if value in self.empty_values or not isinstance(value, str):
            return super().to_python(value)
        day = read_day(cleaning.code(value))
        if day is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class WrittenMoment(forms.DateTimeField):
    """A day with an hour in any usual way to write them. A day alone is its first minute."""

    example = _("Na przykład 31.12.2026 8:00.")
    default_error_messages = {
        "invalid": _("Nie ma takiej daty i godziny. Wpisz je na przykład tak: 31.12.2026 8:00 albo 31 grudnia 2026, 8.")
    }

    def to_python(self, value):
        if value in self.empty_values or not isinstance(value, str):
            return super().to_python(value)
        day, time = read_moment(cleaning.code(value))
        if day is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return self.moment(day, time)

    def moment(self, day, time):
        return from_current_timezone(dt.datetime.combine(day, time or dt.time.min))


class NotAfter:
    """A validator: a day comes at most so many days after today."""

    def __init__(self, ahead):
        self.ahead = ahead

    def __call__(self, day):
        last = timezone.localdate() + dt.timedelta(days=self.ahead)
        if day > last:
            words = (
                _("Ten dzień jest za daleko. Wpisz dzień do %(last)s i sprawdź rok.")
                if self.ahead
                else _("Ten dzień jeszcze nie nadszedł. Wpisz dzień do %(last)s.")
            )
            raise forms.ValidationError(words, code="too_late", params={"last": f"{last:%d.%m.%Y}"})


BIGGEST_KEY = models.BigIntegerField.MAX_BIGINT
KEY_DIGITS = len(str(BIGGEST_KEY))
# Not the browser's own date inputs: those write a date as the browser's language does, and 12/11 would be read both ways.
MOMENT = forms.DateTimeInput(attrs={"placeholder": "dd.mm.rrrr gg:mm"}, format="%d.%m.%Y %H:%M")
INPUTS = {
    models.CharField: {"form_class": CleanText},
    models.EmailField: {"form_class": CleanEmail},
    models.SlugField: {"form_class": CleanSlug},
    models.DateTimeField: {"form_class": WrittenMoment, "widget": MOMENT},
    models.DateField: {
        "form_class": WrittenDay,
        "widget": forms.DateInput(attrs={"placeholder": "dd.mm.rrrr"}, format="%d.%m.%Y"),
    },
    models.TimeField: {
        "form_class": HourField,
        "widget": forms.TimeInput(attrs={"placeholder": "gg:mm"}, format="%H:%M"),
    },
    models.DecimalField: {"localize": True},
    models.URLField: {"form_class": CleanAddress, "widget": AdminURLFieldWidget, "assume_scheme": "https"},
    models.TextField: {"form_class": CleanText, "widget": AdminTextareaWidget(attrs={"rows": 4})},
}
# What becomes of what is typed, by what cleans it.
AFTER_CLEANING = {
    cleaning.items: _("Punkty i numery na początku wierszy usuniemy: strona ma własne."),
    cleaning.prose: _("Punkty wklejone z Worda zamienimy na „- ”."),
}


class KnownKeys:
    """A choice that finds its records by typing. A key that cannot be one is no choice, not an error of the page."""

    def optgroups(self, name, value, attrs=None):
        return super().optgroups(name, [one for one in value if self._is_key(one)], attrs)

    def _is_key(self, value):
        try:
            key = self.field.target_field.to_python(value)
        except (forms.ValidationError, OverflowError):
            return False
        return key is None or key == "" or 0 < key <= BIGGEST_KEY


class OneByTyping(KnownKeys, AutocompleteSelect):
    """One record, found by typing."""


class ManyByTyping(KnownKeys, AutocompleteSelectMultiple):
    """Some records, found by typing."""


class KnownRecords(forms.ModelMultipleChoiceField):
    """Some records. A key too long for any record is none, where SQLite would answer with an error."""

    def _check_values(self, value):
        for key in value:
            if str(key).isdecimal() and (len(str(key)) > KEY_DIGITS or int(key) > BIGGEST_KEY):
                raise forms.ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params={"value": key}
                )
        return super()._check_values(value)


class Inputs:
    """The inputs of pages and of rows."""

    formfield_overrides = INPUTS

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        is_of_many = db_field.remote_field.model is office_model() and has_many_offices(request)
        if is_of_many or db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = OneByTyping(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["form_class"] = KnownRecords
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = ManyByTyping(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None:
            return None
        if isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget  # No small icons that open further windows.
        if isinstance(field.widget, forms.ClearableFileInput):
            field.widget.use_fieldset = False  # As before Django 6.1: the input has a label of its own.
        if cleaned := cleaning_of(db_field):
            field.cleaned = cleaned
        examples = [getattr(one, "example", "") for one in (field, db_field)]
        for hint in filter(None, [*examples, AFTER_CLEANING.get(cleaned, "")]):
            field.help_text = format_lazy("{} {}", field.help_text, hint)
        ahead = getattr(db_field, "ahead", None)  # Of a day: how far after today it may be.
        if ahead is not None:
            field.validators = [*field.validators, NotAfter(ahead)]
        language = getattr(db_field, "language", settings.LANGUAGE_CODE)
        if language != settings.LANGUAGE_CODE:
            field.widget.attrs["lang"] = language
        if is_prose(db_field):
            field.widget = figured(field.widget)
        return field
