from django.apps import AppConfig
from django.core.signals import request_finished
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Wyszukiwarka")

    def ready(self):
        from search import freshness, log

        freshness.watch()
        request_finished.connect(log.write_waiting, dispatch_uid="unanswered queries")
