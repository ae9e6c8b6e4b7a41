"""Everyday words ask for a page: contact, hours, the bulletin. Beside a matter they only say what is wanted of it."""

import pytest

from search.everyday import page_begun, page_for, rows, without_everyday
from search.folding import words
from search.pages import AT_OFFICES, OF_SITE, SITUATIONS, STEPS

ASKED = {
    "contact": "kiedy przyjdą pieniądze|kontakt|adres|adresu|telefon|numer telefonu|gdzie jesteście|jak dojechać|contact|phone number|where are you"
    "|контакт|адреса|номер телефону|де ви знаходитесь",
    "hours": "godziny|godziny otwarcia|godzin otwarcia|czynne|środa|w środę|sroda|czy w sobotę otwarte|do której otwarte"
    "|opening hours|are you open on saturday|wednesday|години роботи|середа|чи відкрито в суботу",
    "bip": "BIP|w bipie|biuletyn informacji publicznej|бюлетень",
    "declaration": "deklaracja dostępności|winda|wheelchair access|доступність",
    "privacy": "RODO|ochrona danych osobowych|privacy",
    "sign": "język migowy|tłumacz migowy|sign language|жестова мова",
    "plain": "prosty język|easy read|проста мова",
    "notices": "komunikaty|ogłoszenia|новини",
    "matters": "wniosek|wszystkie sprawy|forms|бланки",
    "help": "telefon zaufania|numer alarmowy|helpline|гаряча лінія",
    "error": "zgłoś błąd na stronie|report a mistake on the site",
    "about": "kto prowadzi tę stronę",
    "map": "mapa strony|site map",
    "eviction": "eksmisja|wyrok eksmisyjny|dostałam wyrok o eksmisji, co robić|eviction|нас виселяють",
    "pesel": "PESEL|pesel number|як отримати песель",
    "interpreter": "tłumacz|interpreter|перекладач",
}


@pytest.mark.parametrize(("page", "query"), [(page, one) for page, said in ASKED.items() for one in said.split("|")])
def test_everyday_words_ask_for_a_page(page, query):
    assert page_for(words(query)) == page


@pytest.mark.parametrize(
    "query",
    [
        "",
        "psycholog telefon",
        "mąż nie pracuje",
        "nie mam gdzie spać",
        "pomoc prawna",
        "praca",
        "what should I do",
        "Kraków",
    ],
)
def test_other_words_ask_for_none(query):
    assert page_for(words(query)) == ""


@pytest.mark.parametrize(
    ("query", "rest"),
    [
        ("numer telefonu do psychologa", ["do", "psychologa"]),
        ("jedzenie dziś", ["jedzenie"]),
        ("godziny otwarcia", []),
        ("urząd pracy", ["urzad", "pracy"]),
        ("mąż nie pracuje", ["maz", "nie", "pracuje"]),
    ],
)
def test_words_that_only_ask_for_a_number_are_told_from_the_matter(query, rest):
    assert without_everyday(words(query)) == rest


@pytest.mark.parametrize(
    ("typed", "page"),
    [("kont", "contact"), ("godziny otw", "hours"), ("ko", ""), ("kont psy", ""), ("mą", ""), ("", "")],
)
def test_page_is_asked_for_before_the_word_is_typed_to_its_end(typed, page):
    assert page_begun(words(typed)) == page


def test_every_page_of_the_table_has_an_address():
    assert {one["page"] for one in rows()} - {"moment", "filler"} == {*AT_OFFICES, *OF_SITE, *SITUATIONS, *STEPS}
