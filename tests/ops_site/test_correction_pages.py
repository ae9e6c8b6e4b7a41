"""An administrator sees the corrections of a release side by side and decides about them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ops_site.content import corrections as content_corrections
from ops_site.content import shipped
from ops_site.content.corrections import compare, waiting, waiting_count
from ops_site.content.loader import load
from ops_site.models import ShippedRecord
from services.models import Amount, Service
from tests.cast import (  # noqa: F401  (the fixtures)
    XHTML,
    alicja,
    as_,
    dorota,
    elements,
    errors_of,
    plain_pages,
    scene,
)
from tests.factories import make_offering, make_office
from tests.ops_site.releases import FIRST, changed, ship
from tests.ops_site.test_update_content import ALLOWANCE, CORRECTED

pytestmark = pytest.mark.slow  # Each reads the content files; test_update_content.py holds the rules.

LIST = "/admin/poprawki/"


@pytest.fixture
def release(db, tmp_path, monkeypatch):
    """A site that took the first release, with the folder of its files."""
    load([ship(tmp_path)])
    monkeypatch.setattr(shipped, "CONTENT", tmp_path)
    content_corrections.note_loaded()
    return tmp_path


@pytest.fixture
def clash(release):
    """The second release corrects a sheet whose English staff had changed."""
    Service.objects.filter(slug=ALLOWANCE).update(cost_en="Free of charge.")
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    compare()
    return page_of(ALLOWANCE)


@pytest.fixture
def client_(as_, dorota):  # noqa: F811
    return as_(dorota)


def page_of(key):
    return f"{LIST}{ShippedRecord.objects.get(key=key).pk}/"


def text_of(element):
    return " ".join("".join(element.itertext()).split())


def texts(response, *names):
    return [text_of(one) for one in elements(response, *names)]


def form_of(client, address):
    """Return what a browser sends when nothing was clicked."""
    form = next(one for one in elements(client.get(address), "form") if one.get("id") == "correction_form")
    inputs = [one for one in form.iter(XHTML + "input") if one.get("type") != "submit"]
    return {
        one.get("name"): one.get("value")
        for one in inputs
        if one.get("type") != "radio" or one.get("checked") is not None
    }


def decided(client, address, **choices):
    return client.post(address, form_of(client, address) | choices, follow=True)


def test_first_page_says_how_many_wait(client_, clash):
    [link] = [one for one in elements(client_.get("/admin/"), "a") if one.get("href") == LIST]
    assert text_of(link) == "Czekają poprawki z wydania: 1"


def test_first_page_of_an_editor_says_nothing_of_them(as_, alicja, clash):  # noqa: F811
    assert [one for one in elements(as_(alicja).get("/admin/"), "a") if one.get("href") == LIST] == []


def test_editor_may_not_decide(as_, alicja, clash):  # noqa: F811
    client = as_(alicja)
    assert [client.get(LIST).status_code, client.get(clash).status_code, client.post(LIST).status_code] == [403] * 3


def test_address_of_no_correction_is_not_found(client_, release):
    assert [client_.get(f"{LIST}{number}/").status_code for number in (0, 10**30)] == [404, 404]


def test_answer_that_is_no_choice_changes_nothing(client_, clash):
    page = client_.post(clash, form_of(client_, clash) | {"cost": "\0", "amounts": "x" * 5000})
    assert (page.status_code, waiting_count()) == (200, 1)
    assert client_.post(LIST, {"x": "y"}, follow=True).status_code == 200


def test_rows_and_dates_are_shown_as_people_write_them(client_, release):
    amounts = [{**FIRST["services"][0]["amounts"][0], "valid_from": "2026-01-01", "is_confirmed": "false"}]
    ship(release, changed(services={ALLOWANCE: {"amounts": amounts}}))
    compare()
    [shown] = elements(client_.get(page_of(ALLOWANCE)), "ins")
    lines = [line.strip() for line in shown.itertext()]
    assert lines == ["dodano:", "obowiązuje od: 01.01.2026", "potwierdzona: nie", "koniec dodanego"]


def test_list_is_grouped_by_what_to_do(client_, release):
    Service.objects.filter(slug=ALLOWANCE).update(cost_en="Free of charge.")
    new = {"piec": {"name": "Piec", "summary": "Nowy."}, "praca-socjalna": None, ALLOWANCE: CORRECTED}
    ship(release, changed(services=new, guides={"pierwszy-raz": {"summary": "Zacznij tu."}}))
    compare()
    page = client_.get(LIST)
    assert texts(page, "h2")[-4:] == [
        "Do decyzji: zmienione też u Was (1)",
        "Do decyzji: wycofane z tego wydania (1)",
        "Poprawki, których nikt u Was nie zmieniał (1)",
        "Nowe wpisy (1)",
    ]
    assert "Sprawa: Zasiłek celowy (ile kosztuje; terminy; kwoty)" in texts(page, "li")


def test_button_takes_what_nobody_changed(client_, release):
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    compare()
    page = client_.post(LIST, {"take": "1"}, follow=True)
    assert "Wprowadzono poprawkę: 1 wpis." in texts(page, "li")
    assert (str(Amount.objects.get().value), waiting_count()) == ("1209.00", 0)


def test_newer_files_are_compared_on_request(client_, release):
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    assert "Pliki z treścią są nowsze niż ostatnie porównanie." in texts(client_.get(LIST), "p")
    page = client_.post(LIST, {"compare": "1"}, follow=True)
    assert "Poprawki, których nikt u Was nie zmieniał (1)" in texts(page, "h2")


def test_differences_stand_side_by_side_in_their_language(client_, clash):
    page = client_.get(clash)
    shown = [one for one in elements(page, "div") if one.get("lang") and one.get("lang") != "pl"]
    assert [(one.get("lang"), text_of(one)) for one in shown] == [
        ("en", "Free of charge."),
        ("en", "usunięto: Free of charge. koniec usuniętego dodano: It is free. koniec dodanego"),
    ]
    assert [one for one in texts(page, "h2") if one in ("Ile kosztuje", "Terminy", "Kwoty")] == [
        "Ile kosztuje",
        "Terminy",
        "Kwoty",
    ]


def test_what_staff_changed_has_to_be_chosen(client_, clash):
    page = decided(client_, clash)
    assert errors_of(page) == ["Wybierz jedno z dwojga."]
    assert (str(Amount.objects.get().value), waiting_count()) == ("1010.00", 1)


def test_what_was_kept_stays_and_the_rest_is_taken(client_, clash):
    decided(client_, clash, cost="keep")
    assert Service.objects.get(slug=ALLOWANCE).cost_en == "Free of charge."
    assert str(Amount.objects.get().value) == "1209.00"


def test_what_was_taken_is_as_shipped(client_, clash):
    decided(client_, clash, cost="take", amounts="keep")
    assert Service.objects.get(slug=ALLOWANCE).cost_en == "It is free."
    assert str(Amount.objects.get().value) == "1010.00"


def test_decision_is_remembered_until_the_record_changes_again(client_, clash, release):
    decided(client_, clash, cost="keep", amounts="keep", deadlines="keep")
    ship(release, changed(services={ALLOWANCE: CORRECTED, "praca-socjalna": {"summary": "Rozmowa."}}))
    compare()
    assert [one.row.key for one in waiting()] == ["praca-socjalna"]
    ship(release, changed(services={ALLOWANCE: {**CORRECTED, "amounts": [{"label": "Dochód", "value": "1300.00"}]}}))
    compare()
    assert [(one.row.key, one.changed) for one in waiting()] == [(ALLOWANCE, ["amounts"])]


def test_second_administrator_is_told(client_, clash):
    opened = form_of(client_, clash)
    client_.post(clash, opened | {"cost": "keep"})
    page = client_.post(clash, opened | {"cost": "take"}, follow=True)
    assert "O tym wpisie już zdecydowano: Zasiłek celowy." in texts(page, "li")
    assert Service.objects.get(slug=ALLOWANCE).cost_en == "Free of charge."


def test_record_that_changed_while_the_page_was_open_is_not_overwritten(client_, clash):
    opened = form_of(client_, clash)
    Service.objects.filter(slug=ALLOWANCE).update(cost_en="No fee.")
    page = client_.post(clash, opened | {"cost": "take"}, follow=True)
    assert "Wpis zmienił się, gdy ta strona była otwarta. Niczego nie zapisano." in texts(page, "li")
    assert Service.objects.get(slug=ALLOWANCE).cost_en == "No fee."


def test_withdrawn_record_is_deleted_when_an_administrator_says_so(client_, release):
    ship(release, changed(services={"praca-socjalna": None}))
    compare()
    decided(client_, page_of("praca-socjalna"), whole="delete")
    assert (Service.objects.filter(slug="praca-socjalna").count(), waiting_count()) == (0, 0)


def test_withdrawn_record_that_was_kept_stays(client_, release):
    ship(release, changed(services={"praca-socjalna": None}))
    compare()
    decided(client_, page_of("praca-socjalna"), whole="keep")
    ship(release, changed(services={"praca-socjalna": None, ALLOWANCE: CORRECTED}))
    compare()
    assert (Service.objects.filter(slug="praca-socjalna").count(), [one.row.key for one in waiting()]) == (
        1,
        [ALLOWANCE],
    )


def test_withdrawn_sheet_of_an_office_is_not_deleted(client_, release):
    make_offering(make_office(), Service.objects.get(slug="praca-socjalna"))
    ship(release, changed(services={"praca-socjalna": None}))
    compare()
    page = decided(client_, page_of("praca-socjalna"), whole="delete")
    assert "na listach ośrodków: 1" in errors_of(page)[0]
    assert (Service.objects.filter(slug="praca-socjalna").count(), waiting_count()) == (1, 1)


def test_new_record_can_be_declined(client_, release):
    ship(release, changed(services={"piec": {"name": "Piec", "summary": "Nowy."}}))
    compare()
    decided(client_, page_of("piec"), whole="keep")
    assert (Service.objects.filter(slug="piec").count(), waiting_count()) == (0, 0)
    assert "Usunięte u Was (1)" in texts(client_.get(LIST), "h2")


def test_record_that_staff_deleted_comes_back_on_request(client_, release):
    Service.objects.get(slug="praca-socjalna").delete()
    decided(client_, page_of("praca-socjalna"), whole="take")
    assert Service.objects.get(slug="praca-socjalna").steps_pl == "Przyjdź.\nPowiedz."


def test_decision_stands_in_the_history_of_the_record(client_, clash):
    service = Service.objects.get(slug=ALLOWANCE)
    decided(client_, clash, cost="keep")
    page = client_.get(f"/admin/services/service/{service.pk}/history/")
    assert any("poprawka z wydania" in one for one in texts(page, "td"))


def test_list_asks_the_database_as_often_for_many(client_, release):
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    compare()
    few = queries(client_)
    ship(release, changed(services={ALLOWANCE: CORRECTED, "praca-socjalna": {"summary": "Rozmowa."}}))
    compare()
    assert queries(client_) == few


def queries(client):
    with CaptureQueriesContext(connection) as found:
        client.get(LIST)
    return len(found)
