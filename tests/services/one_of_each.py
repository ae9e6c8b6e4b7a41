"""One record of every kind of services."""

from types import SimpleNamespace

from django.core.files.base import ContentFile

from services import models
from tests.factories import (
    make_amount,
    make_building,
    make_deadline,
    make_document,
    make_guide,
    make_offering,
    make_office,
    make_section,
    make_service,
    make_situation,
)


def one_of_each():
    """Return one record of every kind at office a, and what belongs to office b."""
    a, b = make_office("a"), make_office("b")
    situation = make_situation()
    service = make_service(situations=[situation])
    section, building = make_section(a), make_building(a)
    offering = make_offering(a, service, section=section)
    document = make_document()
    guide = make_guide("dziecko", [service], situation=situation)
    return SimpleNamespace(
        a=a,
        b=b,
        situation=situation,
        service=service,
        section=section,
        building=building,
        other_section=make_section(b),
        other_building=make_building(b),
        other_service=make_service("klub", owner=b),
        offering=offering,
        form=models.Form.objects.create(offering=offering, title="Wniosek", url="https://example.org/wniosek.pdf"),
        basis=models.LegalBasis.objects.create(service=service, act="ustawa o pomocy społecznej", provision="art. 37"),
        amount=make_amount(service),
        deadline=make_deadline(service),
        document=document,
        required=service.required_documents.create(document=document),
        guide=guide,
        step=guide.steps.get(),
        recording=make_recording(service),
    )


def make_recording(service, **fields):
    """Make a recording with tiny files, which go to MEDIA_ROOT."""
    kinds = {"film": "mp4", "still": "jpg", "captions": "vtt"}
    files = {name: ContentFile(b"x", f"sprawa.{kind}") for name, kind in kinds.items()}
    return models.SheetRecording.objects.create(service=service, transcript="Treść.", **(files | fields))
