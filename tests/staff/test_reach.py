"""What an editor reaches by side doors: suggestions, filters of a list, the way to the public page."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from staff.inputs import OneByTyping
from tests.cast import address, autocomplete, elements
from tests.factories import make_section


@pytest.mark.parametrize(
    ("source", "field", "answer"),
    [
        ("offices.section", "building", ["Budynek B, Leśna 1"]),
        ("offices.schedule", "section", ["Komórka B"]),
        ("offices.schedule", "phone", ["22 787 27 01"]),
        ("offices.schedule", "office", ["OPS B"]),
        ("offices.office", "editors", 403),
    ],
)
def test_autocomplete_keeps_to_own_offices(as_, borys, scene, source, field, answer):
    assert autocomplete(as_(borys), source, field) == answer


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        ("section", ["Komórka A – OPS A", "Komórka B – OPS B"]),
        ("phones", ["22 787 27 01 – OPS B", "52 387 87 01 – OPS A"]),
        ("service", ["Zasiłek stały", "Klub A – OPS A", "Klub B – OPS B"]),
    ],
)
def test_autocomplete_names_the_office_to_whom_works_for_several(as_, dorota, scene, field, answer):
    assert sorted(autocomplete(as_(dorota), "services.offering", field)) == sorted(answer)


@pytest.mark.parametrize("count", [1, 3])
def test_autocomplete_takes_the_same_number_of_queries(as_, dorota, scene, django_assert_num_queries, count):
    for number in range(1, count):
        make_section(scene.a.office, f"komorka-{number}", building=scene.a.building)
    client = as_(dorota)
    with django_assert_num_queries(5):
        autocomplete(client, "services.offering", "section")


@pytest.fixture
def many_offices(monkeypatch):
    monkeypatch.setattr("staff.rights.MOST_CHOICES", 1)


def test_office_of_many_is_found_by_typing(as_, dorota, scene, many_offices):
    form = as_(dorota).get(address(scene.a.section, "add")).context["adminform"].form
    assert isinstance(form.fields["office"].widget, OneByTyping)


@pytest.mark.parametrize("kind", ["section", "phone", "notice", "service", "offering", "exception"])
def test_list_is_narrowed_to_an_office_of_many_by_its_name(as_, dorota, scene, many_offices, kind):
    response = as_(dorota).get(address(getattr(scene.a, kind), "changelist"), {"osrodek": "ops b"})
    assert list(response.context["cl"].result_list) == [getattr(scene.b, kind)]


def test_filter_of_many_offices_is_a_field_that_keeps_the_rest_of_the_address(as_, dorota, scene, many_offices):
    response = as_(dorota).get(address(scene.a.section, "changelist"), {"osrodek": "ops b", "q": "Kom"})
    sent = {one.get("name"): one.get("value") for one in elements(response, "input")}
    assert (sent["osrodek"], sent["q"]) == ("ops b", "Kom")
    links = " ".join(one.get("href", "") for one in elements(response, "a"))
    assert [one for one in (scene.a, scene.b) if f"osrodek={one.office.pk}" in links] == []


def test_autocomplete_is_refused_to_staff_of_no_office(as_, celina, scene):
    assert autocomplete(as_(celina), "offices.section", "building") == 403


def test_list_does_not_answer_questions_about_passwords(as_, borys, scene):
    response = as_(borys).get(address(scene.b.office, "changelist"), {"editors__password__startswith": "p"})
    assert response.status_code == 400


def on_site(record):
    return reverse("admin:view_on_site", args=[ContentType.objects.get_for_model(record).pk, record.pk])


def test_view_on_site_leads_to_the_public_page(as_, alicja, scene):
    response = as_(alicja).get(on_site(scene.a.building))
    assert response.headers["Location"] == "http://testserver/osrodek-a/budynki/budynek/"


def test_view_on_site_is_refused_for_another_office(as_, borys, scene):
    assert as_(borys).get(on_site(scene.a.building)).status_code == 404


@pytest.mark.parametrize("kind", ["0", "x", "99999999999999999999"])
def test_view_on_site_of_nothing_is_not_found(as_, alicja, kind):
    assert as_(alicja).get(f"/admin/r/{kind}/1/").status_code == 404


def test_view_on_site_of_an_account_is_refused(as_, alicja, dorota):
    assert as_(alicja).get(on_site(dorota)).status_code == 404
