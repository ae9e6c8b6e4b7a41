"""What is typed into rows of hours: as values of `offices/hours/timetable.py`, and what contradicts in it."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from offices import hours, wording
from offices.admin.conflicts import dated_conflicts, weekly_conflicts
from offices.models import WeeklyHours
from offices.models.hours import Mode, Weekday


def weekly_rule(row):
    """Return the rule of a WeeklyHours, saved or not."""
    return hours.WeeklyRule(
        row.weekday,
        _interval(row),
        row.weeks,
        row.valid_from,
        row.valid_until,
        row.season_start,
        row.season_end,
    )


def dated_rule(row):
    """Return the rule of a HoursException, saved or not."""
    return hours.DatedRule(row.first_day, row.last_day, _interval(row), row.reason or "")


def rule_of(row):
    return weekly_rule(row) if isinstance(row, WeeklyHours) else dated_rule(row)


def _interval(row):
    if row.opens is None:
        return hours.UNSTATED_HOURS if row.mode == Mode.UNSTATED else None
    return hours.Interval(row.opens, row.closes, hours.State(row.mode), row.ends_next_day)


def contradictions(rows):
    """Return [(position, position, message)] for rows of one kind that cannot hold together."""
    rules = [rule_of(row) for row in rows]
    find = dated_conflicts if rules and isinstance(rules[0], hours.DatedRule) else weekly_conflicts
    return [(one, other, _message(rows[one], rows[other])) for one, other in find(rules)]


def _message(first, second):
    both = {"first": capfirst(row_words(first)), "second": row_words(second)}
    if first.opens is None or second.opens is None:
        return _("%(first)s, a zarazem %(second)s. Zostaw jedno z dwojga.") % both
    return _("%(first)s oraz %(second)s nakładają się. Popraw godziny albo usuń jeden z wierszy.") % both


def row_words(row):
    """Say what a row states: "poniedziałek 8:00–16:00", "30.11.2026 nieczynne"."""
    return f"{_day_words(row)} {_hours_words(row)}"


def _day_words(row):
    if isinstance(row, WeeklyHours):
        return str(Weekday(row.weekday).label)
    days = (row.first_day,) if row.first_day == row.last_day else (row.first_day, row.last_day)
    return "–".join(f"{day:%d.%m.%Y}" for day in days)


def _hours_words(row):
    if row.opens is None:
        return _("godzin nie podano") if row.mode == Mode.UNSTATED else _("nieczynne")
    until = _("%(time)s następnego dnia") if row.ends_next_day else "%(time)s"
    parts = [f"{wording.clock(row.opens)}–{until % {'time': wording.clock(row.closes)}}"]
    if row.mode != hours.State.OPEN:
        parts.append(f"({row.get_mode_display()})")
    return " ".join(parts)
