"""The staff pages of corrections: what a release changes in the shared content, and an administrator's decisions."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ops_site.content.applying import ChangedMeanwhile, Refused, apply_untouched, decide
from ops_site.content.corrections import State, compare, corrections, deleted_here, is_compared, waiting
from ops_site.content.errors import ContentError
from ops_site.content.side_by_side import label_of, side_by_side
from ops_site.models import ShippedRecord
from staff.rights import may_all

SEEN = "seen"
KEEP, TAKE, DELETE = "keep", "take", "delete"
GROUPS = {
    State.CHANGED: gettext_lazy("Do decyzji: zmienione też u Was"),
    State.WITHDRAWN: gettext_lazy("Do decyzji: wycofane z tego wydania"),
    State.UNTOUCHED: gettext_lazy("Poprawki, których nikt u Was nie zmieniał"),
    State.NEW: gettext_lazy("Nowe wpisy"),
}
ABOUT = {
    State.CHANGED: gettext_lazy(
        "Ten wpis zmieniono u Was i w tym wydaniu. Przy każdej różnicy wybierz, co ma zostać. "
        "Tego, czego wydanie nie zmienia, ta decyzja nie rusza."
    ),
    State.UNTOUCHED: gettext_lazy("Tego wpisu nikt u Was nie zmieniał."),
    State.NEW: gettext_lazy("Tego wpisu jeszcze u Was nie ma."),
    State.WITHDRAWN: gettext_lazy("Tego wpisu nie ma już w wydaniu. U Was jest nadal i sam nie zniknie."),
    State.DELETED: gettext_lazy("Ten wpis u Was usunięto. Sam nie wróci."),
}
# What there is to choose where a record stands or falls as a whole.
WHOLE = {
    State.NEW: [(TAKE, gettext_lazy("Dodaj ten wpis")), (KEEP, gettext_lazy("Nie dodawaj"))],
    State.DELETED: [(TAKE, gettext_lazy("Dodaj ten wpis ponownie")), (KEEP, gettext_lazy("Nie dodawaj"))],
    State.WITHDRAWN: [(KEEP, gettext_lazy("Zostaw u nas")), (DELETE, gettext_lazy("Usuń"))],
}
PIECEMEAL = [(KEEP, gettext_lazy("Zostaw nasze")), (TAKE, gettext_lazy("Weź poprawkę"))]


class DecisionForm(forms.Form):
    """One choice for each difference, or one for the whole record."""

    def __init__(self, *args, correction, **kwargs):
        super().__init__(*args, **kwargs)
        self.correction = correction
        if correction.state in WHOLE:
            self._ask("whole", _("Co zrobić z tym wpisem?"), WHOLE[correction.state], None)
        else:
            for key in correction.changed:
                # What staff wrote goes only when they say so; the rest is what the release is for.
                first = None if key in correction.clashing else TAKE
                self._ask(key, capfirst(label_of(correction.shape, key)), PIECEMEAL, first)

    def _ask(self, name, label, choices, first):
        self.fields[name] = forms.ChoiceField(
            label=label,
            choices=choices,
            initial=first,
            widget=forms.RadioSelect,
            error_messages={"required": _("Wybierz jedno z dwojga.")},
        )

    def taken(self):
        """Return the fields to take as they are shipped."""
        if "whole" in self.fields:
            return self.correction.changed if self.cleaned_data["whole"] == TAKE else []
        return [key for key, choice in self.cleaned_data.items() if choice == TAKE]

    @property
    def deletes(self):
        return self.cleaned_data.get("whole") == DELETE


class CorrectionPages:
    """What the site of the staff has for corrections, to be mixed into it."""

    def get_urls(self):
        return [
            path("poprawki/", self.admin_view(self.corrections), name="corrections"),
            path("poprawki/<int:pk>/", self.admin_view(self.correction), name="correction"),
            *super().get_urls(),
        ]

    def corrections(self, request):
        """List what waits; a POST compares with this release, or takes what nobody changed."""
        allow_superusers(request)
        if request.method == "POST":
            if "take" in request.POST:
                self._take_all(request)
            elif "compare" in request.POST:
                self._compare(request)
            return HttpResponseRedirect(reverse("admin:corrections"))
        found = waiting()
        groups = [(state, words, [one for one in found if one.state is state]) for state, words in GROUPS.items()]
        context = {
            **self.each_context(request),
            "title": _("Poprawki wspólnych treści"),
            "is_compared": is_compared(),
            "groups": [
                {"name": state.value, "words": words, "links": [self._link(one) for one in listed]}
                for state, words, listed in groups
                if listed
            ],
            "takeable": sum(one.state in (State.UNTOUCHED, State.NEW) for one in found),
            "deleted": [self._link(one) for one in deleted_here()],
        }
        return TemplateResponse(request, "admin/corrections.html", context)

    def correction(self, request, pk):
        """Show one correction side by side; a POST decides it."""
        allow_superusers(request)
        one = next(iter(corrections(ShippedRecord.objects.filter(pk=pk))), None)
        if one is None:
            raise Http404
        if one.state is State.SETTLED:
            messages.info(request, _("O tym wpisie już zdecydowano: %(name)s.") % {"name": one.name})
            return HttpResponseRedirect(reverse("admin:corrections"))
        form = DecisionForm(request.POST if SEEN in request.POST else None, correction=one)
        if form.is_bound and request.POST[SEEN] != one.seen:
            messages.warning(request, _("Wpis zmienił się, gdy ta strona była otwarta. Niczego nie zapisano."))
            return HttpResponseRedirect(request.path)
        if form.is_valid() and self._decided(request, one, form):
            return HttpResponseRedirect(reverse("admin:corrections"))
        context = {
            **self.each_context(request),
            "title": one.name,
            "kind": one.shape.model._meta.verbose_name,
            "about": ABOUT[one.state],
            "form": form,
            "whole": form["whole"] if "whole" in form.fields else None,
            "rows": rows_of(one, form),
            "seen": one.seen,
            "record_url": self._record_url(one),
            "is_deleting": one.state is State.WITHDRAWN,
        }
        return TemplateResponse(request, "admin/correction.html", context)

    def _decided(self, request, one, form):
        """Carry a decision out; tell whether it was possible."""
        try:
            record = decide(one.row.pk, one.seen, form.taken(), delete=form.deletes)
        except ChangedMeanwhile:
            form.add_error(None, _("Ktoś zmienił ten wpis w tej samej chwili. Otwórz tę stronę jeszcze raz."))
        except Refused as refused:
            form.add_error(None, refused.args[0])
        else:
            self._log(request, record, [str(form.fields[key].label) for key in form.taken() if key in form.fields])
            messages.success(request, _("Zapamiętano decyzję: %(name)s.") % {"name": one.name})
        return not form.errors

    def _take_all(self, request):
        outcome = apply_untouched()
        count = len(outcome.added) + len(outcome.updated)
        message = ngettext("Wprowadzono poprawkę: %d wpis.", "Wprowadzono poprawki, wpisów: %d.", count)
        messages.success(request, message % count)
        for one, reason in outcome.failed:
            words = _("Nie udało się: %(name)s. %(reason)s") % {"name": one.name, "reason": reason}
            messages.warning(request, words)

    def _compare(self, request):
        try:
            compare()
        except ContentError as error:
            messages.error(request, str(error))

    def _log(self, request, record, labels):
        if record and record.pk and labels and self.is_registered(type(record)):
            page = self.get_model_admin(type(record))
            page.log_change(request, record, [{"changed": {"fields": [*labels, str(_("poprawka z wydania"))]}}])

    def _link(self, one):
        """Return what a list says of a correction."""
        return {
            "address": reverse("admin:correction", args=[one.row.pk]),
            "kind": one.shape.model._meta.verbose_name,
            "name": one.name,
            "changed": [label_of(one.shape, key) for key in one.changed] if one.here.record and one.row.shipped else [],
        }

    def _record_url(self, one):
        """Return the staff page of the record that is here, if it has one."""
        model = one.shape.model
        if one.here.record is None or not self.is_registered(model):
            return None
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[one.here.record.pk])


def allow_superusers(request):
    """Stop everybody else: the shared content is the administrators'."""
    if not may_all(request):
        raise PermissionDenied


def rows_of(one, form):
    """Return the differences of a correction, each with its choice where there is one of its own."""
    shipped, yours = one.row.shipped or {}, one.here.described
    keys = [*one.shape.fields, *one.shape.children] if one.state is State.WITHDRAWN else one.changed
    rows = [
        {
            "label": capfirst(label_of(one.shape, key)),
            "parts": side_by_side(one.shape, key, yours.get(key), shipped.get(key)),
            "choice": form[key] if key in form.fields else None,
            "is_clashing": one.state is State.CHANGED and key in one.clashing,
        }
        for key in keys
    ]
    return [row for row in rows if row["parts"] or row["choice"]]
