"""Hours are copied to another place of one's own, after a page that says what will change."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry

from offices.models import HelpLine, Schedule, WeeklyHours
from tests.cast import XHTML, address, elements, filled_in
from tests.offices.test_admin_hours import hours_of


@pytest.fixture
def source(scene):
    """The office's own hours: Tuesday and Wednesday, from 9 to 17, also on public holidays."""
    schedule = Schedule.objects.create(office=scene.a.office, closed_on_holidays=False)
    for weekday in (1, 2):
        WeeklyHours.objects.create(schedule=schedule, weekday=weekday, opens=dt.time(9), closes=dt.time(17))
    return schedule


def page(place):
    return address(place).replace("change", "skopiuj-godziny")


def asked(client, place, source, how="replace"):
    return client.post(page(place), {"source": source.pk, "how": how})


def confirmed(client, place, source, how="replace"):
    """Go through both steps as a browser does."""
    return client.post(page(place), filled_in(asked(client, place, source, how)) | {"_confirm": "x"})


def offered(response):
    return ["".join(one.itertext()) for one in elements(response, "option") if one.get("value")]


def listed(response):
    """Return the rows that a page lists, by its headings."""
    main = next(one for one in elements(response, "div") if one.get("id") == "content-main")
    found, heading = {}, ""
    for one in main:
        if one.tag == XHTML + "h2":
            heading = "".join(one.itertext())
        elif one.tag == XHTML + "ul" and heading:
            found[heading] = ["".join(row.itertext()) for row in one]
    return found


OLD = (0, dt.time(8), dt.time(16))
NEW = [(1, dt.time(9), dt.time(17)), (2, dt.time(9), dt.time(17))]


def test_hours_are_replaced(as_, alicja, scene, source):
    confirmed(as_(alicja), scene.a.section, source)
    assert hours_of(scene.a.schedule) == NEW


def test_hours_are_appended(as_, alicja, scene, source):
    confirmed(as_(alicja), scene.a.section, source, "append")
    assert hours_of(scene.a.schedule) == [OLD, *NEW]


def test_source_keeps_its_hours(as_, alicja, scene, source):
    confirmed(as_(alicja), scene.a.section, source)
    assert hours_of(source) == NEW


@pytest.mark.parametrize("place", ["building", "phone"])
def test_place_without_hours_receives_a_schedule(as_, alicja, scene, source, place):
    confirmed(as_(alicja), getattr(scene.a, place), source)
    made = Schedule.objects.get(**{place: getattr(scene.a, place)})
    assert (hours_of(made), made.closed_on_holidays) == (NEW, False)


def test_hours_are_copied_to_a_schedule_of_its_own(as_, alicja, scene, source):
    desk = Schedule.objects.create(building=scene.a.building, purpose="cash-desk")
    confirmed(as_(alicja), desk, source)
    assert hours_of(desk) == NEW


def test_first_step_writes_nothing(as_, alicja, scene, source):
    asked(as_(alicja), scene.a.section, source)
    assert hours_of(scene.a.schedule) == [OLD]


def test_first_step_says_what_is_replaced(as_, alicja, scene, source):
    assert listed(asked(as_(alicja), scene.a.section, source)) == {
        "Te wiersze znikną": ["poniedziałek 8:00–16:00"],
        "Te wiersze dojdą (OPS A: przyjęcia)": ["wtorek 9:00–17:00", "środa 9:00–17:00"],
    }


def test_first_step_says_what_is_kept(as_, alicja, scene, source):
    found = listed(asked(as_(alicja), scene.a.section, source, "append"))
    assert found["Te wiersze zostaną"] == ["poniedziałek 8:00–16:00"]


def test_appended_hours_that_overlap_are_refused(as_, alicja, scene, source):
    WeeklyHours.objects.create(schedule=source, weekday=0, opens=dt.time(10), closes=dt.time(12))
    confirmed(as_(alicja), scene.a.section, source, "append")
    assert hours_of(scene.a.schedule) == [OLD]


def test_appended_hours_that_overlap_are_named(as_, alicja, scene, source):
    WeeklyHours.objects.create(schedule=source, weekday=0, opens=dt.time(10), closes=dt.time(12))
    response = asked(as_(alicja), scene.a.section, source, "append")
    assert response.context["copy"].mistakes == [
        "Poniedziałek 8:00–16:00 oraz poniedziałek 10:00–12:00 nakładają się. Popraw godziny albo usuń jeden z wierszy."
    ]


def test_copying_stops_when_the_hours_have_changed_meanwhile(as_, alicja, scene, source):
    client = as_(alicja)
    sent = filled_in(asked(client, scene.a.section, source)) | {"_confirm": "x"}
    source.weekly_hours.first().delete()
    response = client.post(page(scene.a.section), sent)
    assert (response.context["changed"], hours_of(scene.a.schedule)) == (True, [OLD])


def test_confirmation_cannot_be_skipped(as_, alicja, scene, source):
    as_(alicja).post(page(scene.a.section), {"source": source.pk, "how": "replace", "_confirm": "x"})
    assert hours_of(scene.a.schedule) == [OLD]


def test_opening_the_page_writes_nothing(as_, alicja, scene, source):
    as_(alicja).get(page(scene.a.section), {"source": source.pk, "how": "replace", "_confirm": "x"})
    assert hours_of(scene.a.schedule) == [OLD]


def test_copying_without_a_source_is_asked_for_again(as_, alicja, scene, source):
    response = as_(alicja).post(page(scene.a.section), {"how": "replace"})
    assert list(response.context["form"].errors) == ["source"]


def test_copying_is_logged_at_the_place(as_, alicja, scene, source):
    confirmed(as_(alicja), scene.a.section, source)
    logged = [(one.user, one.object_repr, one.get_change_message()) for one in LogEntry.objects.all()]
    assert logged == [(alicja, "Komórka A", "Zmodyfikowano godziny.")]


def test_page_of_a_place_links_to_copying(as_, alicja, scene):
    links = [one.get("href") for one in elements(as_(alicja).get(address(scene.a.section)), "a")]
    assert page(scene.a.section) in links


def test_editor_is_offered_own_hours_alone(as_, alicja, scene, source):
    assert offered(as_(alicja).get(page(scene.a.section))) == ["OPS A: przyjęcia"]


def test_superuser_is_offered_the_hours_of_the_same_office(as_, dorota, scene, source):
    assert offered(as_(dorota).get(page(scene.a.building))) == [
        "OPS A, Komórka A: przyjęcia",
        "OPS A: przyjęcia",
    ]


def test_superuser_is_offered_help_lines_for_a_help_line(as_, dorota, scene, source):
    other = HelpLine.objects.create(name_pl="Inna", slug="inna", number="116111", topic="crisis", for_whom_pl="x")
    schedule = Schedule.objects.create(help_line=other, purpose="phone")
    WeeklyHours.objects.create(schedule=schedule, weekday=1, opens=dt.time(9), closes=dt.time(17))
    assert offered(as_(dorota).get(page(scene.shared.help_line))) == ["Inna, 116 111: telefon"]


def test_place_alone_with_its_hours_is_told_so(as_, alicja, scene):
    response = as_(alicja).get(page(scene.a.section))
    assert [one.get("id") for one in elements(response, "form") if one.get("id") == "copy_form"] == []


@pytest.mark.parametrize("count", [1, 3])
def test_choice_of_sources_takes_the_same_number_of_queries(
    as_, alicja, scene, source, django_assert_num_queries, count
):
    for number in range(1, count):
        section = scene.a.office.sections.create(name_pl="Klub", slug=f"klub-{number}", building=scene.a.building)
        schedule = Schedule.objects.create(section=section)
        WeeklyHours.objects.create(schedule=schedule, weekday=1, opens=dt.time(9), closes=dt.time(17))
    client = as_(alicja)
    with django_assert_num_queries(10):
        response = client.get(page(scene.a.section))
    assert len(offered(response)) == count
