"""Where to go first: of an office with several buildings, the one that handles what brings a person here."""

from collections import Counter
from dataclasses import dataclass

from offices.models import Building, Phone
from services.models import Handling, Offering


@dataclass(frozen=True)
class Desk:
    """Who handles a matter at one office, and whom to call.

    `offering` is the office's answer, if it gave one; `number` is that of those who handle it elsewhere, where they have
    one; `phone` is the desk's, or of the office that knows the way to them; `at` the building of the desk.
    """

    offering: Offering | None
    is_elsewhere: bool
    phone: Phone | None
    number: str = ""
    at: Building | None = None


def desk_of(service, offering, directory):
    """Return the Desk of a service at the office of this Directory; `offering` is its answer, with its numbers, or None.

    What others handle is asked of them; where they have no number, of the office, which knows the way.
    """
    is_elsewhere = (offering.state if offering else service.handling) == Handling.ELSEWHERE
    own = list(offering.phones.all()) if offering else []
    place = directory.of((offering.section or offering.building) if offering else None)
    return Desk(
        offering,
        is_elsewhere,
        own[0] if own else place.main_phone,
        (offering.handler if offering else service).handled_phone if is_elsewhere else "",
        _building(offering, directory) if offering and not is_elsewhere else None,
    )


def _building(offering, directory):
    """Return the building of an office's answer that may be shown; of an office with one building that one."""
    at = offering.at or (directory.buildings[0].record if len(directory.buildings) == 1 else None)
    return at if at and not at.is_confidential else None


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
