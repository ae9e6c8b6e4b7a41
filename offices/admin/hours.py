"""Hours: the weekly rows on the page of their place, the other schedules, and the exceptions."""

from django import forms
from django.contrib import admin
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from offices.admin.base import (
    StaffAdmin,
    TableRows,
    TranslatedTableRows,
    checked_fields,
    polish,
    translations,
)
from offices.admin.forms import LabelledRows, PlaceForm
from offices.models import HolidayYear, HoursException, Schedule, WeeklyHours

WEEKLY_FIELDS = [
    "weekday",
    "opens",
    "closes",
    "mode",
    "weeks",
    "ends_next_day",
    "valid_from",
    "valid_until",
    "season_start",
    "season_end",
]
AT_PLACE = ("office", "building__office", "section__office")
AT_PHONE = tuple(f"phone__{path}" for path in AT_PLACE)


class PlaceHoursFormSet(LabelledRows, forms.BaseInlineFormSet):
    """The weekly rows of a place's own schedule, which is made when its first row is saved."""

    purpose = Schedule.Purpose.RECEPTION

    def __init__(self, *args, instance=None, **kwargs):
        self.place = instance
        super().__init__(*args, instance=self._schedule() or Schedule(purpose=self.purpose), **kwargs)

    def save(self, commit=True):
        if not self.instance.pk and any(form.has_changed() for form in self.forms):
            setattr(self.instance, self._owner, self.place)
            self.instance.save()
        return super().save(commit)

    def _schedule(self):
        if not self.place or not self.place.pk:
            return None
        return Schedule.objects.filter(**{self._owner: self.place, "purpose": self.purpose}).first()

    @cached_property
    def _owner(self):
        """The name of the schedule's foreign key to this kind of place."""
        return next(field.name for field in Schedule._meta.fields if field.related_model is type(self.place))


class NumberHoursFormSet(PlaceHoursFormSet):
    purpose = Schedule.Purpose.PHONE

    def _schedule(self):
        """Return the schedule of this number, for whatever purpose it was made: a number has but one."""
        if not self.place or not self.place.pk:
            return None
        return Schedule.objects.filter(**{self._owner: self.place}).first()


class WeeklyHoursRows(TableRows):
    """The weekly rows on the page of their schedule."""

    model = WeeklyHours
    fields = WEEKLY_FIELDS
    extra = 1
    verbose_name = _("wiersz godzin")
    verbose_name_plural = _("godziny w tygodniu (dzień bez wiersza: „nie podano”)")


class PlaceHours(WeeklyHoursRows):
    """The weekly rows on the page of their place: Django needs the schedule between them, editors do not."""

    formset = PlaceHoursFormSet
    verbose_name_plural = _("godziny przyjęć (dzień bez wiersza: „nie podano”)")

    def __init__(self, parent_model, admin_site):
        super().__init__(Schedule, admin_site)
        self.page_model = parent_model


class NumberHours(PlaceHours):
    formset = NumberHoursFormSet
    verbose_name_plural = _("godziny, w których ktoś odbiera (dzień bez wiersza: „nie podano”)")


class PlaceSchedules(TranslatedTableRows):
    """What stands beside the hours: a note, holidays, and when the hours were checked."""

    model = Schedule
    fields = ["purpose", "note_pl", "closed_on_holidays", "checked_on", "source"]
    readonly_fields = ["purpose"]
    verbose_name_plural = _("dopiski do godzin i data ich sprawdzenia")
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request, obj=None):
        return False  # Made by the first row of hours, or on its own page for another purpose.


class HoursExceptionRows(TranslatedTableRows):
    model = HoursException
    fields = ["first_day", "last_day", "mode", "opens", "closes", "ends_next_day", *polish("reason")]
    verbose_name_plural = _("wyjątki: dni zamknięte albo z innymi godzinami")
    show_change_link = True


class HolidayYearRows(TableRows):
    model = HolidayYear
    fields = ["year", "confirmed_on"]
    verbose_name_plural = _("sprawdzone lata świąt (dni wolne za święta dodaj jako wyjątki)")


class PlacedAdmin(StaffAdmin):
    """A record at one place: an office, a building or a section."""

    form = PlaceForm
    office_paths = AT_PLACE
    fixed = ()
    list_select_related = ["office", "building__office", "section__office"]

    @admin.display(description=_("miejsce"))
    def place(self, record):
        return record.place


@admin.register(Schedule)
class ScheduleAdmin(PlacedAdmin):
    office_paths = AT_PLACE + AT_PHONE
    list_display = ["place", "purpose", "note", "checked_on", "home_office"]
    list_filter = ["purpose", "closed_on_holidays"]
    list_select_related = [
        *PlacedAdmin.list_select_related,
        "phone__office",
        "phone__building__office",
        "phone__section__office",
        "help_line",
    ]
    search_fields = ["office__name_pl", "building__name_pl", "section__name_pl", "phone__number", "note_pl"]
    autocomplete_fields = ["building", "section", "phone"]
    fieldsets = [
        (
            None,
            {
                "fields": ["purpose", "office", "building", "section", "phone", "help_line"],
                "description": _(
                    "Godziny przyjęć wpiszesz prościej na stronie ośrodka, budynku albo komórki. "
                    "Tutaj są także godziny kasy, dyrektora i telefonów. Wybierz jedno miejsce."
                ),
            },
        ),
        (None, {"fields": [*polish("note"), "closed_on_holidays"]}),
        *translations("note"),
        checked_fields(),
    ]
    inlines = [WeeklyHoursRows]

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else [*fields, "help_line"]


@admin.register(HoursException)
class HoursExceptionAdmin(PlacedAdmin):
    list_display = ["place", "first_day", "last_day", "mode", "opens", "closes", "reason", "home_office"]
    list_filter = ["mode"]
    date_hierarchy = "first_day"
    search_fields = ["reason_pl", "office__name_pl", "building__name_pl", "section__name_pl"]
    autocomplete_fields = ["building", "section"]
    fieldsets = [
        (None, {"fields": ["office", "building", "section"], "description": _("Wybierz jedno miejsce.")}),
        (
            None,
            {
                "fields": ["first_day", "last_day", "mode", "opens", "closes", "ends_next_day", *polish("reason")],
                "description": _(
                    "„Nieczynne” bez godzin zamyka cały dzień, a z godzinami tylko tę jego część. "
                    "Inny sposób z godzinami zastępuje zwykłe godziny."
                ),
            },
        ),
        *translations("reason"),
    ]
