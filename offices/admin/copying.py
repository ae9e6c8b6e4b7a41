"""Hours copied from one place to another: choose, see what will change, confirm."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from offices.admin.rules_from_rows import contradictions, row_words
from offices.admin.weekly import owner_of, schedule_of
from offices.models import Schedule
from staff.forms import fingerprint_of
from staff.rights import may_all
from staff.transactions import atomic_when_sent

CONFIRM, SEEN = "_confirm", "seen"  # The second step, and the digest of what its page showed.
REPLACE, APPEND = "replace", "append"


class CopyForm(forms.Form):
    source = forms.ModelChoiceField(
        Schedule.objects.none(), label=_("Skąd skopiować godziny"), empty_label=_("Wybierz")
    )
    how = forms.ChoiceField(
        label=_("Co z godzinami, które są tu teraz"),
        choices=[(REPLACE, _("Zastąp: usuń obecne wiersze")), (APPEND, _("Dopisz: zostaw obecne wiersze"))],
        widget=forms.RadioSelect,
        initial=REPLACE,
    )


class Copy:
    """What copying would do: the rows to be removed, kept and added, and what contradicts among them."""

    def __init__(self, source, target, how):
        self.source, self.target = source, target
        present = list(target.weekly_hours.all()) if target.pk else []
        self.removed, self.kept = (present, []) if how == REPLACE else ([], present)
        self.added = list(source.weekly_hours.all())
        self.mistakes = [message for _one, _other, message in contradictions([*self.kept, *self.added])]
        self.fingerprint = fingerprint_of(*present, *self.added)

    def words(self):
        """Return what is removed, kept and added, each as a list of sentences about rows."""
        return {name: list(map(row_words, getattr(self, name))) for name in ("removed", "kept", "added")}

    def carry_out(self):
        """Write it. A new schedule takes over how its source treats public holidays."""
        if not self.target.pk:
            self.target.closed_on_holidays = self.source.closed_on_holidays
            self.target.save()
        self.target.weekly_hours.filter(pk__in=[row.pk for row in self.removed]).delete()
        for row in self.added:
            row.pk, row._state.adding, row.schedule = None, True, self.target
            row.save()


class HoursCopying:
    """A staff page with the link "Skopiuj godziny z…"."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.copy_hours)
        return [path("<path:object_id>/skopiuj-godziny/", view, name=self._name), *super().get_urls()]

    @property
    def _name(self):
        return f"{self.opts.app_label}_{self.opts.model_name}_copy_hours"

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and self.has_change_permission(request, obj):
            context["copy_url"] = reverse(f"admin:{self._name}", args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)

    @atomic_when_sent
    def copy_hours(self, request, object_id):
        """Choose a source; sent once, show what will change; sent again with that page's digest, do it."""
        place = self.get_object(request, object_id)
        if place is None:
            raise Http404
        if not self.has_change_permission(request, place):
            raise PermissionDenied
        target = self._target(place)
        form = CopyForm(request.POST if request.method == "POST" else None)
        form.fields["source"].queryset = self._sources(request, target)
        form.fields["source"].label_from_instance = source_words
        if not form.is_valid():
            return self._page(request, "admin/copy_hours.html", place, form=form)
        copy = Copy(form.cleaned_data["source"], target, form.cleaned_data["how"])
        seen = request.POST.get(SEEN, "")
        if CONFIRM in request.POST and seen == copy.fingerprint and not copy.mistakes:
            return self._carry_out(request, place, copy)
        changed = CONFIRM in request.POST and seen != copy.fingerprint
        return self._page(request, "admin/copy_hours_confirm.html", place, form=form, copy=copy, changed=changed)

    def _target(self, place):
        if isinstance(place, Schedule):
            return place
        schedule = schedule_of(place)
        setattr(schedule, owner_of(place), place)
        return schedule

    def _sources(self, request, target):
        """Return the schedules to copy from: the user's own, those of other places than the target.

        A superuser owns every schedule of the country: the list keeps to the target's office, or to the help lines.
        """
        admin = self.admin_site.get_model_admin(Schedule)
        own = admin.own(request)
        if may_all(request):
            office = target.home_office
            own = own.filter(admin.belongs_to([office.pk]) if office else Q(help_line__isnull=False))
        filled = own.filter(weekly_hours__isnull=False).exclude(pk=target.pk).distinct()
        return filled.select_related(*admin.list_select_related)

    def _carry_out(self, request, place, copy):
        copy.carry_out()
        self.log_change(request, place, [{"changed": {"fields": [str(_("godziny"))]}}])
        count = len(copy.added)
        message = ngettext("Skopiowano godziny: %d wiersz.", "Skopiowano godziny: wierszy %d.", count) % count
        self.message_user(request, message, messages.SUCCESS)
        return HttpResponseRedirect(
            reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[place.pk])
        )

    def _page(self, request, template, place, **context):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Skopiuj godziny"),
            "subtitle": str(place),
            "opts": self.opts,
            "place": place,
            "confirm_name": CONFIRM,
            "seen_name": SEEN,
            **context,
        }
        return TemplateResponse(request, template, context)


def source_words(schedule):
    """Name a schedule to copy from: its office, its place, and what it is for."""
    office, place = schedule.home_office, schedule.place
    names = [str(office)] if office and office != place else []
    return ", ".join([*names, str(schedule)])
