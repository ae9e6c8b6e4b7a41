"""A stranger's first minute: whose site it is, for whom, whom to call first, and how to say that something is wrong."""

import re

from offices.models import Office
from tests.test_languages import is_page_of_a_person, polish_address
from tests.walk import words_of

TOWNS = {"wolomin": "Wołomin", "solec-kujawski": "Solec Kujawski"}
NAMES = {
    "wolomin": "Ośrodek Pomocy Społecznej w Wołominie",
    "solec-kujawski": "Centrum Usług Społecznych w Solcu Kujawskim",
}
FIRST_LETTERS = 400  # Of <main>: what a telephone shows before it is scrolled.
LANGUAGES = ("", "/en", "/uk")
# What only a centre can say of itself: the site speaks of it, and "we" are its editors.
CENTRES_OWN_VOICE = re.compile(
    r"\b(?:otwieramy|zamykamy|przyjmujemy|odbieramy|zapraszamy|відчиняємося|зачиняємося|приймаємо|talking to us|our (?:buildings?|centre|staff))\b",
    re.IGNORECASE,
)
# A share of an income, and money: who reads the one has to find the other on the same page.
SHARE = re.compile(r"\d{2,3}\s?(?:%|procent|per cent|відсот)")
MONEY = re.compile(r"\d\s?zł")


def pages_of(site):
    return {address: page for address, page in site.items() if is_page_of_a_person(page)}


def pages_of_offices(site):
    """Return [(slug of the office, Page), …] of every page below an office."""
    with_slug = ((polish_address(address).split("/")[1], page) for address, page in pages_of(site).items())
    return [(slug, page) for slug, page in with_slug if slug in TOWNS]


def first_screen(page):
    """Return the words of the header without its line for paper, and the first ones of <main>."""
    header = page.first("header")
    seen = " ".join(words_of(one) for one in header if one.get("class") != "paper")
    return f"{seen} {page.text[:FIRST_LETTERS]}"


def footer(page):
    return page.first("footer")


def footer_links(page):
    return {one.get("href") for one in footer(page).iter("a")}


def first_number(page):
    """Return the first number to dial in <main>."""
    return next((one.get("href") for one in page.main.iter("a") if one.get("href", "").startswith("tel:")), None)


def test_every_page_of_a_centre_names_its_town_on_the_first_screen(site):
    faults = [page.address for slug, page in pages_of_offices(site) if TOWNS[slug] not in first_screen(page)]
    assert faults == []


def test_home_names_its_towns_on_the_first_screen(site):
    missing = {
        f"{code}/": [town for town in TOWNS.values() if town not in first_screen(site[f"{code}/"])]
        for code in LANGUAGES
    }
    assert missing == {f"{code}/": [] for code in LANGUAGES}


def test_every_page_of_a_centre_has_its_official_polish_name(site):
    faults = [page.address for slug, page in pages_of_offices(site) if NAMES[slug] not in first_screen(page)]
    assert faults == []


def test_every_foot_says_who_runs_the_site_and_how_to_report_an_error(site):
    says = {"": "Stronę prowadzi:", "en": "This site is run by:", "uk": "Сайт веде:"}
    faults = []
    for address, page in pages_of(site).items():
        language = page.first("html").get("lang").replace("pl", "")
        prefix = f"/{language}" if language else ""
        if says[language] not in words_of(footer(page)) or f"{prefix}/o-stronie/#blad" not in footer_links(page):
            faults.append(address)
    assert faults == []


def test_every_foot_leads_to_the_declaration(site):
    faults = [
        address
        for address, page in pages_of(site).items()
        if not any(
            "deklaracja-dostepnosci" in one or one.endswith("/o-stronie/#dostepnosc") for one in footer_links(page)
        )
    ]
    assert faults == []


def test_every_foot_of_a_centre_has_its_bulletin_or_says_it_is_not_known(site, content_records):
    addresses = {one.slug: one.bip_url for one in content_records[Office]}
    faults = [
        page.address
        for slug, page in pages_of_offices(site)
        if addresses[slug] not in footer_links(page) and "BIP" not in words_of(footer(page))
    ]
    assert faults == []


def test_the_first_number_of_a_situation_is_the_desk_that_handles_it(site):
    expected = {
        "/solec-kujawski/sytuacje/potrzebna-opieka/": "tel:+48502932397",
        "/solec-kujawski/sytuacje/mam-dziecko/": "tel:+48523878680",
        "/solec-kujawski/krok-po-kroku/rodzic-potrzebuje-opieki/": "tel:+48502932397",
        "/solec-kujawski/krok-po-kroku/urodzilo-sie-dziecko/": "tel:+48523878680",
    }
    assert {address: first_number(site[address]) for address in expected} == expected


def test_every_situation_of_a_centre_has_a_number_before_its_list(site):
    without = []
    for _slug, page in pages_of_offices(site):
        if "/sytuacje/" in page.address:
            before_list = page.text.split("22 787 27 01")[0] if "wolomin" in page.address else ""
            if first_number(page) is None or len(before_list) > FIRST_LETTERS * 2:
                without.append(page.address)
    assert without == []


def test_plain_pages_begin_with_what_to_do_at_once(site):
    said = {"": "Nie masz co jeść?", "/en": "Nothing to eat?", "/uk": "Немає що їсти?"}
    faults = [
        address
        for code, words in said.items()
        for slug in TOWNS
        for address in [f"{code}/{slug}/prosty-jezyk/"]
        if words not in site[address].text[:FIRST_LETTERS] or first_number(site[address]) is None
    ]
    assert faults == []


def test_plain_pages_are_linked_from_home_and_from_the_first_screen_of_each_office(site):
    plain = {slug: f"/{slug}/prosty-jezyk/" for slug in TOWNS}
    from_home = [slug for slug, address in plain.items() if not site["/"].link_words(address)]
    from_office = [slug for slug, address in plain.items() if not site[f"/{slug}/"].link_words(address)]
    assert (from_home, from_office) == ([], [])


def test_post_is_addressed_in_polish(site):
    postal = {"/en": "By post", "/uk": "Поштою"}
    for code, label in postal.items():
        page = site[f"{code}/wolomin/sprawy/dodatek-mieszkaniowy/"]
        [way] = [one for one in page.all("dt") if words_of(one) == label]
        row = page.parents[way]
        polish = [words_of(one) for one in row.iter("span") if one.get("lang") == "pl"]
        assert polish == ["Ośrodek Pomocy Społecznej w Wołominie, Al. Armii Krajowej 34, 05-200 Wołomin"]


def test_notices_carry_their_date(site):
    undated = [
        page.address
        for _slug, page in pages_of_offices(site)
        for notice in page.all("div")
        if "data-changes-at" in notice.attrib or notice.get("id", "").startswith("komunikat-")
        if not list(notice.iter("time"))
    ]
    assert undated == []


def test_the_site_speaks_of_the_centres_and_never_as_one(site):
    said = {address: CENTRES_OWN_VOICE.findall(page.text) for address, page in pages_of(site).items()}
    assert {address: words for address, words in said.items() if words} == {}


def test_nothing_is_brought_to_an_application_made_online_only(site):
    headings = [
        words_of(one) for one in site["/sprawy/swiadczenie-wychowawcze/"].all("h2") if one.get("id") == "co-przyniesc"
    ]
    assert headings == ["Co przygotować"]


def test_newcomers_read_how_to_get_a_number(site):
    titles = {"": "Zrób PESEL", "/en": "Get a PESEL number", "/uk": "Отримайте PESEL"}
    assert [
        code for code, words in titles.items() if words not in site[f"{code}/krok-po-kroku/z-zagranicy/"].text
    ] == []


def test_sheets_on_money_for_rent_say_what_to_do_about_an_eviction(site):
    sheets = ("/sprawy/dodatek-mieszkaniowy/", "/sprawy/praca-socjalna/")
    assert [address for address in sheets if "eksmisj" not in site[address].text.casefold()] == []


def test_share_of_an_income_has_an_amount_of_money_on_its_page(site):
    faults = [
        page.address for page in pages_of(site).values() if SHARE.search(page.text) and not MONEY.search(page.text)
    ]
    assert faults == []


def test_sheet_says_in_one_place_how_it_is_known(site):
    """The matter and the office each once, both under the same title."""
    faults = []
    for _slug, page in pages_of_offices(site):
        if re.search(r"/sprawy/(?!od-a-do-z)[\w-]+/$", page.address):
            lines = [one for one in page.all("p") if one.get("class") == "checked"]
            parts = {next(a.get("aria-labelledby") for a in page.within(one) if a.tag == "section") for one in lines}
            if (len(lines), parts) != (2, {"sprawdzono"}):
                faults.append((page.address, len(lines), parts))
    assert faults == []


def test_newcomers_read_the_number_and_the_hours_of_zus(site):
    found = {}
    for code in LANGUAGES:
        page = site[f"{code}/krok-po-kroku/z-zagranicy/"]
        found[code] = (page.link_words("tel:+48225601600"), "7:00–18:00" in page.text)
    assert found == dict.fromkeys(LANGUAGES, (["22 560 16 00"], True))
