"""Mark the words that were found, and ask for them again (built in: no template needs to load it)."""

from urllib.parse import urlencode

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from search.folding import WORD, fold

register = template.Library()


@register.filter(is_safe=True)
def marked(text, tokens):
    """Put the words of a text that fold to one of these tokens into <mark>."""
    if not tokens:
        return text
    pieces, end = [], 0
    for match in WORD.finditer(text):
        if fold(match[0]) in tokens:
            pieces += [conditional_escape(text[end : match.start()]), f"<mark>{conditional_escape(match[0])}</mark>"]
            end = match.end()
    return mark_safe("".join([*pieces, conditional_escape(text[end:])]))  # noqa: S308 (every piece is escaped)


@register.filter
def as_query(words):
    """Write the query of an address that asks for these words, as the form of the search does: "q=dodatek+mieszkaniowy"."""
    return urlencode({"q": words})
