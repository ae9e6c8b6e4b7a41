"""What an answer about opening hours costs, as a ratio to another evaluator's in the same run.

The yardstick is opening-hours-py (compiled Rust) on the same hours exported as an OpenStreetMap string: its parsing
and its state and next change, just as ours starts from the rows. `make bench` runs it; only the ratios carry over.
"""

import datetime as dt
import sys
import time

from opening_hours import OpeningHours

from offices import hours
from offices.hours import osm
from offices.hours.holidays import public_holidays

PLACES = 10_000
ROUNDS = 9
NOW = dt.datetime(2026, 11, 24, 10, 0, tzinfo=hours.ZONE)
HOLIDAYS = public_holidays(NOW.date() - hours.DAY, hours.SEARCH_DAYS + 2, "pl")


def rows(number):
    """Return the weekly rows of a place: no two neighbours are alike."""
    opens, closes = dt.time(7 + number % 3, number % 4 * 15), dt.time(15 + number % 3, number % 2 * 30)
    return [(weekday, opens, closes) for weekday in range(5)]


def timetable(week):
    """Build a timetable from rows, as a request does from the database."""
    return hours.Timetable(
        tuple(hours.WeeklyRule(weekday, hours.Interval(opens, closes)) for weekday, opens, closes in week)
    )


def ours(weeks):
    return [hours.status(timetable(week), NOW, HOLIDAYS).state == hours.State.OPEN for week in weeks]


def theirs(expressions):
    answers = []
    for expression in expressions:
        place = OpeningHours(expression, timezone=hours.ZONE, country="PL")
        answers.append(place.is_open(NOW))
        place.next_change(NOW)
    return answers


def costs(*runs):
    """Return the CPU seconds of the best of several rounds of each run; they take turns, so noise meets them all."""
    best = [float("inf")] * len(runs)
    for _round in range(ROUNDS):
        for number, (run, argument) in enumerate(runs):
            start = time.process_time()
            run(argument)
            best[number] = min(best[number], time.process_time() - start)
    return best


def main():
    weeks = [rows(number) for number in range(PLACES)]
    expressions = [osm.opening_hours(timetable(week)) for week in weeks]
    if ours(weeks) != theirs(expressions):
        sys.exit("The two do not agree on who is open: the costs compare nothing.")
    our_cost, their_cost = costs((ours, weeks), (theirs, expressions))
    tables = [timetable(week) for week in weeks[:1000]]
    parsed = [OpeningHours(one, timezone=hours.ZONE, country="PL") for one in expressions[:1000]]
    single, evaluated = costs(
        (lambda places: [hours.status(one, NOW, HOLIDAYS) for one in places], tables),
        (lambda places: [(one.is_open(NOW), one.next_change(NOW)) for one in places], parsed),
    )
    print(
        f"one evaluation (state, next change, next opening): {single * 1e3:.1f} µs; oracle, parsed: {evaluated * 1e3:.1f} µs"
    )
    print(
        f"is it open, {PLACES} places: {our_cost * 1e3:.0f} ms; oracle, parse and evaluate: {their_cost * 1e3:.0f} ms"
    )
    print(f"ours ÷ oracle, {PLACES} places: {our_cost / their_cost:.2f} (at most 1.00)")


if __name__ == "__main__":
    main()
