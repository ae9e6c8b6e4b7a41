"""Records for tests, each with what it must have and nothing more; every field can be given."""

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

from offices import models as at
from services import models as of

WARSAW = ZoneInfo("Europe/Warsaw")
DATE = dt.date(2026, 3, 2)  # A Monday.


def warsaw(*parts):
    """Return a moment of Polish wall time: `warsaw(2026, 3, 2, 8)`."""
    return dt.datetime(*parts, tzinfo=WARSAW)


def make_office(slug="a", **fields):
    """Make a published office."""
    defaults = {
        "name": f"Ośrodek Pomocy Społecznej {slug}",
        "short_name": f"OPS {slug}",
        "kind": "ops",
        "municipality": slug,
        "is_published": True,
    }
    return at.Office.objects.create(slug=slug, **(defaults | fields))


def make_building(office, slug="budynek", **fields):
    defaults = {"name": f"Budynek {slug}", "street": "Leśna 1", "town": "Las"}
    return at.Building.objects.create(office=office, slug=slug, **(defaults | fields))


def make_section(office, slug="komorka", **fields):
    return at.Section.objects.create(office=office, slug=slug, **({"name": f"Komórka {slug}"} | fields))


def make_phone(number="523878701", **place_and_fields):
    return at.Phone.objects.create(number=number, **place_and_fields)


def make_schedule(*rows, **place_and_fields):
    """Make a schedule of rows such as `(0, 8, 16)`: weekday, from and to hour; `(2,)` is stated closed."""
    schedule = at.Schedule.objects.create(**place_and_fields)
    for weekday, *hours in rows:
        if hours:
            make_hours(schedule, weekday, *hours)
        else:
            make_hours(schedule, weekday, None, None, mode="closed")
    return schedule


def make_hours(schedule, weekday=0, opens=8, closes=16, **fields):
    return at.WeeklyHours.objects.create(
        schedule=schedule, weekday=weekday, opens=_time(opens), closes=_time(closes), **fields
    )


def make_exception(first_day=DATE, last_day=None, **place_and_fields):
    """Make an exception: closed all day, unless hours are given."""
    fields = place_and_fields | {name: _time(place_and_fields.get(name)) for name in ("opens", "closes")}
    return at.HoursException.objects.create(first_day=first_day, last_day=last_day or first_day, **fields)


def make_notice(office, **fields):
    return at.Notice.objects.create(office=office, **({"title": "Komunikat", "starts_at": warsaw(2026, 3, 2)} | fields))


def make_help_line(slug="linia", **fields):
    defaults = {"name": f"Linia {slug}", "number": "116111", "topic": "crisis", "for_whom": "dla każdego"}
    if fields.get("is_core"):
        defaults["answers_always"] = True
    return at.HelpLine.objects.create(slug=slug, **(defaults | fields))


def make_situation(slug="brak-pieniedzy", **fields):
    defaults = {"title": f"Sytuacja {slug}", "icon": "coin"}
    return of.LifeSituation.objects.create(slug=slug, **(defaults | fields))


def make_service(slug="zasilek-staly", situations=(), **fields):
    defaults = {"name": f"Sprawa {slug}", "summary": "Jedno zdanie."}
    service = of.Service.objects.create(slug=slug, **(defaults | fields))
    service.situations.set(situations)
    return service


def make_offering(office, service, **fields):
    return of.Offering.objects.create(office=office, service=service, **fields)


def make_document(slug="dowod-osobisty", **fields):
    return of.Document.objects.create(slug=slug, **({"name": f"Dokument {slug}"} | fields))


def make_deadline(service, **fields):
    """Make a deadline: from 1 to 15 September, every year."""
    defaults = {"label": "Wnioski na rok szkolny", "first_day": "09-01", "last_day": "09-15"}
    return of.Deadline.objects.create(service=service, **(defaults | fields))


def make_amount(service, **fields):
    return of.Amount.objects.create(service=service, **({"label": "Najwyżej", "value": Decimal("1229.00")} | fields))


def make_guide(slug="dziecko", *steps, situation=None, **fields):
    """Make a guide with these steps, each the matters that it leads to: `make_guide("dziecko", [], [service])`."""
    situation = situation or make_situation(f"sytuacja-{slug}")
    defaults = {"title": f"Przewodnik {slug}", "summary": "Co zrobić po kolei."}
    guide = of.Guide.objects.create(slug=slug, situation=situation, **(defaults | fields))
    for number, services in enumerate(steps, 1):
        step = guide.steps.create(position=number, title=f"Krok {number}")
        step.services.set(services)
    return guide


def _time(hour):
    """Return a time for a whole hour; 24 is the midnight that ends a day."""
    return dt.time(hour % 24) if isinstance(hour, int) else hour
