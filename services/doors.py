"""Where to go first: of an office with several buildings, the one that handles what brings a person here."""

from collections import Counter

from services.models import Handling


def first_door(directory, answers):
    """Return the Place to call first: the building with most of these answers, else the office.

    `directory` is the office's Directory; `answers` are (state, building id) pairs of the office, most needed first, and
    of two buildings with as many, the one named first counts. What others handle leads to no building.
    """
    counts = Counter(building for state, building in answers if building and state != Handling.ELSEWHERE)
    if len(directory.buildings) < 2 or not counts:
        return directory.place
    building, _count = counts.most_common(1)[0]
    return next(one for one in directory.buildings if one.record.pk == building)


def doors_of(directories, offerings):
    """Return [(Directory, first door), …] of several offices; `offerings` are their answers, each with its desk read."""
    by_office = {}
    for one in offerings:
        by_office.setdefault(one.office_id, []).append((one.state, one.at_id))
    return [(one, first_door(one, by_office.get(one.office.pk, ()))) for one in directories]
