"""What all staff pages share: rights, languages, inputs that work by keyboard, and the guard of two editors."""

from django.conf import settings
from django.contrib import admin, messages
from django.db import connection, transaction
from django.db.models import Case, When
from django.utils import timezone
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline, TranslationTabularInline

from staff.forms import FINGERPRINT, RowForm, RowFormSet, StaffForm, fingerprint_of
from staff.inputs import Inputs
from staff.lists import PlainLists
from staff.rights import OfficeFilter, OfficeRights, RowRights, has_several_offices, may_all, office_model
from staff.stale import StaleFilter
from staff.transactions import SavedAtOnce
from staff.translate_view import Translating


def checked_fields():
    """Return the fieldset of a record that can go stale."""
    return _("Kiedy i z czym to sprawdzono"), {"fields": ["checked_on", "source"]}


def translations(*names):
    """Return the closed fieldsets with the English and the Ukrainian of these fields."""
    return [
        (capfirst(title), {"classes": ["collapse"], "fields": [f"{name}_{code}" for name in names]})
        for code, title in settings.LANGUAGES
        if code != settings.LANGUAGE_CODE
    ]


def polish(*names):
    return [f"{name}_{settings.LANGUAGE_CODE}" for name in names]


def free_slug(text, taken):
    """Make an address from a Polish name: "Sekcja Świadczeń Łącznie" becomes "sekcja-swiadczen-lacznie"."""
    base = slugify(str(text).replace("ł", "l").replace("Ł", "L"))[:50].strip("-") or "miejsce"
    candidates = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)


@admin.action(description=_("Sprawdzono dzisiaj"), permissions=["change"])
@transaction.atomic
def checked_today(model_admin, request, queryset):
    """Put today's date on the chosen records that this user may change: on all of them or on none."""
    records = list(queryset.filter(pk__in=model_admin.own(request).values("pk")))
    for record in records:
        record.checked_on = timezone.localdate()
        record.save(update_fields=["checked_on"])
        model_admin.log_change(request, record, [{"changed": {"fields": [str(_("sprawdzono dnia"))]}}])
    message = ngettext("Zapisano dzisiejszą datę: %d zapis.", "Zapisano dzisiejszą datę: %d zapisów.", len(records))
    model_admin.message_user(request, message % len(records), messages.SUCCESS)


def choose_only_office(field, request):
    """Leave out the empty choice where a user has one office, so that it is chosen already."""
    if not has_several_offices(request):
        field.empty_label = None


class StaffPage(PlainLists, SavedAtOnce, Inputs, OfficeRights):
    """The page of one kind of record, to be mixed into a ModelAdmin.

    `fixed`: fields chosen once, when the record is added, because its rows and its address follow from them.
    `fixed_for_editors`: the same, but for editors alone.
    """

    form = StaffForm
    fixed = ("office",)
    fixed_for_editors = ("slug",)
    closest_by = ""  # The field by which an autocomplete puts what begins as it was typed first.
    save_on_top = True
    list_per_page = 50

    # --- Rights and choices

    def get_readonly_fields(self, request, obj=None):
        fields = list(super().get_readonly_fields(request, obj))
        if obj is not None:
            fields += self._existing(self.fixed)
            if not may_all(request):
                fields += self._existing(self.fixed_for_editors)
        return fields

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.remote_field.model is office_model() and field.required:
            choose_only_office(field, request)
        return field

    def _existing(self, names):
        known = {field.name for field in self.opts.get_fields()}
        return [name for name in names if name in known]

    def get_search_results(self, request, queryset, search_term):
        """Put what begins with the typed words first, then what has them in its name: Enter takes the first of all."""
        found, has_doubles = super().get_search_results(request, queryset, search_term)
        if not self.closest_by or not search_term:
            return found, has_doubles
        begins = When(**{f"{self.closest_by}__istartswith": search_term}, then=0)
        named = When(**{f"{self.closest_by}__icontains": search_term}, then=1)
        return found.order_by(Case(begins, named, default=2), *self.get_ordering(request)), has_doubles

    # --- Lists

    def get_list_display(self, request):
        columns = list(super().get_list_display(request))
        return columns if has_several_offices(request) else [name for name in columns if name != "home_office"]

    def get_list_filter(self, request):
        filters = list(super().get_list_filter(request))
        if self._existing(["checked_on"]):
            filters.insert(0, StaleFilter)
        return [OfficeFilter, *filters] if self.office_paths and self.model is not office_model() else filters

    @admin.display(description=_("ośrodek"))
    def home_office(self, record):
        return getattr(record, "home_office", None) or getattr(record, "office", None) or "–"

    def name_office(self, request, record):
        """Return a record as it is offered to choose, with its office where the user works for several."""
        homes = (getattr(record, name, None) for name in ("home_office", "office", "owner"))
        home = next(filter(None, homes), None)
        return f"{record} – {home}" if home and has_several_offices(request) else str(record)

    def get_actions(self, request, action_location=None):
        # Django 6.1 asks with a location, to offer actions on a record's own page too; Django 5.2 knows none.
        actions = super().get_actions(request, *filter(None, [action_location]))
        return actions if "checked_on" in self._existing(["checked_on"]) else without(actions, checked_today.__name__)

    actions = [checked_today]

    # --- Two editors at once

    def get_object(self, request, object_id, from_field=None):
        record = super().get_object(request, object_id, from_field)
        if record is not None and request.method == "POST" and connection.in_atomic_block:
            # Of two saves at the same moment the second waits here, and then finds the record changed.
            record = self.get_queryset(request).select_for_update(of=("self",)).filter(pk=record.pk).first()
        return record

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.request, form.model_admin = request, self
        return form

    def fingerprint(self, request, record):
        """Return the digest of a record and of the rows on its page, as the database holds them."""
        rows = [
            row
            for formset, inline in self.get_formsets_with_inlines(request, record)
            for row in formset(instance=record, queryset=inline.get_queryset(request)).get_queryset()
        ]
        return fingerprint_of(record, *rows)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change:
            form = context["adminform"].form
            if not form.is_bound:
                context["fingerprint"] = self.fingerprint(request, obj)
            else:
                # Once told, an editor may decide to save over the other's version.
                context["fingerprint"] = form.current if form.stale else request.POST.get(FINGERPRINT, "")
            context["fingerprint_name"] = FINGERPRINT
        rows = [one.formset for one in context["inline_admin_formsets"]]
        context["reminders"] = [one for formset in rows for one in getattr(formset, "reminders", None) or ()]
        return super().render_change_form(request, context, add, change, form_url, obj)


class StaffAdmin(Translating, StaffPage, TranslationAdmin):
    """The page of one kind of record with texts in several languages."""


def without(actions, name):
    return {key: action for key, action in actions.items() if key != name}


class Rows(Inputs, RowRights):
    """Rows of another record's page."""

    form = RowForm
    formset = RowFormSet
    extra = 0
    view_on_site = False


class TableRows(Rows, admin.TabularInline):
    pass


class TranslatedTableRows(Rows, TranslationTabularInline):
    pass


class TranslatedBlockRows(Rows, TranslationStackedInline):
    pass
