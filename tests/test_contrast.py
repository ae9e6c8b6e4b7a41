"""Every pair of text and ground in tokens.css keeps its contrast, in light and dark (WCAG 2.2, 1.4.6 and 1.4.11)."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings

from offices.models import Office

TEXT, SHAPE = 7, 3
TOKENS = (Path(settings.BASE_DIR) / "static" / "css" / "tokens.css").read_text(encoding="utf-8")


def _palettes():
    """Return {(mode, accent): {token: colour}} as the cascade makes them."""
    light, rest = TOKENS.split("@media (prefers-color-scheme: dark)")
    dark = rest.split("@media (forced-colors")[0]
    palettes = {}
    root = {}
    for mode, css in (("light", light), ("dark", dark)):
        rules = re.findall(r'(:root|\[data-accent="\w+"\])\s*\{([^}]*)\}', css)
        tokens = {}
        for selector, body in rules:
            tokens.setdefault(selector, {}).update(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", body))
        root = root | tokens[":root"]
        for accent in Office.Accent.values:
            palettes[mode, accent] = root | tokens[f'[data-accent="{accent}"]']
    return palettes


def _luminance(colour):
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """Return the contrast ratio of two "#rrggbb" colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


PAIRS = [
    *((text, ground, TEXT) for text, ground in product(["ink", "ink-soft"], ["paper", "sheet", "soft"])),
    *((text, ground, TEXT) for text, ground in product(["ink"], ["unknown-soft", "urgent-soft"])),
    *(("accent", ground, TEXT) for ground in ["paper", "sheet", "soft"]),
    *(("sheet", ground, TEXT) for ground in ["accent", "urgent"]),
    *((text, ground, TEXT) for text, ground in product(["urgent", "unknown"], ["paper", "sheet"])),
    ("open", "open-soft", TEXT),
    ("unknown", "unknown-soft", TEXT),
    ("edge", "paper", SHAPE),
    ("edge", "soft", SHAPE),
]


@pytest.mark.parametrize(("mode", "accent"), _palettes())
def test_palette_keeps_contrast(mode, accent):
    palette = _palettes()[mode, accent]
    poor = [
        (text, ground, round(contrast(palette[text], palette[ground]), 2))
        for text, ground, least in PAIRS
        if contrast(palette[text], palette[ground]) < least
    ]
    assert poor == []


def test_contrast_of_black_and_white_is_21():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
