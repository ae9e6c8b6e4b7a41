"""The steps of a guide with the matters they lead to, and at one office with their desks."""

from dataclasses import dataclass

from offices.models import Building, Phone
from services.doors import first_door
from services.models import Guide, GuideStep, Handling, Offering, Service


@dataclass(frozen=True)
class Stop:
    """A matter on the way: at an office with its answer, its building and the number to call."""

    service: Service
    offering: Offering | None = None
    building: Building | None = None
    phone: Phone | None = None

    @property
    def state(self):
        return self.offering.state if self.offering else self.service.handling

    @property
    def label(self):
        return (self.offering.get_state_display if self.offering else self.service.get_handling_display)()

    @property
    def handler(self):
        """The record that says who handles it elsewhere."""
        return self.offering.handler if self.offering else self.service

    @property
    def is_here(self):
        """Tell whether a person goes to a desk of this office for it."""
        return self.offering is not None and self.offering.state != Handling.ELSEWHERE


@dataclass(frozen=True)
class Step:
    """One step of a guide with its stops."""

    record: GuideStep
    stops: list


def steps_of(guide: Guide):
    """Return the Steps of a guide for any office, in two queries."""
    steps = guide.steps.prefetch_related("services")
    return [Step(one, [Stop(service) for service in one.services.all() if service.owner_id is None]) for one in steps]


def steps_at(guide: Guide, directory):
    """Return the Steps of a guide at one office, in four queries. `directory` is the office's Directory."""
    answers = answers_of(guide, directory)
    door = first_door(directory, [(one.state, one.at_id) for one in answers.values()])
    return [
        Step(step.record, [_stop(stop.service, answers.get(stop.service.pk), directory, door) for stop in step.stops])
        for step in steps_of(guide)
    ]


def answers_of(guide, directory):
    """Return {id of a service: the office's Offering} for what a guide leads to, in two queries."""
    return {
        one.service_id: one
        for one in Offering.objects.filter(office=directory.office, service__guide_steps__guide=guide)
        .select_related("section__building", "building")
        .prefetch_related("phones")
        .distinct()
    }


def _stop(service, offering, directory, door):
    if offering is None:
        return Stop(service)
    if desk := _desk_at(door, offering):
        return Stop(service, offering, desk.record.building, desk.main_phone)
    building = offering.at
    if building is None and len(directory.buildings) == 1:
        building = directory.buildings[0].record
    # The number for this matter, where the office has one: the same that its sheet shows first.
    phone = next(iter(offering.phones.all()), directory.of(offering.section or offering.building).main_phone)
    return Stop(service, offering, building, phone)


def _desk_at(door, offering):
    """Return the desk for a matter in the building where the guide begins, when it has one of its own there.

    An office with several buildings may have two desks for one matter, the second for some people: "Praca socjalna",
    and elsewhere "Praca socjalna dla osób starszych". Who follows a guide through one building is sent to the desk there.
    """
    own = offering.section
    if own is None or not isinstance(door.record, Building) or door.record.pk == own.building_id:
        return None
    return next((one for one in door.sections if one.record.name_pl.startswith(f"{own.name_pl} ")), None)
