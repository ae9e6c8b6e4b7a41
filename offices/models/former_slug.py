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
    """A record whose old addresses lead to the new one. `slug_scope` names the id of its office, if it has one."""

    slug_scope = None

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        before = type(self)._base_manager.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None
        with transaction.atomic():
            super().save(*args, **kwargs)
            if before and before != self.slug:
                FormerSlug.objects.update_or_create(
                    kind=self._meta.label_lower,
                    scope=getattr(self, self.slug_scope) if self.slug_scope else 0,
                    slug=before,
                    defaults={"record_id": self.pk},
                )

    @classmethod
    def current_slug(cls, slug, scope=0):
        """Return the slug that a record has now which once had this one; the same slug when nothing moved."""
        if cls._base_manager.filter(slug=slug, **({cls.slug_scope: scope} if cls.slug_scope else {})).exists():
            return slug
        former = FormerSlug.objects.filter(kind=cls._meta.label_lower, scope=scope, slug=slug).first()
        record = former and cls._base_manager.filter(pk=former.record_id).first()
        return record.slug if record else slug
