"""The filter that marks the words that were found."""

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from search.templatetags.marking import marked


@pytest.mark.parametrize(
    ("text", "tokens", "html"),
    [
        ("Dodatek mieszkaniowy", {"dodatek"}, "<mark>Dodatek</mark> mieszkaniowy"),
        ("Świadczenie (800+)", {"800+"}, "Świadczenie (<mark>800+</mark>)"),
        ("Zasiłek, zasiłku", {"zasilek", "zasilku"}, "<mark>Zasiłek</mark>, <mark>zasiłku</mark>"),
        ("Допомога ЇЖІ", {"іжі"}, "Допомога <mark>ЇЖІ</mark>"),
        ("dodatkowy", {"dodatek"}, "dodatkowy"),
        ("<b>gruby</b> & co", {"gruby"}, "&lt;b&gt;<mark>gruby</mark>&lt;/b&gt; &amp; co"),
        ('a "b" <script>', {"script"}, "a &quot;b&quot; &lt;<mark>script</mark>&gt;"),
        ("", {"a"}, ""),
    ],
)
def test_words_found_are_marked_and_everything_is_escaped(text, tokens, html):
    assert marked(text, tokens) == html


def test_without_words_the_template_escapes_as_always():
    page = Template("{{ text|marked:tokens }}").render(Context({"text": "<b>", "tokens": set()}))
    assert page == "&lt;b&gt;"


@given(st.text(), st.sets(st.text(max_size=3), min_size=1))
def test_no_text_opens_a_tag(text, tokens):
    html = marked(text, tokens).replace("<mark>", "").replace("</mark>", "")
    assert ("<" in html, ">" in html) == (False, False)
