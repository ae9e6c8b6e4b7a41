"""HelpLine (linia pomocy): a nationwide or regional crisis number."""

import datetime as dt

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices import telephone
from offices.models.checked import Checked
from offices.models.numbers import PositionField
from offices.models.phone import DialledNumber

EXPIRES_AFTER = dt.timedelta(days=365)
FIRST_YEAR, LAST_YEAR = 1990, 2100


class HelpLine(Translated, DialledNumber, Checked):
    """A crisis number that does not belong to any office.

    A line that nobody has confirmed, or not for EXPIRES_AFTER, is doubtful: it stands after all sure ones, and is never
    said to answer. The core lines (112 and the like) never expire: somebody in danger is always shown them.
    """

    class Topic(models.TextChoices):
        EMERGENCY = "emergency", _("zagrożenie życia")
        VIOLENCE = "violence", _("przemoc w domu")
        CHILDREN = "children", _("dzieci i młodzież")
        CRISIS = "crisis", _("kryzys psychiczny")
        ADDICTION = "addiction", _("uzależnienia")
        CRIME = "crime", _("przestępstwo")
        NEWCOMERS = "newcomers", _("osoby z zagranicy")

    slug = models.SlugField(_("identyfikator"), max_length=60, unique=True)
    name = models.CharField(_("nazwa"), max_length=200)
    topic = models.CharField(_("temat"), max_length=15, choices=Topic)
    for_whom = models.CharField(_("dla kogo"), max_length=300)
    answers_always = models.BooleanField(
        _("odbiera całą dobę"),
        default=False,
        help_text=_("Przez całą dobę, także w święta. Jeśli nie, wpisz godziny poniżej."),
    )
    cost = models.CharField(_("koszt połączenia"), max_length=100, blank=True)
    languages = models.CharField(
        _("w jakich językach"),
        max_length=100,
        blank=True,
        help_text=_("Jeśli nie tylko po polsku. Dopisz, kiedy: „po ukraińsku w wybranych godzinach”."),
    )
    other_contact = models.CharField(
        _("inny kontakt"), max_length=200, blank=True, help_text=_("Na przykład czat: 116111.pl")
    )
    is_core = models.BooleanField(
        _("pokazuj na każdej stronie"),
        default=False,
        help_text=_("Tylko numer potwierdzony, który odbiera całą dobę. Stoi przed wszystkimi innymi."),
    )
    is_confirmed = models.BooleanField(
        _("potwierdzona"), default=True, help_text=_("Odznacz, jeśli numer albo godziny trzeba jeszcze sprawdzić.")
    )
    source_url = models.URLField(
        _("adres źródła"), blank=True, help_text=_("Strona, którą przeczytano. Najlepiej tego, kto prowadzi linię.")
    )
    source_year = models.PositiveSmallIntegerField(
        _("rok źródła"),
        null=True,
        blank=True,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
        help_text=_("Z którego roku jest źródło. Puste, jeśli nie ma na nim daty."),
    )
    position = PositionField(_("kolejność"), default=1)

    office = None  # Asked for by `Schedule.home_office`: a help line belongs to no office.

    class Meta:
        verbose_name = _("linia pomocy")
        verbose_name_plural = _("linie pomocy")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="help_line_has_name"),
            models.CheckConstraint(condition=~models.Q(number=""), name="help_line_has_number"),
            models.CheckConstraint(
                condition=models.Q(is_core=False) | models.Q(is_confirmed=True, answers_always=True),
                name="help_line_core_is_sure",
                violation_error_message=_(
                    "Na każdej stronie może stać tylko numer potwierdzony, który odbiera całą dobę."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(source_year=None) | models.Q(source_year__range=(FIRST_YEAR, LAST_YEAR)),
                name="help_line_source_year_is_a_year",
                violation_error_message=_("Rok źródła zapisz czterema cyframi, na przykład 2026."),
            ),
        ]

    @property
    def display(self):
        return telephone.display_line(self.number)

    def __str__(self):
        return f"{self.name}, {self.display}"

    def is_doubtful_on(self, today):
        """Tell whether the public is warned that this number or its hours may be wrong."""
        has_expired = self.checked_on is not None and self.checked_on < today - EXPIRES_AFTER
        return not self.is_core and (not self.is_confirmed or has_expired)

    def get_absolute_url(self):
        return f"{reverse('offices:help_now')}#{self.slug}"
