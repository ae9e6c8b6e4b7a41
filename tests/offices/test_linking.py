"""Links in what people typed: what can be dialled, written to or opened, and what only looks like it."""

import re

import pytest
from django.utils.html import escape
from hypothesis import given, settings
from hypothesis import strategies as st

from offices.linking import pieces
from offices.templatetags.text import linked


def links(text):
    return {one.text: one.href for one in pieces(text) if one.href}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zadzwoń: 22 787 27 01", {"22 787 27 01": "tel:+48227872701"}),
        ("tel. 502 932 397.", {"502 932 397": "tel:+48502932397"}),
        ("502932397", {"502932397": "tel:+48502932397"}),
        ("52-387-87-02, 52 387 87 03", {"52-387-87-02": "tel:+48523878702", "52 387 87 03": "tel:+48523878703"}),
        ("(52) 387 87 02", {"(52) 387 87 02": "tel:+48523878702"}),
        ("+48 22 787 27 01", {"+48 22 787 27 01": "tel:+48227872701"}),
        ("22\u00a0787\u00a027\u00a001", {"22\u00a0787\u00a027\u00a001": "tel:+48227872701"}),
        ("22 776 50 23 wew. 12", {"22 776 50 23 wew. 12": "tel:+48227765023,12"}),
        ("800 120 002 (całą dobę)", {"800 120 002": "tel:+48800120002"}),
        ("Linia dla dzieci: 116 111", {"116 111": "tel:116111"}),
        ("116123 dla dorosłych", {"116123": "tel:116123"}),
        ("Zadzwoń pod 112.", {"112": "tel:112"}),
        ("W razie ognia dzwoń na 998 albo 112", {"998": "tel:998", "112": "tel:112"}),
        ("Numer alarmowy: 112", {"112": "tel:112"}),
        ("112 – numer alarmowy", {"112": "tel:112"}),
        ("In danger call 112 or 997", {"112": "tel:112", "997": "tel:997"}),
        ("Телефонуйте за номером 112", {"112": "tel:112"}),
        ("Napisz: ops@ops.wolomin.pl.", {"ops@ops.wolomin.pl": "mailto:ops@ops.wolomin.pl"}),
        ("(Jan.Nowak+ops@cus-solec.pl)", {"Jan.Nowak+ops@cus-solec.pl": "mailto:Jan.Nowak+ops@cus-solec.pl"}),
        (
            "zobacz https://www.gov.pl/web/rodzina.",
            {"https://www.gov.pl/web/rodzina": "https://www.gov.pl/web/rodzina"},
        ),
        ("www.zus.pl, wejdź", {"www.zus.pl": "https://www.zus.pl"}),
        (
            "na empatia.mpips.gov.pl/wnioski złożysz",
            {"empatia.mpips.gov.pl/wnioski": "https://empatia.mpips.gov.pl/wnioski"},
        ),
        (
            "(https://pl.wikipedia.org/wiki/Rada_(prawo))",
            {"https://pl.wikipedia.org/wiki/Rada_(prawo)": "https://pl.wikipedia.org/wiki/Rada_(prawo)"},
        ),
        (
            "Zadzwoń: 22 787 27 01 albo napisz ops@ops.wolomin.pl",
            {"22 787 27 01": "tel:+48227872701", "ops@ops.wolomin.pl": "mailto:ops@ops.wolomin.pl"},
        ),
    ],
)
def test_link_leads_where_the_words_say(text, expected):
    assert links(text) == expected


def test_what_only_looks_like_a_number_or_an_address_stays_text():
    texts = (
        "30.11.2026", "2026-11-30", "od 01.12.2026 do 31.12.2026", "8:00–16:00", "1 229,00 zł", "123 456 789 zł",
        "502932397 PLN", "12 345 678,90 zł", "05-200 Wołomin", "NIP 125-00-37-123", "NIP: 1250037123", "REGON 000543210",
        "REGON: 523 878 702", "KRS 0000123456", "nr konta 12 1234 5678 1234 5678 1234 5678", "PL61109010140000071219812874",
        "rachunek nr 502932397", "PESEL 44051401458", "art. 112 ustawy", "poz. 112", "112 zł", "112 osób", "ul. Leśna 112",
        "pokój 112", "Dz.U. 2024 poz. 1283", "500+", "800 plus", "116 111 zł", "1 116 111", "52 387 87 02 03", "itd.", "np.tak",
        "w 2024 r. 112", "decyzja nr 502932397", "ustawa z 12.03.2004", "999 zł", "jan@", "@wolomin", "http://", "www.",
        "12/2026", "1/2", "tel. 22 787 27", "wersja 1.2.3", "000 000 000", "godz. 8.00-16.00", "50%", "26 1020 1055 0000 9102",
    )  # fmt: skip
    assert {text: links(text) for text in texts if links(text)} == {}


# --- As HTML


def test_link_is_written_and_the_rest_is_escaped():
    assert linked('<b>Zadzwoń</b> & "502 932 397"') == (
        '&lt;b&gt;Zadzwoń&lt;/b&gt; &amp; &quot;<a href="tel:+48502932397">502 932 397</a>&quot;'
    )


def test_address_cannot_leave_its_attribute():
    assert linked("https://a.pl/?x=1&y='2'") == (
        '<a href="https://a.pl/?x=1&amp;y=&#x27;2">https://a.pl/?x=1&amp;y=&#x27;2</a>&#x27;'
    )


def test_nothing_is_nothing():
    assert (linked(""), linked(None)) == ("", "")


def test_times_are_marked_as_times():
    assert linked("do 16:00") == 'do <time datetime="16:00">16:00</time>'


TYPED = st.text(alphabet=st.sampled_from("0123456789 .,-+/()@:<>&\"'\nwuhtpslzłajn116ż\u00a0\u200b„”"), max_size=60)


@settings(max_examples=150, deadline=None)
@given(TYPED | st.text(max_size=40))
def test_any_text_keeps_its_words_and_is_escaped(text):
    assert "".join(one.text for one in pieces(text)) == text
    plain = re.sub(r'<a href="[^"<>]*">|</a>|<time datetime="[\d:]*">|</time>', "", linked(text))
    assert plain == escape(text)


@pytest.mark.slow
@settings(max_examples=5000, deadline=None)
@given(TYPED | st.text(max_size=200))
def test_any_text_at_length_keeps_its_words_and_is_escaped(text):
    assert "".join(one.text for one in pieces(text)) == text
    plain = re.sub(r'<a href="[^"<>]*">|</a>|<time datetime="[\d:]*">|</time>', "", linked(text))
    assert plain == escape(text)
