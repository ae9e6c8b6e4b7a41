"""In the colours that a person has chosen for everything, each label can be read and the place of the keyboard seen."""

import pytest

from tests.browser.conftest import PHONE

pytestmark = pytest.mark.slow

PATHS = (
    "/",
    "/sytuacje/ktos-mnie-krzywdzi/",
    "/szukaj/?q=przemoc",
    "/solec-kujawski/",
    "/wolomin/sprawy/dodatek-mieszkaniowy/",
    "/wolomin/kontakt/",
    "/komponenty/",
)
# Text whose colour is too near to the ground it stands on, or to the plate that the browser draws behind it.
UNREADABLE = """() => {
  const probe = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const light = colour => {
    probe.clearRect(0, 0, 1, 1); probe.fillStyle = colour; probe.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3).map(one => one / 255)
      .map(one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const contrast = (one, other) => {
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + .05) / (b + .05);
  };
  const plate = document.createElement('p');
  plate.style.background = 'Canvas'; document.body.append(plate);
  const canvas = getComputedStyle(plate).backgroundColor; plate.remove();
  const ground = one => {
    for (; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/, 0\\)$/.test(colour) && colour !== 'transparent') return colour;
    }
    return canvas;
  };
  return [...document.querySelectorAll('body *')].filter(one =>
    !one.closest('.hidden, svg, script') && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  ).map(one => {
    const colour = getComputedStyle(one).color;
    const worst = Math.min(contrast(colour, ground(one)), contrast(colour, canvas));
    return [worst, `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)} ${worst.toFixed(1)}`];
  }).filter(([worst]) => worst < 4.5).map(([, words]) => words);
}"""
RING = """() => { const style = getComputedStyle(document.activeElement);
  return [style.outlineStyle, style.outlineColor !== getComputedStyle(document.body).backgroundColor]; }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_label_can_be_read_in_forced_colours(open_window, scheme):
    found = {}
    with open_window(PHONE, forced_colors="active", color_scheme=scheme) as page:
        for path in PATHS:
            page.goto(path)
            found[path] = page.evaluate(UNREADABLE)
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_has_a_ring_in_forced_colours(open_window, scheme):
    rings = set()
    with open_window(PHONE, forced_colors="active", color_scheme=scheme) as page:
        page.goto("/sytuacje/ktos-mnie-krzywdzi/")
        for _stop in range(8):
            page.keyboard.press("Tab")
            rings.add(tuple(page.evaluate(RING)))
    assert rings == {("solid", True)}
