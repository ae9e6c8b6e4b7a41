"""Deadlines in words: how many days are left."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from services.deadlines import State

SOON = 30  # Days within which a deadline is worth a warning.


def days_words(window):
    """Say in a few words where today stands before a `deadlines.Window`: "jeszcze 12 dni"."""
    days = {"days": window.days}
    match window.state:
        case State.OPEN if window.days == 0:
            return _("dziś ostatni dzień")
        case State.OPEN:
            return ngettext("jeszcze %(days)d dzień", "jeszcze %(days)d dni", window.days) % days
        case State.AHEAD:
            return ngettext("zaczyna się za %(days)d dzień", "zaczyna się za %(days)d dni", window.days) % days
    return ngettext("skończyło się %(days)d dzień temu", "skończyło się %(days)d dni temu", window.days) % days


def is_pressing(window):
    """Tell whether a person should act now: it is open and ends soon, or opens soon."""
    return window.state != State.OVER and window.days <= SOON
