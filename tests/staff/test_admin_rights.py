"""An editor reaches the records of their own offices and no others, however a request is forged."""

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from offices.models import AccessibilityFact, HoursException, Notice, Office, Phone, Schedule, Section
from tests.cast import (
    LABELS,
    PAGES,
    address,
    elements,
    errors_of,
    filled_in,
    model_of,
    save,
    stored,
)

pytestmark = pytest.mark.slow  # Each kind of record in each way; test_rights.py holds the rules themselves.

SHARED = [
    "offices.glossaryterm",
    "offices.helpline",
    "search.unansweredquery",
    "services.document",
    "services.guide",
    "services.lifesituation",
]
OF_SUPERUSERS = ["search.dangerphrase"]
OF_OFFICES = [label for label in LABELS if not label.startswith("auth.") and label not in SHARED + OF_SUPERUSERS]


def of_a(scene, label):
    """Return the record of this kind at office A."""
    return next(record for record in vars(scene.a).values() if record._meta.label_lower == label)


def refused(response):
    """Tell whether a page was forbidden, or said that there is no such record."""
    return (response.status_code, response.headers.get("Location")) in [(403, None), (302, "/admin/")]


def is_stored(record):
    return type(record).objects.filter(pk=record.pk).exists()


# --- Every kind of record, every page


def newest(label):
    return model_of(label).objects.order_by("-pk").first()


def answers(client, records, pages=PAGES):
    """Return {(kind, page): response} for these records, given by kind."""
    return {(label, page): client.get(address(record, page)) for label, record in records.items() for page in pages}


def test_stranger_is_refused_everywhere(as_, celina, scene):
    found = answers(as_(celina), {label: newest(label) for label in LABELS})
    assert [key for key, response in found.items() if not refused(response)] == []


def test_visitor_is_asked_to_sign_in_everywhere(client, scene, dorota):
    targets = [address(newest(label), page) for label in LABELS for page in PAGES]
    asked = {target: client.get(target).headers.get("Location") for target in targets}
    assert asked == {target: f"/admin/login/?next={target}" for target in targets}


def test_editor_is_sent_away_from_another_office(as_, borys, scene):
    found = answers(as_(borys), {label: of_a(scene, label) for label in OF_OFFICES}, ["change", "history", "delete"])
    assert [key for key, response in found.items() if not refused(response)] == []


def test_editor_does_not_see_another_office_in_a_list(as_, borys, scene):
    found = answers(as_(borys), {label: of_a(scene, label) for label in OF_OFFICES}, ["changelist"])
    seen = [key for key, response in found.items() if of_a(scene, key[0]) in response.context["cl"].queryset]
    assert seen == []


def test_editor_is_not_offered_another_office_when_adding(as_, borys, scene):
    labels = [label for label in OF_OFFICES if label != "offices.office"]
    found = answers(as_(borys), {label: of_a(scene, label) for label in labels}, ["add"])
    offered = {key: [one.text for one in elements(response, "option")] for key, response in found.items()}
    assert [key for key, texts in offered.items() if {"OPS A", "Budynek A"} & set(texts)] == []


def test_editor_reaches_own_office(as_, alicja, scene):
    found = answers(as_(alicja), {label: of_a(scene, label) for label in OF_OFFICES})
    closed = [("offices.office", "add"), ("offices.office", "delete")]
    wanted = {key: 403 if key in closed else 200 for key in found}
    assert {key: response.status_code for key, response in found.items()} == wanted


def test_editor_sees_what_offices_share(as_, alicja, scene):
    found = answers(as_(alicja), {label: model_of(label).objects.first() for label in SHARED})
    wanted = {key: 403 if key[1] in ("add", "delete") else 200 for key in found}
    assert {key: response.status_code for key, response in found.items()} == wanted


def test_editor_cannot_save_what_offices_share(as_, alicja, scene):
    client, values = as_(alicja), {"title_pl": "Zmienione", "name_pl": "Zmienione"}
    answered = {label: client.post(address(model_of(label).objects.first()), values).status_code for label in SHARED}
    assert answered == dict.fromkeys(SHARED, 403)


def test_editor_does_not_reach_accounts(as_, alicja, scene):
    accounts = {
        label: model_of(label).objects.first()
        for label in LABELS
        if label.startswith("auth.") or label in OF_SUPERUSERS
    }
    found = answers(as_(alicja), accounts)
    assert [key for key, response in found.items() if not refused(response)] == []


def test_inactive_editor_is_signed_out(as_, alicja, scene):
    client = as_(alicja)
    alicja.is_active = False
    alicja.save()
    assert client.get(address(scene.a.notice)).status_code == 302


def test_editor_who_is_no_longer_staff_is_signed_out(as_, alicja, scene):
    client = as_(alicja)
    alicja.is_staff = False
    alicja.save()
    assert client.get(address(scene.a.notice)).status_code == 302


# --- Work at one's own office


def test_editor_adds_a_notice(as_, alicja, scene):
    save(as_(alicja), address(scene.a.notice, "add"), title_pl="Awaria telefonu")
    assert Notice.objects.get(title_pl="Awaria telefonu").office == scene.a.office


def test_editor_changes_a_building(as_, alicja, scene):
    save(as_(alicja), address(scene.a.building), way_in_pl="Drzwi od podwórza")
    scene.a.building.refresh_from_db()
    assert scene.a.building.way_in_pl == "Drzwi od podwórza"


def test_editor_deletes_an_exception(as_, alicja, scene):
    as_(alicja).post(address(scene.a.exception, "delete"), {"post": "yes"})
    assert not HoursException.objects.filter(pk=scene.a.exception.pk).exists()


def test_editor_of_two_offices_works_at_both(as_, alicja, scene):
    alicja.offices.add(scene.b.office)
    answers = [as_(alicja).get(address(one.building)).status_code for one in (scene.a, scene.b)]
    assert answers == [200, 200]


def test_editor_marks_records_as_checked_today(as_, alicja, scene):
    chosen = [scene.a.building.pk]
    as_(alicja).post(address(scene.a.building, "changelist"), {"action": "checked_today", "_selected_action": chosen})
    scene.a.building.refresh_from_db()
    assert scene.a.building.checked_on == timezone.localdate()


def test_marking_as_checked_is_written_to_the_history(as_, alicja, scene):
    as_(alicja).post(
        address(scene.a.phone, "changelist"), {"action": "checked_today", "_selected_action": [scene.a.phone.pk]}
    )
    assert [str(entry).strip() for entry in LogEntry.objects.all()] == [
        "Zmieniono „52 387 87 01” — Zmodyfikowano sprawdzono dnia."
    ]


def test_editor_adds_a_phone_an_accessibility_fact_and_a_section_on_the_page_of_a_building(as_, alicja, scene):
    values = {
        "phones-TOTAL_FORMS": "2",
        "phones-1-number": "52 387 87 02",
        "phones-1-position": "2",
        "accessibility_facts-TOTAL_FORMS": "1",
        "accessibility_facts-0-feature": "lift",
        "accessibility_facts-0-answer": "yes",
        "sections-TOTAL_FORMS": "2",
        "sections-1-name_pl": "Świetlica",
        "sections-1-kind": "club",
        "sections-1-position": "2",
    }
    save(as_(alicja), address(scene.a.building), **values)
    section = Section.objects.get(slug="swietlica")
    assert (section.office, section.building) == (scene.a.office, scene.a.building)
    assert Phone.objects.get(number="523878702").building == scene.a.building
    assert AccessibilityFact.objects.get().building == scene.a.building


# --- Their own office, not all of it


def test_editor_changes_the_contact_of_the_office(as_, alicja, scene):
    save(as_(alicja), address(scene.a.office), email="ops@example.pl")
    scene.a.office.refresh_from_db()
    assert scene.a.office.email == "ops@example.pl"


def test_editor_cannot_publish_rename_or_hand_over_the_office(as_, alicja, borys, scene):
    save(as_(alicja), address(scene.a.office), slug="moj", is_published="on", editors=[alicja.pk, borys.pk])
    office = Office.objects.get(pk=scene.a.office.pk)
    assert (office.slug, office.is_published, list(office.editors.all())) == ("osrodek-a", False, [alicja])


def test_editor_cannot_add_an_office(as_, alicja, scene):
    values = {"name_pl": "Nowy", "short_name_pl": "N", "kind": "ops", "slug": "nowy", "municipality": "N"}
    assert as_(alicja).post(address(scene.a.office, "add"), values).status_code == 403


def test_editor_cannot_add_an_office_as_a_copy(as_, alicja, scene):
    values = filled_in(as_(alicja).get(address(scene.a.office))) | {"_saveasnew": "1", "slug": "kopia"}
    assert as_(alicja).post(address(scene.a.office), values).status_code == 403


def test_editor_cannot_delete_the_office(as_, alicja, scene):
    assert as_(alicja).post(address(scene.a.office, "delete"), {"post": "yes"}).status_code == 403


def test_editor_cannot_change_the_address_of_a_building(as_, alicja, scene):
    save(as_(alicja), address(scene.a.building), slug="inny")
    scene.a.building.refresh_from_db()
    assert scene.a.building.slug == "budynek"


def test_superuser_changes_the_address_of_a_building(as_, dorota, scene):
    save(as_(dorota), address(scene.a.building), slug="inny")
    scene.a.building.refresh_from_db()
    assert scene.a.building.slug == "inny"


# --- Forged requests


def test_forged_save_of_another_office_changes_nothing(as_, borys, dorota, scene):
    wrong = []
    for label in OF_OFFICES:
        record = of_a(scene, label)
        before = stored(record)
        values = filled_in(as_(dorota).get(address(record)))
        changed = {name: "Moje" for name in values if name.endswith("_pl") and "-" not in name}
        response = as_(borys).post(address(record), values | changed)
        wrong += [] if (refused(response), stored(record)) == (True, before) else [label]
    assert wrong == []


def test_forged_deletion_at_another_office_deletes_nothing(as_, borys, scene):
    client = as_(borys)
    for label in OF_OFFICES:
        client.post(address(of_a(scene, label), "delete"), {"post": "yes"})
    assert [label for label in OF_OFFICES if not is_stored(of_a(scene, label))] == []


def test_forged_bulk_deletion_deletes_nothing(as_, borys, scene):
    client = as_(borys)
    for label in OF_OFFICES:
        values = {"action": "delete_selected", "_selected_action": [of_a(scene, label).pk], "post": "yes"}
        client.post(address(of_a(scene, label), "changelist"), values)
    assert [label for label in OF_OFFICES if not is_stored(of_a(scene, label))] == []


def test_forged_bulk_check_changes_nothing(as_, borys, scene):
    values = {"action": "checked_today", "_selected_action": [scene.a.building.pk]}
    as_(borys).post(address(scene.a.building, "changelist"), values)
    scene.a.building.refresh_from_db()
    assert scene.a.building.checked_on is None


def test_forged_bulk_check_of_shared_records_changes_nothing(as_, borys, scene):
    values = {"action": "checked_today", "_selected_action": [scene.shared.help_line.pk]}
    as_(borys).post(address(scene.shared.help_line, "changelist"), values)
    scene.shared.help_line.refresh_from_db()
    assert scene.shared.help_line.checked_on is None


@pytest.mark.parametrize("kind", ["building", "section", "notice", "page", "declaration"])
def test_forged_add_to_another_office_is_refused(as_, borys, scene, kind):
    model = type(getattr(scene.a, kind))
    model.objects.filter(office=scene.a.office).delete()
    texts = {"name_pl": "X", "title_pl": "X", "text_pl": "X", "slug": "x", "street": "X 1", "town": "X", "kind": "desk"}
    if kind == "page":
        texts["kind"] = "prywatnosc"
    dates = dict.fromkeys(["site_published_on", "site_updated_on", "prepared_on"], "2026-01-01") | {"status": "full"}
    save(as_(borys), address(getattr(scene.b, kind), "add"), office=scene.a.office.pk, **texts, **dates)
    assert not model.objects.filter(office=scene.a.office).exists()


@pytest.mark.parametrize("kind", ["building", "section", "notice", "page", "declaration"])
def test_forged_move_to_another_office_is_refused(as_, borys, scene, kind):
    record = getattr(scene.b, kind)
    save(as_(borys), address(record), office=scene.a.office.pk)
    record.refresh_from_db()
    assert record.office == scene.b.office


@pytest.mark.parametrize("place", ["office", "building", "section"])
@pytest.mark.parametrize("kind", ["phone", "exception", "schedule"])
def test_forged_move_to_another_place_is_refused(as_, borys, scene, kind, place):
    record = getattr(scene.b, kind)
    nowhere = {"office": "", "building": "", "section": ""}
    response = save(as_(borys), address(record), **nowhere | {place: getattr(scene.a, place).pk})
    record.refresh_from_db()
    assert (response.status_code, record.home_office) == (200, scene.b.office)


def test_forged_schedule_of_another_phone_is_refused(as_, borys, scene):
    save(as_(borys), address(scene.b.schedule, "add"), phone=scene.a.phone.pk)
    assert not Schedule.objects.filter(phone=scene.a.phone).exists()


def test_forged_schedule_of_a_help_line_is_refused(as_, borys, scene):
    save(as_(borys), address(scene.b.schedule, "add"), help_line=scene.shared.help_line.pk)
    assert not Schedule.objects.filter(help_line=scene.shared.help_line).exists()


def test_record_of_no_place_is_refused_in_words(as_, dorota, scene):
    response = save(as_(dorota), address(scene.a.phone), building="")
    assert errors_of(response) == ["Wybierz, do czego to należy: ośrodek, budynek albo komórka."]


def test_record_of_two_places_is_refused_in_words(as_, dorota, scene):
    response = save(as_(dorota), address(scene.a.phone), office=scene.a.office.pk)
    assert errors_of(response) == [
        "Wybierz jedno miejsce: ośrodek, budynek albo komórkę, nie kilka naraz.",
        "Wybierz jedno miejsce, nie kilka naraz.",
    ]


@pytest.mark.parametrize("kind", ["section", "notice"])
def test_forged_building_of_another_office_is_refused(as_, borys, scene, kind):
    record = getattr(scene.b, kind)
    save(as_(borys), address(record), building=scene.a.building.pk)
    record.refresh_from_db()
    assert record.building in (None, scene.b.building)


def test_building_of_the_other_of_ones_offices_is_refused(as_, alicja, scene):
    alicja.offices.add(scene.b.office)
    response = save(as_(alicja), address(scene.a.section), building=scene.b.building.pk)
    assert errors_of(response) == ["Ten budynek należy do innego ośrodka. Wybierz budynek swojego ośrodka."]


@pytest.mark.parametrize(
    ("rows", "kind", "field"),
    [
        ("phones", "phone", "purpose_pl"),
        ("hoursexceptions", "exception", "reason_pl"),
        ("sections", "section", "name_pl"),
    ],
)
def test_forged_row_of_another_office_is_not_saved(as_, borys, scene, rows, kind, field):
    stranger = getattr(scene.a, kind)
    before = stored(stranger)
    changed = {f"{rows}-0-id": stranger.pk, f"{rows}-0-{field}": "Moje"}
    save(as_(borys), address(scene.b.building), **changed)
    assert stored(stranger) == before


def test_forged_parent_of_a_row_is_refused(as_, borys, scene):
    save(
        as_(borys),
        address(scene.b.building),
        **{
            "phones-TOTAL_FORMS": "2",
            "phones-1-number": "112",
            "phones-1-position": "1",
            "phones-1-building": scene.a.building.pk,
        },
    )
    assert not Phone.objects.filter(number="112", building=scene.a.building).exists()


def test_forged_hours_of_another_office_are_refused(as_, borys, scene):
    save(
        as_(borys), address(scene.b.section), **{"weekly_hours-0-id": scene.a.hours.pk, "weekly_hours-0-opens": "05:00"}
    )
    scene.a.hours.refresh_from_db()
    assert scene.a.hours.opens.hour == 8


def test_editor_who_lost_the_office_cannot_save_the_open_form(as_, alicja, scene):
    values = filled_in(as_(alicja).get(address(scene.a.building))) | {"town": "Inne"}
    alicja.offices.clear()
    assert as_(alicja).post(address(scene.a.building), values).status_code == 403
