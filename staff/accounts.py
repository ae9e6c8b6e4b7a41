"""The accounts of staff. Whose office a person works for stands on the page of the office; Django's own rights count for nothing."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.utils.translation import gettext_lazy as _

from staff.lists import PlainLists
from staff.transactions import SavedAtOnce

admin.site.unregister([Group, User])


@admin.register(User)
class AccountAdmin(PlainLists, SavedAtOnce, UserAdmin):
    list_filter = ["is_staff", "is_superuser", "is_active"]
    filter_horizontal = []
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Personal info"), {"fields": ["first_name", "last_name", "email"]}),
        (_("Permissions"), {"fields": ["is_active", "is_staff", "is_superuser"]}),
        (_("Important dates"), {"fields": ["last_login", "date_joined"]}),
    ]
