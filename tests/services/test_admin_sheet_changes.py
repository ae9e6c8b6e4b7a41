"""An editor who added to a shared sheet is shown what changed in it, and says that the addition still holds."""

import datetime as dt

import pytest

from offices.models import Office
from services import waiting
from services.models import Amount, Offering, Service
from services.shared_sheet import remember, sheet_of
from tests.cast import XHTML, address, elements, filled_in, save

pytestmark = pytest.mark.slow  # Each opens and sends a whole form.


@pytest.fixture(autouse=True)
def november(at):
    at(2026, 11, 23, 10)


@pytest.fixture
def addition(scene):
    """Office A's answer with a note of its own, made when the sheet was as it is."""
    scene.a.offering.note_pl = "U nas także w sobotę."
    scene.a.offering.save()
    remember(scene.a.offering)
    return scene.a.offering


@pytest.fixture
def changed(addition, scene):
    """The same, after the shared sheet has changed."""
    change_sheet(scene)
    return addition


def change_sheet(scene, cost="Nic nie płacisz."):
    Service.objects.filter(pk=scene.shared.service.pk).update(cost_pl=cost)


def page_of(client, offering):
    """Return what the page of an offering says of the shared sheet: {part: words}, and the name of its tick box."""
    response = client.get(address(offering))
    panels = [one for one in elements(response, "section") if one.get("aria-labelledby") == "sheet-changes"]
    parts, words = ([text_of(one) for panel in panels for one in panel.iter(XHTML + tag)] for tag in ("dt", "dd"))
    boxes = [one.get("name") for one in elements(response, "input") if one.get("name") == "sheet_read"]
    return dict(zip(parts, words, strict=True)), boxes


def text_of(element):
    return " ".join("".join(element.itertext()).split())


def listed(client, part):
    """Return the links of one part of the first page as {text: address}."""
    section = [one for one in elements(client.get("/admin/"), "section") if one.get("aria-labelledby") == part]
    return {text_of(link): link.get("href") for one in section for link in one.iter(XHTML + "a")}


# --- The page of an offering ---------------------------------------------------------------


def test_page_is_silent_while_nothing_changed(as_, alicja, addition):
    assert page_of(as_(alicja), addition) == ({}, [])


def test_page_is_silent_where_nothing_was_added(as_, alicja, scene):
    change_sheet(scene)
    assert page_of(as_(alicja), scene.a.offering) == ({}, [])


def test_page_shows_what_changed_with_a_tick_box(as_, alicja, changed):
    assert page_of(as_(alicja), changed) == (
        {"Ile kosztuje": "dodano: Nic nie płacisz. koniec dodanego"},
        ["sheet_read"],
    )


def test_page_marks_the_words_that_came_and_went(as_, alicja, changed, scene):
    remember(Offering.objects.get(pk=changed.pk))
    change_sheet(scene, "Płacisz 10 zł.")
    found = {one.tag.split("}")[1]: text_of(one) for one in elements(as_(alicja).get(address(changed)), "del", "ins")}
    assert found == {
        "del": "usunięto: Nic nie płacisz. koniec usuniętego",
        "ins": "dodano: Płacisz 10 zł. koniec dodanego",
    }


def test_adding_an_offering_asks_for_no_reading(as_, alicja, changed):
    response = as_(alicja).get(address(changed, "add"))
    assert [one.get("name") for one in elements(response, "input") if one.get("name") == "sheet_read"] == []


def test_tick_box_has_a_label(as_, alicja, changed):
    response = as_(alicja).get(address(changed))
    [label] = [one for one in elements(response, "label") if one.get("for") == "id_sheet_read"]
    assert "".join(label.itertext()) == "Przeczytane: to, co dopisał nasz ośrodek, nadal się zgadza ze wspólnym opisem"


def test_saving_with_the_tick_ends_it(as_, alicja, changed):
    save(as_(alicja), address(changed), sheet_read="on")
    assert page_of(as_(alicja), changed) == ({}, [])


def test_saving_without_the_tick_keeps_it(as_, alicja, changed):
    response = save(as_(alicja), address(changed), note_pl="Inny dopisek.")
    changed.refresh_from_db()
    assert (response.status_code, changed.note_pl) == (302, "Inny dopisek.")
    assert page_of(as_(alicja), changed) == (
        {"Ile kosztuje": "dodano: Nic nie płacisz. koniec dodanego"},
        ["sheet_read"],
    )


def test_saving_with_a_mistake_shows_it_again(as_, alicja, changed):
    response = save(as_(alicja), address(changed), sheet_read="on", review_on="kiedyś")
    panels = [one for one in elements(response, "section") if one.get("aria-labelledby") == "sheet-changes"]
    changed.refresh_from_db()
    assert (response.status_code, len(panels), "cost" in changed.sheet_seen) == (200, 1, False)


def test_tick_is_not_for_a_sheet_that_changed_meanwhile(as_, alicja, changed, scene):
    values = filled_in(as_(alicja).get(address(changed)))
    change_sheet(scene, "Płacisz 10 zł.")
    response = as_(alicja).post(address(changed), values | {"sheet_read": "on"})
    changed.refresh_from_db()
    assert (response.status_code, "cost" in changed.sheet_seen) == (200, False)
    again = filled_in(response)
    as_(alicja).post(address(changed), again)
    changed.refresh_from_db()
    assert (again["sheet_read"], changed.sheet_seen["cost"]) == ("on", "Płacisz 10 zł.")


def test_first_addition_remembers_the_sheet_of_today(as_, alicja, scene):
    change_sheet(scene)
    save(as_(alicja), address(scene.a.offering), note_pl="U nas także w sobotę.")
    scene.a.offering.refresh_from_db()
    scene.shared.service.refresh_from_db()
    assert scene.a.offering.sheet_seen == sheet_of(scene.shared.service)


def test_first_addition_of_a_form_remembers_the_sheet_of_today(as_, alicja, scene):
    rows = {"forms-TOTAL_FORMS": "1", "forms-0-title_pl": "Wniosek", "forms-0-url": "https://example.org/w.pdf"}
    save(as_(alicja), address(scene.a.offering), **rows)
    scene.a.offering.refresh_from_db()
    assert scene.a.offering.sheet_seen == sheet_of(scene.shared.service)


def test_saving_without_an_addition_remembers_nothing(as_, alicja, scene):
    save(as_(alicja), address(scene.a.offering), state="suspended")
    scene.a.offering.refresh_from_db()
    assert (scene.a.offering.state, scene.a.offering.sheet_seen) == ("suspended", None)


def test_taking_the_addition_back_ends_it(as_, alicja, changed):
    save(as_(alicja), address(changed), note_pl="")
    changed.refresh_from_db()
    assert (changed.sheet_seen, page_of(as_(alicja), changed)) == (None, ({}, []))


def test_editor_of_another_office_sees_nothing_of_it(as_, borys, changed):
    response = as_(borys).get(address(changed))
    assert "Nic nie płacisz." not in response.content.decode()
    assert (response.status_code, listed(as_(borys), "changed-sheets")) == (302, {})


def test_editor_of_another_office_cannot_end_it(as_, borys, changed):
    as_(borys).post(address(changed), {"sheet_read": "on", "state": "here", "origin": "office"})
    assert [one.pk for one in waiting.changed_offerings(Offering.objects.all())] == [changed.pk]


# --- The first page ------------------------------------------------------------------------


def test_first_page_lists_changed_sheets(as_, alicja, changed):
    assert listed(as_(alicja), "changed-sheets") == {"Zasiłek stały (OPS A)": address(changed)}


def test_first_page_is_silent_while_nothing_changed(as_, alicja, addition):
    assert listed(as_(alicja), "changed-sheets") == {}


def test_first_page_of_a_superuser_lists_those_of_all_offices(as_, dorota, changed, scene):
    scene.b.offering.note_pl = "Dopisek."
    remember(scene.b.offering)
    change_sheet(scene, "Płacisz 10 zł.")
    assert list(listed(as_(dorota), "changed-sheets")) == ["Zasiłek stały (OPS A)", "Zasiłek stały (OPS B)"]


@pytest.mark.parametrize(("is_named", "expected"), [(True, ["Zasiłek stały (OPS A)"]), (False, [])])
def test_superuser_of_many_offices_is_told_of_own_ones(as_, dorota, changed, monkeypatch, is_named, expected):
    monkeypatch.setattr(waiting, "FEW_OFFICES", Office.objects.count() - 1)
    dorota.offices.set([changed.office] if is_named else [])
    assert list(listed(as_(dorota), "changed-sheets")) == expected


def amount(service, label="Dochód", **fields):
    return Amount.objects.create(service=service, label_pl=label, value="1010.00", **fields)


YESTERDAY, TODAY = dt.date(2026, 11, 22), dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"valid_until": YESTERDAY}, ["Zasiłek stały: Dochód: 1010.00 zł, do 22.11.2026"], id="ran out"),
        pytest.param({"is_confirmed": False}, ["Zasiłek stały: Dochód: 1010.00 zł"], id="unconfirmed"),
        pytest.param({"valid_until": TODAY}, [], id="its last day"),
        pytest.param({"valid_from": dt.date(2027, 1, 1)}, [], id="not yet valid"),
        pytest.param({}, [], id="confirmed, without an end"),
    ],
)
def test_first_page_of_a_superuser_lists_amounts_to_confirm(as_, dorota, scene, fields, expected):
    amount(scene.shared.service, **fields)
    assert list(listed(as_(dorota), "amounts-to-confirm")) == expected


def test_amount_to_confirm_links_to_its_service(as_, dorota, scene):
    amount(scene.shared.service, is_confirmed=False)
    assert list(listed(as_(dorota), "amounts-to-confirm").values()) == [address(scene.shared.service)]


def test_first_page_of_an_editor_lists_the_amounts_of_own_services(as_, alicja, scene):
    for service in (scene.shared.service, scene.a.service, scene.b.service):
        amount(service, is_confirmed=False)
    assert list(listed(as_(alicja), "amounts-to-confirm")) == ["Klub A: Dochód: 1010.00 zł"]


def test_first_page_cuts_the_lists_short(as_, dorota, scene, monkeypatch):
    monkeypatch.setattr(waiting, "SHOWN", 1)
    for label in ("Dochód", "Próg"):
        amount(scene.shared.service, label, is_confirmed=False)
    assert list(listed(as_(dorota), "amounts-to-confirm")) == ["Zasiłek stały: Dochód: 1010.00 zł"]


def test_staff_of_no_office_is_told_nothing(as_, celina, changed, scene):
    amount(scene.shared.service, is_confirmed=False)
    assert [listed(as_(celina), part) for part in ("changed-sheets", "amounts-to-confirm")] == [{}, {}]
