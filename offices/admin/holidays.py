"""The yearly task: the public holidays of a year and the days in lieu of those on a Saturday, confirmed by staff.

Labour Code, art. 130 § 2: for a holiday on a day other than Sunday that was free anyway, which for most is a Saturday,
an employer gives another day off.
"""

import datetime as dt
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from offices.hours.holidays import public_holidays
from offices.models import HolidayYear, HoursException
from offices.models.hours import Weekday
from staff.inputs import WrittenDay
from staff.transactions import atomic_when_sent

SATURDAY = 5
TASK_STARTS = (11, 1)  # The next year's calendar is settled in November.
CONFIRM = "_confirm"
REASONS = {"pl": "dzień wolny za %s", "en": "day off in lieu of: %s", "uk": "вихідний день за: %s"}


@dataclass(frozen=True)
class Holiday:
    date: dt.date
    name: str

    @property
    def weekday(self):
        return Weekday(self.date.weekday()).label

    @property
    def is_saturday(self):
        return self.date.weekday() == SATURDAY

    @property
    def field(self):
        """The name of the input for the day in lieu of this holiday."""
        return f"in_lieu_{self.date:%m%d}"


def years_to_confirm(today):
    """Return the years whose holidays should be confirmed by now: this one, and from November the next."""
    return [today.year, today.year + 1] if (today.month, today.day) >= TASK_STARTS else [today.year]


def holidays_of(year, language=settings.LANGUAGE_CODE):
    """Return the public holidays of a year in the order of their dates."""
    dates = public_holidays(dt.date(year, 1, 1), (dt.date(year, 12, 31) - dt.date(year, 1, 1)).days, language)
    return [Holiday(date, name) for date, name in sorted(dates.items())]


def reason_for(holiday, language=settings.LANGUAGE_CODE):
    """Say why the day in lieu is free: "dzień wolny za Wigilię Bożego Narodzenia"."""
    name = next(one.name for one in holidays_of(holiday.date.year, language) if one.date == holiday.date)
    return REASONS[language] % name.replace("Wigilia ", "Wigilię ")


def why_not_in_lieu(date, year, holidays):
    """Return why a date cannot be a day in lieu, or nothing."""
    if date.year != year:
        return _("Wpisz dzień w roku %(year)s.") % {"year": year}
    if date.weekday() >= SATURDAY:
        return _("To %(weekday)s, a więc i tak dzień wolny.") % {"weekday": Weekday(date.weekday()).label}
    if any(one.date == date for one in holidays):
        return _("To dzień świąteczny, a więc i tak wolny.")
    return ""


class InLieuForm(forms.Form):
    """One date for each Saturday holiday that has no day in lieu yet."""

    def __init__(self, *args, year, holidays, **kwargs):
        super().__init__(*args, **kwargs)
        self.year, self.holidays = year, holidays
        for holiday in self._asked():
            self.fields[holiday.field] = WrittenDay(
                label=_("Dzień wolny za święto: %(name)s") % {"name": holiday.name},
                required=False,
                widget=forms.DateInput(attrs={"placeholder": "dd.mm.rrrr"}, format="%d.%m.%Y"),
            )

    def _asked(self):
        return [one for one in self.holidays if one.is_saturday]

    def clean(self):
        cleaned, taken = super().clean(), set()
        for name, date in list(cleaned.items()):
            mistake = date and why_not_in_lieu(date, self.year, self.holidays)
            if date in taken and not mistake:
                mistake = _("Ten dzień jest już wpisany za inne święto.")
            if mistake:
                self.add_error(name, mistake)
            elif date:
                taken.add(date)
        return cleaned

    def chosen(self):
        """Return the pairs (holiday, day in lieu) that were filled in."""
        return [(one, self.cleaned_data[one.field]) for one in self._asked() if self.cleaned_data.get(one.field)]


class HolidayTask:
    """The page of an office's year of holidays, reached from the first page and from the office."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.confirm_holidays)
        address = path("<int:office_id>/swieta/<int:year>/", view, name="offices_office_holidays")
        return [address, *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and self.has_change_permission(request, obj):
            context["holidays_year"] = years_to_confirm(timezone.localdate())[-1]
        return super().render_change_form(request, context, add, change, form_url, obj)

    @atomic_when_sent
    def confirm_holidays(self, request, office_id, year):
        office = self.get_object(request, str(office_id))
        if office is None or year not in years_to_confirm(timezone.localdate()):
            raise Http404
        if not self.has_change_permission(request, office):
            raise PermissionDenied
        holidays = holidays_of(year)
        given = days_in_lieu(office, holidays)
        waiting = [one for one in holidays if one not in given]
        form = InLieuForm(request.POST if request.method == "POST" else None, year=year, holidays=waiting)
        if form.is_valid():
            return self._save_year(request, office, year, form.chosen())
        context = {
            **self.admin_site.each_context(request),
            "title": _("Potwierdź święta i dni wolne za święta w %(year)s") % {"year": year},
            "subtitle": str(office),
            "opts": self.opts,
            "place": office,
            "year": year,
            "form": form,
            "rows": [_row(one, form, given.get(one)) for one in holidays],
            "confirmed": office.holiday_years.filter(year=year).first(),
            "confirm_name": CONFIRM,
        }
        return TemplateResponse(request, "admin/holidays.html", context)

    def _save_year(self, request, office, year, chosen):
        for holiday, date in chosen:
            reasons = {f"reason_{language}": reason_for(holiday, language) for language in REASONS}
            HoursException.objects.create(
                office=office, first_day=date, last_day=date, in_lieu_of=holiday.date, **reasons
            )
        if CONFIRM in request.POST:
            confirmed_on = {"confirmed_on": timezone.localdate()}
            HolidayYear.objects.update_or_create(office=office, year=year, defaults=confirmed_on)
            message = _("Potwierdzono święta w %(year)s.")
        else:
            message = _("Zapisano dni wolne. Święta w %(year)s czekają jeszcze na potwierdzenie.")
        self.log_change(request, office, [{"changed": {"fields": [_("święta %(year)s") % {"year": year}]}}])
        self.message_user(request, message % {"year": year}, messages.SUCCESS)
        here = reverse("admin:offices_office_holidays", args=[office.pk, year])
        return HttpResponseRedirect(reverse("admin:index") if CONFIRM in request.POST else here)


def days_in_lieu(office, holidays):
    """Return {holiday: HoursException} of the days in lieu that an office has entered."""
    entered = {one.in_lieu_of: one for one in office.hoursexceptions.filter(in_lieu_of__isnull=False)}
    return {one: entered[one.date] for one in holidays if one.date in entered}


def _row(holiday, form, exception):
    field = form[holiday.field] if holiday.field in form.fields else None
    return {"holiday": holiday, "field": field, "given": exception}
