"""An upgrade mends what the database refuses from now on: impossible days, slips in a year, numbers entered twice."""

import datetime as dt

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE = [("offices", "0009_words_of_help"), ("services", "0009_words_of_help")]
AFTER = [("offices", "0013_positions_in_bounds"), ("services", "0011_positions_in_bounds")]


def migrate(targets):
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


@pytest.fixture
def upgraded(transactional_db):
    """Return the models after an upgrade of a database with foolish values in it."""
    apps = migrate(BEFORE)
    office = apps.get_model("offices", "Office").objects.create(name="A", short_name="A", slug="a", kind="ops")
    schedule = apps.get_model("offices", "Schedule").objects.create(office=office)
    times = {"opens": dt.time(8), "closes": dt.time(16), "season_start": "06-31", "season_end": "11-31"}
    schedule.weekly_hours.create(weekday=0, valid_until=dt.date(2206, 1, 1), **times)
    exceptions = apps.get_model("offices", "HoursException").objects
    exceptions.create(office=office, first_day=dt.date(206, 3, 2), last_day=dt.date.max)
    phones = apps.get_model("offices", "Phone").objects
    _one, two, _other = (
        phones.create(office=office, number="523878701", purpose=purpose, purpose_pl=purpose)
        for purpose in ("", "", "x")
    )
    lines = apps.get_model("offices", "HelpLine").objects
    lines.create(name="L", slug="l", number="112", topic="emergency", position=20000)
    service = apps.get_model("services", "Service").objects.create(name="S", slug="s", summary="S", position=20000)
    service.offerings.create(office=office).phones.add(two)
    two.schedules.create(purpose="phone")
    service.deadlines.create(label="T", last_day="02-31")
    yield migrate(AFTER)
    migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())


@pytest.mark.slow
def test_upgrade_mends_what_no_page_can_show(upgraded):
    def values(app, model, *names):
        return list(upgraded.get_model(app, model).objects.order_by("pk").values_list(*names))

    assert {
        "hours": values("offices", "WeeklyHours", "season_start", "season_end", "valid_until"),
        "exceptions": values("offices", "HoursException", "first_day", "last_day"),
        "phones": values("offices", "Phone", "number", "purpose_pl"),
        "schedules": values("offices", "Schedule", "phone__purpose_pl"),
        "matters": values("services", "Offering", "phones__purpose_pl"),
        "deadlines": values("services", "Deadline", "last_day"),
        "numbers": values("offices", "HelpLine", "position") + values("services", "Service", "position"),
    } == {
        "hours": [("06-30", "11-30", dt.date(2100, 12, 31))],
        "exceptions": [(dt.date(1990, 1, 1), dt.date(2100, 12, 31))],
        "phones": [("523878701", ""), ("523878701", "x")],
        "schedules": [(None,), ("",)],
        "matters": [("",)],
        "deadlines": [("02-29",)],
        "numbers": [(9999,), (9999,)],
    }
