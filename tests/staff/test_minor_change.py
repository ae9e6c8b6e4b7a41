"""A change that an editor calls minor leaves the translations as good as they were."""

import pytest

from offices.models import AccessibilityFact
from tests.cast import address, elements, filled_in, save


@pytest.fixture
def notice(scene):
    scene.a.notice.title_en = "Notice"
    scene.a.notice.save()
    return scene.a.notice


@pytest.mark.parametrize(
    ("ticked", "expected"), [({}, {"en": {"title": "Komunikat A"}}), ({"_minor": "on"}, {})], ids=["usual", "minor"]
)
def test_polish_change_in_the_form(as_, alicja, notice, ticked, expected):
    save(as_(alicja), address(notice), title_pl="Komunikat  A!", **ticked)
    notice.refresh_from_db()
    assert notice.outdated == expected


@pytest.mark.parametrize(
    ("ticked", "expected"), [({}, {"en": {"note": "Mała"}}), ({"_minor": "on"}, {})], ids=["usual", "minor"]
)
def test_polish_change_in_a_row(as_, alicja, scene, ticked, expected):
    fact = AccessibilityFact.objects.create(
        building=scene.a.building, feature="lift", answer="yes", note_pl="Mała", note_en="Small"
    )
    save(as_(alicja), address(scene.a.building), **{"accessibility_facts-0-note_pl": "Mała.", **ticked})
    fact.refresh_from_db()
    assert fact.outdated == expected


def boxes(response):
    return [one for one in elements(response, "input") if one.get("name") == "_minor"]


def test_box_stays_ticked_when_the_form_has_mistakes(as_, alicja, notice):
    response = save(as_(alicja), address(notice), title_pl="", _minor="on")
    assert filled_in(response)["_minor"] == "on"


def test_box_is_never_ticked_beforehand(as_, alicja, notice):
    assert [one.get("checked") for one in boxes(as_(alicja).get(address(notice)))] == [None]


def test_new_record_and_one_that_cannot_be_changed_have_no_box(as_, alicja, scene):
    opened = [address(scene.a.notice, "add"), address(scene.shared.help_line)]
    assert [boxes(as_(alicja).get(one)) for one in opened] == [[], []]
