"""What the sheet of a matter must hold, and in which order: the validator of the Italian model, for our sheets.

The Italian model of a municipal site is checked by a program that looks for each mandatory part of a service sheet,
for words in it and for the order of the parts (italia/pa-website-validator). Ours adds what the Italian sheet lacks:
the appeal, the acts with their addresses, and the phone of the responsible desk.
"""

from dataclasses import dataclass
from itertools import pairwise

from tests.walk import words_of

# The parts in their order, by the id of their heading; "lead" is the sentence under the name of the matter.
ORDER = (
    "lead",
    "dla-kogo",
    "co-przyniesc",
    "co-zrobic",
    "jak-zlozyc",
    "gdzie",
    "koszt",
    "czas",
    "odwolanie",
    "prawo",
    "sprawdzono",
)
ALWAYS = {"lead", "dla-kogo", "co-przyniesc", "co-zrobic", "koszt", "czas", "prawo", "sprawdzono"}


@dataclass(frozen=True)
class Sheet:
    """What the records say of a sheet: its page is held to it.

    `numbers` are those of the responsible desk, in the nine digits of the record; none for a sheet of no office.
    """

    slug: str
    state: str
    label: str
    is_filed: bool
    has_decision: bool
    at_office: bool = False
    numbers: tuple = ()

    @property
    def mandatory(self):
        """The parts that the page must have, and the only ones of ORDER that it may have."""
        parts = set(ALWAYS)
        if self.state != "elsewhere":
            parts |= {"jak-zlozyc"} if self.is_filed else set()
            parts |= {"gdzie"} if self.at_office else set()
        return parts | ({"odwolanie"} if self.has_decision else set())


def faults(page, sheet):
    """Yield what is wrong with the page of a sheet, in words."""
    places = {name: _place(page, name) for name in ORDER}
    for name, place in places.items():
        if place is None and name in sheet.mandatory:
            yield f"no part „{name}”"
        if place is not None and name not in sheet.mandatory:
            yield f"a part „{name}” that this matter does not have"
        if place is not None and not _words(place):
            yield f"the part „{name}” is empty"
    yield from _out_of_order(page, places)
    yield from _checked(places["sprawdzono"])
    yield from _state(page, sheet)
    yield from _phone(page, sheet)


def acts_without_address(page):
    """Return the acts of the legal basis that lead nowhere."""
    place = _place(page, "prawo")
    items = [] if place is None else place.iter("li")
    return [words_of(one) for one in items if not any(_leads_out(link) for link in one.iter("a"))]


def _place(page, name):
    """Return the element of a part; None when the page has none."""
    if name == "lead":
        return next((one for one in page.main.iter("p") if one.get("class") == "lead"), None)
    return next((one for one in page.main.iter("section") if one.get("aria-labelledby") == name), None)


def _words(place):
    """Return the words of a part without its heading. "Do potwierdzenia" is words: unknown is said, not left out."""
    headings = {words_of(one) for one in place.iter("h2")}
    return words_of(place) if not headings else words_of(place).removeprefix(next(iter(headings))).strip()


def _out_of_order(page, places):
    numbers = {one: number for number, one in enumerate(page.main.iter())}
    found = [(name, numbers[place]) for name, place in places.items() if place is not None]
    for (before, first), (after, second) in pairwise(found):
        if first > second:
            yield f"„{after}” stands before „{before}”"


def _checked(place):
    if place is None:
        return
    if not any(one.get("datetime") for one in place.iter("time")):
        yield "the day of the check is missing"


def _state(page, sheet):
    """A state other than "here" stands in words, not in a colour."""
    if sheet.state == "here":
        return
    titles = [words_of(one) for one in page.main.iter("h2") if one.get("class") == "notice__title"]
    if not any(one.casefold().startswith((sheet.label.casefold(), "załatwia to:")) for one in titles):
        yield f"does not say „{sheet.label}”"


def _phone(page, sheet):
    if not sheet.at_office:
        return
    dialled = {one.get("href") for one in page.main.iter("a")}
    if not any(f"tel:+48{number}" in dialled or f"tel:{number}" in dialled for number in sheet.numbers):
        yield f"no phone of the responsible desk ({', '.join(sheet.numbers) or 'the records have none'})"


def _leads_out(link):
    return (link.get("href") or "").startswith("https://")
