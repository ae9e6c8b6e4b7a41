"""Rows of hours that cannot hold together. Pure: rules of `offices/hours/timetable.py` in, pairs of their places out."""

import datetime as dt
from itertools import combinations, permutations

from offices.hours.timetable import DAY, UNSTATED_HOURS

# Long enough for a fifth Friday to be the last one, and for 29 February.
SEARCHED = 6 * 365
SEARCHED_FROM = dt.date(2024, 1, 1)
MINUTES_A_DAY = 24 * 60


def weekly_conflicts(rules):
    """Return the pairs (first, second) of positions of weekly rules that contradict each other.

    Rules of unequal precedence never do: the arithmetic knows which one holds.
    """
    return _conflicts(rules, _same_weekday, _weekday_after)


def dated_conflicts(rules):
    """Return the pairs (first, second) of positions of exceptions of one length that contradict each other.

    A closure of a part of the day contradicts nothing: it takes that part out of whatever hours hold.
    """
    return _conflicts(rules, _same_dates, _dates_after)


def _conflicts(rules, together, after):
    """Find the pairs that clash on one day, then those where a night clashes with the day that follows."""
    positions = range(len(rules))
    found = {
        pair: None
        for pair in combinations(positions, 2)
        if _clash(*(rules[one].interval for one in pair), 0) and together(*(rules[one] for one in pair))
    }
    for pair in permutations(positions, 2):
        if _clash(*(rules[one].interval for one in pair), 1) and after(*(rules[one] for one in pair)):
            found.setdefault(tuple(sorted(pair)))
    return list(found)


def _clash(first, second, days):
    """Tell whether hours of a day contradict those of the same day, or of the day after when `days` is 1."""
    if not all(one and one != UNSTATED_HOURS for one in (first, second)):
        # A closed day, or one of unstated hours, contradicts hours, not another that says the same.
        return days == 0 and first != second
    (start, end), (other_start, other_end) = _minutes(first), _minutes(second)
    shift = MINUTES_A_DAY * days
    return start < other_end + shift and other_start + shift < end


def _minutes(interval):
    start, end = (time.hour * 60 + time.minute for time in (interval.opens, interval.closes))
    return start, end + MINUTES_A_DAY * interval.ends_next_day


def _same_weekday(first, second):
    return first.weekday == second.weekday and _meet(first, second, 0)


def _weekday_after(first, second):
    return (first.weekday + 1) % 7 == second.weekday and _meet(first, second, 1)


def _meet(first, second, days):
    """Tell whether rules of equal precedence ever apply together, the second `days` days after the first."""
    if first.precedence() != second.precedence():
        return False
    start = max(filter(None, (SEARCHED_FROM, first.valid_from, second.valid_from)))
    dates = (start + DAY * offset for offset in range(SEARCHED))
    return any(first.applies(date) and second.applies(date + DAY * days) for date in dates)


def _same_dates(first, second):
    return _of_one_rank(first, second) and first.first_day <= second.last_day and second.first_day <= first.last_day


def _dates_after(first, second):
    return (
        _of_one_rank(first, second) and first.first_day < second.last_day and second.first_day <= first.last_day + DAY
    )


def _of_one_rank(first, second):
    partial = first.is_partial_closure or second.is_partial_closure
    return not partial and first.length == second.length
