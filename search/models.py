"""What the search remembers: how fresh its catalogue is, and what people looked for in vain."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from offices.models import Office


class CatalogueVersion(models.Model):
    """A token that changes with the texts the search reads, so that each process knows when to read them again."""

    part = models.CharField(max_length=20, unique=True)
    token = models.CharField(max_length=32)

    class Meta:
        verbose_name = _("wersja katalogu")
        verbose_name_plural = _("wersje katalogu")

    def __str__(self):
        return f"{self.part}: {self.token}"


class UnansweredQuery(models.Model):
    """Words that found nothing, or nothing good, and that several people asked, by week, with a count.

    Asked at one office, they are its own; asked on the whole site, they are nobody's.
    """

    KEPT_FOR = dt.timedelta(days=90)

    text = models.CharField(_("czego szukano"), max_length=80)
    week = models.DateField(_("tydzień od"), help_text=_("Poniedziałek tego tygodnia."))
    count = models.PositiveIntegerField(_("ile razy"), default=1)
    office = models.ForeignKey(
        Office,
        models.CASCADE,
        related_name="unanswered_queries",
        verbose_name=_("na stronach ośrodka"),
        null=True,
        blank=True,
        help_text=_("Puste: pytano na stronach wspólnych."),
    )

    class Meta:
        verbose_name = _("pytanie bez odpowiedzi")
        verbose_name_plural = _("pytania bez odpowiedzi")
        ordering = ["-week", "-count", "text"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="unanswered_query_has_text"),
            models.CheckConstraint(condition=models.Q(count__gte=1), name="unanswered_query_counted"),
            models.UniqueConstraint(fields=["text", "week", "office"], name="unanswered_query_once_a_week_at_office"),
            models.UniqueConstraint(
                fields=["text", "week"], condition=models.Q(office=None), name="unanswered_query_once_a_week"
            ),
        ]

    def __str__(self):
        return self.text


class RareQuery(models.Model):
    """Words that found nothing, asked too seldom to be read: a digest, which tells that they are the same, and no more.

    A single person's words may be a name or an address.
    """

    digest = models.CharField(max_length=64, unique=True)
    last_day = models.DateField(db_index=True)
    times = models.PositiveIntegerField(default=1)
    days = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("rzadkie pytanie")
        verbose_name_plural = _("rzadkie pytania")

    def __str__(self):
        return self.digest
