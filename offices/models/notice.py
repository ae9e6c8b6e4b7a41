"""Notice (komunikat): something that people must know now."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices.models.dates import MomentField, UntilField
from offices.models.office import Office
from offices.models.places import Building


class NoticeQuerySet(models.QuerySet):
    def current(self, moment):
        """Keep the notices shown at `moment`, an aware datetime."""
        not_over = models.Q(ends_at__isnull=True) | models.Q(ends_at__gt=moment)
        return self.filter(not_over, starts_at__lte=moment)


class Notice(Translated):
    """A message of an office, with a level, a place, from and until."""

    class Level(models.TextChoices):
        INFO = "info", _("informacja")
        WARNING = "warning", _("ważne")
        URGENT = "urgent", _("pilne")

    office = models.ForeignKey(Office, models.CASCADE, related_name="notices", verbose_name=_("ośrodek"))
    building = models.ForeignKey(
        Building,
        models.CASCADE,
        related_name="notices",
        verbose_name=_("budynek"),
        null=True,
        blank=True,
        help_text=_("Zostaw puste, jeśli komunikat dotyczy całego ośrodka."),
    )
    level = models.CharField(_("waga"), max_length=10, choices=Level, default=Level.INFO)
    title = models.CharField(_("tytuł"), max_length=200, help_text=_("Najważniejsze w jednym zdaniu."))
    text = models.TextField(_("treść"), blank=True)
    starts_at = MomentField(_("pokazuj od"))
    ends_at = UntilField(
        _("pokazuj do"),
        null=True,
        blank=True,
        help_text=_("Dzień bez godziny: do końca tego dnia. Puste: do odwołania."),
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("komunikat")
        verbose_name_plural = _("komunikaty")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="notice_has_title"),
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True) | models.Q(ends_at__gt=models.F("starts_at")),
                name="notice_in_order",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{reverse('offices:notices', args=[self.office.slug])}#komunikat-{self.pk}"

    def clean(self):
        if self.building_id and self.office_id and self.building.office_id != self.office_id:
            raise ValidationError(
                {"building": _("Ten budynek należy do innego ośrodka. Wybierz budynek swojego ośrodka.")}
            )
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("Komunikat kończy się, zanim się zacznie. Popraw daty.")})
