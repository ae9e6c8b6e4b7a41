"""Guide (krok po kroku): the steps of a situation that spans several matters and desks, in their order."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices.models import Checked, RemembersSlug
from offices.models.numbers import PositionField
from services.models.service import Service
from services.models.situation import LifeSituation


class Guide(Translated, RemembersSlug, Checked):
    """A way through several matters: "A child is born", "There is no money for the rent"."""

    title = models.CharField(_("tytuł"), max_length=120, help_text=_("Na przykład „Urodziło się dziecko”."))
    slug = models.SlugField(_("adres na stronie"), max_length=60, unique=True)
    summary = models.CharField(_("jedno zdanie"), max_length=300, help_text=_("Dla kogo to jest i co da."))
    situation = models.ForeignKey(
        LifeSituation, models.PROTECT, related_name="guides", verbose_name=_("sytuacja życiowa")
    )
    position = PositionField(_("kolejność"), default=1)

    class Meta:
        verbose_name = _("przewodnik krok po kroku")
        verbose_name_plural = _("przewodniki krok po kroku")
        ordering = ["position", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(title=""), name="guide_has_title")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("services:guide", args=[self.slug])


class GuideStep(Translated):
    """One step of a guide, with the matters that it leads to."""

    guide = models.ForeignKey(Guide, models.CASCADE, related_name="steps", verbose_name=_("przewodnik"))
    position = PositionField(_("kolejność"), default=1)
    title = models.CharField(_("co zrobić"), max_length=160, help_text=_("Zacznij od czasownika: „Zgłoś…”."))
    when = models.CharField(
        _("kiedy"), max_length=120, blank=True, help_text=_("Na przykład „w ciągu 21 dni od urodzenia”.")
    )
    text = models.TextField(_("jak to zrobić"), blank=True, help_text=_("Dwa, trzy krótkie zdania."))
    elsewhere = models.CharField(
        _("gdzie, gdy nie w ośrodku"), max_length=200, blank=True, help_text=_("Na przykład „urząd stanu cywilnego”.")
    )
    services = models.ManyToManyField(
        Service, related_name="guide_steps", verbose_name=_("sprawy w tym kroku"), blank=True
    )

    class Meta:
        verbose_name = _("krok")
        verbose_name_plural = _("kroki")
        ordering = ["position", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(title=""), name="guide_step_has_title")]

    def __str__(self):
        return self.title
