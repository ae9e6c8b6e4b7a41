"""Deadline (termin): when applications are taken, every year, once, or counted from an event; and what being late costs."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices.models import Checked
from offices.models.dates import MonthDayField
from services import deadlines
from services.models.service import Service


class Deadline(Translated, Checked):
    """The days on which an application is taken (termin składania wniosków), or the time that runs from an event.

    A deadline has either a last day in the calendar or a period in words, since only the person knows when a child was
    born or a certificate issued.
    """

    service = models.ForeignKey(Service, models.CASCADE, related_name="deadlines", verbose_name=_("sprawa"))
    label = models.CharField(
        _("czego dotyczy"), max_length=200, help_text=_("Na przykład „Wnioski na nowy rok szkolny”.")
    )
    first_day = MonthDayField(
        _("od dnia"),
        blank=True,
        help_text=_("Miesiąc i dzień, na przykład 09-01. Puste: od razu."),
    )
    last_day = MonthDayField(
        _("do dnia"),
        blank=True,
        help_text=_("Na przykład 09-15. Wcześniejszy niż „od dnia” znaczy: w następnym roku."),
    )
    period = models.CharField(
        _("albo ile czasu od zdarzenia"),
        max_length=120,
        blank=True,
        help_text=_("Zamiast dni w kalendarzu, na przykład „3 miesiące od urodzenia dziecka”."),
    )
    year = models.PositiveSmallIntegerField(
        _("tylko w roku"),
        null=True,
        blank=True,
        validators=[MinValueValidator(2000), MaxValueValidator(2100)],
        help_text=_("Puste: co roku."),
    )
    loss = models.CharField(
        _("co stracisz, jeśli się spóźnisz"),
        max_length=300,
        blank=True,
        help_text=_(
            "Dokończ zdanie „Jeśli się spóźnisz, …”, na przykład „przepadają pieniądze za miesiące przed wnioskiem”."
        ),
    )
    note = models.CharField(
        _("co jeszcze o terminie"),
        max_length=300,
        blank=True,
        help_text=_("Na przykład „Na papierze od 1 sierpnia”. Czego nie wolno przegapić, wpisz wyżej."),
    )

    class Meta:
        verbose_name = _("termin")
        verbose_name_plural = _("terminy")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(label=""), name="deadline_has_label"),
            models.CheckConstraint(
                condition=(models.Q(period="") & ~models.Q(last_day=""))
                | (~models.Q(period="") & models.Q(first_day="", last_day="", year__isnull=True)),
                name="deadline_days_or_period",
            ),
            models.CheckConstraint(
                condition=models.Q(year__isnull=True) | models.Q(year__range=(2000, 2100)), name="deadline_year"
            ),
        ]

    def __str__(self):
        return self.label

    def clean(self):
        if not self.last_day and not self.period_pl:
            raise ValidationError({"last_day": _("Wpisz ostatni dzień albo ile czasu jest od zdarzenia.")})
        if self.period_pl and (self.first_day or self.last_day or self.year):
            raise ValidationError({"period_pl": _("Zostaw jedno: dni w kalendarzu albo czas od zdarzenia.")})

    def window(self, today):
        """Return the `deadlines.Window` that counts on `today`; None when the time runs from an event."""
        if not self.last_day:
            return None
        return deadlines.window(self.first_day, self.last_day, today, self.year)
