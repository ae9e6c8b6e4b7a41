"""The matters of an office: under life situations, and from A to Z in Polish order."""

from itertools import pairwise

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from services.matters import (
    Matter,
    answers,
    collation_key,
    index,
    matters_by_situation,
    matters_of,
    situations_everywhere,
)
from services.models import Service
from tests.factories import (
    make_building,
    make_offering,
    make_office,
    make_section,
    make_service,
    make_situation,
)


def matter(name, popular_names="", state="here", **fields):
    return Matter(Service(name=name, popular_names=popular_names, **fields), state, None)


def entries(*matters):
    """Write the A–Z as {letter: [entry → name of the matter, …]}."""
    return {
        letter: [entry if entry == found.service.name else f"{entry} → {found.service.name}" for entry, found in group]
        for letter, group in index(matters)
    }


# --- From A to Z ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["a", "ą", "b"], id="ą after a"),
        pytest.param(["cebula", "cud", "ćma", "dom"], id="ć after all of c"),
        pytest.param(["las", "luz", "łania", "mak"], id="ł after all of l"),
        pytest.param(["nos", "ńa", "ocet", "ósmy", "para"], id="ń after n, ó after o"),
        pytest.param(["sok", "śnieg", "tor"], id="ś after s"),
        pytest.param(["zupa", "źródło", "żaba"], id="z, ź, ż"),
        pytest.param(["pąk", "pędzel", "piec"], id="within a word"),
        pytest.param(["dom", "Dom dziecka", "domofon"], id="a space before a letter"),
        pytest.param(["500+", "800+", "Apteka"], id="digits before letters"),
        pytest.param(["Asystent", "„Bezpieczny dom”", "Cisza"], id="quotation marks do not count"),
        pytest.param(["kurs", "Quiz", "rower", "usługa", "Vademecum", "woda", "Xero", "yerba", "zupa"], id="q, v and x"),
        pytest.param(["zupa", "Їжа"], id="other alphabets last"),
    ],
)  # fmt: skip
def test_collation_key_sorts_as_a_polish_dictionary(names):
    backwards = names[::-1]
    assert sorted(backwards, key=collation_key) == names


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.lists(st.text(alphabet="aąćlłzźżAĄŁ 5+„", max_size=6), max_size=6))
def test_collation_key_orders_any_texts_the_same_way(texts):
    once = sorted(texts, key=collation_key)
    assert [collation_key(one) <= collation_key(two) for one, two in pairwise(once)] == [True] * (len(once[1:]))


@pytest.mark.parametrize(
    ("matters", "expected"),
    [
        pytest.param([], {}, id="none"),
        pytest.param([matter("Zasiłek stały")], {"Z": ["Zasiłek stały"]}, id="one"),
        pytest.param([matter("zasiłek"), matter("Żłobek")], {"Z": ["zasiłek"], "Ż": ["Żłobek"]}, id="letters of their own"),
        pytest.param([matter("Łóżko"), matter("Lokal")], {"L": ["Lokal"], "Ł": ["Łóżko"]}, id="ł is not l"),
        pytest.param([matter("Praca"), matter("poradnia")], {"P": ["poradnia", "Praca"]}, id="capitals do not count"),
        pytest.param([matter("„Stokrotka”")], {"S": ["„Stokrotka”"]}, id="under the letter in quotation marks"),
        pytest.param([matter("Świadczenie wychowawcze", "500+\n800 plus")], {"0–9": ["500+ → Świadczenie wychowawcze", "800 plus → Świadczenie wychowawcze"], "Ś": ["Świadczenie wychowawcze"]}, id="popular names point at the proper one"),
        pytest.param([matter("Wsparcie", "  \n mieszkania chronione \n\n")], {"M": ["mieszkania chronione → Wsparcie"], "W": ["Wsparcie"]}, id="empty lines do not count"),
        pytest.param([matter("Wsparcie", "Wsparcie\npomoc\npomoc")], {"P": ["pomoc → Wsparcie"], "W": ["Wsparcie"]}, id="each name once"),
        pytest.param([matter("Usługi", "opieka"), matter("Dom", "opieka")], {"D": ["Dom"], "O": ["opieka → Usługi", "opieka → Dom"], "U": ["Usługi"]}, id="one popular name of two matters"),
    ],
)  # fmt: skip
def test_index(matters, expected):
    assert entries(*matters) == expected


def test_index_has_each_letter_once():
    letters = [letter for letter, _group in index([matter(name) for name in ("Bar", "500+", "Alfa", "beta", "Azyl")])]
    assert letters == ["0–9", "A", "B"]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        pytest.param(matter("x"), "załatwisz tutaj", id="here"),
        pytest.param(matter("x", state="elsewhere", handled_by="ZUS"), "załatwia: ZUS", id="elsewhere, by whom"),
        pytest.param(matter("x", state="elsewhere"), "załatwia to kto inny", id="elsewhere"),
        pytest.param(matter("x", handled_by="ZUS"), "załatwisz tutaj", id="here, whoever does it elsewhere"),
        pytest.param(matter("x", state="continuing"), "tylko dla osób, które już to mają", id="continuing"),
        pytest.param(matter("x", state="suspended"), "zawieszone", id="suspended"),
        pytest.param(matter("x", state="closed"), "wniosków już się nie przyjmuje", id="closed"),
        pytest.param(matter("x", state="unconfirmed"), "do potwierdzenia w ośrodku", id="unconfirmed"),
    ],
)
def test_matter_label(one, expected):
    with translation.override("pl"):
        assert f"{one.label}" == expected


# --- Under life situations -----------------------------------------------------------------


def grouped(office):
    return {
        situation.slug: [(found.service.slug, found.state, found.building_id) for found in group]
        for situation, group in matters_by_situation(office)
    }


@pytest.mark.django_db
def test_matters_by_situation_groups_in_the_order_of_need():
    office = make_office()
    violence, money = make_situation("przemoc", position=1), make_situation("pieniadze", position=2)
    make_situation("pusta", position=0)
    second = make_service("drugi", [money], position=2)
    first = make_service("pierwszy", [money, violence], position=1)
    for service in (second, first):
        make_offering(office, service)
    assert grouped(office) == {
        "przemoc": [("pierwszy", "here", None)],
        "pieniadze": [("pierwszy", "here", None), ("drugi", "here", None)],
    }
    assert [situation.slug for situation, _group in matters_by_situation(office)] == ["przemoc", "pieniadze"]


@pytest.mark.django_db
def test_matters_by_situation_keeps_situations_of_one_position_apart():
    office, situations = make_office(), [make_situation("a"), make_situation("b")]
    for slug in ("jeden", "dwa"):
        make_offering(office, make_service(slug, situations))
    assert [(situation.slug, len(group)) for situation, group in matters_by_situation(office)] == [("a", 2), ("b", 2)]


@pytest.mark.django_db
def test_matters_by_situation_never_show_another_offices_answer():
    here, there = make_office("a"), make_office("b")
    situation = make_situation()
    both, other = make_service("wspolna", [situation]), make_service("obca", [situation])
    make_offering(there, both, state="suspended", building=make_building(there))
    make_offering(there, other)
    make_offering(here, both, state="continuing")
    assert grouped(here) == {"brak-pieniedzy": [("wspolna", "continuing", None)]}


def offering_at(office, place):
    """Make an offering at a kind of place; return the building that a list should name."""
    service, building = make_service(situations=[make_situation()]), make_building(office)
    section = make_section(office, building=building if place == "section in a building" else None)
    fields = {"building": {"building": building}, "nowhere": {}}.get(place, {"section": section})
    make_offering(office, service, **fields)
    return building.pk if place in ("building", "section in a building") else None


PLACES = pytest.mark.parametrize("place", ["building", "section in a building", "section on its own", "nowhere"])


@pytest.mark.django_db
@PLACES
def test_matters_by_situation_name_the_building(place):
    office = make_office()
    building = offering_at(office, place)
    assert grouped(office) == {"brak-pieniedzy": [("zasilek-staly", "here", building)]}


@pytest.mark.django_db
@PLACES
def test_matters_of_an_office_name_the_building(place):
    office = make_office()
    building = offering_at(office, place)
    assert [(found.service.slug, found.building_id) for found in matters_of(office)] == [("zasilek-staly", building)]


@pytest.mark.django_db
def test_matters_of_an_office_are_its_own():
    here, there = make_office("a"), make_office("b")
    service = make_service()
    make_offering(there, service, state="suspended")
    assert (matters_of(here), [found.state for found in matters_of(there)]) == ([], ["suspended"])


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    "read", [matters_by_situation, lambda office: index(matters_of(office))], ids=["grouped", "a-z"]
)
def test_matters_cost_one_query(number, read, django_assert_num_queries):
    office = make_office()
    for one in range(number):
        service = make_service(f"s{one}", [make_situation(f"s{one}")], handled_by="ZUS", popular_names="nazwa")
        make_offering(
            office, service, section=make_section(office, f"s{one}", building=make_building(office, f"b{one}"))
        )
    with django_assert_num_queries(1):
        read(office)


@pytest.mark.django_db
def test_situations_everywhere_are_those_with_a_service_each_once():
    used = make_situation("uzywana", position=2)
    first = make_situation("pierwsza", position=1)
    make_situation("pusta", position=0)
    make_service("jeden", [used, first])
    make_service("dwa", [used])
    assert list(situations_everywhere()) == [first, used]


# --- The offices that answer for a matter


@pytest.mark.django_db
def test_answers_are_those_of_published_offices():
    service = make_service()
    for slug, is_published in (("wolomin", True), ("szkic", False)):
        make_offering(make_office(slug, is_published=is_published), service)
    [found] = answers([service])
    assert [one.office.slug for one in found.offerings] == ["wolomin"]
