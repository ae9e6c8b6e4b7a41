"""One office with its places, numbers and hours, gathered in a fixed number of queries."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import get_language

from offices import hours
from offices.hours.holidays import public_holidays
from offices.hours.states import State
from offices.hours.usual_week import usual_week
from offices.models import Building, Office, Phone, Schedule, Section
from offices.namesakes import tell_apart
from offices.timetables import timetables

Purpose = Schedule.Purpose
OTHER_PURPOSES = [purpose for purpose in Purpose if purpose != Purpose.RECEPTION]
# How the purposes of numbers begin that are one person's, or no telephone.
SOMEBODY = ("kierowni", "dyrektor", "zastępc", "z-ca", "fax", "faks")
CHANGES_SHOWN_FOR_DAYS = 14


@dataclass
class Place:
    """An office, a building or a section as a page shows it.

    `phones` are its own or, when it has none, those of the place around it; likewise its `timetable`.
    `others` are its own hours for other purposes (telephone, cash desk, director), each as a Place: (purpose, Place);
    `by_purpose` has for each of these purposes the Place with the hours that hold for it, its own or those around it.
    """

    record: Office | Building | Section
    moment: dt.datetime
    phones: list = field(default_factory=list)
    timetable: hours.Timetable = field(default_factory=hours.Timetable)
    sections: list = field(default_factory=list)
    others: list = field(default_factory=list)
    by_purpose: dict = field(default_factory=dict, repr=False, compare=False)

    @property
    def today(self):
        return self.moment.astimezone(hours.ZONE).date()

    @cached_property
    def status(self):
        return hours.status(self.timetable, self.moment, self._holidays)

    @cached_property
    def usual(self):
        """The usual week, Monday first, as seven `usual_week.UsualDay` values, with the rules for some weeks."""
        return usual_week(self.timetable, self.today)

    @property
    def week(self):
        """What holds every week at present, as seven `hours.Day` values around today."""
        return [one.day for one in self.usual]

    @cached_property
    def changes(self):
        """The days of the next two weeks that differ from the usual ones."""
        return hours.upcoming_changes(self.timetable, self.today, CHANGES_SHOWN_FOR_DAYS, self._holidays)

    @cached_property
    def fortnight(self):
        """The next fourteen days as they will be, today included."""
        dates = (self.today + dt.timedelta(days=number) for number in range(CHANGES_SHOWN_FOR_DAYS))
        return [hours.day(self.timetable, date, self._holidays) for date in dates]

    @property
    def distinct_sections(self):
        """The sections that keep numbers or hours of their own."""
        return [
            one for one in self.sections if one.phones != self.phones or one.timetable != self.timetable or one.others
        ]

    def serving(self, purpose):
        """Return this Place with the hours that it keeps for a purpose."""
        return self if purpose == Purpose.RECEPTION else self.by_purpose[purpose]

    def beside(self, purpose):
        """Return the other hours to be shown with a matter of this purpose: never the director's of another's."""
        wanted = {Purpose.PHONE, Purpose.CASH_DESK} if purpose == Purpose.RECEPTION else {Purpose.PHONE}
        return [(other, place) for other, place in self.others if other in wanted - {purpose}]

    @property
    def receives(self):
        """Tell whether somebody receives people, or answers, at this moment."""
        return self.status.state in (State.OPEN, State.APPOINTMENT, State.PHONE)

    @property
    def changes_at(self):
        """The moment until which what is said of now stays true: the next change here or in a section, or midnight."""
        midnight = dt.datetime.combine(self.today + dt.timedelta(days=1), dt.time(), hours.ZONE)
        return min(midnight, *(one.status.changes_at or midnight for one in (self, *self.sections)))

    @property
    def main_phone(self):
        return self.phones[0] if self.phones else None

    @cached_property
    def _holidays(self):
        return public_holidays(self.today - dt.timedelta(days=1), hours.SEARCH_DAYS + 2, get_language())


@dataclass
class Directory:
    """The office as a Place, with its buildings, and its sections under their buildings or on their own."""

    office: Office
    place: Place
    buildings: list[Place]
    sections: list[Place]
    places: dict
    lines: list

    def of(self, record):
        """Return the Place of a building or a section of this office; of the office for None."""
        return self.places[type(record), record.pk] if record else self.place

    @cached_property
    def answering(self):
        """The numbers of the office that somebody answers at this moment: [(Phone, Place), …]."""
        return [(phone, place) for phone, place in self.lines if place.status.state in (State.OPEN, State.PHONE)]


def directory_of(slug, moment):
    """Return the Directory of a published office at `moment`. Raises Http404 when there is none."""
    buildings = list(Building.objects.filter(office__slug=slug, office__is_published=True).select_related("office"))
    office = buildings[0].office if buildings else get_object_or_404(Office.objects.published(), slug=slug)
    return _gather([office], buildings, moment)[0]


def directories_of(offices, moment):
    """Return the Directory of each of these offices, in their order."""
    offices = tell_apart(offices)
    return _gather(offices, list(Building.objects.filter(office__in=offices)), moment)


def _gather(offices, buildings, moment):
    sections = list(Section.objects.filter(office__in=offices))
    groups = {"office": offices, "building": buildings, "section": sections}
    owned = Q()
    for name, records in groups.items():
        owned |= Q(**{f"{name}__in": [record.pk for record in records]})
    phones = list(Phone.objects.filter(owned))
    known = timetables(**groups, phone=phones)
    # Sorted once for all offices: looked through for each place, they would cost the square of the offices.
    phones_of = _by_owner(phones, *(f"{kind}_id" for kind in groups))
    buildings, sections = _by_owner(buildings, "office_id"), _by_owner(sections, "office_id")
    return [
        _directory(
            office, buildings["office_id", office.pk], sections["office_id", office.pk], phones_of, known, moment
        )
        for office in offices
    ]


def _by_owner(records, *columns):
    """Return {(column, id): records that name this id in this column}."""
    found = defaultdict(list)
    for record in records:
        for column in columns:
            found[column, getattr(record, column)].append(record)
    return found


def _directory(office, buildings, sections, phones_of, known, moment):
    surroundings = _Surroundings(office, len(buildings) > 1, phones_of, known, moment)
    whole = surroundings.put("office", office, [])
    buildings = [surroundings.put("building", one, [("office", office)]) for one in buildings]
    by_pk = {place.record.pk: place for place in buildings}
    loose = []
    for section in sections:
        building = by_pk.get(section.building_id)
        around = [("building", building.record), ("office", office)] if building else [("office", office)]
        (building.sections if building else loose).append(surroundings.put("section", section, around))
    if not whole.phones:
        # An office that lists its numbers by building is called at its first building.
        whole.phones = next((place.phones for place in buildings if place.phones), [])
        for place in surroundings.places.values():
            place.phones = place.phones or surroundings.lent(whole.phones)
    return Directory(office, whole, buildings, loose, surroundings.places, surroundings.lines)


@dataclass
class _Surroundings:
    """What the places of an office take from those around them.

    A line of owners is [(kind, record), …], nearest first. An office of several buildings lends each just its
    general number: the others belong to somebody.
    """

    office: Office
    has_buildings: bool
    phones_of: dict
    known: dict
    moment: dt.datetime
    places: dict = field(default_factory=dict)
    lines: list = field(default_factory=list)

    def put(self, owner, record, around):
        """Make the Place of a record whose surroundings, nearest first, are `around`."""
        line = [(owner, record), *around]
        place = Place(record, self.moment, self._phones(line), self._timetable(line, Purpose.RECEPTION))
        for purpose in OTHER_PURPOSES:
            hours_kept = self._timetable(line, purpose)
            place.by_purpose[purpose] = Place(record, self.moment, place.phones, hours_kept)
            if (owner, record.pk, purpose) in self.known:
                place.others.append((purpose, place.by_purpose[purpose]))
        for phone in self.phones_of[f"{owner}_id", record.pk]:
            answers = self._timetable([("phone", phone), *line], Purpose.PHONE, Purpose.RECEPTION)
            self.lines.append((phone, Place(record, self.moment, [phone], answers)))
        self.places[type(record), record.pk] = place
        return place

    def lent(self, phones):
        """Return those of the numbers of an office that a place of it without any gets."""
        return [general_number(phones)] if phones and self.has_buildings else phones

    def _phones(self, line):
        for kind, record in line:
            if found := self.phones_of[f"{kind}_id", record.pk]:
                return found if kind != "office" or len(line) == 1 else self.lent(found)
        return []

    def _timetable(self, line, *purposes):
        """Return the hours along a line of owners, nearest first, for the first of these purposes that has any."""
        for purpose in purposes:
            keys = [(kind, record.pk, wanted) for kind, record in line for wanted in (purpose, None)]
            if found := hours.inherited(*(self.known[key] for key in keys if key in self.known)):
                return found
        return found


def general_number(phones):
    """Return the number to call when none is meant: one without a purpose, else the first that is not somebody's own."""
    without = (phone for phone in phones if not phone.purpose_pl)
    of_nobody = (phone for phone in phones if not phone.purpose_pl.casefold().startswith(SOMEBODY))
    return next(without, None) or next(of_nobody, phones[0])
