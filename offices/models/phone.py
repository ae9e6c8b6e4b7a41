"""Phone (telefon): a number with its purpose in words."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices import telephone
from offices.models.checked import Checked
from offices.models.codes import DigitsField
from offices.models.numbers import PositionField
from offices.models.places import AtPlace, exactly_one


class PhoneNumberField(models.CharField):
    """A number kept as national digits, however it was typed: "(52) 387-87-02" becomes "523878702".

    An extension typed behind it stays in the text: `Phone` puts it into its own field, others refuse it.
    """

    example = _("Możesz wpisać odstępy, „tel.” i +48: zapiszemy same cyfry.")

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 20)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        """The field of a form, which takes a number as long as people write it: the model shortens it first."""
        return super().formfield(**{**kwargs, "max_length": None})

    def to_python(self, value):
        value = super().to_python(value)
        if not value:
            return value
        number, extension = telephone.split(value)
        try:
            digits = telephone.parse(number)
        except telephone.SeveralNumbers as error:
            raise ValidationError(
                _("„%(number)s” to więcej niż jeden numer. Wpisz tu jeden, a następny dodaj osobno."),
                code="several_numbers",
                params={"number": value},
            ) from error
        except telephone.BadNumber as error:
            raise ValidationError(
                _("„%(number)s” nie jest polskim numerem telefonu. Wpisz na przykład 52 387 87 02 albo 112."),
                code="bad_number",
                params={"number": value},
            ) from error
        return f"{digits} wew. {extension}" if extension else digits

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if value and telephone.split(value)[1]:
            raise ValidationError(
                _("Numer wewnętrzny nie ma tu miejsca. Wpisz sam numer, na przykład 52 387 87 02."), code="extension"
            )


class DialledNumber(models.Model):
    """What every number offers to a page: how it reads and how it is dialled."""

    number = PhoneNumberField(_("numer"), help_text=_("Na przykład 52 387 87 02. Numer wewnętrzny ma osobne pole."))

    class Meta:
        abstract = True

    extension = ""

    @property
    def display(self):
        return telephone.display(self.number)

    @property
    def uri(self):
        return telephone.uri(self.number, self.extension)


SAME_NUMBER = _("Ten numer już tu jest. Zostaw jeden albo przy każdym napisz, w jakiej innej sprawie dzwonić.")


class Phone(Translated, DialledNumber, AtPlace, Checked):
    """A telephone of an office, a building or a section."""

    extension = DigitsField(
        _("numer wewnętrzny"),
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^[0-9]+$", _("Wpisz same cyfry."))],
    )
    purpose = models.CharField(
        _("w jakiej sprawie dzwonić"), max_length=200, blank=True, help_text=_("Na przykład „Świadczenia rodzinne”.")
    )
    position = PositionField(_("kolejność"), default=1)

    class Meta:
        verbose_name = _("telefon")
        verbose_name_plural = _("telefony")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=exactly_one(*AtPlace.PLACES), name="phone_at_one_place"),
            models.CheckConstraint(condition=~models.Q(number=""), name="phone_has_number"),
            *(
                # By expressions: a constraint on `purpose` would be repeated for each of its languages.
                models.UniqueConstraint(
                    place,
                    "number",
                    "extension",
                    Coalesce("purpose_pl", models.Value("")),
                    name=f"phone_once_per_{place}_and_purpose",
                )
                for place in AtPlace.PLACES
            ),
        ]
        indexes = [models.Index(fields=["number"], name="phone_by_number")]

    def __str__(self):
        return f"{self.display} wew. {self.extension}" if self.extension else self.display

    def get_absolute_url(self):
        return self.place.get_absolute_url()

    def clean_fields(self, exclude=None):
        """Put an extension typed behind the number ("22 776 50 23 wew. 12") into the field for it."""
        number, extension = telephone.split(self.number or "")
        if extension and self.extension in ("", extension):
            self.number, self.extension = number, extension
        super().clean_fields(exclude)

    def clean(self):
        super().clean()
        place = self.place
        others = place.phones.exclude(pk=self.pk) if place and place.pk else ()
        if any(self.is_same_as(other) for other in others):
            raise ValidationError({"number": SAME_NUMBER})

    def is_same_as(self, other):
        """Tell whether both are one number for a reader, because they are not said to be for different matters."""
        purposes = {(one.purpose or "").strip().casefold() for one in (self, other)}
        same = (self.number, self.extension) == (other.number, other.extension)
        return same and (len(purposes) == 1 or "" in purposes)
