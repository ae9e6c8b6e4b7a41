"""What people ask a centre most urgently, and what they ask it in vain, is found by their own words and says what to do."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from search.answers import search
from services.models import Amount, Handling, Service

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stored_content")]

# Language, words as people type them, and the matter that must stand first.
WORDS = """
pl  nie mam co jesc                   posilek
pl  głód                              posilek
pl  obiady w szkole                   posilek
pl  jadłodajnia                       posilek
en  nothing to eat                    posilek
uk  нема що їсти                      posilek
pl  paczka zywnosciowa                paczki-zywnosciowe
pl  caritas                           paczki-zywnosciowe
en  food bank                         paczki-zywnosciowe
uk  продуктовий набір                 paczki-zywnosciowe
pl  nie mam gdzie spac                schronienie
pl  jestem bezdomny                   schronienie
pl  schronisko                        schronienie
en  nowhere to sleep tonight          schronienie
uk  ніде ночувати                     schronienie
pl  ciuchy                            niezbedne-ubranie
en  winter clothes                    niezbedne-ubranie
uk  теплий одяг                       niezbedne-ubranie
pl  nie ma kto pochować               sprawienie-pogrzebu
en  nobody to bury him                sprawienie-pogrzebu
uk  нема кому поховати                sprawienie-pogrzebu
pl  zus odmówił zasiłku pogrzebowego  zasilek-celowy-na-pogrzeb
pl  pogrzeb                           zasilek-pogrzebowy
en  funeral                           zasilek-pogrzebowy
uk  похорон                           zasilek-pogrzebowy
pl  nie mam ubezpieczenia             leczenie-bez-ubezpieczenia
en  no health insurance               leczenie-bez-ubezpieczenia
uk  немає страховки                   leczenie-bez-ubezpieczenia
pl  opieka wytchnieniowa              opieka-wytchnieniowa
en  I need a break from caring        opieka-wytchnieniowa
uk  відпочити від догляду             opieka-wytchnieniowa
pl  kto zaplaci za mnie zus           skladki-za-opiekuna
pl  renta po mężu                     renta-rodzinna
pl  dodatek dopełniający              renta-socjalna
pl  macierzyński                      zasilek-macierzynski
pl  kosiniakowe                       swiadczenie-rodzicielskie
pl  leki                              bezplatne-leki
pl  paszport                          dowod-osobisty-i-paszport
pl  bon energetyczny                  dodatek-oslonowy
pl  bon ciepłowniczy                  bon-cieplowniczy
pl  bon senioralny                    bon-senioralny
pl  opaska dla seniora                teleopieka
pl  klub seniora                      osrodek-wsparcia
pl  mąż pije i nie chce się leczyć    leczenie-na-wniosek-komisji
"""
IN_DANGER = ("mąż mnie bije", "uciekłam od męża i nie mam gdzie spać", "boję się męża", "my husband hits me")
# Per cent of the criterion of social assistance: alone, and per person of a family.
LIMITS = {
    "zasilek-celowy": (100, 100),
    "leczenie-bez-ubezpieczenia": (100, 100),
    "posilek": (200, 200),
    "paczki-zywnosciowe": (265, 265),
    "skladki-za-opiekuna": (None, 150),
}
ALONE, IN_A_FAMILY = Decimal(1010), Decimal(823)


def asked(line):
    language, rest = line.split(maxsplit=1)
    words, slug = rest.rsplit(maxsplit=1)
    return language, words, slug


def first_found(language, words):
    with override(language):
        return next((one.service.slug for one in search(words, language).results), None)


def test_everyday_words_find_their_matter_first():
    table = [asked(line) for line in WORDS.strip().splitlines()]
    found = [(language, words, first_found(language, words)) for language, words, _slug in table]
    assert found == table


def test_words_of_danger_still_bring_the_numbers():
    assert [words for words in IN_DANGER if not search(words, "pl").danger] == []


def test_limits_of_income_follow_the_criterion():
    shown = {slug: limits_of(slug) for slug in LIMITS}
    assert shown == {
        slug: [share * sum_ / 100 for share, sum_ in zip(shares, (ALONE, IN_A_FAMILY), strict=True) if share]
        for slug, shares in LIMITS.items()
    }


def limits_of(slug):
    amounts = Amount.objects.filter(service__slug=slug, label_pl__startswith="Dochód").order_by("-value")
    return [one.value for one in amounts]


def test_matter_of_others_says_who_handles_it_and_how_to_reach_them():
    silent = [
        one.slug
        for one in Service.objects.filter(owner=None, handling=Handling.ELSEWHERE)
        if not (one.handled_by and one.handled_how)
    ]
    assert silent == []


def test_matter_that_ended_or_is_not_there_says_so_and_what_to_ask_instead():
    past = Service.objects.filter(owner=None, handling__in=[Handling.CLOSED, Handling.CONTINUING, Handling.SUSPENDED])
    assert [one.slug for one in past if not (one.handling_note and one.steps)] == []
    assert "dodatek-oslonowy" in {one.slug for one in past}


def test_every_shared_matter_is_answered_by_both_centres():
    without = [
        one.slug
        for one in Service.objects.filter(owner=None).prefetch_related("offerings__office")
        if {offering.office.slug for offering in one.offerings.all()} != {"solec-kujawski", "wolomin"}
    ]
    assert without == []
