"""LifeSituation (sytuacja życiowa): what a person would say."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices.models import HelpLine, RemembersSlug
from offices.models.numbers import PositionField


class LifeSituation(Translated, RemembersSlug):
    """A sentence in which a person recognises their own case: "Nie mam za co żyć"."""

    title = models.CharField(
        _("jak powie to człowiek"), max_length=120, help_text=_("Na przykład „Nie mam za co żyć”.")
    )
    slug = models.SlugField(_("adres na stronie"), max_length=60, unique=True)
    intro = models.TextField(_("wstęp"), blank=True, help_text=_("Dwa, trzy zdania: co można zrobić najpierw."))
    search_words = models.TextField(
        _("słowa do wyszukiwania"),
        blank=True,
        help_text=_("Po jednym w wierszu: co człowiek wpisze, gdy to go spotka. Nie widać ich na stronie."),
    )
    icon = models.SlugField(_("ikona"), max_length=30, help_text=_("Nazwa rysunku z pliku static/icons.svg."))
    is_urgent = models.BooleanField(
        _("może być niebezpieczna"),
        default=False,
        help_text=_(
            "Numery alarmowe staną nad sprawami. Które słowa o tym mówią, jest w „Słowach o niebezpieczeństwie”."
        ),
    )
    help_topic = models.CharField(
        _("o czym jest drugi numer"),
        max_length=15,
        choices=HelpLine.Topic,
        blank=True,
        help_text=_(
            "Gdy sytuacja może być niebezpieczna: numer na ten temat stanie zaraz po 112, także w pasku z numerami."
        ),
    )
    shows_language_lines = models.BooleanField(
        _("telefony w innych językach"),
        default=False,
        help_text=_("Pokaż numery, pod którymi ktoś mówi w innych językach niż polski."),
    )
    position = PositionField(_("kolejność"), default=1)

    class Meta:
        verbose_name = _("sytuacja życiowa")
        verbose_name_plural = _("sytuacje życiowe")
        ordering = ["position", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(title=""), name="life_situation_has_title")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("services:situation", args=[self.slug])
