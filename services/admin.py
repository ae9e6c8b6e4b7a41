"""The staff pages of services. What all offices share is changed by superusers and seen by every editor."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from services import shared_sheet
from services.models import (
    Amount,
    Deadline,
    Document,
    Form,
    Guide,
    GuideStep,
    LegalBasis,
    LifeSituation,
    Offering,
    RequiredDocument,
    Service,
    SheetRecording,
)
from staff.base import (
    StaffAdmin,
    TableRows,
    TranslatedBlockRows,
    TranslatedTableRows,
    checked_fields,
    choose_only_office,
    polish,
    translations,
)
from staff.forms import StaffForm
from staff.rights import ALL, may_all


@admin.register(LifeSituation)
class LifeSituationAdmin(StaffAdmin):
    office_paths = ()
    shared = ALL
    list_display = ["title", "position", "is_urgent", "icon"]
    list_filter = ["is_urgent"]
    search_fields = ["title_pl"]
    prepopulated_fields = {"slug": ["title_pl"]}
    fieldsets = [
        (
            None,
            {
                "fields": [
                    *polish("title"),
                    "slug",
                    *polish("intro", "search_words"),
                    "icon",
                    "is_urgent",
                    "help_topic",
                    "shows_language_lines",
                    "position",
                ]
            },
        ),
        *translations("title", "intro", "search_words"),
    ]


class DeadlineRows(TranslatedBlockRows):
    model = Deadline
    fieldsets = [
        (None, {"fields": [*polish("label"), "first_day", "last_day", "year", *polish("period", "loss", "note")]}),
        (None, {"fields": ["checked_on", "source"]}),
        *translations("label", "period", "loss", "note"),
    ]


class DocumentRows(TranslatedTableRows):
    model = RequiredDocument
    autocomplete_fields = ["document"]
    fields = ["document", "note_pl", "note_en", "note_uk"]


DOWNLOAD = ["file", "url", "file_type", "file_size", "version_date"]


@admin.register(Document)
class DocumentAdmin(StaffAdmin):
    office_paths = ()
    shared = ALL
    list_display = ["name", "where_to_get", "version_date", "checked_on"]
    search_fields = ["name_pl", "where_to_get_pl"]
    prepopulated_fields = {"slug": ["name_pl"]}
    fieldsets = [
        (None, {"fields": [*polish("name"), "slug", *polish("where_to_get")]}),
        (_("Formularz do pobrania"), {"fields": DOWNLOAD}),
        *translations("name", "where_to_get"),
        checked_fields(),
    ]


class GuideStepRows(TranslatedBlockRows):
    model = GuideStep
    autocomplete_fields = ["services"]
    fieldsets = [
        (None, {"fields": ["position", *polish("title", "when", "text", "elsewhere"), "services"]}),
        *translations("title", "when", "text", "elsewhere"),
    ]


@admin.register(Guide)
class GuideAdmin(StaffAdmin):
    office_paths = ()
    shared = ALL
    list_display = ["title", "situation", "position", "checked_on"]
    list_select_related = ["situation"]
    search_fields = ["title_pl", "summary_pl"]
    autocomplete_fields = ["situation"]
    prepopulated_fields = {"slug": ["title_pl"]}
    fieldsets = [
        (None, {"fields": [*polish("title"), "slug", *polish("summary"), "situation", "position"]}),
        *translations("title", "summary"),
        checked_fields(),
    ]
    inlines = [GuideStepRows]


class RecordingRows(TranslatedBlockRows):
    model = SheetRecording
    fieldsets = [
        (None, {"fields": ["film", "still", "captions", *polish("transcript"), "is_published"]}),
        *translations("transcript"),
    ]


class AmountRows(TranslatedBlockRows):
    model = Amount
    fieldsets = [
        (
            None,
            {"fields": [*polish("label"), "value", *polish("per"), "valid_from", "valid_until", "is_confirmed"]},
        ),
        (None, {"fields": ["checked_on", "source"]}),
        *translations("label", "per"),
    ]


class LegalBasisRows(TableRows):
    model = LegalBasis
    fields = ["act", "provision", "url"]


TEXTS = (
    *(
        "name",
        "popular_names",
        "summary",
        "plain_text",
        "for_whom",
        "conditions",
        "to_bring",
        "steps",
        "steps_here",
        "cost",
    ),
    *("waiting_time", "appeal", "online_name"),
)
HANDLING_TEXTS = ("handled_by", "handled_how", "handling_note")


@admin.register(Service)
class ServiceAdmin(StaffAdmin):
    office_paths = ("owner",)
    shared = Q(owner=None)
    fixed = ()
    fixed_for_editors = ("slug", "owner")
    list_display = ["name", "handling", "owner", "checked_on", "position"]
    list_filter = ["handling", "situations", "checked_on"]
    list_select_related = ["owner"]
    search_fields = ["name_pl", "popular_names_pl", "search_words_pl", "summary_pl"]
    closest_by = "name_pl"
    autocomplete_fields = ["situations"]
    prepopulated_fields = {"slug": ["name_pl"]}
    fieldsets = [
        (
            None,
            {
                "fields": ["owner", *polish("name"), "slug", *polish(*TEXTS[1:-1], "search_words")],
                "description": _(
                    "Sprawy wspólne dla wszystkich ośrodków zmienia administrator. "
                    "To, co w Twoim ośrodku jest inaczej, wpisz w „Sprawach w ośrodku”."
                ),
            },
        ),
        (
            _("Co obowiązuje dziś"),
            {
                "fields": [
                    "handling",
                    *polish("handled_by", "handled_how"),
                    "handled_url",
                    "handled_phone",
                    "handling_since",
                    *polish("handling_note"),
                ]
            },
        ),
        (_("Jak złożyć wniosek"), {"fields": ["filing", *polish("online_name"), "online_url"]}),
        (_("Gdzie to pokazać"), {"fields": ["situations", "position"]}),
        *translations(*TEXTS, "search_words", *HANDLING_TEXTS),
        checked_fields(),
    ]
    inlines = [DocumentRows, DeadlineRows, AmountRows, LegalBasisRows, RecordingRows]

    def save_related(self, request, form, formsets, change):
        """Put an office's own matter on its list at once: without its answer the matter has no page."""
        super().save_related(request, form, formsets, change)
        if form.instance.owner:
            Offering.objects.get_or_create(office=form.instance.owner, service=form.instance)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "owner" and not may_all(request):
            field.required = True
            choose_only_office(field, request)
            field.help_text = _("Sprawa, którą prowadzi tylko ten ośrodek.")
        return field


class OfferingForm(StaffForm):
    sheet_read = forms.BooleanField(
        label=_("Przeczytane: to, co dopisał nasz ośrodek, nadal się zgadza ze wspólnym opisem"), required=False
    )

    def clean(self):
        cleaned = super().clean()
        office_id = self.instance.office_id or getattr(cleaned.get("office"), "pk", None)
        strangers = [phone for phone in cleaned.get("phones") or () if phone.home_office.pk != office_id]
        if strangers:
            raise ValidationError(
                {"phones": _("Te telefony należą do innego ośrodka: %s.") % ", ".join(map(str, strangers))}
            )
        return cleaned


class FormRows(TranslatedTableRows):
    model = Form
    fields = ["title_pl", "title_en", "title_uk", *DOWNLOAD]


@admin.register(Offering)
class OfferingAdmin(StaffAdmin):
    form = OfferingForm
    fixed = ("office", "service")
    list_display = ["service", "state", "section", "building", "review_on", "checked_on", "home_office"]
    list_filter = ["state", "origin", "review_on", "checked_on"]
    list_select_related = ["office", "service", "section", "building"]
    search_fields = ["service__name_pl", "service__popular_names_pl", "note_pl"]
    autocomplete_fields = ["service", "section", "building", "phones"]
    fieldsets = [
        (None, {"fields": ["office", "service", "state", "origin"]}),
        (
            _("Gdzie i jak się to załatwia"),
            {"fields": ["section", "building", "purpose", "phones", *polish("note", "own_documents")]},
        ),
        (
            _("Jeśli załatwia to kto inny"),
            {"fields": [*polish("handled_by", "handled_how"), "handled_url", "handled_phone"]},
        ),
        *translations("note", "own_documents", "handled_by", "handled_how"),
        (_("Kiedy i z czym to sprawdzono"), {"fields": ["checked_on", "source", "review_on"]}),
    ]
    inlines = [FormRows]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj and shared_sheet.changes(obj) and self.has_change_permission(request, obj):
            return [(_("Wspólny opis"), {"fields": ["sheet_read"]}), *fieldsets]
        return fieldsets

    def fingerprint(self, request, record):
        """Include the shared sheet where it is compared: a tick is for the sheet that was shown, not for a newer one."""
        opened = super().fingerprint(request, record)
        if record.sheet_seen is None:
            return opened
        sheet = repr(shared_sheet.sheet_of(record.service))
        return opened + salted_hmac("services.admin", sheet, algorithm="sha256").hexdigest()

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["sheet_changes"] = shared_sheet.changes(obj) if obj else []
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        offering = form.instance
        if not shared_sheet.has_additions(offering):
            shared_sheet.forget(offering)
        # The first addition was made with the sheet of today in view; later ones only when somebody says so.
        elif offering.sheet_seen is None or form.cleaned_data.get("sheet_read"):
            shared_sheet.remember(offering)
