"""Below each Polish text stands how hard it is to read; while somebody types, a script asks for it anew."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from languages.prose import is_prose
from offices.models import Building, OfficePage
from services.models import Service
from tests.cast import address, elements, errors_of, save, stored

pytestmark = pytest.mark.slow  # Each opens and sends a whole form.

EASY = "Zadzwoń do nas. Pomoc jest za darmo."
HARD = "Zadzwoń. Dostarcz zaświadczenie. Dołącz oświadczenie o dochodach. Weź <b>orzeczenie</b>. Weź pełnomocnictwo."
EASY_WORDS = "Czytelność: FOG 1,4; słów w zdaniu: 4; długich słów: 0% – łatwy tekst."


def words(element):
    return " ".join("".join(element.itertext()).split())


def figures(response):
    """Return the figures of each input of a page, {name of the input: words}."""
    by_id = {one.get("id"): words(one) for one in elements(response, "div")}
    inputs = [one for one in elements(response, "textarea", "input") if one.get("data-readability")]
    return {one.get("name"): by_id[one.get("aria-describedby").split()[-1]] for one in inputs}


def counted(client, text):
    return client.post(reverse("admin:readability"), {"text": text})


@pytest.fixture
def page(scene):
    """The address of a page with one easy text."""
    OfficePage.objects.filter(pk=scene.a.page.pk).update(text_pl=EASY)
    return address(scene.a.page)


def test_stored_text_has_its_figures(as_, alicja, page):
    assert figures(as_(alicja).get(page)) == {"text_pl": EASY_WORDS}


def test_text_of_one_line_has_its_figures(as_, dorota, scene):
    Service.objects.filter(pk=scene.shared.service.pk).update(summary_pl=EASY)
    assert figures(as_(dorota).get(address(scene.shared.service)))["summary_pl"] == EASY_WORDS


def test_text_of_a_row_has_its_figures(as_, alicja, scene):
    scene.a.building.accessibility_facts.create(feature="lift", answer="yes", note_pl=EASY)
    assert figures(as_(alicja).get(address(scene.a.building)))["accessibility_facts-0-note_pl"] == EASY_WORDS


def test_empty_text_has_no_figures(as_, alicja, scene):
    assert figures(as_(alicja).get(address(scene.a.page, "add"))) == {"text_pl": ""}


def test_refused_text_has_its_figures_as_sent(as_, alicja, page):
    response = save(as_(alicja), page, title_pl="", text_pl="Przyjdź.")
    assert (len(errors_of(response)), figures(response)["text_pl"][:19]) == (1, "Czytelność: FOG 0,4")


def test_previewed_text_has_its_figures_as_sent(as_, alicja, scene):
    response = save(as_(alicja), address(scene.a.building), way_in_pl=EASY, _preview="Podgląd 14 dni")
    assert figures(response)["way_in_pl"] == EASY_WORDS


def test_hard_text_shows_its_three_hardest_sentences_with_the_long_words_marked(as_, alicja):
    response = counted(as_(alicja), HARD)
    assert [words(one) for one in elements(response, "li")] == [
        "Dostarcz zaświadczenie. (FOG 20,8)",
        "Weź pełnomocnictwo. (FOG 20,8)",
        "Dołącz oświadczenie o dochodach. (FOG 11,6)",
    ]
    assert [words(one) for one in elements(response, "mark")] == ["zaświadczenie", "pełnomocnictwo", "oświadczenie"]


def test_hard_text_is_called_so(as_, alicja):
    text = words(elements(counted(as_(alicja), HARD), "p")[0])
    assert text == "Czytelność: FOG 13,3; słów w zdaniu: 3; długich słów: 31% – za trudny tekst."


def test_plain_text_lists_no_sentences(as_, alicja):
    response = counted(as_(alicja), EASY * 9 + " Dostarcz zaświadczenie.")
    assert elements(response, "li") == []


def test_typed_markup_stays_text(as_, alicja):
    response = counted(as_(alicja), "<b>Orzeczenie</b>")
    assert (elements(response, "b"), words(elements(response, "li")[0])) == ([], "<b>Orzeczenie</b> (FOG 14,5)")


def test_counting_is_for_staff(client, scene):
    response = counted(client, EASY)
    assert (response.status_code, response.url.split("?")[0]) == (302, "/admin/login/")


def test_counting_is_not_a_page(as_, alicja):
    assert as_(alicja).get(reverse("admin:readability")).status_code == 405


def test_counting_stops_at_a_very_long_text(as_, alicja):
    longest, longer = counted(as_(alicja), "Tak. " * 4000), counted(as_(alicja), "Tak. " * 4000 + HARD)
    assert longest.content == longer.content


def test_figures_change_nothing_that_is_saved(as_, alicja, page, scene):
    before = stored(scene.a.page)
    save(as_(alicja), page)
    assert stored(scene.a.page) == before


def test_figures_cost_no_query(as_, alicja, page, monkeypatch):
    client, asked = as_(alicja), []
    for _with_and_without in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(page)
        asked.append(len(queries))
        monkeypatch.setattr("staff.inputs.is_prose", lambda field: False)
    assert asked[0] == asked[1]


def test_help_still_describes_the_input(as_, alicja, scene):
    inputs = {one.get("name"): one for one in elements(as_(alicja).get(address(scene.a.building)), "textarea")}
    described = inputs["way_in_pl"].get("aria-describedby")
    assert described == "id_way_in_pl_helptext id_way_in_pl_readability"


def test_prose_is_polish_and_made_of_sentences():
    columns = {
        f"{model.__name__}.{field.name}"
        for model in (Building, Service)
        for field in model._meta.concrete_fields
        if is_prose(field)
    }
    assert columns >= {"Building.way_in_pl", "Building.purpose_pl", "Service.summary_pl", "Service.plain_text_pl"}
    assert not columns & {
        "Building.name_pl",
        "Building.street",
        "Service.summary_en",
        "Service.search_words_pl",
        "Service.popular_names_pl",
        "Service.plain_text",
    }
