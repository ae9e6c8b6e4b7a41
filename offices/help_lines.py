"""The crisis lines, and whether each answers at a given moment."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from offices import hours, wording
from offices.holiday_calendar import public_holidays
from offices.models import HelpLine, Schedule
from offices.timetables import timetables

PURPOSES = (Schedule.Purpose.PHONE, Schedule.Purpose.RECEPTION)


@dataclass(frozen=True)
class Line:
    """A help line at a moment: `answers` is True, False, or None when its hours are not known."""

    record: HelpLine
    answers: bool | None
    text: str


def core_lines():
    """Return the first core help line of each topic: few numbers, each for another need."""
    first = {}
    for line in HelpLine.objects.filter(is_core=True, is_confirmed=True):
        first.setdefault(line.topic, line)
    return list(first.values())


def language_lines():
    """Return the help lines where somebody speaks other languages than Polish."""
    return list(HelpLine.objects.exclude(languages_pl="").exclude(languages_pl=None))


def help_lines(moment):
    """Return every Line: those that answer now first, then the unknown, then those that do not."""
    records = list(HelpLine.objects.all())
    known = timetables(help_line=records)
    today = moment.astimezone(hours.ZONE).date()
    # From yesterday on: a night that began on a holiday reaches into today.
    holidays = public_holidays(today - hours.DAY, hours.SEARCH_DAYS + 2, get_language())
    lines = [_line(record, known, moment, holidays) for record in records]
    return sorted(lines, key=lambda line: (True, None, False).index(line.answers))


def _line(record, known, moment, holidays):
    if record.answers_always:
        return Line(record, True, _("Odbiera teraz, całą dobę."))
    keys = (("help_line", record.pk, purpose) for purpose in PURPOSES)
    status = hours.status(hours.inherited(*(known[key] for key in keys if key in known)), moment, holidays)
    return _scheduled(record, status, moment)


def _scheduled(record, status, moment):
    match status.state:
        case hours.State.UNKNOWN:
            return Line(record, None, _("Godziny niepodane."))
        case hours.State.CLOSED if status.next_start:
            when = wording.when(status.next_start, moment)
            return Line(record, False, _("Teraz nie odbiera. Odbiera %(when)s.") % {"when": when})
        case hours.State.CLOSED:
            return Line(record, False, _("Teraz nie odbiera."))
        case _ if status.until:
            when = wording.when(status.until, moment)
            return Line(record, True, _("Odbiera teraz. Koniec %(when)s.") % {"when": when})
        case _:
            return Line(record, True, _("Odbiera teraz, całą dobę."))
