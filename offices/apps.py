from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OfficesConfig(AppConfig):
    name = "offices"
    verbose_name = _("Ośrodki")

    def ready(self):
        # modeltranslation, first among the apps, has registered the models of all of them by now.
        from offices.models.translated import show_polish_where_outdated

        show_polish_where_outdated()
