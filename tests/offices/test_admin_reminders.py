"""New hours or facts that an old sentence may contradict: the sentence is shown once, before anything is saved."""

import datetime as dt

import pytest

from offices.models import AccessibilityFact, Notice, OfficePage, WeeklyHours
from tests.cast import address, elements, errors_of, filled_in, save
from tests.factories import make_notice, make_section, warsaw
from tests.offices.test_admin_hours import row

pytestmark = pytest.mark.slow  # Each opens and sends a whole form of an office.

UNKNOWN_WEDNESDAY = "Środa: nie znamy godzin przyjęć."


@pytest.fixture(autouse=True)
def november(at, scene):
    at(2026, 11, 30, 10)
    Notice.objects.all().delete()
    OfficePage.objects.all().delete()
    scene.a.schedule.note_pl = ""
    scene.a.schedule.save()
    scene.a.declaration.inaccessible_content_pl = scene.a.declaration.communication_pl = ""
    scene.a.declaration.save()


@pytest.fixture
def notice(scene):
    return make_notice(scene.a.office, title_pl=UNKNOWN_WEDNESDAY, starts_at=warsaw(2026, 11, 1))


def reminders(response):
    """Return (what is said, where it leads) of the reminders of a page."""
    panels = [one for one in elements(response, "section") if "reminders" in one.get("class", "")]
    items = [item for panel in panels for item in panel.iter() if item.tag.endswith("}li")]
    return [
        (" ".join("".join(item.itertext()).split()), *(one.get("href") for one in item.iter() if one.get("href")))
        for item in items
    ]


def on_wednesday(client, scene, **changes):
    return save(client, address(scene.a.section), **row(1, weekday="2"), **changes)


def saved_days(scene):
    return sorted(WeeklyHours.objects.filter(schedule=scene.a.schedule).values_list("weekday", flat=True))


def said(place, sentence, url):
    return [(f"{place}: „{sentence}” Popraw w nowej karcie", url)]


def test_current_notice_on_the_weekday_is_pointed_out_before_saving(as_, alicja, scene, notice):
    found = reminders(on_wednesday(as_(alicja), scene)), saved_days(scene)
    assert found == (said("Komunikat", UNKNOWN_WEDNESDAY, f"/admin/offices/notice/{notice.pk}/change/"), [0])


def test_what_was_typed_is_kept_and_nothing_is_called_wrong(as_, alicja, scene, notice):
    response = on_wednesday(as_(alicja), scene, room="77")
    sent = filled_in(response)
    assert (sent["room"], sent["weekly_hours-1-weekday"], errors_of(response)) == ("77", "2", [])


def test_second_save_keeps_everything(as_, alicja, scene, notice):
    client = as_(alicja)
    client.post(address(scene.a.section), filled_in(on_wednesday(client, scene)))
    assert saved_days(scene) == [0, 2]


def test_sentence_that_appeared_meanwhile_is_pointed_out_too(as_, alicja, scene, notice):
    client = as_(alicja)
    sent = filled_in(on_wednesday(client, scene))
    make_notice(scene.a.office, title_pl="W środę zadzwoń.", starts_at=warsaw(2026, 11, 1))
    assert (len(reminders(client.post(address(scene.a.section), sent))), saved_days(scene)) == (2, [0])


def test_preview_shows_the_reminders_and_the_days(as_, alicja, scene, notice):
    response = on_wednesday(as_(alicja), scene, _preview="x")
    rows = [one for one in elements(response, "li") if "2 grudnia: 8:00–16:00" in "".join(one.itertext())]
    assert (len(reminders(response)), len(rows)) == (1, 1)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"title_pl": "Czwartek: nie znamy godzin."}, id="of another day"),
        pytest.param({"title_pl": UNKNOWN_WEDNESDAY, "ends_at": warsaw(2026, 11, 29)}, id="that is over"),
        pytest.param({"title_pl": UNKNOWN_WEDNESDAY, "starts_at": warsaw(2026, 12, 24)}, id="that is to come"),
    ],
)
def test_notice_is_no_reminder(as_, alicja, scene, fields):
    make_notice(scene.a.office, **({"starts_at": warsaw(2026, 11, 1)} | fields))
    on_wednesday(as_(alicja), scene)
    assert saved_days(scene) == [0, 2]


def test_notice_of_another_office_is_no_reminder(as_, alicja, scene):
    make_notice(scene.b.office, title_pl=UNKNOWN_WEDNESDAY, starts_at=warsaw(2026, 11, 1))
    on_wednesday(as_(alicja), scene)
    assert saved_days(scene) == [0, 2]


def test_saving_without_a_change_of_hours_reminds_of_nothing(as_, alicja, scene):
    make_notice(scene.a.office, title_pl="W poniedziałek zadzwoń.", starts_at=warsaw(2026, 11, 1))
    save(as_(alicja), address(scene.a.section), room="77")
    scene.a.section.refresh_from_db()
    assert scene.a.section.room == "77"


def test_day_taken_away_reminds_too(as_, alicja, scene):
    make_notice(scene.a.office, title_pl="W poniedziałek przyjmuje psycholog.", starts_at=warsaw(2026, 11, 1))
    response = save(as_(alicja), address(scene.a.section), **{"weekly_hours-0-DELETE": "on"})
    assert (len(reminders(response)), saved_days(scene)) == (1, [0])


def test_note_under_the_hours_is_pointed_out(as_, alicja, scene):
    scene.a.schedule.note_pl = "Przed wizytą w środę zadzwoń."
    scene.a.schedule.save()
    url = f"/admin/offices/schedule/{scene.a.schedule.pk}/change/"
    assert reminders(on_wednesday(as_(alicja), scene)) == said(
        "Dopisek pod godzinami", "Przed wizytą w środę zadzwoń.", url
    )


def test_note_that_is_changed_along_with_the_hours_needs_no_reminder(as_, alicja, scene):
    scene.a.schedule.note_pl = "Przed wizytą w środę zadzwoń."
    scene.a.schedule.save()
    on_wednesday(as_(alicja), scene, **{"schedules-0-note_pl": "Przerwa 12:00–12:15"})
    assert saved_days(scene) == [0, 2]


def test_page_of_the_office_is_pointed_out(as_, alicja, scene):
    page = OfficePage.objects.create(
        office=scene.a.office, kind="prosty-jezyk", title="Prosty język", text="Nie znamy godzin.", is_published=True
    )
    url = f"/admin/offices/officepage/{page.pk}/change/"
    found = reminders(on_wednesday(as_(alicja), scene))
    assert found == said("Strona „Prosty język”", "Nie znamy godzin.", url)


def test_schedule_of_its_own_page_reminds_too(as_, alicja, scene, notice):
    response = save(as_(alicja), address(scene.a.schedule), **row(1, weekday="2"))
    assert (len(reminders(response)), saved_days(scene)) == (1, [0])


def test_first_hours_of_a_place_remind_too(as_, alicja, scene, notice):
    section = make_section(scene.a.office, "nowa")
    response = save(as_(alicja), address(section), **row(0, weekday="2"))
    assert (len(reminders(response)), section.schedules.count()) == (1, 0)


def test_declaration_that_speaks_of_a_changed_fact_is_pointed_out(as_, alicja, scene):
    sentence = "Nie wiadomo, czy jest wejście bez schodów."
    scene.a.declaration.inaccessible_content_pl = sentence
    scene.a.declaration.save()
    AccessibilityFact.objects.filter(building=scene.a.building).delete()
    facts = {"TOTAL_FORMS": "1", "0-feature": "step-free-entrance", "0-answer": "yes"}
    changes = {f"accessibility_facts-{name}": value for name, value in facts.items()}
    response = save(as_(alicja), address(scene.a.building), **changes)
    url = f"/admin/offices/accessibilitydeclaration/{scene.a.declaration.pk}/change/"
    found = reminders(response), scene.a.building.accessibility_facts.count()
    assert found == (said("Deklaracja dostępności", sentence, url), 0)
    as_(alicja).post(address(scene.a.building), filled_in(response))
    assert scene.a.building.accessibility_facts.get().answer == "yes"


def test_hours_of_a_help_line_remind_of_nothing(as_, dorota, scene, notice):
    save(as_(dorota), address(scene.shared.help_line), **row(0, weekday="2", mode="phone"))
    assert WeeklyHours.objects.filter(schedule__help_line=scene.shared.help_line, opens=dt.time(8)).count() == 1
