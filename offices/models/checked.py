"""What each fact that can go stale carries: when it was checked, and against what."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from offices.models.dates import DayField


class Checked(models.Model):
    """A record that tells the public when it was last checked and where it comes from."""

    checked_on = DayField(
        _("sprawdzono dnia"),
        ahead=0,
        null=True,
        blank=True,
        help_text=_("Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy."),
    )
    source = models.CharField(
        _("źródło"),
        max_length=300,
        blank=True,
        help_text=_("Skąd to wiemy, na przykład: „strona ośrodka” albo „rozmowa z sekcją świadczeń”."),
    )

    class Meta:
        abstract = True
