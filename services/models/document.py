"""Document (dokument): a paper that several matters ask for, described once."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices.models import Checked
from services.models.download import Download
from services.models.service import Service


class Document(Translated, Download, Checked):
    """A paper to bring (dokument, załącznik, wniosek): what it is called and where to get it."""

    slug = models.SlugField(_("nazwa w adresach"), max_length=80, unique=True)
    name = models.CharField(_("nazwa"), max_length=200, help_text=_("Na przykład „Zaświadczenie od komornika”."))
    where_to_get = models.CharField(
        _("skąd go wziąć"), max_length=300, blank=True, help_text=_("Jedno zdanie: kto go wydaje i czy to kosztuje.")
    )

    class Meta:
        verbose_name = _("dokument")
        verbose_name_plural = _("dokumenty")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="document_has_name"),
            models.CheckConstraint(condition=models.Q(file="") | models.Q(url=""), name="document_file_or_url"),
        ]

    def __str__(self):
        return self.name


class RequiredDocument(Translated):
    """A document that a service asks for (wymagany dokument), with what is special about it there."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="required_documents", verbose_name=_("sprawa"))
    document = models.ForeignKey(Document, models.PROTECT, related_name="needed_for", verbose_name=_("dokument"))
    note = models.CharField(
        _("dopisek"), max_length=300, blank=True, help_text=_("Na przykład „jeśli dziecko ma ponad 18 lat”.")
    )

    class Meta:
        verbose_name = _("potrzebny dokument")
        verbose_name_plural = _("potrzebne dokumenty")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["service", "document"], name="document_once_per_service")]

    def __str__(self):
        return str(self.document)
