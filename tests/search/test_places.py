"""Places: the municipality that a query names, and the buildings and desks found by name or address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.folding import words
from search.places import MOST_SPOTS, Places, latin

WOLOMIN, SOLEC, LODZ = 1, 2, 3
OFFICES = [(WOLOMIN, "Wołomin"), (SOLEC, "Solec Kujawski"), (LODZ, "Łódź")]
SPOTS = [
    ("seat", WOLOMIN, "Siedziba ośrodka Al. Armii Krajowej 34"),
    ("good practices", SOLEC, "Dom Dobrych Praktyk ul. 23 Stycznia 7"),
    ("club", SOLEC, "Klub „Stokrotka”"),
    ("workshop", SOLEC, "Warsztat Terapii Zajęciowej ul. Toruńska 8a"),
]


@pytest.fixture(scope="module")
def places():
    return Places(OFFICES, SPOTS)


def named(places, query, known=()):
    return places.named(words(query), set(known).__contains__)


# --- Municipalities


@pytest.mark.parametrize(
    ("query", "office"),
    [
        ("Wołomin", WOLOMIN),
        ("wolomin", WOLOMIN),
        ("zasiłek w Wołominie", WOLOMIN),
        ("z Wołomina", WOLOMIN),
        ("wołmoin", WOLOMIN),
        ("Воломін", WOLOMIN),
        ("у Воломіні", WOLOMIN),
        ("solec kujawski", SOLEC),
        ("Solec", SOLEC),
        ("kujawski", SOLEC),
        ("solec kujwski", SOLEC),
        ("w Solcu Kujawskim", SOLEC),
        ("z Solca Kujawskiego", SOLEC),
        ("Солець-Куявський", SOLEC),
        ("łódź", LODZ),
        ("lodz", LODZ),
    ],
)
def test_municipality_is_named_in_any_case_and_script(places, query, office):
    assert named(places, query)[0] == [office]


@pytest.mark.parametrize("query", ["zasiłek", "wół", "sol", "w", "", "warszawa", "kuj", "500+"])
def test_other_words_name_no_municipality(places, query):
    assert named(places, query) == ([], set())


@pytest.mark.parametrize(
    ("query", "used"),
    [
        ("dodatek wołomin", {"wolomin"}),
        ("dodatek w Solcu Kujawskim", {"solcu", "kujawskim"}),
        ("zasiłek solec kujwski stały", {"solec", "kujwski"}),
    ],
)
def test_words_of_the_name_are_told_apart(places, query, used):
    assert named(places, query)[1] == used


def test_word_known_to_the_matters_is_no_name(places):
    assert named(places, "solec", known=["solec"]) == ([], set())


def test_two_municipalities_may_be_named(places):
    assert named(places, "wołomin łódź")[0] == [WOLOMIN, LODZ]


def test_fuller_name_wins():
    places = Places([(1, "Solec Kujawski"), (2, "Solec nad Wisłą"), (3, "Aleksandrów Kujawski")], [])
    assert [named(places, query)[0] for query in ("solec kujawski", "solec", "aleksandrów")] == [[1], [1, 2], [3]]


@pytest.mark.parametrize(("count", "found"), [(5, 5), (6, 0)])
def test_word_that_many_names_share_names_none(count, found):
    places = Places([(number, f"Nowa Wieś{number} Wielka") for number in range(count)], [])
    assert len(named(places, "wielka")[0]) == found


def test_whole_name_that_many_share_names_none():
    places = Places([(number, "Dąbrowa") for number in range(6)], [])
    assert named(places, "dąbrowa") == ([], set())


def test_latin_writes_a_place_as_poles_do():
    assert [latin(word) for word in ("воломін", "щецін", "wolomin")] == ["wolomin", "szczecin", "wolomin"]


# --- Addresses


@pytest.mark.parametrize(
    ("query", "spot"),
    [
        ("Armii Krajowej 34", "seat"),
        ("al. Armii Krajowej", "seat"),
        ("aleja armii krajowej 34", "seat"),
        ("Armia Krajowa", "seat"),
        ("siedziba", "seat"),
        ("dom dobrych praktyk", "good practices"),
        ("ulica 23 Stycznia 7", "good practices"),
        ("na Toruńskiej", "workshop"),
        ("Toruńska 8a", "workshop"),
        ("Stokrotka", "club"),
        ("w klubie stokrotka", "club"),
    ],
)
def test_place_is_found_by_its_name_or_street(places, query, spot):
    assert places.spots(words(query)) == [spot]


@pytest.mark.parametrize("query", ["Armii Krajowej 35", "Toruńska 8", "dom stokrotka", "34", "ul.", "", "w na"])
def test_place_is_found_only_by_words_that_it_has(places, query):
    assert places.spots(words(query)) == []


def test_places_of_other_offices_are_left_out(places):
    assert [places.spots(["stokrotka"], [office]) for office in (WOLOMIN, SOLEC)] == [[], ["club"]]


def test_places_are_a_few_at_most():
    places = Places([], [(number, 1, "Świetlica ul. Polna 1") for number in range(MOST_SPOTS + 3)])
    assert places.spots(["polna"]) == list(range(MOST_SPOTS))


def test_places_of_this_office_are_found_behind_many_others():
    spots = [(number, 1, "Świetlica") for number in range(MOST_SPOTS)]
    assert Places([], [*spots, ("mine", 2, "Świetlica")]).spots(["swietlica"], [2]) == ["mine"]


@given(st.text(), st.text())
def test_every_text_gets_an_answer(name, query):
    places = Places([(1, name), (2, "Wołomin")], [("spot", 1, name)])
    offices, used = named(places, query)
    assert (set(offices) <= {1, 2}, used <= set(words(query)), isinstance(places.spots(words(query)), list)) == (
        True,
        True,
        True,
    )


# --- Offices of one name, towns and texts that mention places


@pytest.mark.parametrize(
    ("query", "office"),
    [
        ("mops oświęcim", [1]),
        ("w mopsie Oświęcim", [1]),
        ("gops oswiecim", [2]),
        ("Oświęcim gmina wiejska", [2]),
        ("miasto Oświęcim", [1]),
        ("Oświęcim", [1, 2]),
        ("cus oświęcim", [1, 2]),
        ("gops brzeg", [3]),
    ],
)
def test_offices_of_one_name_are_told_apart_by_their_kind(query, office):
    offices = [(1, "Oświęcim", "mops", "1213011"), (2, "Oświęcim", "gops", "1213062"), (3, "Brzeg", "mops", "")]
    assert named(Places(offices, []), query)[0] == office


MENTIONING = [
    ("point", WOLOMIN, "Punkt w Zaborzu Grojecka 4", "Dla mieszkańców: Poręba Wielka, os. Błękitne"),
    ("seat", WOLOMIN, "Siedziba Zamkowa 1 Grojec", None),
    ("branch", SOLEC, "Filia", "Spotkania przy Kwarcowej 5 i w Porębie"),
]


@pytest.mark.parametrize(
    ("query", "spots"),
    [
        ("Grojec", ["seat"]),
        ("Grojecka", ["point"]),
        ("os. Błękitne", ["point"]),
        ("Poręba Wielka", ["point"]),
        ("Kwarcowa 5", ["branch"]),
        ("Kwarcowa 7", []),
        ("mieszkańców", []),
        ("spotkania filia", ["branch"]),
    ],
)
def test_place_is_found_by_its_town_and_by_what_its_text_names(query, spots):
    assert Places([], MENTIONING).spots(words(query)) == spots


def test_texts_that_mention_a_place_can_be_left_out():
    assert Places([], MENTIONING).spots(["kwarcowa"], mentioned=False) == []


def test_similar_beginning_is_no_form_of_a_name():
    assert Places([], [("workshop", SOLEC, "Warsztat")]).spots(["warszawa"]) == []


def test_towns_are_named_while_they_are_few(places):
    assert (places.towns(3), places.towns(2)) == (["Wołomin", "Solec Kujawski", "Łódź"], [])
