"""The exceptions of an office as an iCalendar feed (RFC 5545), for the calendar of a phone."""

import datetime as dt

from django.db.models import Q
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from offices import hours, wording
from offices.models import HoursException, Mode

SHOWN = dt.timedelta(days=396)  # Thirteen months: what begins later can be read later.
MOST_EVENTS = 31  # Of one exception; a longer one is an event that repeats.


def calendar(office, moment, host):
    """Return the feed as bytes: every exception of the office and its places that is not over at `moment`."""
    feed = Calendar()
    feed.add("prodid", f"-//{host}//{office.slug}//PL")
    feed.add("version", "2.0")
    name = _("%(office)s: wyjątki w godzinach") % {"office": office.short_name}
    # Not a property of the standard: the writer leaves its line ends as they are, and they would end the line of the feed.
    feed.add("x-wr-calname", " ".join(name.split()))
    at_office = Q(office=office) | Q(building__office=office) | Q(section__office=office)
    today = moment.astimezone(hours.ZONE).date()
    # A night that began yesterday may last until this morning.
    exceptions = HoursException.objects.filter(at_office, last_day__gte=today - hours.DAY, first_day__lte=today + SHOWN)
    for exception in exceptions.select_related("office", "building", "section"):
        for event in _events(exception, moment, today, host):
            end = event["dtend"].dt
            if "rrule" in event or end > (moment if isinstance(end, dt.datetime) else today):
                feed.add_component(event)
    feed.add_missing_timezones()
    return feed.to_ical()


def _events(exception, moment, today, host):
    """Yield one all-day event for a whole closure; one event a day for hours in it, or one that repeats if it is long."""
    title = f"{exception.place}: {_title(exception)}"
    if exception.opens is None:
        yield _event(
            f"{exception.pk}@{host}", title, exception, moment, exception.first_day, exception.last_day + hours.DAY
        )
        return
    days = (exception.last_day - exception.first_day).days + 1
    interval = hours.Interval(exception.opens, exception.closes, ends_next_day=exception.ends_next_day)
    if days > MOST_EVENTS:
        first = max(exception.first_day, today)
        # In local time, which follows the clock changes; the end of the rule has to be in UTC.
        span = hours.Span(*(one.astimezone(hours.ZONE) for one in interval.on(first)[:2]), None)
        event = _event(f"{exception.pk}-daily@{host}", title, exception, moment, span.start, span.end)
        event.add("rrule", {"freq": "daily", "until": interval.on(min(exception.last_day, today + SHOWN)).start})
        yield event
        return
    for number in range(days):
        date = exception.first_day + hours.DAY * number
        span = interval.on(date)
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
