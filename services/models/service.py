"""Service (sprawa): the sheet that the law makes the same in every office."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices.models import Checked, Office, PhoneNumberField, RemembersSlug
from offices.models.dates import DayField
from offices.models.numbers import PositionField
from services.models.situation import LifeSituation


class Handling(models.TextChoices):
    """What holds today for a matter, in the country or at one office."""

    HERE = "here", _("załatwisz tutaj")
    ELSEWHERE = "elsewhere", _("załatwia to kto inny")
    CONTINUING = "continuing", _("tylko dla osób, które już to mają")
    SUSPENDED = "suspended", _("zawieszone")
    CLOSED = "closed", _("wniosków już się nie przyjmuje")
    UNCONFIRMED = "unconfirmed", _("do potwierdzenia w ośrodku")


class Origin(models.TextChoices):
    """Whether the office itself says it, or we added it with its legal source."""

    OFFICE = "office", _("z opisu ośrodka")
    ADDED = "added", _("dodane na podstawie przepisów")


class Filing(models.TextChoices):
    """How a matter begins."""

    APPLICATION = "application", _("trzeba złożyć wniosek")
    TALK = "talk", _("wystarczy przyjść albo zadzwonić")
    ONLINE = "online", _("wniosek tylko przez internet")


LINES = _("Każda pozycja w nowym wierszu.")


class Service(Translated, RemembersSlug, Checked):
    """One matter: written and translated once, shared by every office."""

    slug_scope = "owner_id"

    slug = models.SlugField(_("adres na stronie"), max_length=80, unique=True)
    name = models.CharField(_("nazwa urzędowa"), max_length=200)
    popular_names = models.TextField(
        _("potoczne i dawne nazwy"),
        blank=True,
        help_text=_("Po jednej w wierszu, na przykład „500+”. Ludzie je zobaczą."),
    )
    search_words = models.TextField(
        _("słowa do wyszukiwania"),
        blank=True,
        help_text=_("Po jednym w wierszu. Nie widać ich na stronie, na przykład „mąż mnie bije”."),
    )
    summary = models.CharField(_("jedno zdanie"), max_length=300, help_text=_("Co to jest, prostymi słowami."))
    plain_text = models.TextField(
        _("krótko, prostymi słowami"),
        blank=True,
        help_text=_("Od trzech do sześciu krótkich zdań, każde w nowym wierszu. Bez trudnych słów."),
    )
    for_whom = models.TextField(
        _("dla kogo"), blank=True, help_text=_("Wystarczy jedno z tych. Każda pozycja w nowym wierszu.")
    )
    conditions = models.TextField(
        _("warunki"), blank=True, help_text=_("Wszystkie muszą być spełnione. Każdy w nowym wierszu.")
    )
    to_bring = models.TextField(
        _("co jeszcze o dokumentach"),
        blank=True,
        help_text=_(
            "Czego nie ma na liście dokumentów, na przykład „Nie potrzebujesz żadnych dokumentów”. "
            "Każda pozycja w nowym wierszu."
        ),
    )
    filing = models.CharField(_("jak zacząć"), max_length=12, choices=Filing, default=Filing.APPLICATION)
    online_name = models.CharField(
        _("przez internet"), max_length=200, blank=True, help_text=_("Gdzie, na przykład „portal Emp@tia”.")
    )
    online_url = models.URLField(_("adres tej usługi"), blank=True)
    steps = models.TextField(_("co zrobić"), blank=True, help_text=_("Kroki po kolei. Każdy krok w nowym wierszu."))
    steps_here = models.TextField(
        _("co zrobić, gdy załatwia to ośrodek"),
        blank=True,
        help_text=_(
            "Gdy w kraju załatwia to kto inny, a w mieście na prawach powiatu ośrodek. Każdy krok w nowym wierszu."
        ),
    )
    cost = models.TextField(_("ile kosztuje"), blank=True)
    waiting_time = models.TextField(_("ile się czeka"), blank=True)
    appeal = models.TextField(_("jak się odwołać"), blank=True)
    handling = models.CharField(_("co obowiązuje w kraju"), max_length=12, choices=Handling, default=Handling.HERE)
    handled_by = models.CharField(
        _("kto to załatwia"), max_length=200, blank=True, help_text=_("Gdy nie ośrodek, na przykład „ZUS”.")
    )
    handled_how = models.TextField(_("jak do nich trafić"), blank=True)
    handled_url = models.URLField(_("adres w internecie"), blank=True)
    handled_phone = PhoneNumberField(_("telefon"), blank=True)
    handling_since = DayField(_("od kiedy"), null=True, blank=True)
    handling_note = models.TextField(
        _("co się zmieniło"), blank=True, help_text=_("Co obowiązuje dziś, od kiedy i na mocy jakiej ustawy.")
    )
    owner = models.ForeignKey(
        Office,
        models.CASCADE,
        related_name="own_services",
        verbose_name=_("własna sprawa ośrodka"),
        null=True,
        blank=True,
        help_text=_("Puste: sprawa wspólna dla wszystkich ośrodków."),
    )
    situations = models.ManyToManyField(
        LifeSituation, related_name="services", verbose_name=_("sytuacje życiowe"), blank=True
    )
    position = PositionField(_("kolejność"), default=100)

    class Meta:
        verbose_name = _("sprawa")
        verbose_name_plural = _("sprawy")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="service_has_name"),
            models.CheckConstraint(
                condition=~models.Q(handling="elsewhere") | ~models.Q(handled_by=""),
                name="service_elsewhere_says_where",
            ),
            models.CheckConstraint(
                condition=models.Q(online_url="") | ~models.Q(online_name=""), name="service_online_has_name"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        if self.owner_id:  # It has no shared sheet: it stands at its office alone.
            return reverse("services:offering", args=[self.owner.slug, self.slug])
        return reverse("services:service", args=[self.slug])

    def clean(self):
        if self.handling == Handling.ELSEWHERE and not self.handled_by:
            raise ValidationError({"handled_by": _("Napisz, kto to załatwia, na przykład „ZUS”.")})
        if self.online_url and not self.online_name:
            raise ValidationError({"online_name": _("Napisz, jak nazywa się ta usługa, na przykład „portal Emp@tia”.")})


class LegalBasis(models.Model):
    """An act on which a service rests (podstawa prawna). Titles of acts stay in Polish."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="legal_bases", verbose_name=_("sprawa"))
    act = models.CharField(_("akt prawny"), max_length=300)
    provision = models.CharField(_("przepis"), max_length=100, blank=True, help_text=_("Na przykład „art. 37–41”."))
    url = models.URLField(_("adres aktu"), blank=True)

    class Meta:
        verbose_name = _("podstawa prawna")
        verbose_name_plural = _("podstawy prawne")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(act=""), name="legal_basis_has_act")]

    def __str__(self):
        return f"{self.act}, {self.provision}" if self.provision else self.act


class Amount(Translated, Checked):
    """An amount or a threshold in złoty (kwota, próg), true in its period of validity alone."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="amounts", verbose_name=_("sprawa"))
    label = models.CharField(
        _("co to za kwota"), max_length=200, help_text=_("Na przykład „Dochód osoby samotnej, najwyżej”.")
    )
    value = models.DecimalField(
        _("kwota w złotych"), max_digits=10, decimal_places=2, validators=[MinValueValidator(0)]
    )
    per = models.CharField(
        _("za co"), max_length=60, blank=True, help_text=_("Na przykład „miesięcznie” albo „jednorazowo”.")
    )
    valid_from = DayField(_("obowiązuje od"), null=True, blank=True)
    valid_until = DayField(_("obowiązuje do"), null=True, blank=True)
    is_confirmed = models.BooleanField(_("potwierdzona"), default=True)

    class Meta:
        verbose_name = _("kwota")
        verbose_name_plural = _("kwoty")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(label=""), name="amount_has_label"),
            models.CheckConstraint(condition=models.Q(value__gte=0), name="amount_not_negative"),
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="amount_dates_in_order",
            ),
        ]

    def __str__(self):
        return f"{self.label}: {self.value} zł"

    def is_current(self, day):
        """Tell whether the amount is known to hold on `day`."""
        started = self.valid_from is None or self.valid_from <= day
        return self.is_confirmed and started and (self.valid_until is None or day <= self.valid_until)

    def clean(self):
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("Ostatni dzień jest przed pierwszym. Zamień je.")})
