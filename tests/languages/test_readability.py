"""Syllables, sentences and the figure of how hard a Polish text is to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages import readability
from languages.readability import Reading


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("wiek", 1),
        ("ośrodek", 3),
        ("OPIEKA", 3),
        ("wiara", 2),
        ("biuro", 2),
        ("kryterium", 3),
        ("piątek", 2),
        ("dziękuję", 3),
        ("ręką", 2),
        ("komisji", 3),
        ("opinii", 3),
        ("rodzinny", 3),
        ("zaimek", 3),
        ("poufny", 3),
        ("klient", 2),
        ("priorytet", 4),
        ("trio", 2),
        ("auto", 2),
        ("autobus", 3),
        ("klauzula", 3),
        ("nauka", 3),
        ("zaufanie", 4),
        ("Europa", 3),
        ("terapeuta", 4),
        ("nieuczciwy", 4),
        ("przeuczyć", 3),
        ("muzeum", 3),
        ("liceum", 3),
        ("reumatyzm", 3),
        ("jubileusz", 4),
        ("e-Doręczenia", 5),
        ("społeczno-zawodowy", 7),
        ("w", 1),
        ("NFZ", 1),
        ("ZUS", 1),
    ],
)
def test_syllables_are_counted(word, count):
    assert readability.syllables(word) == count


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \r\n – … 🙂", [], id="no word"),
        pytest.param("Zadzwoń", ["Zadzwoń"], id="no full stop"),
        pytest.param("Zadzwoń. Przyjdź! Kiedy?", ["Zadzwoń.", "Przyjdź!", "Kiedy?"], id="three signs"),
        pytest.param("Wniosek\r\ndowód\r\n\r\nzgoda", ["Wniosek", "dowód", "zgoda"], id="lines"),
        pytest.param("## Weź\n- wniosek\n• dowód\nb) zgoda", ["Weź", "wniosek", "dowód", "zgoda"], id="bullets"),
        pytest.param("1. Zadzwoń.\n2) Przyjdź.", ["Zadzwoń.", "Przyjdź."], id="numbers of steps"),
        pytest.param("1. Zadzwoń. 2. Przyjdź.", ["Zadzwoń.", "Przyjdź."], id="numbers of steps in one line"),
        pytest.param("W 2023 r. ustawa. Od 2024 r. Potem", ["W 2023 r. ustawa.", "Od 2024 r.", "Potem"], id="r."),
        pytest.param("Od 1 r. 5 osób", ["Od 1 r. 5 osób"], id="r. before a number"),
        pytest.param("Pokój 12. Wejdź od 20. dnia.", ["Pokój 12.", "Wejdź od 20. dnia."], id="number and full stop"),
        pytest.param("Na ul. Leśnej, tel. 112, art. 5", ["Na ul. Leśnej, tel. 112, art. 5"], id="abbreviations"),
        pytest.param("Weź m.in. PESEL itd. Potem idź", ["Weź m.in. PESEL itd.", "Potem idź"], id="m.in. and itd."),
        pytest.param("Spytaj J. Nowak. Pomoże.", ["Spytaj J. Nowak.", "Pomoże."], id="initial"),
        pytest.param("„Pomocy!” To hasło.", ["„Pomocy!”", "To hasło."], id="quotes around a sentence"),
        pytest.param("„Pomocy!” – mówi Ewa. Idź.", ["„Pomocy!” – mówi Ewa.", "Idź."], id="quotes in a sentence"),
        pytest.param("Boisz się… zadzwoń. Czekaj… Idź", ["Boisz się… zadzwoń.", "Czekaj…", "Idź"], id="ellipsis"),
        pytest.param("Czekaj... Idź", ["Czekaj...", "Idź"], id="three full stops"),
        pytest.param(
            "Otwórz gov.pl. mObywatel działa.", ["Otwórz gov.pl.", "mObywatel działa."], id="small first letter"
        ),
        pytest.param("Zadzwoń (też w nocy.) Pomoc", ["Zadzwoń (też w nocy.)", "Pomoc"], id="bracket"),
    ],
)
def test_sentences_are_split(text, sentences):
    assert readability.sentences(text) == sentences


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        pytest.param("", Reading(0, 0, 0), id="nothing"),
        pytest.param("Zadzwoń po pomoc.", Reading(1, 3, 0), id="short words"),
        pytest.param("Zaświadczenie o dochodzie. Dowód.", Reading(2, 4, 1), id="a long word"),
        pytest.param("Zadzwoń pod 52 387 87 02.", Reading(1, 3, 0), id="a telephone number is one word"),
        pytest.param("To 1 234,50 zł i 800+.", Reading(1, 5, 0), id="an amount is one word"),
        pytest.param("Wpisz 12 345 6", Reading(1, 3, 0), id="a single digit is another word"),
        pytest.param("Pisz: sekretariat@opieka-spoleczna.pl.", Reading(1, 2, 0), id="mail"),
        pytest.param("Otwórz https://opiekunowie.gov.pl/pomoc/.", Reading(1, 2, 0), id="address"),
        pytest.param("Otwórz www.rehabilitacja.org", Reading(1, 2, 0), id="address without https"),
        pytest.param("Otwórz empatia.gov.pl", Reading(1, 2, 0), id="bare address"),
        pytest.param("za\u00adświad\u00adczenie", Reading(1, 1, 1), id="soft hyphens"),
        pytest.param("zas\u0301wiadczenie", Reading(1, 1, 1), id="a letter in two parts"),
    ],
)
def test_read_counts(text, reading):
    assert readability.read(text) == reading


def test_fog_adds_the_words_of_a_sentence_and_the_per_cent_of_hard_words():
    assert Reading(sentences=2, words=20, hard_words=3).fog == 0.4 * (10 + 15)


def test_fog_of_no_text_is_nothing():
    nothing = Reading(0, 0, 0)
    assert (nothing.words_per_sentence, nothing.hard_share, nothing.fog, nothing.is_plain) == (0, 0, 0, True)


@pytest.mark.parametrize(("words", "is_plain"), [(22, True), (23, False)])
def test_plain_ends_at_nine(words, is_plain):
    assert Reading(1, words, 0).is_plain == is_plain


def test_hardest_leaves_out_easy_sentences_and_puts_the_hardest_first():
    text = "Zadzwoń do nas. Zaświadczenie o dochodzie. Zaświadczenie urzędowe."
    assert readability.hardest(text) == [(40.8, "Zaświadczenie urzędowe."), (14.5, "Zaświadczenie o dochodzie.")]


def test_hardest_keeps_to_the_count():
    assert readability.hardest("Zaświadczenie. " * 5, count=2) == [(40.4, "Zaświadczenie.")] * 2


def test_pieces_tell_the_hard_words_apart():
    assert readability.pieces("Weź zaświadczenie, do 15 300 zł, z opieka-spoleczna.pl.") == [
        ("Weź ", False),
        ("zaświadczenie", True),
        (", do 15 300 zł, z opieka-spoleczna.pl.", False),
    ]


TEXTS = st.lists(
    st.sampled_from(
        "Opieka zaświadczenie r. ul. itd. 12. 5 „Stop!” … Auto - \n \r\n ( ) . ? b) m.in. ą http:// a@b.pl".split(" ")
    )
    | st.text(max_size=6)
).map(" ".join)


@given(TEXTS, TEXTS)
def test_a_line_more_adds_its_own_counts(first, second):
    one, other, both = map(readability.read, (first, second, f"{first}\n{second}"))
    assert both == Reading(one.sentences + other.sentences, one.words + other.words, one.hard_words + other.hard_words)


@given(TEXTS)
def test_every_sentence_has_a_word(text):
    reading = readability.read(text)
    assert reading.sentences <= reading.words >= reading.hard_words


@given(TEXTS)
def test_pieces_lose_nothing(text):
    assert "".join(piece for piece, _is_hard in readability.pieces(text)) == text
