"""What every public page must keep to: each rule takes a Page and yields its faults, in words."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import brotli
from django.conf import settings

from ops_site.middleware import language_of
from ops_site.static_files import as_served
from tests.walk import fragments, is_internal, words_of

HEAVIEST = 14_336
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list", "form")
TIME = re.compile(r"(?<![\d:.])([01]?\d|2[0-3]):[0-5]\d(?![\d:])")
USE = "{http://www.w3.org/2000/svg}use"
SOURCES = {
    "link": "href",
    "script": "src",
    "img": "src",
    USE: "href",
    "iframe": "src",
    "source": "src",
    "track": "src",
    "video": "poster",
}
ICONS = frozenset(re.findall(r'<symbol id="([\w-]+)"', (settings.BASE_DIR / "static/icons.svg").read_text()))
PHRASING_ONLY = frozenset("p h1 h2 h3 h4 h5 h6 span strong em b i label button a time caption".split()) - {
    "a",
    "caption",
}
BLOCKS = frozenset("p div section article nav aside header footer main form ul ol dl table h1 h2 h3 h4 h5 h6".split())
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div", "dt", "dd"},
    "tr": {"td", "th"},
    "tbody": {"tr"},
    "select": {"option"},
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def answers(page):
    if page.status != 200:
        yield f"answers {page.status}"


def is_valid_html(page):
    for place, what in page.errors:
        yield f"HTML: {what} at {place}"
    for tag, allowed in CHILDREN.items():
        for one in page.all(tag):
            for child in one:
                if isinstance(child.tag, str) and child.tag not in allowed:
                    yield f"HTML: <{child.tag}> stands straight in <{tag}>"
    for one in page.elements:
        parent = page.parents.get(one)
        if one.tag in BLOCKS and parent is not None and parent.tag in PHRASING_ONLY:
            yield f"HTML: <{one.tag}> stands in <{parent.tag}>, which takes only phrases"
        if one.tag in ("a", "button") and any(around.tag in ("a", "button") for around in page.within(one)):
            yield f"HTML: <{one.tag}> stands in another link or button"


def ids_are_unique(page):
    for name, count in Counter(page.ids).items():
        if count > 1:
            yield f"id {name!r} stands {count} times"
        if not name or re.search(r"\s", name):
            yield f"id {name!r} is not a name"


def references_resolve(page):
    known = set(page.ids)
    for one in page.elements:
        for attribute in REFERENCES:
            for name in (one.get(attribute) or "").split():
                if name not in known:
                    yield f"<{one.tag} {attribute}={name!r}> points at nothing"


def speaks_its_language(page):
    expected = language_of(urlsplit(page.address).path)
    if page.first("html").get("lang") != expected:
        yield f"html lang is {page.first('html').get('lang')!r}, not {expected!r}"


def has_landmarks(page):
    for tag in ("header", "main", "footer"):
        count = sum(
            1
            for one in page.all(tag)
            if tag == "main" or not any(a.tag in ("article", "section", "main") for a in page.within(one))
        )
        if count != 1:
            yield f"{count} <{tag}> landmarks"
    labels = [one.get("aria-label") or one.get("aria-labelledby") for one in page.all("nav")]
    if not labels:
        yield "no <nav>"
    for label, count in Counter(labels).items():
        if not label:
            yield "a <nav> without a label"
        elif count > 1 and not page.is_gallery:
            yield f"{count} <nav> are called {label!r}"


def skip_link_comes_first(page):
    first = next((one for one in page.first("body").iter() if one.tag in ("a", "button", "input")), None)
    if first is None or page.main is None or first.get("href") != f"#{page.main.get('id')}":
        yield "the first thing to tab to is not a link to <main>"
    elif page.main.get("tabindex") != "-1":
        yield "<main> cannot take the focus of the skip link"


def has_a_title(page):
    title = page.first("title")
    if title is None or not (title.text or "").strip():
        yield "no <title>"
    description = next((one for one in page.all("meta") if one.get("name") == "description"), None)
    if description is None or not description.get("content", "").strip():
        yield "no description"


def headings_are_in_order(page):
    headings = page.all(*HEADINGS)
    count = sum(1 for one in headings if one.tag == "h1")
    if count != 1:
        yield f"{count} <h1>"
    before = 0
    for one in headings:
        level = int(one.tag[1])
        if not words_of(one):
            yield f"an empty <{one.tag}>"
        if level > before + 1:
            yield f"<{one.tag}> „{words_of(one)[:40]}” comes after <h{before}>" if before else "starts below <h1>"
        before = level


def shows_the_way_back(page):
    if page.is_gallery or page.address in ("/", "/en/", "/uk/"):
        return
    if not any(one.get("aria-current") == "page" for nav in page.all("nav") for one in nav.iter()):
        yield "no breadcrumbs"


def keeps_no_trace(page):
    if page.cookies:
        yield f"sets cookies {sorted(page.cookies)}"
    varies = page.headers.get("Vary", "").lower()
    for name in ("cookie", "accept-language"):
        if name in varies:
            yield f"Vary: {varies}"


def asks_no_one_else(page):
    for tag, attribute in SOURCES.items():
        for one in page.all(tag):
            address = one.get(attribute) or one.get("{http://www.w3.org/1999/xlink}href") or ""
            if tag == "link" and one.get("rel") in ("canonical", "alternate"):
                continue
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                yield f"<{tag}> loads {address}"
            if tag != USE and not address and not is_data(one):
                yield f"<{tag}> without an address"


def draws_icons_that_there_are(page):
    for one in page.all(USE):
        name = urlsplit(one.get("href") or one.get("{http://www.w3.org/1999/xlink}href") or "").fragment
        if name not in ICONS:
            yield f"no icon is called „{name}”"


def is_data(element):
    """A <script> of facts for search engines runs nothing."""
    return element.tag == "script" and element.get("type") == "application/ld+json"


def keeps_style_and_script_outside(page):
    for one in page.elements:
        for attribute in one.attrib:
            if attribute == "style" or attribute.startswith("on"):
                yield f"<{one.tag} {attribute}=…>"
        if one.tag == "style" or (one.tag == "script" and not one.get("src") and not is_data(one)):
            yield f"<{one.tag}> written into the page"


def numbers_can_be_dialled(page):
    for one in page.all("a"):
        address = one.get("href") or ""
        if not address.startswith("tel:"):
            continue
        dialled = re.sub(r"^tel:(\+48)?", "", address).replace(";ext=", "")
        if re.sub(r"\D", "", re.sub(r"^(\+|00)48", "", words_of(one))) != re.sub(r"\D", "", dialled):
            yield f"reads „{words_of(one)}” and dials {address}"
        if one.get("aria-label"):
            yield f"an aria-label hides the digits {words_of(one)}"


def says_whom_to_call(page):
    if not any((one.get("href") or "").startswith("tel:") for one in page.all("a")):
        yield "no number to call"


def times_are_marked(page):
    for one in page.first("body").iter():
        if not isinstance(one.tag, str):
            continue
        marked = one.tag == "time" or any(around.tag == "time" for around in page.within(one))
        texts = ([] if marked else [one.text]) + [child.tail for child in one if not marked]
        for text in filter(None, texts):
            for match in TIME.finditer(text):
                yield f"the time {match[0]} is not in <time>: „{text.strip()[:60]}”"
    for one in page.all("time"):
        if not one.get("datetime") and not re.fullmatch(r"\d{2}:\d{2}", one.text or ""):
            yield f"<time> „{words_of(one)}” without datetime"


def is_named(page):
    """Everything that is operated or looked at has a name."""
    labelled = {one.get("for") for one in page.all("label")}
    for one in page.all("a", "button"):
        if not words_of(one) and not one.get("aria-label"):
            yield f"a <{one.tag}> to {one.get('href')} has no words"
        if one.tag == "a" and not one.get("href"):
            yield f"the link „{words_of(one)}” leads nowhere"
    for one in page.all("input", "select", "textarea"):
        if one.get("type") not in ("hidden", "submit") and one.get("id") not in labelled and not one.get("aria-label"):
            yield f"the field {one.get('name')!r} has no label"
    for one in page.all("img"):
        if one.get("alt") is None:
            yield f"the picture {one.get('src')} has no alt"
    for one in page.all("svg"):
        if one.get("aria-hidden") != "true" and not one.get("aria-label"):
            yield "a drawing without a name that is not hidden"


def links_say_where_they_lead(page):
    """WCAG 2.4.9: the purpose of a link from the link alone."""
    leads = {}
    for one in page.main.iter("a") if page.main is not None else ():
        leads.setdefault(words_of(one).casefold(), set()).add(one.get("href"))
    for words, addresses in leads.items():
        if len(addresses) > 1 and not page.is_gallery:
            yield f"{len(addresses)} links read „{words}” and lead to {', '.join(sorted(addresses)[:3])}"


def can_be_enlarged(page):
    viewport = next((one.get("content") for one in page.all("meta") if one.get("name") == "viewport"), "")
    if "width=device-width" not in viewport or re.search("user-scalable|maximum-scale", viewport):
        yield f"viewport {viewport!r}"


def is_safe(page):
    for name, value in HEADERS.items():
        if page.headers.get(name) != value:
            yield f"{name}: {page.headers.get(name)}"
    if page.headers.get("Referrer-Policy") not in ("same-origin", "no-referrer"):
        yield f"Referrer-Policy: {page.headers.get('Referrer-Policy')}"
    policy = page.headers.get("Content-Security-Policy", "")
    for needed in ("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"):
        if needed not in policy:
            yield f"Content-Security-Policy lacks {needed}"
    for unsafe in ("unsafe-inline", "unsafe-eval", "*", "http:", "data:"):
        if unsafe in policy:
            yield f"Content-Security-Policy allows {unsafe}"
    if "camera=()" not in page.headers.get("Permissions-Policy", ""):
        yield "no Permissions-Policy"


def is_light(page):
    if page.encoding not in ("br", "zstd", "gzip"):
        yield f"not compressed: {page.encoding}"
    weight = weight_of(page)
    if weight > HEAVIEST and not page.is_gallery:
        yield f"{weight} bytes of HTML and CSS, {weight - HEAVIEST} over the first view"


def weight_of(page, *, with_print=False):
    """Return the bytes of HTML and CSS on the wire before the first view."""
    sheets = [one for one in page.all("link") if one.get("rel") == "stylesheet"]
    return len(page.wire) + sum(
        _compressed(one.get("href")) for one in sheets if with_print or one.get("media") != "print"
    )


def _compressed(address, known={}):  # noqa: B006 (remembers)
    if address not in known:
        name = urlsplit(address).path.removeprefix(settings.STATIC_URL)
        known[address] = len(brotli.compress(as_served(Path(settings.BASE_DIR, "static", name).read_bytes())))
    return known[address]


def leads_somewhere(page, site):
    """Every link to a page, and to a part of a page, finds it."""
    for address, name in fragments(page):
        if address in site and site[address].status == 200 and name not in site[address].ids:
            yield f"the link to {address}#{name} finds no such part"
    for address in page.links:
        if is_internal(address) and address in site and site[address].status >= 400:
            yield f"the link to {address} finds {site[address].status}"


RULES = (
    answers,
    is_valid_html,
    ids_are_unique,
    references_resolve,
    speaks_its_language,
    has_landmarks,
    skip_link_comes_first,
    has_a_title,
    headings_are_in_order,
    shows_the_way_back,
    keeps_no_trace,
    asks_no_one_else,
    draws_icons_that_there_are,
    keeps_style_and_script_outside,
    numbers_can_be_dialled,
    says_whom_to_call,
    times_are_marked,
    is_named,
    links_say_where_they_lead,
    can_be_enlarged,
    is_safe,
    is_light,
)
