"""When a staff page holds a transaction, and what becomes of two saves at the same moment."""

from contextlib import nullcontext
from functools import wraps

from django.db import IntegrityError, transaction


def atomic_when_sent(view):
    """Give a view of a ModelAdmin a transaction for what is sent to it, and none for reading.

    On SQLite a transaction takes the lock of all writers at once: a page that is only read would wait for whoever writes.
    """

    @wraps(view)
    def in_transaction(self, request, *args, **kwargs):
        with transaction.atomic() if request.method == "POST" else nullcontext():
            return view(self, request, *args, **kwargs)

    return in_transaction


class SavedAtOnce:
    """A staff page whose form may be sent twice at the same moment, as by a double click."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Check a form anew when the database refuses what was found right: the record that came first now stands there,
        and the form tells of it beside its field."""
        view = super().changeform_view
        try:
            return view(request, object_id, form_url, extra_context)
        except IntegrityError:
            return view(request, object_id, form_url, extra_context)
