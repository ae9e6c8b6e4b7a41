"""What the two source documents say, and what we added to them: the words of the content files themselves.

Facts that a reader must find on a page are in test_facts.py; here stand words that were lost, altered or made up once.
"""

import re

import pytest
from django.conf import settings

SOLEC, WOLOMIN = "solec-kujawski.yaml", "wolomin.yaml"

# File, words that stand there, and how often at least.
SAID = [
    (SOLEC, "jest instytucją, której głównym celem jest świadczenie pomocy społecznej", 1),
    (SOLEC, "W dużej mierze chodzi o to, żeby rodziny odzyskały i wzmocniły swoją samodzielność", 1),
    (SOLEC, "Dlatego przybyło pracowników, a przez to rozrosła się struktura ośrodka", 1),
    (SOLEC, "profilaktyczna lub diagnostyczna opieka pielęgniarska", 1),
    (SOLEC, "transport od drzwi do drzwi dla osób niesamodzielnych albo z niepełnosprawnością", 1),
    (SOLEC, "Na spotkanie z dyrektorem możesz się umówić", 3),
    (SOLEC, "Nazwę „Budynek świadczeń” nadała redakcja tej strony", 1),
    (SOLEC, "Opis jest prawdopodobnie sprzed 2022 r. Zadzwoń i zapytaj, czy nadal tak jest.", 8),
    (SOLEC, "Tu przyjdź, gdy ktoś Cię krzywdzi w domu", 1),
    (SOLEC, "Tu przyjdź, gdy Ty albo ktoś bliski pije lub bierze narkotyki", 1),
    (SOLEC, "Zapytaj, czy przyjmuje psychiatra", 1),
    (SOLEC, "Zapytaj o opiekę w domu, o dom pomocy społecznej (DPS) i o asystenta", 1),
    (SOLEC, "Są tu trzy mieszkania ze wsparciem i Klub „Stokrotka”", 1),
    (SOLEC, "Urząd Miejski w Solcu Kujawskim", 3),
    (SOLEC, "ul. Konarskiego 1–3, telefon 52 349 75 16", 1),
    (WOLOMIN, "Pomoc społeczna jest instytucją polityki społecznej państwa", 1),
    (WOLOMIN, "Wniosek złóż w Urzędzie Miejskim w Wołominie", 1),
    (WOLOMIN, "ul. Prądzyńskiego 1 w Wołominie, telefon 22 346 11 65. Do sprawdzenia", 2),
]
NEVER_SAID = [
    (SOLEC, r"trzeba się umówić|need an appointment to meet|потрібно записатися"),
    (SOLEC, r"pielęgnacja w domu|nursing care at home"),
    (SOLEC, r"uczyć się nowych rzeczy|learn new things|вчитися нового|[Mm]iejsce spotkań|w ciągu dnia"),
    (SOLEC, r"urz[ąę]d\w* gminy|адміністраці\w+ гміни"),
    (WOLOMIN, r"urz[ąę]d\w* gminy|адміністраці\w+ гміни"),
    (WOLOMIN, r"częścią polityki społecznej|part of the social policy"),
    (SOLEC, r"złożysz też w aplikacji mObywatel|apply in the mObywatel"),
    (WOLOMIN, r"złożysz też w aplikacji mObywatel|apply in the mObywatel"),
]
# File, record, and the lines that stand in it.
RECORDS = [
    (SOLEC, "service: zasilek-staly", ["origin: added"]),
    (SOLEC, "service: zasilek-okresowy", ["origin: added"]),
    (SOLEC, "service: zasilek-celowy", ["origin: added"]),
    (WOLOMIN, "service: asystent-rodziny", ["state: unconfirmed", "origin: added"]),
    (SOLEC, "slug: asystent-rodziny", ["ustawa z dnia 9 czerwca 2011 r. o wspieraniu rodziny"]),
    (SOLEC, "slug: fundusz-alimentacyjny", ["ustawa z dnia 7 września 2007 r. o pomocy osobom uprawnionym"]),
    (SOLEC, "slug: czyste-powietrze", ["Prawo ochrony środowiska, art. 411"]),
    (SOLEC, "slug: uslugi-opiekuncze", ["ustawa z dnia 12 marca 2004 r. o pomocy społecznej, art. 50"]),
    (SOLEC, "slug: specjalistyczne-uslugi-opiekuncze", ["o pomocy społecznej, art. 50 ust. 4"]),
    (WOLOMIN, "service: orzeczenie-o-niepelnosprawnosci", ["wolomin.naszepcpr.pl (strona z czasu pandemii)"]),
    (WOLOMIN, "service: karta-parkingowa", ["wolomin.naszepcpr.pl (strona z czasu pandemii)"]),
]


@pytest.fixture(scope="module")
def files():
    return {name: (settings.BASE_DIR / "content" / name).read_text() for name in (SOLEC, WOLOMIN)}


def unfolded(text):
    return re.sub(r"\s+", " ", text)


def record(text, start):
    """Return the part of a file from a record's first line to the next record of the same depth."""
    indent, rest = re.search(rf"^( +)- {re.escape(start)}\n(.*)", text, re.MULTILINE | re.DOTALL).groups()
    return re.split(rf"^{indent}?- |^ {{0,{len(indent) - 1}}}\S", rest, maxsplit=1, flags=re.MULTILINE)[0]


def test_words_of_the_sources_stand_in_the_content(files):
    texts = {name: unfolded(text) for name, text in files.items()}
    assert [(name, words) for name, words, least in SAID if texts[name].count(words) < least] == []


def test_words_that_no_source_says_do_not_stand_in_the_content(files):
    # What people type into the search is theirs, and the law may be named in a source.
    assert [(name, found[0]) for name, words in NEVER_SAID if (found := re.search(words, unfolded(files[name])))] == []


def test_records_say_whose_words_they_are(files):
    missing = [
        (name, start, words)
        for name, start, expected in RECORDS
        for words in expected
        if words not in unfolded(record(files[name], start))
    ]
    assert missing == []


def test_sources_of_the_old_description_say_how_old_it_probably_is(files):
    text = unfolded(files[SOLEC])
    old = "(soleckujawski.pl), sprzed 1 kwietnia 2024 r."
    assert (old in text, text.count(old)) == (True, text.count(f"{old}, prawdopodobnie sprzed 2022 r."))
