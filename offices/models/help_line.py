"""HelpLine (linia pomocy): a nationwide or regional crisis number."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from offices.models.checked import Checked
from offices.models.phone import DialledNumber
from offices.models.translated import Translated


class HelpLine(Translated, DialledNumber, Checked):
    """A crisis number that does not belong to any office."""

    class Topic(models.TextChoices):
        EMERGENCY = "emergency", _("zagrożenie życia")
        VIOLENCE = "violence", _("przemoc w domu")
        CHILDREN = "children", _("dzieci i młodzież")
        CRISIS = "crisis", _("kryzys psychiczny")
        ADDICTION = "addiction", _("uzależnienia")
        CRIME = "crime", _("przestępstwo")

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
        _("w jakich językach"), max_length=100, blank=True, help_text=_("Jeśli nie tylko po polsku.")
    )
    other_contact = models.CharField(
        _("inny kontakt"), max_length=200, blank=True, help_text=_("Na przykład czat: 116111.pl")
    )
    is_core = models.BooleanField(_("pokazuj na każdej stronie"), default=False)
    is_confirmed = models.BooleanField(
        _("potwierdzona"), default=True, help_text=_("Odznacz, jeśli numer albo godziny trzeba jeszcze sprawdzić.")
    )
    position = models.PositiveSmallIntegerField(_("kolejność"), default=1)

    office = None  # Asked for by `Schedule.home_office`: a help line belongs to no office.

    class Meta:
        verbose_name = _("linia pomocy")
        verbose_name_plural = _("linie pomocy")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="help_line_has_name"),
            models.CheckConstraint(condition=~models.Q(number=""), name="help_line_has_number"),
        ]

    def __str__(self):
        return f"{self.name}, {self.display}"

    def get_absolute_url(self):
        return f"{reverse('offices:help_now')}#{self.slug}"
