"""Download (plik do pobrania): a form that a person fills in, kept here or at somebody else's address."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from offices.models.dates import DayField
from offices.models.recording import AtMost

# What people can open on a phone and no browser runs as a page of ours.
EXTENSIONS = ["pdf", "docx", "doc", "odt", "rtf", "xlsx"]
LARGEST = 10 * 1024 * 1024  # Bytes: on a slow connection a larger form is no help.


class Download(models.Model):
    """What a form to download carries: a file here or an address elsewhere, its type, size and version."""

    file = models.FileField(
        _("plik"),
        upload_to="formularze/",
        blank=True,
        validators=[FileExtensionValidator(EXTENSIONS), AtMost(LARGEST)],
        help_text=_("PDF albo dokument, najwyżej 10 MB. Najlepiej taki, który da się wypełnić na komputerze."),
    )
    url = models.URLField(_("albo adres pliku"), blank=True, help_text=_("Gdy formularz leży na innej stronie."))
    file_type = models.CharField(
        _("rodzaj pliku"), max_length=10, blank=True, help_text=_("Na przykład „PDF”. Przy pliku wpisze się sam.")
    )
    file_size = models.PositiveIntegerField(
        _("rozmiar w bajtach"), null=True, blank=True, help_text=_("Przy pliku wpisze się sam.")
    )
    version_date = DayField(_("wersja z dnia"), ahead=366, null=True, blank=True)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self.file and not self.file._committed:
            self.file_type = PurePath(self.file.name).suffix[1:].upper()
            self.file_size = self.file.size
        super().save(*args, **kwargs)

    def clean(self):
        if self.file and self.url:
            raise ValidationError({"url": _("Podaj plik albo adres, nie oba.")})

    @property
    def address(self):
        """The address of the form; empty when there is none."""
        return self.file.url if self.file else self.url
