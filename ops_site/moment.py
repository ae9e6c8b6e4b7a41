"""The moment of which a page is, for its frame: what it says of now, and what paper says of the day."""

from django.utils import timezone


def moment(request):
    """Tell every template of what moment its page is."""
    return {"moment": timezone.now()}
