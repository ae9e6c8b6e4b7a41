"""Two versions of a record side by side, as people read them: each field in each language, with what became of it."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from languages.translation_states import difference

SAID = {"pl": gettext_lazy("po polsku"), "en": gettext_lazy("po angielsku"), "uk": gettext_lazy("po ukraińsku")}


@dataclass(frozen=True)
class Part:
    """One field or list in one language: the text that is here, and how the shipped one differs from it."""

    language: str
    yours: str
    parts: list

    @property
    def said(self):
        """The language in words: "po polsku"."""
        return SAID[self.language]


def label_of(shape, key):
    """Return what staff call a field, or a list of records under another."""
    if key in shape.children:
        return shape.children[key].model._meta.verbose_name_plural
    return shape.model._meta.get_field(key).verbose_name


def side_by_side(shape, key, yours, shipped):
    """Return a Part for each language in which two described values differ."""
    found = []
    for language, _name in settings.LANGUAGES:
        texts = [text_in(shape, key, value, language) for value in (yours, shipped)]
        if texts[0] != texts[1]:
            found.append(Part(language, texts[0], difference(*texts)))
    return found


def text_in(shape, key, value, language):
    """Return what a described value says in a language. What has no language stands with the Polish."""
    is_polish = language == settings.LANGUAGE_CODE
    if not value:
        return ""
    if key in shape.children:
        blocks = [
            block_in(shape.children[key], one, language) for one in ([value] if isinstance(value, dict) else value)
        ]
        return "\n\n".join(block for block in blocks if block)
    if key in shape.localized:
        return value.get(language, "") if isinstance(value, dict) else value if is_polish else ""
    if not is_polish:
        return ""
    return "\n".join(value) if isinstance(value, list) else plain_text(shape.fields[key], value, shape.named.get(key))


def block_in(shape, described, language):
    """Return the lines of a record under another. Labels are Polish, so only the Polish has them."""
    is_polish = language == settings.LANGUAGE_CODE
    lines = []
    for key in (*shape.fields, *shape.children):
        text = text_in(shape, key, described.get(key), language)
        if text:
            lines.append(f"{label_of(shape, key)}: {text}" if is_polish else text)
    return "\n".join(lines)


def plain_text(field, text, names=None):
    """Return a value of a file as people write it: a choice by its label, yes and no, a date with its day first."""
    if text in ("true", "false"):
        return _("tak") if text == "true" else _("nie")
    if isinstance(field, models.DateField):
        return dt.date.fromisoformat(text).strftime("%d.%m.%Y")
    if names:
        return str(names[text.upper()].label)
    return str(dict(field.flatchoices).get(text, text))
