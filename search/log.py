"""Keep what people looked for in vain, without slowing them down and without keeping anything about them.

A search only puts its words into a queue; a thread of the process writes them. A full queue or a database that does
not answer loses a line of statistics and nothing else.
"""

import datetime as dt
import logging
import queue
import re
import threading

from django.db import Error, close_old_connections, transaction
from django.db.models import F

from search.answers import without_stop_words
from search.models import UnansweredQuery

LONGEST_TEXT = UnansweredQuery._meta.get_field("text").max_length
MOST_A_WEEK = 5000  # Different texts: a machine that makes words up cannot fill the disk.
# An address of a person, or a number that may be somebody's PESEL, telephone or account.
PERSONAL = re.compile(r"@|\d(?:[\s-]?\d){5,}")
ONE_DAY = 24 * 60 * 60  # Seconds.

logger = logging.getLogger(__name__)
_waiting = queue.Queue(maxsize=1000)
_starting = threading.Lock()
_thread = None


def note(query, today):
    """Remember that a query found nothing on this day. Returns at once, whatever happens."""
    if not may_keep(query):
        return
    try:
        _waiting.put_nowait((query, today))
    except queue.Full:
        return
    start_writing()


def start_writing():
    """Start the thread that writes, unless it runs. (Each process needs its own: a fork has none.)"""
    global _thread
    with _starting:
        if _thread is None or not _thread.is_alive():
            _thread = threading.Thread(target=_write_forever, name="unanswered queries", daemon=True)
            _thread.start()


def may_keep(query):
    """Tell whether a query says something, and nothing that could lead to a person."""
    return bool(without_stop_words(query)) and not PERSONAL.search(query)


def keep(query, today):
    """Write a query into its week, and drop those that are too old."""
    text = without_stop_words(query)[:LONGEST_TEXT].strip()
    week = today - dt.timedelta(days=today.weekday())
    forget(today)
    with transaction.atomic():
        known = UnansweredQuery.objects.filter(text=text, week=week)
        if known.update(count=F("count") + 1):
            return
        if UnansweredQuery.objects.filter(week=week).count() < MOST_A_WEEK:
            UnansweredQuery.objects.get_or_create(text=text, week=week)


def forget(today):
    """Drop the queries of weeks that began more than UnansweredQuery.KEPT_FOR ago."""
    UnansweredQuery.objects.filter(week__lt=today - UnansweredQuery.KEPT_FOR).delete()


def _write_forever():
    today = None
    while True:
        try:
            query, today = _waiting.get(timeout=ONE_DAY)
        except queue.Empty:
            query, today = None, today + dt.timedelta(days=1)
        _write(query, today)


def _write(query, today):
    close_old_connections()
    try:
        if query:
            keep(query, today)
        else:
            forget(today)
    except Error:
        logger.warning("A query without an answer could not be kept.", exc_info=True)
    finally:
        close_old_connections()
