from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class SiteConfig(AppConfig):
    name = "ops_site"
    default = True

    def ready(self):
        from ops_site import checks, stored_files  # noqa: F401  (importing the checks registers them)

        stored_files.watch()


class StaffConfig(admin_apps.AdminConfig):
    """Django's admin, as the site of the staff."""

    default = False  # The settings name it.
    default_site = "ops_site.admin.StaffSite"
