"""The dashboard of translations: how many texts are in which state, and what to do next."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from modeltranslation.translator import translator

from languages.models import GlossaryTerm
from offices.models import AccessibilityFact, Notice, Office, Phone
from services.models import Amount, SheetRecording
from staff.rights import OfficeRights
from staff.translation_entries import _rows
from tests.cast import address, elements

pytestmark = pytest.mark.slow  # Each opens and sends a whole form.

SHARED = "/admin/offices/office/wspolne/tlumaczenia/"
MODELS = sorted(translator.get_registered_models(abstract=False), key=lambda model: model._meta.label)


def of_office(office):
    return f"/admin/offices/office/{office.pk}/tlumaczenia/"


def words(element):
    return " ".join("".join(element.itertext()).split())


def counts(response):
    """Return {language: {state: number}} of the table."""
    table = next(one for one in elements(response, "table") if one.get("class") == "translations")
    head, *rows = [[words(cell) for cell in row] for row in table.iter() if row.tag.endswith("}tr")]
    return {language: dict(zip(head[1:], map(int, numbers), strict=True)) for language, *numbers in rows}


def links(response, language):
    """Return the links of what to do next in a language, as [(what, address)] in their order."""
    section = next(one for one in elements(response, "section") if one.get("aria-labelledby") == f"next-{language}")
    return [(words(one), one.get("href")) for one in section.iter() if one.tag.endswith("}a")]


def headings(response):
    return [words(one) for one in elements(response, "h3")]


@pytest.fixture
def bare(scene):
    """Office A with one notice alone, of which each test makes what it needs."""
    Office.objects.filter(pk=scene.a.office.pk).update(
        short_name_en="OPS", short_name_uk="OPS", name_en="O", name_uk="O"
    )
    for record in (
        scene.a.building,
        scene.a.section,
        scene.a.page,
        scene.a.service,
        scene.a.declaration,
        scene.a.recording,
    ):
        record.delete()
    notice = scene.a.notice
    notice.title_en = notice.title_uk = "Notice"
    notice.save()
    return notice


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_model_with_translations_stands_on_a_dashboard(model):
    if not admin.site.is_registered(model):
        parents = [one for one in MODELS if admin.site.is_registered(one)]
        rows = {relation.related_model for parent in parents for relation in _rows(admin.site, parent)}
        assert model in rows
    else:
        assert isinstance(admin.site.get_model_admin(model), OfficeRights)


# --- Whose it is ---------------------------------------------------------------------------


def test_editor_sees_the_dashboard_of_own_office(as_, alicja, scene):
    assert as_(alicja).get(of_office(scene.a.office)).status_code == 200


@pytest.mark.parametrize(
    ("who", "status"),
    [("borys", 404), ("celina", 404), ("dorota", 200)],
    ids=["another office", "no office", "superuser"],
)
def test_dashboard_of_an_office_is_for_its_editors(request, as_, scene, who, status):
    assert as_(request.getfixturevalue(who)).get(of_office(scene.a.office)).status_code == status


@pytest.mark.parametrize(("who", "status"), [("alicja", 403), ("celina", 403), ("dorota", 200)])
def test_dashboard_of_what_all_share_is_for_superusers(request, as_, scene, who, status):
    assert as_(request.getfixturevalue(who)).get(SHARED).status_code == status


def test_visitor_is_asked_to_sign_in(client, scene):
    assert client.get(of_office(scene.a.office)).status_code == 302


def test_dashboard_holds_what_belongs_to_the_office_alone(as_, alicja, scene):
    found = [text for text, _address in links(as_(alicja).get(of_office(scene.a.office)), "en")]
    assert found == [
        "Ośrodek: OPS A (brakuje: 2), po angielsku",
        "Budynek: Budynek A, Leśna 1 (brakuje: 1), po angielsku",
        "Komórka: Komórka A (brakuje: 1), po angielsku",
        "Telefon: 52 387 87 01 (brakuje: 1), po angielsku",
        "Komunikat: Komunikat A (brakuje: 1), po angielsku",
        "Strona wymagana prawem: Prywatność (brakuje: 2), po angielsku",
        "Nagranie w języku migowym: OPS A: nagranie w języku migowym (brakuje: 1), po angielsku",
        "Sprawa: Klub A (brakuje: 2), po angielsku",
    ]


def test_dashboard_of_what_all_share_holds_no_records_of_offices(as_, dorota, scene):
    scene.shared.help_line.schedules.create(purpose="phone", note_pl="W święta też")
    found = [text for text, _address in links(as_(dorota).get(SHARED), "uk")]
    assert found == [
        "Linia pomocy: Telefon alarmowy, 112 (brakuje: 2), po ukraińsku",
        "Rozkład godzin: Telefon alarmowy, 112: telefon (brakuje: 1), po ukraińsku",
        "Sytuacja życiowa: Nie mam za co żyć (brakuje: 1), po ukraińsku",
        "Sprawa: Zasiłek stały (brakuje: 2), po ukraińsku",
        "Dokument: Dowód osobisty (brakuje: 1), po ukraińsku",
        "Przewodnik krok po kroku: Urodziło się dziecko (brakuje: 2), po ukraińsku",
    ]


# --- What it says --------------------------------------------------------------------------


def test_texts_are_counted_by_state(as_, alicja, scene, bare):
    bare.text_pl = "Prosimy dzwonić."
    bare.text_uk = "Просимо дзвонити."
    bare.title_pl = "Awaria"
    bare.title_uk = "Аварія"
    bare.mark_to_check("text", "uk", is_to_check=True)
    bare.save()
    assert counts(as_(alicja).get(of_office(scene.a.office))) == {
        "Angielski": {"Brakuje": 1, "Nieaktualne": 1, "Do sprawdzenia": 0, "Aktualne": 2},
        "Ukraiński": {"Brakuje": 0, "Nieaktualne": 0, "Do sprawdzenia": 1, "Aktualne": 3},
    }


def test_most_pressing_comes_first(as_, alicja, scene, bare):
    Notice.objects.create(office=scene.a.office, title_pl="Nowy", starts_at=bare.starts_at)
    bare.title_pl = "Awaria"
    bare.save()
    response = as_(alicja).get(of_office(scene.a.office))
    assert [text for text, _address in links(response, "en")] == [
        "Komunikat: Nowy (brakuje: 1), po angielsku",
        "Komunikat: Awaria (nieaktualne: 1), po angielsku",
    ]
    assert headings(response)[:2] == ["Przetłumacz: czegoś brakuje", "Popraw: polski tekst się zmienił"]


def test_work_leads_to_its_side_by_side_view(as_, alicja, scene, bare):
    Notice.objects.filter(pk=bare.pk).update(title_uk="")
    expected = [
        ("Komunikat: Komunikat A (brakuje: 1), po ukraińsku", f"/admin/offices/notice/{bare.pk}/tlumaczenie/uk/")
    ]
    assert links(as_(alicja).get(of_office(scene.a.office)), "uk") == expected


def test_nothing_to_do_is_said(as_, alicja, scene, bare):
    response = as_(alicja).get(of_office(scene.a.office))
    assert [words(one) for one in elements(response, "p")].count("Wszystko przetłumaczone i aktualne.") == 2


@pytest.mark.parametrize(("is_checked", "number"), [(False, 1), (True, 0)])
def test_text_with_an_unchecked_term_waits_for_a_native_reader(as_, alicja, scene, bare, is_checked, number):
    GlossaryTerm.objects.create(pl="awaria", uk="аварія", uk_checked=is_checked)
    Notice.objects.filter(pk=bare.pk).update(title_uk="Про аварію телефону")
    assert counts(as_(alicja).get(of_office(scene.a.office)))["Ukraiński"]["Do sprawdzenia"] == number


def test_rows_without_a_page_count_with_their_record(as_, alicja, scene):
    AccessibilityFact.objects.create(building=scene.a.building, feature="lift", answer="yes", note_pl="Mała")
    found = [text for text, _address in links(as_(alicja).get(of_office(scene.a.office)), "en")]
    assert "Budynek: Budynek A, Leśna 1 (brakuje: 2), po angielsku" in found


def test_row_that_a_record_has_at_most_one_of_counts_with_it(as_, alicja, scene):
    SheetRecording.objects.create(
        service=scene.a.service, film="a.mp4", still="a.jpg", captions="a.vtt", transcript_pl="Film"
    )
    found = [text for text, _address in links(as_(alicja).get(of_office(scene.a.office)), "en")]
    assert "Sprawa: Klub A (brakuje: 3), po angielsku" in found


def grow(scene, numbers):
    """Make a record of each of several kinds at office A, with rows, for each of the numbers."""
    for number in numbers:
        building = scene.a.office.buildings.create(name_pl="Dom", slug=f"dom-{number}", street="Polna 2", town="A")
        AccessibilityFact.objects.create(building=building, feature="lift", answer="yes", note_pl="Mała")
        Phone.objects.create(building=building, number=f"52387870{number}", purpose_pl="Sprawy")
        building.schedules.create(note_pl="Przerwa")
        building.hoursexceptions.create(first_day="2026-12-24", last_day="2026-12-24", reason_pl="Wigilia")
        own = scene.a.office.own_services.create(name_pl="Klub", slug=f"klub-{number}", summary_pl="Klub.")
        Amount.objects.create(service=own, label_pl="Najwyżej", value=1)
        scene.a.office.offerings.create(service=own, note_pl="Tylko w środy").forms.create(
            title_pl="Druk", url="https://a.pl/"
        )


def test_dashboard_takes_as_many_queries_for_three_of_each_as_for_one(as_, alicja, scene):
    client = as_(alicja)
    grow(scene, "1")
    with CaptureQueriesContext(connection) as one:
        client.get(of_office(scene.a.office))
    grow(scene, "23")
    with CaptureQueriesContext(connection) as three:
        client.get(of_office(scene.a.office))
    assert len(three) == len(one)


# --- The way there -------------------------------------------------------------------------


def offered(client):
    section = [one for one in elements(client.get("/admin/"), "section") if one.get("aria-labelledby") == "translated"]
    return {words(link): link.get("href") for one in section for link in one.iter() if link.tag.endswith("}a")}


def test_first_page_leads_an_editor_to_the_dashboard(as_, alicja, scene):
    assert offered(as_(alicja)) == {"Tłumaczenia: OPS A": of_office(scene.a.office)}


def test_first_page_leads_a_superuser_to_every_dashboard(as_, dorota, scene):
    assert offered(as_(dorota)) == {
        "Tłumaczenia: OPS A": of_office(scene.a.office),
        "Tłumaczenia: OPS B": of_office(scene.b.office),
        "Tłumaczenia: wspólne dla wszystkich ośrodków": SHARED,
    }


def test_first_page_leads_staff_of_no_office_nowhere(as_, celina, scene):
    assert offered(as_(celina)) == {}


def tools(response):
    lists = [one for one in elements(response, "ul") if one.get("class") == "object-tools"]
    return {words(link): link.get("href") for one in lists for link in one.iter() if link.tag.endswith("}a")}


def test_page_of_the_office_leads_to_its_dashboard(as_, alicja, scene):
    assert tools(as_(alicja).get(address(scene.a.office)))["Tłumaczenia"] == of_office(scene.a.office)


def test_page_of_a_record_leads_to_its_translations(as_, alicja, scene):
    found = tools(as_(alicja).get(address(scene.a.notice)))
    assert [found[f"Przetłumacz: {name}"] for name in ("angielski", "ukraiński")] == [
        f"/admin/offices/notice/{scene.a.notice.pk}/tlumaczenie/{language}/" for language in ("en", "uk")
    ]


def test_page_of_what_all_share_offers_an_editor_no_translating(as_, alicja, scene):
    assert [name for name in tools(as_(alicja).get(address(scene.shared.help_line))) if "Przetłumacz" in name] == []
