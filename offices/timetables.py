"""Read the hours kept in the database into the values of `offices/hours/timetable.py`, in one query."""

from typing import NamedTuple

from django.db.models import BooleanField, Case, CharField, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import get_language

from languages.fallback import Polish
from offices.hours.timetable import UNSTATED_HOURS, DatedRule, Interval, State, Timetable, WeeklyRule
from offices.models import HoursException, Schedule
from offices.models.hours import Mode

OWNERS = Schedule.PLACES


class Row(NamedTuple):
    """The columns that weekly hours and exceptions share once they are read together."""

    office: int | None
    building: int | None
    section: int | None
    phone: int | None
    help_line: int | None
    purpose: str  # Empty in an exception.
    closed_on_holidays: bool
    translation: str  # The note of the schedule, or the reason of the exception, in the reader's language.
    polish: str
    weekday: int | None  # None in an exception, and in a schedule that is but a note.
    opens: object
    closes: object
    ends_next_day: bool
    mode: str
    weeks: str
    first_day: object
    last_day: object
    season_start: str
    season_end: str

    @property
    def owner(self):
        return next((name, getattr(self, name)) for name in OWNERS if getattr(self, name))

    @property
    def words(self):
        return self.translation or Polish(self.polish)

    @property
    def interval(self):
        if self.opens is None:
            return UNSTATED_HOURS if self.mode == Mode.UNSTATED else None
        return Interval(self.opens, self.closes, State(self.mode), bool(self.ends_next_day))


def timetables(**owners):
    """Return {(owner, id, purpose): Timetable} for records given by kind: `office=[…], building=[…]`.

    Exceptions concern a place as a whole: they stand under the purpose None.
    """
    weekly, dated, facts = {}, {}, {}
    # In no order: Django would order the union by the first model's columns, which the second has not.
    for row in map(Row._make, _weekly_rows(owners).union(_dated_rows(owners), all=True).order_by()):
        if not row.purpose:
            rule = DatedRule(row.first_day, row.last_day, row.interval, row.words)
            dated.setdefault((*row.owner, None), []).append(rule)
        elif row.weekday is not None or row.words:
            key = (*row.owner, row.purpose)
            facts[key] = bool(row.closed_on_holidays), row.words
            weekly.setdefault(key, []).extend([] if row.weekday is None else [_weekly_rule(row)])
    return {
        **{key: Timetable(tuple(rules), (), *facts[key]) for key, rules in weekly.items()},
        **{key: Timetable(dated=tuple(rules)) for key, rules in dated.items()},
    }


def _weekly_rule(row):
    return WeeklyRule(
        row.weekday, row.interval, row.weeks, row.first_day, row.last_day, row.season_start, row.season_end
    )


def _weekly_rows(owners):
    """Read schedules with their lines; one that has none is a row too, for its note."""
    columns = {
        name: F(f"weekly_hours__{name}")
        for name in ("weekday", "opens", "closes", "ends_next_day", "mode", "weeks", "season_start", "season_end")
    } | {
        **{owner: F(f"{owner}_id") for owner in OWNERS},
        **translated("note"),
        "first_day": F("weekly_hours__valid_from"),
        "last_day": F("weekly_hours__valid_until"),
    }
    return _rows(Schedule, columns).filter(_belongs(owners, OWNERS))


def _dated_rows(owners):
    nothing, no_text = Cast(Value(None), IntegerField()), Value("", CharField())
    columns = {owner: F(f"{owner}_id") for owner in HoursException.PLACES} | {
        "phone": nothing,
        "help_line": nothing,
        "purpose": no_text,
        "closed_on_holidays": Value(True, BooleanField()),
        **translated("reason"),
        "weekday": nothing,
        "weeks": no_text,
        "season_start": no_text,
        "season_end": no_text,
    }
    return _rows(HoursException, columns).filter(_belongs(owners, HoursException.PLACES))


def _rows(model, columns):
    # A plain queryset: modeltranslation's own rewrites columns and cannot be united with another.
    return QuerySet(model).order_by().values_list(*(columns.get(name, F(name)) for name in Row._fields))


def _belongs(owners, names):
    condition = Q(pk__in=[])
    for name in names:
        if records := owners.get(name):
            condition |= Q(**{f"{name}__in": [record.pk for record in records]})
    return condition


def translated(name):
    """Select a text in the reader's language, unless it is missing or outdated, and in Polish: {"translation", "polish"}."""
    path, _separator, field = f"__{name}".rpartition("__")
    is_outdated = {f"{path}__outdated__{get_language()}__has_key".removeprefix("__"): field}
    translation = Case(
        When(**is_outdated, then=Value("")), default=F(f"{name}_{get_language()}"), output_field=CharField()
    )
    return {
        "translation": Coalesce(translation, Value(""), output_field=CharField()),
        "polish": Coalesce(F(f"{name}_pl"), Value(""), output_field=CharField()),
    }
