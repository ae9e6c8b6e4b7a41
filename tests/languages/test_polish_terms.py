"""Polish terms within texts in other languages get `lang="pl"`; nothing else of a page changes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.polish_terms import VOID, has_polish_letters, mark

LANGUAGES = ["en", "uk"]


def shown(html, language):
    """Mark the terms, and write each mark as [term]: the tables read better so."""
    return re.sub(r'<span lang="pl">(.*?)</span>', r"[\1]", mark(html, language))


# --- English -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("Bring your identity card.", "Bring your identity card.", id="no Polish"),
        pytest.param("the interview (wywiad środowiskowy) at home", "the interview ([wywiad środowiskowy]) at home", id="brackets"),
        pytest.param("(wniosek)", "(wniosek)", id="brackets without Polish letters: it might be English"),
        pytest.param("(urząd stanu cywilnego, USC)", "([urząd stanu cywilnego, USC])", id="an abbreviation goes with its name"),
        pytest.param("(zakład opiekuńczy, paid by the NFZ)", "([zakład opiekuńczy], paid by the NFZ)", id="a remark after the term"),
        pytest.param("(the home interview, wywiad środowiskowy)", "(the home interview, [wywiad środowiskowy])", id="a remark before the term"),
        pytest.param("(above it by one złoty for each złoty)", "(above it by one [złoty] for each [złoty])", id="a remark with Polish words"),
        pytest.param("(Wójt or burmistrz)", "([Wójt] or burmistrz)", id="English between"),
        pytest.param("the centre – ośrodek pomocy, open", "the centre – [ośrodek pomocy], open", id="dash up to a comma"),
        pytest.param("the centre – ośrodek.", "the centre – [ośrodek].", id="dash up to a full stop"),
        pytest.param("centre – the one in Wołomin", "centre – the one in [Wołomin]", id="dash before English"),
        pytest.param("8:00 – 16:00", "8:00 – 16:00", id="dash between hours"),
        pytest.param("the office in Wołomin", "the office in [Wołomin]", id="name in a sentence"),
        pytest.param("Wołomin is near", "[Wołomin] is near", id="name that begins a text"),
        pytest.param("Ołów, Łódź and Żary", "[Ołów], [Łódź] and [Żary]", id="several names"),
        pytest.param("at Łódź’s edge", "at [Łódź]’s edge", id="a possessive is English"),
        pytest.param("use e-Doręczenia now", "use [e-Doręczenia] now", id="hyphen"),
        pytest.param("in zażalenie (odwołanie) – skarżyć", "in [zażalenie] ([odwołanie]) – [skarżyć]", id="several marks in one text"),
        pytest.param("you get 215 zł (at most 300 zł)", "you get 215 zł (at most 300 zł)", id="the currency"),
        pytest.param("złotych", "[złotych]", id="the currency as a word"),
        pytest.param("( ośrodek )", "( [ośrodek] )", id="spaces stay outside"),
        pytest.param("(Łódź &amp; Żary)", "([Łódź &amp; Żary])", id="entity within a term"),
        pytest.param("a &lt;Łódź&gt; b", "a &lt;[Łódź]&gt; b", id="entities around a name"),
        pytest.param("(Łódź", "([Łódź]", id="bracket without an end"),
        pytest.param("Łódź)", "[Łódź])", id="bracket without a start"),
    ],
)  # fmt: skip
def test_terms_in_english(html, expected):
    assert shown(html, "en") == expected


# --- Ukrainian -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("Принесіть паспорт.", "Принесіть паспорт.", id="no Polish"),
        pytest.param("заява (wniosek) тут", "заява ([wniosek]) тут", id="brackets"),
        pytest.param("заява – wniosek o zasiłek.", "заява – [wniosek o zasiłek].", id="dash"),
        pytest.param("у Wołomin і Solec Kujawski", "у [Wołomin] і [Solec Kujawski]", id="names"),
        pytest.param("(zespół ds. przemocy)", "([zespół ds. przemocy])", id="an abbreviation within a run"),
        pytest.param("wniosek; druk", "[wniosek]; [druk]", id="semicolon"),
        pytest.param("програма 500+ і Rodzina 800+", "програма 500+ і [Rodzina] 800+", id="digits"),
        pytest.param("портал Emp@tia", "портал [Emp@tia]", id="a name with a sign"),
        pytest.param("opiekuńczo-leczniczy", "[opiekuńczo-leczniczy]", id="hyphen"),
        pytest.param(
            "a&nbsp;b&amp;c&#x27;d&#39;e", "[a]&nbsp;[b]&amp;[c]&#x27;[d]&#39;[e]", id="entities are no words"
        ),
        pytest.param("пишіть на sekretariat@ops.example.pl", "пишіть на sekretariat@ops.example.pl", id="e-mail"),
        pytest.param("див. https://example.pl/a-b?c=d", "див. https://example.pl/a-b?c=d", id="address of the net"),
        pytest.param("файли cookie та ZUS", "файли cookie та [ZUS]", id="a word of every language"),
        pytest.param("Wніосек", "Wніосек", id="a word of two alphabets"),
        pytest.param("кімната 5a", "кімната 5a", id="a letter of a number"),
        pytest.param("dom\u00a0i\u00a0praca", "[dom\u00a0i\u00a0praca]", id="spaces that do not break"),
    ],
)
def test_terms_in_ukrainian(html, expected):
    assert shown(html, "uk") == expected


# --- What stays as it is -------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<p lang="pl">Łódź</p>', id="marked"),
        pytest.param('<div lang="pl"><p>Łódź <b>Łódź</b> Łódź</p></div>', id="within a marked part"),
        pytest.param('<a hreflang="pl" lang="pl">Łódź</a>', id="another attribute before"),
        pytest.param('<p lang="de-AT">Łódź</p>', id="in a further language"),
        pytest.param('<img alt="Łódź"><input placeholder="Łódź" value="(Łódź)">', id="attributes"),
        pytest.param("<script>const a = 'Łódź', b = a<1;</script>", id="script"),
        pytest.param("<style>a { content: 'Łódź' }</style>", id="style"),
        pytest.param("<svg><title>Łódź</title><text>Łódź</text></svg>", id="svg"),
        pytest.param("<textarea>Łódź</textarea><select><option>Łódź</option></select>", id="where no element may stand"),
        pytest.param("<!-- Łódź -->", id="comment"),
    ],
)  # fmt: skip
def test_part_is_left_alone(html, language):
    assert mark(html, language) == html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param('<b lang="pl">Łódź</b> Łódź', '<b lang="pl">Łódź</b> [Łódź]', id="after a marked part"),
        pytest.param("<p>Łódź<br>Łódź<img>Łódź</p>", "<p>[Łódź]<br>[Łódź]<img>[Łódź]</p>", id="void elements"),
        pytest.param('<p lang="pl">Łódź<br>Łódź</p>Łódź', '<p lang="pl">Łódź<br>Łódź</p>[Łódź]', id="void element within a marked part"),
        pytest.param('<p><input lang="pl">Łódź</p>', '<p><input lang="pl">[Łódź]</p>', id="a marked void element"),
        pytest.param('<i lang="pl"><i>Łódź</i>Łódź</i>Łódź', '<i lang="pl"><i>Łódź</i>Łódź</i>[Łódź]', id="nesting"),
        pytest.param('<svg><use href="#a"/>Łódź</svg>Łódź', '<svg><use href="#a"/>Łódź</svg>[Łódź]', id="an element that ends itself"),
        pytest.param('<ul><li lang="pl">Łódź</ul>Łódź', '<ul><li lang="pl">Łódź</ul>[Łódź]', id="an end that is left out"),
        pytest.param("</b>Łódź</i>", "</b>[Łódź]</i>", id="an end too many"),
        pytest.param('<P LANG="pl" lang="pl">Łódź</P>Łódź', '<P LANG="pl" lang="pl">Łódź</P>[Łódź]', id="capitals"),
        pytest.param('<p data-lang="pl">Łódź</p>', '<p data-lang="pl">[Łódź]</p>', id="an attribute that only ends so"),
        pytest.param("<p>1 < 2 Łódź</p>", "<p>1 < 2 [Łódź]</p>", id="a sign that is no tag"),
        pytest.param("<b>Łódź</b>, <b>Łódź</b>", "<b>[Łódź]</b>, <b>[Łódź]</b>", id="each text by itself"),
    ],
)  # fmt: skip
def test_text_around_is_marked(html, expected, language):
    assert shown(html, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Łódź", True), ("zł", True), ("Solec", False), ("Дім", False), ("", False)]
)
def test_has_polish_letters(text, expected):
    assert has_polish_letters(text) is expected


# --- Any page ------------------------------------------------------------------------------

ANY = settings(max_examples=150, deadline=None, derandomize=True, database=None)
WORDS = "wniosek środowiskowy Łódź (wywiad Żary) the of Дім zł 500+ – , . ; &amp; &quot; a@b.pl ZUS\u00a0i 8:00 „ ” ’s <".split(
    " "
)
texts = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
names = st.sampled_from(["p", "b", "div", "svg", "script", "br", "img", "option"])
languages = st.sampled_from(LANGUAGES)


def element(inside):
    def write(name, lang, children):
        opening = f'<{name} title="(Łódź)"{lang}>'
        return opening if name in VOID else f"{opening}{''.join(children)}</{name}>"

    return st.builds(write, names, st.sampled_from(["", ' lang="pl"', ' lang="uk"']), st.lists(inside, max_size=3))


pages = st.recursive(texts, element, max_leaves=12)


@ANY
@given(pages, languages)
def test_page_without_its_marks_is_the_page_as_it_was(html, language):
    assert re.sub(r'<span lang="pl">(.*?)</span>', r"\1", mark(html, language)) == html


@ANY
@given(pages, languages)
def test_page_is_marked_once(html, language):
    once = mark(html, language)
    assert mark(once, language) == once


@ANY
@given(st.text(alphabet=st.sampled_from("<>/=\"'&;# ()–.,abLŁżДі5-@\n"), max_size=60), languages)
def test_any_text_at_all_keeps_every_letter(text, language):
    assert mark(text, language).replace('<span lang="pl">', "").replace("</span>", "") == text


@ANY
@given(texts)
def test_no_polish_letter_of_an_english_text_is_left_out(text):
    left = re.sub(r'<span lang="pl">.*?</span>', "", mark(text, "en"))
    assert not has_polish_letters(left.replace("zł", ""))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece", ["(ż", "– ż", "ż", "żЯ", "a-", "a9", "<", "<b>", "</b>", "&a", "a@", "(a, the ż) ", "https://"]
)
def test_work_grows_with_the_length_alone(piece, language):
    """A page of 60 kB made to be slow: with work that grows with its square this would take minutes."""
    assert len(mark(piece * (60_000 // len(piece)), language)) >= 60_000 - len(piece)
