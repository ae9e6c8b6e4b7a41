"""The staff page of what people looked for in vain: give a matter that name in one step, or drop it from the list."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.folding import CYRILLIC, fold, words
from search.models import DangerPhrase, UnansweredQuery
from services.models import Service
from staff.inputs import Inputs
from staff.lists import PlainLists
from staff.rights import OfficeRights, may_all
from staff.transactions import SavedAtOnce, atomic_when_sent

DISMISS = "_dismiss"  # The button that drops a query without naming anything.
FIELDS = [
    ("search_words", gettext_lazy("Ukryte słowo: pomaga szukać, nie widać go na stronie")),
    ("popular_names", gettext_lazy("Potoczna nazwa: mieszkańcy zobaczą ją na stronie sprawy")),
]


class MatterChoice(forms.ModelChoiceField):
    def label_from_instance(self, service):
        """Say whose own a matter is: several offices may have a club of the same name."""
        return f"{service.name} ({service.owner.short_name})" if service.owner else service.name


class NamingForm(forms.Form):
    """A name for a matter that the user may change."""

    text = forms.CharField(
        label=gettext_lazy("Co dopisać"),
        max_length=UnansweredQuery._meta.get_field("text").max_length,
        help_text=gettext_lazy("Popraw pisownię: pytania zapisujemy bez polskich znaków i bez małych słów."),
        widget=forms.TextInput(attrs={"class": "vTextField", "aria-describedby": "id_text_helptext"}),
    )
    service = MatterChoice(
        Service.objects.none(), label=gettext_lazy("Do której sprawy"), empty_label=gettext_lazy("Wybierz")
    )
    language = forms.ChoiceField(label=gettext_lazy("W jakim języku"), choices=settings.LANGUAGES)
    field = forms.ChoiceField(
        label=gettext_lazy("Jako co"), choices=FIELDS, widget=forms.RadioSelect, initial=FIELDS[0][0]
    )

    def __init__(self, *args, services, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["service"].queryset = services

    def clean_text(self):
        text = " ".join(self.cleaned_data["text"].split())
        if not words(text):
            raise forms.ValidationError(_("Wpisz przynajmniej jedno słowo, którego ktoś może szukać."))
        return text


def add_line(service, field, text):
    """Append a line to a text field of a service, unless it has one that the search reads as the same.

    Returns whether the line was added.
    """
    lines = [line.strip() for line in (getattr(service, field) or "").splitlines() if line.strip()]
    if fold(text) in map(fold, lines):
        return False
    setattr(service, field, "\n".join([*lines, text]))
    service.is_minor_change = True  # What people call a matter in one language says nothing about the others.
    service.save()
    return True


@admin.register(UnansweredQuery)
class UnansweredQueryAdmin(PlainLists, Inputs, OfficeRights, admin.ModelAdmin):
    """An editor sees what was asked at their offices, and what was asked on the whole site; the records themselves
    never change. To drop one without an answer is for superusers, since offices share the second part of the list."""

    shared = Q(office=None)
    list_display = ["text", "office", "week", "count"]
    list_select_related = ["office"]
    list_per_page = 50
    search_fields = ["text"]
    fields = ["text", "office", "week", "count"]
    actions = ["dismiss"]

    # --- Rights

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return may_all(request)

    # --- The list

    def get_queryset(self, request):
        """Leave out what is too old and waits to be deleted: a list that is read deletes nothing."""
        oldest = timezone.localdate() - UnansweredQuery.KEPT_FOR
        return super().get_queryset(request).filter(week__gte=oldest)

    @atomic_when_sent
    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": self.opts.verbose_name_plural, **(extra_context or {})})

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, fold(search_term))  # The texts are folded as well.

    def get_actions(self, request, action_location=None):
        # Django 5.2 knows no location.
        actions = super().get_actions(request, *filter(None, [action_location]))
        return {name: action for name, action in actions.items() if name != "delete_selected"}

    @admin.action(description=gettext_lazy("To nic ważnego, usuń"), permissions=["delete"])
    def dismiss(self, request, queryset):
        texts = set(queryset.values_list("text", flat=True))
        self._drop(texts)
        self.message_user(request, _("Liczba usuniętych pytań: %d.") % len(texts), messages.SUCCESS)

    def delete_model(self, request, obj):
        self._drop([obj.text])

    def _drop(self, texts, **at_office):
        """Delete these texts from all weeks, everywhere or at one office."""
        UnansweredQuery.objects.filter(text__in=texts, **at_office).delete()

    # --- One query

    def get_urls(self):
        view = self.admin_site.admin_view(self.name_view)
        return [path("<path:object_id>/nazwa/", view, name="search_unansweredquery_name"), *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if request.method == "POST":
            raise PermissionDenied  # The record stays as it is; the form on its page changes a matter.
        return self.name_view(request, object_id)

    @atomic_when_sent
    def name_view(self, request, object_id):
        if not self.has_view_permission(request):
            raise PermissionDenied
        query = self.get_object(request, object_id)
        if query is None:
            return self._gone(request)
        if DISMISS in request.POST:
            if not self.has_delete_permission(request, query):
                raise PermissionDenied
            self.dismiss(request, UnansweredQuery.objects.filter(pk=query.pk))
            return self._to_list()
        services = self.admin_site.get_model_admin(Service).own(request).select_related("owner")
        language = "uk" if CYRILLIC.search(query.text) else settings.LANGUAGE_CODE
        form = NamingForm(request.POST or None, services=services, initial={"text": query.text, "language": language})
        if form.is_valid():
            return self._name(request, query, **form.cleaned_data)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Pytanie bez odpowiedzi: „%(text)s”") % {"text": query.text},
            "opts": self.opts,
            "query": query,
            "weeks": self.get_queryset(request).filter(text=query.text, office=query.office_id),
            "form": form,
            "may_name": services.exists(),
            "dismiss_name": DISMISS if self.has_delete_permission(request, query) else "",
        }
        return TemplateResponse(request, "admin/name_query.html", context)

    def _name(self, request, query, text, service, language, field):
        # Locked and read again: another editor may be saving the same sheet.
        service = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
        name = f"{field}_{language}"
        label = Service._meta.get_field(name).verbose_name
        where = {"text": text, "field": label, "service": service}
        if add_line(service, name, text):
            change = _("Dopisano „%(text)s” w polu: %(field)s.") % where
            self.admin_site.get_model_admin(Service).log_change(request, service, change)
            message = _("Dopisano „%(text)s” do sprawy „%(service)s” w polu: %(field)s.")
        else:
            message = _("Sprawa „%(service)s” ma już „%(text)s” w polu: %(field)s.")
        self.message_user(request, f"{message % where} {self._answered(query, service)}", messages.SUCCESS)
        return self._to_list()

    def _answered(self, query, service):
        """Take a query off the lists of those whom the matter answers, and say so: one's own is no answer elsewhere."""
        if service.owner_id is None:
            self._drop([query.text])
            return _("Pytania nie ma już na liście.")
        self._drop([query.text], office=service.owner_id)
        if query.office_id == service.owner_id:
            return _("Pytania nie ma już na liście Twojego ośrodka.")
        return _("Pytanie zostaje na liście: tu sprawa jednego ośrodka nie jest odpowiedzią dla wszystkich.")

    def _gone(self, request):
        message = _("Tego pytania nie ma już na liście: ktoś się nim zajął albo minęło 90 dni.")
        if typed := request.POST.get("text", "").strip():
            message += " " + _("Nie dopisano: „%(text)s”.") % {"text": typed}
        self.message_user(request, message, messages.WARNING)
        return self._to_list()

    def _to_list(self):
        return HttpResponseRedirect(reverse("admin:search_unansweredquery_changelist"))


@admin.register(DangerPhrase)
class DangerPhraseAdmin(PlainLists, SavedAtOnce, Inputs, OfficeRights, admin.ModelAdmin):
    """Kept by superusers alone: these words decide who sees the crisis numbers, at every office."""

    office_paths = ()
    list_display = ["phrase", "kind", "must_match", "must_not_match"]
    list_filter = ["kind"]

    def has_module_permission(self, request):
        return may_all(request)

    def has_view_permission(self, request, obj=None):
        return may_all(request)

    def has_change_permission(self, request, obj=None):
        return may_all(request)
