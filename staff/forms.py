"""What every staff form does: guards against other offices and against two editors at once, and speaks plainly."""

import datetime as dt
import re
from itertools import takewhile

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.utils import formats, timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _

PREVIEW = "_preview"  # The button that only shows what would be saved.
FINGERPRINT = "_opened"  # The hidden input with the state of the record when its form was opened.
DOUBLE = "unique_together"  # Django's code for what stands twice.


class PlainErrors:
    """Show a message about a field that this form leaves out as a message about the whole form.

    An input that could not be read gets no second message, which would call it empty. What stands twice is told beside
    the field that can be mended.
    """

    def add_error(self, field, error):
        if not hasattr(error, "error_dict"):
            super().add_error(field, error)
            return
        unread = set(self.errors)
        for name, messages in error.error_dict.items():
            if name in unread:
                continue
            for message in messages:
                super().add_error(*self._placed(name, message))

    def _placed(self, name, message):
        """Return where to show a message, and the message."""
        typed = [one for one in message.params["unique_check"] if one in self.fields] if message.code == DOUBLE else []
        if not typed:
            return name if name in self.fields else None, message
        words = _("Inny zapis ma to samo w tym polu. Zmień tamten albo wpisz tu co innego.")
        return typed[-1], ValidationError(words, code=DOUBLE)


class StaffForm(PlainErrors, forms.ModelForm):
    """The form of one record. `StaffAdmin.get_form` tells it the request and the admin it works for."""

    request = None
    model_admin = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stale = False
        # Read now: validation will put what was typed into the instance.
        self.current = self.model_admin.fingerprint(self.request, self.instance) if self.instance.pk else ""

    def is_valid(self):
        """When a preview is asked for, even faultless answers are not saved but shown again."""
        return super().is_valid() and PREVIEW not in self.request.POST

    def clean(self):
        cleaned = super().clean()
        opened = self.request.POST.get(FINGERPRINT, "")
        if self.instance.pk and not constant_time_compare(opened, self.current):
            self.stale = True
            raise ValidationError(what_happened(self.instance, self.request.user), code="stale")
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        if not self.errors and self.instance.pk:
            self._refuse_doubles()
        if not self.errors and not self.model_admin.belongs_to_user(self.request, self.instance):
            self.add_error(
                None, _("Ten zapis nie należałby do Twojego ośrodka. Wybierz swój ośrodek albo jego miejsce.")
            )

    def _refuse_doubles(self):
        """Ask also whether a field makes a double with one that this form shows and does not change: Django does not."""
        try:
            self.instance.validate_constraints()
        except ValidationError as error:
            self.add_error(None, error)


class PlaceForm(StaffForm):
    """The form of a record at one place: asks in words for one place, where the database would just refuse."""

    def clean(self):
        cleaned = super().clean()
        offered = [name for name in self._meta.model.PLACES if name in self.fields]
        chosen = [name for name in offered if cleaned.get(name)]
        if len(chosen) > 1:
            self.add_error(chosen[1], _("Wybierz jedno miejsce, nie kilka naraz."))
        elif offered and not chosen and not any(name in self.errors for name in offered) and not self._kept_place():
            self.add_error(offered[0], _("Wybierz, do czego to należy: ośrodek, budynek albo komórka."))
        return cleaned

    def _kept_place(self):
        """Tell whether the record stands at a place that this form shows without letting it be changed."""
        return any(getattr(self.instance, f"{name}_id") for name in self._meta.model.PLACES if name not in self.fields)


class RowForm(PlainErrors, forms.ModelForm):
    """One row of a table inside another record's page. What stands twice the rows tell together (`RowFormSet.clean`)."""

    def add_error(self, field, error):
        if hasattr(error, "error_dict"):
            # Since Django 6.1 a row asks the database too, which still has the rows that this save deletes.
            left = {name: [one for one in found if one.code != DOUBLE] for name, found in error.error_dict.items()}
            error = ValidationError({name: found for name, found in left.items() if found})
        super().add_error(field, error)


class LabelledRows:
    """A formset in a table, where each input says its column and row: "Od godziny, wiersz 2".

    The table's header is not a label to a screen reader (Django ticket 36509).
    """

    def add_fields(self, form, index):
        super().add_fields(form, index)
        row = _("nowy wiersz") if index is None else _("wiersz %(number)s") % {"number": index + 1}
        for name, field in form.fields.items():
            if not field.widget.is_hidden:
                field.widget.attrs["aria-label"] = f"{capfirst(field.label or name)}, {row}"


class RowFormSet(LabelledRows, forms.BaseInlineFormSet):
    """The rows of one record."""

    @cached_property
    def management_form(self):
        """Count the rows that were sent, and as saved those that carry a key: what a request says of their number may be
        wrong, and make doubles, or thousands of empty rows."""
        form = super().management_form
        if self.is_bound and form.is_valid():
            last = max((int(row[1]) for row in map(self._row_of, self.data) if row), default=-1)
            form.cleaned_data[TOTAL_FORM_COUNT] = min(form.cleaned_data[TOTAL_FORM_COUNT], last + 1)
            keys = (self.data.get(f"{self.prefix}-{row}-id") for row in range(form.cleaned_data[TOTAL_FORM_COUNT]))
            form.cleaned_data[INITIAL_FORM_COUNT] = len(list(takewhile(bool, keys)))
        return form

    def _row_of(self, name):
        """Return the match of an input of one of these rows, with the row's number."""
        return re.match(rf"{self.prefix}-(\d{{1,4}})-", name, re.ASCII)

    def get_unique_error_message(self, unique_check):
        """Name what stands twice as the form does: by its labels."""
        return _("Dwa wiersze mają to samo w polu „%(fields)s”. Zostaw jeden z nich.") % {
            "fields": self._labels(unique_check)
        }

    def _labels(self, names):
        fields = self.empty_form.fields
        return ", ".join(str(fields[name].label) for name in names if name in fields and name != self.fk.name)

    def clean(self):
        """Refuse also the double of a row that the database holds and this page does not show so: Django asks the rows
        that were sent, and no others. Somebody else may have added it, or two rows change places."""
        super().clean()
        changed = [form for form in self.forms if form.has_changed() and not self._is_lost(form)]
        for constraint in self.model._meta.constraints if changed and self.instance.pk else ():
            if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
                self._refuse_doubles(changed, constraint.fields)

    def _is_lost(self, form):
        """Tell whether a row is not to be saved: it has mistakes, or is to be deleted."""
        return bool(form.errors) or self._should_delete_form(form)

    def _refuse_doubles(self, changed, names):
        columns = [self.model._meta.get_field(name).attname for name in names]
        deleted = [form.instance.pk for form in self.forms if self._should_delete_form(form)]
        others = self.model._base_manager.filter(**{self.fk.name: self.instance.pk}).exclude(pk__in=deleted)
        stored = {tuple(key): pk for pk, *key in others.values_list("pk", *columns)}
        for form in changed:
            key = tuple(getattr(form.instance, column) for column in columns)
            if None not in key and stored.get(key, form.instance.pk) != form.instance.pk:
                words = _(
                    "Inny wiersz, już zapisany, ma to samo w polu „%(fields)s”. "
                    "Otwórz tę stronę w drugiej karcie, zmień tam tamten wiersz i zapisz."
                )
                form.add_error(names[-1], words % {"fields": self._labels(names)})

    def save_existing_objects(self, commit=True):
        """Delete first what is to be deleted: a row that stays may take its place."""
        deleted = [form.instance for form in self.initial_forms if form.instance.pk and form in self.deleted_forms]
        for row in deleted if commit else ():
            self.delete_existing(row)
        saved = super().save_existing_objects(commit)
        self.deleted_objects = deleted
        return saved


def what_happened(record, user):
    """Tell a user whose save came second what happened to a record, and who saved it last."""
    log = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(record), object_id=record.pk
    ).select_related("user")
    last = log.order_by("-action_time").first()
    who = ""
    if last and last.user_id != user.pk:
        when = formats.date_format(timezone.localtime(last.action_time), "DATETIME_FORMAT")
        who = _(" Ostatni zapis: %(who)s, %(when)s.") % {
            "who": last.user.get_full_name() or last.user.get_username(),
            "when": when,
        }
    return (
        _("Gdy ten formularz był otwarty, ktoś zmienił ten zapis, więc niczego nie zapisaliśmy.")
        + who
        + " "
        + _(
            "To, co wpisano, zostało poniżej. Otwórz tę stronę w drugiej karcie i porównaj. "
            "Jeśli Twoja wersja ma zastąpić tamtą, naciśnij „Zapisz” jeszcze raz."
        )
    )


def fingerprint_of(*rows):
    """Return a keyed digest of records as they are: equal only while nothing changed."""
    state = [
        (row._meta.label, *(_plain(getattr(row, field.attname)) for field in row._meta.concrete_fields)) for row in rows
    ]
    related = [
        (field.name, list(getattr(row, field.name).order_by("pk").values_list("pk", flat=True)))
        for row in rows
        for field in row._meta.many_to_many
    ]
    return salted_hmac("staff.forms", repr((state, related)), algorithm="sha256").hexdigest()


def _plain(value):
    return value.astimezone(dt.UTC).isoformat() if isinstance(value, dt.datetime) else str(value)
