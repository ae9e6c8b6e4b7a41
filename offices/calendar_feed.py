"""The exceptions of an office as an iCalendar feed (RFC 5545), for the calendar of a phone."""

import datetime as dt

from django.db.models import Q
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from offices import hours, wording
from offices.models import HoursException, Mode


def calendar(office, moment, host):
    """Return the feed as bytes: every exception of the office and its places that is not over at `moment`."""
    feed = Calendar()
    feed.add("prodid", f"-//{host}//{office.slug}//PL")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", _("%(office)s: wyjątki w godzinach") % {"office": office.short_name})
    at_office = Q(office=office) | Q(building__office=office) | Q(section__office=office)
    today = moment.astimezone(hours.ZONE).date()
    # A night that began yesterday may last until this morning.
    exceptions = HoursException.objects.filter(at_office, last_day__gte=today - hours.DAY)
    for exception in exceptions.select_related("office", "building", "section"):
        for event in _events(exception, moment, host):
            end = event["dtend"].dt
            if end > (moment if isinstance(end, dt.datetime) else today):
                feed.add_component(event)
    return feed.to_ical()


def _events(exception, moment, host):
    """Yield one all-day event for a whole closure, or one event a day for hours in it."""
    title = f"{exception.place}: {_title(exception)}"
    if exception.opens is None:
        yield _event(
            f"{exception.pk}@{host}", title, exception, moment, exception.first_day, exception.last_day + hours.DAY
        )
        return
    days = (exception.last_day - exception.first_day).days + 1
    for number in range(days):
        date = exception.first_day + hours.DAY * number
        span = hours.Interval(exception.opens, exception.closes, ends_next_day=exception.ends_next_day).on(date)
        yield _event(f"{exception.pk}-{date:%Y%m%d}@{host}", title, exception, moment, span.start, span.end)


def _title(exception):
    if exception.mode == Mode.CLOSED:
        return _("nieczynne")
    return wording.mode_words(hours.State(exception.mode)) or _("inne godziny przyjęć")


def _event(uid, title, exception, moment, start, end):
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", moment)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", title)
    if exception.reason:
        event.add("description", exception.reason)
    return event
