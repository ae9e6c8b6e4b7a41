"""Walk the site as a visitor does, and read its pages."""

import re
from collections import deque
from functools import cached_property
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import brotli
import html5lib
from django.test import Client

BROWSERS_ENCODINGS = "gzip, deflate, br, zstd"
GALLERY = "/komponenty/"
# Doors without a link: what people type into the search, and the page of components.
DOORS = (
    "/",
    GALLERY,
    "/szukaj/?q=czynsz",
    "/szukaj/?q=kto%C5%9B+mnie+bije",
    "/szukaj/?q=xyzzy",
    "/wolomin/szukaj/?q=becikowe",
    "/wolomin/szukaj/?q=xyzzy",
)
NOT_PAGES = ("/static/", "/admin/", "/api/", "/pliki/")
BLOCKS = frozenset(
    "address article aside blockquote body br button caption dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr label legend li main nav ol p section table td th tr ul".split()
)


class Page:
    """A page of the site as it came over the wire."""

    def __init__(self, address, response):
        self.address = address
        self.status = response.status_code
        self.headers = response.headers
        self.cookies = response.cookies
        self.wire = response.content
        self.encoding = response.headers.get("content-encoding")

    @property
    def is_gallery(self):
        return self.address.endswith(GALLERY)

    @property
    def is_html(self):
        return self.headers["Content-Type"].startswith("text/html")

    @cached_property
    def html(self):
        return (brotli.decompress(self.wire) if self.encoding == "br" else self.wire).decode()

    @cached_property
    def parsed(self):
        parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
        return parser.parse(self.html), parser.errors

    @property
    def root(self):
        return self.parsed[0]

    @property
    def errors(self):
        """What the HTML parser had to guess: [(place, what), …]."""
        return [(place, f"{code} {details}") for place, code, details in self.parsed[1]]

    @cached_property
    def elements(self):
        return [one for one in self.root.iter() if isinstance(one.tag, str)]

    @cached_property
    def parents(self):
        return {child: parent for parent in self.root.iter() for child in parent}

    @cached_property
    def ids(self):
        return [one.get("id") for one in self.elements if one.get("id") is not None]

    @cached_property
    def main(self):
        return self.first("main")

    def all(self, *tags):
        return [one for one in self.elements if one.tag in tags]

    def first(self, tag):
        return next(iter(self.all(tag)), None)

    def within(self, element):
        """Return the elements around an element, nearest first."""
        while element in self.parents:
            element = self.parents[element]
            yield element

    @cached_property
    def text(self):
        """The words of <main> as people read them."""
        return words_of(self.main) if self.main is not None else ""

    @cached_property
    def links(self):
        """The addresses that the page leads to, without their #fragment, forms included."""
        targets = [one.get("href") for one in self.all("a")]
        targets += [one.get("action") for one in self.all("form") if one.get("method", "get") == "get"]
        return [urldefrag(urljoin(self.address, one)).url for one in targets if one is not None]

    def link_words(self, address):
        """Return the words of the links in <main> that lead to an address."""
        return [words_of(one) for one in self.main.iter("a") if one.get("href") == address]

    def week(self):
        """Return the rows of the first week table: [(day, words), …]."""
        rows = next(self.root.iter("tbody"), [])
        return [(words_of(row.find("th")), words_of(row.find("td"))) for row in rows]


def words_of(element):
    """Return the text of an element in one line: blocks apart, inline parts together. Words for the ear alone, which stand
    beside a sign that is not spoken, are left out."""
    return re.sub(r"\s+", " ", "".join(_pieces(element))).strip()


def _pieces(element):
    if not isinstance(element.tag, str) or element.get("class") == "ear":
        return
    apart = " " if element.tag in BLOCKS else ""
    yield apart + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield apart


def is_internal(address):
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc and not parts.path.startswith(NOT_PAGES)


def sitemap_files(client):
    """Return every file that the index of the sitemap names: {address: its text}."""

    def text_at(address):
        return client.get(address, headers={"accept-encoding": "identity"}).content.decode()

    return {address: text_at(address) for address in locations(text_at("/sitemap.xml"))}


def locations(text):
    """Return the addresses that a file of the sitemap, or its index, names."""
    return re.findall(r"<loc>(.*?)</loc>", text)


def walk(doors=DOORS):
    """Follow every internal link from the doors and the sitemap; return {address: Page}, files left out."""
    client = Client(headers={"accept-encoding": BROWSERS_ENCODINGS})
    listed = [urlsplit(one).path for text in sitemap_files(client).values() for one in locations(text)]
    found, waiting = {}, deque([*doors, *listed])
    while waiting:
        address = waiting.popleft()
        if address in found:
            continue
        found[address] = page = Page(address, client.get(address))
        if page.is_html:
            waiting.extend(link for link in page.links if is_internal(link))
    return {address: page for address, page in found.items() if page.is_html or page.status != 200}


def fragments(page):
    """Return (address, id) of every link of a page to a part of a page."""
    for one in page.all("a"):
        address, fragment = urldefrag(urljoin(page.address, one.get("href", "")))
        if fragment and is_internal(address):
            yield address, unquote(fragment)
