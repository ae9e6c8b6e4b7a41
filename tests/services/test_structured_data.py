"""What programs read of a matter: a shared sheet, and the answer of one office."""

import json

import html5lib
import pytest
from django.utils import translation

from services import structured_data
from services.models import Handling
from tests.factories import make_building, make_offering, make_office, make_phone, make_section, make_service

pytestmark = pytest.mark.django_db

SITE = "https://example.pl"
NASTY = '</script><b> & "Zasiłek" <!-- \\u003C'
OFFERS = {
    "here": {"description": "załatwisz tutaj", "availability": "InStock"},
    "elsewhere": {"description": "załatwia to kto inny", "availability": "InStock"},
    "continuing": {"description": "tylko dla osób, które już to mają", "availability": "LimitedAvailability"},
    "suspended": {"description": "zawieszone", "availability": "OutOfStock"},
    "closed": {"description": "wniosków już się nie przyjmuje", "availability": "Discontinued"},
    "unconfirmed": {"description": "do potwierdzenia w ośrodku"},
}


@pytest.fixture(autouse=True)
def polish():
    with translation.override("pl"):
        yield


@pytest.fixture
def office():
    return make_office("a")


def absolute(path):
    return SITE + path


def sheet(language="pl", **fields):
    return structured_data.service(make_service(**fields), absolute, language)


def answer(office, phones=(), service=None, **fields):
    offering = make_offering(office, service or make_service(), **fields)
    return structured_data.offering(offering, absolute, "pl", phones)


def offer(state):
    """Return the Offer that a state stands for."""
    offer = {"@type": "Offer", **OFFERS[state]}
    if "availability" in offer:
        offer["availability"] = f"https://schema.org/{offer['availability']}"
    return offer


# --- A shared sheet ------------------------------------------------------------------------


def test_sheet_is_described():
    assert sheet(popular_names="500+\n\n zapomoga \n") == {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": f"{SITE}/sprawy/zasilek-staly/",
        "url": f"{SITE}/sprawy/zasilek-staly/",
        "name": "Sprawa zasilek-staly",
        "alternateName": ["500+", "zapomoga"],
        "description": "Jedno zdanie.",
        "inLanguage": "pl",
        "offers": offer("here"),
    }


def test_sheet_leaves_out_what_is_not_known():
    assert "alternateName" not in sheet()


@pytest.mark.parametrize("state", Handling.values)
def test_sheet_says_its_state(state):
    assert sheet(handling=state, handled_by="ZUS")["offers"] == offer(state)


def test_every_state_is_tried():
    assert set(OFFERS) == set(Handling.values) == set(structured_data.AVAILABILITY)


def test_sheet_handled_elsewhere_names_who_handles_it():
    found = sheet(handling="elsewhere", handled_by="ZUS", handled_url="https://www.zus.pl/")
    operator = {"@type": "GovernmentOrganization", "name": "ZUS", "url": "https://www.zus.pl/"}
    assert found["serviceOperator"] == operator


def test_sheet_handled_elsewhere_without_an_address_names_who_handles_it():
    found = sheet(handling="elsewhere", handled_by="ZUS")
    assert found["serviceOperator"] == {"@type": "GovernmentOrganization", "name": "ZUS"}


@pytest.mark.parametrize("state", [state for state in Handling.values if state != "elsewhere"])
def test_sheet_names_nobody_else_unless_handled_elsewhere(state):
    assert "serviceOperator" not in sheet(handling=state, handled_by="ZUS")


def test_sheet_speaks_the_language_of_the_page():
    with translation.override("uk"):
        found = sheet("uk", name_pl="Zasiłek stały", name_uk="Постійна допомога")
    assert (found["inLanguage"], found["name"], found["url"]) == (
        "uk",
        "Постійна допомога",
        f"{SITE}/uk/sprawy/zasilek-staly/",
    )


# --- The answer of one office --------------------------------------------------------------


def test_answer_is_described(office):
    section = make_section(office, building=make_building(office))
    found = answer(office, [make_phone(section=section)], section=section)
    address = f"{SITE}/a/sprawy/zasilek-staly/"
    assert found == {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": address,
        "url": address,
        "name": "Sprawa zasilek-staly",
        "description": "Jedno zdanie.",
        "inLanguage": "pl",
        "provider": {"@type": "GovernmentOffice", "@id": f"{SITE}/a/", "name": "Ośrodek Pomocy Społecznej a"},
        "areaServed": {"@type": "AdministrativeArea", "name": "a"},
        "offers": offer("here"),
        "availableChannel": {
            "@type": "ServiceChannel",
            "servicePhone": [{"@type": "ContactPoint", "telephone": "+48523878701"}],
            "serviceLocation": {"@id": f"{SITE}/a/budynki/budynek/"},
        },
    }


@pytest.mark.parametrize("state", Handling.values)
def test_answer_says_its_own_state(office, state):
    service = make_service(handling="unconfirmed")
    assert answer(office, service=service, state=state)["offers"] == offer(state)


def test_answer_elsewhere_is_given_by_who_handles_it(office):
    service = make_service(handled_by="ZUS", handled_url="https://www.zus.pl/")
    found = answer(office, [make_phone(office=office)], service, state="elsewhere")
    operator = {"@type": "GovernmentOrganization", "name": "ZUS", "url": "https://www.zus.pl/"}
    assert (found["provider"], "availableChannel" in found) == (operator, False)


def test_answer_elsewhere_names_nobody_when_nobody_is_known(office):
    assert "provider" not in answer(office, state="elsewhere")


def test_answer_without_a_place_has_its_phones_alone(office):
    found = answer(office, [make_phone(office=office), make_phone("112", office=office)])
    numbers = [one["telephone"] for one in found["availableChannel"]["servicePhone"]]
    assert (numbers, "serviceLocation" in found["availableChannel"]) == (["+48523878701", "112"], False)


def test_answer_without_phones_has_its_place_alone(office):
    channel = answer(office, building=make_building(office))["availableChannel"]
    assert channel == {"@type": "ServiceChannel", "serviceLocation": {"@id": f"{SITE}/a/budynki/budynek/"}}


@pytest.mark.parametrize("is_section", [True, False])
def test_answer_never_leads_to_a_confidential_building(office, is_section):
    building = make_building(office, "schronienie", is_confidential=True)
    place = {"section": make_section(office, building=building)} if is_section else {"building": building}
    found = answer(office, [make_phone(office=office)], **place)
    assert ("schronienie" in json.dumps(found), "Leśna" in json.dumps(found)) == (False, False)
    assert found["availableChannel"]["servicePhone"] == [{"@type": "ContactPoint", "telephone": "+48523878701"}]


# --- On the pages --------------------------------------------------------------------------


def read(client, address):
    """Return what the page at an address says to programs."""
    page = html5lib.parse(client.get(address).content.decode(), namespaceHTMLElements=False)
    [script] = [one for one in page.iter("script") if one.get("type") == "application/ld+json"]
    return json.loads(script.text)


@pytest.mark.parametrize("address", ["/sprawy/zasilek-staly/", "/a/sprawy/zasilek-staly/"])
def test_page_carries_its_description_whole(office, client, address):
    make_offering(office, make_service(name=NASTY))
    found = read(client, address)
    assert (found["name"], found["url"]) == (NASTY, f"http://testserver{address}")


def test_page_at_an_office_lists_the_numbers_that_it_shows(office, client):
    section = make_section(office)
    offering = make_offering(office, make_service(), section=section)
    make_phone("523878680", section=section)
    offering.phones.add(make_phone("502932397", office=office))
    channel = read(client, "/a/sprawy/zasilek-staly/")["availableChannel"]
    assert channel["servicePhone"] == [{"@type": "ContactPoint", "telephone": "+48502932397"}]
