"""A list tells two offices of one municipality's name apart."""

from offices.models import Office
from offices.namesakes import tell_apart


def kinds(*offices):
    made = [Office(pk=pk, municipality=name, teryt=teryt) for pk, name, teryt in offices]
    return [str(one.municipality_kind) for one in tell_apart(made)]


def test_town_and_the_villages_around_it_are_told_apart():
    assert kinds((1, "Oświęcim", "1213011"), (2, "Oświęcim", "1213062"), (3, "Brzeg", "1601011")) == [
        "gmina miejska",
        "gmina wiejska",
        "",
    ]


def test_office_without_a_code_or_met_twice_says_nothing():
    assert kinds((1, "Oświęcim", ""), (2, "Oświęcim", "1213063")) == ["", "gmina miejsko-wiejska"]
    assert kinds((1, "Brzeg", "1601011"), (1, "Brzeg", "1601011")) == ["", ""]
