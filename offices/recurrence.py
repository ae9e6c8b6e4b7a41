"""Words for when a weekly rule holds: "drugi wtorek miesiąca", "co drugą środę", "od 1 lipca do 31 sierpnia".

Whole phrases for each weekday, as in `offices/wording.py`: the gender of a weekday differs between languages.
"""

import calendar
import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

WEEKS = {
    "1": [
        gettext_noop("pierwszy poniedziałek miesiąca"),
        gettext_noop("pierwszy wtorek miesiąca"),
        gettext_noop("pierwsza środa miesiąca"),
        gettext_noop("pierwszy czwartek miesiąca"),
        gettext_noop("pierwszy piątek miesiąca"),
        gettext_noop("pierwsza sobota miesiąca"),
        gettext_noop("pierwsza niedziela miesiąca"),
    ],
    "2": [
        gettext_noop("drugi poniedziałek miesiąca"),
        gettext_noop("drugi wtorek miesiąca"),
        gettext_noop("druga środa miesiąca"),
        gettext_noop("drugi czwartek miesiąca"),
        gettext_noop("drugi piątek miesiąca"),
        gettext_noop("druga sobota miesiąca"),
        gettext_noop("druga niedziela miesiąca"),
    ],
    "3": [
        gettext_noop("trzeci poniedziałek miesiąca"),
        gettext_noop("trzeci wtorek miesiąca"),
        gettext_noop("trzecia środa miesiąca"),
        gettext_noop("trzeci czwartek miesiąca"),
        gettext_noop("trzeci piątek miesiąca"),
        gettext_noop("trzecia sobota miesiąca"),
        gettext_noop("trzecia niedziela miesiąca"),
    ],
    "4": [
        gettext_noop("czwarty poniedziałek miesiąca"),
        gettext_noop("czwarty wtorek miesiąca"),
        gettext_noop("czwarta środa miesiąca"),
        gettext_noop("czwarty czwartek miesiąca"),
        gettext_noop("czwarty piątek miesiąca"),
        gettext_noop("czwarta sobota miesiąca"),
        gettext_noop("czwarta niedziela miesiąca"),
    ],
    "5": [
        gettext_noop("piąty poniedziałek miesiąca"),
        gettext_noop("piąty wtorek miesiąca"),
        gettext_noop("piąta środa miesiąca"),
        gettext_noop("piąty czwartek miesiąca"),
        gettext_noop("piąty piątek miesiąca"),
        gettext_noop("piąta sobota miesiąca"),
        gettext_noop("piąta niedziela miesiąca"),
    ],
    "last": [
        gettext_noop("ostatni poniedziałek miesiąca"),
        gettext_noop("ostatni wtorek miesiąca"),
        gettext_noop("ostatnia środa miesiąca"),
        gettext_noop("ostatni czwartek miesiąca"),
        gettext_noop("ostatni piątek miesiąca"),
        gettext_noop("ostatnia sobota miesiąca"),
        gettext_noop("ostatnia niedziela miesiąca"),
    ],
    "alternate": [
        gettext_noop("co drugi poniedziałek (najbliższy termin: %(date)s)"),
        gettext_noop("co drugi wtorek (najbliższy termin: %(date)s)"),
        gettext_noop("co drugą środę (najbliższy termin: %(date)s)"),
        gettext_noop("co drugi czwartek (najbliższy termin: %(date)s)"),
        gettext_noop("co drugi piątek (najbliższy termin: %(date)s)"),
        gettext_noop("co drugą sobotę (najbliższy termin: %(date)s)"),
        gettext_noop("co drugą niedzielę (najbliższy termin: %(date)s)"),
    ],
}
LEAP_YEAR = 2028


def scope_words(scope, first_date, today):
    """Say when the rules of a Scope hold; nothing when they hold every week. `first_date` is their next date."""
    words = []
    if scope.weeks:
        phrase = _(WEEKS[scope.weeks][first_date.weekday()])
        words.append(phrase % {"date": date_format(first_date, "j E")} if scope.weeks == "alternate" else phrase)
    if scope.season_start:
        marks = (scope.season_start, scope.season_end)
        words.append(_between(*(date_format(_any_date(mark), "j E") for mark in marks)))
    return ", ".join(filter(None, [*words, _validity_words(scope, today)]))


def _validity_words(scope, today):
    """Say from and until when the rules of a Scope hold; a beginning that has passed is not said."""
    begins = scope.valid_from if scope.valid_from and scope.valid_from > today else None
    if scope.valid_until and scope.valid_until == scope.valid_from:
        return _dated(scope.valid_until)
    return (
        _between(*(one and _dated(one) for one in (begins, scope.valid_until))) if begins or scope.valid_until else ""
    )


def _between(first, last):
    both = {"first": first, "last": last}
    if not last:
        return _("od %(first)s") % both
    return (_("od %(first)s do %(last)s") if first else _("do %(last)s")) % both


def _dated(date):
    return date_format(date, "j E Y")


def _any_date(mark):
    """Return a date of a season's mark "MM-DD", 29 February among them, for its day and the name of its month."""
    month, day = int(mark[:2]), int(mark[3:])
    return dt.date(LEAP_YEAR, month, min(day, calendar.monthrange(LEAP_YEAR, month)[1]))
