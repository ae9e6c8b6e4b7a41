"""The weekly rows of hours on the page of their place, or of their schedule."""

from django.utils.translation import gettext_lazy

from offices.admin.reminders import Reminding, reminders_of_hours
from offices.admin.rules_from_rows import contradictions
from offices.models import HelpLine, Phone, Schedule, WeeklyHours
from offices.models.hours import Mode, Weekday
from staff.base import TableRows
from staff.forms import RowForm, RowFormSet

MAIN_FIELDS = ["weekday", "opens", "closes", "mode"]
RARE_FIELDS = ["ends_next_day", "weeks", "valid_from", "valid_until", "season_start", "season_end"]
PRECEDENCE = gettext_lazy(
    "Gdy kilka wierszy mówi o tym samym dniu: krótszy okres wygrywa z dłuższym, data wygrywa z sezonem, "
    "a sezon ze zwykłym tygodniem."
)


class RareFields:
    """A form that folds away the fields which most rows do not need."""

    rare = ()

    @property
    def shows_rare(self):
        """Tell whether any of these fields says something, or has to be corrected."""
        return any(self[name].value() or name in self.errors for name in self.rare if name in self.fields)


class WeeklyHoursForm(RareFields, RowForm):
    rare = RARE_FIELDS

    def has_changed(self):
        """A weekday alone, offered or chosen, says nothing about that day: no row is made of it."""
        if self.instance.pk:
            return super().has_changed()
        return bool(set(self.changed_data) - {"weekday"})


class ConsistentRows(RowFormSet):
    """Rows of hours that do not contradict each other: the error stands at the later of the two."""

    def clean(self):
        super().clean()
        forms = [form for form in self.forms if self._counts(form)]
        for _first, second, message in contradictions([form.instance for form in forms]):
            forms[second].add_error("opens", message)

    def _counts(self, form):
        """Tell whether a row is filled in without mistakes of its own, and is to stay."""
        return not form.errors and bool(form.cleaned_data) and not self._should_delete_form(form)


class WeeklyHoursFormSet(Reminding, ConsistentRows):
    """The weekly rows of a schedule. An empty schedule is offered the seven days of the week."""

    @property
    def hours_of(self):
        """The place whose hours these are; None while it is not known."""
        return self.instance.place

    def find_reminders(self):
        return reminders_of_hours(self.instance, self.hours_of, kept_rows(self), self.data)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.initial_form_count():
            self.initial_extra = [{"weekday": day} for day in Weekday.values]
            self.extra = len(Weekday)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if self.instance.purpose == Schedule.Purpose.PHONE and not form.instance.pk:
            form.initial["mode"] = Mode.PHONE  # Nobody comes to a number.


class PlaceHoursFormSet(WeeklyHoursFormSet):
    """The weekly rows of a place's own schedule, which is made when its first row is saved."""

    def __init__(self, *args, instance=None, **kwargs):
        self.place = instance
        super().__init__(*args, instance=schedule_of(instance), **kwargs)

    @property
    def hours_of(self):
        return self.place

    def save(self, commit=True):
        if not self.instance.pk and any(form.has_changed() for form in self.forms):
            setattr(self.instance, owner_of(self.place), self.place)
            self.instance.save()
        return super().save(commit)


def kept_rows(formset):
    """Return the records of the rows of a valid formset that saving would keep or make."""
    return [form.instance for form in formset.forms if form.cleaned_data and not formset._should_delete_form(form)]


def owner_of(place):
    """Return the name of the schedule's foreign key to this kind of place."""
    return next(field.name for field in Schedule._meta.fields if field.related_model is type(place))


def schedule_of(place):
    """Return the schedule that the page of a place edits, or a new one that does not yet know its place.

    A number has but one, for whatever purpose it was made; a place's is the one of its reception.
    """
    is_number = isinstance(place, (Phone, HelpLine))
    new = Schedule(purpose=Schedule.Purpose.PHONE if is_number else Schedule.Purpose.RECEPTION)
    if not place or not place.pk:
        return new
    own = Schedule.objects.filter(**{owner_of(place): place})
    return (own if is_number else own.filter(purpose=new.purpose)).first() or new


class HoursTable:
    """A table of rows with `description`, sentences under its heading, and `rare`, the fields folded into one column."""

    template = "admin/hours_rows.html"
    description = ()
    rare = ()

    @property
    def columns(self):
        """Count the columns: what the row was, its fields, the rare ones together, and its deletion."""
        return 1 + len(self.fields) - len(self.rare) + bool(self.rare) + 1


class WeeklyHoursRows(HoursTable, TableRows):
    """The weekly rows on the page of their schedule."""

    model = WeeklyHours
    form = WeeklyHoursForm
    formset = WeeklyHoursFormSet
    fields = MAIN_FIELDS + RARE_FIELDS
    rare = RARE_FIELDS
    extra = 1
    verbose_name = gettext_lazy("wiersz godzin")
    verbose_name_plural = gettext_lazy("godziny w tygodniu")
    description = [
        gettext_lazy(
            "Jeden wiersz to jeden dzień i jedne godziny; przerwa w środku dnia to dwa wiersze. Godziny wpisz "
            "jak chcesz: 8, 8:00, 800 albo 8.00. Dzień bez godzin: „nie podano”. Dzień zamknięty: „nieczynne”."
        ),
        PRECEDENCE,
    ]


class PlaceHours(WeeklyHoursRows):
    """The weekly rows on the page of their place: Django needs the schedule between them, editors do not."""

    formset = PlaceHoursFormSet
    verbose_name_plural = gettext_lazy("godziny przyjęć")

    def __init__(self, parent_model, admin_site):
        super().__init__(Schedule, admin_site)
        self.page_model = parent_model


class NumberHours(PlaceHours):
    verbose_name_plural = gettext_lazy("godziny, w których ktoś odbiera")
