"""The steps of a guide with the matters they lead to, and at one office with their desks."""

from dataclasses import dataclass

from offices.models import Building, Phone
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
    answers = {
        one.service_id: one
        for one in Offering.objects.filter(office=directory.office, service__guide_steps__guide=guide)
        .select_related("section__building", "building")
        .prefetch_related("phones")
        .distinct()
    }
    return [
        Step(step.record, [_stop(stop.service, answers.get(stop.service.pk), directory) for stop in step.stops])
        for step in steps_of(guide)
    ]


def _stop(service, offering, directory):
    if offering is None:
        return Stop(service)
    building = offering.at
    if building is None and len(directory.buildings) == 1:
        building = directory.buildings[0].record
    # The number for this matter, where the office has one: the same that its sheet shows first.
    phone = next(iter(offering.phones.all()), directory.of(offering.section or offering.building).main_phone)
    return Stop(service, offering, building, phone)
