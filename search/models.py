"""What the search remembers: how fresh its catalogue is, and what people looked for in vain."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from offices.models import Office
from search import danger


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


class DangerPhrase(models.Model):
    """Words that mean danger and that the table of `search.danger` does not know: kept by the site's administrator.

    Whoever says them sees the crisis numbers first. Each has a sentence that proves it, and one that proves it harmless.
    """

    class Kind(models.TextChoices):
        VIOLENCE = "violence", _("przemoc albo groźba")
        CHILD = "child", _("krzywda dziecka")
        SELF_HARM = "self-harm", _("myśli samobójcze, samookaleczenie")
        MISSING = "missing", _("ktoś zaginął")
        HOMELESS = "homeless", _("nie ma gdzie spać")

    kind = models.CharField(_("jakie niebezpieczeństwo"), max_length=10, choices=Kind)
    phrase = models.CharField(
        _("słowa"),
        max_length=200,
        help_text=_(
            "Wszystkie muszą paść blisko siebie, w dowolnej kolejności. Gwiazdka to dowolne zakończenie, ukośnik to „albo”: "
            "„stary/mąż lutuje”. Z „>” na początku słowa muszą paść w tej kolejności."
        ),
    )
    unless = models.CharField(
        _("chyba że padnie"), max_length=200, blank=True, help_text=_("Obok tych słów to nic groźnego.")
    )
    must_match = models.CharField(
        _("zdanie, które ma rozpoznać"), max_length=200, help_text=_("Na przykład „stary mnie lutuje”.")
    )
    must_not_match = models.CharField(
        _("zdanie, którego ma nie rozpoznać"),
        max_length=200,
        help_text=_("Podobne, ale niegroźne, na przykład „stary lutuje kable”."),
    )

    class Meta:
        verbose_name = _("słowa o niebezpieczeństwie")
        verbose_name_plural = _("słowa o niebezpieczeństwie")
        ordering = ["kind", "phrase", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(phrase=""), name="danger_phrase_has_words"),
            models.CheckConstraint(condition=~models.Q(must_match=""), name="danger_phrase_is_proved"),
            models.CheckConstraint(condition=~models.Q(must_not_match=""), name="danger_phrase_is_limited"),
        ]

    def __str__(self):
        return self.phrase

    @property
    def pattern(self):
        return danger.pattern(self.kind, self.phrase, self.unless)

    def clean(self):
        if not danger.words_of(self.phrase):
            raise ValidationError({"phrase": _("Wpisz przynajmniej jedno słowo.")})
        if self.must_match and not danger.says(self.pattern, self.must_match):
            raise ValidationError({"must_match": _("Te słowa nie rozpoznają tego zdania. Popraw słowa albo zdanie.")})
        if self.must_not_match and danger.says(self.pattern, self.must_not_match):
            raise ValidationError(
                {
                    "must_not_match": _(
                        "Te słowa rozpoznają też to zdanie. Dodaj słowo albo wpisz je w „chyba że padnie”."
                    )
                }
            )
