"""Help lines: shared by all offices, so superusers alone change them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from offices.admin.copying import HoursCopying
from offices.admin.preview import HoursPreview
from offices.admin.weekly import NumberHours
from offices.models import HelpLine
from staff.base import StaffAdmin, polish, translations
from staff.rights import ALL


@admin.register(HelpLine)
class HelpLineAdmin(HoursCopying, HoursPreview, StaffAdmin):
    office_paths = ()
    shared = ALL
    list_display = [
        "name",
        "display",
        "topic",
        "answers_always",
        "is_core",
        "is_confirmed",
        "source_year",
        "checked_on",
    ]
    list_filter = ["topic", "is_core", "is_confirmed"]
    search_fields = ["name_pl", "number", "for_whom_pl"]
    prepopulated_fields = {"slug": ["name_pl"]}
    fieldsets = [
        (None, {"fields": [*polish("name"), "slug", "number", "topic", *polish("for_whom"), "position", "is_core"]}),
        (
            _("Jak się dodzwonić"),
            {"fields": ["answers_always", *polish("cost", "languages", "other_contact"), "is_confirmed"]},
        ),
        *translations("name", "for_whom", "cost", "languages", "other_contact"),
        (_("Kiedy i z czym to sprawdzono"), {"fields": ["checked_on", "source", "source_url", "source_year"]}),
    ]
    inlines = [NumberHours]
