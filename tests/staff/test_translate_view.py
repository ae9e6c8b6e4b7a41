"""A record translated side by side: what it shows, what it saves, who may, and of two people at once."""

import pytest
from django.contrib.admin.models import LogEntry

from languages.models import GlossaryTerm
from offices.models import AccessibilityFact
from services.models import Amount
from tests.cast import elements, errors_of, filled_in, person, save
from tests.offices.test_admin_pages import INLINE


def side_by_side(record, language="en"):
    return f"/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/tlumaczenie/{language}/"


def name_of(record, field):
    """Return the name of an input of a record."""
    return f"{record._meta.model_name}-{record.pk}-{field}"


def words(element):
    return " ".join("".join(element.itertext()).split())


def texts(response, *names, css=None):
    return [words(one) for one in elements(response, *names) if css is None or css in one.get("class", "").split()]


@pytest.fixture
def notice(scene):
    """A notice of office A with its title and text in all languages."""
    notice = scene.a.notice
    notice.title_pl, notice.title_en, notice.title_uk = "Awaria telefonu", "Phone failure", "Аварія телефону"
    notice.text_pl, notice.text_en, notice.text_uk = "Prosimy pisać.\nPrzepraszamy.", "Please write.\nSorry.", ""
    notice.save()
    return notice


@pytest.fixture
def outdated(notice):
    """The notice after its Polish title changed."""
    notice.title_pl = "Awaria poczty"
    notice.save()
    return notice


# --- What it shows -------------------------------------------------------------------------


def test_polish_stands_beside_the_translation(as_, alicja, notice):
    response = as_(alicja).get(side_by_side(notice))
    polish = [words(one) for one in elements(response, "div") if one.get("lang") == "pl"]
    inputs = {key: value for key, value in filled_in(response).items() if key.startswith("notice")}
    assert polish == ["Awaria telefonu", "Prosimy pisać.Przepraszamy."]
    assert inputs == {name_of(notice, "title"): "Phone failure", name_of(notice, "text"): "Please write.\nSorry."}


def test_states_are_said(as_, alicja, outdated):
    states = {
        language: texts(as_(alicja).get(side_by_side(outdated, language)), "p", css="state")
        for language in ("en", "uk")
    }
    assert states == {"en": ["Stan: nieaktualne", "Stan: aktualne"], "uk": ["Stan: nieaktualne", "Stan: brakuje"]}


def test_difference_since_the_translation_is_shown(as_, alicja, outdated):
    response = as_(alicja).get(side_by_side(outdated))
    found = [texts(response, name) for name in ("del", "ins")]
    assert found == [["usunięto: telefonu koniec usuniętego"], ["dodano: poczty koniec dodanego"]]


def test_empty_fields_are_not_asked_for(as_, alicja, scene):
    response = as_(alicja).get(side_by_side(scene.a.building))
    assert [key for key in filled_in(response) if key.startswith("building")] == [name_of(scene.a.building, "name")]


def test_translation_of_a_text_taken_away_is_asked_for(as_, alicja, notice):
    notice.text_pl = ""
    notice.save()
    response = as_(alicja).get(side_by_side(notice))
    assert texts(response, "p", css="state") == ["Stan: aktualne", "Stan: nieaktualne"]
    assert "Tego tekstu już nie ma. Usuń tłumaczenie." in texts(response, "p")


def test_record_without_texts_says_so(as_, alicja, scene):
    response = as_(alicja).get(side_by_side(scene.a.exception))
    assert "Nie ma tu jeszcze żadnego polskiego tekstu do przetłumaczenia." in texts(response, "p")


def test_rows_without_a_page_are_asked_for(as_, dorota, scene):
    amount = Amount.objects.create(service=scene.shared.service, label_pl="Najwyżej", value=1)
    assert name_of(amount, "label") in filled_in(as_(dorota).get(side_by_side(scene.shared.service)))


def test_unchecked_terms_are_named(as_, alicja, notice):
    GlossaryTerm.objects.create(pl="awaria", en="failure")
    response = as_(alicja).get(side_by_side(notice))
    assert texts(response, "p", css="state") == ["Stan: do sprawdzenia", "Stan: aktualne"]
    assert [words(one) for one in elements(response, "span") if one.get("lang") == "en"] == ["failure"]


def test_every_input_has_one_label_of_its_own(as_, alicja, outdated):
    response = as_(alicja).get(side_by_side(outdated))
    shown = [one for one in elements(response, "input", "textarea") if one.get("name", "").startswith("notice")]
    labels = {one.get("for"): words(one) for one in elements(response, "label")}
    assert [labels[one.get("id")] for one in shown] == [
        "Tytuł, po angielsku:",
        "To tłumaczenie nadal jest dobre: Tytuł",
        "Do sprawdzenia przez osobę, która mówi po angielsku: Tytuł",
        "Treść, po angielsku:",
        "Do sprawdzenia przez osobę, która mówi po angielsku: Treść",
    ]


def test_inputs_say_their_language(as_, alicja, notice):
    response = as_(alicja).get(side_by_side(notice, "uk"))
    assert [one.get("lang") for one in elements(response, "textarea")] == ["uk", "uk"]


def test_long_text_has_lines_enough(as_, alicja, notice):
    notice.text_pl = "\n".join(["Bardzo długi wiersz, którego nie da się przeczytać w jednym wierszu tej strony."] * 4)
    notice.save()
    response = as_(alicja).get(side_by_side(notice))
    assert [one.get("rows") for one in elements(response, "textarea")] == ["2", "9"]


def test_page_has_nothing_inline(as_, alicja, outdated):
    assert INLINE.findall(as_(alicja).get(side_by_side(outdated)).content.decode()) == []


# --- What it saves -------------------------------------------------------------------------


def test_translation_is_saved_and_current(as_, alicja, outdated):
    save(as_(alicja), side_by_side(outdated), **{name_of(outdated, "title"): "Mail failure"})
    outdated.refresh_from_db()
    assert (outdated.title_en, outdated.outdated) == ("Mail failure", {"uk": {"title": "Awaria telefonu"}})


def test_translation_that_still_holds_is_current(as_, alicja, outdated):
    save(as_(alicja), side_by_side(outdated), **{name_of(outdated, "title-holds"): "on"})
    outdated.refresh_from_db()
    assert (outdated.title_en, outdated.outdated) == ("Phone failure", {"uk": {"title": "Awaria telefonu"}})


def test_untouched_translation_stays_outdated(as_, alicja, outdated):
    save(as_(alicja), side_by_side(outdated), **{name_of(outdated, "text"): "Write."})
    outdated.refresh_from_db()
    assert "en" in outdated.outdated


@pytest.mark.parametrize(("ticked", "expected"), [({}, {}), ({"title-check": "on"}, {"en": ["title"]})])
def test_box_of_the_native_reader(as_, alicja, notice, ticked, expected):
    save(as_(alicja), side_by_side(notice), **{name_of(notice, key): value for key, value in ticked.items()})
    notice.refresh_from_db()
    assert notice.to_check == expected


def test_box_of_the_native_reader_can_be_cleared(as_, alicja, notice):
    notice.mark_to_check("title", "en", is_to_check=True)
    notice.save()
    client = as_(alicja)
    values = filled_in(client.get(side_by_side(notice)))
    del values[name_of(notice, "title-check")]
    client.post(side_by_side(notice), values)
    notice.refresh_from_db()
    assert notice.to_check == {}


def test_emptied_translation_is_missing_and_has_nothing_to_check(as_, alicja, outdated):
    outdated.mark_to_check("title", "en", is_to_check=True)
    outdated.save()
    save(as_(alicja), side_by_side(outdated), **{name_of(outdated, "title"): ""})
    outdated.refresh_from_db()
    assert (outdated.title_en, outdated.to_check, "en" in outdated.outdated) == ("", {}, False)


def test_ends_of_lines_are_kept_plain(as_, alicja, notice):
    save(as_(alicja), side_by_side(notice), **{name_of(notice, "text"): "Write.\r\nSorry."})
    notice.refresh_from_db()
    assert notice.text_en == "Write.\nSorry."


def test_rows_are_saved_with_their_record(as_, alicja, scene):
    fact = AccessibilityFact.objects.create(building=scene.a.building, feature="lift", answer="yes", note_pl="Mała")
    save(as_(alicja), side_by_side(scene.a.building), **{name_of(fact, "note"): "Small"})
    fact.refresh_from_db()
    assert fact.note_en == "Small"


def test_change_is_logged(as_, alicja, notice):
    save(as_(alicja), side_by_side(notice), **{name_of(notice, "title"): "Broken phone"})
    log = LogEntry.objects.get()
    assert (log.user, log.object_id, log.get_change_message()) == (
        alicja,
        str(notice.pk),
        "Zmodyfikowano Tytuł, po angielsku.",
    )


def test_save_without_a_change_is_not_logged(as_, alicja, notice):
    save(as_(alicja), side_by_side(notice))
    assert LogEntry.objects.count() == 0


def test_polish_cannot_be_changed_here(as_, alicja, notice):
    save(as_(alicja), side_by_side(notice), title_pl="Inny", **{name_of(notice, "title_pl"): "Inny"})
    notice.refresh_from_db()
    assert notice.title_pl == "Awaria telefonu"


def test_too_long_text_is_refused_and_kept(as_, alicja, notice):
    long = "a" * 201
    response = save(as_(alicja), side_by_side(notice), **{name_of(notice, "title"): long})
    notice.refresh_from_db()
    assert (notice.title_en, filled_in(response)[name_of(notice, "title")]) == ("Phone failure", long)
    assert errors_of(response) == ["Upewnij się, że ta wartość ma co najwyżej 200 znaków (obecnie ma 201)."]


def test_browser_does_not_cut_what_is_pasted(as_, alicja, notice):
    response = as_(alicja).get(side_by_side(notice))
    assert [one.get("maxlength") for one in elements(response, "textarea", "input")] == [None] * len(
        elements(response, "textarea", "input")
    )


# --- Where it leads ------------------------------------------------------------------------


def test_saved_record_leads_back_to_the_dashboard(as_, alicja, scene, notice):
    response = save(as_(alicja), side_by_side(notice))
    assert response.headers["Location"] == f"/admin/offices/office/{scene.a.office.pk}/tlumaczenia/"


def test_saved_record_of_all_leads_back_to_their_dashboard(as_, dorota, scene):
    response = save(as_(dorota), side_by_side(scene.shared.situation))
    assert response.headers["Location"] == "/admin/offices/office/wspolne/tlumaczenia/"


def test_saved_record_leads_to_the_next(as_, alicja, scene):
    response = save(as_(alicja), side_by_side(scene.a.office, "uk"), _next="")
    assert response.headers["Location"] == side_by_side(scene.a.building, "uk")


def test_saved_last_record_leads_back_to_the_dashboard(as_, dorota, scene):
    for name, record in vars(scene.shared).items():
        if name != "situation":
            record.delete()
    response = save(as_(dorota), side_by_side(scene.shared.situation), _next="")
    assert response.headers["Location"] == "/admin/offices/office/wspolne/tlumaczenia/"


# --- Who may -------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("who", "status"), [("borys", 404), ("celina", 404)])
@pytest.mark.parametrize("kind", ["office", "building", "section", "phone", "notice", "page", "service", "offering"])
def test_record_of_another_office_is_not_found(request, as_, scene, kind, who, status, method):
    record = getattr(scene.a, kind)
    assert getattr(as_(request.getfixturevalue(who)), method)(side_by_side(record)).status_code == status


def test_forged_save_of_another_office_changes_nothing(as_, borys, dorota, notice):
    values = filled_in(as_(dorota).get(side_by_side(notice)))
    as_(borys).post(side_by_side(notice), values | {name_of(notice, "title"): "Forged"})
    notice.refresh_from_db()
    assert notice.title_en == "Phone failure"


def test_forged_row_of_another_office_changes_nothing(as_, borys, scene):
    fact = AccessibilityFact.objects.create(building=scene.a.building, feature="lift", answer="yes", note_pl="Mała")
    save(as_(borys), side_by_side(scene.b.building), **{name_of(fact, "note"): "Forged"})
    fact.refresh_from_db()
    assert fact.note_en is None


@pytest.mark.parametrize("kind", ["situation", "service", "help_line"])
def test_what_all_share_is_translated_by_superusers(as_, alicja, dorota, scene, kind):
    record = getattr(scene.shared, kind)
    assert [as_(user).get(side_by_side(record)).status_code for user in (alicja, dorota)] == [403, 200]


def test_visitor_is_asked_to_sign_in(client, notice):
    assert client.get(side_by_side(notice)).headers["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("language", ["pl", "de"])
def test_language_that_nothing_is_translated_into_is_not_found(as_, alicja, notice, language):
    assert as_(alicja).get(side_by_side(notice, language)).status_code == 404


# --- Two people at once --------------------------------------------------------------------


@pytest.fixture
def late(as_, alicja, scene, notice):
    """What Alicja gets when she saves a translation that Ala changed after Alicja had opened it."""
    values = filled_in(as_(alicja).get(side_by_side(notice)))
    ala = person("ala", scene.a.office)
    save(as_(ala), side_by_side(notice), **{name_of(notice, "title"): "Ala's"})
    return as_(alicja).post(side_by_side(notice), values | {name_of(notice, "title"): "Alicja's"})


def test_late_save_changes_nothing(late, notice):
    notice.refresh_from_db()
    assert notice.title_en == "Ala's"


def test_late_save_says_who_was_first_and_keeps_what_was_typed(late, notice):
    assert "Ostatni zapis: ala, " in errors_of(late)[0]
    assert filled_in(late)[name_of(notice, "title")] == "Alicja's"


def test_late_save_may_be_repeated_on_purpose(late, as_, alicja, notice):
    as_(alicja).post(side_by_side(notice), filled_in(late))
    notice.refresh_from_db()
    assert notice.title_en == "Alicja's"


def test_late_save_does_not_empty_what_it_did_not_ask_for(as_, alicja, scene, notice):
    values = filled_in(as_(alicja).get(side_by_side(notice, "uk")))
    del values[name_of(notice, "text")]
    type(notice).objects.filter(pk=notice.pk).update(text_uk="Пишіть.")
    late = as_(alicja).post(side_by_side(notice, "uk"), values | {"_opened": ""})
    as_(alicja).post(side_by_side(notice, "uk"), filled_in(late))
    notice.refresh_from_db()
    assert notice.text_uk == "Пишіть."


def test_save_without_the_state_of_the_page_is_refused(as_, alicja, notice):
    as_(alicja).post(side_by_side(notice), {name_of(notice, "title"): "Quietly"})
    notice.refresh_from_db()
    assert notice.title_en == "Phone failure"
