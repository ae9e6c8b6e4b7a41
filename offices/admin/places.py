"""Buildings, sections and phones: each with everything about it on one page."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from offices.admin.copying import HoursCopying
from offices.admin.hours import HoursExceptionRows, PlacedAdmin, PlaceSchedules
from offices.admin.preview import HoursPreview
from offices.admin.reminders import AccessibilityFactFormSet
from offices.admin.weekly import NumberHours, PlaceHours
from offices.models import AccessibilityFact, Building, Phone, Section
from offices.models.phone import SAME_NUMBER
from staff.base import (
    StaffAdmin,
    TranslatedTableRows,
    checked_fields,
    free_slug,
    polish,
    translations,
)
from staff.forms import RowFormSet


class PhoneFormSet(RowFormSet):
    """The numbers of a place, each there once: two new rows do not know of each other until now."""

    def clean(self):
        super().clean()
        seen = []
        for form in self.forms:
            phone = form.instance
            if (not form.has_changed() and not phone.pk) or self._should_delete_form(form):
                continue
            if not form.errors and any(phone.is_same_as(other) for other in seen):
                form.add_error("number", SAME_NUMBER)
            seen.append(phone)


class PhoneRows(TranslatedTableRows):
    model = Phone
    formset = PhoneFormSet
    fields = ["number", "extension", *polish("purpose"), "position", "checked_on", "source"]
    show_change_link = True


class AccessibilityFactRows(TranslatedTableRows):
    model = AccessibilityFact
    formset = AccessibilityFactFormSet
    fields = ["feature", "answer", "note_pl", "note_en", "note_uk", "checked_on", "source"]
    verbose_name_plural = _("dostępność budynku (bez wiersza: „nie wiadomo”)")


class BuildingSectionFormSet(RowFormSet):
    """Sections added on their building's page: they take its office, and an address made from their name."""

    def save_new(self, form, commit=True):
        section, office = form.instance, self.instance.office
        section.office = office
        section.slug = free_slug(section.name_pl, set(office.sections.values_list("slug", flat=True)))
        return super().save_new(form, commit)


class SectionRows(TranslatedTableRows):
    model = Section
    formset = BuildingSectionFormSet
    fields = [*polish("name"), "kind", *polish("floor"), "room", *polish("ask_for"), "position"]
    verbose_name_plural = _("komórki w tym budynku (telefony, godziny i tłumaczenia: „Zmień”)")
    show_change_link = True
    can_delete = False  # A section may serve without a building; it is deleted on its own page.


@admin.register(Building)
class BuildingAdmin(HoursCopying, HoursPreview, StaffAdmin):
    list_display = ["name", "street", "town", "checked_on", "home_office"]
    list_filter = ["is_confidential", "checked_on"]
    list_select_related = ["office"]
    search_fields = ["name_pl", "street", "town"]
    prepopulated_fields = {"slug": ["name_pl"]}
    fieldsets = [
        (None, {"fields": ["office", *polish("name"), "slug", *polish("purpose"), "position"]}),
        (
            _("Gdzie to jest i jak wejść"),
            {"fields": ["street", "postal_code", "town", *polish("way_in"), "is_confidential"]},
        ),
        *translations("name", "purpose", "way_in"),
        checked_fields(),
    ]
    inlines = [PlaceHours, PlaceSchedules, HoursExceptionRows, PhoneRows, SectionRows, AccessibilityFactRows]


@admin.register(Section)
class SectionAdmin(HoursCopying, HoursPreview, StaffAdmin):
    list_display = ["name", "kind", "building", "room", "checked_on", "home_office"]
    list_filter = ["kind", "checked_on"]
    list_select_related = ["office", "building"]
    search_fields = ["name_pl", "purpose_pl", "room"]
    autocomplete_fields = ["building"]
    prepopulated_fields = {"slug": ["name_pl"]}
    fieldsets = [
        (None, {"fields": ["office", *polish("name"), "slug", "kind", *polish("purpose"), "position"]}),
        (
            _("Gdzie to jest"),
            {
                "fields": ["building", *polish("floor"), "room", *polish("ask_for")],
                "description": _("Bez własnych godzin i telefonów strona pokaże te z budynku, a dalej te z ośrodka."),
            },
        ),
        *translations("name", "purpose", "floor", "ask_for"),
        checked_fields(),
    ]
    inlines = [PlaceHours, PlaceSchedules, HoursExceptionRows, PhoneRows]


@admin.register(Phone)
class PhoneAdmin(HoursCopying, HoursPreview, PlacedAdmin):
    list_display = ["__str__", "purpose", "place", "checked_on", "home_office"]
    list_filter = ["checked_on"]
    search_fields = ["number", "purpose_pl", "office__name_pl", "building__name_pl", "section__name_pl"]
    autocomplete_fields = ["building", "section"]
    fieldsets = [
        (None, {"fields": ["number", "extension", *polish("purpose"), "position"]}),
        (
            _("Czyj to telefon"),
            {"fields": ["office", "building", "section"], "description": _("Wybierz jedno miejsce.")},
        ),
        *translations("purpose"),
        checked_fields(),
    ]
    inlines = [NumberHours]

    def get_search_results(self, request, queryset, search_term):
        """Find a number however it is typed: "52 387-87" finds "523878702"."""
        digits = search_term.replace(" ", "").replace("-", "")
        return super().get_search_results(request, queryset, digits if digits.isdigit() else search_term)
