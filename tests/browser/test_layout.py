"""Every kind of page fits a narrow screen, has targets that a shaking hand can hit, and loses nothing in print."""

import struct
import zlib

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.pages import EACH_KIND, PAGES
from tests.conftest import TUESDAY_AT_TEN

# WCAG 1.4.12: a person may set these.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
# What sticks out to the right of the window, unless something around it hides or scrolls it.
STICKS_OUT = """() => {
  const wide = document.documentElement.clientWidth;
  const out = [...document.body.querySelectorAll('*')].filter(one => {
    if (one.closest('.hidden, .skip, svg')) return false;
    const box = one.getBoundingClientRect();
    return box.width && (box.right > wide + 1 || box.left < -1);
  });
  const inner = out.filter(one => !out.some(other => other !== one && one.contains(other)));
  const scrolls = document.documentElement.scrollWidth > wide ? [`page ${document.documentElement.scrollWidth} px`] : [];
  return [...scrolls, ...inner.map(one => one.tagName + '.' + one.className + ': ' + one.textContent.trim().slice(0, 60))];
}"""
# WCAG 2.5.5: 44 px, unless the link stands in a sentence.
TOO_SMALL = """() => [...document.querySelectorAll('a[href], button, input, summary, select')].filter(one => {
  if (one.closest('.skip')) return false;
  const box = one.getBoundingClientRect();
  if (!box.width) return false;
  if (box.width >= 43.9 && box.height >= 43.9) return false;
  const around = one.parentElement;
  const sentence = getComputedStyle(one).display === 'inline'
    && [...around.childNodes].some(node => node.nodeType === 3 && node.textContent.trim().length > 3);
  return !sentence;
}).map(one => { const box = one.getBoundingClientRect();
  return `${one.textContent.trim().slice(0, 50)} (${one.className}) ${Math.round(box.width)}×${Math.round(box.height)}`; })"""
# A text that the page hides although it has no other place: cut off by its box.
CUT_OFF = """() => [...document.querySelectorAll('main *, header *, footer *, aside *')].filter(one =>
  !one.closest('.hidden, .ear, svg') && getComputedStyle(one).overflow !== 'visible' && one.tagName !== 'INPUT'
  && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
).map(one => one.tagName + '.' + one.className)"""

# Every word 40 % longer: a language that needs more room than ours, or an editor who does. Signs and digits stay.
STRETCH = r"""() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const longer = word => word + word.slice(0, Math.round(word.length * .4));
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest('script, style, svg')) node.data = node.data.replace(/\p{L}+/gu, longer);
  }
}"""
# A text that is wider than its box and lies over what stands beside it.
SPILLS = """() => [...document.body.querySelectorAll('*')].filter(one =>
  !one.closest('.hidden, .skip, svg') && one.clientWidth && getComputedStyle(one).overflowX === 'visible'
  && one.scrollWidth > one.clientWidth + 1
).map(one => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 60)} ${one.scrollWidth} > ${one.clientWidth}`)"""

# A sentence with a word in another language, laid out as a row of boxes: the word gets a column of its own.
TORN = """() => [...document.body.querySelectorAll('*')].filter(one => /flex|grid/.test(getComputedStyle(one).display)
  && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  && [...one.children].some(child => child.matches('span, mark, time') && !child.matches('.hidden'))
).map(one => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`)"""


@pytest.fixture(scope="module")
def window(chromium, served):
    context = chromium.new_context(base_url=served, reduced_motion="reduce", viewport=PHONE)
    # The page's own policy forbids a style from outside: a person's browser does not ask it.
    spaced = chromium.new_context(base_url=served, reduced_motion="reduce", viewport=PHONE, bypass_csp=True)
    for one in (context, spaced):
        one.clock.set_fixed_time(TUESDAY_AT_TEN)
    yield context.new_page(), spaced.new_page()
    context.close()
    spaced.close()


@pytest.mark.parametrize("name", EACH_KIND)
def test_page_fits_and_can_be_hit(window, name):
    page, spaced = window
    faults = {}

    def note(found, what):
        for one in found:
            faults.setdefault(one, []).append(what)

    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        if width == 320:
            page.goto(PAGES[name])
        note(page.evaluate(STICKS_OUT), f"sticks out at {width} px")
        note(page.evaluate(TOO_SMALL), f"is too small to hit at {width} px")
    spaced.set_viewport_size(PHONE)
    spaced.goto(PAGES[name])
    spaced.add_style_tag(content=SPACING)
    note(spaced.evaluate(STICKS_OUT), "sticks out with text spacing")
    note(spaced.evaluate(CUT_OFF), "is cut off with text spacing")
    if faults:
        pytest.fail("\n".join(f"{one}: {', '.join(what)}" for one, what in faults.items()), pytrace=False)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["", "/en", "/uk"], ids=["pl", "en", "uk"])
@pytest.mark.parametrize("name", [name for name in PAGES if name != "components"])  # Its frames leave less than a page.
def test_words_much_longer_still_fit(window, name, language):
    page, _ = window
    faults = []
    page.goto(language + PAGES[name])
    page.evaluate(STRETCH)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for script in (STICKS_OUT, SPILLS, CUT_OFF):
            faults += [f"{one} at {width} px" for one in page.evaluate(script)]
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("name", PAGES)
def test_words_in_another_language_stay_within_their_sentence(window, name, language):
    page, _ = window
    page.goto(f"/{language}{PAGES[name]}")
    assert page.evaluate(TORN) == []


@pytest.mark.parametrize("name", ["home", "offering", "office, four buildings", "matters"])
def test_text_twice_as_large_still_fits(window, name):
    """WCAG 1.4.4. A browser counts the rem of a media query from the person's own size: no breakpoint is reached then."""
    _, page = window
    page.set_viewport_size({"width": 639, "height": 800})
    page.goto(PAGES[name])
    page.add_style_tag(content="html { font-size: 200% !important; }")
    assert page.evaluate(STICKS_OUT) == []


@pytest.mark.parametrize("name", ["home", "offering"])
def test_desk_at_four_hundred_per_cent_fits(open_window, name):
    """WCAG 1.4.10: 1280 px at 400 % are 320 CSS px, four device pixels each."""
    with open_window({"width": 320, "height": 225}, device_scale_factor=4) as page:
        page.goto(PAGES[name])
        assert page.evaluate(STICKS_OUT) == []


def test_the_number_is_never_more_than_one_screen_away(open_window):
    height = PHONE["height"]
    with open_window(PHONE) as page:
        page.goto(PAGES["offering"])
        for share in (0, 0.25, 0.5, 0.75, 1):
            page.evaluate("share => scrollTo(0, share * document.documentElement.scrollHeight)", share)
            places = [one.bounding_box()["y"] for one in page.locator('a[href="tel:+48227872701"]').all()]
            assert any(-height < place < 2 * height for place in places), share


def test_print_keeps_the_facts_and_leaves_the_controls(open_window):
    with open_window(DESK) as page:
        page.goto(PAGES["offering"])
        page.emulate_media(media="print")
        assert {
            name: page.locator(name).first.is_visible()
            for name in (".callbar", ".header__nav", ".status--open", "h1", ".call__number", ".steps", ".week")
        } == {
            ".callbar": False,
            ".header__nav": False,
            ".status--open": False,
            "h1": True,
            ".call__number": True,
            ".steps": True,
            ".week": True,
        }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_the_words_of_the_status(open_window, scheme):
    """A person with high contrast sees the status: its words differ from the ground in the picture itself."""
    with open_window(DESK, forced_colors="active", color_scheme=scheme) as page:
        for name in ("home", "offering"):
            page.goto(PAGES[name])
            status = page.locator(".status--open span").first
            assert status.is_visible()
            colours = status.evaluate(
                """one => { let ground = one; while (getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)' && ground.parentElement) ground = ground.parentElement;
                return [getComputedStyle(one).color, getComputedStyle(ground).backgroundColor]; }"""
            )
            assert colours[0] != colours[1]
            assert len(set(pixels(status.screenshot()))) > 8


def pixels(picture):
    """Return the bytes of a PNG, unpacked: a picture of one colour has few kinds of them."""
    packed, place = b"", 8
    while place < len(picture):
        length, kind = struct.unpack(">I4s", picture[place : place + 8])
        packed += picture[place + 8 : place + 8 + length] if kind == b"IDAT" else b""
        place += 12 + length
    return zlib.decompress(packed)
