"""Every fact of the two source documents is found by walking the site: one line each, with the page where it stands.

Left the page, right its words; "tel" asks for the number to be read and dialled, "mail" for the address to be read and written to.
"""

import re

import pytest

from tests.walk import words_of

FACTS = """
/                               Ośrodek Pomocy Społecznej w Wołominie
/                               Centrum Usług Społecznych w Solcu Kujawskim
/                               tel 22 787 27 01
/                               tel 52 387 87 02

/wolomin/                       Ośrodek Pomocy Społecznej w Wołominie
/wolomin/                       Al. Armii Krajowej 34
/wolomin/                       05-200 Wołomin
/wolomin/                       tel 22 787 27 01
/wolomin/                       tel 22 776 50 23
/wolomin/                       mail ops@ops.wolomin.pl
/wolomin/kontakt/               Al. Armii Krajowej 34
/wolomin/kontakt/               05-200 Wołomin
/wolomin/kontakt/               tel 22 787 27 01
/wolomin/kontakt/               tel 22 776 50 23
/wolomin/kontakt/               mail ops@ops.wolomin.pl
/wolomin/kontakt/               Poniedziałek 8:00–17:00
/wolomin/kontakt/               8:00–16:00
/wolomin/kontakt/               Czwartek 8:00–16:00
/wolomin/kontakt/               Piątek 8:00–15:00
/wolomin/kontakt/               Środa nie podano
/wolomin/                       mieszkańców gminy Wołomin
/wolomin/                       instytucją polityki społecznej państwa
/wolomin/                       obowiązek współdziałania
/wolomin/                       przyznawanie i wypłacanie świadczeń przewidzianych ustawą
/wolomin/                       praca socjalna
/wolomin/                       rozwój niezbędnej infrastruktury socjalnej
/wolomin/                       analiza i ocena zjawisk
/wolomin/                       rozwijanie nowych form pomocy społecznej i samopomocy
/wolomin/                       Zespołu Interdyscyplinarnego ds. przeciwdziałania przemocy w rodzinie
/wolomin/                       osobom lub całym rodzinom
/wolomin/                       dodatek mieszkaniowy, dodatek energetyczny i stypendium szkolne
/wolomin/budynki/siedziba/      Zespół Interdyscyplinarny
/wolomin/sprawy/                Praca socjalna
/wolomin/sprawy/                Dodatek mieszkaniowy
/wolomin/sprawy/                Dodatek energetyczny
/wolomin/sprawy/                Stypendium szkolne
/wolomin/sprawy/                Świadczenia rodzinne
/wolomin/sprawy/                „Za życiem”
/wolomin/sprawy/                Specjalny zasiłek opiekuńczy
/wolomin/sprawy/                Świadczenie rodzicielskie
/wolomin/sprawy/                Zasiłek rodzinny
/wolomin/sprawy/                Dodatki do zasiłku rodzinnego
/wolomin/sprawy/                Zasiłek pielęgnacyjny
/wolomin/sprawy/                Świadczenie pielęgnacyjne
/wolomin/sprawy/                Jednorazowa zapomoga z tytułu urodzenia
/wolomin/sprawy/od-a-do-z/      becikowe
/wolomin/sprawy/                Postępowanie wobec dłużników alimentacyjnych
/wolomin/sprawy/                Świadczenia z funduszu alimentacyjnego
/wolomin/sprawy/                Czyste Powietrze
/wolomin/sprawy/zespol-interdyscyplinarny/      przemocy w rodzinie
/wolomin/sprawy/dodatek-mieszkaniowy/           tel 22 787 27 01
/wolomin/sprawy/dodatek-energetyczny/           Dodatek energetyczny
/wolomin/sprawy/stypendium-szkolne/             Stypendium szkolne
/wolomin/sprawy/za-zyciem/                      „Za życiem”
/wolomin/sprawy/specjalny-zasilek-opiekunczy/   tylko dla osób, które już to mają
/wolomin/sprawy/swiadczenie-rodzicielskie/      Świadczenie rodzicielskie
/wolomin/sprawy/zasilek-rodzinny/               Zasiłek rodzinny
/wolomin/sprawy/dodatki-do-zasilku-rodzinnego/  Dodatki do zasiłku rodzinnego
/wolomin/sprawy/zasilek-pielegnacyjny/          Zasiłek pielęgnacyjny
/wolomin/sprawy/swiadczenie-pielegnacyjne/      Świadczenie pielęgnacyjne
/wolomin/sprawy/becikowe/                       becikowe
/wolomin/sprawy/dluznicy-alimentacyjni/         dłużników alimentacyjnych
/wolomin/sprawy/fundusz-alimentacyjny/          funduszu alimentacyjnego
/wolomin/sprawy/czyste-powietrze/               Czyste Powietrze

/solec-kujawski/                Miejsko-Gminny Ośrodek Pomocy Społecznej w Solcu Kujawskim
/solec-kujawski/                MGOPS
/solec-kujawski/                instytucją, której głównym celem jest świadczenie pomocy społecznej
/solec-kujawski/                opieka pielęgniarska
/solec-kujawski/                współfinansowane przez Unię Europejską
/solec-kujawski/                wykluczeniu społecznemu
/solec-kujawski/                w czterech osobnych budynkach
/solec-kujawski/                ul. Kościuszki 12
/solec-kujawski/                ul. 23 Stycznia 14a
/solec-kujawski/                Plac Jana Pawła II 4
/solec-kujawski/                ul. 23 Stycznia 17c
/solec-kujawski/                tel 52 387 87 02
/solec-kujawski/                tel 52 387 86 80
/solec-kujawski/                tel 502 932 397
/solec-kujawski/                tel 52 387 45 72
/solec-kujawski/kontakt/        ul. Kościuszki 12
/solec-kujawski/kontakt/        ul. 23 Stycznia 14a
/solec-kujawski/kontakt/        Plac Jana Pawła II 4
/solec-kujawski/kontakt/        ul. 23 Stycznia 17c
/solec-kujawski/kontakt/        tel 52 387 87 02
/solec-kujawski/kontakt/        tel 52 387 86 80
/solec-kujawski/kontakt/        tel 502 932 397
/solec-kujawski/kontakt/        tel 52 387 45 72
/solec-kujawski/kontakt/        Ośrodek nie podał godzin na żaden dzień

/solec-kujawski/budynki/budynek-glowny/         ul. Kościuszki 12
/solec-kujawski/budynki/budynek-glowny/         tel 52 387 87 02
/solec-kujawski/budynki/budynek-glowny/         Wsparcie finansowe
/solec-kujawski/budynki/budynek-glowny/         Asystent rodziny
/solec-kujawski/budynki/budynek-glowny/         Praca socjalna
/solec-kujawski/budynki/budynek-glowny/         przemocy w rodzinie
/solec-kujawski/budynki/budynek-glowny/         spotkanie z dyrektorem
/solec-kujawski/budynki/budynek-glowny/         Punkt konsultacyjny: uzależnienia i współuzależnienie
/solec-kujawski/budynki/budynek-glowny/         Punkt konsultacyjny: psycholog
/solec-kujawski/budynki/budynek-glowny/         Punkt konsultacyjny: psychiatra
/solec-kujawski/budynki/swiadczenia/            ul. 23 Stycznia 14a
/solec-kujawski/budynki/swiadczenia/            tel 52 387 86 80
/solec-kujawski/budynki/swiadczenia/            Świadczenia rodzinne
/solec-kujawski/budynki/swiadczenia/            świadczenia wychowawcze (500+)
/solec-kujawski/budynki/swiadczenia/            Fundusz alimentacyjny
/solec-kujawski/budynki/swiadczenia/            „Dobry Start” (300+)
/solec-kujawski/budynki/swiadczenia/            „Czyste Powietrze”
/solec-kujawski/budynki/dom-dobrych-praktyk/    Dom Dobrych Praktyk
/solec-kujawski/budynki/dom-dobrych-praktyk/    Plac Jana Pawła II 4
/solec-kujawski/budynki/dom-dobrych-praktyk/    tel 502 932 397
/solec-kujawski/budynki/dom-dobrych-praktyk/    osób starszych, chorych i z niepełnosprawnością
/solec-kujawski/budynki/dom-dobrych-praktyk/    Usługi opiekuńcze
/solec-kujawski/budynki/dom-dobrych-praktyk/    Specjalistyczne usługi opiekuńcze
/solec-kujawski/budynki/dom-dobrych-praktyk/    Skierowanie do domu pomocy społecznej (DPS)
/solec-kujawski/budynki/dom-dobrych-praktyk/    Asystent osobisty osoby z niepełnosprawnością
/solec-kujawski/budynki/dom-dobrych-praktyk/    Praca socjalna
/solec-kujawski/budynki/dom-dobrych-praktyk/    trzy mieszkania
/solec-kujawski/budynki/dom-dobrych-praktyk/    mieszkania chronione wspierane
/solec-kujawski/budynki/dom-dobrych-praktyk/    Klub samopomocy „Stokrotka”
/solec-kujawski/budynki/warsztat-terapii-zajeciowej/    ul. 23 Stycznia 17c
/solec-kujawski/budynki/warsztat-terapii-zajeciowej/    tel 52 387 45 72
/solec-kujawski/budynki/warsztat-terapii-zajeciowej/    Warsztat Terapii Zajęciowej
/solec-kujawski/budynki/warsztat-terapii-zajeciowej/    rehabilitacji społecznej i zawodowej
/solec-kujawski/budynki/warsztat-terapii-zajeciowej/    niezdolne do podjęcia pracy
/solec-kujawski/budynki/warsztat-terapii-zajeciowej/    nie jest samodzielną placówką

/solec-kujawski/sprawy/                         Zasiłek celowy
/solec-kujawski/sprawy/                         Asystent rodziny
/solec-kujawski/sprawy/                         Praca socjalna
/solec-kujawski/sprawy/od-a-do-z/               Niebieska Karta
/solec-kujawski/sprawy/od-a-do-z/               przemoc w rodzinie
/solec-kujawski/sprawy/od-a-do-z/               Spotkanie z dyrektorem
/solec-kujawski/sprawy/                         uzależnienia i współuzależnienie
/solec-kujawski/sprawy/                         psycholog
/solec-kujawski/sprawy/od-a-do-z/               psychiatra
/solec-kujawski/sprawy/                         Świadczenia rodzinne
/solec-kujawski/sprawy/od-a-do-z/               500+
/solec-kujawski/sprawy/                         300+
/solec-kujawski/sprawy/                         Dobry Start
/solec-kujawski/sprawy/od-a-do-z/               fundusz alimentacyjny
/solec-kujawski/sprawy/                         Czyste Powietrze
/solec-kujawski/sprawy/                         Usługi opiekuńcze
/solec-kujawski/sprawy/                         Specjalistyczne usługi opiekuńcze
/solec-kujawski/sprawy/                         domu pomocy społecznej
/solec-kujawski/sprawy/od-a-do-z/               DPS
/solec-kujawski/sprawy/                         Asystent osobisty
/solec-kujawski/sprawy/od-a-do-z/               mieszkanie chronione
/solec-kujawski/sprawy/                         Stokrotka
/solec-kujawski/sprawy/                         Warsztat terapii zajęciowej
/solec-kujawski/sprawy/swiadczenie-wychowawcze/         500+
/solec-kujawski/sprawy/swiadczenie-wychowawcze/         23 Stycznia 14a
/solec-kujawski/sprawy/swiadczenie-wychowawcze/         ZUS
/solec-kujawski/sprawy/dobry-start/                     300+
/solec-kujawski/sprawy/dobry-start/                     ZUS
/solec-kujawski/sprawy/mieszkanie-wspomagane/           mieszkanie chronione
/solec-kujawski/sprawy/mieszkanie-wspomagane/           tel 502 932 397
/solec-kujawski/sprawy/uslugi-opiekuncze/               Plac Jana Pawła II 4
/solec-kujawski/sprawy/specjalistyczne-uslugi-opiekuncze/   tel 502 932 397
/solec-kujawski/sprawy/dom-pomocy-spolecznej/           tel 502 932 397
/solec-kujawski/sprawy/asystent-osobisty/               tel 502 932 397
/solec-kujawski/sprawy/klub-stokrotka/                  Plac Jana Pawła II 4
/solec-kujawski/sprawy/fundusz-alimentacyjny/           tel 52 387 86 80
/solec-kujawski/sprawy/czyste-powietrze/                ul. 23 Stycznia 14a
/solec-kujawski/sprawy/swiadczenia-rodzinne/            ul. 23 Stycznia 14a
/solec-kujawski/sprawy/asystent-rodziny/                ul. Kościuszki 12
/solec-kujawski/sprawy/praca-socjalna/                  ul. Kościuszki 12
/solec-kujawski/sprawy/przemoc-domowa/                  tel 52 387 87 02
/solec-kujawski/sprawy/przyjecia-dyrektora/             ul. Kościuszki 12
/solec-kujawski/sprawy/przyjecia-dyrektora/             Na spotkanie z dyrektorem możesz się umówić
/solec-kujawski/sprawy/uzaleznienia/                    ul. Kościuszki 12
/solec-kujawski/sprawy/uzaleznienia/                    prawdopodobnie sprzed 2022 r.
/solec-kujawski/sprawy/psycholog/                       prawdopodobnie sprzed 2022 r.
/solec-kujawski/budynki/budynek-glowny/                 Opis jest prawdopodobnie sprzed 2022 r.
/solec-kujawski/budynki/swiadczenia/                    Nazwę „Budynek świadczeń” nadała redakcja tej strony
/solec-kujawski/prosty-jezyk/                           gdy ktoś Cię krzywdzi w domu
/solec-kujawski/prosty-jezyk/                           DPS
/solec-kujawski/prosty-jezyk/                           Stokrotka
/solec-kujawski/sprawy/psycholog/                       tel 52 387 87 02
/solec-kujawski/sprawy/psychiatra/                      ul. Kościuszki 12
/solec-kujawski/sprawy/warsztat-terapii-zajeciowej/     ul. 23 Stycznia 17c
"""
LINES = [re.split(r"\s+", line, maxsplit=1) for line in FACTS.splitlines() if line]
NOT_STATED = re.compile(r"[Gg]odzin\w* niepodan|nie podał godzin|nie podano|[Gg]odzin nie podano")


def stands_on(page, fact):
    """Tell whether a page holds a fact; a number or an address has to lead somewhere too."""
    kind, _, rest = fact.partition(" ")
    if kind == "tel":
        digits = rest.replace(" ", "")
        return any(words.startswith(rest) for words in page.link_words(f"tel:+48{digits}"))
    if kind == "mail":
        return rest in page.link_words(f"mailto:{rest}")
    return fact.casefold() in page.text.casefold()


def test_every_fact_stands_on_its_page(site):
    lost = [(address, fact) for address, fact in LINES if address not in site or not stands_on(site[address], fact)]
    assert lost == []


@pytest.mark.parametrize("address", ["/wolomin/", "/wolomin/kontakt/", "/wolomin/budynki/siedziba/"])
def test_the_week_of_wolomin_reads_as_the_source_does(site, address):
    assert [(day.removesuffix(" dziś"), words.removesuffix(" teraz 10:00")) for day, words in site[address].week()] == [
        ("Poniedziałek", "8:00–17:00"),
        ("Wtorek", "8:00–16:00"),
        ("Środa", "nie podano, zadzwoń"),
        ("Czwartek", "8:00–16:00"),
        ("Piątek", "8:00–15:00"),
        ("Sobota", "nie podano"),
        ("Niedziela", "nie podano"),
    ]


def test_no_page_of_solec_states_an_hour(site):
    own = [page for address, page in site.items() if address.startswith("/solec-kujawski/")]
    assert {page.address: page.week() for page in own if page.week()} == {}
    assert [page.address for page in own if re.search(r"Teraz otwarte|Zamknięte\.|nieczynne", page.text)] == []


def test_the_number_comes_before_the_words_that_hours_are_not_stated(site):
    """The source gives no hours: the page puts the phone first (design.md, 2.2)."""
    late = []
    for page in (page for page in site.values() if not page.is_gallery):
        dialled = False
        for one in page.main.iter():
            dialled = dialled or (one.get("href") or "").startswith("tel:")
            if one.tag in ("p", "td") and NOT_STATED.search(words_of(one)):
                late += [] if dialled else [page.address]
                break
    assert late == []
