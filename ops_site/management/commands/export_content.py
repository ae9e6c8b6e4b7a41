"""Write the content of the database to files."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ops_site.content.exporter import export


class Command(BaseCommand):
    help = _("Zapisuje treść z bazy do plików YAML: wspolne.yaml i po jednym dla każdego ośrodka.")

    def add_arguments(self, parser):
        parser.add_argument(
            "directory",
            nargs="?",
            default=Path(settings.BASE_DIR, "content"),
            help=_("Katalog na pliki; bez tego content/."),
        )

    def handle(self, *args, **options):
        try:
            paths = export(options["directory"])
        except OSError as error:
            raise CommandError(
                _("Nie można zapisać pliku: %(reason)s. Podaj katalog, w którym wolno pisać.") % {"reason": error}
            ) from error
        for path in paths:
            self.stdout.write(str(path))
