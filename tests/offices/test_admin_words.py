"""What the staff pages answer to a slip is said in the words of the form."""

from tests.cast import address, errors_of, save


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
