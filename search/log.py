"""Keep what people looked for in vain, without slowing them down and without keeping anything about them.

Words can be read once they were asked often and on different days: what a single person typed, a name or an address
perhaps, is kept as a digest that only counts. Writing waits until the answer has been sent, and does not wait for a
database that is busy: then a line of statistics is lost and nothing else.
"""

import datetime as dt
import logging
from collections import deque
from contextlib import contextmanager

from django.db import Error, close_old_connections, connection, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from search.answers import without_stop_words
from search.models import RareQuery, UnansweredQuery

LONGEST_TEXT = UnansweredQuery._meta.get_field("text").max_length
MOST_A_WEEK = MOST_RARE = 5000  # Different texts: a machine that makes words up cannot fill the disk.
MOST_DIGITS = 5  # More may be somebody's PESEL, telephone or account, however they are parted. A postal code has five.
OFTEN, ON_DAYS = 3, 2  # Asked so often, on so many days, words are no longer one person's.
PATIENCE = 0.1  # Seconds that writing waits for a busy database.

logger = logging.getLogger(__name__)
_waiting = deque(maxlen=1000)


def note(query, today, office=None):
    """Remember that a query found nothing good on this day, at an office (its id) or on the whole site.

    It is written when the answer has been sent.
    """
    if may_keep(query):
        _waiting.append((query, today, office))


def may_keep(query):
    """Tell whether a query says something, and has no e-mail address and no long number."""
    is_personal = "@" in query or sum(letter.isdigit() for letter in query) > MOST_DIGITS
    return bool(without_stop_words(query)) and not is_personal


def write_waiting(**_signal):
    """Write what has been noted. Called when an answer has been sent (`request_finished`)."""
    if not _waiting:
        return
    try:
        with _impatient():
            while _waiting:
                keep(*_waiting.popleft())
    except Error:
        logger.warning("A query without an answer could not be kept.", exc_info=True)
    finally:
        close_old_connections()


@contextmanager
def _impatient():
    """Do not wait for a SQLite database that somebody else writes to. (PostgreSQL locks single rows.)"""
    if connection.vendor != "sqlite":
        yield
        return
    usual = connection.settings_dict["OPTIONS"].get("timeout", 5)
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual * 1000:.0f}")


@transaction.atomic
def keep(query, today, office=None):
    """Count a query, and drop those that are too old."""
    forget(today)
    text = without_stop_words(query)[:LONGEST_TEXT].strip()
    known = UnansweredQuery.objects.filter(text=text, office=office)
    asked = 1 if known.exists() else _asked_often(text, today, office)
    week = today - dt.timedelta(days=today.weekday())
    if not asked or known.filter(week=week).update(count=F("count") + asked):
        return
    if UnansweredQuery.objects.filter(week=week).count() < MOST_A_WEEK:
        UnansweredQuery.objects.create(text=text, week=week, count=asked, office_id=office)


def _asked_often(text, today, office):
    """Count a rare query. Returns how often it was asked once it is not rare any more; until then 0."""
    rare, is_new = RareQuery.objects.select_for_update().get_or_create(
        digest=digest_of(text, office), defaults={"last_day": today}
    )
    if is_new:
        kept = RareQuery.objects.order_by("-last_day", "-pk").values("pk")
        RareQuery.objects.filter(pk__in=[one["pk"] for one in kept[MOST_RARE : MOST_RARE + 1]]).delete()
        return 0
    rare.times, rare.days, rare.last_day = rare.times + 1, rare.days + (rare.last_day != today), today
    if rare.times >= OFTEN and rare.days >= ON_DAYS:
        rare.delete()
        return rare.times
    rare.save()
    return 0


def digest_of(text, office=None):
    """Return what stands for a text that nobody may read yet: the same each time, and secret with SECRET_KEY.

    What was asked at one office counts for it alone: its list is read by people who know their town.
    """
    return salted_hmac("search.log", f"{office}: {text}" if office else text, algorithm="sha256").hexdigest()


def forget(today):
    """Drop what began, or was last asked, more than UnansweredQuery.KEPT_FOR ago."""
    UnansweredQuery.objects.filter(week__lt=today - UnansweredQuery.KEPT_FOR).delete()
    RareQuery.objects.filter(last_day__lt=today - UnansweredQuery.KEPT_FOR).delete()
