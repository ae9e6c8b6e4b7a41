"""Hours: what stands beside the weekly rows on the page of a place, the other schedules, and the exceptions."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from offices.admin.copying import HoursCopying
from offices.admin.preview import HoursPreview
from offices.admin.rules_from_rows import contradictions
from offices.admin.weekly import PRECEDENCE, ConsistentRows, HoursTable, WeeklyHoursRows
from offices.models import HolidayYear, HoursException, Schedule
from staff.base import (
    StaffAdmin,
    TableRows,
    TranslatedTableRows,
    checked_fields,
    polish,
    translations,
)
from staff.forms import PlaceForm, RowForm

A_YEAR = 366  # Days.
AT_PLACE = ("office", "building__office", "section__office")
AT_PHONE = tuple(f"phone__{path}" for path in AT_PLACE)
EXCEPTIONS_EXPLAINED = _(
    "„Nieczynne” bez godzin zamyka cały dzień, a z godzinami tylko tę jego część. "
    "Inny sposób z godzinami zastępuje zwykłe godziny."
)


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


class HoursExceptionFormSet(ConsistentRows):
    """The exceptions of a place, none of which contradicts another."""


class RecentDays:
    """A new exception is not one of years ago: that is a slip in the year."""

    def clean_first_day(self):
        day = self.cleaned_data["first_day"]
        if self.instance._state.adding and (timezone.localdate() - day).days > A_YEAR:
            raise ValidationError(_("Ten dzień minął ponad rok temu. Sprawdź rok."))
        return day


class HoursExceptionRow(RecentDays, RowForm):
    """One exception on the page of its place."""


class HoursExceptionRows(HoursTable, TranslatedTableRows):
    model = HoursException
    form = HoursExceptionRow
    formset = HoursExceptionFormSet
    fields = ["first_day", "last_day", "mode", "opens", "closes", "ends_next_day", *polish("reason")]
    verbose_name_plural = _("wyjątki: dni zamknięte albo z innymi godzinami")
    description = [EXCEPTIONS_EXPLAINED, PRECEDENCE]
    show_change_link = True


class HoursExceptionForm(RecentDays, PlaceForm):
    """The form of one exception: it may not contradict the others of its place."""

    def _post_clean(self):
        super()._post_clean()
        place = self.instance.place
        if self.errors or place is None:
            return
        others = list(place.hoursexceptions.exclude(pk=self.instance.pk))
        for _one, other, message in contradictions([*others, self.instance]):
            if other == len(others):
                self.add_error("opens", message)


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
class ScheduleAdmin(HoursCopying, HoursPreview, PlacedAdmin):
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
    form = HoursExceptionForm
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
                "fields": [
                    *("first_day", "last_day", "mode", "opens", "closes", "ends_next_day"),
                    *(*polish("reason"), "in_lieu_of"),
                ],
                "description": format_lazy("{} {}", EXCEPTIONS_EXPLAINED, PRECEDENCE),
            },
        ),
        *translations("reason"),
    ]
