"""What this site knows about the content that releases ship for all offices (see `ops_site/content/corrections.py`)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from languages.json_field import JSONField


class ShippedContent(models.Model):
    """The content files that the records were last compared with. One row; whoever compares or applies locks it."""

    fingerprint = models.CharField(_("skrót plików z treścią"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("treść z wydania")
        verbose_name_plural = _("treść z wydania")

    def __str__(self):
        return self.fingerprint


class ShippedRecord(models.Model):
    """One record of the content files, in two of its three states; the third is what the database holds.

    `taken`: {field: digest} of the record as it was shipped when this site last took it, or decided about it.
    None: this site never had it. `shipped`: its description in the files of today. None: they no longer have it.
    """

    kind = models.CharField(_("rodzaj wpisu"), max_length=30)
    key = models.CharField(_("klucz"), max_length=200)
    taken = JSONField(_("przyjęte"), null=True)
    shipped = JSONField(_("w wydaniu"), null=True)
    waits = models.BooleanField(_("czeka"), default=False)

    class Meta:
        verbose_name = _("wpis z wydania")
        verbose_name_plural = _("wpisy z wydania")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="shipped_record_once_per_kind_and_key")]

    def __str__(self):
        return f"{self.kind}: {self.key}"
