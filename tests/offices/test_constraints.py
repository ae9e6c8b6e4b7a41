"""What the database refuses, however a record comes to it."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from languages.models import GlossaryTerm
from offices import models
from tests.factories import (
    DATE,
    make_building,
    make_exception,
    make_help_line,
    make_hours,
    make_notice,
    make_office,
    make_phone,
    make_schedule,
    make_section,
    warsaw,
)
from tests.offices.one_of_each import make_declaration, make_recording, one_of_each

pytestmark = pytest.mark.django_db

BEFORE = DATE - dt.timedelta(days=1)


@pytest.fixture
def at(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return one_of_each()


# --- What the database refuses -------------------------------------------------------------

REFUSED = [
    ("former_slug_leads_to_one_record", "twice", lambda at: [models.FormerSlug.objects.create(kind="offices.office", slug="c", record_id=number) for number in (1, 2)]),
    ("office_has_name", "no name", lambda at: make_office("c", name="")),
    ("office_slug_not_reserved", "an address of the site", lambda at: make_office("admin")),
    ("office_slug_not_reserved", "a language", lambda at: make_office("uk")),
    ("building_has_name", "no name", lambda at: make_building(at.a, "c", name="")),
    ("building_slug_unique_in_office", "an address taken", lambda at: make_building(at.a, at.building.slug)),
    ("accessibility_feature_once_per_building", "twice", lambda at: models.AccessibilityFact.objects.create(building=at.building, feature="lift")),
    ("section_has_name", "no name", lambda at: make_section(at.a, "c", name="")),
    ("section_slug_unique_in_office", "an address taken", lambda at: make_section(at.a, at.section.slug)),
    ("phone_at_one_place", "nowhere", lambda at: make_phone()),
    ("phone_at_one_place", "at two places", lambda at: make_phone(office=at.a, building=at.building)),
    ("phone_at_one_place", "at three places", lambda at: make_phone(office=at.a, building=at.building, section=at.section)),
    ("phone_has_number", "no number", lambda at: make_phone("", office=at.a)),
    ("phone_once_per_office_and_purpose", "twice", lambda at: [make_phone(office=at.a) for _time in "ab"]),
    ("phone_once_per_building_and_purpose", "twice", lambda at: make_phone(at.phone.number, building=at.building)),
    ("phone_once_per_section_and_purpose", "twice", lambda at: [make_phone(section=at.section) for _time in "ab"]),
    ("help_line_has_name", "no name", lambda at: make_help_line("c", name="")),
    ("help_line_has_number", "no number", lambda at: make_help_line("c", number="")),
    ("help_line_core_is_sure", "unconfirmed", lambda at: make_help_line("c", is_core=True, is_confirmed=False)),
    ("help_line_core_is_sure", "not always", lambda at: make_help_line("c", is_core=True, answers_always=False)),
    ("help_line_source_year_is_a_year", "26", lambda at: make_help_line("c", source_year=26)),
    ("schedule_at_one_place", "nowhere", lambda at: make_schedule()),
    ("schedule_at_one_place", "at two places", lambda at: make_schedule(office=at.a, phone=at.phone)),
    ("schedule_at_one_place", "of a building and a help line", lambda at: make_schedule(building=at.elsewhere, help_line=at.help_line)),
    ("schedule_once_per_office_and_purpose", "twice", lambda at: [make_schedule(office=at.a) for _time in "ab"]),
    ("schedule_once_per_building_and_purpose", "twice", lambda at: make_schedule(building=at.building)),
    ("schedule_once_per_section_and_purpose", "twice", lambda at: [make_schedule(section=at.section) for _time in "ab"]),
    ("schedule_once_per_phone_and_purpose", "twice", lambda at: [make_schedule(phone=at.phone) for _time in "ab"]),
    ("schedule_once_per_help_line_and_purpose", "twice", lambda at: [make_schedule(help_line=at.help_line) for _time in "ab"]),
    ("weekly_hours_weekday", "an eighth day", lambda at: make_hours(at.schedule, 7)),
    ("weekly_hours_times_unless_closed", "no times", lambda at: make_hours(at.schedule, 1, None, None)),
    ("weekly_hours_times_unless_closed", "no closing time", lambda at: make_hours(at.schedule, 1, 8, None)),
    ("weekly_hours_times_unless_closed", "closed with times", lambda at: make_hours(at.schedule, 1, 8, 16, mode="closed")),
    ("weekly_hours_times_unless_closed", "closed with an opening time", lambda at: make_hours(at.schedule, 1, 8, None, mode="closed")),
    ("weekly_hours_times_unless_closed", "unstated hours with times", lambda at: make_hours(at.schedule, 1, 8, 16, mode="unstated")),
    ("weekly_hours_in_order", "closes before it opens", lambda at: make_hours(at.schedule, 1, 16, 8)),
    ("weekly_hours_in_order", "closes as it opens", lambda at: make_hours(at.schedule, 1, 8, 8)),
    ("weekly_hours_in_order", "more than a whole day", lambda at: make_hours(at.schedule, 1, 8, 16, ends_next_day=True)),
    ("weekly_hours_dates_in_order", "ends before it starts", lambda at: make_hours(at.schedule, 1, valid_from=DATE, valid_until=BEFORE)),
    ("weekly_hours_whole_season", "a season without an end", lambda at: make_hours(at.schedule, 1, season_start="07-01")),
    ("weekly_hours_whole_season", "a season without a start", lambda at: make_hours(at.schedule, 1, season_end="08-31")),
    ("weekly_hours_alternate_from", "every other week from no day", lambda at: make_hours(at.schedule, 1, weeks="alternate")),
    ("hours_exception_at_one_place", "nowhere", lambda at: make_exception()),
    ("hours_exception_at_one_place", "at two places", lambda at: make_exception(office=at.a, section=at.section)),
    ("hours_exception_dates_in_order", "ends before it starts", lambda at: make_exception(DATE, BEFORE, office=at.a)),
    ("hours_exception_times_unless_closed", "other hours without times", lambda at: make_exception(office=at.a, mode="walk-in")),
    ("hours_exception_times_unless_closed", "no closing time", lambda at: make_exception(office=at.a, opens=8)),
    ("hours_exception_once_in_lieu", "twice", lambda at: [make_exception(office=at.a, in_lieu_of=DATE) for _time in "ab"]),
    ("hours_exception_in_order", "closes before it opens", lambda at: make_exception(office=at.a, opens=16, closes=8)),
    ("hours_exception_in_order", "more than a whole day", lambda at: make_exception(office=at.a, opens=8, closes=16, ends_next_day=True)),
    ("glossary_term_has_polish", "no Polish", lambda at: GlossaryTerm.objects.create(pl="")),
    ("holiday_year_once_per_office", "twice", lambda at: models.HolidayYear.objects.create(office=at.a, year=2026, confirmed_on=DATE)),
    ("holiday_year_in_bounds", "a slip", lambda at: models.HolidayYear.objects.create(office=at.a, year=206, confirmed_on=DATE)),
    ("notice_has_title", "no title", lambda at: make_notice(at.a, title="")),
    ("notice_in_order", "ends before it starts", lambda at: make_notice(at.a, starts_at=warsaw(2026, 3, 2, 8), ends_at=warsaw(2026, 3, 2, 7))),
    ("notice_in_order", "ends as it starts", lambda at: make_notice(at.a, starts_at=warsaw(2026, 3, 2, 8), ends_at=warsaw(2026, 3, 2, 8))),
    ("declaration_reviewed_after_prepared", "reviewed before", lambda at: make_declaration(at.b, reviewed_on=BEFORE)),
    ("office_page_once_per_kind", "twice", lambda at: models.OfficePage.objects.create(office=at.a, kind="prywatnosc", title="x", text="x")),
    ("office_page_has_title", "no title", lambda at: models.OfficePage.objects.create(office=at.a, kind="jezyk-migowy", title="", text="x")),
    ("office_recording_has_film", "no film", lambda at: make_recording(at.b, film="")),
    ("office_recording_has_captions", "no captions", lambda at: make_recording(at.b, captions="")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("constraint", "make"), [pytest.param(name, make, id=f"{name}: {case}") for name, case, make in REFUSED]
)
def test_database_refuses(at, constraint, make):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        make(at)
    # SQLite names the columns of a broken uniqueness, not its constraint.
    assert constraint in f"{refusal.value}" or "UNIQUE constraint failed" in f"{refusal.value}"


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda at: make_exception(DATE, dt.date(2206, 3, 2), office=at.a), id="a slip in a year"),
        pytest.param(lambda at: make_exception(dt.date(206, 3, 2), DATE, office=at.a), id="a year without a digit"),
        pytest.param(lambda at: make_notice(at.a, ends_at=warsaw(9999, 12, 31)), id="the end of time"),
        pytest.param(lambda at: make_section(at.a, "c", checked_on=dt.date.max), id="checked at the end of time"),
        pytest.param(lambda at: make_hours(at.schedule, 1, season_start="06-31", season_end="08-31"), id="31 June"),
        pytest.param(
            lambda at: make_hours(at.schedule, 1, season_start="06-01", season_end="8-31"), id="a short month"
        ),
        pytest.param(lambda at: make_hours(at.schedule, 1, season_start="00-01", season_end="08-31"), id="month 0"),
    ],
)
def test_database_refuses_a_day_that_no_page_can_show(at, make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(at)


def test_database_constraints_are_all_tried():
    declared = {one.name for model in apps.get_app_config("offices").get_models() for one in model._meta.constraints}
    assert {name for name, _case, _make in REFUSED} == declared


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda at: make_office("a"), id="office address"),
        pytest.param(lambda at: make_help_line(at.help_line.slug), id="help line name"),
        pytest.param(lambda at: make_declaration(at.a), id="second declaration"),
        pytest.param(lambda at: make_recording(at.a), id="second recording"),
    ],
)
def test_database_refuses_a_second_one(at, make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(at)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda at: make_building(at.b, "c"), id="the address of another office's building"),
        pytest.param(lambda at: make_schedule(building=at.building, purpose="cash-desk"), id="another purpose"),
        pytest.param(lambda at: make_hours(at.schedule, 1, None, None, mode="closed"), id="a weekday stated closed"),
        pytest.param(lambda at: make_hours(at.schedule, 1, None, None, mode="unstated"), id="a weekday of unstated hours"),
        pytest.param(lambda at: make_hours(at.schedule, 1, 22, 6, ends_next_day=True), id="over midnight"),
        pytest.param(lambda at: make_hours(at.schedule, 1, 0, 24, ends_next_day=True), id="around the clock"),
        pytest.param(lambda at: make_hours(at.schedule, 1, valid_from=DATE, valid_until=DATE), id="valid one day"),
        pytest.param(lambda at: make_hours(at.schedule, 1, season_start="11-01", season_end="02-28"), id="season over the new year"),
        pytest.param(lambda at: make_hours(at.schedule, 1, season_start="02-29", season_end="06-30"), id="29 February"),
        pytest.param(lambda at: make_phone(at.phone.number, building=at.building, purpose="x"), id="two purposes of a number"),
        pytest.param(lambda at: make_phone(at.phone.number, section=at.section), id="one number at two places"),
        pytest.param(lambda at: make_exception(office=at.a, opens=10, closes=12), id="part-day closure"),
        pytest.param(lambda at: make_exception(office=at.a, opens=10, closes=12, mode="phone"), id="other hours"),
        pytest.param(lambda at: make_section(at.a, "c"), id="section without a building"),
        pytest.param(lambda at: make_notice(at.a, ends_at=None), id="notice without an end"),
        pytest.param(lambda at: make_declaration(at.b, reviewed_on=DATE), id="reviewed the day it was prepared"),
    ],
)  # fmt: skip
def test_database_takes(at, make):
    assert make(at).pk is not None
