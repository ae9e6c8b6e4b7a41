"""Building (budynek) and Section (komórka): where a person goes."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices.models.checked import Checked
from offices.models.codes import PostalCodeField
from offices.models.former_slug import RemembersSlug
from offices.models.numbers import PositionField
from offices.models.office import Office


class Building(Translated, RemembersSlug, Checked):
    """A building where an office receives people."""

    slug_scope = "office_id"

    office = models.ForeignKey(Office, models.CASCADE, related_name="buildings", verbose_name=_("ośrodek"))
    name = models.CharField(
        _("nazwa budynku"), max_length=200, help_text=_("Na przykład „Budynek główny” albo „Dom Dobrych Praktyk”.")
    )
    slug = models.SlugField(_("adres na stronie"), max_length=60)
    purpose = models.CharField(
        _("po co tu przyjść"),
        max_length=300,
        blank=True,
        help_text=_("Jedno zdanie: jakie sprawy załatwia się w tym budynku."),
    )
    street = models.CharField(_("ulica i numer"), max_length=200)
    postal_code = PostalCodeField(
        _("kod pocztowy"),
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{2}-[0-9]{3}$", _("Kod pocztowy wygląda tak: 05-200."))],
    )
    town = models.CharField(_("miejscowość"), max_length=100)
    way_in = models.TextField(
        _("jak wejść"), blank=True, help_text=_("Które drzwi, czy jest domofon, gdzie jest winda, kto pomoże.")
    )
    is_confidential = models.BooleanField(
        _("adres poufny"),
        default=False,
        help_text=_("Zaznacz dla schronień. Strona nie pokaże wtedy adresu ani drogi, tylko telefon."),
    )
    position = PositionField(_("kolejność"), default=1)

    class Meta:
        verbose_name = _("budynek")
        verbose_name_plural = _("budynki")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "slug"], name="building_slug_unique_in_office"),
            models.CheckConstraint(condition=~models.Q(name=""), name="building_has_name"),
        ]

    def __str__(self):
        return self.name if self.is_confidential else f"{self.name}, {self.street}"

    def get_absolute_url(self):
        return reverse("offices:building", args=[self.office.slug, self.slug])


class AccessibilityFact(Translated, Checked):
    """One fact about getting into and around a building. No record means that it is not known.

    The list follows what a Polish accessibility declaration must say of each location
    (warunki techniczne 2.0 of 31 July 2024, "Dostępność architektoniczna").
    """

    class Feature(models.TextChoices):
        STEP_FREE_ENTRANCE = "step-free-entrance", _("Wejście bez schodów")
        LIFT = "lift", _("Winda")
        WIDE_CORRIDORS = "wide-corridors", _("Korytarze dostępne dla wózka")
        ACCESSIBLE_TOILET = "accessible-toilet", _("Dostępna toaleta")
        PARKING = "parking", _("Miejsce parkingowe dla osoby z niepełnosprawnością")
        INDUCTION_LOOP = "induction-loop", _("Pętla indukcyjna")
        TACTILE_SIGNS = "tactile-signs", _("Oznaczenia dotykowe lub głosowe")
        ASSISTANCE_DOG = "assistance-dog", _("Wejście z psem asystującym")
        SIGN_LANGUAGE = "sign-language", _("Tłumacz języka migowego")

    class Answer(models.TextChoices):
        YES = "yes", _("tak")
        NO = "no", _("nie")
        UNKNOWN = "unknown", _("nie wiadomo")

    building = models.ForeignKey(
        Building, models.CASCADE, related_name="accessibility_facts", verbose_name=_("budynek")
    )
    feature = models.CharField(_("udogodnienie"), max_length=30, choices=Feature)
    answer = models.CharField(_("odpowiedź"), max_length=10, choices=Answer, default=Answer.UNKNOWN)
    note = models.CharField(
        _("objaśnienie"),
        max_length=300,
        blank=True,
        help_text=_("Na przykład „podjazd od strony podwórza, dzwonek przy drzwiach”."),
    )

    class Meta:
        verbose_name = _("dostępność budynku")
        verbose_name_plural = _("dostępność budynku")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["building", "feature"], name="accessibility_feature_once_per_building"),
        ]

    def __str__(self):
        return f"{self.get_feature_display()}: {self.get_answer_display()}"


class Section(Translated, Checked):
    """A part of an office that receives people: komórka, punkt, klub, warsztat."""

    class Kind(models.TextChoices):
        DESK = "desk", _("komórka")
        ADVICE_POINT = "advice-point", _("punkt")
        CLUB = "club", _("klub")
        WORKSHOP = "workshop", _("warsztat")
        FLATS = "flats", _("mieszkania")
        TEAM = "team", _("zespół")

    office = models.ForeignKey(Office, models.CASCADE, related_name="sections", verbose_name=_("ośrodek"))
    building = models.ForeignKey(
        Building,
        models.SET_NULL,
        related_name="sections",
        verbose_name=_("budynek"),
        null=True,
        blank=True,
        help_text=_("Zostaw puste, jeśli ta część ośrodka nie ma swojego miejsca."),
    )
    name = models.CharField(_("nazwa"), max_length=200)
    slug = models.SlugField(_("adres na stronie"), max_length=60)
    kind = models.CharField(_("rodzaj"), max_length=15, choices=Kind, default=Kind.DESK)
    purpose = models.TextField(_("w jakiej sprawie tu przyjść"), blank=True)
    floor = models.CharField(_("piętro"), max_length=60, blank=True)
    room = models.CharField(_("pokój"), max_length=60, blank=True)
    ask_for = models.CharField(
        _("o kogo pytać"), max_length=200, blank=True, help_text=_("Na przykład „pracownik socjalny”.")
    )
    position = PositionField(_("kolejność"), default=1)

    class Meta:
        verbose_name = _("komórka")
        verbose_name_plural = _("komórki")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "slug"], name="section_slug_unique_in_office"),
            models.CheckConstraint(condition=~models.Q(name=""), name="section_has_name"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        place = self.building or self.office
        return f"{place.get_absolute_url()}#{self.slug}"

    def clean(self):
        if self.building_id and self.office_id and self.building.office_id != self.office_id:
            raise ValidationError(
                {"building": _("Ten budynek należy do innego ośrodka. Wybierz budynek swojego ośrodka.")}
            )


def exactly_one(*names):
    """Return the condition that just one of these foreign keys is set."""
    condition = models.Q()
    for name in names:
        others = {f"{other}__isnull": True for other in names if other != name}
        condition |= models.Q(**{f"{name}__isnull": False}, **others)
    return condition


class AtPlace(models.Model):
    """A record that belongs to just one place: a whole office, one building or one section."""

    PLACES = ("office", "building", "section")

    office = models.ForeignKey(
        Office, models.CASCADE, related_name="%(class)ss", verbose_name=_("ośrodek"), null=True, blank=True
    )
    building = models.ForeignKey(
        Building, models.CASCADE, related_name="%(class)ss", verbose_name=_("budynek"), null=True, blank=True
    )
    section = models.ForeignKey(
        Section, models.CASCADE, related_name="%(class)ss", verbose_name=_("komórka"), null=True, blank=True
    )

    class Meta:
        abstract = True

    @property
    def place(self):
        """Return the one place that this record belongs to, or None while it is being made."""
        for name in self.PLACES:
            if getattr(self, f"{name}_id"):
                return getattr(self, name)
        return None

    @property
    def home_office(self):
        """Return the office that this record belongs to, directly or through its place; None if to none."""
        place = self.place
        if isinstance(place, AtPlace):
            return place.home_office
        return getattr(place, "office", place)

    def clean(self):
        super().clean()
        chosen = [name for name in self.PLACES if getattr(self, f"{name}_id")]
        if len(chosen) > 1:
            raise ValidationError(_("Wybierz jedno miejsce: ośrodek, budynek albo komórkę, nie kilka naraz."))
