"""What programs read of an office and of its buildings. 2 March 2026 is a Monday."""

import datetime as dt
import json

import html5lib
import pytest
from django.utils import translation

from offices import structured_data
from offices.directory import directory_of
from tests.factories import (
    make_building,
    make_exception,
    make_hours,
    make_office,
    make_phone,
    make_schedule,
    make_section,
    warsaw,
)

pytestmark = pytest.mark.django_db

MONDAY = warsaw(2026, 3, 2, 10)
SITE = "https://example.pl"
ADDRESS = {
    "@type": "PostalAddress",
    "streetAddress": "Leśna 1",
    "postalCode": "05-200",
    "addressLocality": "Las",
    "addressCountry": "PL",
}
NASTY = '</script><b> & "Ośrodek" <!-- \\u003C'


@pytest.fixture(autouse=True)
def polish():
    with translation.override("pl"):
        yield


@pytest.fixture
def office():
    return make_office("a")


def absolute(path):
    return SITE + path


def described(moment=MONDAY, language="pl"):
    return structured_data.government_office(directory_of("a", moment), absolute, language)


def described_building(moment=MONDAY):
    return structured_data.building(directory_of("a", moment).buildings[0], absolute, "pl")


def usual(weekday, opens, closes):
    return {
        "@type": "OpeningHoursSpecification",
        "opens": opens,
        "closes": closes,
        "dayOfWeek": f"https://schema.org/{weekday}",
    }


def special(date, opens, closes):
    return {
        "@type": "OpeningHoursSpecification",
        "opens": opens,
        "closes": closes,
        "validFrom": date,
        "validThrough": date,
    }


HOLIDAYS_2026 = [special(f"2026-12-{day}", "00:00", "00:00") for day in (24, 25, 26)] + [
    special("2027-01-01", "00:00", "00:00")
]
EPIPHANY = special("2027-01-06", "00:00", "00:00")


def read(client, address):
    """Return the text of the one script of data in a page, as a browser finds it."""
    page = html5lib.parse(client.get(address).content.decode(), namespaceHTMLElements=False)
    [script] = page.findall(".//script[@type='application/ld+json']")
    return script.text


def test_office_with_nothing_known_has_its_name_and_address_on_the_site(office):
    assert described() == {
        "@context": "https://schema.org",
        "@type": "GovernmentOffice",
        "@id": "https://example.pl/a/",
        "url": "https://example.pl/a/",
        "name": "Ośrodek Pomocy Społecznej a",
        "alternateName": "OPS a",
    }


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param("523878701", "+48523878701", id="landline"),
        pytest.param("502932397", "+48502932397", id="mobile"),
        pytest.param("112", "112", id="a short number has no code of the country"),
    ],
)
def test_telephone_is_written_as_it_is_dialled_from_abroad(office, number, expected):
    make_phone(number, office=office)
    assert described()["telephone"] == [expected]


def test_telephones_of_an_office_are_all_there(office):
    make_phone("523878701", office=office, position=1)
    make_phone("523878702", office=office, position=2)
    assert described()["telephone"] == ["+48523878701", "+48523878702"]


def test_email_is_there(office):
    office.email = "ops@example.pl"
    office.save()
    assert described()["email"] == "ops@example.pl"


def test_office_with_one_building_has_its_address(office):
    make_building(office, postal_code="05-200")
    assert described()["address"] == ADDRESS


def test_address_without_a_postal_code_leaves_it_out(office):
    make_building(office)
    assert described()["address"] == {name: value for name, value in ADDRESS.items() if name != "postalCode"}


def test_building_has_its_address(office):
    make_building(office, postal_code="05-200")
    assert described_building()["address"] == ADDRESS


def test_confidential_building_has_no_address(office):
    make_building(office, is_confidential=True)
    assert "address" not in described_building()


def test_office_in_one_confidential_building_has_no_address(office):
    make_building(office, is_confidential=True)
    assert "address" not in described()


def test_confidential_department_has_no_address(office):
    make_building(office, "jawny")
    make_building(office, "tajny", is_confidential=True)
    assert [one.get("address", {}).get("streetAddress") for one in described()["department"]] == ["Leśna 1", None]


@pytest.mark.parametrize("address", ["/a/", "/a/budynki/budynek/"])
def test_page_of_a_confidential_building_says_nothing_of_its_street(office, client, address):
    make_building(office, is_confidential=True)
    assert "Leśna" not in read(client, address)


def test_several_buildings_become_departments(office):
    make_building(office, "jeden", position=1)
    make_building(office, "dwa", position=2)
    assert [(one["@type"], one["@id"], one["name"]) for one in described()["department"]] == [
        ("GovernmentOffice", "https://example.pl/a/budynki/jeden/", "Budynek jeden"),
        ("GovernmentOffice", "https://example.pl/a/budynki/dwa/", "Budynek dwa"),
    ]


def test_office_with_several_buildings_has_the_address_of_the_first_that_is_not_confidential(office):
    make_building(office, "tajny", position=1, street="Tajna 5", is_confidential=True)
    make_building(office, "jeden", position=2, postal_code="05-200")
    make_building(office, "dwa", position=3, street="Polna 2")
    assert described()["address"] == ADDRESS


def test_office_with_one_building_has_no_departments(office):
    make_building(office)
    assert "department" not in described()


def test_departments_have_telephones_and_hours_of_their_own(office):
    for number, slug in enumerate(["jeden", "dwa"]):
        building = make_building(office, slug, position=number)
        make_phone(f"52387870{number}", building=building)
        make_schedule((number, 8, 16), building=building)
    assert [(one["telephone"], one["openingHoursSpecification"]) for one in described()["department"]] == [
        (["+48523878700"], [usual("Monday", "08:00", "16:00")]),
        (["+48523878701"], [usual("Tuesday", "08:00", "16:00")]),
    ]


def test_every_interval_of_walking_in_has_its_specification(office):
    make_schedule((0, 8, 12), (0, 13, 16), (2, 9, 17), (5,), office=office)
    assert described()["openingHoursSpecification"] == [
        usual("Monday", "08:00", "12:00"),
        usual("Monday", "13:00", "16:00"),
        usual("Wednesday", "09:00", "17:00"),
        usual("Saturday", "00:00", "00:00"),
    ]


def test_day_stated_closed_is_not_like_a_day_not_stated(office):
    make_schedule((0, 8, 16), (1,), office=office)
    assert described()["openingHoursSpecification"] == [
        usual("Monday", "08:00", "16:00"),
        usual("Tuesday", "00:00", "00:00"),
    ]


def test_first_mondays_are_special_days_and_no_rule_of_every_week(office):
    schedule = make_schedule((0, 8, 17), office=office)
    make_hours(schedule, 0, 10, 18, weeks="1")
    found = described(warsaw(2026, 11, 30, 10))
    assert (found["openingHoursSpecification"], found["specialOpeningHoursSpecification"]) == (
        [usual("Monday", "08:00", "17:00")],
        [special("2026-12-07", "10:00", "18:00"), *HOLIDAYS_2026, special("2027-01-04", "10:00", "18:00"), EPIPHANY],
    )


def test_hours_of_a_season_carry_its_dates(office):
    make_hours(make_schedule(office=office), 0, 7, 15, season_start="07-01", season_end="08-31")
    assert described(warsaw(2026, 7, 8, 10))["openingHoursSpecification"] == [
        usual("Monday", "07:00", "15:00") | {"validFrom": "2026-07-01", "validThrough": "2026-08-31"}
    ]


def test_value_of_openstreetmap_is_not_there(office):
    make_schedule((0, 8, 16), office=office)
    assert "additionalProperty" not in described()


def test_days_of_the_week_are_those_of_schema_org(office):
    make_schedule(*((weekday, 8, 16) for weekday in range(7)), office=office)
    assert [one["dayOfWeek"] for one in described()["openingHoursSpecification"]] == [
        "https://schema.org/Monday",
        "https://schema.org/Tuesday",
        "https://schema.org/Wednesday",
        "https://schema.org/Thursday",
        "https://schema.org/Friday",
        "https://schema.org/Saturday",
        "https://schema.org/Sunday",
    ]


@pytest.mark.parametrize("mode", ["appointment", "phone"])
def test_hours_that_are_not_for_walking_in_are_left_out(office, mode):
    schedule = make_schedule((0, 8, 12), office=office)
    make_hours(schedule, 0, 12, 16, mode=mode)
    assert described()["openingHoursSpecification"] == [usual("Monday", "08:00", "12:00")]


def test_office_only_by_appointment_has_no_specification(office):
    make_hours(make_schedule(office=office), 0, 8, 16, mode="appointment")
    assert "openingHoursSpecification" not in described()


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        pytest.param(22, 6, usual("Friday", "22:00", "06:00"), id="a night"),
        pytest.param(16, 24, usual("Friday", "16:00", "00:00"), id="until midnight"),
        pytest.param(0, 24, usual("Friday", "00:00", "23:59"), id="equal times would say that it is closed"),
    ],
)
def test_hours_past_midnight_stay_open_hours(office, opens, closes, expected):
    make_hours(make_schedule(office=office), 4, opens, closes, ends_next_day=True)
    assert described()["openingHoursSpecification"] == [expected]


def test_unknown_hours_give_no_specification(office):
    make_exception(office=office)
    assert [name for name in described() if "Specification" in name] == []


def test_public_holidays_are_days_closed(office):
    make_schedule(*((weekday, 8, 16) for weekday in range(5)), (5,), (6,), office=office)
    assert described()["specialOpeningHoursSpecification"] == [
        special("2026-04-06", "00:00", "00:00"),  # Easter Monday; 1 May is more than sixty days ahead.
    ]


def test_office_open_on_holidays_has_no_special_days(office):
    make_schedule(*((weekday, 8, 16) for weekday in range(7)), office=office, closed_on_holidays=False)
    assert "specialOpeningHoursSpecification" not in described()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, [("00:00", "00:00")], id="closed"),
        pytest.param({"mode": "walk-in", "opens": 9, "closes": 11}, [("09:00", "11:00")], id="other hours"),
        pytest.param({"opens": 10, "closes": 12}, [("08:00", "10:00"), ("12:00", "16:00")], id="a part closed"),
        pytest.param({"mode": "appointment", "opens": 9, "closes": 11}, [("00:00", "00:00")], id="by appointment"),
        pytest.param(
            {"mode": "walk-in", "opens": 0, "closes": 24, "ends_next_day": True},
            [("00:00", "23:59")],
            id="round the clock",
        ),
    ],
)
def test_exceptions_are_special_days(office, fields, expected):
    make_schedule((0, 8, 16), office=office)
    make_exception(dt.date(2026, 3, 9), office=office, **fields)
    found = [one for one in described()["specialOpeningHoursSpecification"] if one["validFrom"] == "2026-03-09"]
    assert found == [special("2026-03-09", *one) for one in expected]


def test_exception_that_is_over_is_no_special_day(office):
    make_schedule((6, 8, 16), office=office, closed_on_holidays=False)
    make_exception(dt.date(2026, 3, 1), office=office)
    assert "specialOpeningHoursSpecification" not in described()


def test_exception_of_a_section_is_not_one_of_its_building(office):
    building = make_building(office)
    make_schedule((0, 8, 16), building=building, closed_on_holidays=False)
    make_exception(dt.date(2026, 3, 9), section=make_section(office, building=building))
    assert "specialOpeningHoursSpecification" not in described_building()


def test_name_that_closes_the_script_is_escaped_in_the_page(client):
    make_office("a", name=NASTY)
    assert "</script><b>" not in client.get("/a/").content.decode()


def test_name_that_closes_the_script_reads_the_same_from_the_page(client):
    make_office("a", name=NASTY)
    assert json.loads(read(client, "/a/"))["name"] == NASTY


def test_name_of_a_building_that_closes_the_script_reads_the_same_from_its_page(office, client):
    make_building(office, name=NASTY)
    assert json.loads(read(client, "/a/budynki/budynek/"))["name"] == NASTY


def test_page_of_an_office_carries_the_whole_description(office, client, at):
    at(2026, 3, 2, 10)
    make_building(office)
    make_phone(office=office)
    make_schedule((0, 8, 16), office=office)
    assert json.loads(read(client, "/a/").replace("http://testserver", SITE)) == described()
