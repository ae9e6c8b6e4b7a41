"""Saving notes which translations the Polish has left behind; readers then get the Polish."""

import datetime as dt
import re

import pytest
from django.apps import apps
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils.translation import override
from modeltranslation.translator import translator

from languages.fallback import Polish, quoting
from languages.translated import HonestText, Translated, translated_names
from offices.models import AccessibilityFact, Building, Schedule
from offices.templatetags.text import langattr, spoken
from offices.timetables import timetables
from services.models import Form
from tests.factories import (
    DATE,
    make_building,
    make_exception,
    make_help_line,
    make_offering,
    make_office,
    make_schedule,
    make_service,
)

MODELS = sorted(translator.get_registered_models(abstract=False), key=lambda model: model._meta.label)


@pytest.fixture
def building(db):
    """A building with its name in all languages, as a reader of the database finds it."""
    made = make_building(make_office(), name_pl="Dom", name_en="House", name_uk="Дім")
    return Building.objects.get(pk=made.pk)


def saved(building, **changes):
    """Change a building, save it, and return what the database then holds as outdated."""
    for name, value in changes.items():
        setattr(building, name, value)
    building.save()
    return Building.objects.get(pk=building.pk).outdated


# --- Every model ---------------------------------------------------------------------------


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_model_with_translations_knows_their_state(model):
    assert issubclass(model, Translated)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_translated_text_is_honest(model):
    assert {type(getattr(model, name)) for name in translated_names(model)} == {HonestText}


def test_no_model_is_translated_without_being_registered():
    ours = {model for app in ("offices", "services") for model in apps.get_app_config(app).get_models()}
    assert {model for model in ours if issubclass(model, Translated)} == set(MODELS)


# --- Saving --------------------------------------------------------------------------------


def test_new_record_has_nothing_outdated(building):
    assert (building.outdated, building.to_check) == ({}, {})


def test_polish_that_changes_leaves_its_translations_behind(building):
    assert saved(building, name_pl="Pałac") == {"en": {"name": "Dom"}, "uk": {"name": "Dom"}}


def test_translation_that_changes_as_well_is_current(building):
    assert saved(building, name_pl="Pałac", name_en="Palace", name_uk="") == {}


def test_translation_that_comes_later_is_current(building):
    saved(building, name_pl="Pałac")
    assert saved(building, name_en="Palace") == {"uk": {"name": "Dom"}}


def test_polish_that_comes_back_is_what_was_translated(building):
    saved(building, name_pl="Pałac")
    assert saved(building, name_pl="Dom") == {}


def test_minor_change_leaves_translations_good(building):
    building.is_minor_change = True
    assert saved(building, name_pl="Dom.") == {}


def test_minor_change_is_that_of_one_save(building):
    building.is_minor_change = True
    saved(building, name_pl="Dom.")
    assert saved(building, name_pl="Pałac") == {"en": {"name": "Dom."}, "uk": {"name": "Dom."}}


def test_translation_that_still_holds_is_current(building):
    saved(building, name_pl="Pałac")
    building.still_holds("name", "en")
    assert saved(building) == {"uk": {"name": "Dom"}}


def test_save_of_some_fields_keeps_what_became_outdated(building):
    building.name_pl = "Pałac"
    building.save(update_fields=["name_pl"])
    building.refresh_from_db()
    assert building.outdated == {"en": {"name": "Dom"}, "uk": {"name": "Dom"}}


@pytest.mark.parametrize(
    ("fields", "queries"),
    [
        pytest.param(["topic"], 1, id="no text among them"),
        pytest.param(["topic", "name_en"], 2, id="a text among them"),
        pytest.param(None, 2, id="all fields"),
    ],
)
def test_save_asks_once_for_the_texts_and_only_when_it_writes_them(db, django_assert_num_queries, fields, queries):
    line = make_help_line()
    with django_assert_num_queries(queries):
        line.save(update_fields=fields)


def test_record_that_somebody_deleted_meanwhile_is_saved_as_new(building):
    Building.objects.filter(pk=building.pk).delete()
    assert saved(building, name_pl="Pałac") == {}


def test_form_to_download_is_watched_too(db):
    form = Form.objects.create(
        offering=make_offering(make_office(), make_service()), title_pl="Wniosek", title_en="Form", url="https://a.pl/"
    )
    form.title_pl = "Druk"
    form.save()
    assert form.outdated == {"en": {"title": "Wniosek"}}


def test_mark_to_check(building):
    building.mark_to_check("name", "uk", is_to_check=True)
    building.mark_to_check("way_in", "uk", is_to_check=True)
    building.mark_to_check("purpose", "en", is_to_check=True)
    building.mark_to_check("purpose", "en", is_to_check=False)
    building.save()
    building.refresh_from_db()
    assert building.to_check == {"uk": ["name", "way_in"]}


# --- Reading -------------------------------------------------------------------------------

OUTDATED = {"outdated": {"en": {"name": "Dom"}}}


@pytest.mark.parametrize(
    ("language", "expected"),
    [("pl", "Pałac"), ("en", "Pałac"), ("uk", "Палац")],
)
def test_outdated_translation_gives_way_to_polish(language, expected):
    building = Building(name_pl="Pałac", name_en="House", name_uk="Палац", **OUTDATED)
    with override(language):
        assert building.name == expected


def test_outdated_translation_of_a_text_taken_away_is_not_shown():
    with override("en"):
        assert Building(name_pl="", name_en="House", **OUTDATED).name == ""


def test_outdated_translation_stays_as_it_was_stored():
    with override("en"):
        assert Building(name_pl="Pałac", name_en="House", **OUTDATED).name_en == "House"


def test_text_can_still_be_set_in_the_readers_language():
    building = Building(name_pl="Pałac", **OUTDATED)
    with override("en"):
        building.name = "Palace"
    assert (building.name_pl, building.name_en) == ("Pałac", "Palace")


def test_record_read_in_part_is_as_honest(building):
    saved(building, name_pl="Pałac")
    with override("en"):
        assert Building.objects.only("name").get(pk=building.pk).name == "Pałac"


@pytest.mark.parametrize(
    ("language", "expected"), [("pl", ""), ("en", ' lang="pl"'), ("uk", "")], ids=["pl", "en, outdated", "uk"]
)
def test_langattr_marks_an_outdated_text_as_polish(language, expected):
    building = Building(name_pl="Pałac", name_en="House", name_uk="Палац", **OUTDATED)
    with override(language):
        assert langattr(building, "name") == expected


@pytest.mark.parametrize(("language", "expected"), [("pl", "Nowe"), ("en", "Nowe"), ("uk", "Старе")])
def test_hours_give_the_polish_note_where_its_translation_is_outdated(db, language, expected):
    office = make_office()
    make_schedule((0, 8, 16), office=office, note_pl="Nowe", note_en="Old", note_uk="Старе")
    Schedule.objects.update(outdated={"en": {"note": "Stare"}})
    with override(language):
        assert timetables(office=[office])["office", office.pk, "reception"].note == expected


@pytest.mark.parametrize(("language", "expected"), [("pl", "Nowy"), ("en", "Nowy"), ("uk", "Старий")])
def test_exceptions_give_the_polish_reason_where_its_translation_is_outdated(db, language, expected):
    texts = {"reason_pl": "Nowy", "reason_en": "Old", "reason_uk": "Старий"}
    office = make_office()
    make_exception(DATE, office=office, outdated={"en": {"reason": "Stary"}}, **texts)
    with override(language):
        assert timetables(office=[office])["office", office.pk, None].dated[0].reason == expected


# --- The notice ----------------------------------------------------------------------------

PAGE = "{% honest %}<p{% langattr building 'name' %}>{{ building.name }}</p>{% endhonest %}"


def page(language, source=PAGE, **texts):
    with override(language):
        return Template(source).render(Context({"building": Building(**texts)}))


def test_notice_stands_before_a_page_where_polish_stands_in():
    html = page("en", name_pl="Dom")
    with override("en"):
        notice = render_to_string("components/stand_in.html")
    assert html == notice + '<p lang="pl">Dom</p>'


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        pytest.param("pl", {"name_pl": "Dom"}, id="Polish page"),
        pytest.param("en", {"name_pl": "Dom", "name_en": "House"}, id="translated"),
        pytest.param("en", {"name_pl": "", "name_en": ""}, id="no text at all"),
    ],
)
def test_page_without_polish_that_stands_in_has_no_notice(language, texts):
    assert page(language, **texts).count("stand-in") == 0


def test_notice_counts_only_what_stands_inside():
    assert (
        page(
            "en",
            PAGE.replace("{% honest %}", "").replace("{% endhonest %}", "{% honest %}{% endhonest %}"),
            name_pl="Dom",
        ).count("stand-in")
        == 0
    )


def test_notice_of_a_part_is_that_of_the_whole_as_well():
    assert page("en", "{% honest %}" + PAGE + "{% endhonest %}", name_pl="Dom").count("stand-in") == 2


def test_broken_page_leaves_no_watcher_behind():
    def fall_over():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Template("{% honest %}{{ one }}{% endhonest %}").render(Context({"one": fall_over}))
    assert page("en", name_pl="Dom", name_en="House").count("stand-in") == 0


# --- Texts that stand inside of sentences ---------------------------------------------------


def shown(client, address):
    """Return the Polish parts of a page in <main>, and whether it has the notice."""
    main = client.get(address).content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return re.findall(r'<span lang="pl">([^<]*)</span>', main), "stand-in" in main


@pytest.fixture
def hurried(db, at):
    """An office whose only untranslated text is one that an editor typed in a hurry."""
    at(DATE.year, DATE.month, DATE.day, 10)
    office = make_office(short_name_en="Centre", name_en="Centre")
    make_schedule(*((day, 8, 16) for day in range(5)), office=office)
    return office


def test_reason_of_today_is_marked_as_polish(client, hurried):
    make_exception(DATE, office=hurried, reason_pl="szkolenie w ratuszu")
    parts, has_notice = shown(client, "/en/a/")
    assert (set(parts), has_notice) == ({"szkolenie w\xa0ratuszu"}, True)


def test_reason_of_tomorrow_is_marked_as_polish(client, hurried):
    make_exception(
        DATE + dt.timedelta(days=1), office=hurried, reason_pl="szkolenie", opens=10, closes=12, mode="walk-in"
    )
    parts, has_notice = shown(client, "/en/a/")
    assert (set(parts), has_notice) == ({"szkolenie"}, True)


def test_note_of_the_hours_is_marked_as_polish(client, hurried):
    hurried.schedules.update(note_pl="Przerwa do 12:15")
    html = client.get("/en/a/").content.decode()
    assert '<span lang="pl">Przerwa do <time datetime="12:15">12:15</time></span>' in html


def test_note_of_an_accessibility_fact_is_marked_as_polish(client, hurried):
    building = make_building(hurried, name_en="House")
    AccessibilityFact.objects.create(building=building, feature="lift", answer="yes", note_pl="Mała")
    parts, has_notice = shown(client, "/en/a/budynki/budynek/")
    assert ("Mała" in parts, has_notice) == (True, True)


@pytest.mark.parametrize(("address", "expected"), [("/a/", []), ("/en/a/", [])], ids=["Polish page", "translated"])
def test_reason_that_is_translated_or_read_in_polish_is_not_marked(client, hurried, address, expected):
    make_exception(DATE, office=hurried, reason_pl="szkolenie", reason_en="training")
    assert shown(client, address) == (expected, False)


def test_names_of_open_sections_are_marked_as_polish():
    sentence = quoting("Open now: Klub, Kasa", Polish("Klub"), "Kasa")
    assert spoken(sentence) == 'Open now: <span lang="pl">Klub</span>, Kasa'


def test_spoken_escapes():
    sentence = quoting("Closed: <b>&", Polish("<b>&"))
    assert spoken(sentence) == 'Closed: <span lang="pl">&lt;b&gt;&amp;</span>'
