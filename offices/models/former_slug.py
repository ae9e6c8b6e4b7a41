"""FormerSlug (dawny adres): an address that was printed on a leaflet goes on working."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class FormerSlug(models.Model):
    """A slug that a record had before. `scope` is the office within which it was unique, or 0."""

    kind = models.CharField(_("rodzaj wpisu"), max_length=50)
    scope = models.PositiveBigIntegerField(_("ośrodek"), default=0)
    slug = models.SlugField(_("dawny adres"), max_length=80)
    record_id = models.PositiveBigIntegerField(_("wpis"))

    class Meta:
        verbose_name = _("dawny adres")
        verbose_name_plural = _("dawne adresy")
        constraints = [
            models.UniqueConstraint(fields=["kind", "scope", "slug"], name="former_slug_leads_to_one_record")
        ]

    def __str__(self):
        return self.slug


class RemembersSlug(models.Model):
    """A record whose old addresses lead to the new one.

    `slug_scope` names the column with the id of its office, if it has one: two offices may have used one slug in turn.
    """

    slug_scope = None

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        columns = ["slug", *filter(None, [self.slug_scope])]
        before = type(self)._base_manager.filter(pk=self.pk).values(*columns).first() if self.pk else None
        with transaction.atomic():
            super().save(*args, **kwargs)
            if before and before["slug"] != self.slug:
                FormerSlug.objects.update_or_create(
                    kind=self._meta.label_lower,
                    scope=before.get(self.slug_scope) or 0,
                    slug=before["slug"],
                    defaults={"record_id": self.pk},
                )

    @classmethod
    def current_slug(cls, slug):
        """Return the slug that a record of no office has now which once had this one; the same when nothing moved."""
        return next((record.slug for record in cls.called(slug)), slug)

    @classmethod
    def called(cls, slug, scope=0):
        """Return the records that a slug means: first the one that has it now, then those that had it.

        `scope` is the office within which it is looked for, if it is an office's.
        """
        records = cls._base_manager.all()
        has = records.filter(slug=slug, **({cls.slug_scope: scope} if scope and cls.slug_scope else {}))
        had = FormerSlug.objects.filter(kind=cls._meta.label_lower, scope__in={scope, 0}, slug=slug)
        # An office's own before what is shared.
        former = [one.record_id for one in had.order_by("-scope")]
        by_id = records.in_bulk(former) if former else {}
        return [*has, *(by_id[pk] for pk in former if pk in by_id)]
