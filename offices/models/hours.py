"""Schedule (rozkład godzin), its weekly rows, and the exceptions to it.

These are the records; what they mean at a given moment is worked out in `offices/hours/timetable.py`.
"""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices.models.checked import Checked
from offices.models.dates import LAST, DayField, MonthDayField
from offices.models.help_line import HelpLine
from offices.models.office import Office
from offices.models.phone import Phone
from offices.models.places import AtPlace, exactly_one

LONGEST_EXCEPTION = 3 * 366  # Days. What lasts longer is how things usually are.
YEARS = (2000, 2100)


class Weekday(models.IntegerChoices):
    """Days of the week, numbered as `datetime.date.weekday` does."""

    MONDAY = 0, _("poniedziałek")
    TUESDAY = 1, _("wtorek")
    WEDNESDAY = 2, _("środa")
    THURSDAY = 3, _("czwartek")
    FRIDAY = 4, _("piątek")
    SATURDAY = 5, _("sobota")
    SUNDAY = 6, _("niedziela")


class Mode(models.TextChoices):
    """How a place receives people in an interval, or that it does not."""

    WALK_IN = "walk-in", _("przyjmuje bez umawiania")
    APPOINTMENT = "appointment", _("tylko po umówieniu")
    PHONE = "phone", _("tylko przez telefon")
    CLOSED = "closed", _("nieczynne")
    UNSTATED = "unstated", _("przyjmuje, godzin nie podano")


WITHOUT_TIMES = (Mode.CLOSED, Mode.UNSTATED)


class Schedule(Translated, AtPlace, Checked):
    """The hours of one place, or of one number, for one purpose.

    A section without a schedule takes its building's, a building its office's, a phone its owner's.
    """

    PLACES = (*AtPlace.PLACES, "phone", "help_line")

    class Purpose(models.TextChoices):
        RECEPTION = "reception", _("przyjęcia")
        PHONE = "phone", _("telefon")
        CASH_DESK = "cash-desk", _("kasa")
        DIRECTOR = "director", _("dyrektor")

    phone = models.ForeignKey(
        Phone, models.CASCADE, related_name="schedules", verbose_name=_("telefon"), null=True, blank=True
    )
    help_line = models.ForeignKey(
        HelpLine, models.CASCADE, related_name="schedules", verbose_name=_("linia pomocy"), null=True, blank=True
    )
    purpose = models.CharField(_("czego dotyczą godziny"), max_length=10, choices=Purpose, default=Purpose.RECEPTION)
    note = models.CharField(
        _("dopisek"),
        max_length=300,
        blank=True,
        help_text=_("Jedno zdanie pod godzinami, na przykład „Przerwa 12:00–12:15”."),
    )
    closed_on_holidays = models.BooleanField(_("nieczynne w święta ustawowe"), default=True)

    class Meta:
        verbose_name = _("rozkład godzin")
        verbose_name_plural = _("rozkłady godzin")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("office", "building", "section", "phone", "help_line"),
                name="schedule_at_one_place",
            ),
            *(
                models.UniqueConstraint(fields=[owner, "purpose"], name=f"schedule_once_per_{owner}_and_purpose")
                for owner in ("office", "building", "section", "phone", "help_line")
            ),
        ]

    def __str__(self):
        return f"{self.place}: {self.get_purpose_display()}"


class WeeklyHours(models.Model):
    """One line of a schedule: a weekday with an interval, one stated to be closed, or one whose hours are not stated.

    A weekday without any line is *not stated*, which is not the same as closed.
    """

    class Weeks(models.TextChoices):
        EVERY = "", _("każdy tydzień")
        FIRST = "1", _("pierwszy w miesiącu")
        SECOND = "2", _("drugi w miesiącu")
        THIRD = "3", _("trzeci w miesiącu")
        FOURTH = "4", _("czwarty w miesiącu")
        FIFTH = "5", _("piąty w miesiącu")
        LAST = "last", _("ostatni w miesiącu")
        ALTERNATE = "alternate", _("co drugi tydzień, licząc od dnia „od”")

    schedule = models.ForeignKey(Schedule, models.CASCADE, related_name="weekly_hours", verbose_name=_("rozkład"))
    weekday = models.PositiveSmallIntegerField(_("dzień"), choices=Weekday)
    opens = models.TimeField(_("od godziny"), null=True, blank=True)
    closes = models.TimeField(_("do godziny"), null=True, blank=True)
    ends_next_day = models.BooleanField(_("do następnego dnia"), default=False)
    mode = models.CharField(_("jak"), max_length=12, choices=Mode, default=Mode.WALK_IN)
    weeks = models.CharField(_("w które tygodnie"), max_length=10, choices=Weeks, default=Weeks.EVERY, blank=True)
    valid_from = DayField(_("od dnia"), null=True, blank=True)
    valid_until = DayField(_("do dnia"), null=True, blank=True)
    season_start = MonthDayField(_("sezon od"), blank=True, help_text=_("Co roku, na przykład 07-01."))
    season_end = MonthDayField(_("sezon do"), blank=True, help_text=_("Co roku, na przykład 08-31."))

    class Meta:
        verbose_name = _("godziny w tygodniu")
        verbose_name_plural = _("godziny w tygodniu")
        ordering = ["weekday", "opens", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__range=(0, 6)), name="weekly_hours_weekday"),
            models.CheckConstraint(
                condition=models.Q(mode__in=["closed", "unstated"], opens__isnull=True, closes__isnull=True)
                | (~models.Q(mode__in=["closed", "unstated"]) & models.Q(opens__isnull=False, closes__isnull=False)),
                name="weekly_hours_times_unless_closed",
            ),
            models.CheckConstraint(
                condition=models.Q(opens__isnull=True)
                | models.Q(ends_next_day=True, closes__lte=models.F("opens"))
                | models.Q(ends_next_day=False, closes__gt=models.F("opens")),
                name="weekly_hours_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="weekly_hours_dates_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(season_start="", season_end="")
                | ~(models.Q(season_start="") | models.Q(season_end="")),
                name="weekly_hours_whole_season",
            ),
            models.CheckConstraint(
                condition=~models.Q(weeks="alternate") | models.Q(valid_from__isnull=False),
                name="weekly_hours_alternate_from",
            ),
        ]

    def __str__(self):
        if self.opens and self.closes:
            return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"
        return f"{self.get_weekday_display()}: {self.get_mode_display()}"

    def clean(self):
        check_mode(self.mode, has_times=bool(self.opens or self.closes))
        check_interval(self.opens, self.closes, self.ends_next_day, closed=self.mode in WITHOUT_TIMES)
        if bool(self.season_start) != bool(self.season_end):
            raise ValidationError({"season_end": _("Sezon ma początek i koniec. Wpisz oba albo żadnego.")})
        if self.weeks == self.Weeks.ALTERNATE and not self.valid_from:
            raise ValidationError({"valid_from": _("Wpisz dzień, od którego liczymy co drugi tydzień.")})
        check_dates(self.valid_from, self.valid_until, "valid_until")


class HoursException(Translated, AtPlace):
    """Dates on which a place does not keep its usual hours (wyjątek): closed, or other hours.

    With times and the mode *closed* it removes just that part of the day.
    Several lines for the same dates make several intervals.
    """

    first_day = DayField(_("pierwszy dzień"), ahead=LONGEST_EXCEPTION)
    last_day = DayField(_("ostatni dzień"), ahead=LONGEST_EXCEPTION)
    mode = models.CharField(
        _("co wtedy"),
        max_length=12,
        choices=[choice for choice in Mode.choices if choice[0] != Mode.UNSTATED],
        default=Mode.CLOSED,
    )
    opens = models.TimeField(
        _("od godziny"), null=True, blank=True, help_text=_("Puste przy „nieczynne”: zamknięte przez cały dzień.")
    )
    closes = models.TimeField(_("do godziny"), null=True, blank=True)
    ends_next_day = models.BooleanField(_("do następnego dnia"), default=False)
    reason = models.CharField(
        _("powód"),
        max_length=200,
        blank=True,
        help_text=_("Zobaczą go mieszkańcy, na przykład „szkolenie pracowników”."),
    )
    in_lieu_of = DayField(
        _("za święto w dniu"),
        null=True,
        blank=True,
        help_text=_("Tylko dla dnia wolnego za święto, które wypadło w sobotę: data tego święta."),
    )

    class Meta:
        verbose_name = _("wyjątek w godzinach")
        verbose_name_plural = _("wyjątki w godzinach")
        ordering = ["first_day", "opens", "pk"]
        constraints = [
            models.CheckConstraint(condition=exactly_one(*AtPlace.PLACES), name="hours_exception_at_one_place"),
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="hours_exception_dates_in_order"
            ),
            models.UniqueConstraint(
                fields=["office", "in_lieu_of"],
                name="hours_exception_once_in_lieu",
                violation_error_message=_("Dzień wolny za to święto jest już wpisany. Zmień tamten."),
            ),
            models.CheckConstraint(
                condition=models.Q(mode="closed", opens__isnull=True, closes__isnull=True)
                | models.Q(opens__isnull=False, closes__isnull=False),
                name="hours_exception_times_unless_closed",
            ),
            models.CheckConstraint(
                condition=models.Q(opens__isnull=True)
                | models.Q(ends_next_day=True, closes__lte=models.F("opens"))
                | models.Q(ends_next_day=False, closes__gt=models.F("opens")),
                name="hours_exception_in_order",
            ),
        ]

    def __str__(self):
        days = f"{self.first_day}" if self.first_day == self.last_day else f"{self.first_day} – {self.last_day}"
        return f"{days}: {self.get_mode_display()}"

    def clean(self):
        super().clean()
        check_interval(
            self.opens,
            self.closes,
            self.ends_next_day,
            closed=self.mode == Mode.CLOSED and not (self.opens or self.closes),
        )
        check_dates(self.first_day, self.last_day, "last_day")
        is_whole = self.first_day and self.last_day and self.last_day <= LAST
        if is_whole and (self.last_day - self.first_day).days > LONGEST_EXCEPTION:
            raise ValidationError(
                {
                    "last_day": _(
                        "Wyjątek trwa najwyżej trzy lata. Sprawdź rok. Jeśli tak ma być na stałe, zmień zwykłe godziny."
                    )
                }
            )


class HolidayYear(models.Model):
    """A member of staff confirmed the public holidays and the days in lieu of a year."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="holiday_years", verbose_name=_("ośrodek"))
    year = models.PositiveSmallIntegerField(
        _("rok"), validators=[MinValueValidator(YEARS[0]), MaxValueValidator(YEARS[1])]
    )
    confirmed_on = DayField(_("potwierdzono dnia"), ahead=0)

    class Meta:
        verbose_name = _("potwierdzony rok świąt")
        verbose_name_plural = _("potwierdzone lata świąt")
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(fields=["office", "year"], name="holiday_year_once_per_office"),
            models.CheckConstraint(condition=models.Q(year__range=YEARS), name="holiday_year_in_bounds"),
        ]

    def __str__(self):
        return f"{self.office}: {self.year}"


def check_mode(mode, *, has_times):
    """Raise a ValidationError when a line of a week has hours that its mode excludes, or none that it asks for."""
    if mode == Mode.CLOSED and has_times:
        raise ValidationError({"opens": _("Dzień nieczynny nie ma godzin. Usuń godziny albo zmień „jak”.")})
    if mode == Mode.UNSTATED and has_times:
        raise ValidationError({"opens": _("Są godziny, więc zmień „jak” na inne niż „godzin nie podano”.")})
    if mode not in WITHOUT_TIMES and not has_times:
        raise ValidationError(
            {"opens": _("Wpisz godzinę otwarcia. Gdy jej nie znasz, wybierz „przyjmuje, godzin nie podano”.")}
        )


def check_interval(opens, closes, ends_next_day, *, closed):
    """Raise a ValidationError that tells an editor how to mend a half-filled or reversed interval."""
    if closed and not (opens or closes):
        return
    if not opens:
        raise ValidationError({"opens": _("Wpisz godzinę otwarcia.")})
    if not closes:
        raise ValidationError({"closes": _("Wpisz godzinę zamknięcia.")})
    if not ends_next_day and closes <= opens:
        raise ValidationError(
            {
                "closes": _(
                    "Godzina zamknięcia jest przed godziną otwarcia. Zamień je albo zaznacz „do następnego dnia”."
                )
            }
        )
    if ends_next_day and closes > opens:
        raise ValidationError(
            {"ends_next_day": _("Te godziny mieszczą się w jednym dniu. Odznacz „do następnego dnia”.")}
        )


def check_dates(first, last, field):
    """Raise a ValidationError on `field` when the last day comes before the first."""
    if first and last and last < first:
        raise ValidationError({field: _("Ostatni dzień jest przed pierwszym. Zamień je.")})
