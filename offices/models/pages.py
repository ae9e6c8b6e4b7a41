"""Pages that the law asks of every office: the accessibility declaration and the statutory pages."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices.models.dates import DayField
from offices.models.office import Office
from offices.models.phone import PhoneNumberField


class AccessibilityDeclaration(Translated):
    """Deklaracja dostępności (act of 4 April 2019, Dz.U. 2023 poz. 1440, art. 10–12; technical conditions 2.0).

    The architectural part is not kept here: it is read from the buildings' own facts.
    """

    class Status(models.TextChoices):
        FULL = "full", _("w pełni zgodna")
        PARTIAL = "partial", _("częściowo zgodna")
        NONE = "none", _("niezgodna")

    office = models.OneToOneField(
        Office, models.CASCADE, related_name="accessibility_declaration", verbose_name=_("ośrodek")
    )
    site_published_on = DayField(_("data publikacji strony"), ahead=366)
    site_updated_on = DayField(_("data ostatniej istotnej aktualizacji"), ahead=0)
    status = models.CharField(_("stan zgodności"), max_length=10, choices=Status)
    inaccessible_content = models.TextField(
        _("niedostępne treści"),
        blank=True,
        help_text=_("Po jednej w wierszu: co, gdzie, jaki to ma skutek i co zamiast tego."),
    )
    assessment = models.TextField(_("podstawa oceny"), blank=True, help_text=_("Na przykład samoocena i jej dzień."))
    prepared_on = DayField(_("data sporządzenia deklaracji"), ahead=0)
    reviewed_on = DayField(
        _("data ostatniego przeglądu"),
        ahead=0,
        null=True,
        blank=True,
        help_text=_("Przegląd robi się co roku do 31 marca."),
    )
    contact_name = models.CharField(_("kto odpowiada za dostępność"), max_length=200, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = PhoneNumberField(_("telefon"), blank=True)
    communication = models.TextField(
        _("dostępność komunikacyjna"), blank=True, help_text=_("Musi mówić, czy jest tłumacz języka migowego online.")
    )
    is_adopted = models.BooleanField(
        _("przyjęta przez ośrodek"),
        default=False,
        help_text=_("Odznaczone: strona pokazuje ją jako projekt, który ośrodek jeszcze sprawdza."),
    )

    class Meta:
        verbose_name = _("deklaracja dostępności")
        verbose_name_plural = _("deklaracje dostępności")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reviewed_on__isnull=True) | models.Q(reviewed_on__gte=models.F("prepared_on")),
                name="declaration_reviewed_after_prepared",
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name}: {self.office}"

    def get_absolute_url(self):
        return reverse("offices:accessibility_declaration", args=[self.office.slug])

    def clean(self):
        if self.prepared_on and self.reviewed_on and self.reviewed_on < self.prepared_on:
            raise ValidationError({"reviewed_on": _("Przegląd nie może być przed sporządzeniem. Popraw daty.")})


class OfficePage(Translated):
    """A page whose subject the law names and whose words are the office's."""

    class Kind(models.TextChoices):
        """The value is the last part of the page's address."""

        PRIVACY = "prywatnosc", _("prywatność")
        PLAIN_LANGUAGE = "prosty-jezyk", _("prosty język")
        SIGN_LANGUAGE = "jezyk-migowy", _("język migowy")
        WHISTLEBLOWERS = "sygnalisci", _("sygnaliści")
        MINORS = "ochrona-maloletnich", _("ochrona małoletnich")

    office = models.ForeignKey(Office, models.CASCADE, related_name="pages", verbose_name=_("ośrodek"))
    kind = models.CharField(_("rodzaj"), max_length=30, choices=Kind)
    title = models.CharField(_("tytuł"), max_length=200)
    text = models.TextField(
        _("treść"),
        help_text=_("Pusty wiersz zaczyna akapit. Wiersz od „## ” to nagłówek, wiersze od „- ” to lista."),
    )
    is_published = models.BooleanField(_("opublikowana"), default=True)
    tested_on = DayField(
        _("sprawdzony z czytelnikami dnia"),
        ahead=0,
        null=True,
        blank=True,
        help_text=_(
            "Tylko przy prostym języku: dzień, w którym przeczytały go i oceniły osoby, dla których powstał. "
            "Wtedy strona nazwie go tekstem łatwym do czytania (ETR)."
        ),
    )

    class Meta:
        verbose_name = _("strona wymagana prawem")
        verbose_name_plural = _("strony wymagane prawem")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "kind"], name="office_page_once_per_kind"),
            models.CheckConstraint(condition=~models.Q(title=""), name="office_page_has_title"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("offices:page", args=[self.office.slug, self.kind])
