"""What the staff pages answer to a slip is said in the words of the form."""

from offices.models import HolidayYear
from tests.cast import address, elements, errors_of, save


def test_fact_entered_twice_is_named_by_its_label(as_, alicja, scene):
    rows = {"accessibility_facts-TOTAL_FORMS": "2"}
    for number in (0, 1):
        rows |= {f"accessibility_facts-{number}-feature": "lift", f"accessibility_facts-{number}-answer": "yes"}
    response = save(as_(alicja), address(scene.a.building), **rows)
    assert "Dwa wiersze mają to samo w polu „Udogodnienie”. Zostaw jeden z nich." in errors_of(response)


def test_sign_in_with_a_foreign_way_on_leads_to_the_staff_pages(client, scene, dorota):
    dorota.set_password("bardzo-dlugie-haslo")
    dorota.save()
    values = {"username": dorota.username, "password": "bardzo-dlugie-haslo"}
    response = client.post("/admin/login/?next=https://evil.example/", values)
    assert response.headers["Location"] == "/admin/"


def test_account_offers_no_right_that_counts_for_nothing(as_, dorota, alicja):
    response = as_(dorota).get(f"/admin/auth/user/{alicja.pk}/change/")
    names = {one.get("name") for one in elements(response, "input", "select")}
    assert names & {"groups", "user_permissions", "is_staff"} == {"is_staff"}


def test_row_sent_as_a_new_one_is_the_saved_one_all_the_same(as_, alicja, scene):
    HolidayYear.objects.create(office=scene.a.office, year=2026, confirmed_on="2026-01-02")
    response = save(as_(alicja), address(scene.a.office), **{"holiday_years-INITIAL_FORMS": "0"})
    assert (response.status_code, HolidayYear.objects.count()) == (302, 1)


def test_search_of_a_list_is_named_in_polish(as_, alicja, scene):
    page = as_(alicja).get(address(scene.a.building, "changelist"))
    assert [one.get("alt") for one in elements(page, "img") if "search" in one.get("src", "")] == ["Szukaj"]


def test_shared_texts_that_are_only_read_say_their_language(as_, alicja, scene):
    service = scene.shared.service
    service.name_en, service.name_uk = "Permanent allowance", "Постійна допомога"
    service.save()
    row = service.required_documents.create(document=scene.shared.document, note_pl="Kopia", note_en="A copy")
    page = as_(alicja).get(address(service))
    shown = {"".join(one.itertext()): one.get("lang") for one in elements(page, "div", "p")}
    texts = (service.name_pl, service.name_en, service.name_uk, row.note_pl, row.note_en)
    assert [shown[text] for text in texts] == [None, "en", "uk", None, "en"]
