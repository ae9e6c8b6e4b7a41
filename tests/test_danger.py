"""Pages on danger, in every language, general and at each office: the numbers first, a way out, and little left behind."""

import re

import pytest
from django.core.exceptions import ImproperlyConfigured

from ops_site import environment
from services import danger
from tests.factories import make_help_line, make_service, make_situation
from tests.walk import words_of

ON_DANGER = re.compile(
    r"/(sytuacje/(ktos-mnie-krzywdzi|kryzys-i-nalog)"
    r"|krok-po-kroku/przemoc-w-domu"
    r"|sprawy/(przemoc-domowa|zespol-interdyscyplinarny|interwencja-kryzysowa|psycholog|uzaleznienia))/$"
)
WITH_EXIT = re.compile(ON_DANGER.pattern + r"|/pomoc-natychmiastowa/(prywatnosc/)?$|\?q=kto")
NUMBERS = ["tel:112", "tel:+48800120002"]
OF_CRISIS = re.compile(r"/(sytuacje/kryzys-i-nalog|sprawy/(uzaleznienia|psycholog|interwencja-kryzysowa))/$")
NUMBERS_IN_CRISIS = ["tel:112", "tel:116123"]
NEUTRAL = {
    "pl": "Pomoc i telefony – Gdzie po pomoc",
    "en": "Help and phone numbers – Where to get help",
    "uk": "Допомога й телефони – Куди по допомогу",
}


def with_class(page, name):
    return [one for one in page.elements if name in one.get("class", "").split()]


def faults_of(page, numbers):
    """Yield what a page on danger lacks."""
    calls = [one.get("href") for one in page.all("a") if one.get("href", "").startswith("tel:")]
    if calls[:2] != numbers:
        yield f"calls {calls[:2]} first"
    bars = [[one.get("href") for one in bar.iter("a")] for bar in with_class(page, "callbar")]
    if bars != [numbers]:
        yield f"in the bar: {bars}"
    title = page.first("title").text
    if title != NEUTRAL[page.first("html").get("lang")]:
        yield f"the title says „{title}”"


def test_pages_on_danger_begin_with_the_numbers_and_tell_nothing_in_their_titles(site):
    pages = {address: page for address, page in site.items() if ON_DANGER.search(address)}
    assert len(pages) >= 3 * (3 + 3 + 3 * 5) - 6  # Not every office has every matter.
    faults = {
        address: list(faults_of(page, NUMBERS_IN_CRISIS if OF_CRISIS.search(address) else NUMBERS))
        for address, page in pages.items()
    }
    assert {address: found for address, found in faults.items() if found} == {}


def test_every_way_out_is_first_after_the_skip_link_and_its_page_is_kept_by_no_browser(site):
    faults = {}
    for address, page in site.items():
        exits = with_class(page, "exit__link")
        if page.is_gallery or (not exits and not WITH_EXIT.search(address)):
            continue
        reached = [one for one in page.first("body").iter() if one.tag in ("a", "button", "input")]
        found = (
            [one.get("href") for one in reached[1:2]],
            [one.get("rel") for one in exits],
            page.headers.get("Cache-Control"),
            page.headers.get("Referrer-Policy"),
        )
        if found != (["https://pl.wikipedia.org/"], ["noreferrer"], "no-store", "no-referrer"):
            faults[address] = found
    assert faults == {}


def test_other_pages_have_neither_the_exit_nor_its_weight(site):
    ordinary = ("/", "/wolomin/", "/wolomin/sprawy/dodatek-mieszkaniowy/", "/sytuacje/nie-mam-za-co-zyc/")
    assert [address for address in ordinary if "exit" in site[address].html] == []


@pytest.mark.parametrize("at", ["", "/wolomin"])
def test_words_of_a_visitor_stand_in_no_title(site, at):
    """Not even of one whose danger is not recognised: the title stays in the browser's history."""
    titles = {page.first("title").text for address, page in site.items() if address.startswith(f"{at}/szukaj/?")}
    assert titles == {f"Szukaj{': OPS Wołomin' if at else ''} – Gdzie po pomoc"}


@pytest.mark.parametrize("prefix", ["", "/en", "/uk"])
def test_what_the_law_said_before_stands_at_the_end(site, prefix):
    page = site[f"{prefix}/wolomin/sprawy/przemoc-domowa/"]
    sections = [one for one in page.main.iter("section") if "2023" in words_of(one)]
    notices = [words_of(one) for one in with_class(page, "notice") if "2023" in words_of(one)]
    assert ([one.get("aria-labelledby") for one in sections][:1], notices) == (["prawo"], [])


def test_who_cannot_speak_finds_the_app_and_the_chats(site):
    pages = ("/pomoc-natychmiastowa/", "/sytuacje/ktos-mnie-krzywdzi/", "/uk/wolomin/sprawy/przemoc-domowa/")
    wanted = ("Alarm112", "116111.pl", "116sos.pl")
    assert [(one, word) for one in pages for word in wanted if word not in site[one].text] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("flags", "shown", "first"),
    [([], [], False), ([True], ["112"], True), ([True, False], ["112"], True), ([True, False, False], ["112"], False)],
)
def test_sheet_is_about_danger_when_half_of_its_situations_are(flags, shown, first):
    make_help_line("alarm", number="112", is_core=True, answers_always=True)
    service = make_service(situations=[make_situation(f"s{n}", is_urgent=one) for n, one in enumerate(flags)])
    told = danger.of_service(service, service.handling)
    assert ([line.display for line in told["urgent_lines"]], told["danger_first"]) == (shown, first)


@pytest.mark.django_db
def test_number_on_the_topic_of_the_situation_follows_112():
    for position, (number, topic) in enumerate([("112", "emergency"), ("800120002", "violence"), ("116123", "crisis")]):
        make_help_line(topic, number=number, topic=topic, is_core=True, answers_always=True, position=position)
    harm, crisis = (
        make_situation(topic, is_urgent=True, help_topic=topic, position=n)
        for n, topic in enumerate(["violence", "crisis"], start=1)
    )
    told = (
        danger.of_situation(crisis),
        danger.of_situation(harm),
        danger.of_service(make_service(situations=[harm, crisis]), "here"),
    )
    assert [[line.number for line in one["urgent_lines"]] for one in told] == [
        ["112", "116123", "800120002"],
        ["112", "800120002", "116123"],
        ["112", "116123", "800120002"],
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "last"), [("here", True), ("elsewhere", False)])
def test_who_handles_a_matter_instead_is_not_put_off_to_the_end(state, last):
    service = make_service(situations=[make_situation(is_urgent=True)], handling_note="Od 2023 r. inaczej.")
    assert danger.of_service(service, state)["note_last"] is last


@pytest.mark.parametrize("word", ["pl.wikipedia.org", "http://example.pl/", "javascript:alert(1)", "https://", ""])
def test_the_way_out_must_be_an_address(monkeypatch, word):
    monkeypatch.setenv("QUICK_EXIT_URL", word)
    with pytest.raises(ImproperlyConfigured, match=r"^QUICK_EXIT_URL='"):
        environment.web_address("QUICK_EXIT_URL", default="https://example.pl/")


def test_the_way_out_can_be_another(settings, client, db):
    settings.QUICK_EXIT_URL = "https://www.example.pl/pogoda/"
    make_help_line("alarm", number="112", is_core=True, answers_always=True)
    html = client.get("/pomoc-natychmiastowa/").content.decode()
    assert ('href="https://www.example.pl/pogoda/"' in html, "wikipedia" in html) == (True, False)
