"""Who handles a matter: the office, somebody else in its municipality, or somebody else in the whole country."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from services.matters import matters_by_situation, matters_of
from services.models import Offering
from tests.factories import make_offering, make_office, make_phone, make_service, make_situation

pytestmark = pytest.mark.django_db

CENTRE = {"handled_by": "Centrum Świadczeń", "handled_how": "ul. Zgierska 71, pokój 3", "handled_phone": "42 638 55 10"}


@pytest.fixture
def office():
    office = make_office("lodz")
    make_phone("42 685 43 62", office=office)
    return office


def page(client, offering, prefix=""):
    return client.get(prefix + offering.get_absolute_url()).content.decode()


def shared(**fields):
    return make_service("dodatek", [make_situation()], steps="Przyjdź do ośrodka.", **fields)


def test_office_names_who_handles_a_matter_instead(client, office):
    html = page(client, make_offering(office, shared(), state="elsewhere", **CENTRE))
    wanted = ["Centrum Świadczeń", "ul. Zgierska 71, pokój 3", "tel:+48426385510"]
    assert [text for text in wanted if text not in html] == []


def test_matter_handed_over_does_not_send_people_to_the_office(client, office):
    html = page(client, make_offering(office, shared(), state="elsewhere", **CENTRE))
    assert "Przyjdź do ośrodka." not in html


def test_matter_handled_here_keeps_the_steps_of_the_sheet(client, office):
    assert "Przyjdź do ośrodka." in page(client, make_offering(office, shared()))


def test_lists_name_who_handles_it_in_this_municipality(office):
    make_offering(office, shared(handling="elsewhere", handled_by="urząd gminy"), state="elsewhere", **CENTRE)
    labels = [matter.label for _situation, matters in matters_by_situation(office) for matter in matters]
    assert labels + [matter.label for matter in matters_of(office)] == ["załatwia: Centrum Świadczeń"] * 2


def test_lists_name_the_handler_of_the_country_where_the_office_names_none(office):
    make_offering(office, shared(handling="elsewhere", handled_by="urząd gminy"), state="elsewhere")
    labels = [matter.label for _situation, matters in matters_by_situation(office) for matter in matters]
    assert labels == ["załatwia: urząd gminy"]


def test_handler_without_a_translation_is_marked_as_polish(client, office):
    with translation.override("pl"):
        offering = make_offering(office, shared(), state="elsewhere", **CENTRE)
    assert '<span lang="pl">Centrum Świadczeń</span>' in page(client, offering, "/en")


def test_city_with_powiat_rights_shows_its_own_steps(client, office):
    service = shared(handling="elsewhere", handled_by="PCPR", steps_here="Zadzwoń do działu pieczy.")
    html = page(client, make_offering(office, service))
    assert ("Zadzwoń do działu pieczy." in html, "Przyjdź do ośrodka." in html) == (True, False)


def test_city_with_powiat_rights_says_that_it_takes_over(client, office):
    html = page(client, make_offering(office, shared(handling="elsewhere", handled_by="PCPR")))
    assert "W tej gminie załatwia to ośrodek." in html


@pytest.mark.parametrize(
    ("fields", "handling", "message"),
    [
        ({"state": "elsewhere"}, {}, "Napisz, kto to załatwia, na przykład „urząd gminy”."),
        ({"state": "elsewhere"}, {"handling": "elsewhere", "handled_by": "ZUS"}, None),
        ({"state": "elsewhere", "handled_by": "PCPR"}, {}, None),
        (
            {"state": "here", "handled_by": "PCPR"},
            {},
            "Skoro załatwia to kto inny, wybierz taki stan. Jeśli załatwia to ośrodek, usuń tę nazwę.",
        ),
    ],
)
def test_state_and_handler_agree(office, fields, handling, message):
    offering = Offering(office=office, service=shared(**handling), **fields)
    if message is None:
        offering.full_clean()
        return
    with pytest.raises(ValidationError) as refusal:
        offering.full_clean()
    assert refusal.value.message_dict == {"handled_by": [message]}
