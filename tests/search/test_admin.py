"""What people looked for in vain: an editor gives it to an own matter as a name, a superuser to any; or it is dropped."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from search.answers import search
from search.models import UnansweredQuery
from services.models import Service
from tests.cast import address, elements, errors_of, filled_in


def naming(record):
    return reverse("admin:search_unansweredquery_name", args=[record.pk])


def give(client, record, **changes):
    """Open the page of a query, fill in its form, and send it."""
    return client.post(naming(record), filled_in(client.get(address(record))) | {"field": "search_words"} | changes)


def told(response):
    """Return the messages of the page that a response leads to."""
    return [str(one) for one in response.wsgi_request._messages]


def offered(client, record):
    options = elements(client.get(address(record)), "option")
    return [one.text for one in options if one.get("value", "").isdigit()]


@pytest.fixture
def asked_before(scene):
    """The same words, a week earlier."""
    week = scene.shared.query.week - dt.timedelta(days=7)
    return UnansweredQuery.objects.create(text=scene.shared.query.text, week=week)


# --- The list


def test_list_is_newest_and_most_frequent_first(as_, alicja, scene, asked_before):
    UnansweredQuery.objects.create(text="hulajnoga", week=scene.shared.query.week, count=9)
    response = as_(alicja).get(address(scene.shared.query, "changelist"))
    assert [(one.text, one.count) for one in response.context["cl"].result_list] == [
        ("hulajnoga", 9),
        ("zlota raczka", 3),
        ("zlota raczka", 1),
    ]


@pytest.mark.parametrize("typed", ["złota", "ZŁOTA RĄCZKA", "raczka"])
def test_list_is_searched_however_it_is_spelt(as_, alicja, scene, typed):
    UnansweredQuery.objects.create(text="hulajnoga", week=scene.shared.query.week)
    response = as_(alicja).get(address(scene.shared.query, "changelist"), {"q": typed})
    assert list(response.context["cl"].queryset) == [scene.shared.query]


def test_list_leaves_out_what_is_older_than_ninety_days(as_, alicja, scene):
    today = timezone.localdate()
    for days in (90, 91):
        UnansweredQuery.objects.create(text=f"sprzed {days} dni", week=today - dt.timedelta(days=days))
    shown = as_(alicja).get(address(scene.shared.query, "changelist")).context["cl"].queryset
    assert sorted(one.text for one in shown) == ["sprzed 90 dni", "zlota raczka"]


def test_list_is_refused_to_a_stranger(as_, celina, scene):
    assert as_(celina).get(address(scene.shared.query, "changelist")).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_number_of_queries(as_, alicja, scene, django_assert_num_queries, count):
    for number in range(1, count):
        UnansweredQuery.objects.create(text=f"inne {number}", week=scene.shared.query.week)
    client = as_(alicja)
    with django_assert_num_queries(8):
        client.get(address(scene.shared.query, "changelist"))


# --- Who may name what


def test_editor_is_offered_own_matters(as_, alicja, scene):
    assert offered(as_(alicja), scene.shared.query) == ["Klub A (OPS A)"]


def test_superuser_is_offered_all_matters(as_, dorota, scene):
    assert offered(as_(dorota), scene.shared.query) == ["Zasiłek stały", "Klub A (OPS A)", "Klub B (OPS B)"]


def test_editor_without_own_matters_reads_why_there_is_no_form(as_, alicja, scene):
    scene.a.service.delete()
    response = as_(alicja).get(address(scene.shared.query))
    assert [one for one in elements(response, "input") if one.get("name") == "text"] == []
    assert "Nazwy spraw wspólnych dopisuje administrator." in response.content.decode()


@pytest.mark.parametrize("whose", ["shared", "b"])
def test_forged_naming_of_a_matter_not_ones_own_changes_nothing(as_, alicja, scene, whose):
    service = getattr(scene, whose).service
    response = give(as_(alicja), scene.shared.query, service=service.pk)
    service.refresh_from_db()
    assert (response.status_code, service.search_words_pl) == (200, None)
    assert UnansweredQuery.objects.count() == 1


def test_naming_is_refused_to_a_stranger(as_, celina, scene):
    response = as_(celina).post(naming(scene.shared.query), {"text": "x", "service": scene.a.service.pk})
    assert response.status_code == 403


def test_naming_asks_a_visitor_to_sign_in(client, scene):
    assert client.post(naming(scene.shared.query)).headers["Location"].startswith("/admin/login/")


# --- Naming


def test_form_is_filled_with_what_was_asked(as_, alicja, scene):
    values = filled_in(as_(alicja).get(address(scene.shared.query)))
    assert (values["text"], values["language"]) == ("zlota raczka", "pl")


def test_form_takes_cyrillic_for_ukrainian(as_, alicja, scene):
    UnansweredQuery.objects.update(text="майстер")
    assert filled_in(as_(alicja).get(address(scene.shared.query)))["language"] == "uk"


def test_named_query_is_found_from_then_on_and_leaves_the_list(as_, alicja, scene, asked_before):
    scene.a.office.is_published = True
    scene.a.office.save()
    give(as_(alicja), scene.shared.query, service=scene.a.service.pk, text="złota rączka")
    assert [one.service for one in search("zlota raczka", "pl").results] == [scene.a.service]


@pytest.fixture
def asked_at(scene, asked_before):
    """The same words at both offices, and at the first a week earlier."""
    text, week = scene.shared.query.text, scene.shared.query.week
    for one, when in ((scene.a, week), (scene.a, asked_before.week), (scene.b, week)):
        UnansweredQuery.objects.create(text=text, week=when, office=one.office)
    return UnansweredQuery.objects.get(office=scene.a.office, week=week)


def offices_asked():
    return list(UnansweredQuery.objects.order_by("office_id", "week").values_list("office__short_name_pl", flat=True))


def test_list_of_an_editor_has_no_query_of_another_office(as_, alicja, scene, asked_at):
    listed = as_(alicja).get(address(scene.shared.query, "changelist")).context["cl"].queryset
    assert {one.office for one in listed} == {scene.a.office, None}


def test_name_for_ones_own_matter_takes_the_query_off_ones_own_list_alone(as_, alicja, scene, asked_at):
    before = offices_asked()
    response = give(as_(alicja), asked_at, service=scene.a.service.pk)
    assert told(response)[0].endswith("Pytania nie ma już na liście Twojego ośrodka.")
    assert offices_asked() == [one for one in before if one != scene.a.office.short_name]


def test_name_for_a_shared_matter_takes_the_query_off_every_list(as_, dorota, scene, asked_at):
    response = give(as_(dorota), asked_at, service=scene.shared.service.pk)
    assert (told(response)[0].endswith("Pytania nie ma już na liście."), offices_asked()) == (True, [])


@pytest.mark.parametrize(
    ("field", "language", "column"),
    [
        ("search_words", "pl", "search_words_pl"),
        ("popular_names", "pl", "popular_names_pl"),
        ("popular_names", "en", "popular_names_en"),
        ("search_words", "uk", "search_words_uk"),
    ],
)
def test_name_goes_to_the_chosen_field_and_language(as_, alicja, scene, field, language, column):
    give(as_(alicja), scene.shared.query, service=scene.a.service.pk, field=field, language=language)
    columns = [f"{name}_{code}" for name in ("search_words", "popular_names") for code in ("pl", "en", "uk")]
    texts = Service.objects.filter(pk=scene.a.service.pk).values(*columns).get()
    assert {name: text for name, text in texts.items() if text} == {column: "zlota raczka"}


def test_name_in_polish_leaves_the_names_in_other_languages_good(as_, alicja, scene):
    scene.a.service.popular_names_pl, scene.a.service.popular_names_en = "klub", "club"
    scene.a.service.save()
    give(as_(alicja), scene.shared.query, service=scene.a.service.pk, field="popular_names", language="pl")
    scene.a.service.refresh_from_db()
    assert scene.a.service.outdated == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "złota rączka"),
        ("klub", "klub\nzłota rączka"),
        ("klub\r\nspotkania\r\n", "klub\nspotkania\nzłota rączka"),
        ("Złota Rączka", "Złota Rączka"),
        ("klub\nzlota raczka", "klub\nzlota raczka"),
    ],
)
def test_name_is_a_further_line_unless_it_is_there(as_, alicja, scene, before, after):
    Service.objects.filter(pk=scene.a.service.pk).update(search_words_pl=before)
    give(as_(alicja), scene.shared.query, service=scene.a.service.pk, text="złota  rączka ")
    scene.a.service.refresh_from_db()
    assert scene.a.service.search_words_pl == after


def test_naming_says_what_it_did(as_, alicja, scene):
    response = give(as_(alicja), scene.shared.query, service=scene.a.service.pk)
    assert response.headers["Location"] == address(scene.shared.query, "changelist")
    assert told(response) == [
        "Dopisano „zlota raczka” do sprawy „Klub A” w polu: słowa do wyszukiwania [pl]. "
        "Pytanie zostaje na liście: tu sprawa jednego ośrodka nie jest odpowiedzią dla wszystkich."
    ]


def test_naming_says_when_the_name_was_there(as_, alicja, scene):
    Service.objects.filter(pk=scene.a.service.pk).update(search_words_pl="Złota rączka")
    response = give(as_(alicja), scene.shared.query, service=scene.a.service.pk)
    assert told(response) == [
        "Sprawa „Klub A” ma już „zlota raczka” w polu: słowa do wyszukiwania [pl]. "
        "Pytanie zostaje na liście: tu sprawa jednego ośrodka nie jest odpowiedzią dla wszystkich."
    ]
    assert (LogEntry.objects.count(), UnansweredQuery.objects.count()) == (0, 1)


def test_naming_is_written_to_the_history_of_the_matter(as_, alicja, scene):
    give(as_(alicja), scene.shared.query, service=scene.a.service.pk)
    [entry] = LogEntry.objects.all()
    assert (entry.get_edited_object(), entry.user, entry.get_change_message()) == (
        scene.a.service,
        alicja,
        "Dopisano „zlota raczka” w polu: słowa do wyszukiwania [pl].",
    )


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"service": ""}, "To pole jest wymagane."),
        ({"text": ""}, "To pole jest wymagane."),
        ({"text": "?!"}, "Wpisz przynajmniej jedno słowo, którego ktoś może szukać."),
        ({"language": "de"}, "Wybierz poprawną wartość. de nie jest żadną z dostępnych opcji."),
    ],
)
def test_naming_says_in_polish_what_is_missing(as_, alicja, scene, changes, error):
    response = give(as_(alicja), scene.shared.query, **{"service": scene.a.service.pk} | changes)
    assert errors_of(response) == [error]
    assert UnansweredQuery.objects.count() == 1


def test_mistake_loses_nothing_of_what_was_typed(as_, alicja, scene):
    typed = {"text": "złota rączka", "language": "en", "field": "popular_names"}
    response = give(as_(alicja), scene.shared.query, **typed, service="")
    chosen = [one.get("value") for one in elements(response, "input") if one.get("checked") is not None]
    values = filled_in(response)
    assert (values["text"], values["language"], chosen) == ("złota rączka", "en", ["popular_names"])


def test_query_that_another_editor_dealt_with_is_named_in_words(as_, alicja, scene):
    values = filled_in(as_(alicja).get(address(scene.shared.query))) | {"service": scene.a.service.pk}
    scene.shared.query.delete()
    response = as_(alicja).post("/admin/search/unansweredquery/1/nazwa/", values)
    assert told(response) == [
        "Tego pytania nie ma już na liście: ktoś się nim zajął albo minęło 90 dni. Nie dopisano: „zlota raczka”."
    ]


# --- Dropping


def buttons(response):
    return [one.get("value") for one in elements(response, "input") if one.get("type") == "submit"]


def test_dropping_is_offered_to_superusers_alone(as_, alicja, dorota, scene):
    page = address(scene.shared.query)
    assert [buttons(as_(user).get(page))[-1] for user in (alicja, dorota)] == [
        "Dodaj jako nazwę",
        "To nic ważnego, usuń",
    ]


def test_dropping_takes_the_text_from_all_weeks(as_, dorota, scene, asked_before):
    response = as_(dorota).post(naming(scene.shared.query), {"_dismiss": "x"})
    assert (UnansweredQuery.objects.count(), told(response)) == (0, ["Liczba usuniętych pytań: 1."])


def test_forged_dropping_is_refused_to_an_editor(as_, alicja, scene):
    assert as_(alicja).post(naming(scene.shared.query), {"_dismiss": "x"}).status_code == 403
    assert UnansweredQuery.objects.count() == 1


def test_dropping_from_the_list_takes_the_texts_from_all_weeks(as_, dorota, scene, asked_before):
    other = UnansweredQuery.objects.create(text="hulajnoga", week=scene.shared.query.week)
    values = {"action": "dismiss", "_selected_action": [scene.shared.query.pk]}
    as_(dorota).post(address(scene.shared.query, "changelist"), values)
    assert list(UnansweredQuery.objects.all()) == [other]


@pytest.mark.parametrize("action", ["dismiss", "delete_selected"])
def test_forged_dropping_from_the_list_changes_nothing(as_, alicja, scene, action):
    values = {"action": action, "_selected_action": [scene.shared.query.pk], "post": "yes"}
    as_(alicja).post(address(scene.shared.query, "changelist"), values)
    assert UnansweredQuery.objects.count() == 1


def test_the_record_itself_is_never_changed(as_, dorota, scene):
    response = as_(dorota).post(address(scene.shared.query), {"text": "inne", "count": "1"})
    scene.shared.query.refresh_from_db()
    assert (response.status_code, scene.shared.query.text) == (403, "zlota raczka")
