"""SheetRecording (sprawa w języku migowym): a sheet told in Polish Sign Language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from offices.models import Recording
from services.models.service import Service


class SheetRecording(Recording):
    """One matter in PJM, shared by every office as its sheet is."""

    service = models.OneToOneField(Service, models.CASCADE, related_name="recording", verbose_name=_("sprawa"))

    class Meta:
        verbose_name = _("sprawa w języku migowym")
        verbose_name_plural = _("sprawy w języku migowym")
        constraints = [
            models.CheckConstraint(condition=~models.Q(film=""), name="sheet_recording_has_film"),
            models.CheckConstraint(condition=~models.Q(captions=""), name="sheet_recording_has_captions"),
        ]

    def __str__(self):
        return f"{self.service}: {self._meta.verbose_name}"
