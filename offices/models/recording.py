"""Recording (nagranie w języku migowym): a film in Polish Sign Language with what others need to follow it."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.template.defaultfilters import filesizeformat
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices.models.checked import Checked
from offices.models.office import Office

LARGEST_FILM = 200 * 1024 * 1024  # Bytes: some ten minutes for a phone.
LARGEST_PICTURE = 300 * 1024
LARGEST_CAPTIONS = 500 * 1024  # A film of hours.
FILM_TYPES = {"mp4": "video/mp4", "webm": "video/webm"}


@deconstructible
class AtMost:
    """A validator: the file has at most so many bytes."""

    def __init__(self, size):
        self.size = size

    def __call__(self, file):
        """Raise ValidationError for a file that is larger, and for one that has gone from the disk."""
        try:
            size = file.size
        except FileNotFoundError as error:
            raise ValidationError(_("Tego pliku nie ma już na serwerze. Dodaj go jeszcze raz.")) from error
        if size > self.size:
            raise ValidationError(
                _("Plik ma %(size)s. Największy dozwolony ma %(largest)s. Zmniejsz go i spróbuj jeszcze raz."),
                params={"size": filesizeformat(size), "largest": filesizeformat(self.size)},
            )

    def __eq__(self, other):
        return isinstance(other, AtMost) and self.size == other.size

    def __hash__(self):
        return hash(self.size)


class Recording(Translated, Checked):
    """A film in PJM, served from the site itself: with a still, captions and a transcript (WCAG 1.2.1–1.2.3)."""

    film = models.FileField(
        _("film"),
        upload_to="pjm/",
        validators=[FileExtensionValidator(FILM_TYPES), AtMost(LARGEST_FILM)],
        help_text=_("MP4 albo WebM, najwyżej 200 MB."),
    )
    still = models.FileField(
        _("obraz przed startem"),
        upload_to="pjm/",
        validators=[FileExtensionValidator(["jpg", "jpeg", "png", "webp"]), AtMost(LARGEST_PICTURE)],
        help_text=_("Kadr z filmu, JPG, PNG albo WebP, najwyżej 300 kB."),
    )
    captions = models.FileField(
        _("napisy"),
        upload_to="pjm/",
        validators=[FileExtensionValidator(["vtt"]), AtMost(LARGEST_CAPTIONS)],
        help_text=_("Plik WebVTT z polskimi napisami, najwyżej 500 kB."),
    )
    transcript = models.TextField(
        _("treść nagrania"), help_text=_("To samo, co w filmie, jako tekst. Pusty wiersz zaczyna nowy akapit.")
    )
    is_published = models.BooleanField(_("opublikowane"), default=False)

    class Meta:
        abstract = True

    @property
    def film_type(self):
        """The media type of the film, such as "video/mp4"."""
        return FILM_TYPES.get(PurePath(self.film.name).suffix[1:].lower(), "")


class OfficeRecording(Recording):
    """What an office does, in PJM (art. 6 pkt 3 lit. c of the act of 19 July 2019 on accessibility)."""

    office = models.OneToOneField(Office, models.CASCADE, related_name="recording", verbose_name=_("ośrodek"))

    class Meta:
        verbose_name = _("nagranie w języku migowym")
        verbose_name_plural = _("nagrania w języku migowym")
        constraints = [
            models.CheckConstraint(condition=~models.Q(film=""), name="office_recording_has_film"),
            models.CheckConstraint(condition=~models.Q(captions=""), name="office_recording_has_captions"),
        ]

    def __str__(self):
        return f"{self.office}: {self._meta.verbose_name}"
