"""The pages that the law asks for: what they call themselves, and which are there at all."""

import datetime as dt

import pytest

from offices.models import OfficePage
from tests.cast import address, elements, save
from tests.factories import make_notice, make_office, warsaw

pytestmark = pytest.mark.django_db

NOT_TESTED = (
    "To jest tekst w prostym języku. Nie jest to jeszcze tekst łatwy do czytania (ETR): nie sprawdzili go czytelnicy."
)
TESTED = "To jest tekst łatwy do czytania (ETR). Sprawdzili go czytelnicy, dla których powstał: 5 marca 2026."


@pytest.fixture
def office():
    return make_office()


def make_page(office, **fields):
    defaults = {"kind": "prosty-jezyk", "title": "Prosty język", "text": "Tekst."}
    return OfficePage.objects.create(office=office, **(defaults | fields))


def lead(client, at):
    """Return what a page says of itself below its heading."""
    found = [one for one in elements(client.get(at), "p") if one.get("class") == "band checked"]
    return [" ".join("".join(one.itertext()).split()) for one in found]


@pytest.mark.parametrize(
    ("tested_on", "expected"), [(None, NOT_TESTED), (dt.date(2026, 3, 5), TESTED)], ids=["not tested", "tested"]
)
def test_plain_language_page_calls_itself_etr_once_readers_have_tested_it(client, office, tested_on, expected):
    make_page(office, tested_on=tested_on)
    assert lead(client, "/a/prosty-jezyk/") == [expected]


def test_day_of_the_test_is_read_by_machines(client, office):
    make_page(office, tested_on=dt.date(2026, 3, 5))
    times = elements(client.get("/a/prosty-jezyk/"), "time")
    assert [one.get("datetime") for one in times if one.text == "5 marca 2026"] == ["2026-03-05"]


@pytest.mark.usefixtures("catalogues_of_today")
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "This text is in plain language. It is not yet an easy-to-read text (ETR): readers have not tested it."),
        ("uk", "Це текст простою мовою. Це ще не текст, легкий для читання (ETR): його не перевірили читачі."),
    ],
)
def test_plain_language_page_is_as_honest_in_every_language(client, office, language, expected):
    make_page(office)
    assert lead(client, f"/{language}/a/prosty-jezyk/") == [expected]


@pytest.mark.parametrize("kind", [kind for kind in OfficePage.Kind.values if kind != "prosty-jezyk"])
def test_other_page_says_nothing_of_etr(client, office, kind):
    make_page(office, kind=kind, tested_on=dt.date(2026, 3, 5))
    assert lead(client, f"/a/{kind}/") == []


@pytest.mark.parametrize(
    ("fields", "is_shown"),
    [
        pytest.param({}, True, id="published"),
        pytest.param({"is_published": False}, False, id="a draft"),
        pytest.param({"kind": "sygnalisci"}, False, id="another kind"),
    ],
)
def test_what_the_office_wrote_is_shown_once_published(client, office, fields, is_shown):
    page = make_page(office, **fields)
    assert (f"<p>{page.text}</p>" in client.get("/a/prosty-jezyk/").content.decode()) == is_shown


def test_editor_writes_down_the_day_of_the_test(as_, alicja, scene):
    page = make_page(scene.a.office)
    save(as_(alicja), address(page), tested_on="05.03.2026")
    page.refresh_from_db()
    assert page.tested_on == dt.date(2026, 3, 5)


@pytest.mark.parametrize(
    ("ends_at", "words"),
    [(warsaw(2030, 12, 5), "do końca 4 grudnia 2030"), (warsaw(2030, 12, 4, 15, 30), "do 4 grudnia 2030, 15:30")],
)
def test_notice_says_until_when_it_holds(client, office, ends_at, words):
    make_notice(office, ends_at=ends_at)
    times = elements(client.get("/a/komunikaty/"), "time")
    assert [one.text for one in times if one.get("datetime") == ends_at.isoformat()] == [words]
