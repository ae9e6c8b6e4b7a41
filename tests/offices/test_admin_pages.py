"""Every staff page opens, keeps to the strict content policy and labels its inputs."""

import datetime as dt
import re

import pytest
from django.apps import apps
from django.contrib import admin

from offices.models import FormerSlug
from staff.base import free_slug
from tests.cast import LABELS, NEVER_ADDED, PAGES, address, elements, model_of, pages, save

INLINE = re.compile(r"""<style|\sstyle=|\son[a-z]+=["']|<script(?![^>]*\ssrc=)|javascript:""", re.IGNORECASE)


@pytest.fixture(scope="module")
def kept():
    """What the first test that looks at every staff page has opened: the next ones look at the same pages."""
    return {}


@pytest.fixture
def opened(kept, as_, dorota, scene):
    """Return {(kind of record, page): response} of the five pages of every kind of record, as a superuser sees them."""
    if not kept:
        client = as_(dorota)
        for label in LABELS:
            record = model_of(label).objects.order_by("-pk").first()
            kept.update(((label, page), client.get(address)) for page, address in pages(record).items())
    return kept


def test_pages_open(opened):
    answers = {place: response.status_code for place, response in opened.items()}
    refused = {(label, "add"): 403 for label in NEVER_ADDED}
    assert answers == {(label, page): 200 for label in LABELS for page in PAGES} | refused


def test_pages_have_nothing_inline(opened):
    found = {place: INLINE.findall(response.content.decode()) for place, response in opened.items()}
    assert {place: what for place, what in found.items() if what} == {}


def test_pages_load_nothing_from_outside(opened):
    loaded = [
        (*place, one.get("src") or one.get("href"))
        for place, response in opened.items()
        for one in elements(response, "script", "link", "img", "iframe")
    ]
    assert len(loaded) > len(opened)
    assert [one for one in loaded if not one[-1].startswith("/")] == []


def test_pages_label_every_input(opened):
    unlabelled = []
    for (label, page), response in opened.items():
        if label == "auth.user":
            continue  # Django's own page of an account; only superusers meet it.
        labels = elements(response, "label")
        labelled = {one.get("for") for one in labels}
        wrapped = {one for label in labels for one in label.iter()}
        for one in elements(response, "input", "select", "textarea"):
            named = one.get("id") in labelled or one.get("aria-label") or one.get("aria-labelledby") or one in wrapped
            if not named and one.get("type") not in ("hidden", "submit"):
                unlabelled.append((label, page, one.get("name")))
    assert unlabelled == []


def test_pages_are_in_polish(opened):
    languages = {place: elements(response, "html")[0].get("lang") for place, response in opened.items()}
    assert languages == dict.fromkeys(opened, "pl")


def test_index_has_the_name_of_the_site(as_, dorota):
    headings = ["".join(one.itertext()) for one in elements(as_(dorota).get("/admin/"), "h1")]
    assert headings == ["Co chcesz zmienić?"]


def test_index_is_empty_for_staff_of_no_office(as_, celina, scene):
    response = as_(celina).get("/admin/")
    assert (response.status_code, response.context["app_list"]) == (200, [])


def test_index_offers_an_editor_everything_but_accounts(as_, alicja):
    apps = [app["app_label"] for app in as_(alicja).get("/admin/").context["app_list"]]
    assert sorted(apps) == ["offices", "search", "services"]


def test_rows_name_their_column_and_row(as_, dorota, scene):
    response = as_(dorota).get(address(scene.a.schedule))
    labels = {one.get("name"): one.get("aria-label") for one in elements(response, "input")}
    assert labels["weekly_hours-0-opens"] == "Od godziny, wiersz 1"


def test_translated_input_says_its_language(as_, dorota, scene):
    response = as_(dorota).get(address(scene.a.notice))
    languages = {one.get("name"): one.get("lang") for one in elements(response, "input", "textarea")}
    assert [languages[f"title_{code}"] for code in ("pl", "en", "uk")] == [None, "en", "uk"]


def test_translations_are_folded_away(as_, dorota, scene):
    response = as_(dorota).get(address(scene.a.notice))
    folded = ["".join(one.itertext()).strip() for one in elements(response, "summary")]
    assert folded[:2] == ["Angielski", "Ukraiński"]


def test_amount_is_written_the_polish_way(as_, dorota, scene):
    scene.shared.service.amounts.create(label_pl="Najwyżej", value="1010.50")
    response = as_(dorota).get(address(scene.shared.service))
    values = {one.get("name"): one.get("value") for one in elements(response, "input")}
    assert values["amounts-0-value"] == "1010,50"


def test_dates_and_times_are_written_the_polish_way(as_, dorota, scene):
    scene.a.schedule.weekly_hours.update(valid_from="2026-12-11")
    response = as_(dorota).get(address(scene.a.schedule))
    values = {one.get("name"): one.get("value") for one in elements(response, "input")}
    assert [values[f"weekly_hours-0-{name}"] for name in ("opens", "valid_from")] == ["08:00", "11.12.2026"]


def test_date_typed_the_polish_way_is_read(as_, dorota, scene):
    save(as_(dorota), address(scene.a.building), checked_on="11.12.2019")
    scene.a.building.refresh_from_db()
    assert scene.a.building.checked_on == dt.date(2019, 12, 11)


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_buildings_takes_the_same_number_of_queries(as_, alicja, scene, django_assert_num_queries, count):
    for number in range(1, count):
        scene.a.office.buildings.create(name_pl="Dom", slug=f"dom-{number}", street="Polna 2", town="A")
    client = as_(alicja)
    with django_assert_num_queries(8):
        response = client.get(address(scene.a.building, "changelist"))
    assert response.context["cl"].result_count == count


def test_list_shows_the_office_only_to_those_who_have_several(as_, alicja, dorota, scene):
    columns = [
        "home_office" in as_(user).get(address(scene.a.building, "changelist")).context["cl"].list_display
        for user in (alicja, dorota)
    ]
    assert columns == [False, True]


def test_filter_offers_an_editor_just_their_own_offices(as_, alicja, scene):
    alicja.offices.add(scene.b.office)
    scene.c = type(scene.a.office).objects.create(
        name_pl="Ośrodek C", short_name_pl="OPS C", kind="ops", slug="osrodek-c", municipality="C"
    )
    response = as_(alicja).get(address(scene.a.building, "changelist"))
    assert response.context["cl"].filter_specs[0].lookup_choices == [
        (str(scene.a.office.pk), "OPS A"),
        (str(scene.b.office.pk), "OPS B"),
    ]


@pytest.mark.parametrize(
    ("name", "taken", "slug"),
    [
        ("Łączny Dział Świadczeń", set(), "laczny-dzial-swiadczen"),
        ("Klub „Stokrotka”", {"klub-stokrotka"}, "klub-stokrotka-2"),
        ("„…”", set(), "miejsce"),
    ],
)
def test_free_slug_reads_polish(name, taken, slug):
    assert free_slug(name, taken) == slug


def test_address_of_the_form_does_not_reveal_another_office(as_, alicja, scene):
    response = as_(alicja).get(address(scene.a.section, "add"), {"building": scene.b.building.pk})
    assert [one.text for one in elements(response, "option") if one.text and "Budynek" in one.text] == []


def test_every_model_is_editable_somewhere():
    shown = set(admin.site._registry)
    shown |= {inline.model for one in admin.site._registry.values() for inline in one.inlines}
    ours = {model for app in ("offices", "services") for model in apps.get_app_config(app).get_models()}
    assert ours - shown == {FormerSlug}  # It writes itself: see offices/models/former_slug.py.


def test_form_of_an_office_asks_once_whether_it_may(as_, alicja, scene, django_assert_num_queries):
    client = as_(alicja)
    client.get(address(scene.a.office))  # The kinds of records are known from now on.
    with django_assert_num_queries(26):
        client.get(address(scene.a.office))
