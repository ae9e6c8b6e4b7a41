"""Deadline (termin): when applications are taken, every year or once."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from offices.models import Checked, Translated
from offices.models.hours import month_and_day
from services import deadlines
from services.models.service import Service


class Deadline(Translated, Checked):
    """The days on which an application is taken (termin składania wniosków)."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="deadlines", verbose_name=_("sprawa"))
    label = models.CharField(
        _("czego dotyczy"), max_length=200, help_text=_("Na przykład „Wnioski na nowy rok szkolny”.")
    )
    first_day = models.CharField(
        _("od dnia"),
        max_length=5,
        blank=True,
        validators=[month_and_day],
        help_text=_("Miesiąc i dzień, na przykład 09-01. Puste: od razu."),
    )
    last_day = models.CharField(
        _("do dnia"),
        max_length=5,
        validators=[month_and_day],
        help_text=_("Na przykład 09-15. Wcześniejszy niż „od dnia” znaczy: w następnym roku."),
    )
    year = models.PositiveSmallIntegerField(
        _("tylko w roku"),
        null=True,
        blank=True,
        validators=[MinValueValidator(2000), MaxValueValidator(2100)],
        help_text=_("Puste: co roku."),
    )
    note = models.CharField(
        _("co po terminie"),
        max_length=300,
        blank=True,
        help_text=_("Na przykład „Potem pieniądze są od miesiąca wniosku”."),
    )

    class Meta:
        verbose_name = _("termin")
        verbose_name_plural = _("terminy")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(label=""), name="deadline_has_label"),
            models.CheckConstraint(condition=~models.Q(last_day=""), name="deadline_has_last_day"),
            models.CheckConstraint(
                condition=models.Q(year__isnull=True) | models.Q(year__range=(2000, 2100)), name="deadline_year"
            ),
        ]

    def __str__(self):
        return self.label

    def clean(self):
        for name in ("first_day", "last_day"):
            text = getattr(self, name)
            if text and not deadlines.exists(text):
                raise ValidationError({name: _("Nie ma takiego dnia. Wpisz miesiąc i dzień, na przykład 09-15.")})

    def window(self, today):
        """Return the `deadlines.Window` that counts on `today`."""
        return deadlines.window(self.first_day, self.last_day, today, self.year)
