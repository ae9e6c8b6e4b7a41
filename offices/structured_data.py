"""What search engines and other programs read of a place: schema.org, as plain dictionaries.

Source: schema.org 30, GovernmentOffice, OpeningHoursSpecification. A day stated closed has equal times 00:00, a day
of which nothing is stated is left out. Rules for some weeks are written as special days, with their dates.
Hours by appointment or by telephone are not opening hours, and are left out.
"""

import datetime as dt

from offices import hours, telephone
from offices.hours.holidays import public_holidays
from offices.hours.usual_week import departures

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SPECIAL_DAYS = 60


def government_office(directory, absolute, language):
    """Describe an office; `absolute` turns a path of this site into a whole address."""
    office, place = directory.office, directory.place
    return without_empty(
        {
            "@context": "https://schema.org",
            "@type": "GovernmentOffice",
            "@id": absolute(office.get_absolute_url()),
            "url": absolute(office.get_absolute_url()),
            "name": office.name,
            "alternateName": office.short_name,
            "email": office.email,
            "telephone": [_telephone(phone) for phone in place.phones],
            "address": _main_address(directory),
            "department": [_building(one, absolute, language) for one in directory.buildings]
            if len(directory.buildings) > 1
            else None,
            **_hours(place, language),
        }
    )


def building(place, absolute, language):
    """Describe one building of an office."""
    return {"@context": "https://schema.org", **_building(place, absolute, language)}


def _building(place, absolute, language):
    record = place.record
    return without_empty(
        {
            "@type": "GovernmentOffice",
            "@id": absolute(record.get_absolute_url()),
            "name": record.name,
            "address": _address(record),
            "telephone": [_telephone(phone) for phone in place.phones],
            **_hours(place, language),
        }
    )


def _main_address(directory):
    """Describe where the first building stands whose address may be told."""
    open_ones = (place.record for place in directory.buildings if not place.record.is_confidential)
    return next(map(_address, open_ones), None)


def _address(record):
    if record.is_confidential:
        return None
    return without_empty(
        {
            "@type": "PostalAddress",
            "streetAddress": record.street,
            "postalCode": record.postal_code,
            "addressLocality": record.town,
            "addressCountry": "PL",
        }
    )


def _telephone(phone):
    return telephone.uri(phone.number).removeprefix("tel:")


def _hours(place, language):
    if not place.timetable.weekly:
        return {}
    holidays = public_holidays(place.today, SPECIAL_DAYS, language)
    unusual = departures(place.timetable, place.usual, place.today, SPECIAL_DAYS, holidays)
    return {
        "openingHoursSpecification": [spec for usual in place.usual for spec in _every_week(usual, place.today)],
        "specialOpeningHoursSpecification": [spec for day in unusual for spec in _special(day)],
    }


def _every_week(usual, today):
    """Describe what holds each week at present; a weekday of which nothing is stated is left out."""
    first, last = usual.scope.period(_next(usual.day.date, today))
    scope = {
        "dayOfWeek": f"https://schema.org/{WEEKDAYS[usual.day.date.weekday()]}",
        **({"validFrom": str(first)} if first else {}),
        **({"validThrough": str(last)} if last else {}),
    }
    if usual.day.is_stated and not usual.day.intervals:
        return [_closed(**scope)]
    return [_specification(interval, **scope) for interval in usual.day.intervals if interval.mode == hours.State.OPEN]


def _next(date, today):
    return date if date >= today else date + hours.DAY * 7


def _special(day):
    valid = {"validFrom": str(day.date), "validThrough": str(day.date)}
    received = [interval for interval in day.intervals if interval.mode == hours.State.OPEN]
    if not received:
        return [_closed(**valid)]
    return [_specification(interval, **valid) for interval in received]


def _closed(**scope):
    return {"@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00", **scope}


def _specification(interval, **scope):
    closes = interval.closes
    if interval.opens == closes == dt.time.min:
        # Equal times would say "closed": a whole day is written up to its last minute.
        closes = dt.time(23, 59)
    return {
        "@type": "OpeningHoursSpecification",
        "opens": f"{interval.opens:%H:%M}",
        "closes": f"{closes:%H:%M}",
        **scope,
    }


def without_empty(values):
    """Leave out what has no value: a program must not read an empty text as a fact."""
    return {name: value for name, value in values.items() if value not in (None, "", [])}
