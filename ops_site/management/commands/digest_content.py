"""Keep the digests of the shared content under the name of a release, before it is published."""

import tomllib
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ops_site.content.errors import ContentError
from ops_site.content.shipped import write_digests


class Command(BaseCommand):
    help = _("Zapisuje skróty wspólnych treści tego wydania do content/shipped/. Uruchom przed wydaniem.")

    def add_arguments(self, parser):
        parser.add_argument("release", nargs="?", help=_("Nazwa wydania; bez tego ta z pyproject.toml."))
        parser.add_argument("--from", dest="directory", help=_("Katalog z plikami; bez tego content/."))

    def handle(self, *, release, directory, **options):
        try:
            self.stdout.write(str(write_digests(release or version(), directory)))
        except (ContentError, OSError) as error:
            raise CommandError(error) from error


def version():
    """Return the version that the project has now."""
    return tomllib.loads(Path(settings.BASE_DIR, "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
