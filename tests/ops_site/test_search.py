"""Finding a matter by what people call it."""

import pytest

from ops_site.search import fold, search, words
from services.models import Service
from tests.factories import make_offering, make_office, make_service

pytestmark = pytest.mark.django_db


@pytest.fixture
def offices():
    """Two centres; both handle the housing allowance, one has a club of its own."""
    wolomin = make_office(slug="wolomin", short_name="OPS Wołomin", municipality="Wołomin")
    solec = make_office(slug="solec-kujawski", short_name="CUS Solec Kujawski", municipality="Solec Kujawski")
    allowance = make_service(
        slug="dodatek-mieszkaniowy",
        name="Dodatek mieszkaniowy",
        popular_names="dopłata do czynszu",
        summary="Pomoc w opłatach.",
    )
    child = make_service(
        slug="swiadczenie-wychowawcze",
        name="Świadczenie wychowawcze (800+)",
        popular_names="500+",
        summary="Na dziecko.",
    )
    violence = make_service(
        slug="przemoc-domowa", name="Przemoc domowa", search_words="mąż mnie bije", summary="Ochrona."
    )
    club = make_service(slug="klub", name="Klub „Stokrotka”", summary="Spotkania.", owner=solec)
    for office in (wolomin, solec):
        for service in (allowance, child, violence):
            make_offering(office=office, service=service)
    make_offering(office=solec, service=club)
    return {"wolomin": wolomin, "solec": solec}


def slugs(query, office=None):
    return [result.service.slug for result in search(query, office).results]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("dodatek mieszkaniowy", "dodatek-mieszkaniowy", id="name"),
        pytest.param("dodatku mieszkaniowego", "dodatek-mieszkaniowy", id="another case"),
        pytest.param("DODATEK", "dodatek-mieszkaniowy", id="capitals"),
        pytest.param("doplata do czynszu", "dodatek-mieszkaniowy", id="popular name without diacritics"),
        pytest.param("500+", "swiadczenie-wychowawcze", id="old name"),
        pytest.param("500 plus", "swiadczenie-wychowawcze", id="plus as a word"),
        pytest.param("swiadczenie", "swiadczenie-wychowawcze", id="no diacritics"),
        pytest.param("maz mnie bije", "przemoc-domowa", id="hidden words"),
        pytest.param("stokrotki", "klub", id="own matter of an office"),
    ],
)
def test_search_finds_first(offices, query, first):
    assert slugs(query)[:1] == [first]


def test_search_with_a_place_keeps_to_its_office(offices):
    (result,) = search("dodatek mieszkaniowy w Wołominie").results
    assert [offering.office.slug for offering in result.offerings] == ["wolomin"]


def test_search_for_a_place_alone_finds_the_office(offices):
    assert [office.slug for office in search("solec kujawski").offices] == ["solec-kujawski"]


def test_search_at_an_office_leaves_out_what_another_alone_has(offices):
    assert slugs("stokrotka", offices["wolomin"]) == []


def test_search_leaves_out_the_offices_not_published(offices):
    offices["wolomin"].is_published = False
    offices["wolomin"].save()
    (result,) = search("dodatek").results
    assert [offering.office.slug for offering in result.offerings] == ["solec-kujawski"]


@pytest.mark.parametrize("query", ["", "   ", "?", "!!!", "\u200b", "a", "qwertyuiop"])
def test_search_for_nothing_finds_nothing(offices, query):
    assert slugs(query) == []


def test_search_costs_the_same_for_more_services(offices, django_assert_num_queries):
    for number in range(3):
        make_service(slug=f"inna-{number}", name=f"Dodatek {number}", summary="Inna sprawa.")
    with django_assert_num_queries(4):
        search("dodatek wołomin")


def test_search_reads_every_language(offices):
    Service.objects.filter(slug="dodatek-mieszkaniowy").update(name_uk="Житлова допомога")
    assert slugs("житлову допомогу") == ["dodatek-mieszkaniowy"]


def test_fold_leaves_no_diacritics():
    assert fold("ŁÓDŹ, Święto 500 plus") == "lodz, swieto 500+"


def test_words_leave_out_signs_and_single_letters():
    assert words("w „Stokrotce”: 300+ i 112") == ["stokrotce", "300+", "112"]
