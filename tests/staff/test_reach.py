"""What an editor reaches by side doors: suggestions, filters of a list, the way to the public page."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from tests.cast import address, autocomplete


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
