"""The rules see what they are there for: each finds the fault that is put into a sound page."""

from types import SimpleNamespace

import brotli
import pytest

from tests import rules
from tests.walk import Page

SOUND = """<!doctype html>
<html lang="pl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Strona</title><meta name="description" content="Opis"><link rel="stylesheet" href="/static/css/base.css"></head>
<body><a href="#tresc">Przejdź do treści</a>
<header><nav aria-label="Tu jesteś"><ol><li aria-current="page">Strona</li></ol></nav></header>
<main id="tresc" tabindex="-1"><h1>Strona</h1><h2>Dalej</h2>
<p>Do <time datetime="08:00">8:00</time>. <a href="tel:+48227872701">22 787 27 01</a></p>
<ul><li><a href="/a/">Jedno</a></li></ul>
<form action="/szukaj/"><label for="q">Słowa</label><input id="q" name="q"><button>Szukaj</button></form>
</main><footer><p>Koniec</p></footer></body></html>"""
HEADERS = {
    **rules.HEADERS,
    "Referrer-Policy": "same-origin",
    "content-encoding": "br",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    "Permissions-Policy": "camera=()",
}
FAULTS = [
    (rules.is_valid_html, "<p>Do", "<p><div>a</div>Do"),
    (rules.is_valid_html, "<li><a", "<p>x</p><li><a"),
    (rules.is_valid_html, "<h2>Dalej", "<h2><span><p>x</p></span>Dalej"),
    (rules.ids_are_unique, "<h2>", '<h2 id="q">'),
    (rules.references_resolve, 'for="q"', 'for="nic"'),
    (rules.references_resolve, "<h2>", '<h2 aria-labelledby="nic">'),
    (rules.speaks_its_language, 'lang="pl"', 'lang="en"'),
    (rules.has_landmarks, "<footer>", "<footer></footer><footer>"),
    (rules.has_landmarks, ' aria-label="Tu jesteś"', ""),
    (rules.skip_link_comes_first, 'href="#tresc"', 'href="/"'),
    (rules.skip_link_comes_first, ' tabindex="-1"', ""),
    (rules.has_a_title, "<title>Strona", "<title> "),
    (rules.headings_are_in_order, "<h2>Dalej</h2>", "<h3>Dalej</h3>"),
    (rules.headings_are_in_order, "<h2>Dalej</h2>", "<h2> </h2>"),
    (rules.headings_are_in_order, "<h2>Dalej</h2>", "<h1>Dalej</h1>"),
    (rules.shows_the_way_back, ' aria-current="page"', ""),
    (rules.asks_no_one_else, "/static/css", "https://fonts.example.com/css"),
    (rules.asks_no_one_else, "/static/css", "//fonts.example.com/css"),
    (rules.draws_icons_that_there_are, "<h2>", '<svg aria-hidden="true"><use href="/static/icons.svg#nic"/></svg><h2>'),
    (rules.asks_no_one_else, "<h2>", '<svg aria-hidden="true"><use href="https://example.com/i.svg#home"/></svg><h2>'),
    (rules.draws_icons_that_there_are, "<h2>", '<svg aria-hidden="true"><use href=""/></svg><h2>'),
    (rules.keeps_style_and_script_outside, "<h2>", '<h2 style="color: red">'),
    (rules.keeps_style_and_script_outside, "<h2>", '<h2 onclick="x()">'),
    (rules.keeps_style_and_script_outside, "<h2>", "<script>x()</script><h2>"),
    (rules.numbers_can_be_dialled, "22 787 27 01<", "22 787 27 02<"),
    (rules.numbers_can_be_dialled, '<a href="tel', '<a aria-label="Zadzwoń" href="tel'),
    (rules.says_whom_to_call, "tel:", "nic:"),
    (rules.times_are_marked, "</time>.", "</time> i 9:30."),
    (rules.is_named, ">Jedno<", "><"),
    (rules.is_named, '<label for="q">Słowa</label>', ""),
    (rules.is_named, "<h2>", '<img src="/a.png"><svg></svg><h2>'),
    (rules.links_say_where_they_lead, "<li><a", '<li><a href="/b/">Jedno</a><a'),
    (rules.can_be_enlarged, "initial-scale=1", "maximum-scale=1"),
]


def page(html=SOUND, *, headers=HEADERS, cookies=(), status=200):
    response = SimpleNamespace(
        status_code=status, headers=headers, cookies=cookies, content=brotli.compress(html.encode())
    )
    return Page("/sprawy/", response)


@pytest.mark.parametrize("rule", rules.RULES)
def test_rule_lets_a_sound_page_pass(rule):
    assert list(rule(page())) == []


@pytest.mark.parametrize(("rule", "sound", "faulty"), FAULTS)
def test_rule_finds_the_fault(rule, sound, faulty):
    assert sound in SOUND
    assert list(rule(page(SOUND.replace(sound, faulty)))) != []


@pytest.mark.parametrize("header", [name for name in HEADERS if name != "content-encoding"])
def test_a_missing_header_is_found(header):
    assert list(rules.is_safe(page(headers={name: value for name, value in HEADERS.items() if name != header}))) != []


def test_an_unsafe_policy_is_found():
    policy = HEADERS["Content-Security-Policy"] + "; style-src 'unsafe-inline'"
    assert list(rules.is_safe(page(headers={**HEADERS, "Content-Security-Policy": policy}))) == [
        "Content-Security-Policy allows unsafe-inline"
    ]


def test_a_cookie_and_a_vary_are_found():
    assert list(rules.keeps_no_trace(page(headers={**HEADERS, "Vary": "Cookie"}, cookies={"a": "b"}))) == [
        "sets cookies ['a']",
        "Vary: cookie",
    ]


def test_an_error_is_found():
    assert list(rules.answers(page(status=500))) == ["answers 500"]


def test_a_heavy_page_is_found():
    noise = "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(12000))
    assert list(rules.is_light(page(SOUND.replace("Koniec", noise)))) != []


def test_a_link_to_a_missing_part_is_found():
    here = page(SOUND.replace("#tresc", "#nic"))
    assert list(rules.leads_somewhere(here, {here.address: here})) == ["the link to /sprawy/#nic finds no such part"]


def test_a_broken_link_is_found():
    site = {"/a/": page(status=404)}
    assert list(rules.leads_somewhere(page(), site)) == ["the link to /a/ finds 404"]
