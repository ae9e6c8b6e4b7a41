"""One record of every kind, for tests that go through them all."""

from types import SimpleNamespace

from django.core.files.base import ContentFile

from languages.models import GlossaryTerm
from offices import models
from tests.factories import (
    DATE,
    make_building,
    make_exception,
    make_help_line,
    make_hours,
    make_notice,
    make_office,
    make_phone,
    make_section,
)


def make_declaration(office, **fields):
    dates = {"site_published_on": DATE, "site_updated_on": DATE, "prepared_on": DATE}
    return models.AccessibilityDeclaration.objects.create(office=office, status="partial", **(dates | fields))


def make_recording(office, **fields):
    """Make a recording with tiny files, which go to MEDIA_ROOT."""
    kinds = {"film": "mp4", "still": "jpg", "captions": "vtt"}
    files = {name: ContentFile(b"x", f"osrodek.{kind}") for name, kind in kinds.items()}
    return models.OfficeRecording.objects.create(office=office, transcript="Treść.", **(files | fields))


def one_of_each():
    """One record of every kind, and a building of another office."""
    a, b = make_office("a"), make_office("b")
    building = make_building(a)
    section = make_section(a, building=building)
    phone = make_phone(building=building)
    help_line = make_help_line()
    schedule = models.Schedule.objects.create(building=building)
    return SimpleNamespace(
        a=a,
        b=b,
        building=building,
        elsewhere=make_building(b),
        section=section,
        phone=phone,
        help_line=help_line,
        schedule=schedule,
        hours=make_hours(schedule),
        exception=make_exception(building=building),
        notice=make_notice(a),
        fact=models.AccessibilityFact.objects.create(building=building, feature="lift", answer="no"),
        year=models.HolidayYear.objects.create(office=a, year=2026, confirmed_on=DATE),
        declaration=make_declaration(a),
        term=GlossaryTerm.objects.create(pl="wniosek", en="application", uk="заява"),
        page=models.OfficePage.objects.create(office=a, kind="prywatnosc", title="Prywatność", text="Tekst"),
        recording=make_recording(a),
    )
