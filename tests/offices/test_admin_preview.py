"""The next fourteen days are shown as typed, and nothing is written."""

import datetime as dt

import pytest

from offices.models import HoursException, Schedule, WeeklyHours
from tests.cast import XHTML, address, elements, errors_of, filled_in, save
from tests.offices.test_admin_hours import row

pytestmark = pytest.mark.slow  # Each opens and sends a whole form of an office.


@pytest.fixture(autouse=True)
def christmas(at):
    """It is Monday, 14 December 2026."""
    at(2026, 12, 14, 10)


def previewed(client, place, page="change", **changes):
    return save(client, address(place, page), _preview="Podgląd 14 dni", **changes)


def panel(response):
    return next(one for one in elements(response, "section") if "preview" in one.get("class", ""))


def sentences(response, tag="li"):
    return [" ".join("".join(one.itertext()).split()) for one in panel(response).iter(XHTML + tag)]


def test_preview_shows_the_hours_typed(as_, alicja, scene):
    response = previewed(as_(alicja), scene.a.section, **{"weekly_hours-0-opens": "9"})
    assert sentences(response)[:2] == [
        "Poniedziałek, 14 grudnia: 9:00–16:00",
        "Wtorek, 15 grudnia: nie podano, zadzwoń",
    ]


def test_preview_has_fourteen_days(as_, alicja, scene):
    assert len(sentences(previewed(as_(alicja), scene.a.section))) == 14


def test_preview_names_public_holidays(as_, alicja, scene):
    day = sentences(previewed(as_(alicja), scene.a.section))[11]
    assert day == "Piątek, 25 grudnia: nieczynne (Boże Narodzenie (pierwszy dzień))"


def test_preview_heeds_that_a_place_works_on_holidays(as_, alicja, scene):
    changes = row(1, weekday="4") | {"schedules-0-closed_on_holidays": "", "schedules-0-id": str(scene.a.schedule.pk)}
    sent = filled_in(as_(alicja).get(address(scene.a.section))) | changes | {"_preview": "x"}
    del sent["schedules-0-closed_on_holidays"]
    day = sentences(as_(alicja).post(address(scene.a.section), sent))[11]
    assert day == "Piątek, 25 grudnia: 8:00–16:00"


def test_preview_shows_the_exceptions_typed(as_, alicja, scene):
    values = {"first_day": "14.12.2026", "last_day": "14.12.2026", "mode": "closed", "reason_pl": "szkolenie"}
    rows = {f"hoursexceptions-0-{name}": value for name, value in values.items()}
    response = previewed(as_(alicja), scene.a.section, **rows, **{"hoursexceptions-TOTAL_FORMS": "1"})
    assert sentences(response)[0] == "Poniedziałek, 14 grudnia: nieczynne (szkolenie)"


def test_preview_shows_the_exceptions_of_the_place_around(as_, alicja, scene):
    scene.a.exception.first_day = scene.a.exception.last_day = dt.date(2026, 12, 14)
    scene.a.exception.reason_pl = "awaria"
    scene.a.exception.save()
    response = previewed(as_(alicja), scene.a.section)
    assert sentences(response)[0] == "Poniedziałek, 14 grudnia: nieczynne (awaria)"


def test_preview_leaves_out_rows_to_be_deleted(as_, alicja, scene):
    response = previewed(as_(alicja), scene.a.section, **{"weekly_hours-0-DELETE": "on"})
    assert sentences(response, "p") == ["Nie podano godzin na żaden dzień. Mieszkańcy przeczytają, żeby zadzwonić."]


def test_preview_says_whose_hours_hold(as_, alicja, scene):
    schedule = Schedule.objects.create(office=scene.a.office)
    WeeklyHours.objects.create(schedule=schedule, weekday=0, opens=dt.time(7), closes=dt.time(15))
    response = previewed(as_(alicja), scene.a.building)
    found = sentences(response, "p"), sentences(response)[0]
    assert found == (
        ["Własnych godzin tu nie ma. Obowiązują te z miejsca: OPS A."],
        "Poniedziałek, 14 grudnia: 7:00–15:00",
    )


@pytest.mark.parametrize("record", ["office", "building", "section", "phone", "schedule"])
def test_preview_works_on_every_page_with_hours(as_, alicja, scene, record):
    count = 1 if record in ("section", "schedule") else 0
    response = previewed(as_(alicja), getattr(scene.a, record), **row(count, weekday="2"))
    assert sentences(response)[2] == "Środa, 16 grudnia: 8:00–16:00"


def test_preview_works_on_the_page_of_a_help_line(as_, dorota, scene):
    response = previewed(as_(dorota), scene.shared.help_line, **row(mode="phone"))
    assert sentences(response)[0] == "Poniedziałek, 14 grudnia: 8:00–16:00 przez telefon"


def test_preview_works_before_a_place_is_made(as_, alicja, scene):
    building = {"name_pl": "Dom", "slug": "dom", "street": "Polna 2", "town": "A"}
    response = previewed(as_(alicja), scene.a.building, "add", **building, **row())
    assert sentences(response)[0] == "Poniedziałek, 14 grudnia: 8:00–16:00"


def test_preview_of_a_reception_forgets_the_rows_that_are_stored(as_, alicja, scene):
    response = previewed(as_(alicja), scene.a.schedule, **{"weekly_hours-0-DELETE": "on"})
    assert sentences(response) == []


def counts():
    return [model.objects.count() for model in (Schedule, WeeklyHours, HoursException)]


@pytest.mark.parametrize("record", ["office", "building", "section", "phone", "schedule"])
def test_preview_writes_nothing(as_, alicja, scene, record):
    before = counts(), list(WeeklyHours.objects.values())
    count = 1 if record in ("section", "schedule") else 0
    previewed(as_(alicja), getattr(scene.a, record), **row(count, weekday="2"))
    assert (counts(), list(WeeklyHours.objects.values())) == before


def test_preview_writes_no_change_of_the_place(as_, alicja, scene):
    previewed(as_(alicja), scene.a.building, name_pl="Inna nazwa")
    scene.a.building.refresh_from_db()
    assert scene.a.building.name_pl == "Budynek A"


def test_preview_keeps_what_was_typed(as_, alicja, scene):
    response = previewed(as_(alicja), scene.a.building, name_pl="Inna nazwa", **row(3, opens="7"))
    sent = filled_in(response)
    assert (sent["name_pl"], sent["weekly_hours-3-opens"]) == ("Inna nazwa", "07:00")


def test_what_was_previewed_can_be_saved(as_, alicja, scene):
    sent = filled_in(previewed(as_(alicja), scene.a.section, **{"weekly_hours-0-opens": "9"}))
    as_(alicja).post(address(scene.a.section), sent)
    scene.a.hours.refresh_from_db()
    assert scene.a.hours.opens == dt.time(9)


def test_preview_shows_no_errors_where_there_are_none(as_, alicja, scene):
    response = previewed(as_(alicja), scene.a.section)
    assert (errors_of(response), list(response.context["errors"])) == ([], [])


def test_preview_waits_until_mistakes_are_mended(as_, alicja, scene):
    response = previewed(as_(alicja), scene.a.building, **row(closes=""))
    found = sentences(response, "p"), errors_of(response)
    assert found == (["Popraw błędy zaznaczone poniżej, wtedy pokażemy podgląd."], ["Wpisz godzinę zamknięcia."])


def test_preview_receives_the_focus(as_, alicja, scene):
    assert panel(previewed(as_(alicja), scene.a.section)).get("autofocus") is not None


def buttons(response):
    return [one.get("name") for one in elements(response, "input") if one.get("type") == "submit"]


def test_button_stands_after_the_one_that_enter_presses(as_, alicja, scene):
    assert buttons(as_(alicja).get(address(scene.a.section)))[:2] == ["_save", "_preview"]


def test_button_is_absent_where_there_are_no_hours(as_, alicja, scene):
    assert "_preview" not in buttons(as_(alicja).get(address(scene.a.notice)))


def test_button_is_absent_for_those_who_only_look(as_, alicja, scene):
    assert "_preview" not in buttons(as_(alicja).get(address(scene.shared.help_line)))


def test_stranger_gets_no_preview(as_, borys, scene):
    sent = {"_preview": "x", **row()}
    response = as_(borys).post(address(scene.a.section), sent)
    assert (response.status_code, response.headers.get("Location")) in [(403, None), (302, "/admin/")]
