"""Names of places in a query are known by what stands before them and by how they are written."""

import pytest

from search.folding import words
from search.naming import names

SAID = set(
    words(
        "mieszkanie dodatek mieszkaniowy zasiłek dziecko chodzi szkoły potrzeba karta dużej rodziny ulicy bon domu namiocie"
    )
)
FORMS = SAID | set(words("ciepłownicza składowa wielka dla osób"))


def found(query):
    named = names(query, is_unknown=lambda word: word not in FORMS, is_said=SAID.__contains__)
    return [" ".join(name) for name in named]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("ul. Składowa", ["Składowa"]),
        ("ulica składowa 5", ["składowa 5"]),
        ("os. Błękitne", ["Błękitne"]),
        ("mieszkam na Daszyńskiego", ["Daszyńskiego"]),
        ("mieszkam na daszyńskiego", ["daszyńskiego"]),
        ("zasiłek w Krakowie", ["Krakowie"]),
        ("dodatek mieszkaniowy Wołomin ul. Jana Pawła II 5", ["Jana Pawła II 5"]),
        ("Poręba Wielka", ["Poręba Wielka"]),
        ("Ciepłownicza", ["Ciepłownicza"]),
        ("вул. Складова", ["Складова"]),
        # No place.
        ("zasiłek dla os. starszej", []),
        ("Karta Dużej Rodziny", []),
        ("Dodatek mieszkaniowy", []),
        ("DODATEK MIESZKANIOWY", []),
        ("mieszkam w namiocie", []),
        ("mieszkam na ulicy", []),
        ("mój mąż Andrzej pije", []),
        ("mieszkam z Markiem", []),
        ("bon ciepłowniczy", []),
        ("500+", []),
        ("", []),
    ],
)
def test_name_of_a_place_is_told_from_other_words(query, named):
    assert found(query) == named
