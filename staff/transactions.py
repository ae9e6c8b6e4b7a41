"""When a staff page holds a transaction."""

from contextlib import nullcontext
from functools import wraps

from django.db import transaction


def atomic_when_sent(view):
    """Give a view of a ModelAdmin a transaction for what is sent to it, and none for reading.

    On SQLite a transaction takes the lock of all writers at once: a page that is only read would wait for whoever writes.
    """

    @wraps(view)
    def in_transaction(self, request, *args, **kwargs):
        with transaction.atomic() if request.method == "POST" else nullcontext():
            return view(self, request, *args, **kwargs)

    return in_transaction
