"""GlossaryTerm (hasło słowniczka): how one notion is said in each language, everywhere on the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GlossaryTerm(models.Model):
    """A Polish term with its translations, each of which counts as unchecked until somebody who speaks the language says so.

    A text with an unchecked translation waits to be read by such a person (see `languages/glossary.py`).
    """

    pl = models.CharField(_("po polsku"), max_length=200, unique=True)
    en = models.CharField(_("po angielsku"), max_length=200, blank=True)
    en_checked = models.BooleanField(
        _("angielski sprawdzony"), default=False, help_text=_("Potwierdziła to osoba, która mówi tym językiem.")
    )
    uk = models.CharField(_("po ukraińsku"), max_length=200, blank=True)
    uk_checked = models.BooleanField(
        _("ukraiński sprawdzony"), default=False, help_text=_("Potwierdziła to osoba, która mówi tym językiem.")
    )

    class Meta:
        app_label = "offices"  # Its table and its page in the staff pages are older than this room.
        verbose_name = _("hasło słowniczka")
        verbose_name_plural = _("słowniczek tłumaczeń")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(pl=""), name="glossary_term_has_polish")]

    def __str__(self):
        return self.pl

    @classmethod
    def unchecked(cls, language):
        """Return the translations into `language` that nobody who speaks it has confirmed, in one query."""
        waiting = cls.objects.filter(**{f"{language}_checked": False}).exclude(**{language: ""})
        return list(waiting.values_list(language, flat=True))
