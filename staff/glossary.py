"""The glossary of translations: superusers change it, editors see it."""

from django.contrib import admin

from languages.models import GlossaryTerm
from staff.base import StaffPage
from staff.rights import ALL


@admin.register(GlossaryTerm)
class GlossaryTermAdmin(StaffPage, admin.ModelAdmin):
    office_paths = ()
    shared = ALL
    list_display = ["pl", "en", "en_checked", "uk", "uk_checked"]
    list_filter = ["en_checked", "uk_checked"]
    search_fields = ["pl", "en", "uk"]
    fields = ["pl", "en", "en_checked", "uk", "uk_checked"]
