"""What was looked for in vain is kept by week, without anything about people, and costs the visitor nothing."""

import datetime as dt
import queue
import threading

import pytest
from django.db import OperationalError, connections

from search import log
from search.models import UnansweredQuery

start_writing = log.start_writing  # The real one: `tests/conftest.py` replaces it.

MONDAY, WEDNESDAY, SUNDAY = (dt.date(2026, 3, day) for day in (2, 4, 8))
WEEK = dt.timedelta(days=7)


def kept():
    return list(UnansweredQuery.objects.order_by("week", "text").values_list("text", "week", "count"))


@pytest.fixture
def waiting(monkeypatch):
    """An empty queue that nobody reads."""
    monkeypatch.setattr(log, "_waiting", queue.Queue(maxsize=2))
    return log._waiting


# --- What is kept


@pytest.mark.django_db
def test_query_is_counted_in_its_week():
    for day in (MONDAY, WEDNESDAY, SUNDAY, MONDAY + WEEK):
        log.keep("hulajnoga", day)
    assert kept() == [("hulajnoga", MONDAY, 3), ("hulajnoga", MONDAY + WEEK, 1)]


@pytest.mark.django_db
def test_spellings_are_counted_together():
    for query in ("Złota rączka", "zlota  raczka!", "gdzie jest złota rączka"):
        log.keep(query, MONDAY)
    assert kept() == [("zlota raczka", MONDAY, 3)]


@pytest.mark.django_db
def test_long_query_is_cut():
    log.keep("bardzo " * 40, MONDAY)
    [(text, _week, _count)] = kept()
    assert (len(text) <= log.LONGEST_TEXT, text.split()) == (True, ["bardzo"] * 11 + ["bar"])


@pytest.mark.django_db
def test_more_texts_than_the_limit_of_a_week_are_not_kept(monkeypatch):
    monkeypatch.setattr(log, "MOST_A_WEEK", 2)
    for query in ("jeden", "dwa", "trzy", "dwa"):
        log.keep(query, MONDAY)
    log.keep("trzy", MONDAY + WEEK)
    assert kept() == [("dwa", MONDAY, 2), ("jeden", MONDAY, 1), ("trzy", MONDAY + WEEK, 1)]


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
        ("123456", False),
        ("", False),
        ("?!", False),
        ("jak gdzie", False),
    ],
)
def test_only_words_that_lead_to_nobody_are_kept(query, may):
    assert log.may_keep(query) is may


# --- How long


@pytest.mark.django_db
def test_queries_of_weeks_longer_than_ninety_days_ago_are_dropped():
    for days in (90, 91):
        UnansweredQuery.objects.create(text=f"{days}", week=MONDAY - dt.timedelta(days=days))
    log.forget(MONDAY)
    assert [text for text, _week, _count in kept()] == ["90"]


@pytest.mark.django_db
def test_keeping_drops_the_old_ones():
    log.keep("dawne", MONDAY - 14 * WEEK)
    log.keep("nowe", MONDAY)
    assert kept() == [("nowe", MONDAY, 1)]


@pytest.fixture
def same_thread(monkeypatch):
    """Let the thread's work be done by the test, whose connection has to stay open."""
    monkeypatch.setattr(log, "close_old_connections", lambda: None)


@pytest.mark.usefixtures("same_thread")
@pytest.mark.django_db
def test_quiet_day_drops_the_old_ones():
    log.keep("dawne", MONDAY)
    log._write(None, MONDAY + 14 * WEEK)
    assert kept() == []


# --- Without slowing anybody down


@pytest.mark.django_db
def test_note_asks_the_database_nothing(waiting, django_assert_num_queries):
    with django_assert_num_queries(0):
        log.note("hulajnoga", MONDAY)
    assert waiting.get_nowait() == ("hulajnoga", MONDAY)


def test_note_of_what_may_not_be_kept_is_not_even_queued(waiting):
    log.note("jan@example.pl", MONDAY)
    assert waiting.empty()


def test_full_queue_loses_the_line_alone(waiting):
    for query in ("jeden", "dwa", "trzy"):
        log.note(query, MONDAY)
    assert [waiting.get_nowait()[0] for _one in range(waiting.qsize())] == ["jeden", "dwa"]


@pytest.mark.django_db
def test_database_error_loses_the_line_alone(same_thread, monkeypatch, caplog):
    def fail(query, today):
        raise OperationalError("database is locked")

    # Whatever another test has done to the logs of the process.
    monkeypatch.setattr(log.logger, "disabled", False)
    monkeypatch.setattr(log.logger, "handlers", [caplog.handler])
    monkeypatch.setattr(log.logger, "propagate", False)
    with monkeypatch.context() as patch:
        patch.setattr(log, "keep", fail)
        log._write("jeden", MONDAY)
    log._write("dwa", MONDAY)
    assert kept() == [("dwa", MONDAY, 1)]
    assert [one.getMessage() for one in caplog.records] == ["A query without an answer could not be kept."]


@pytest.mark.django_db(transaction=True)
def test_thread_writes_what_was_noted(waiting, monkeypatch):
    written, write = threading.Event(), log._write

    def write_and_tell(query, today):
        write(query, today)
        connections.close_all()  # Else the test database could not be taken down.
        written.set()

    monkeypatch.setattr(log, "_write", write_and_tell)
    monkeypatch.setattr(log, "_thread", None)
    monkeypatch.setattr(log, "start_writing", start_writing)
    log.note("hulajnoga", WEDNESDAY)
    assert written.wait(timeout=10)
    assert kept() == [("hulajnoga", MONDAY, 1)]


def test_one_thread_writes_for_a_process(waiting, monkeypatch):
    monkeypatch.setattr(log, "_thread", None)
    monkeypatch.setattr(log, "_write_forever", threading.Event().wait)
    start_writing()
    first = log._thread
    start_writing()
    assert (log._thread is first, first.is_alive(), first.daemon) == (True, True, True)


def test_thread_that_died_is_replaced(waiting, monkeypatch):
    monkeypatch.setattr(log, "_thread", None)
    monkeypatch.setattr(log, "_write_forever", lambda: None)
    start_writing()
    first = log._thread
    first.join(timeout=5)
    start_writing()
    assert log._thread is not first
