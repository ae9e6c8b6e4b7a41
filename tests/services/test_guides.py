"""A guide leads through several matters in order; at an office, to its desks."""

import pytest
from django.utils import translation

from offices.directory import directory_of
from services.guides import steps_at, steps_of
from tests.factories import (
    make_building,
    make_guide,
    make_help_line,
    make_offering,
    make_office,
    make_phone,
    make_section,
    make_service,
    make_situation,
    warsaw,
)
from tests.walk import Page, words_of

pytestmark = pytest.mark.django_db

MOMENT = warsaw(2026, 3, 2, 10)
GUIDE, AT_OFFICE = "/krok-po-kroku/dziecko/", "/a/krok-po-kroku/dziecko/"


@pytest.fixture(autouse=True)
def polish():
    with translation.override("pl"):
        yield


@pytest.fixture
def office():
    return make_office("a")


def outline(steps):
    """Write steps as [(title, [slug of a matter, …]), …]."""
    return [(step.record.title, [stop.service.slug for stop in step.stops]) for step in steps]


def only_stop(guide, office):
    """Return the one stop of a guide at an office."""
    [step] = steps_at(guide, directory_of(office.slug, MOMENT))
    [stop] = step.stops
    return stop


def read(client, address):
    """Return the steps of the page at an address: [(title, [(words, address of the matter), …]), …]."""
    page = Page(address, client.get(address))
    path = next(one for one in page.all("ol") if one.get("class") == "path")
    return [
        (
            words_of(step.find("h2")),
            [(words_of(stop), stop.find("a").get("href")) for stop in step.iter("li") if stop is not step],
        )
        for step in path
    ]


# --- The steps -----------------------------------------------------------------------------


def test_steps_stand_in_their_order():
    guide = make_guide("dziecko", [], [], [])
    first, second, third = guide.steps.all()
    for position, step in ((3, first), (1, second), (2, third)):
        step.position = position
        step.save()
    assert outline(steps_of(guide)) == [("Krok 2", []), ("Krok 3", []), ("Krok 1", [])]


def test_matters_of_a_step_stand_in_the_order_of_need():
    later, sooner = make_service("pozniej", position=2), make_service("wczesniej", position=1)
    assert outline(steps_of(make_guide("dziecko", [later, sooner]))) == [("Krok 1", ["wczesniej", "pozniej"])]


def test_matter_of_one_office_alone_is_left_out(office):
    own, shared = make_service("klub", owner=office), make_service()
    make_offering(office, own)
    guide = make_guide("dziecko", [own, shared])
    expected = [("Krok 1", ["zasilek-staly"])]
    assert (outline(steps_of(guide)), outline(steps_at(guide, directory_of("a", MOMENT)))) == (expected, expected)


def test_step_may_lead_nowhere(office):
    guide = make_guide("dziecko", [])
    assert outline(steps_at(guide, directory_of("a", MOMENT))) == [("Krok 1", [])]


def test_steps_at_an_office_keep_their_order(office):
    services = [make_service(slug, position=number) for number, slug in ((2, "b"), (1, "a"))]
    make_offering(office, services[0])
    guide = make_guide("dziecko", services, [services[0]])
    assert outline(steps_at(guide, directory_of("a", MOMENT))) == [("Krok 1", ["a", "b"]), ("Krok 2", ["b"])]


@pytest.mark.parametrize(
    ("handling", "expected"),
    [("here", "załatwisz tutaj"), ("suspended", "zawieszone"), ("elsewhere", "załatwia to kto inny")],
)
def test_stop_says_what_holds_in_the_country(handling, expected):
    service = make_service(handling=handling, handled_by="ZUS")
    [step] = steps_of(make_guide("dziecko", [service]))
    assert [(stop.state, stop.label, stop.is_here) for stop in step.stops] == [(handling, expected, False)]


@pytest.mark.parametrize(
    ("state", "expected", "is_here"),
    [
        ("here", "załatwisz tutaj", True),
        ("continuing", "tylko dla osób, które już to mają", True),
        ("unconfirmed", "do potwierdzenia w ośrodku", True),
        ("elsewhere", "załatwia to kto inny", False),
    ],
)
def test_stop_says_what_holds_at_the_office(office, state, expected, is_here):
    service = make_service(handling="suspended")
    make_offering(office, service, state=state)
    stop = only_stop(make_guide("dziecko", [service]), office)
    assert (stop.state, stop.label, stop.is_here) == (state, expected, is_here)


def test_stop_that_the_office_does_not_answer_for(office):
    service = make_service(handling="suspended")
    make_offering(make_office("b"), service)
    stop = only_stop(make_guide("dziecko", [service]), office)
    assert (stop.offering, stop.state, stop.is_here, stop.building, stop.phone) == (
        None,
        "suspended",
        False,
        None,
        None,
    )


# --- The desks -----------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["section", "building", "only building", "nowhere"])
def test_stop_names_the_building_to_come_to(office, place):
    building = make_building(office)
    if place != "only building":
        make_building(office, "drugi")
    fields = {
        "section": {"section": make_section(office, building=building)},
        "building": {"building": building},
    }.get(place, {})
    service = make_service()
    make_offering(office, service, **fields)
    stop = only_stop(make_guide("dziecko", [service]), office)
    assert stop.building == (None if place == "nowhere" else building)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (["matter", "section", "building", "office"], "502 932 397"),
        (["section", "building", "office"], "52 387 87 03"),
        (["building", "office"], "52 387 87 02"),
        (["office"], "52 387 87 01"),
    ],
)
def test_stop_gives_the_nearest_number(office, places, expected):
    building = make_building(office)
    section = make_section(office, building=building)
    service = make_service()
    offering = make_offering(office, service, section=section)
    numbers = {
        "section": ("523878703", {"section": section}),
        "building": ("523878702", {"building": building}),
        "office": ("523878701", {"office": office}),
    }
    for name, (number, place) in numbers.items():
        if name in places:
            make_phone(number, **place)
    if "matter" in places:
        offering.phones.add(make_phone("502932397", office=office, position=9))
    assert only_stop(make_guide("dziecko", [service]), office).phone.display == expected


def test_stop_without_any_number(office):
    service = make_service()
    make_offering(office, service)
    assert only_stop(make_guide("dziecko", [service]), office).phone is None


@pytest.mark.parametrize("count", [1, 3])
def test_steps_cost_the_same_number_of_queries(office, django_assert_num_queries, count):
    steps = []
    for number in range(count):
        services = [make_service(f"sprawa-{number}-{one}") for one in range(count)]
        for service in services:
            section = make_section(office, service.slug, building=make_building(office, service.slug))
            make_offering(office, service, section=section).phones.add(make_phone(section=section))
        steps.append(services)
    guide, directory = make_guide("dziecko", *steps), directory_of("a", MOMENT)
    with django_assert_num_queries(2):
        found = outline(steps_of(guide))
    with django_assert_num_queries(4):
        assert outline(steps_at(guide, directory)) == found
    assert [len(stops) for _title, stops in found] == [count] * count


# --- The pages -----------------------------------------------------------------------------


def test_page_leads_to_the_shared_sheets(client):
    make_guide(
        "dziecko",
        [make_service("zasilek", name="Zasiłek")],
        [make_service("800", name="800+", handling="elsewhere", handled_by="ZUS")],
    )
    assert read(client, GUIDE) == [
        ("Krok 1", [("Zasiłek", "/sprawy/zasilek/")]),
        ("Krok 2", [("800+ załatwia: ZUS", "/sprawy/800/")]),
    ]


def test_page_at_an_office_leads_to_its_desks(client, office):
    building = make_building(office, name="Siedziba", street="Leśna 1")
    make_building(office, "filia")
    make_phone("523878702", building=building)
    services = [make_service(slug, name=slug.upper(), position=number) for number, slug in enumerate("abc")]
    make_offering(office, services[0], section=make_section(office, building=building))
    make_offering(office, services[1], building=building, state="elsewhere")
    make_guide("dziecko", services)
    assert read(client, AT_OFFICE) == [
        (
            "Krok 1",
            [
                ("A Siedziba, Leśna 1 52 387 87 02", "/a/sprawy/a/"),
                ("B załatwia to kto inny", "/a/sprawy/b/"),
                ("C", "/sprawy/c/"),
            ],
        )
    ]


@pytest.mark.parametrize("is_section", [True, False])
def test_page_never_shows_a_confidential_building(client, office, is_section):
    building = make_building(office, "schronienie", name="Schronienie", street="Tajna 1", is_confidential=True)
    make_phone("523878702", building=building)
    service = make_service(name="Schronienie dla kobiet")
    place = {"section": make_section(office, building=building)} if is_section else {}
    make_offering(office, service, **place)
    make_guide("dziecko", [service])
    assert read(client, AT_OFFICE) == [
        ("Krok 1", [("Schronienie dla kobiet 52 387 87 02", "/a/sprawy/zasilek-staly/")])
    ]
    assert "Tajna" not in client.get(AT_OFFICE).content.decode()


def test_page_shows_all_that_is_written_of_a_step(client):
    guide = make_guide("dziecko", [])
    guide.steps.update(when_pl="w ciągu 21 dni", text_pl="Idź z dowodem.", elsewhere_pl="urząd stanu cywilnego")
    page = Page(GUIDE, client.get(GUIDE))
    assert words_of(next(one for one in page.all("li") if one.get("class") == "path__step")) == (
        "Krok 1 w ciągu 21 dni Idź z dowodem. Gdzie: urząd stanu cywilnego"
    )


def test_page_leads_to_the_same_guide_at_each_published_office(client, office):
    make_office("b", is_published=False)
    make_guide("dziecko", [])
    links = [one.get("href") for one in Page(GUIDE, client.get(GUIDE)).main.iter("a")]
    assert [one for one in links if one.endswith(GUIDE)] == [AT_OFFICE]


@pytest.mark.parametrize("address", [GUIDE, AT_OFFICE])
@pytest.mark.parametrize("is_urgent", [True, False])
def test_page_of_a_dangerous_situation_starts_with_the_numbers_to_call(client, office, address, is_urgent):
    make_help_line(number="112", is_core=True, answers_always=True)
    make_guide("dziecko", [], situation=make_situation(is_urgent=is_urgent))
    page = Page(address, client.get(address))
    assert bool(page.link_words("tel:112")) == is_urgent


@pytest.mark.parametrize("address", [GUIDE, AT_OFFICE])
def test_page_marks_what_is_not_translated(client, office, address):
    make_guide("dziecko", [], title_pl="Urodziło się dziecko")
    page = Page(f"/uk{address}", client.get(f"/uk{address}"))
    assert (page.first("html").get("lang"), page.first("h1").get("lang")) == ("uk", "pl")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/sprawy/zasilek-staly/", GUIDE),
        ("/a/sprawy/zasilek-staly/", AT_OFFICE),
        ("/sytuacje/sytuacja-dziecko/", GUIDE),
        ("/a/sytuacje/sytuacja-dziecko/", AT_OFFICE),
    ],
)
def test_sheet_and_situation_lead_to_the_guide_once(client, office, address, expected):
    service = make_service()
    make_offering(office, service)
    make_guide("dziecko", [service], [service])
    make_guide("inny", [])
    links = Page(address, client.get(address)).links
    assert [one for one in links if "krok-po-kroku" in one] == [expected]


@pytest.mark.parametrize(
    "address", [AT_OFFICE, "/b/krok-po-kroku/dziecko/", "/a/krok-po-kroku/inny/", "/krok-po-kroku/inny/"]
)
def test_page_of_a_draft_office_or_of_no_guide_is_not_found(client, address):
    make_office("a", is_published=False)
    make_guide("dziecko", [])
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
@pytest.mark.parametrize("address", [GUIDE, AT_OFFICE])
def test_page_is_for_reading_alone(client, office, address, method):
    make_guide("dziecko", [])
    assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/krok-po-kroku/stary/", GUIDE),
        ("/uk/krok-po-kroku/stary/", f"/uk{GUIDE}"),
        ("/a/krok-po-kroku/stary/", AT_OFFICE),
        ("/dawny/krok-po-kroku/stary/", AT_OFFICE),
    ],
)
def test_address_that_has_changed_leads_to_the_new_one(client, address, expected):
    for record, slug in ((make_office("dawny"), "a"), (make_guide("stary", []), "dziecko")):
        record.slug = slug
        record.save()
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (301, expected)


def test_step_leads_to_the_desk_in_the_building_where_the_guide_begins(office):
    """Two desks for one matter: the second is for those whom this guide is for."""
    main, good = make_building(office, "glowny"), make_building(office, "dom")
    good_phone = make_phone("502932397", building=good)
    work, care, home = (make_service(one) for one in ("praca", "opieka", "dps"))
    section = make_section(office, "praca", name="Praca socjalna", building=main)
    make_offering(office, work, section=section).phones.set([make_phone(office=office), good_phone])
    for service in (care, home):
        make_offering(office, service, section=make_section(office, service.slug, building=good))
    make_section(office, "praca-2", name="Praca socjalna dla osób starszych", building=good)
    [call, _ask] = steps_at(make_guide("dziecko", [work], [care, home]), directory_of(office.slug, MOMENT))
    assert [(stop.building, stop.phone) for stop in call.stops] == [(good, good_phone)]
