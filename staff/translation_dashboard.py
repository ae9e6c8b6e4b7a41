"""The pages that say how far the translations of an office are, or of what all offices share, and what to do next."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from staff.rights import may_all
from staff.translation_entries import SAID, STATES, WAITING, dashboard, waiting


class TranslationDashboards:
    """The page of offices, with the dashboard of each and the one of what they share."""

    def get_urls(self):
        def page(address, view, name):
            return path(address, self.admin_site.admin_view(view), name=name)

        return [
            page("wspolne/tlumaczenia/", self.shared_translations, "shared_translations"),
            page("<int:office_id>/tlumaczenia/", self.office_translations, "offices_office_translations"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and self.has_change_permission(request, obj):
            context["dashboard_url"] = reverse("admin:offices_office_translations", args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def office_translations(self, request, office_id):
        office = self.get_object(request, str(office_id))
        if office is None:
            raise Http404
        if not self.has_change_permission(request, office):
            raise PermissionDenied
        return self._dashboard(request, str(office), lambda one: one.belongs_to([office.pk]), office)

    def shared_translations(self, request):
        if not may_all(request):
            raise PermissionDenied
        return self._dashboard(request, _("to, co wspólne dla wszystkich ośrodków"), lambda one: one.belongs_to_none())

    def _dashboard(self, request, subtitle, condition, office=None):
        names = dict(settings.LANGUAGES)
        languages = [
            {
                "code": code,
                "name": names[code],
                "said": SAID[code],
                "counts": [(STATES[state], sum(work.counts[state] for work in works)) for state in STATES],
                "waiting": [(WAITING[state], found) for state, found in waiting(works)],
            }
            for code, works in dashboard(self.admin_site, condition).items()
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Tłumaczenia"),
            "subtitle": subtitle,
            "opts": self.opts,
            "place": office,
            "states": STATES.values(),
            "languages": languages,
        }
        return TemplateResponse(request, "admin/translations.html", context)
