"""The answers of `offices/hours/timetable.py` in words: one place for badge, table, search and data.

Whole phrases, never a weekday put into a sentence: preposition and case change with it.
"""

import datetime as dt
import math
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, pgettext

from languages.fallback import quoting, text_of
from offices.hours.states import EASIEST_FIRST, UNKNOWN, State, together
from offices.hours.timetable import ZONE

CLOSING_SOON = dt.timedelta(minutes=30)
DAYS_AHEAD = 2
FAR = dt.timedelta(days=1000)

WEEKDAYS = [
    gettext_noop("Poniedziałek"),
    gettext_noop("Wtorek"),
    gettext_noop("Środa"),
    gettext_noop("Czwartek"),
    gettext_noop("Piątek"),
    gettext_noop("Sobota"),
    gettext_noop("Niedziela"),
]
ON_WEEKDAY = [
    gettext_noop("w poniedziałek"),
    gettext_noop("we wtorek"),
    gettext_noop("w środę"),
    gettext_noop("w czwartek"),
    gettext_noop("w piątek"),
    gettext_noop("w sobotę"),
    gettext_noop("w niedzielę"),
]
UNSTATED_ON = [
    gettext_noop("Godzin na poniedziałek nie podano."),
    gettext_noop("Godzin na wtorek nie podano."),
    gettext_noop("Godzin na środę nie podano."),
    gettext_noop("Godzin na czwartek nie podano."),
    gettext_noop("Godzin na piątek nie podano."),
]


class Words(NamedTuple):
    """A state as a sign (`kind`, one of the status component's) and in words."""

    kind: str
    text: str


def weekday(date):
    """Name the weekday of a date, with a capital letter: it heads a row."""
    return _(WEEKDAYS[date.weekday()])


def clock(time):
    """Write a time as people do: "8:00", "16:30"."""
    return f"{time.hour}:{time.minute:02}"


def at_hour(local):
    """Say at what hour: "o 8:00". A language may say eleven otherwise: Ukrainian "об 11:00", since it begins with a vowel."""
    time = {"time": clock(local)}
    return (pgettext("o jedenastej", "o %(time)s") if local.hour == 11 else pgettext("o godzinie", "o %(time)s")) % time


def when(moment, now):
    """Say when something happens, seen from `now`: "jutro o 8:00", "w poniedziałek 28 grudnia o 8:00"."""
    local, today = moment.astimezone(ZONE), now.astimezone(ZONE).date()
    days = (local.date() - today).days
    names = {"at": at_hour(local), "day": _(ON_WEEKDAY[local.weekday()]), "date": date_format(local, "j E")}
    if days == 0:
        return _("dziś %(at)s") % names
    if days == 1:
        return _("jutro %(at)s") % names
    if days < 7:
        return _("%(day)s %(at)s") % names
    return _("%(day)s %(date)s %(at)s") % names


def on_day(date, today):
    """Say on which day something happens: "jutro", "w środę", "w poniedziałek 28 grudnia"."""
    days = (date - today).days
    if days < 2:
        return _("jutro") if days else _("dziś")
    day = _(ON_WEEKDAY[date.weekday()])
    return day if days < 7 else f"{day} {date_format(date, 'j E')}"


def until_words(moment):
    """Say until when something holds: "do końca 4 grudnia 2026", or "do 4 grudnia 2026, 15:30" where an hour was given."""
    local = moment.astimezone(ZONE)
    if local.time() == dt.time.min:
        return _("do końca %(day)s") % {"day": date_format(local - dt.timedelta(days=1), "j E Y")}
    return _("do %(day)s, %(time)s") % {"day": date_format(local, "j E Y"), "time": clock(local)}


def status_words(status, now):
    """Say what a Status means at the moment `now` that it was worked out for."""
    match status.state:
        case State.OPEN:
            return _open_words(status, now)
        case State.APPOINTMENT:
            return Words("appointment", _("Teraz tylko po umówieniu. %(until)s") % {"until": _until(status, now)})
        case State.PHONE:
            return Words("phone", _("Teraz tylko przez telefon. %(until)s") % {"until": _until(status, now)})
        case State.CLOSED:
            reason = within_sentence(status.reason)
            closed = _("Zamknięte: %(reason)s.") % {"reason": reason} if reason else _("Zamknięte.")
            return Words("closed", quoting(" ".join([closed, *_next_words(status, now)]), reason))
    if status == UNKNOWN:
        return Words("unknown", _("Godziny niepodane: zadzwoń"))
    words = list(_receiving_words(status, now)) or [_("Na dziś godzin nie podano: zadzwoń.")]
    if status.next_start:
        words.append(_("Najbliższe podane godziny: %(when)s.") % {"when": when(status.next_start, now)})
    return Words("unknown", " ".join(words))


def place_words(place):
    """Say whether a place is open; of a place whose sections keep hours of their own, say the honest sum."""
    if all(section.timetable == place.timetable for section in place.sections):
        return status_words(place.status, place.moment)
    state = together(section.status.state for section in place.sections)
    if state == State.PARTLY_OPEN:
        return _partly_open_words(place)
    return _sum_words([section.status for section in place.sections], state, place)


def _sum_words(statuses, state, place):
    """Say the sum of several statuses of which none, or all, are open: the first to change or to receive speaks."""
    alike = [status for status in statuses if status.state == state]
    if state in EASIEST_FIRST:
        # All alike: the first to change speaks for them.
        soonest = min(alike, key=lambda status: status.changes_at or place.moment + FAR)
        return status_words(soonest, place.moment)
    if state == State.UNKNOWN and any(status != UNKNOWN and status.next_start for status in statuses):
        return _partly_known_words(statuses, place.moment)
    return status_words(_first_to_receive(alike), place.moment)


def _partly_open_words(place):
    names = [text_of(one.record, "name") for one in place.sections if one.status.state == State.OPEN]
    return Words("open", quoting(_("Teraz otwarta jest część: %(names)s") % {"names": ", ".join(names)}, *names))


def _partly_known_words(statuses, now):
    """Say when the first of several places receives, of which some say nothing of today: they do not speak for all."""
    soonest = _first_to_receive(statuses)
    opening = next(_next_words(soonest._replace(unstated_before=None), now))
    if soonest.next_start.astimezone(ZONE).date() == now.astimezone(ZONE).date():
        return Words("closed", " ".join([opening, _("Nie wszystkie godziny podano: możesz też zadzwonić.")]))
    return Words("unknown", " ".join([_("Nie wszystkie godziny na dziś podano: zadzwoń."), opening]))


def _first_to_receive(statuses):
    return min(statuses, key=lambda status: status.next_start.timestamp() if status.next_start else math.inf)


def _open_words(status, now):
    if status.until is None:
        return Words("open", _("Otwarte całą dobę"))
    time = {"time": clock(status.until.astimezone(ZONE))}
    if status.until - now <= CLOSING_SOON:
        return Words("closing", _("Zaraz zamknięcie: otwarte do %(time)s") % time)
    if status.until.astimezone(ZONE).date() != now.astimezone(ZONE).date():
        return Words("open", _("Teraz otwarte. %(until)s") % {"until": _until(status, now)})
    return Words("open", _("Teraz otwarte, do %(time)s") % time)


def _until(status, now):
    if status.until is None:
        return _("Całą dobę.")
    return _("Koniec %(when)s.") % {"when": when(status.until, now)}


def _next_words(status, now):
    if status.next_start is None:
        yield from _receiving_words(status, now)
        return
    phrases = {
        State.OPEN: _("Otwarcie %(when)s."),
        State.APPOINTMENT: _("Przyjęcia po umówieniu %(when)s."),
        State.PHONE: _("Ktoś odbierze telefon %(when)s."),
    }
    yield phrases[status.next_mode] % {"when": when(status.next_start, now)}
    unstated = status.unstated_before
    if status.receives_on:
        yield from _receiving_words(status, now)
    elif unstated and unstated.weekday() < len(UNSTATED_ON):
        yield _(UNSTATED_ON[unstated.weekday()])


def _receiving_words(status, now):
    """Say on which day somebody receives at hours that are not stated."""
    if status.receives_on:
        words = _("Przyjęcia są %(day)s, ale godzin nie podano: zadzwoń.")
        yield words % {"day": on_day(status.receives_on, now.astimezone(ZONE).date())}


def ahead_words(place):
    """Say what is unusual about tomorrow, such as a public holiday, else which working day of the next two has no stated
    hours; nothing when nothing is."""
    tomorrow = place.today + dt.timedelta(days=1)
    day = next((day for day in place.changes if day.date == tomorrow), None)
    if day is None:
        return _unstated_ahead(place)
    if day.intervals:
        said = _("Jutro inne godziny: %(hours)s (%(reason)s).") if day.reason else _("Jutro inne godziny: %(hours)s.")
    else:
        said = _("Jutro nieczynne: %(reason)s.") if day.reason else _("Jutro nieczynne.")
    reason = within_sentence(day.reason)
    return quoting(said % {"reason": reason, "hours": hours_words(day)}, reason)


def _unstated_ahead(place):
    """Name the next working day within two whose hours nobody states, of a place that states some; once on a page."""
    if not any(day.intervals for day in place.week):
        return ""
    for day in place.fortnight[1 : 1 + DAYS_AHEAD]:
        is_silent = not (day.is_stated or day.receives) and day.date.weekday() < len(UNSTATED_ON)
        if is_silent and day.date != place.status.unstated_before:
            return _("%(day)s: godzin nie znamy, najpierw zadzwoń.") % {"day": weekday(day.date)}
    return ""


def within_sentence(text):
    """Return a text to be quoted in a sentence, which has a full stop of its own; Polish that stands in stays so."""
    return type(text)(text.strip().removesuffix("."))


def hours_words(day):
    """Write the hours of a day in one line: "8:00–12:00, 14:00–16:00 po umówieniu"; else why there are none."""
    if not day.intervals:
        return day_words(day)
    return ", ".join(
        " ".join(filter(None, [f"{clock(one.opens)}–{clock(one.closes)}", mode_words(one.mode)]))
        for one in day.intervals
    )


def mode_words(mode):
    """Say how people are received in an interval; nothing for simply walking in."""
    return {State.APPOINTMENT: _("po umówieniu"), State.PHONE: _("przez telefon")}.get(mode, "")


def day_words(day):
    """Say in plain words, without the hours themselves, what holds on a day that has none."""
    if day.receives:
        return _("przyjęcia, godzin nie podano")
    if not day.is_stated:
        # On a Saturday or a Sunday nobody would answer the call either.
        return _("nie podano, zadzwoń") if day.date.weekday() < len(UNSTATED_ON) else _("nie podano")
    return _("nieczynne")
