"""The index: which entry answers a query, and in what order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.folding import words
from search.index import RARE, Entry, Index, Line

ALPHABET = st.text(st.sampled_from("aązżłoe kdmptсімяг’'500+ -"), max_size=30)


def entry(key, *texts, weight=3.0, language="pl", owner=None, is_phrase=True):
    lines = tuple(Line(text, language, weight, is_phrase, "name") for text in texts)
    return Entry(key, lines, owner)


def rank(index, query, *, language="pl", owners=None, **options):
    return index.rank(index.query(words(query), **options), language, owners)


def keys(index, query, **options):
    return [hit.key for hit in rank(index, query, **options)]


@pytest.fixture
def index():
    return Index(
        [
            entry("housing", "Dodatek mieszkaniowy", "dopłata do czynszu"),
            entry("energy", "Dodatek energetyczny", "dopłata do prądu"),
            entry("child", "Świadczenie wychowawcze (800+)", "500+"),
            entry("funeral", "Zasiłek pogrzebowy"),
            entry("home", "Dom pomocy społecznej"),
            entry("day home", "Dom dziennego pobytu"),
            entry("food", "Допомога на харчування", language="uk"),
        ]
    )


# --- Words and their forms


@pytest.mark.parametrize(
    ("query", "key"),
    [
        pytest.param("czynsz", "housing", id="another case, short"),
        pytest.param("dodatku mieszkaniowego", "housing", id="another case"),
        pytest.param("DODATEK ENERGETYCZNY", "energy", id="capitals"),
        pytest.param("swiadczenie wychowawcze", "child", id="no marks"),
        pytest.param("500 plus", "child", id="plus as a word"),
        pytest.param("zasiłki pogrzebowe", "funeral", id="plural"),
        pytest.param("допомогу харчування", "food", id="Ukrainian"),
        pytest.param("energetczny", "energy", id="a letter left out"),
        pytest.param("pogzrebowy", "funeral", id="two letters changed over"),
        pytest.param("wychowawvze", "child", id="a wrong letter"),
        pytest.param("jak dostać dopłatę do prądu", "energy", id="in a sentence"),
    ],
)
def test_rank_finds_first(index, query, key):
    assert keys(index, query)[0] == key


@pytest.mark.parametrize("query", ["xyzzy", "qwertyuiop", "999"])
def test_rank_finds_nothing_for_unknown_words(index, query):
    assert (keys(index, query), index.query(words(query)).unknown) == ([], [query])


def test_rank_of_no_words_is_empty(index):
    assert keys(index, "") == []


def test_exact_word_comes_before_its_form():
    index = Index([entry("form", "Opieka nocna"), entry("exact", "Opieki dzienne")])
    assert keys(index, "opieki") == ["exact", "form"]


def test_slip_is_looked_for_only_when_nothing_is_known():
    index = Index([entry("cash", "Kasa miejska"), entry("porridge", "Kasza gryczana")])
    assert (keys(index, "kasza"), index.query(["kasza"]).corrected) == (["porridge"], {})


def test_slip_says_what_it_was_taken_for(index):
    assert index.query(["energetczny"]).corrected == {"energetczny": "energetyczny"}


def test_long_ending_is_a_form_and_no_slip(index):
    query = index.query(["mieszkaniowego"])
    assert (query.forms, query.corrected) == ([{"mieszkaniowy": 0.7}], {})


def test_short_words_and_numbers_are_never_taken_for_another(index):
    assert [keys(index, query) for query in ("dpm", "501")] == [[], []]


def test_word_known_exactly_is_one_of_the_shared_texts():
    index = Index([entry("shared", "Zasiłek"), entry("own", "Stokrotka", owner=1)])
    assert [index.knows_exactly(word) for word in ("zasilek", "zasilku", "stokrotka")] == [True, False, False]


# --- Typing


@pytest.mark.parametrize("typed", ["do", "dom", "dom d", "dom dzi", "dom dziennego po"])
def test_last_word_may_be_only_begun_while_typing(index, typed):
    assert "day home" in keys(index, typed, is_typing=True)


def test_begun_word_is_not_looked_for_once_the_query_is_sent(index):
    assert keys(index, "en") == []


def test_only_the_last_word_may_be_begun(index):
    assert keys(index, "ener dom", is_typing=True) == ["home", "day home"]


def test_word_that_says_nothing_may_be_the_beginning_of_another():
    index = Index([entry("care", "Opieka wytchnieniowa"), entry("carer", "Zasiłek dla opiekuna")])
    assert keys(index, "o", is_typing=True) == []
    assert keys(index, "od", is_typing=True) == []
    assert Index([entry("stay", "Odpłatność")]).query(["od"], is_typing=True).forms == [{"odplatnosc": 0.7}]


# --- The order


def test_phrase_said_whole_comes_first():
    index = Index(
        [
            entry("long", "Dopłata", "czynsz najmu", "mieszkanie komunalne"),
            entry("whole", "mieszkanie"),
            entry("part", "mieszkanie chronione dla osób"),
        ]
    )
    assert keys(index, "mieszkanie")[0] == "whole"


def test_hit_tells_the_line_that_was_said_whole(index):
    [best, *_others] = rank(index, "dopłata do czynszu wysoka")
    assert (best.key, best.line.text) == ("housing", "dopłata do czynszu")


def test_line_that_is_no_phrase_is_never_said_whole():
    index = Index([entry("one", "Pieniądze na czynsz", is_phrase=False)])
    assert rank(index, "pieniądze na czynsz")[0].line is None


def test_line_said_in_part_is_not_whole(index):
    assert rank(index, "dopłata")[0].line is None


def test_hit_tells_how_much_of_the_query_it_covers(index):
    assert [hit.covered for hit in rank(index, "zasiłek pogrzebowy")] == [1]
    [hit] = rank(index, "zasiłek xyzzyxyzzy")
    assert 0 < hit.covered < 1


def test_hit_tells_the_words_that_were_found(index):
    assert rank(index, "zasiłku pogrzebowego")[0].tokens == {"zasilek", "pogrzebowy"}


def test_words_of_a_weightier_text_count_more():
    index = Index([entry("summary", "Czynsz", weight=1.0), entry("name", "Czynsz", weight=3.0)])
    assert keys(index, "czynsz") == ["name", "summary"]


def test_rare_word_counts_more_than_a_frequent_one():
    index = Index(
        [*(entry(number, f"Zasiłek numer{number}") for number in range(5)), entry("rare", "Pogrzeb bliskiej")]
    )
    assert keys(index, "zasiłek pogrzeb")[0] == "rare"


def test_word_counts_more_among_few_others_than_among_many():
    index = Index([entry("long", "Klub gier planszowych, szachów i brydża"), entry("short", "Klub gier")])
    assert keys(index, "klub") == ["short", "long"]


@pytest.mark.parametrize(("language", "first"), [("pl", "pl"), ("en", "en")])
def test_language_of_the_reader_counts_more(language, first):
    index = Index([entry("pl", "Transport"), entry("en", "Transport", language="en")])
    assert keys(index, "transport", language=language)[0] == first


def test_other_languages_count_all_the_same(index):
    assert keys(index, "харчування", language="en") == ["food"]


def test_rank_gives_no_more_than_asked():
    index = Index([entry(number, f"Zasiłek {number}") for number in range(9)])
    assert len(index.rank(index.query(["zasilek"]), "pl", most=4)) == 4


# --- Whose own


@pytest.fixture
def owned():
    return Index(
        [
            entry("shared", "Klub seniora"),
            entry("a", "Klub Stokrotka", owner="A"),
            entry("b", "Klub Konwalia", owner="B"),
        ]
    )


@pytest.mark.parametrize(
    ("owners", "found"),
    [(["A"], {"shared", "a"}), (["A", "B"], {"shared", "a", "b"}), ([], {"shared"}), (None, {"shared", "a", "b"})],
)
def test_own_entries_are_found_at_their_owners(owned, owners, found):
    assert set(keys(owned, "klub", owners=owners)) == found


def test_own_word_is_unknown_elsewhere(owned):
    assert keys(owned, "stokrotka", owners=["B"]) == []


@pytest.mark.parametrize(("owners", "count"), [(RARE, RARE), (RARE + 1, 0)])
def test_word_that_many_owners_share_means_none_of_them(owners, count):
    index = Index([entry(owner, "Stokrotka", owner=owner) for owner in range(owners)])
    assert len(index.rank(index.query(["stokrotka"]), "pl", None, most=999)) == count


def test_word_that_many_owners_share_is_found_at_one():
    index = Index([entry(owner, "Stokrotka", owner=owner) for owner in range(RARE + 1)])
    assert keys(index, "stokrotka", owners=[7]) == [7]


def test_slip_in_an_own_word_is_found(owned):
    assert keys(owned, "stokrokta", owners=["A"]) == ["a"]


# --- Whatever is asked


@given(st.lists(ALPHABET, max_size=5), ALPHABET, st.booleans(), st.sampled_from([None, [], ["A"]]))
def test_every_query_gets_an_answer(texts, query, is_typing, owners):
    index = Index([entry(number, text, owner="A" if number % 2 else None) for number, text in enumerate(texts)])
    hits = rank(index, query, owners=owners, is_typing=is_typing)
    assert [hit.key for hit in hits if not (hit.score > 0 and 0 < hit.covered <= 1 and hit.tokens)] == []


@given(st.text(), st.booleans())
def test_every_text_gets_an_answer(text, is_typing):
    index = Index([entry("one", text), entry("other", "Dodatek mieszkaniowy")])
    assert isinstance(rank(index, text, is_typing=is_typing), list)


@given(st.lists(st.sampled_from(["dodatek", "dom", "pogrzebowy", "опіка", "500+"]), min_size=1, unique=True))
def test_every_entry_is_found_by_its_own_words(texts):
    index = Index([entry(text, text) for text in texts])
    assert [keys(index, text)[0] for text in texts] == texts
