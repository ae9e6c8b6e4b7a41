"""A source in three languages: what is said of a page or an act is translated, its title is not."""

import pytest
from django.utils import translation

from offices.sources import pieces
from offices.templatetags.text import sourced


def test_pieces_are_the_source():
    source = "strona ośrodka (ops.wolomin.pl), sprzed 2022 r."
    assert "".join(piece.text for piece in pieces(source)) == source


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param("strona ośrodka (ops.wolomin.pl)", ["strona ośrodka"], id="a page"),
        pytest.param("strony urzędów gmin i ośrodków", ["strony urzędów gmin i ośrodków"], id="the longest one"),
        pytest.param("ustawa o pomocy społecznej, art. 42", [], id="an act"),
        pytest.param("ustawa o dodatkach; praktyka urzędów", ["praktyka urzędów"], id="after an act"),
    ],
)
def test_pieces_that_are_said(source, said):
    assert [piece.text for piece in pieces(source) if piece.is_said] == said


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("pl", 'strona ośrodka (<a href="https://ops.wolomin.pl">ops.wolomin.pl</a>).'),
        ("en", 'the centre’s website <span lang="pl">(<a href="https://ops.wolomin.pl">ops.wolomin.pl</a>).</span>'),
    ],
)
def test_sourced_marks_what_stays_polish(language, expected, catalogues_of_today):
    with translation.override(language):
        assert sourced("strona ośrodka (ops.wolomin.pl)") == expected
