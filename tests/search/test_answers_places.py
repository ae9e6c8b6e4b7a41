"""Places and numbers that a query is answered with."""

import pytest

from search.answers import search
from tests.factories import (
    make_building,
    make_help_line,
    make_notice,
    make_phone,
    make_section,
    make_service,
)

pytestmark = pytest.mark.django_db


# --- Addresses


@pytest.fixture
def building(offices):
    return make_building(offices["wolomin"], name="Siedziba", street="Al. Armii Krajowej 34")


@pytest.mark.parametrize("query", ["armii krajowej 34", "Al. Armii Krajowej", "siedziba", "armii krajowej 34 Wołomin"])
def test_address_found_whole_stands_instead_of_matters(building, query):
    make_service("krajowa", name="Krajowa pomoc")
    found = search(query, "pl")
    assert (found.spots, found.results) == ([building], [])


def test_address_of_the_other_office_is_not_found_with_a_place(building):
    assert search("armii krajowej solec kujawski", "pl").spots == []


def test_name_of_a_street_not_here_is_no_matter(building):
    make_service("staly", name="Zasiłek stały", search_words="stała składowa część")
    found = search("ul. Składowa", "pl")
    assert (found.strange_names, found.towns, found.results) == (["Składowa"], ["Wołomin", "Solec Kujawski"], [])


def test_matter_asked_with_a_street_not_here_is_found_all_the_same(building):
    found = search("dodatek mieszkaniowy, mieszkam na Daszyńskiego 5", "pl")
    assert (found.strange_names, [one.service.slug for one in found.results]) == (
        ["Daszyńskiego 5"],
        ["dodatek-mieszkaniowy"],
    )


def test_place_is_found_by_what_a_text_says_of_it(building, offices):
    section = make_section(offices["wolomin"], name="Punkt", purpose="Dla mieszkańców: Retkinia, os. Błękitne")
    make_notice(offices["solec"], title="Dyżur przy Tramwajowej 21")
    assert [search(query, "pl").spots for query in ("Retkinia", "os. Błękitne")] == [[section]] * 2
    assert search("Tramwajowa 21", "pl").offices == [offices["solec"]]


def test_own_matter_stands_with_the_building_of_its_name(offices):
    place = make_building(offices["solec"], name="Klub „Stokrotka”")
    found = search("klub stokrotka", "pl")
    assert (found.spots, [one.service.slug for one in found.results]) == ([place], ["klub"])


def test_section_is_found_by_its_name(building, offices):
    section = make_section(offices["wolomin"], name="Portiernia", building=building)
    assert search("portiernia", "pl").spots == [section]


def test_matter_known_as_it_stands_comes_before_an_address(offices):
    make_building(offices["wolomin"], street="Dodatkowa 1", name="Dodatek")
    found = search("dodatek", "pl")
    assert (found.spots, [one.service.slug for one in found.results]) == ([], ["dodatek-mieszkaniowy"])


def test_confidential_address_is_not_found(offices):
    make_building(offices["wolomin"], street="Tajna 1", is_confidential=True)
    assert not search("tajna 1", "pl")


# --- Numbers


@pytest.fixture
def numbers(offices):
    make_help_line("niebieska", number="800120002")
    make_help_line("dzieci", number="116111")
    make_help_line("alarm", number="112")
    make_phone("227872701", office=offices["wolomin"])
    make_phone("523878701", building=make_building(offices["solec"]))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("+48 22 787 27 01", ["227872701"]),
        ("0048227872701", ["227872701"]),
        ("(22) 787-27-01", ["227872701"]),
        ("22 787", ["227872701"]),
        ("52 387 87", ["523878701"]),
        ("112", ["112"]),
        ("116", ["116111"]),
        ("116 111", ["116111"]),
        ("800 12", ["800120002"]),
        ("800 120 002", ["800120002"]),
        ("800", []),
        ("522", []),
        ("22", []),
        ("05-200", []),
        ("227872702", []),
        ("22787270122787", []),
    ],
)
def test_number_is_found_however_it_is_typed(numbers, query, found):
    assert [one.number for one in search(query, "pl").phones] == found


def test_amount_is_a_benefit_and_no_number(numbers):
    found = search("800+", "pl")
    assert (found.phones, [one.service.slug for one in found.results]) == ([], ["swiadczenie-wychowawcze"])


def test_numbers_of_help_lines_are_a_few(offices):
    for number in range(13):
        make_help_line(f"linia-{number}", number=f"8001200{number:02}")
    assert len(search("800 120", "pl").phones) == 12


def test_number_of_an_office_not_published_is_not_found(numbers, offices):
    offices["wolomin"].is_published = False
    offices["wolomin"].save()
    assert search("22 787 27 01", "pl").phones == []
