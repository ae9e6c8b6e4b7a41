"""Hours are copied between places of one's own, however a request is forged."""

import datetime as dt

import pytest
from django.test import Client

from tests.offices.test_admin_copying import hours_of, page

OLD = [(0, dt.time(8), dt.time(16))]


@pytest.fixture
def source(scene):
    """The hours of another place of office A."""
    schedule = scene.a.building.schedules.create()
    schedule.weekly_hours.create(weekday=1, opens=dt.time(9), closes=dt.time(17))
    return schedule


def test_hours_of_another_office_cannot_be_taken(as_, alicja, scene, source):
    confirmed_source = {"source": scene.b.schedule.pk, "how": "replace", "_confirm": "x"}
    response = as_(alicja).post(page(scene.a.section), confirmed_source)
    assert (list(response.context["form"].errors), hours_of(scene.a.schedule)) == (["source"], OLD)


def test_hours_cannot_be_put_on_another_office(as_, borys, scene, source):
    sent = {"source": scene.b.schedule.pk, "how": "replace", "_confirm": "x"}
    answer = as_(borys).post(page(scene.a.section), sent).status_code
    assert (answer, hours_of(scene.a.schedule)) == (404, OLD)


def test_stranger_does_not_copy(as_, celina, scene, source):
    assert as_(celina).get(page(scene.a.section)).status_code == 404


def test_visitor_is_asked_to_sign_in(client, scene, source):
    assert client.get(page(scene.a.section)).headers["Location"].startswith("/admin/login/")


def test_copying_needs_the_token_of_its_form(alicja, scene, source):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alicja)
    assert client.post(page(scene.a.section), {"source": source.pk, "how": "replace"}).status_code == 403


def test_help_line_is_not_copied_to_by_an_editor(as_, alicja, scene, source):
    assert as_(alicja).get(page(scene.shared.help_line)).status_code == 403
