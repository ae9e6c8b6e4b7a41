from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "ops_site"

    def ready(self):
        from ops_site import checks  # noqa: F401  (registers the start-up checks)
