"""Common services are seen by every editor; an office's own services and offerings are its editors' work."""

import pytest

from offices.models import Phone
from services.models import Amount, Form, LegalBasis, Offering, Service
from tests.cast import address, autocomplete, elements, errors_of, filled_in, save, stored

pytestmark = pytest.mark.slow  # Each opens and sends a whole form.

NEW_SERVICE = {"name_pl": "Świetlica", "slug": "swietlica", "summary_pl": "Zajęcia dla dzieci."}


def test_editor_sees_common_services_and_own(as_, alicja, scene):
    response = as_(alicja).get(address(scene.a.service, "changelist"))
    assert set(response.context["cl"].queryset) == {scene.shared.service, scene.a.service}


def test_editor_reads_a_common_service(as_, alicja, scene):
    response = as_(alicja).get(address(scene.shared.service))
    names = {one.get("name") for one in elements(response, "input", "textarea", "select")}
    assert (response.status_code, names & {"name_pl", "summary_pl", "amounts-0-value"}) == (200, set())


def test_editor_cannot_change_a_common_service(as_, alicja, scene):
    response = as_(alicja).post(address(scene.shared.service), {"name_pl": "Moje", "slug": "moje", "summary_pl": "M"})
    assert response.status_code == 403


def test_editor_cannot_delete_a_common_service(as_, alicja, scene):
    response = as_(alicja).post(address(scene.shared.service, "delete"), {"post": "yes"})
    assert response.status_code == 403


@pytest.mark.parametrize("action", ["delete_selected", "checked_today"])
def test_editor_cannot_touch_common_services_in_bulk(as_, alicja, scene, action):
    before = stored(scene.shared.service)
    values = {"action": action, "_selected_action": [scene.shared.service.pk], "post": "yes"}
    as_(alicja).post(address(scene.shared.service, "changelist"), values)
    assert stored(scene.shared.service) == before


def test_editor_adds_an_own_service(as_, alicja, scene):
    save(as_(alicja), address(scene.a.service, "add"), **NEW_SERVICE)
    assert Service.objects.get(slug="swietlica").owner == scene.a.office


@pytest.mark.parametrize("owner", ["", "b"])
def test_forged_owner_of_a_new_service_is_refused(as_, alicja, scene, owner):
    pk = scene.b.office.pk if owner else ""
    save(as_(alicja), address(scene.a.service, "add"), **NEW_SERVICE, owner=pk)
    assert not Service.objects.filter(slug="swietlica").exists()


def test_forged_owner_of_an_own_service_is_ignored(as_, alicja, scene):
    save(as_(alicja), address(scene.a.service), owner="")
    scene.a.service.refresh_from_db()
    assert scene.a.service.owner == scene.a.office


def test_superuser_adds_a_common_service_with_amounts_and_acts(as_, dorota, scene):
    rows = {
        "amounts-TOTAL_FORMS": "1",
        "amounts-0-label_pl": "Dochód osoby samotnej, najwyżej",
        "amounts-0-value": "1010,50",
        "amounts-0-is_confirmed": "on",
        "legal_bases-TOTAL_FORMS": "1",
        "legal_bases-0-act": "Ustawa o pomocy społecznej",
    }
    save(as_(dorota), address(scene.a.service, "add"), **NEW_SERVICE, **rows, owner="")
    assert [str(Amount.objects.get().value), LegalBasis.objects.get().act] == ["1010.50", "Ustawa o pomocy społecznej"]


def test_service_handled_elsewhere_must_say_where(as_, dorota, scene):
    response = save(as_(dorota), address(scene.shared.service), handling="elsewhere")
    assert errors_of(response) == ["Napisz, kto to załatwia, na przykład „ZUS”."]


# --- Offerings


def test_editor_adds_an_offering_with_a_form(as_, alicja, scene):
    values = {
        "service": scene.a.service.pk,
        "section": scene.a.section.pk,
        "phones": [scene.a.phone.pk],
        "forms-TOTAL_FORMS": "1",
        "forms-0-title_pl": "Wniosek",
        "forms-0-url": "https://example.pl/wniosek.pdf",
    }
    save(as_(alicja), address(scene.a.offering, "add"), **values)
    offering = Offering.objects.get(service=scene.a.service)
    assert (offering.office, list(offering.phones.all())) == (scene.a.office, [scene.a.phone])
    assert Form.objects.get().offering == offering


@pytest.mark.parametrize(("field", "kind"), [("office", "office"), ("service", "service")])
def test_forged_new_offering_is_refused(as_, borys, scene, field, kind):
    values = {"service": scene.b.service.pk} | {field: getattr(scene.a, kind).pk}
    response = save(as_(borys), address(scene.b.offering, "add"), **values)
    assert (response.status_code, Offering.objects.count()) == (200, 2)


@pytest.mark.parametrize(("field", "kind"), [("section", "section"), ("building", "building"), ("phones", "phone")])
def test_forged_place_of_an_offering_is_refused(as_, borys, scene, field, kind):
    before = stored(scene.b.offering)
    response = save(as_(borys), address(scene.b.offering), **{"section": ""} | {field: [getattr(scene.a, kind).pk]})
    assert (response.status_code, stored(scene.b.offering)) == (200, before)
    assert not scene.b.offering.phones.exists()


@pytest.mark.parametrize(("field", "kind"), [("office", "office"), ("service", "service")])
def test_forged_move_of_an_offering_is_ignored(as_, borys, scene, field, kind):
    before = stored(scene.b.offering)
    save(as_(borys), address(scene.b.offering), **{field: getattr(scene.a, kind).pk})
    assert stored(scene.b.offering) == before


def test_phone_of_the_other_of_ones_offices_is_refused(as_, alicja, scene):
    alicja.offices.add(scene.b.office)
    response = save(as_(alicja), address(scene.a.offering), phones=[scene.b.phone.pk])
    assert errors_of(response) == ["Te telefony należą do innego ośrodka: 22 787 27 01."]


def test_late_save_of_phones_changes_nothing(as_, alicja, dorota, scene):
    values = filled_in(as_(alicja).get(address(scene.a.offering)))
    other = Phone.objects.create(office=scene.a.office, number="523878702")
    save(as_(dorota), address(scene.a.offering), phones=[other.pk])
    as_(alicja).post(address(scene.a.offering), values | {"phones": [scene.a.phone.pk]})
    assert list(scene.a.offering.phones.all()) == [other]


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        ("service", ["Zasiłek stały", "Klub B"]),
        ("section", ["Komórka B"]),
        ("building", ["Budynek B, Leśna 1"]),
        ("phones", ["22 787 27 01"]),
    ],
)
def test_autocomplete_offers_own_and_common_records(as_, borys, scene, field, answer):
    assert autocomplete(as_(borys), "services.offering", field) == answer


def test_autocomplete_finds_a_phone_however_it_is_typed(as_, borys, scene):
    assert autocomplete(as_(borys), "services.offering", "phones", "22 787-27") == ["22 787 27 01"]


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_offerings_takes_the_same_number_of_queries(as_, alicja, scene, django_assert_num_queries, count):
    for number in range(1, count):
        service = Service.objects.create(name_pl="Inna", slug=f"inna-{number}", summary_pl="Inna.")
        scene.a.office.offerings.create(service=service, building=scene.a.building)
    client = as_(alicja)
    with django_assert_num_queries(8):
        response = client.get(address(scene.a.offering, "changelist"))
    assert response.context["cl"].result_count == count


def test_own_matter_has_a_page_as_soon_as_it_is_saved(as_, alicja, scene, client):
    scene.a.office.is_published = True
    scene.a.office.save()
    save(as_(alicja), address(scene.a.service, "add"), **NEW_SERVICE)
    page = Service.objects.get(slug="swietlica").get_absolute_url()
    assert (page, client.get(page).status_code) == ("/osrodek-a/sprawy/swietlica/", 200)


def test_matter_that_an_office_has_already_is_refused_in_words(as_, alicja, scene):
    taken = Offering.objects.get(office=scene.a.office)
    response = save(as_(alicja), address(taken, "add"), service=taken.service_id, state="here", origin="office")
    assert errors_of(response) == [
        "Ten ośrodek ma już tę sprawę. Znajdź ją na liście „Sprawy w ośrodku” i tam ją zmień."
    ]


def test_autocomplete_puts_what_begins_as_typed_first(as_, dorota, scene):
    for slug, name in {"zespol": "Zespół do spraw rodzin", "rodzinne": "Rodzinne świadczenia"}.items():
        Service.objects.create(name_pl=name, slug=slug, summary_pl="Pomoc.", position=1 if slug == "zespol" else 50)
    found = autocomplete(as_(dorota), "services.offering", "service", "rodzin")
    assert found == ["Rodzinne świadczenia", "Zespół do spraw rodzin"]
