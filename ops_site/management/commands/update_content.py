"""Bring the shared content up to date with the content files of this release."""

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import gettext as _

from ops_site.content.applying import apply_untouched
from ops_site.content.corrections import State, compare, deleted_here
from ops_site.content.errors import ContentError
from ops_site.content.loader import has_content
from ops_site.content.side_by_side import label_of


class Command(BaseCommand):
    help = _(
        "Wprowadza poprawki wspólnych treści z tego wydania: nowe wpisy i te, których nikt tu nie zmienił. "
        "Resztę pokazuje do decyzji w panelu."
    )

    def add_arguments(self, parser):
        parser.add_argument("directory", nargs="?", help=_("Katalog z plikami; bez tego content/."))
        parser.add_argument("--dry-run", action="store_true", help=_("Tylko pokaż, niczego nie zmieniaj."))

    def handle(self, *, directory, dry_run, **options):
        if not has_content():
            raise CommandError(_("Baza nie ma jeszcze treści. Wczytaj ją: manage.py load_content."))
        try:
            compare(directory)
        except ContentError as error:
            self.stderr.write(str(error))
            raise CommandError(
                _("Błędów: %(count)s. Niczego nie zmieniono.") % {"count": len(error.problems)}
            ) from error
        outcome = apply_untouched(only_tell=dry_run)
        self.tell(_("Nowe wpisy, czekają") if dry_run else _("Dodano nowe wpisy"), outcome.added)
        self.tell(_("Do poprawienia, nikt ich tu nie zmienił") if dry_run else _("Poprawiono"), outcome.updated)
        self.tell(_("Do decyzji"), outcome.to_decide)
        self.tell(_("Usunięte u Was, nie wrócą same"), deleted_here())
        for one, reason in outcome.failed:
            self.stdout.write(_("Nie udało się: %(name)s. %(reason)s") % {"name": named(one), "reason": reason})
        if outcome.to_decide:
            self.stdout.write(_("Decyzje podejmiesz w panelu: %(address)s") % {"address": reverse("admin:corrections")})
        if dry_run:
            self.stdout.write(_("Niczego nie zmieniono. Żeby wprowadzić poprawki: manage.py update_content."))

    def tell(self, heading, found):
        """Write how many records there are, and each by its name with what changes in it."""
        self.stdout.write(f"{heading}: {len(found)}")
        for one in found:
            self.stdout.write(f"  {named(one)}{what_changes(one)}")


def named(one):
    return f"{one.shape.model._meta.verbose_name} {one.row.key}"


def what_changes(one):
    """Return the labels of what the release changes in a record that is there already."""
    if one.state is State.WITHDRAWN:
        return _(": nie ma go już w tym wydaniu")
    if not one.here.record:
        return ""
    return f": {'; '.join(str(label_of(one.shape, key)) for key in one.changed)}" if one.changed else ""
