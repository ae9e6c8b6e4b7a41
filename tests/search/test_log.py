"""What was looked for in vain can be read once several people asked it, and costs the visitor nothing."""

import datetime as dt
import importlib
import logging

import pytest
from django.apps import apps
from django.core.signals import request_finished
from django.db import OperationalError, close_old_connections, connection

from search import log
from search.models import RareQuery, UnansweredQuery

MONDAY, TUESDAY, WEDNESDAY, SUNDAY = (dt.date(2026, 3, day) for day in (2, 3, 4, 8))
WEEK = dt.timedelta(days=7)


@pytest.fixture(autouse=True)
def waiting(monkeypatch):
    """Nothing noted by another test."""
    log._waiting.clear()
    yield log._waiting
    log._waiting.clear()


def ask(query, *days):
    for day in days:
        log.keep(query, day)


def shown():
    return list(UnansweredQuery.objects.order_by("week", "text").values_list("text", "week", "count"))


# --- What may be kept at all


@pytest.mark.parametrize(
    ("query", "may"),
    [
        ("hulajnoga", True),
        ("500+", True),
        ("ustawa z 2004 r.", True),
        ("05-200", True),
        ("jan.kowalski@example.pl", False),
        ("@", False),
        ("90010112345", False),
        ("zasiłek 900101 12345", False),
        ("523 878 701", False),
        ("523-878-701", False),
        ("502.932.397", False),
        ("502  932  397", False),
        ("22/787/27/01", False),
        ("+48 (502) 932 (397)", False),
        ("44.05.14.01458", False),
        ("5o2 932 397 albo 12", False),
        ("٥٠٢٩٣٢٣٩٧", False),
        ("123456", False),
        ("", False),
        ("?!", False),
        ("jak gdzie", False),
    ],
)
def test_nothing_with_a_long_number_or_an_address_is_kept(query, may):
    assert log.may_keep(query) is may


# --- What can be read


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([MONDAY], []),
        ([MONDAY, TUESDAY], []),
        ([MONDAY, MONDAY, MONDAY, MONDAY], []),
        ([MONDAY, MONDAY, TUESDAY], [("hulajnoga", MONDAY, 3)]),
        ([MONDAY, TUESDAY, WEDNESDAY, SUNDAY], [("hulajnoga", MONDAY, 4)]),
        ([MONDAY, TUESDAY, MONDAY + WEEK], [("hulajnoga", MONDAY + WEEK, 3)]),
        ([MONDAY, MONDAY, SUNDAY, MONDAY + WEEK], [("hulajnoga", MONDAY, 3), ("hulajnoga", MONDAY + WEEK, 1)]),
    ],
)
def test_words_can_be_read_from_the_third_time_on_a_second_day(days, expected):
    ask("hulajnoga", *days)
    assert shown() == expected


@pytest.mark.django_db
def test_what_one_person_typed_is_nowhere_in_the_database():
    ask("Jan Kowalski ul. Leśna 5", MONDAY, TUESDAY)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM search_rarequery")
        [row] = cursor.fetchall()
    assert (shown(), "kowalski" in str(row).casefold(), "lesna" in str(row)) == ([], False, False)


@pytest.mark.django_db
def test_words_are_no_longer_counted_as_rare_once_they_can_be_read():
    ask("hulajnoga", MONDAY, MONDAY, TUESDAY)
    assert RareQuery.objects.count() == 0


@pytest.mark.django_db
def test_spellings_are_counted_together():
    for query, day in [("Złota rączka", MONDAY), ("zlota  raczka!", MONDAY), ("gdzie jest złota rączka", TUESDAY)]:
        log.keep(query, day)
    assert shown() == [("zlota raczka", MONDAY, 3)]


@pytest.mark.django_db
def test_long_query_is_cut():
    ask("bardzo " * 40, MONDAY, MONDAY, TUESDAY)
    [(text, _week, _count)] = shown()
    assert (len(text) <= log.LONGEST_TEXT, text.split()) == (True, ["bardzo"] * 11 + ["bar"])


# --- How much and how long


@pytest.mark.django_db
def test_more_texts_than_the_limit_of_a_week_are_not_kept(monkeypatch):
    monkeypatch.setattr(log, "MOST_A_WEEK", 1)
    ask("jeden", MONDAY, MONDAY, TUESDAY)
    ask("dwa", MONDAY, MONDAY, TUESDAY)
    ask("jeden", WEDNESDAY)
    assert shown() == [("jeden", MONDAY, 4)]


@pytest.mark.django_db
def test_made_up_words_push_out_the_oldest_rare_ones(monkeypatch):
    monkeypatch.setattr(log, "MOST_RARE", 2)
    ask("prawdziwe", MONDAY)
    for number in ("jeden", "dwa", "trzy"):
        ask(number, TUESDAY)
    kept = {log.digest_of(text): text for text in ("prawdziwe", "jeden", "dwa", "trzy")}
    assert [kept[one.digest] for one in RareQuery.objects.order_by("pk")] == ["dwa", "trzy"]


@pytest.mark.django_db
def test_queries_of_more_than_ninety_days_ago_are_dropped():
    for days in (90, 91):
        day = MONDAY - dt.timedelta(days=days)
        UnansweredQuery.objects.create(text=f"{days}", week=day)
        RareQuery.objects.create(digest=f"{days}", last_day=day)
    log.forget(MONDAY)
    assert ([text for text, _week, _count in shown()], [one.digest for one in RareQuery.objects.all()]) == (
        ["90"],
        ["90"],
    )


@pytest.mark.django_db
def test_keeping_drops_the_old_ones():
    ask("dawne", *[MONDAY - 14 * WEEK] * 2, TUESDAY - 14 * WEEK)
    ask("nowe", MONDAY)
    assert shown() == []


@pytest.mark.django_db
def test_what_was_kept_before_is_hidden_when_it_was_rare():
    for text, week, count in [
        ("raz", MONDAY, 1),
        ("często", MONDAY, 2),
        ("często", MONDAY + WEEK, 1),
        ("502.932.397", MONDAY, 9),
    ]:
        UnansweredQuery.objects.create(text=text, week=week, count=count)
    importlib.import_module("search.migrations.0002_rare_queries").hide_rare(apps, None)
    assert [(text, count) for text, _week, count in shown()] == [("często", 2), ("często", 1)]
    assert [(one.digest, one.times) for one in RareQuery.objects.all()] == [(log.digest_of("raz"), 1)]


# --- Without slowing anybody down


@pytest.mark.django_db
def test_note_asks_the_database_nothing(waiting, django_assert_num_queries):
    with django_assert_num_queries(0):
        log.note("hulajnoga", MONDAY)
    assert list(waiting) == [("hulajnoga", MONDAY, None)]


def test_note_of_what_may_not_be_kept_is_not_even_remembered(waiting):
    log.note("jan@example.pl", MONDAY)
    assert list(waiting) == []


@pytest.mark.django_db
def test_what_was_noted_is_written_when_an_answer_has_been_sent(monkeypatch):
    monkeypatch.setattr(log, "close_old_connections", lambda: None)
    for day in (MONDAY, MONDAY, TUESDAY):
        log.note("hulajnoga", day)
    request_finished.connect(log.write_waiting, dispatch_uid="unanswered queries")
    request_finished.disconnect(close_old_connections)  # It would close the connection of the test.
    try:
        request_finished.send(sender=None)
    finally:
        request_finished.disconnect(dispatch_uid="unanswered queries")
        request_finished.connect(close_old_connections)
    assert shown() == [("hulajnoga", MONDAY, 3)]


@pytest.mark.django_db
def test_answer_after_which_nothing_was_noted_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        log.write_waiting()


@pytest.mark.django_db
def test_database_error_loses_the_line_alone(monkeypatch, caplog):
    def fail(query, today, office):
        raise OperationalError("database is locked")

    # Whatever another test has done to the logs of the process.
    monkeypatch.setattr(log, "logger", logging.getLogger("tests.log"))
    monkeypatch.setattr(log, "close_old_connections", lambda: None)
    monkeypatch.setattr(log.logger, "handlers", [caplog.handler])
    with monkeypatch.context() as patch:
        patch.setattr(log, "keep", fail)
        log.note("jeden", MONDAY)
        log.write_waiting()
    log.note("dwa", MONDAY)
    log.write_waiting()
    assert RareQuery.objects.get().digest == log.digest_of("dwa")
    assert {one.getMessage() for one in caplog.records} == {"A query without an answer could not be kept."}


@pytest.mark.django_db
def test_writing_does_not_wait_for_a_busy_database_and_others_still_do():
    if connection.vendor != "sqlite":
        pytest.skip("Only SQLite locks the whole database.")

    def patience():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout")
            return cursor.fetchone()[0]

    before = patience()
    with log._impatient():
        meanwhile = patience()
    assert (meanwhile, patience()) == (100, before)
