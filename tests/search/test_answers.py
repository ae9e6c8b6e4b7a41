"""What a query is answered with: matters with desks, places, numbers, and help in danger."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.answers import FEW_OFFICES, LONGEST_QUERY, MOST_RESULTS, MOST_SUGGESTIONS, search, suggestions, tidy
from search.catalogue import forget
from search.models import DangerPhrase
from services.models import Service
from tests.factories import (
    make_help_line,
    make_offering,
    make_office,
    make_section,
    make_service,
    make_situation,
)

pytestmark = pytest.mark.django_db


def slugs(query, office=None, language="pl"):
    return [result.service.slug for result in search(query, language, office).results]


# --- Matters


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("dodatek mieszkaniowy", "dodatek-mieszkaniowy", id="name"),
        pytest.param("dodatku mieszkaniowego", "dodatek-mieszkaniowy", id="another case"),
        pytest.param("DODATEK", "dodatek-mieszkaniowy", id="capitals"),
        pytest.param("doplata do czynszu", "dodatek-mieszkaniowy", id="popular name without diacritics"),
        pytest.param("dodatek mieszkanoiwy", "dodatek-mieszkaniowy", id="a slip"),
        pytest.param("500+", "swiadczenie-wychowawcze", id="old name"),
        pytest.param("500 plus", "swiadczenie-wychowawcze", id="plus as a word"),
        pytest.param("800+", "swiadczenie-wychowawcze", id="amount"),
        pytest.param("swiadczenie", "swiadczenie-wychowawcze", id="no diacritics"),
        pytest.param("bija mnie", "przemoc-domowa", id="hidden words"),
        pytest.param("stokrotki", "klub", id="own matter of an office"),
        pytest.param("ops przemoc", "przemoc-domowa", id="with the name of the institution"),
    ],
)
def test_search_finds_first(offices, query, first):
    assert slugs(query)[:1] == [first]


def test_result_names_every_office_with_its_state_and_desk(offices):
    section = make_section(offices["solec"], name="Sekcja dodatków")
    offices["wolomin"].offerings.filter(service__slug="dodatek-mieszkaniowy").update(state="suspended")
    offices["solec"].offerings.filter(service__slug="dodatek-mieszkaniowy").update(section=section)
    [result] = search("dodatek", "pl").results
    assert [(one.office.slug, one.state, one.section and one.section.name) for one in result.offerings] == [
        ("solec-kujawski", "here", "Sekcja dodatków"),
        ("wolomin", "suspended", None),
    ]


def test_result_of_no_office_is_found_without_offerings(offices):
    make_service("becikowe", name="Becikowe")
    [result] = search("becikowe", "pl").results
    assert result.offerings == []


def test_result_marks_the_words_that_were_found(offices):
    [result] = search("dodatku mieszkaniowego", "pl").results
    assert result.tokens == {"dodatek", "mieszkaniowy"}


@pytest.mark.parametrize(
    ("query", "known_as"),
    [("dopłata do czynszu", ("dopłata do czynszu", "pl")), ("dodatek mieszkaniowy", ("", ""))],
)
def test_result_names_the_popular_name_that_was_typed(offices, query, known_as):
    [result] = search(query, "pl").results
    assert (result.known_as, result.known_as_language) == known_as


def test_popular_name_in_another_language_says_which(offices):
    service = Service.objects.get(slug="dodatek-mieszkaniowy")
    service.popular_names_uk = "житлова субсидія"
    service.save()
    [result] = search("житлова субсидія", "pl").results
    assert (result.known_as, result.known_as_language) == ("житлова субсидія", "uk")


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_search_reads_every_language_whatever_the_page(offices, language):
    service = Service.objects.get(slug="dodatek-mieszkaniowy")
    service.name_uk, service.name_en = "Житлова допомога", "Housing allowance"
    service.save()
    assert [slugs(query, language=language) for query in ("житлову допомогу", "housing", "dodatek")] == [
        ["dodatek-mieszkaniowy"]
    ] * 3


def test_search_leaves_out_what_answers_little_of_the_query(offices):
    make_service("inny", name="Inny dodatek do czegokolwiek zupełnie innego")
    assert slugs("dopłata do czynszu dodatek mieszkaniowy") == ["dodatek-mieszkaniowy"]


def test_results_are_limited(offices):
    for number in range(MOST_RESULTS + 3):
        make_service(f"kurs-{number}", name=f"Kurs {number}")
    assert len(slugs("kurs")) == MOST_RESULTS


def test_deleted_service_is_not_found(offices):
    search("dodatek", "pl")
    Service.objects.filter(slug="dodatek-mieszkaniowy").delete()
    assert slugs("dodatek") == []


# --- An office's own matters


@pytest.fixture
def pushing(offices):
    """A club whose editor wrote down whatever people may look for."""
    Service.objects.filter(slug="klub").update(
        popular_names_pl="500+\nniebieska karta", search_words_pl="mąż mnie bije\nbije mnie\ndodatek mieszkaniowy"
    )
    return offices


@pytest.mark.parametrize("query", ["mąż mnie bije", "500+", "dodatek mieszkaniowy"])
def test_own_matter_stands_behind_the_shared_ones_on_the_whole_site(pushing, query):
    assert "klub" not in slugs(query)[:1]


def test_own_matter_stands_behind_danger_at_its_own_office_too(pushing):
    assert slugs("bije mnie", pushing["solec"])[0] == "przemoc-domowa"


def test_own_matter_may_be_first_at_its_own_office(pushing):
    assert slugs("klub", pushing["solec"])[0] == "klub"


# --- At an office, and with a place


def test_search_at_an_office_answers_for_it_alone(offices):
    [result] = search("dodatek", "pl", offices["wolomin"]).results
    assert [one.office.slug for one in result.offerings] == ["wolomin"]


def test_search_at_an_office_leaves_out_what_another_alone_has(offices):
    assert slugs("stokrotka", offices["wolomin"]) == []


def test_search_at_an_office_finds_its_own(offices):
    assert slugs("stokrotka", offices["solec"]) == ["klub"]


@pytest.mark.parametrize("query", ["dodatek mieszkaniowy w Wołominie", "wolomin doplata do czynszu"])
def test_search_with_a_place_keeps_to_its_office(offices, query):
    [result] = search(query, "pl").results
    assert [one.office.slug for one in result.offerings] == ["wolomin"]


def test_search_with_a_place_names_its_office(offices):
    assert [one.slug for one in search("dodatek w Solcu Kujawskim", "pl").offices] == ["solec-kujawski"]


@pytest.mark.parametrize("query", ["solec kujawski", "ops solec kujawski", "ośrodek w solcu kujawskim"])
def test_search_for_a_place_alone_finds_the_office_and_no_matter(offices, query):
    found = search(query, "pl")
    assert ([one.slug for one in found.offices], found.results) == (["solec-kujawski"], [])


def test_search_leaves_out_the_offices_not_published(offices):
    offices["wolomin"].is_published = False
    offices["wolomin"].save()
    [result] = search("dodatek", "pl").results
    assert [one.office.slug for one in result.offerings] == ["solec-kujawski"]
    assert search("wołomin", "pl").offices == []


@pytest.mark.parametrize(("more", "count"), [(FEW_OFFICES - 2, FEW_OFFICES), (FEW_OFFICES - 1, 0)])
def test_answers_of_many_offices_are_left_to_the_shared_sheet(offices, more, count):
    service = Service.objects.get(slug="dodatek-mieszkaniowy")
    for number in range(more):
        make_offering(make_office(f"gmina-{number}", municipality=f"Gmina{number}x"), service)
    [result] = search("dodatek", "pl").results
    assert len(result.offerings) == count


def test_search_costs_the_same_for_more_services(offices, django_assert_num_queries):
    for number in range(3):
        make_service(slug=f"inna-{number}", name=f"Dodatek {number}", summary="Inna sprawa.")
    search("dodatek", "pl")
    with django_assert_num_queries(5):
        search("dodatek wołomin", "pl")


# --- Life situations and danger


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        pytest.param("mąż mnie bije", ("violence",), id="a sentence"),
        pytest.param("maz mnie bije i nie mam na czynsz", ("violence",), id="among others"),
        pytest.param("przemoc domowa", ("violence",), id="the name of the matter"),
        pytest.param("chcę umrzeć", ("self-harm",), id="of which no matter speaks"),
        pytest.param("dodatek mieszkaniowy", (), id="another matter"),
        pytest.param("mąż", (), id="a word of it"),
        pytest.param("xyzzy", (), id="nothing"),
    ],
)
def test_search_tells_which_danger_a_query_speaks_of(offices, query, kinds):
    assert search(query, "pl").danger == kinds


def test_urgent_matter_found_by_another_word_is_no_danger(offices):
    make_service(
        "interwencja", name="Rozmowa o kłopotach", summary="Ochrona.", situations=[make_situation("k", is_urgent=True)]
    )
    assert [search(query, "pl").danger for query in ("ochrona", "rozmowa", "rozmowa o czynszu")] == [()] * 3


@pytest.fixture
def lines():
    for number in ("116123", "116111", "800121212", "800120002", "112", "116000"):
        make_help_line(f"linia-{number}", number=number)


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("mąż mnie bije", ["112", "800120002"]),
        ("sąsiad bije dziecko", ["112", "800120002", "116111", "800121212"]),
        ("chcę się zabić", ["112", "116123", "116111"]),
        ("zaginęło dziecko", ["112", "116000"]),
        ("nie mam gdzie spać", ["112"]),
        ("dodatek", []),
    ],
)
def test_numbers_stand_in_the_order_in_which_to_call(offices, lines, query, numbers):
    assert [one.number for one in search(query, "pl").lines] == numbers


def test_matter_of_danger_is_first_and_nothing_about_death_beside_it(offices):
    make_service("zasilek-pogrzebowy", name="Zasiłek pogrzebowy", search_words="mąż zmarł\nagresywny nowotwór")
    assert slugs("mąż jest agresywny") == ["przemoc-domowa"]


def test_what_a_cry_says_whole_besides_is_found_after_danger(offices):
    assert slugs("mąż mnie bije, dopłata do czynszu")[:2] == ["przemoc-domowa", "dodatek-mieszkaniowy"]


def test_words_of_the_administrator_are_danger_at_the_next_search(offices):
    search("stary mnie lutuje", "pl")
    DangerPhrase.objects.create(
        kind="violence",
        phrase="stary/mąż lutuje mnie",
        must_match="stary mnie lutuje",
        must_not_match="stary lutuje kable",
    )
    forget()
    assert [search(query, "pl").danger for query in ("stary mnie lutuje", "stary lutuje kable")] == [("violence",), ()]


def test_search_finds_the_situation_with_the_matters(offices):
    found = search("mąż mnie bije", "pl")
    assert [one.slug for one in found.situations] == ["krzywda"]


# --- Words not known


def test_corrected_query_says_how_it_was_read(offices):
    assert search("Dodatek mieszkanoiwy", "pl").corrected == "dodatek mieszkaniowy"


def test_query_of_known_words_is_not_corrected(offices):
    assert search("dodatku mieszkaniowego", "pl").corrected == ""


@pytest.mark.parametrize("query", ["", "   ", "?", "!!!", "\u200b", "a", "qwertyuiop", "\x00", "+", "()", "🍓", "–"])
def test_search_for_nothing_finds_nothing(offices, query):
    assert not search(query, "pl")


def test_control_characters_part_the_words(offices):
    assert slugs("dodatek\x00mieszkaniowy\u202e") == ["dodatek-mieszkaniowy"]


@pytest.mark.parametrize("query", ["dodatek miesz\u00adkaniowy", "doda\u200btek\u2060 mieszkaniowy\ufeff"])
def test_characters_that_nobody_sees_do_not_part_a_word(offices, query):
    assert (tidy(query), slugs(query)) == ("dodatek mieszkaniowy", ["dodatek-mieszkaniowy"])


@pytest.mark.parametrize(
    "query", ["dzień dobry, dodatek", "Dzien dobry dodatek", "good morning dodatek", "Добрий день! dodatek"]
)
def test_greeting_is_no_word_of_a_matter(offices, query):
    make_service("dobry-start", name="Dobry start")
    assert slugs(query) == ["dodatek-mieszkaniowy"]


def test_very_long_query_is_cut(offices):
    assert (len(tidy("ą" * 10_000)), slugs("ą" * 10_000)) == (LONGEST_QUERY, [])
    assert slugs("dodatek " + "ą" * 10_000) == ["dodatek-mieszkaniowy"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(query=st.text(), at_office=st.booleans())
def test_every_text_gets_an_answer(offices, query, at_office):
    office = offices["solec"] if at_office else None
    assert isinstance(search(query, "pl", office).results, list)
    assert isinstance(suggestions(query, "pl", office), list)


# --- While typing


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("do", [("dodatek-mieszkaniowy", ""), ("przemoc-domowa", "")]),
        ("dod", [("dodatek-mieszkaniowy", "")]),
        ("dopł", [("dodatek-mieszkaniowy", "dopłata do czynszu")]),
        ("500", [("swiadczenie-wychowawcze", "500+")]),
        ("klub sto", [("klub", "")]),
        ("dod ", []),
        ("", []),
        ("xyzzy", []),
    ],
)
def test_suggestions_complete_the_last_word(offices, typed, found):
    assert [(service.slug, name) for service, name in suggestions(typed, "pl")] == found


def test_suggestions_at_an_office_leave_out_what_another_alone_has(offices):
    assert [len(suggestions("stokr", "pl", offices[name])) for name in ("wolomin", "solec")] == [0, 1]


def test_suggestions_are_a_few(offices):
    for number in range(MOST_SUGGESTIONS + 3):
        make_service(f"kurs-{number}", name=f"Kurs {number}")
    assert len(suggestions("kur", "pl")) == MOST_SUGGESTIONS


def test_suggestion_names_the_popular_name_in_the_language_of_the_reader(offices):
    service = Service.objects.get(slug="dodatek-mieszkaniowy")
    service.popular_names_uk = "житлова субсидія"
    service.save()
    assert suggestions("субс", "uk") == [(service, "житлова субсидія")]
