"""The crisis lines, and whether each answers at a given moment."""

import datetime as dt
from dataclasses import dataclass, replace

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from languages.fallback import text_of
from offices import hours, wording
from offices.hours.holidays import public_holidays
from offices.models import HelpLine, Schedule
from offices.timetables import timetables

PURPOSES = (Schedule.Purpose.PHONE, Schedule.Purpose.RECEPTION)


@dataclass(frozen=True)
class Line:
    """A help line at a moment: `answers` is True, False, or None when its hours are not known or not sure."""

    record: HelpLine
    answers: bool | None
    text: str
    note: str = ""  # What is known of its hours in words.
    changes_at: dt.datetime | None = None  # Until when `text` stays true; None when it always does.


@dataclass(frozen=True)
class Needs:
    """The lines as a person in need looks for them: the emergency numbers, the sure ones of each topic, the doubtful."""

    emergency: list[Line]
    topics: list[tuple[str, list[Line]]]
    doubtful: list[Line]


def by_need(lines):
    """Return the Needs of lines, which keep their order within each; a topic without a sure line is left out."""
    sure = {topic: [] for topic in HelpLine.Topic}
    for line in lines:
        if not line.record.is_doubtful:
            sure[HelpLine.Topic(line.record.topic)].append(line)
    emergency = sure.pop(HelpLine.Topic.EMERGENCY)
    doubtful = [line for line in lines if line.record.is_doubtful]
    return Needs(emergency, [(topic.label, found) for topic, found in sure.items() if found], doubtful)


def core_lines(topic=""):
    """Return the first core help line of each topic: few numbers, each for another need. That of `topic` follows 112."""
    first = {}
    for line in HelpLine.objects.filter(is_core=True):
        first.setdefault(line.topic, line)
    return sorted(first.values(), key=lambda line: (HelpLine.Topic.EMERGENCY, topic, line.topic).index(line.topic))


def language_lines(today):
    """Return the help lines where somebody speaks other languages than Polish, the doubtful last."""
    return doubtful_last(HelpLine.objects.exclude(languages_pl="").exclude(languages_pl=None), today)


def doubtful_last(numbers, today):
    """Return help lines, and other numbers among them, in their order; the doubtful come last, each `is_doubtful`."""
    for number in numbers:
        number.is_doubtful = isinstance(number, HelpLine) and number.is_doubtful_on(today)
    return sorted(numbers, key=lambda number: number.is_doubtful)


def help_lines(moment):
    """Return every Line: the core ones first, the doubtful last, between them those that answer now before others."""
    today = moment.astimezone(hours.ZONE).date()
    records = doubtful_last(HelpLine.objects.all(), today)
    prefetch_related_objects([one for one in records if one.is_doubtful], "schedules")
    known = timetables(help_line=records)
    # From yesterday on: a night that began on a holiday reaches into today.
    holidays = public_holidays(today - hours.DAY, hours.SEARCH_DAYS + 2, get_language())
    lines = [_line(record, known, moment, holidays) for record in records]
    return sorted(lines, key=_standing)


def _standing(line):
    return line.record.is_doubtful, not line.record.is_core, (True, None, False).index(line.answers)


def _line(record, known, moment, holidays):
    if record.is_doubtful:
        return Line(record, None, _doubt(record), _note(record))
    if record.answers_always:
        return Line(record, True, _("Odbiera teraz, całą dobę."))
    keys = (("help_line", record.pk, purpose) for purpose in PURPOSES)
    status = hours.status(hours.inherited(*(known[key] for key in keys if key in known)), moment, holidays)
    midnight = dt.datetime.combine(moment.astimezone(hours.ZONE).date() + hours.DAY, dt.time(), hours.ZONE)
    return replace(_scheduled(record, status, moment), changes_at=min(status.changes_at or midnight, midnight))


def _doubt(record):
    if record.answers_always:
        return _("Podobno całą dobę, ale nie wiemy na pewno, czy ktoś odbiera.")
    return _("Nie wiemy na pewno, czy i kiedy ktoś odbiera.")


def _note(record):
    """Return what somebody wrote about the hours: of a doubtful line they are told in words alone."""
    return next((text_of(one, "note") for one in record.schedules.all() if one.note_pl), "")


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
