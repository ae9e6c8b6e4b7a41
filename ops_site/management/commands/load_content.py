"""Load the content files into the database."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from ops_site.content.corrections import note_loaded
from ops_site.content.errors import ContentError
from ops_site.content.loader import has_content, load
from ops_site.content.remarks import remarks


class Command(BaseCommand):
    help = _("Wczytuje pliki z treścią do bazy. Niczego nie nadpisuje; gdy coś jest źle, nie wczytuje nic.")

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="*", help=_("Plik do wczytania; bez tego wszystkie z katalogu content/."))
        parser.add_argument("--if-empty", action="store_true", help=_("Nie rób nic, jeśli baza ma już treść."))

    def handle(self, *args, **options):
        if options["if_empty"] and has_content():
            self.stdout.write(_("Baza ma już treść, więc nic nie wczytano."))
            return
        paths = options["file"] or sorted(Path(settings.BASE_DIR, "content").glob("*.yaml"))
        if not paths:
            raise CommandError(_("W katalogu content/ nie ma plików *.yaml. Podaj plik albo dodaj go tam."))
        try:
            with transaction.atomic():
                loaded = load(paths)
                if not options["file"]:
                    note_loaded()
        except ContentError as error:
            self.stderr.write(str(error))
            raise CommandError(_("Błędów: %(count)s. Nic nie wczytano.") % {"count": len(error.problems)}) from error
        self.stdout.write(_("Wczytano wpisów: %(count)s.") % {"count": loaded.total()})
        for remark in remarks():
            self.stdout.write(remark)
