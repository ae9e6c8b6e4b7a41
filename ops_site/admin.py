"""The staff pages as a whole: their name, and the way from a record to its public page."""

from functools import update_wrapper

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.http import Http404
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ops_site.correction_pages import CorrectionPages
from ops_site.errors import error_page

# Whose age the first page counts: what a person relies on when they set out.
TO_CHECK = ["offices.Phone", "offices.Schedule", "services.Offering"]


class Choices(AutocompleteJsonView):
    """What is found by typing. Who works for several offices is told whose "Sekcja świadczeń" each of them is."""

    def process_request(self, request):
        term, *rest = super().process_request(request)
        return term.replace("\0", ""), *rest  # PostgreSQL refuses to look for it.

    def get_queryset(self):
        joined = self.model_admin.list_select_related
        return super().get_queryset().select_related(*joined) if joined else super().get_queryset()

    def serialize_result(self, record, to_field_name):
        found = super().serialize_result(record, to_field_name)
        name_office = getattr(self.model_admin, "name_office", None)
        return {**found, "text": name_office(self.request, record)} if name_office else found


class StaffSite(CorrectionPages, admin.AdminSite):
    site_header = _("Informator ośrodka")
    site_title = _("Informator ośrodka")
    index_title = _("Co chcesz zmienić?")

    def get_urls(self):
        # Imported late: the staff pages register themselves with this very site.
        from staff import readability

        address = "r/<path:content_type_id>/<path:object_id>/"
        return [
            path(address, self.admin_view(self.view_on_site), name="view_on_site"),
            # A script asks, and knows by the way to sign in that the session has ended: it has no form to save.
            path("czytelnosc/", super().admin_view(readability.count), name="readability"),
            *super().get_urls(),
        ]

    def admin_view(self, view, cacheable=False):
        """Say what to do with a form that was open until the session ended. A way to sign in alone would empty it."""
        inner = super().admin_view(view, cacheable)

        def checked(request, *args, **kwargs):
            if request.method == "POST" and "csrfmiddlewaretoken" in request.POST and not request.user.is_authenticated:
                return error_page(request, 403, "403_session.html")
            return inner(request, *args, **kwargs)

        return update_wrapper(checked, inner)

    def autocomplete_view(self, request):
        return Choices.as_view(admin_site=self)(request)

    def index(self, request, extra_context=None):
        # Imported late: the staff pages register themselves with this very site.
        from offices.admin.todo import first_page
        from ops_site.content.corrections import waiting_count
        from services.waiting import waiting
        from staff.rights import may_all

        models = [apps.get_model(name) for name in TO_CHECK]
        today = timezone.localdate()
        tasks = {**first_page(self, request, today, models), **waiting(request, today)}
        if may_all(request):
            tasks["corrections"] = waiting_count()
        return super().index(request, {**tasks, **(extra_context or {})})

    def view_on_site(self, request, content_type_id, object_id):
        """Lead to a record's public page, as Django does, but only from a record that this user may see."""
        kind = ContentType.objects.filter(pk=content_type_id).first() if content_type_id.isdecimal() else None
        model = kind and kind.model_class()
        if not model or not self.is_registered(model):
            raise Http404
        model_admin = self.get_model_admin(model)
        record = model_admin.get_object(request, object_id)
        if record is None or not model_admin.has_view_permission(request, record):
            raise Http404
        return shortcut(request, content_type_id, object_id)
