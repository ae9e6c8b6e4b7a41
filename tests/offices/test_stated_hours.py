"""What an office states of its hours and numbers stands on every page that shows the place. 2 March 2026 is a Monday."""

import pytest

from tests.cast import XHTML, elements
from tests.factories import (
    make_building,
    make_hours,
    make_offering,
    make_office,
    make_phone,
    make_schedule,
    make_section,
    make_service,
)

pytestmark = pytest.mark.django_db

NOTE = "Psycholog przyjmuje w środy. Godzin nie podano."
NOTHING_STATED = "Ośrodek nie podał godzin na żaden dzień."


@pytest.fixture(autouse=True)
def monday_morning(at):
    at(2026, 3, 2, 7)


@pytest.fixture
def office():
    return make_office()


@pytest.fixture
def building(office):
    return make_building(office)


def seen(element):
    """Return the words of an element that people see: "od … do …" is for those who listen."""
    for one in element.iter(XHTML + "span"):
        if one.get("class") == "ear":
            one.text = ""
    return " ".join("".join(element.itertext()).replace("\N{NO-BREAK SPACE}", " ").split())


def text(response):
    return seen(next(one for one in elements(response, "main")))


def headings(response):
    return ["".join(one.itertext()).strip() for one in elements(response, "h2", "h3", "h4")]


def table_rows(response):
    """Return the weekday and the hours of the rows of the first table of hours."""
    found = next(one for one in elements(response, "table") if one.get("class") == "week")
    rows = [[seen(cell) for cell in row] for row in found.iter(XHTML + "tr")]
    return dict(rows[1:])


@pytest.mark.parametrize("address", ["/a/budynki/budynek/", "/a/kontakt/"])
def test_cash_desk_of_a_section_stands_with_its_place(client, office, building, address):
    section = make_section(office, "kasa", name="Kasa", building=building)
    make_schedule((0, 10, 14), section=section, purpose="cash-desk")
    shown = headings(client.get(address))
    assert shown[shown.index("Kasa") + 1 :][:1] == ["Kasa"]


@pytest.mark.parametrize("address", ["/a/", "/a/kontakt/"])
@pytest.mark.parametrize("buildings", [1, 2])
def test_hours_of_the_director_stand_with_the_office(client, office, building, address, buildings):
    if buildings == 2:
        make_building(office, "drugi")
    make_schedule((1, 14, 16), office=office, purpose="director")
    assert "Dyrektor" in headings(client.get(address))


def test_contact_page_has_the_number_of_a_section(client, office, building):
    make_phone("523878701", office=office)
    make_phone("523878702", section=make_section(office, building=building))
    assert "52 387 87 02" in text(client.get("/a/kontakt/"))


def test_contact_page_has_the_hours_of_a_section(client, office, building):
    make_schedule((0, 8, 16), office=office)
    make_schedule((0, 9, 11), section=make_section(office, building=building))
    assert "9:00–11:00" in text(client.get("/a/kontakt/"))


def test_contact_page_leaves_out_sections_like_their_building(client, office, building):
    make_phone(office=office)
    make_section(office, name="Komórka bez niczego", building=building)
    assert "Komórka bez niczego" not in headings(client.get("/a/kontakt/"))


@pytest.mark.parametrize("purpose", ["reception", "cash-desk"])
@pytest.mark.parametrize("address", ["/a/budynki/budynek/", "/a/kontakt/"])
def test_note_without_hours_is_shown_and_counts_as_stated(client, office, building, purpose, address):
    make_schedule((0, 8, 16), office=office)
    make_schedule(section=make_section(office, building=building), note=NOTE, purpose=purpose)
    found = text(client.get(address))
    assert (NOTE in found, NOTHING_STATED in found) == (True, False)


def test_schedule_without_hours_and_note_takes_the_hours_around(client, office, building):
    make_schedule((0, 8, 16), office=office)
    make_schedule(building=building)
    assert "Zamknięte. Otwarcie dziś o 8:00." in text(client.get("/a/budynki/budynek/"))


def test_day_whose_hours_are_not_stated_is_in_the_table(client, office, building):
    make_hours(make_schedule(office=office), 2, None, None, mode="unstated")
    found = table_rows(client.get("/a/"))
    assert (found["Środa"], found["Czwartek"]) == ("przyjęcia, godzin nie podano", "nie podano, zadzwoń")


def test_badge_names_the_day_whose_hours_are_not_stated(client, office, building):
    make_hours(make_schedule(office=office), 2, None, None, mode="unstated")
    assert "Przyjęcia są w środę, ale godzin nie podano: zadzwoń." in text(client.get("/a/"))


def test_first_monday_is_said_beside_the_usual_week(client, office, building):
    make_hours(make_schedule((0, 8, 17), office=office), 0, 10, 18, weeks="1")
    found = table_rows(client.get("/a/"))["Poniedziałek dziś"]
    assert found == "8:00–17:00 teraz 7:00pierwszy poniedziałek miesiąca: 10:00–18:00"


# --- Matters -----------------------------------------------------------------------------


@pytest.fixture
def director(office, building):
    """The reception is open on Monday from 8, the director receives on Tuesday from 14."""
    make_schedule((0, 8, 16), office=office)
    make_schedule((1, 14, 16), office=office, purpose="director")
    return make_section(office, "dyrektor", building=building)


def badge(response):
    return next(
        " ".join("".join(one.itertext()).split())
        for one in elements(response, "p")
        if "status " in one.get("class", "")
    )


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [
        ("director", "Na dziś godzin nie podano: zadzwoń. Najbliższe podane godziny: jutro o 14:00."),
        ("reception", "Zamknięte. Otwarcie dziś o 8:00. Godzin na wtorek nie podano."),
        ("cash-desk", "Godziny niepodane: zadzwoń"),
    ],
)
def test_badge_of_a_matter_is_that_of_its_own_desk(client, office, director, purpose, expected):
    make_offering(office, make_service(), section=director, purpose=purpose)
    assert badge(client.get("/a/sprawy/zasilek-staly/")) == expected.removesuffix(" Godzin na wtorek nie podano.")


def test_matter_at_the_director_shows_the_hours_of_the_director(client, office, director):
    make_offering(office, make_service(), section=director, purpose="director")
    found = table_rows(client.get("/a/sprawy/zasilek-staly/"))
    assert (found["Wtorek"], found["Poniedziałek dziś"]) == ("14:00–16:00", "nie podano, zadzwoń teraz 7:00")


def test_hours_of_the_director_do_not_stand_on_other_matters(client, office, building):
    make_schedule((0, 8, 16), building=building)
    make_schedule((1, 14, 16), building=building, purpose="director")
    make_schedule((1, 9, 10), building=building, purpose="cash-desk")
    make_offering(office, make_service(), building=building)
    found = headings(client.get("/a/sprawy/zasilek-staly/"))
    assert ("Kasa" in found, "Dyrektor" in found) == (True, False)


HOLIDAYS = [
    ("", "Zamknięte: Wigilia Bożego Narodzenia. Otwarcie w poniedziałek o 8:00."),
    ("/en", "Closed: Christmas Eve. Opens on Monday at 8:00."),
    ("/uk", "Зачинено: Святий вечір. Відкриття у понеділок о 8:00."),
]


@pytest.mark.parametrize(("prefix", "expected"), HOLIDAYS)
def test_next_opening_on_the_first_of_three_holidays_is_after_the_last(client, office, building, at, prefix, expected):
    at(2026, 12, 24, 9)
    make_schedule(*((weekday, 8, 16) for weekday in range(5)), office=office)
    assert badge(client.get(f"{prefix}/a/")) == expected
