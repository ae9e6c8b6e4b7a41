"""Offering (sprawa w ośrodku): one office's answer for one service."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from languages.json_field import JSONField
from languages.translated import Translated
from offices.models import Building, Checked, Office, Phone, PhoneNumberField, Schedule, Section
from offices.models.dates import DayField
from services.models.download import Download
from services.models.service import LINES, Handling, Origin, Service


class Offering(Translated, Checked):
    """Where and how one office handles a service, or that it does not."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="offerings", verbose_name=_("ośrodek"))
    service = models.ForeignKey(Service, models.CASCADE, related_name="offerings", verbose_name=_("sprawa"))
    state = models.CharField(_("stan"), max_length=12, choices=Handling, default=Handling.HERE)
    origin = models.CharField(_("skąd ta informacja"), max_length=10, choices=Origin, default=Origin.OFFICE)
    section = models.ForeignKey(
        Section,
        models.SET_NULL,
        related_name="offerings",
        verbose_name=_("komórka"),
        null=True,
        blank=True,
        help_text=_("Kto w ośrodku to załatwia."),
    )
    building = models.ForeignKey(
        Building,
        models.SET_NULL,
        related_name="offerings",
        verbose_name=_("budynek"),
        null=True,
        blank=True,
        help_text=_("Tylko gdy nie wybrano komórki."),
    )
    purpose = models.CharField(
        _("czyje godziny"),
        max_length=10,
        choices=Schedule.Purpose,
        default=Schedule.Purpose.RECEPTION,
        help_text=_("Na przykład „dyrektor” przy sprawie, z którą idzie się do dyrektora. Nie wiesz: „przyjęcia”."),
    )
    note = models.TextField(
        _("dopisek ośrodka"), blank=True, help_text=_("Co w tym ośrodku jest inaczej niż wszędzie.")
    )
    own_documents = models.TextField(_("dodatkowe dokumenty"), blank=True, help_text=LINES)
    phones = models.ManyToManyField(
        Phone,
        related_name="offerings",
        verbose_name=_("telefony w tej sprawie"),
        blank=True,
        help_text=_("Puste: telefony komórki, a gdy ich nie ma, budynku albo ośrodka."),
    )
    # Who handles it in this municipality, when the office does not: the same names as on Service, which says it for all.
    handled_by = models.CharField(
        _("kto to u Was załatwia"),
        max_length=200,
        blank=True,
        help_text=_(
            "Gdy nie Wasz ośrodek, na przykład „Łódzkie Centrum Świadczeń Socjalnych”. Puste: jak we wspólnym opisie."
        ),
    )
    handled_how = models.TextField(_("jak do nich trafić"), blank=True, help_text=_("Adres, dni i godziny."))
    handled_url = models.URLField(_("ich adres w internecie"), blank=True)
    handled_phone = PhoneNumberField(_("ich telefon"), blank=True)
    review_on = DayField(_("sprawdzić ponownie do"), ahead=5 * 366, null=True, blank=True)
    # The shared sheet as the office last read it (see services/shared_sheet.py); None while it added nothing.
    sheet_seen = JSONField(_("wspólny opis, gdy go czytano"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("sprawa w ośrodku")
        verbose_name_plural = _("sprawy w ośrodku")
        ordering = ["service__position", "service_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "service"],
                name="offering_once_per_office_and_service",
                violation_error_message=_(
                    "Ten ośrodek ma już tę sprawę. Znajdź ją na liście „Sprawy w ośrodku” i tam ją zmień."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(section__isnull=True) | models.Q(building__isnull=True), name="offering_at_one_place"
            ),
            models.CheckConstraint(
                condition=models.Q(state=Handling.ELSEWHERE) | models.Q(handled_by=""),
                name="offering_handled_by_others_only_elsewhere",
            ),
        ]

    def __str__(self):
        return f"{self.service} ({self.office})"

    def get_absolute_url(self):
        return reverse("services:offering", args=[self.office.slug, self.service.slug])

    @property
    def at(self):
        """The building to come to: the section's, or the one named here; None when neither is."""
        return self.section.building if self.section else self.building

    @property
    def at_id(self):
        return self.section.building_id if self.section else self.building_id

    @property
    def handler(self):
        """The record whose `handled_…` fields say who handles it elsewhere: this one, or the shared sheet."""
        return self if self.handled_by else self.service

    @property
    def is_taken_over(self):
        """Tell whether the office does itself what others do elsewhere, as in a city with powiat rights."""
        return self.state == Handling.HERE and self.service.handling == Handling.ELSEWHERE

    @property
    def is_added(self):
        """Tell whether we, and not the office, say that it handles the matter."""
        return self.origin == Origin.ADDED

    @property
    def is_handed_over(self):
        """Tell whether others do here what an office usually does, so that the steps of the shared sheet mislead."""
        return self.state == Handling.ELSEWHERE and self.service.handling != Handling.ELSEWHERE

    def clean(self):
        self._check_handler()
        if self.section_id and self.building_id:
            raise ValidationError({"building": _("Wybierz komórkę albo budynek, nie oba.")})
        for name in ("section", "building"):
            place = getattr(self, name)
            if place and place.office_id != self.office_id:
                raise ValidationError(
                    {name: _("To miejsce należy do innego ośrodka. Wybierz miejsce swojego ośrodka.")}
                )
        if self.service_id and self.service.owner_id not in (None, self.office_id):
            raise ValidationError({"service": _("To własna sprawa innego ośrodka.")})

    def _check_handler(self):
        if self.state != Handling.ELSEWHERE and self.handled_by:
            raise ValidationError(
                {
                    "handled_by": _(
                        "Skoro załatwia to kto inny, wybierz taki stan. Jeśli załatwia to ośrodek, usuń tę nazwę."
                    )
                }
            )
        if self.state == Handling.ELSEWHERE and self.service_id and not self.handler.handled_by:
            raise ValidationError({"handled_by": _("Napisz, kto to załatwia, na przykład „urząd gminy”.")})


class Form(Translated, Download):
    """A form of one office's own to fill in for an offering (wniosek, druk)."""

    offering = models.ForeignKey(Offering, models.CASCADE, related_name="forms", verbose_name=_("sprawa w ośrodku"))
    title = models.CharField(_("nazwa formularza"), max_length=200)

    class Meta:
        verbose_name = _("formularz")
        verbose_name_plural = _("formularze")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="form_has_title"),
            models.CheckConstraint(
                condition=models.Q(file="", url__gt="") | models.Q(file__gt="", url=""), name="form_file_or_url"
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if not self.file and not self.url:
            raise ValidationError({"file": _("Dodaj plik albo podaj jego adres.")})
