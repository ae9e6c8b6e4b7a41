"""What a Polish sentence says of weekdays, unknown hours and accessibility."""

import pytest

from offices.admin.mentions import FEATURES, sentence_on_features, sentence_on_weekdays, weekdays_in
from offices.models import AccessibilityFact

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


@pytest.mark.parametrize(
    ("day", "forms"),
    [
        (MON, "poniedziałek poniedziałku poniedziałki poniedziałkiem poniedziałków poniedziałkowy pon. pn."),
        (TUE, "wtorek wtorku wtorki wtorkiem wtorków wtorkowe wt."),
        (WED, "środa środę środy środzie środą śród środom środach ŚRODA śr."),
        (THU, "czwartek czwartku czwartki czwartków czwartkowe czw."),
        (FRI, "piątek piątku piątki piątkiem piątków piątkowy pt."),
        (SAT, "sobota sobotę soboty sobocie sobotą sobót sobotom sob. sb."),
        (SUN, "niedziela niedzielę niedziele niedzieli niedzielą niedzielny niedz. nd."),
    ],
)
def test_weekday_is_known_in_every_form(day, forms):
    assert {form: weekdays_in(f"W {form} nie ma nas.") for form in forms.split()} == {
        form: {day} for form in forms.split()
    }


def test_words_like_weekdays_are_none():
    words = (
        "środki środek środowisko czwarty czwarta piąty piątej sobą sobie osoba wtórny pośrodku śródmieście ponad ptak"
    )
    assert {word for word in words.split() if weekdays_in(word)} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Od poniedziałku do piątku 8–16", {MON, TUE, WED, THU, FRI}),
        ("pn.–pt. 8:00", {MON, TUE, WED, THU, FRI}),
        ("wtorek - czwartek", {TUE, WED, THU}),
        ("od soboty do poniedziałku", {SAT, SUN, MON}),
        ("we wtorek i w piątek", {TUE, FRI}),
        ("w poniedziałek do 18, w środę do 15", {MON, WED}),
    ],
)
def test_weekdays_between_two_are_named_too(text, expected):
    assert weekdays_in(text) == expected


@pytest.mark.parametrize(
    ("text", "weekdays", "expected"),
    [
        ("Zapraszamy. W środę zadzwoń. Do zobaczenia.", {WED}, "W środę zadzwoń."),
        ("Dyżur w śr. od 10. Inne dni bez zmian.", {WED}, "Dyżur w śr. od 10."),
        ("W środę zadzwoń.", {THU}, ""),
        ("Nie znamy godzin przyjęć.", {THU}, "Nie znamy godzin przyjęć."),
        ("Godzin nie podano.", {THU}, "Godzin nie podano."),
        ("Nie znamy godzin w środę.", {THU}, ""),
        ("Nie znamy godzin przyjęć.", set(), ""),
        ("Nie wiadomo, czy jest winda.", {THU}, ""),
        ("", {THU}, ""),
    ],
)
def test_sentence_on_changed_weekdays(text, weekdays, expected):
    assert sentence_on_weekdays(text, weekdays) == expected


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        ({"step-free-entrance"}, "Nie wiadomo, czy jest wejście bez schodów, winda i dostępna toaleta."),
        ({"lift"}, "Nie wiadomo, czy jest wejście bez schodów, winda i dostępna toaleta."),
        ({"assistance-dog"}, "Wejdziesz z psem."),
        ({"parking"}, ""),
        (set(), ""),
    ],
)
def test_sentence_on_changed_features(features, expected):
    text = (
        "Strona jest dostępna. Nie wiadomo, czy jest wejście bez schodów, winda i dostępna toaleta. Wejdziesz z psem."
    )
    assert sentence_on_features(text, features) == expected


def test_every_feature_has_its_words():
    assert set(FEATURES) == set(AccessibilityFact.Feature.values)
