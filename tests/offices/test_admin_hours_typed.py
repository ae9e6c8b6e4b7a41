"""A week is typed quickly: days are offered, times are read as people write them, mistakes stand at their row."""

import datetime as dt

import pytest

from offices.models import HoursException, Schedule, WeeklyHours
from tests.cast import XHTML, address, elements, errors_of, filled_in, save
from tests.offices.test_admin_hours import hours_of, row

pytestmark = pytest.mark.slow  # Each opens and sends a whole form of an office.


def rows(*several, prefix="weekly_hours", first=0):
    """Return what a browser sends for several rows, each a dictionary of values."""
    sent = {
        f"{prefix}-{first + number}-{name}": value for number, one in enumerate(several) for name, value in one.items()
    }
    return {f"{prefix}-TOTAL_FORMS": str(first + len(several)), **sent}


def exception(**values):
    return {"first_day": "30.11.2026", "last_day": "30.11.2026", "mode": "closed", "opens": "", "closes": ""} | values


def offered(response):
    """Return the weekdays chosen in the rows of a page, the hidden row left out."""
    sent = filled_in(response)
    return [sent[name] for name in sorted(sent) if name.startswith("weekly_hours-") and name.endswith("-weekday")]


@pytest.mark.parametrize("place", ["office", "building", "phone"])
def test_week_is_offered_to_a_place_without_hours(as_, alicja, scene, place):
    assert offered(as_(alicja).get(address(getattr(scene.a, place)))) == list("0123456")


def test_week_is_offered_on_the_page_of_an_empty_schedule(as_, alicja, scene):
    assert offered(as_(alicja).get(address(scene.a.schedule, "add"))) == list("0123456")


def test_week_is_offered_to_a_help_line(as_, dorota, scene):
    assert offered(as_(dorota).get(address(scene.shared.help_line))) == list("0123456")


def test_one_empty_row_follows_hours_that_are_there(as_, alicja, scene):
    assert offered(as_(alicja).get(address(scene.a.section))) == ["0", ""]


def test_offered_days_alone_make_no_rows(as_, alicja, scene):
    response = save(as_(alicja), address(scene.a.building))
    found = response.status_code, WeeklyHours.objects.filter(schedule__building=scene.a.building).count()
    assert found == (302, 0)


def test_filled_day_is_saved_and_the_others_are_not(as_, alicja, scene):
    save(as_(alicja), address(scene.a.building), **{"weekly_hours-2-opens": "8", "weekly_hours-2-closes": "16"})
    schedule = Schedule.objects.get(building=scene.a.building)
    assert hours_of(schedule) == [(2, dt.time(8), dt.time(16))]


def test_changed_weekday_alone_makes_no_row(as_, alicja, scene):
    save(as_(alicja), address(scene.a.building), **{"weekly_hours-2-weekday": "5"})
    assert not Schedule.objects.filter(building=scene.a.building).exists()


def test_offered_day_is_stated_to_be_closed(as_, alicja, scene):
    save(as_(alicja), address(scene.a.building), **{"weekly_hours-6-mode": "closed"})
    assert hours_of(Schedule.objects.get(building=scene.a.building)) == [(6, None, None)]


def test_weekday_times_and_mode_come_first(as_, alicja, scene):
    response = as_(alicja).get(address(scene.a.building))
    names = [one.get("name", "") for one in elements(response, "input", "select")]
    ours = [name.removeprefix("weekly_hours-0-") for name in names if name.startswith("weekly_hours-0-")]
    assert [name for name in ours if name not in ("id", "schedule")][:5] == [
        "weekday",
        "opens",
        "closes",
        "mode",
        "ends_next_day",
    ]


@pytest.mark.parametrize(("weeks", "shown"), [("", False), ("1", True)])
def test_rare_fields_are_unfolded_where_they_say_something(as_, alicja, scene, weeks, shown):
    scene.a.schedule.weekly_hours.update(weeks=weeks)
    response = as_(alicja).get(address(scene.a.section))
    folded = next(one for one in elements(response, "details") if holds_weeks(one))
    assert (folded.get("open") is not None) == shown


def holds_weeks(details):
    return any(one.get("name") == "weekly_hours-0-weeks" for one in details.iter(XHTML + "select"))


def test_short_times_are_saved(as_, alicja, scene):
    save(as_(alicja), address(scene.a.building), **row(opens="730", closes="15.30"))
    assert hours_of(Schedule.objects.get(building=scene.a.building)) == [(0, dt.time(7, 30), dt.time(15, 30))]


def test_short_times_are_shown_in_full_beside_a_mistake(as_, alicja, scene):
    response = save(as_(alicja), address(scene.a.building), **row(opens="8", closes=""))
    assert filled_in(response)["weekly_hours-0-opens"] == "08:00"


def test_time_that_cannot_be_read_is_kept_and_explained(as_, alicja, scene):
    response = save(as_(alicja), address(scene.a.building), **row(opens="ósma"))
    found = errors_of(response), filled_in(response)["weekly_hours-0-opens"]
    assert found == (["Wpisz godzinę, na przykład 8, 8:00 albo 15.30."], "ósma")


MONDAY = {"weekday": "0", "opens": "8", "closes": "12", "mode": "walk-in"}


@pytest.mark.parametrize(
    ("second", "message"),
    [
        (
            {"opens": "11", "closes": "16"},
            "Poniedziałek 8:00–12:00 oraz poniedziałek 11:00–16:00 nakładają się. "
            "Popraw godziny albo usuń jeden z wierszy.",
        ),
        (
            {"opens": "", "closes": "", "mode": "closed"},
            "Poniedziałek 8:00–12:00, a zarazem poniedziałek nieczynne. Zostaw jedno z dwojga.",
        ),
        (
            {"weekday": "6", "opens": "20", "closes": "9", "ends_next_day": "on", "mode": "phone"},
            "Poniedziałek 8:00–12:00 oraz niedziela 20:00–9:00 następnego dnia (tylko przez telefon) nakładają się. "
            "Popraw godziny albo usuń jeden z wierszy.",
        ),
    ],
)
def test_contradiction_names_the_days_and_both_hours(as_, alicja, scene, second, message):
    response = save(as_(alicja), address(scene.a.building), **rows(MONDAY, MONDAY | second))
    assert errors_of(response) == [message]


def test_contradiction_stands_at_the_later_row(as_, alicja, scene):
    response = save(as_(alicja), address(scene.a.building), **rows(MONDAY, MONDAY))
    wrong = [one.get("name") for one in elements(response, "input") if one.get("aria-invalid")]
    assert wrong == ["weekly_hours-1-opens"]


def test_contradiction_saves_nothing(as_, alicja, scene):
    save(as_(alicja), address(scene.a.building), **rows(MONDAY, MONDAY))
    assert not Schedule.objects.filter(building=scene.a.building).exists()


def test_row_that_is_being_deleted_contradicts_nothing(as_, alicja, scene):
    changes = row(1, opens="9") | {"weekly_hours-0-DELETE": "on"}
    save(as_(alicja), address(scene.a.section), **changes)
    assert hours_of(scene.a.schedule) == [(0, dt.time(9), dt.time(16))]


def test_contradiction_is_found_on_the_page_of_a_schedule(as_, alicja, scene):
    response = save(as_(alicja), address(scene.a.schedule), **row(1))
    assert len(errors_of(response)) == 1


def test_contradicting_exceptions_are_refused_on_the_page_of_a_place(as_, alicja, scene):
    other = exception(mode="walk-in", opens="8", closes="12")
    response = save(
        as_(alicja), address(scene.a.building), **rows(exception(), other, prefix="hoursexceptions", first=1)
    )
    assert errors_of(response) == [
        "30.11.2026 nieczynne, a zarazem 30.11.2026 8:00–12:00. Zostaw jedno z dwojga.",
    ]


def test_contradicting_exception_is_refused_on_its_own_page(as_, alicja, scene):
    values = exception(
        first_day="24.12.2026",
        last_day="24.12.2026",
        mode="walk-in",
        opens="8",
        closes="12",
        building=scene.a.building.pk,
    )
    response = save(as_(alicja), address(scene.a.exception, "add"), **values)
    assert errors_of(response) == ["24.12.2026 nieczynne, a zarazem 24.12.2026 8:00–12:00. Zostaw jedno z dwojga."]


def test_exception_does_not_contradict_itself(as_, alicja, scene):
    save(as_(alicja), address(scene.a.exception), mode="walk-in", opens="8", closes="12")
    assert HoursException.objects.get(pk=scene.a.exception.pk).opens == dt.time(8)


@pytest.mark.parametrize("record", ["office", "building", "section", "phone", "schedule", "exception"])
def test_precedence_is_told_where_hours_are_edited(as_, alicja, scene, record):
    page = as_(alicja).get(address(getattr(scene.a, record))).content.decode()
    assert "krótszy okres wygrywa z dłuższym, data wygrywa z sezonem, a sezon ze zwykłym tygodniem" in page
