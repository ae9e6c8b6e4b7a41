"""Columns for numbers that machines read and people write with dashes and spaces."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from languages import cleaning


class CodeField(models.CharField):
    """A number or an address for machines: kept in one way, however it was typed. `example` tells staff what to type."""

    tidied = staticmethod(cleaning.code)

    def formfield(self, **kwargs):
        """The field of a form, which takes it as long as people write it: the model shortens it first."""
        return super().formfield(**{**kwargs, "max_length": None})

    def to_python(self, value):
        value = super().to_python(value)
        return self.tidied(value) if value else value


class DigitsField(CodeField):
    """Digits alone: "882-14-66-962" becomes "8821466962"."""

    example = _("Spacje i kreski usuniemy.")
    tidied = staticmethod(cleaning.digits)


class PostalCodeField(CodeField):
    """A postal code: "05–200" and "05200" become "05-200"."""

    example = _("Na przykład 05-200. Kreskę dopiszemy sami.")
    tidied = staticmethod(cleaning.postal_code)
