"""What ten residents typed: the right answer among the first three, and nothing harmful among the first five."""

import re

import pytest

from tests.walk import Page, words_of

pytestmark = pytest.mark.django_db

HERE = re.compile(r"^(?:/(?:en|uk))?/(?:(?:wolomin|solec-kujawski)/)?(?:(?:sprawy|sytuacje|krok-po-kroku|budynki)/)?")
NUMBERS, ELSEWHERE, UNSURE = "tel:112", "other place", "unsure"
GENERAL = {ELSEWHERE: "innej miejscowości|Nie znamy miejsca", UNSURE: "Nie jesteśmy pewni"}

# language, words, the right answers (one of them is enough), the harmful ones
TABLE = [
    ("pl", "emerytura nie starcza na leki", "zasilek-celowy|dodatek-pielegnacyjny", "dom-pomocy-spolecznej"),
    ("pl", "leki", "zasilek-celowy", "tel:112|psychiatra"),
    ("pl", "darmowe leki", "bezplatne-leki", "tel:112|psychiatra"),
    ("pl", "leki dla seniora", "bezplatne-leki", "tel:112|psychiatra"),
    ("pl", "nie mam na leki", "zasilek-celowy", "tel:112|psychiatra"),
    (
        "pl",
        "mąż jest agresywny",
        NUMBERS,
        "nie-dostaje-alimentow|zmarl-ktos-bliski|swiadczenia-rodzinne|zasilek-pogrzebowy",
    ),
    ("pl", "mąż jest agresywny", "przemoc-domowa|ktos-mnie-krzywdzi", "fundusz-alimentacyjny"),
    ("pl", "mąż", UNSURE, "zasilek-pogrzebowy|fundusz-alimentacyjny|swiadczenia-rodzinne"),
    ("pl", "schronisko dla kobiet", NUMBERS, ""),
    ("pl", "pije i bije", "przemoc-domowa|ktos-mnie-krzywdzi", "piecza-zastepcza"),
    ("pl", "wyrok eksmisyjny", "brakuje-na-czynsz/#krok-8", "fundusz-alimentacyjny|nie-dostaje-alimentow"),
    ("pl", "wyrok eksmisyjny", "pomoc-prawna", ""),
    ("pl", "DPS cena", "dom-pomocy-spolecznej", "bon-cieplowniczy"),
    ("pl", "dom dobrych praktyk", "dom-dobrych-praktyk", ""),
    ("pl", "kontakt", "kontakt", "pomoc-prawna|tel:112"),
    ("pl", "adres", "kontakt", "tel:112"),
    ("pl", "godziny", "kontakt/#godziny", "przyjecia-dyrektora|tel:112"),
    ("pl", "środa", "kontakt/#godziny", "tel:112"),
    ("pl", "telefon", "kontakt", "przemoc-domowa|tel:112"),
    ("pl", "BIP", "kontakt/#bip", "tel:112"),
    ("pl", "Kraków", ELSEWHERE, "tel:112"),
    ("pl", "Warszawa", ELSEWHERE, "warsztat-terapii-zajeciowej|tel:112"),
    ("pl", "jadłodajnia", "posilek", ""),
    ("pl", "pożyczka", "zasilek-celowy|praca-socjalna", ""),
    ("pl", "mama leży i nie wstaje", "uslugi-opiekuncze", ""),
    ("pl", "opiekunka", "uslugi-opiekuncze", "specjalny-zasilek-opiekunczy|zasilek-dla-opiekuna"),
    ("en", "no money", "zasilek-celowy|nie-mam-za-co-zyc", "zasilek-pogrzebowy"),
    ("uk", "немає грошей", "zasilek-celowy|nie-mam-za-co-zyc", "zasilek-pogrzebowy"),
    ("uk", "перекладач", "jestem-z-zagranicy", "dofinansowanie-pfron"),
    ("uk", "PESEL", "z-zagranicy/#krok-3", "swiadczenie-wychowawcze"),
    # What was right has to stay right.
    ("pl", "mąż mnie bije", NUMBERS, ""),
    ("pl", "boję się męża", NUMBERS, ""),
    ("pl", "gwałt", NUMBERS, ""),
    ("pl", "chcę się zabić", NUMBERS, ""),
    ("uk", "чоловік б’є", NUMBERS, ""),
    ("en", "my husband hits me", NUMBERS, ""),
    ("pl", "500+", "swiadczenie-wychowawcze", ""),
    ("pl", "czynsz", "dodatek-mieszkaniowy", ""),
    ("pl", "pogrzeb", "zasilek-pogrzebowy", ""),
    ("pl", "alimenty", "fundusz-alimentacyjny", ""),
    ("pl", "dodatek", "dodatek-pielegnacyjny|dodatek-energetyczny", "dodatek-oslonowy"),
    ("pl", "eksmisja", "brakuje-na-czynsz/#krok-8", ""),
    ("pl", "jedzenie dziś", "posilek", "schronienie"),
]


def answers(page):
    """Return what a page of results answers, in its order: what its links lead to, and its two general answers."""
    found = []
    for one in page.main.iter():
        if one.tag == "h2":
            found += [answer for answer, words in GENERAL.items() if re.search(words, words_of(one))]
        href = one.get("href", "") if one.tag == "a" else ""
        if href == NUMBERS or (href.startswith("/") and "/szukaj/" not in href):
            found.append(HERE.sub("", href).removesuffix("/"))
    return list(dict.fromkeys(found))


def asked(client, language, query, office=""):
    prefix = "" if language == "pl" else f"/{language}"
    address = f"{prefix}{office}/szukaj/"
    return Page(address, client.get(address, {"q": query}, headers={"accept-encoding": "identity"}))


@pytest.mark.parametrize(("language", "query", "right", "harm"), TABLE)
@pytest.mark.parametrize("office", ["", "/solec-kujawski"])
def test_what_residents_typed_is_answered(client, stored_content, at, office, language, query, right, harm):
    at(2026, 11, 24, 10)
    found = answers(asked(client, language, query, office))
    assert not set(found[:5]) & set(harm.split("|")), found
    assert set(found[:3]) & set(right.split("|")), found
