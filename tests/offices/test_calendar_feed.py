"""The exceptions of an office as a calendar program reads them."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from tests.factories import make_building, make_exception, make_office, make_section

pytestmark = pytest.mark.django_db

ADDRESS = "/a/wyjatki.ics"
TEN = dt.time(10)
TWELVE = dt.time(12)


@pytest.fixture(autouse=True)
def monday_at_ten(at):
    at(2026, 3, 2, 10)


@pytest.fixture
def office():
    return make_office("a")


@pytest.fixture
def feed(client):
    """Read the feed: `feed()` is its events."""
    return lambda address=ADDRESS: Calendar.from_ical(client.get(address).content).walk("VEVENT")


def day(number, month=3):
    return dt.date(2026, month, number)


def spans(events):
    return [(event["dtstart"].dt, event["dtend"].dt) for event in events]


def raw_spans(events):
    return [(event["dtstart"].to_ical().decode(), event["dtend"].to_ical().decode()) for event in events]


def summaries(events):
    return [str(event["summary"]) for event in events]


def test_whole_day_closure_is_an_all_day_event_that_ends_the_day_after(office, feed):
    make_exception(day(9), office=office)
    assert spans(feed()) == [(day(9), day(10))]


def test_whole_range_closed_is_one_all_day_event(office, feed):
    make_exception(day(30), day(3, month=4), office=office)
    assert spans(feed()) == [(day(30), day(4, month=4))]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        pytest.param(day(28), ("20260328T090000Z", "20260328T110000Z"), id="the day before summer time"),
        pytest.param(day(29), ("20260329T080000Z", "20260329T100000Z"), id="the day summer time starts"),
        pytest.param(day(24, 10), ("20261024T080000Z", "20261024T100000Z"), id="the day before winter time"),
        pytest.param(day(25, 10), ("20261025T090000Z", "20261025T110000Z"), id="the day winter time starts"),
    ],
)
def test_part_day_closure_is_written_in_utc(office, feed, date, expected):
    make_exception(date, office=office, opens=TEN, closes=TWELVE)
    assert raw_spans(feed()) == [expected]


def test_part_day_closure_of_a_range_is_one_event_a_day_over_a_clock_change(office, feed):
    make_exception(day(28), day(30), office=office, opens=TEN, closes=TWELVE)
    assert raw_spans(feed()) == [
        ("20260328T090000Z", "20260328T110000Z"),
        ("20260329T080000Z", "20260329T100000Z"),
        ("20260330T080000Z", "20260330T100000Z"),
    ]


def test_part_day_closure_of_a_long_range_is_one_event_that_repeats_in_local_time(office, feed):
    make_exception(day(1, month=1), dt.date(2100, 12, 31), office=office, opens=TEN, closes=TWELVE)
    [event] = feed()
    assert (event["dtstart"].params["TZID"], raw_spans([event])) == (
        "Europe/Warsaw",
        [("20260302T100000", "20260302T120000")],
    )
    assert event["rrule"].to_ical().decode() == "FREQ=DAILY;UNTIL=20270402T080000Z"


def test_feed_of_a_closure_for_good_is_small(office, client):
    make_exception(day(1, month=1), dt.date(2100, 12, 31), office=office)
    make_exception(day(1, month=1), dt.date(2100, 12, 31), office=office, opens=TEN, closes=TWELVE)
    assert len(client.get(ADDRESS).content) < 5000


def test_feed_leaves_out_what_begins_in_more_than_thirteen_months(office, feed):
    make_exception(dt.date(2027, 4, 3), office=office)
    assert feed() == []


def test_night_of_the_spring_change_is_an_hour_shorter(office, feed):
    make_exception(day(28), office=office, mode="walk-in", opens=22, closes=6, ends_next_day=True)
    assert raw_spans(feed()) == [("20260328T210000Z", "20260329T040000Z")]


def test_events_of_a_range_have_names_of_their_own(office, feed):
    one = make_exception(day(9), day(10), office=office, opens=TEN, closes=TWELVE)
    assert [str(event["uid"]) for event in feed()] == [
        f"{one.pk}-20260309@testserver",
        f"{one.pk}-20260310@testserver",
    ]


def test_name_of_an_event_stays_when_its_dates_move(office, feed):
    one = make_exception(day(9), office=office)
    one.first_day = one.last_day = day(16)
    one.save()
    assert [str(event["uid"]) for event in feed()] == [f"{one.pk}@testserver"]


@pytest.mark.parametrize(
    "reason",
    [
        pytest.param("remont, malowanie, sprzątanie", id="commas"),
        pytest.param("remont\nsali", id="newline"),
        pytest.param("od 8:00; potem \\n dalej", id="semicolon and backslash"),
        pytest.param("BEGIN:VEVENT\nEND:VCALENDAR", id="lines of the format itself"),
        pytest.param("zażółć gęślą jaźń " * 8 + "koniec", id="longer than a folded line"),
    ],
)
def test_reason_survives(office, feed, reason):
    make_exception(day(9), office=office, reason=reason)
    assert [str(event["description"]) for event in feed()] == [reason]


def test_exception_without_a_reason_has_no_description(office, feed):
    make_exception(day(9), office=office)
    assert [event.get("description") for event in feed()] == [None]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, "OPS a: nieczynne", id="closed"),
        pytest.param({"opens": TEN, "closes": TWELVE}, "OPS a: nieczynne", id="closed for a part of the day"),
        pytest.param(
            {"mode": "walk-in", "opens": TEN, "closes": TWELVE}, "OPS a: inne godziny przyjęć", id="other hours"
        ),
        pytest.param(
            {"mode": "appointment", "opens": TEN, "closes": TWELVE}, "OPS a: po umówieniu", id="by appointment"
        ),
        pytest.param({"mode": "phone", "opens": TEN, "closes": TWELVE}, "OPS a: przez telefon", id="by phone"),
    ],
)
def test_summary_names_the_place_and_what_holds(office, feed, fields, expected):
    make_exception(day(9), office=office, **fields)
    assert summaries(feed()) == [expected]


def test_feed_has_the_exceptions_of_the_office_its_buildings_and_sections(office, feed):
    make_exception(day(9), office=office)
    make_exception(day(10), building=make_building(office))
    make_exception(day(11), section=make_section(office))
    assert summaries(feed()) == [
        "OPS a: nieczynne",
        "Budynek budynek, Leśna 1: nieczynne",
        "Komórka komorka: nieczynne",
    ]


def test_feed_has_nothing_of_another_office(office, feed):
    other = make_office("b")
    make_exception(day(9), office=other)
    make_exception(day(9), building=make_building(other))
    make_exception(day(9), section=make_section(other))
    assert feed() == []


def test_feed_keeps_a_confidential_address_to_itself(office, feed):
    make_exception(day(9), building=make_building(office, is_confidential=True))
    assert summaries(feed()) == ["Budynek budynek: nieczynne"]


@pytest.mark.parametrize(
    ("dates", "fields", "expected"),
    [
        pytest.param((day(1), day(1)), {}, [], id="yesterday"),
        pytest.param((day(2), day(2)), {}, [day(2)], id="today"),
        pytest.param((day(1), day(2)), {}, [day(1)], id="a range that ends today"),
        pytest.param((day(2), day(2)), {"opens": 8, "closes": 10}, [], id="this morning, just over"),
        pytest.param((day(2), day(2)), {"opens": 8, "closes": 11}, [day(2)], id="this morning, not over"),
        pytest.param((day(1), day(3)), {"opens": 8, "closes": 9}, [day(3)], id="the days of a range that are left"),
        pytest.param(
            (day(1), day(1)), {"opens": 22, "closes": 6, "ends_next_day": True}, [], id="a night that is over"
        ),
        pytest.param(
            (day(1), day(1)), {"opens": 22, "closes": 12, "ends_next_day": True}, [day(1)], id="a night until noon"
        ),
    ],
)
def test_feed_has_nothing_that_is_over(office, feed, dates, fields, expected):
    make_exception(*dates, office=office, **fields)
    assert [start if type(start) is dt.date else start.date() for start, _end in spans(feed())] == expected


def test_day_ends_at_midnight_in_poland(office, feed, at):
    make_exception(day(2), office=office)
    at(2026, 3, 3, 0, 0)
    assert feed() == []


def test_feed_without_exceptions_is_a_calendar_named_after_the_office(office, client):
    feed = Calendar.from_ical(client.get(ADDRESS).content)
    assert (str(feed["version"]), str(feed["x-wr-calname"])) == ("2.0", "OPS a: wyjątki w godzinach")


@pytest.mark.parametrize("address", ["/szkic/wyjatki.ics", "/nie-ma/wyjatki.ics"])
def test_feed_of_a_draft_or_missing_office_answers_404(client, address):
    make_office("szkic", is_published=False)
    assert client.get(address).status_code == 404


def test_feed_is_sent_as_a_calendar(office, client):
    assert client.get(ADDRESS)["Content-Type"] == "text/calendar; charset=utf-8"


def test_feed_sets_no_cookie(office, client):
    assert dict(client.get(ADDRESS).cookies) == {}


def test_feed_is_only_read(office, client):
    assert client.post(ADDRESS).status_code == 405


@pytest.mark.parametrize("many", [1, 3])
def test_feed_asks_two_questions_of_the_database(office, client, many):
    for number in range(many):
        building = make_building(office, f"budynek-{number}")
        section = make_section(office, f"komorka-{number}", building=building)
        for place in ({"office": office}, {"building": building}, {"section": section}):
            make_exception(day(9), **place)
    with CaptureQueriesContext(connection) as queries:
        client.get(ADDRESS)
    assert len(queries) == 2


def test_name_pasted_in_two_lines_is_one_line_of_the_feed(client):
    make_exception(office=make_office("a", short_name="OPS\n•\tWołomin"))
    lines = client.get("/a/wyjatki.ics").content.decode().splitlines()
    assert "X-WR-CALNAME:OPS • Wołomin: wyjątki w godzinach" in lines
