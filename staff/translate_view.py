"""A record translated side by side: Polish on the left, an input on the right, and what the state of each text is."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.crypto import constant_time_compare
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from languages import cleaning
from languages.models import GlossaryTerm
from languages.prose import cleaning_of
from languages.translated import LANGUAGES
from languages.translation_states import State, difference
from staff.forms import FINGERPRINT, fingerprint_of, what_happened
from staff.transactions import atomic_when_sent
from staff.translation_entries import SAID, STATES, dashboard, entries, link_to, rows_of, waiting

MINOR = "_minor"  # The box of a change form that says: translations are still good.
NEXT = "_next"
CHECK, HOLDS = "check", "holds"  # What the names of the boxes of a text end with.
LETTERS_A_LINE = 60
LONG = 120  # A text that may be longer than this gets more than one line, whatever its field.
MOST_LINES = 30


class TextsForm(forms.Form):
    """The translations of one record into one language."""

    def __init__(self, data, *, record, language, unchecked):
        super().__init__(data, prefix=f"{record._meta.model_name}-{record.pk}")
        self.record, self.language = record, language
        self.entries = entries(record, language, unchecked)
        for entry in self.entries:
            self._add(entry)

    def _add(self, entry):
        name, said = entry.name, SAID[self.language]
        label = self.label_of(name)
        field = self.record._meta.get_field(f"{name}_{self.language}")
        text = field.formfield(
            widget=_widget(field, entry, self.language),
            label=f"{label}, {said}",
            help_text=_("Najwyżej %(number)s znaków.") % {"number": field.max_length} if field.max_length else "",
        )
        # A browser would cut what is pasted without a word; the server says that it is too long.
        text.widget.attrs.pop("maxlength", None)
        text.initial = entry.translation
        self.fields[name] = text
        self.fields[f"{name}-{CHECK}"] = forms.BooleanField(
            required=False,
            initial=name in self.record.to_check.get(self.language, ()),
            label=_("Do sprawdzenia przez osobę, która mówi %(said)s") % {"said": said},
        )
        if entry.state is State.OUTDATED:
            self.fields[f"{name}-{HOLDS}"] = forms.BooleanField(
                required=False, label=_("To tłumaczenie nadal jest dobre")
            )
        if self.is_bound and self.add_prefix(name) not in self.data:
            # The text came in while the page was open elsewhere: what was not asked is not emptied.
            self.data = {**dict(self.data.items()), self.add_prefix(name): entry.translation}

    @property
    def kind(self):
        return self.record._meta.verbose_name

    def label_of(self, name):
        return capfirst(self.record._meta.get_field(name).verbose_name)

    @property
    def rows(self):
        """Return what the page shows of each text."""
        return [
            {
                "label": self.label_of(entry.name),
                "polish": entry.polish,
                "state": entry.state,
                "state_words": STATES[entry.state],
                "difference": [] if entry.made_of is None else difference(entry.made_of, entry.polish),
                "terms": entry.terms,
                "input": self[entry.name],
                "check": self[f"{entry.name}-{CHECK}"],
                "holds": self[f"{entry.name}-{HOLDS}"] if entry.state is State.OUTDATED else None,
            }
            for entry in self.entries
        ]

    def save(self):
        """Write what changed; return the labels of those texts."""
        columns, changed = [], []
        for entry in self.entries:
            column, text = f"{entry.name}_{self.language}", self._kept(entry.name, self.cleaned_data[entry.name])
            to_check = bool(text) and self.cleaned_data[f"{entry.name}-{CHECK}"]
            holds = self.cleaned_data.get(f"{entry.name}-{HOLDS}", False)
            if (
                text == self._kept(entry.name, entry.translation)
                and not holds
                and to_check == self[f"{entry.name}-{CHECK}"].initial
            ):
                continue
            setattr(self.record, column, text)
            self.record.mark_to_check(entry.name, self.language, is_to_check=to_check)
            if holds:
                self.record.still_holds(entry.name, self.language)
            columns.append(column)
            changed.append(f"{self.label_of(entry.name)}, {SAID[self.language]}")
        if columns:
            self.record.save(update_fields=[*columns, "to_check"])
        return changed

    def _kept(self, name, text):
        field = self.record._meta.get_field(f"{name}_{self.language}")
        return (cleaning_of(field) or cleaning.text)(text or "")


def texts_forms(data, records, language):
    """Return the form of each of these records, bound to `data` unless it is None."""
    unchecked = GlossaryTerm.unchecked(language)
    return [TextsForm(data, record=one, language=language, unchecked=unchecked) for one in records]


def _widget(field, entry, language):
    attrs = {"lang": language, "class": "vLargeTextField"}
    if field.max_length and field.max_length <= LONG:
        return forms.TextInput(attrs=attrs)
    longest = max(entry.polish, entry.translation, key=len).splitlines()
    rows = sum(1 + len(line) // LETTERS_A_LINE for line in longest) + 1
    return forms.Textarea(attrs={**attrs, "rows": min(rows, MOST_LINES)})


class Translating:
    """A staff page whose record can be translated side by side, and whose form knows of minor changes."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.translate)
        return [path("<path:object_id>/tlumaczenie/<str:language>/", view, name=self._translation), *super().get_urls()]

    @property
    def _translation(self):
        return f"{self.opts.app_label}_{self.opts.model_name}_translation"

    # --- The form of the record

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and self.has_change_permission(request, obj):
            names = dict(settings.LANGUAGES)
            context["translation_links"] = [(names[language], link_to(obj, language)) for language in LANGUAGES]
            context["minor_name"], context["is_minor"] = MINOR, MINOR in request.POST
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        obj.is_minor_change = MINOR in request.POST
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        for row in formset.forms:
            row.instance.is_minor_change = MINOR in request.POST
        super().save_formset(request, form, formset, change)

    # --- Side by side

    @atomic_when_sent
    def translate(self, request, object_id, language):
        record = self._translated_record(request, object_id, language)
        records = [record, *rows_of(self.admin_site, record)]
        current = fingerprint_of(*records)
        data = request.POST if request.method == "POST" else None
        forms_ = texts_forms(data, records, language)
        opened = current if data is None else data.get(FINGERPRINT, "")
        is_stale = not constant_time_compare(opened, current)
        has_errors = data is not None and not all(form.is_valid() for form in forms_)
        if not (data is None or has_errors or is_stale):
            return self._save_translation(request, record, language, forms_)
        context = {
            **self._translation_context(request, record, language),
            "forms": [form for form in forms_ if form.entries],
            "has_errors": has_errors,
            "what_happened": what_happened(record, request.user) if is_stale else "",
            # Once told, an editor may decide to save over the other's version.
            "fingerprint": current if is_stale else opened,
        }
        return TemplateResponse(request, "admin/translation.html", context)

    def _translated_record(self, request, object_id, language):
        """Return the record to translate. Raises Http404 where there is none, PermissionDenied where it is another's."""
        record = self.get_object(request, object_id)
        if record is None or language not in LANGUAGES:
            raise Http404
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        return record

    def _translation_context(self, request, record, language):
        return {
            **self.admin_site.each_context(request),
            "title": _("Tłumaczenie: %(said)s") % {"said": SAID[language]},
            "subtitle": str(record),
            "opts": self.opts,
            "place": record,
            "said": SAID[language],
            "fingerprint_name": FINGERPRINT,
            "next_name": NEXT,
            "dashboard_url": self._dashboard_url(record),
        }

    def _save_translation(self, request, record, language, forms_):
        changes = []
        for form in forms_:
            if labels := form.save():
                row = (
                    {}
                    if form.record is record
                    else {"name": str(form.record._meta.verbose_name), "object": str(form.record)}
                )
                changes.append({"changed": {**row, "fields": labels}})
        if changes:
            self.log_change(request, record, changes)
            self.message_user(request, _("Zapisano tłumaczenie: %(record)s.") % {"record": record}, messages.SUCCESS)
        else:
            self.message_user(request, _("Nic się nie zmieniło: %(record)s.") % {"record": record})
        if NEXT in request.POST:
            return HttpResponseRedirect(self._next(record, language) or self._dashboard_url(record))
        return HttpResponseRedirect(self._dashboard_url(record))

    def _next(self, record, language):
        """Return the address of what waits most among the other records of the same dashboard; None when nothing does."""
        homes = self.homes(record)
        works = dashboard(self.admin_site, lambda one: one.belongs_to(homes) if homes else one.belongs_to_none())
        links = [work.link for _state, found in waiting(works[language]) for work in found if work.record != record]
        return links[0] if links else None

    def _dashboard_url(self, record):
        homes = self.homes(record)
        return (
            reverse("admin:offices_office_translations", args=list(homes))
            if homes
            else reverse("admin:shared_translations")
        )
