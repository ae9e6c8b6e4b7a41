"""Tags and filters for texts."""

import re
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from offices.models import Building, Office
from offices.templatetags import text


@pytest.fixture(autouse=True)
def polish():
    with translation.override("pl"):
        yield


# --- The language of a text ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "translated", "expected"),
    [
        pytest.param("pl", "", "", id="Polish reader"),
        pytest.param("en", "Centre", "", id="translated"),
        pytest.param("en", "", ' lang="pl"', id="empty translation"),
        pytest.param("en", None, ' lang="pl"', id="no translation"),
        pytest.param("uk", "Centre", ' lang="pl"', id="translated into another language"),
    ],
)
def test_langattr(language, translated, expected):
    office = Office(name_pl="Ośrodek", name_en=translated)
    with translation.override(language):
        assert text.langattr(office, "name") == expected


def test_langattr_says_nothing_of_a_text_that_is_never_translated():
    with translation.override("en"):
        assert text.langattr(Building(street="Leśna 1"), "street") == ""


def test_langattr_stands_in_a_tag_as_it_is():
    page = Template("<p{% langattr office 'name' %}>{{ office.name }}</p>")
    with translation.override("en"):
        assert page.render(Context({"office": Office(name_pl="Ośrodek")})) == '<p lang="pl">Ośrodek</p>'


# --- Texts that editors write --------------------------------------------------------------


WORD = ["dowód", "akt", "konto", "PIT", "leki", "NIP", "KRS"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(None, [], id="none"),
        pytest.param("dowód", ["dowód"], id="one"),
        pytest.param("dowód\nwniosek", ["dowód", "wniosek"], id="two"),
        pytest.param("dowód\r\nwniosek\r\n", ["dowód", "wniosek"], id="as browsers send them"),
        pytest.param("  dowód  \n\n \n\twniosek", ["dowód", "wniosek"], id="spaces and empty lines"),
        pytest.param("•\tdowód\n· akt\n– konto\n- PIT\n* leki\n\uf0b7\tNIP\no\tKRS", WORD, id="bullets of Word"),
        pytest.param("1.\tdowód\n2.\twniosek", ["dowód", "wniosek"], id="numbers of Word"),
        pytest.param("1) dowód\n2) wniosek", ["dowód", "wniosek"], id="numbers that count"),
        pytest.param("1. stopień", ["1. stopień"], id="a number that counts nothing"),
        pytest.param("2. piętro\n3. piętro", ["2. piętro", "3. piętro"], id="numbers that do not start at one"),
        pytest.param("-10 °C\n500+", ["-10 °C", "500+"], id="signs that belong to a number"),
    ],
)
def test_lines(value, expected):
    assert text.lines(value) == expected


LONG_LINE = "Zdanie, które ktoś skopiował z listu elektronicznego z wierszami."


def p(words):
    return {"kind": "paragraph", "text": words}


def h(words):
    return {"kind": "heading", "text": words}


def ul(*items):
    return {"kind": "list", "items": list(items)}


def ol(*items):
    return {"kind": "numbers", "items": list(items)}


def pictures(**items):
    return {"kind": "pictures", "items": [{"icon": icon, "text": words} for icon, words in items.items()]}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(None, [], id="none"),
        pytest.param(" \n\n ", [], id="spaces"),
        pytest.param("Tekst", [p("Tekst")], id="paragraph"),
        pytest.param(
            "Al. Armii Krajowej 34\n05-200 Wołomin", [p("Al. Armii Krajowej 34\n05-200 Wołomin")], id="an address"
        ),
        pytest.param(f"{LONG_LINE}\ndalej", [p(f"{LONG_LINE} dalej")], id="a line that a programme broke"),
        pytest.param("Jeden\n\nDwa", [p("Jeden"), p("Dwa")], id="two paragraphs"),
        pytest.param("Jeden\n \t\n\n\nDwa", [p("Jeden"), p("Dwa")], id="several empty lines"),
        pytest.param("Jeden\r\n\r\nDwa", [p("Jeden"), p("Dwa")], id="as browsers send them"),
        pytest.param("## Nagłówek", [h("Nagłówek")], id="heading"),
        pytest.param("## Nagłówek\nTekst", [h("Nagłówek"), p("Tekst")], id="text right under a heading"),
        pytest.param("Tekst\n## Nagłówek", [p("Tekst"), h("Nagłówek")], id="heading right under a text"),
        pytest.param("Tekst\n## Nagłówek\nDalej", [p("Tekst"), h("Nagłówek"), p("Dalej")], id="heading between texts"),
        pytest.param("- a\n- b", [ul("a", "b")], id="list"),
        pytest.param("Weź:\n- a\n- b", [p("Weź:"), ul("a", "b")], id="list right under a text"),
        pytest.param("- a\nTekst", [ul("a"), p("Tekst")], id="text right under a list"),
        pytest.param("- a\nTekst\n- b", [ul("a"), p("Tekst"), ul("b")], id="two lists around a text"),
        pytest.param("- a\n\n- b", [ul("a", "b")], id="a list goes on after an empty line"),
        pytest.param("- a\n\nTekst\n\n- b", [ul("a"), p("Tekst"), ul("b")], id="a paragraph ends a list"),
        pytest.param("## A\n- a\n## B\n- b", [h("A"), ul("a"), h("B"), ul("b")], id="a heading ends a list"),
        pytest.param("-a", [p("-a")], id="a hyphen without a space is text"),
        pytest.param("##A", [p("##A")], id="signs without a space are text"),
        pytest.param("### A", [p("### A")], id="three signs are text"),
        pytest.param("<b>A</b>", [p("<b>A</b>")], id="HTML stays what it is, for the template to escape"),
        pytest.param("## {phone} Telefon", [h("Telefon") | {"icon": "phone"}], id="heading with an icon"),
        pytest.param("- {phone} a\n- {door} b", [pictures(phone="a", door="b")], id="list of pictures"),
        pytest.param(
            "- {phone} a\n\n- {door} b", [pictures(phone="a", door="b")], id="pictures go on after an empty line"
        ),
        pytest.param(
            "- {phone} a\n- b\n- {door} c",
            [pictures(phone="a"), ul("b"), pictures(door="c")],
            id="an item without an icon is no picture",
        ),
        pytest.param("Weź:\n- {card} a", [p("Weź:"), pictures(card="a")], id="pictures right under a text"),
        pytest.param(
            "- {help-now} a",
            [{"kind": "pictures", "items": [{"icon": "help-now", "text": "a"}]}],
            id="icon of two words",
        ),
        pytest.param("{phone} a", [p("{phone} a")], id="a paragraph has no icon"),
        pytest.param(
            "- {phone}a\n- {Phone} b\n- {} c",
            [ul("{phone}a", "{Phone} b", "{} c")],
            id="what is no name of an icon is text",
        ),
        pytest.param("- a {phone} b", [ul("a {phone} b")], id="an icon stands first"),
        pytest.param(
            "Do wniosku dołącz:\n•\tdowód\n•\takt urodzenia\n· zaświadczenie\n– numer konta",
            [p("Do wniosku dołącz:"), ul("dowód", "akt urodzenia", "zaświadczenie", "numer konta")],
            id="bullets pasted from Word",
        ),
        pytest.param("Kroki:\n1.\tPobierz\n2.\tZłóż", [p("Kroki:"), ol("Pobierz", "Złóż")], id="numbers of Word"),
        pytest.param("1) Pobierz\n2) Złóż\n- dziś", [ol("Pobierz", "Złóż"), ul("dziś")], id="numbers, then bullets"),
        pytest.param("1. maja nieczynne", [p("1. maja nieczynne")], id="a number that counts nothing"),
        pytest.param("Czynne\n2. i 3. maja", [p("Czynne\n2. i 3. maja")], id="a number within a text"),
    ],
)
def test_blocks(value, expected):
    assert text.blocks(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("w domu", "w\u00a0domu", id="one"),
        pytest.param("i w domu", "i\u00a0w\u00a0domu", id="two in a row"),
        pytest.param("W domu", "W\u00a0domu", id="capital"),
        pytest.param("we wtorek", "we wtorek", id="two letters"),
        pytest.param("kawa z mlekiem", "kawa z\u00a0mlekiem", id="within a sentence"),
        pytest.param("lampa a kawa", "lampa a\u00a0kawa", id="not the last letter of a word"),
        pytest.param("", "", id="empty"),
    ],
)
def test_bind(value, expected):
    assert text.bind(value) == expected


PROSE = """{% include "components/prose.html" with text=text only %}"""


def prose(words):
    return Template(PROSE).render(Context({"text": words}))


def test_prose_draws_the_icons_of_headings_and_items():
    html = prose("## {phone} Telefon\n\n- {door} <b>Wejdź</b>")
    assert f'<h2 class="with-picture">{text.icon("phone", "large")}<span>Telefon</span></h2>' in html
    assert (
        f'<li class="pictures__item">{text.icon("door", "large")}\n<span>&lt;b&gt;Wejdź&lt;/b&gt;</span></li>' in html
    )


def test_prose_without_icons_has_plain_headings_and_lists():
    html = prose("## Telefon\n\n- Wejdź")
    assert ("<h2>Telefon</h2>" in html, "<li>Wejdź</li>" in html, "<svg" in html) == (True, True, False)


def test_prose_of_nothing_is_nothing():
    assert prose("").strip() == ""


@pytest.mark.parametrize(("language", "expected"), [("pl", "„Boję się”"), ("en", "“Boję się”"), ("uk", "«Boję się»")])
def test_quoted(language, expected):
    with translation.override(language):
        assert text.quoted("Boję się") == expected


# --- Times, amounts, numbers ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("Zamknięte.", "Zamknięte.", id="none"),
        pytest.param("do 16:00", 'do <time datetime="16:00">16:00</time>', id="one"),
        pytest.param("o 8:00", 'o <time datetime="08:00">8:00</time>', id="one digit"),
        pytest.param(
            "8:00–16:30",
            '<span class="ear">od </span><time datetime="08:00">8:00</time>'
            '<span aria-hidden="true">–</span><span class="ear"> do </span><time datetime="16:30">16:30</time>',
            id="two, with words for the ear",
        ),
        pytest.param("tel. 116 111", "tel. 116 111", id="a number is no time"),
        pytest.param("12:345", "12:345", id="three digits are no minutes"),
        pytest.param("<b>8:00</b>", '&lt;b&gt;<time datetime="08:00">8:00</time>&lt;/b&gt;', id="HTML is escaped"),
        pytest.param('"a" & 8:00', '&quot;a&quot; &amp; <time datetime="08:00">8:00</time>', id="signs are escaped"),
        pytest.param(mark_safe("<b>8:00</b>"), '<b><time datetime="08:00">8:00</time></b>', id="safe HTML stays"),
    ],
)
def test_times(value, expected):
    assert text.times(value) == expected


def test_times_are_safe_to_show():
    assert isinstance(text.times("8:00"), SafeString)


def test_times_in_a_template_are_not_escaped_twice():
    page = Template("{{ words|times }}").render(Context({"words": "<i>8:00"}))
    assert page == '&lt;i&gt;<time datetime="08:00">8:00</time>'


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(Decimal("1010.00"), "1010 zł", id="whole"),
        pytest.param(Decimal("215.84"), "215,84 zł", id="grosze"),
        pytest.param(Decimal("0.50"), "0,50 zł", id="two digits of grosze"),
        pytest.param(Decimal("0.00"), "0 zł", id="nothing"),
        pytest.param(800, "800 zł", id="whole number"),
    ],
)
def test_money(value, expected):
    assert text.money(value).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("digits", "read", "dialled"),
    [("523878702", "52 387 87 02", "tel:+48523878702"), ("112", "112", "tel:112")],
)
def test_tel(digits, read, dialled):
    assert (text.tel(digits), text.tel_uri(digits)) == (read, dialled)


# --- Pictures and links --------------------------------------------------------------------


def test_icon_is_hidden_from_screen_readers():
    assert text.icon("phone") == ('<svg class="icon" aria-hidden="true"><use href="/static/icons.svg#phone"/></svg>')


def test_icon_with_a_modifier():
    assert text.icon("phone", "big").startswith('<svg class="icon icon--big" ')


def test_icon_escapes_its_name():
    assert '"><script>' not in text.icon('"><script>')


def test_map_url_carries_the_address():
    building = Building(street="Ogrodowa 1 & 2", town="Wołomin")
    assert text.map_url(building) == "https://www.openstreetmap.org/search?query=Ogrodowa+1+%26+2%2C+Wo%C5%82omin"


def test_trail_of_the_site():
    assert text.trail() == [{"url": "/", "text": "Początek"}]


def test_trail_of_an_office():
    assert text.trail(Office(slug="a", short_name="OPS A")) == [
        {"url": "/", "text": "Początek"},
        {"url": "/a/", "text": "OPS A", "lang": ""},
    ]


def test_trail_names_the_language_of_a_name_that_stands_in():
    with translation.override("en"):
        assert text.trail(Office(slug="a", short_name_pl="OPS A"))[1]["lang"] == "pl"


def test_trail_in_another_language():
    with translation.override("en"):
        assert text.trail()[0]["url"] == "/en/"


@pytest.mark.parametrize(
    ("language", "heard"),
    [("pl", "od 8:00 do 16:30"), ("en", "from 8:00 until 16:30"), ("uk", "з 8:00 до 16:30")],
)
def test_hours_are_heard_as_from_and_to(language, heard):
    with translation.override(language):
        spoken = re.sub(r'<span aria-hidden="true">.*?</span>', "", text.until("8:00", "16:30"))
    assert re.sub(r"<[^>]*>", "", spoken) == heard
