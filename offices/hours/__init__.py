"""Opening hours as arithmetic: values in, values out. Pure: imports nothing of ours from outside, no Django, no clock."""

from offices.hours.states import State, Status
from offices.hours.timetable import (
    DAY,
    SEARCH_DAYS,
    UNSTATED_HOURS,
    ZONE,
    DatedRule,
    Day,
    Interval,
    Span,
    Timetable,
    WeeklyRule,
    day,
    inherited,
    status,
    upcoming_changes,
    usual_day,
)

__all__ = [
    "DAY",
    "SEARCH_DAYS",
    "UNSTATED_HOURS",
    "ZONE",
    "DatedRule",
    "Day",
    "Interval",
    "Span",
    "State",
    "Status",
    "Timetable",
    "WeeklyRule",
    "day",
    "inherited",
    "status",
    "upcoming_changes",
    "usual_day",
]
