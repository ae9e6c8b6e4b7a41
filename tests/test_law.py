"""What the law says today stands in the shared content: a line for each fact that was wrong, old or missing.

Left the number of the finding in the review of November 2026 (31 what was missing, 32 what was right, 33 what an ośrodek is
asked in vain or had no sheet for), then where: a sheet (or document:, guide:, or a sheet of an
office), and the part of it. After "=" stands what must be there, after "≠" what must not.
"""

import datetime as dt
import itertools
import re

import pytest
from django.template.loader import render_to_string
from modeltranslation.translator import translator

from offices.models import Office
from services.models import Amount, Document, Guide, Service

TODAY = """
1   fundusz-alimentacyjny  amounts       = Dochód na osobę w rodzinie, najwyżej: 1665.00 zł od 2026-10-01 do 2027-09-30
1   fundusz-alimentacyjny  amounts       ≠ 1209.00
1   fundusz-alimentacyjny  conditions    ≠ tylko trochę
1   fundusz-alimentacyjny  handling_note = Od 1 października 2026 r. limit dochodu jest wyższy
2   fundusz-alimentacyjny  deadlines     = 07-01–10-31, jeśli się spóźnisz, pieniądze są dopiero od miesiąca wniosku
2   fundusz-alimentacyjny  deadlines     ≠ także później
2   zasilek-rodzinny       deadlines     = 07-01–11-30, jeśli się spóźnisz, pieniądze są dopiero od miesiąca wniosku
2   zasilek-rodzinny       deadlines     ≠ później
2   swiadczenia-rodzinne   deadlines     = 07-01–11-30, jeśli się spóźnisz, pieniądze są dopiero od miesiąca wniosku
2   swiadczenia-rodzinne   deadlines     ≠ Później
3   posilek                amounts       = 2020.00 zł
3   posilek                amounts       = 1646.00 zł
3   paczki-zywnosciowe     amounts       = 2676.50 zł
3   paczki-zywnosciowe     amounts       = 2180.95 zł
3   zasilek-celowy         for_whom      ≠ posiłku
6   swiadczenie-wychowawcze  deadlines   = od 1 lipca wyrównania nie ma
6   swiadczenie-wychowawcze  deadlines   = 3 miesiące od urodzenia dziecka, jeśli się spóźnisz, pieniądze są dopiero od
6   swiadczenie-wychowawcze  deadlines   ≠ przerwa
6   guide:urodzilo-sie-dziecko  texts    ≠ Później też
7   dodatki-do-zasilku-rodzinnego  deadlines = 09-01–10-31, jeśli się spóźnisz, urząd nie rozpatrzy wniosku
7   dodatki-do-zasilku-rodzinnego  deadlines = 12 miesięcy od urodzenia dziecka, jeśli się spóźnisz, urząd nie rozpatrzy
8   zasilek-rodzinny           for_whom  = Od 5 marca 2026 r. są nowe zasady, także dla osób z Ukrainy
8   swiadczenia-rodzinne       for_whom  = prawo zależy od dokumentu pobytowego
8   becikowe                   for_whom  = Kto złożył wniosek do 4 marca 2026 r., ma świadczenie do końca okresu
8   swiadczenie-rodzicielskie  for_whom  = Do potwierdzenia w ośrodku
8   zasilek-pielegnacyjny      for_whom  = Od 5 marca 2026 r. są nowe zasady
8   swiadczenie-pielegnacyjne  for_whom  = Od 5 marca 2026 r. są nowe zasady
8   guide:z-zagranicy          texts     = od 5 marca 2026 r. nowe zasady, także dla osób z Ukrainy
8   zasilek-rodzinny           legal_bases = Dz.U. 2026 poz. 203
9   swiadczenie-wychowawcze    for_whom  = spoza Unii Europejskiej, gdy rodzic pracuje albo prowadzi firmę
9   swiadczenie-wychowawcze    legal_bases = Dz.U. 2025 poz. 1301
9   dobry-start                for_whom  = prawdopodobnie tylko wtedy, gdy rodzic pracuje
9   dobry-start                for_whom  = Do potwierdzenia w ZUS
9   dobry-start                summary   ≠ każdego
10  aktywny-rodzic  deadlines  = 2 miesiące od dnia, w którym dziecko zaczęło chodzić do żłobka, jeśli się spóźnisz, pieniądze
10  aktywny-rodzic  deadlines  = w miesiącu, w którym dziecko kończy 12 miesięcy, jeśli się spóźnisz, pieniądze są dopiero od
10  aktywny-rodzic  amounts    = Aktywnie w domu: 500.00 zł od 2024-10-01
10  aktywny-rodzic  amounts    = Aktywni rodzice w pracy: 1500.00 zł od 2024-10-01
10  aktywny-rodzic  amounts    = Aktywnie w żłobku, najwyżej: 1500.00 zł od 2024-10-01
10  aktywny-rodzic  amounts    = gdy dziecko ma niepełnosprawność, najwyżej: 1900.00 zł od 2024-10-01
13  bon-cieplowniczy  handling      = closed
13  bon-cieplowniczy  plain_text    ≠ Nie wiemy
13  bon-cieplowniczy  handling_note = do potwierdzenia w urzędzie gminy (Dz.U. 2025 poz. 1302)
13  guide:brakuje-na-czynsz  texts  = Wniosków o bon ciepłowniczy nikt już nie przyjmuje
13  solec-kujawski/bon-cieplowniczy  state = closed
13  wolomin/bon-cieplowniczy         state = closed
14  dom-pomocy-spolecznej  cost     = potem dzieci i wnuki, a dopiero po nich rodzice i dziadkowie. Brat i siostra nie płacą
14  dom-pomocy-spolecznej  amounts  = 3030.00 zł od 2025-01-01
14  dom-pomocy-spolecznej  amounts  = 2469.00 zł od 2025-01-01
15  dodatek-pielegnacyjny  conditions    = nie rentę socjalną
15  dodatek-pielegnacyjny  amounts       = 366.68 zł od 2026-03-01 do 2027-02-28
15  zasilek-pielegnacyjny  handling_note = Nie dotyczy to renty socjalnej
16  zasilek-staly  amounts   = najmniej: 100.00 zł od 2025-01-01
16  zasilek-staly  amounts   = najwyżej: 1229.00 zł od 2025-01-01
16  zasilek-staly  for_whom  = znaczny lub umiarkowany stopień niepełnosprawności
17  dodatek-mieszkaniowy  amounts  = (30%): 2671.07 zł od 2026-02-09 do 2027-01-31
17  dodatek-mieszkaniowy  amounts  = (40%): 3561.42 zł od 2026-02-09 do 2027-01-31
17  dodatek-mieszkaniowy  steps    = Masz własny dom? Wtedy pieniądze dostajesz Ty
18  swiadczenie-wychowawcze  appeal = w ciągu 14 dni od jej otrzymania. Odwołanie do Prezesa ZUS złóż w ZUS
18  dobry-start            appeal  = Odwołanie do Prezesa ZUS
18  aktywny-rodzic         appeal  = Odwołanie do Prezesa ZUS
18  zasilek-pogrzebowy     appeal  = do sądu w ciągu miesiąca od jej otrzymania. Odwołanie złóż w ZUS
18  dodatek-pielegnacyjny  appeal  = do sądu w ciągu miesiąca
18  swiadczenie-wspierajace  appeal = W ciągu 14 dni złóż w WZON wniosek o ponowne rozpatrzenie
18  swiadczenie-wspierajace  appeal = do sądu w ciągu miesiąca
18  bezrobocie             appeal  = Odwołanie do wojewody złóż w urzędzie pracy
19  solec-kujawski/karta-duzej-rodziny  note  = Wniosek złożysz też przez portal Emp@tia. W aplikacji mObywatel tylko pokażesz kartę
19  wolomin/karta-duzej-rodziny         note  = Wniosek złożysz też przez portal Emp@tia. W aplikacji mObywatel tylko pokażesz kartę
20  swiadczenie-pielegnacyjne  amounts        = 3386.00 zł od 2026-01-01 do 2026-12-31
20  swiadczenie-pielegnacyjne  handling_note  = Kwotę na 2027 rok potwierdź w ośrodku
21  swiadczenie-wspierajace    steps          = w ciągu 3 miesięcy od wydania decyzji
21  swiadczenie-wspierajace    steps          ≠ ostatecznej
21  swiadczenie-wspierajace    deadlines      = 3 miesiące od wydania decyzji o punktach, jeśli się spóźnisz, pieniądze są dopiero od
21  swiadczenie-wspierajace    waiting_time   = często trwa to dłużej
22  solec-kujawski/przyjecia-dyrektora  note  = możesz się umówić
22  office:solec-kujawski               texts ≠ Do dyrektora trzeba się umówić
22  przyjecia-dyrektora                 waiting_time = Możesz wtedy przyjść bez umawiania się
23  zasilek-pogrzebowy  legal_bases    = art. 40 ust. 1a–1g
23  zasilek-pogrzebowy  legal_bases    ≠ art. 39
23  zasilek-pogrzebowy  handling_note  = także zanim zapłacisz
24  asystent-osobisty  handling        = unconfirmed
24  asystent-osobisty  handling_note   = 1 stycznia 2027 r.
24  asystent-osobisty  steps           = Zapytaj już teraz o nabór na następny rok
25  document:dokument-pobytowy  where_to_get  = Paszport mówi tylko, kim jesteś
25  document:dokument-pobytowy  where_to_get  = w Diia.pl, w aplikacji mObywatel
26  fundusz-alimentacyjny  amounts        = 1000.00 zł od 2024-10-01
26  fundusz-alimentacyjny  handling_note  = z wyrównaniem od 1 października 2024 r.
27  czyste-powietrze  cost           = bez opłaty skarbowej. Potwierdź to w ośrodku
27  czyste-powietrze  handling_note  ≠ Prawdopodobnie
27  czyste-powietrze  documents      = Od stycznia do lipca za rok przed zeszłym rokiem
28  dobry-start  deadlines     = ZUS nie przyjmie wniosku i pieniądze za ten rok szkolny przepadają
28  dobry-start  deadlines     ≠ zapytaj w ZUS, co możesz zrobić
28  dobry-start  waiting_time  = pieniądze do 30 września
29  swiadczenie-rodzicielskie  steps      = Zapytaj w ośrodku, czy pieniądze będą dłużej. To trzeba potwierdzić
29  swiadczenie-rodzicielskie  deadlines  = 3 miesiące od urodzenia dziecka, jeśli się spóźnisz, pieniądze są dopiero od
30  dodatek-energetyczny  handling       = unconfirmed
30  dodatek-energetyczny  handling_note  = Do potwierdzenia w ośrodku
31  zasilek-rodzinny       amounts  = do 5 lat: 95.00 zł (do potwierdzenia)
31  zasilek-rodzinny       amounts  = 124.00 zł (do potwierdzenia)
31  zasilek-rodzinny       amounts  = 135.00 zł (do potwierdzenia)
31  dodatki-do-zasilku-rodzinnego  amounts = Na rozpoczęcie roku szkolnego: 100.00 zł (do potwierdzenia)
31  dodatki-do-zasilku-rodzinnego  amounts = Za urodzenie dziecka: 1000.00 zł (do potwierdzenia)
31  dodatki-do-zasilku-rodzinnego  amounts = Na urlopie wychowawczym: 400.00 zł (do potwierdzenia)
31  dodatki-do-zasilku-rodzinnego  amounts = Dla samotnego rodzica, na jedno dziecko: 193.00 zł (do potwierdzenia)
31  dodatki-do-zasilku-rodzinnego  amounts = na trzecie i każde następne dziecko: 95.00 zł (do potwierdzenia)
31  dodatki-do-zasilku-rodzinnego  amounts = Na naukę i rehabilitację dziecka do 5 lat: 90.00 zł (do potwierdzenia)
31  dodatki-do-zasilku-rodzinnego  amounts = Na naukę i rehabilitację starszego dziecka: 110.00 zł (do potwierdzenia)
31  dodatki-do-zasilku-rodzinnego  amounts = Gdy dziecko mieszka tam, gdzie szkoła: 113.00 zł (do potwierdzenia)
31  dodatki-do-zasilku-rodzinnego  amounts = Gdy dziecko dojeżdża do szkoły: 69.00 zł (do potwierdzenia)
31  stypendium-szkolne     amounts  = 99.20 zł (do potwierdzenia)
31  stypendium-szkolne     amounts  = 248.00 zł (do potwierdzenia)
31  swiadczenie-wspierajace  amounts = 95–100 punktach: 4353.00 zł od 2026-03-01 do 2027-02-28
31  swiadczenie-wspierajace  amounts = 70–74 punktach: 792.00 zł od 2026-03-01 do 2027-02-28
31  karta-parkingowa       amounts  = 21.00 zł (do potwierdzenia)
32  zasilek-celowy         amounts  = bez innych osób, najwyżej: 1010.00 zł od 2025-01-01 do 2027-12-31
32  zasilek-celowy         amounts  = na osobę w rodzinie, najwyżej: 823.00 zł od 2025-01-01 do 2027-12-31
32  zasilek-rodzinny       amounts  = najwyżej: 674.00 zł (do potwierdzenia)
32  zasilek-rodzinny       amounts  = najwyżej: 764.00 zł (do potwierdzenia)
32  zasilek-pielegnacyjny  amounts  = 215.84 zł (do potwierdzenia)
32  specjalny-zasilek-opiekunczy  amounts   = 620.00 zł (do potwierdzenia)
32  specjalny-zasilek-opiekunczy  handling  = continuing
32  zasilek-dla-opiekuna          handling  = continuing
32  zasilek-pogrzebowy     amounts  = 7000.00 zł od 2026-01-01
32  zasilek-pogrzebowy     deadlines  = 12 miesięcy od dnia śmierci, jeśli się spóźnisz, prawo do zasiłku wygasa
32  swiadczenie-wspierajace  conditions  = co najmniej 70 punktów
32  swiadczenie-wychowawcze  amounts  = 800.00 zł
32  swiadczenie-wychowawcze  handling_note  = ZUS
32  stypendium-szkolne     amounts  = najwyżej: 823.00 zł od 2025-01-01
32  stypendium-szkolne     deadlines  = 09-01–09-15
32  zasilek-szkolny        deadlines  = 2 miesiące
32  dobry-start            deadlines  = 07-01–11-30
32  swiadczenie-pielegnacyjne  handling_note  = Od 1 stycznia 2024 r. świadczenie jest tylko dla opiekunów osób do 18 lat
32  swiadczenie-pielegnacyjne  deadlines  = 3 miesiące od wydania orzeczenia
32  orzeczenie-o-niepelnosprawnosci  appeal  = w ciągu 14 dni od otrzymania orzeczenia. Odwołanie do zespołu wojewódzkiego złóż w tym zespole
32  przemoc-domowa         handling_note  = nowe rozporządzenie
32  guide:z-zagranicy      texts  = ważne do 4 marca 2027 r.
33  renta-socjalna         amounts  = Dodatek dopełniający, brutto: 2704.71 zł od 2026-03-01 do 2027-02-28
33  renta-socjalna         handling = elsewhere
33  renta-rodzinna         handling = elsewhere
33  zasilek-macierzynski   handling = elsewhere
33  dodatek-oslonowy       handling = closed
33  bon-senioralny         handling = unconfirmed
33  skladki-za-opiekuna    handling_note  = opiekunem prawnym? O wynagrodzenie za tę opiekę wystąp do sądu rodzinnego
33  leczenie-bez-ubezpieczenia  deadlines  = 90 dni
33  opieka-wytchnieniowa   handling = unconfirmed
"""
LINE = re.compile(r"(?P<finding>\d+) +(?P<where>\S+) +(?P<part>\S+) +(?P<sign>[=≠]) +(?P<words>.+)")

# Deadlines after which nothing is lost, each with the reason.
NOTHING_TO_LOSE = {}
DAYS = re.compile(r"\b(7|14) (dni|days|днів)\b|w ciągu miesiąca|within a month|протягом місяця")
BODIES = re.compile(
    r"SKO|President of ZUS|Prezes[a]? ZUS|\b(sądu|court|суді)\b|wojewod|voivod|воєвод|"
    r"zespołu wojewódzkiego|regional|воєводської|powiatow|county|повітов"
)
TYPED_BY_VISITORS = {"search_words", "popular_names", "former_names"}
CONFIRM = ("Potwierdź kwotę w ośrodku.", "Potwierdź kwotę tam, gdzie składasz wniosek.")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def content(stored_content, db):
    """Both centres and what they share, read from the files once."""


def said(record, part):
    """Return what a record says in one of its parts, in Polish, as one text."""
    match part:
        case "amounts":
            return "\n".join(map(amount_in_words, record.amounts.all()))
        case "deadlines":
            return "\n".join(map(deadline_in_words, record.deadlines.all()))
        case "legal_bases":
            return "\n".join(map(str, record.legal_bases.all()))
        case "documents":
            return "\n".join(one.note_pl or "" for one in record.required_documents.all())
        case "texts" if isinstance(record, Guide):
            return "\n".join(one.text_pl or "" for one in record.steps.all())
        case "texts":
            return "\n".join(one.text_pl or "" for one in record.pages.all())
    return getattr(record, f"{part}_pl", None) or getattr(record, part)


def amount_in_words(one):
    since = f" od {one.valid_from}" if one.valid_from else ""
    until = f" do {one.valid_until}" if one.valid_until else ""
    return f"{one.label_pl}: {one.value} zł{since}{until}{'' if one.is_confirmed else ' (do potwierdzenia)'}"


def deadline_in_words(one):
    days = one.period_pl or f"{one.first_day}–{one.last_day}"
    return f"{one.label_pl}: {days}, jeśli się spóźnisz, {one.loss_pl} {one.note_pl or ''}"


def record_of(where):
    """Return the record that a line of the table speaks of."""
    kind, _colon, slug = where.rpartition(":")
    office, _slash, service = slug.rpartition("/")
    if office:
        return Office.objects.get(slug=office).offerings.get(service__slug=service)
    return {"": Service, "document": Document, "guide": Guide, "office": Office}[kind].objects.get(slug=slug)


def test_content_says_what_the_law_says_today():
    lines = [LINE.fullmatch(line.strip()) for line in TODAY.strip().splitlines()]
    wrong = [
        one[0] for one in lines if (one["words"] in said(record_of(one["where"]), one["part"])) != (one["sign"] == "=")
    ]
    assert wrong == []


def numbers(text):
    """Return the numbers of a text, but those of hours: round the clock is 24 hours, and 14–18 is 14:00–18:00."""
    return set(re.findall(r"\d+", text or "")) - {"24", "00"}


def test_every_translation_has_the_numbers_of_the_polish_text():
    wrong = []
    for model in translator.get_registered_models(abstract=False):
        names = set(translator.get_options_for_model(model).fields) - TYPED_BY_VISITORS
        for one in model.objects.all():
            for name, language in itertools.product(sorted(names), ("en", "uk")):
                text, polish = getattr(one, f"{name}_{language}"), getattr(one, f"{name}_pl")
                wrong += [f"{one!r} {name} {language}"] if text and numbers(text) != numbers(polish) else []
    assert wrong == []


def test_every_amount_has_its_source_and_the_day_of_its_check():
    bare = [str(one) for one in Amount.objects.all() if not (one.source and one.checked_on)]
    undated = [str(one) for one in Amount.objects.filter(is_confirmed=True, valid_from=None)]
    assert (bare, undated) == ([], [])


def test_every_deadline_says_what_being_late_costs():
    silent = {
        f"{sheet.slug}: {one.label_pl}"
        for sheet in Service.objects.prefetch_related("deadlines")
        for one in sheet.deadlines.all()
        if not (one.loss_pl and one.loss_en and one.loss_uk)
    }
    assert silent == set(NOTHING_TO_LOSE)


def test_every_appeal_names_who_hears_it_and_in_how_many_days():
    vague = [
        f"{sheet.slug} {language}"
        for sheet in Service.objects.exclude(appeal_pl="").exclude(appeal_pl=None)
        for language in ("pl", "en", "uk")
        if not (DAYS.search(text := getattr(sheet, f"appeal_{language}") or "") and BODIES.search(text))
    ]
    assert vague == []


def test_percentage_stands_beside_amounts_with_a_date():
    bare = {
        sheet.slug
        for sheet in Service.objects.prefetch_related("amounts")
        if re.search(r"\d ?(%|procent)", f"{sheet.conditions_pl} {sheet.cost_pl}")
        and not any(one.valid_from for one in sheet.amounts.all())
    }
    assert bare == set()


def test_amount_that_has_passed_or_is_unconfirmed_asks_to_be_confirmed():
    today = dt.date(2026, 11, 30)
    wrong, doubtful = [], 0
    for sheet in Service.objects.prefetch_related("amounts").select_related("owner"):
        amounts = [{"record": one, "is_current": one.is_current(today)} for one in sheet.amounts.all()]
        shown = render_to_string("components/amounts.html", {"amounts": amounts, "handling": sheet.handling})
        expected = sum(not one["is_current"] for one in amounts)
        where = CONFIRM[sheet.handling == "elsewhere"]
        wrong += [sheet.slug] if shown.count(where) != expected else []
        doubtful += expected
    assert (wrong, doubtful > 0) == ([], True)


@pytest.mark.parametrize(("moment", "asks"), [((2026, 12, 31, 10), False), ((2027, 1, 1, 10), True)])
def test_care_benefit_of_a_year_is_to_be_confirmed_from_the_next(client, at, moment, asks):
    at(*moment)
    page = client.get("/sprawy/swiadczenie-pielegnacyjne/").content.decode()
    assert ("3386" in page.replace("\N{NO-BREAK SPACE}", ""), CONFIRM[0] in page) == (True, asks)


@pytest.mark.parametrize("address", ["/sprawy/becikowe/", "/wolomin/sprawy/becikowe/"])
def test_deadline_from_an_event_and_its_loss_stand_on_the_sheet(client, address):
    words = " ".join(re.sub(r"<[^>]*>", "", client.get(address).content.decode()).split())
    assert "12 miesięcy od urodzenia dziecka. Jeśli się spóźnisz, urząd nie rozpatrzy wniosku" in words
