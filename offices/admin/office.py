"""The office itself, and what it publishes: notices, its declaration and the statutory pages."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from offices.admin.copying import HoursCopying
from offices.admin.holidays import HolidayTask
from offices.admin.hours import HolidayYearRows, HoursExceptionRows, PlaceSchedules
from offices.admin.places import PhoneRows
from offices.admin.preview import HoursPreview
from offices.admin.weekly import PlaceHours
from offices.models import AccessibilityDeclaration, Notice, Office, OfficePage, OfficeRecording
from offices.wording import until_words
from staff.base import StaffAdmin, checked_fields, polish, translations
from staff.forms import StaffForm
from staff.rights import may_all
from staff.translation_dashboard import TranslationDashboards


@admin.register(Office)
class OfficeAdmin(TranslationDashboards, HolidayTask, HoursCopying, HoursPreview, StaffAdmin):
    """Editors change texts and contact; whether an office exists, where and whose it is, a superuser decides."""

    office_paths = ("pk",)
    fixed_for_editors = ("slug", "is_published", "editors")
    list_display = ["short_name", "kind", "municipality", "is_published", "checked_on"]
    list_filter = ["kind", "is_published"]
    search_fields = ["name_pl", "short_name_pl", "former_names_pl", "municipality"]
    autocomplete_fields = ["editors"]
    prepopulated_fields = {"slug": ["municipality"]}
    fieldsets = [
        (
            None,
            {
                "fields": [
                    *polish("name", "short_name", "former_names"),
                    "kind",
                    "municipality",
                    "slug",
                    *polish("about", "appeal_body"),
                ]
            },
        ),
        (_("Kontakt i dane urzędowe"), {"fields": ["email", "bip_url", "edelivery_address", "teryt", "nip", "regon"]}),
        *translations("name", "short_name", "former_names", "about", "appeal_body"),
        checked_fields(),
        (_("Strona ośrodka"), {"fields": ["accent", "is_published", "editors"]}),
    ]
    inlines = [PlaceHours, PlaceSchedules, HoursExceptionRows, PhoneRows, HolidayYearRows]

    def has_add_permission(self, request):
        return may_all(request)

    def has_delete_permission(self, request, obj=None):
        return may_all(request)


class NoticeForm(StaffForm):
    def clean_ends_at(self):
        """Refuse an end that has passed, unless it was there already."""
        ends_at = self.cleaned_data["ends_at"]
        if ends_at and "ends_at" in self.changed_data and ends_at <= timezone.now():
            raise ValidationError(_("Ten czas już minął, nikt nie zobaczy komunikatu. Sprawdź datę i rok."))
        return ends_at


@admin.register(Notice)
class NoticeAdmin(StaffAdmin):
    form = NoticeForm
    list_display = ["title", "level", "starts_at", "ends", "building", "home_office"]
    list_filter = ["level"]
    list_select_related = ["office", "building"]
    date_hierarchy = "starts_at"
    search_fields = ["title_pl", "text_pl"]
    autocomplete_fields = ["building"]
    fieldsets = [
        (None, {"fields": ["office", "building", "level", *polish("title", "text")]}),
        (
            _("Kiedy go pokazać"),
            {
                "fields": ["starts_at", "ends_at"],
                "description": _("Komunikat pojawi się i zniknie sam. Nie trzeba go usuwać."),
            },
        ),
        *translations("title", "text"),
    ]

    @admin.display(description=_("pokazuj do"), ordering="ends_at")
    def ends(self, notice):
        return until_words(notice.ends_at) if notice.ends_at else _("do odwołania")

    def get_changeform_initial_data(self, request):
        return {"starts_at": timezone.localtime().replace(second=0), **super().get_changeform_initial_data(request)}


@admin.register(AccessibilityDeclaration)
class AccessibilityDeclarationAdmin(StaffAdmin):
    list_display = ["__str__", "status", "prepared_on", "reviewed_on", "is_adopted"]
    list_filter = ["status", "is_adopted"]
    list_select_related = ["office"]
    search_fields = ["office__name_pl"]
    fieldsets = [
        (
            None,
            {
                "fields": ["office", "status", *polish("inaccessible_content", "assessment")],
                "description": _(
                    "Część o budynkach strona układa sama z ich dostępności. "
                    "Przegląd deklaracji robi się co roku do 31 marca."
                ),
            },
        ),
        (
            _("Daty"),
            {"fields": ["site_published_on", "site_updated_on", "prepared_on", "reviewed_on", "is_adopted"]},
        ),
        (
            _("Kontakt"),
            {"fields": [*polish("contact_name"), "contact_email", "contact_phone", *polish("communication")]},
        ),
        *translations("inaccessible_content", "assessment", "contact_name", "communication"),
    ]


@admin.register(OfficePage)
class OfficePageAdmin(StaffAdmin):
    list_display = ["title", "kind", "is_published", "home_office"]
    list_filter = ["kind", "is_published"]
    list_select_related = ["office"]
    search_fields = ["title_pl", "text_pl"]
    fieldsets = [
        (None, {"fields": ["office", "kind", *polish("title", "text"), "tested_on", "is_published"]}),
        *translations("title", "text"),
    ]


RECORDING = [*("film", "still", "captions"), *polish("transcript"), "is_published"]


@admin.register(OfficeRecording)
class OfficeRecordingAdmin(StaffAdmin):
    list_display = ["__str__", "is_published", "checked_on"]
    list_select_related = ["office"]
    fieldsets = [(None, {"fields": ["office", *RECORDING]}), *translations("transcript"), checked_fields()]
