"""Of two people who have the same form open, the second to save is told, and loses nothing."""

import datetime as dt

import pytest

from tests.cast import address, elements, errors_of, filled_in, person, save, stored


@pytest.fixture
def ala(scene):
    """A second editor of office A."""
    return person("ala", scene.a.office)


@pytest.fixture
def late(as_, alicja, ala, scene):
    """What Alicja gets when she saves a notice that Ala changed after Alicja had opened it."""
    values = filled_in(as_(alicja).get(address(scene.a.notice)))
    save(as_(ala), address(scene.a.notice), title_pl="Wersja Ali")
    return as_(alicja).post(address(scene.a.notice), values | {"title_pl": "Wersja Alicji"})


def test_late_save_changes_nothing(late, scene):
    scene.a.notice.refresh_from_db()
    assert scene.a.notice.title_pl == "Wersja Ali"


def test_late_save_says_what_happened_and_who_did_it(late):
    message = errors_of(late)[0]
    assert message.startswith(
        "Gdy ten formularz był otwarty, ktoś zmienił ten zapis, więc niczego nie zapisaliśmy. Ostatni zapis: ala, "
    )


def test_late_save_keeps_what_was_typed(late):
    assert filled_in(late)["title_pl"] == "Wersja Alicji"


def test_late_save_may_be_repeated_on_purpose(late, as_, alicja, scene):
    as_(alicja).post(address(scene.a.notice), filled_in(late))
    scene.a.notice.refresh_from_db()
    assert scene.a.notice.title_pl == "Wersja Alicji"


def test_mistake_in_the_form_does_not_hide_the_other_save(as_, alicja, ala, scene):
    values = filled_in(as_(alicja).get(address(scene.a.notice)))
    empty = as_(alicja).post(address(scene.a.notice), values | {"title_pl": ""})
    save(as_(ala), address(scene.a.notice), title_pl="Wersja Ali")
    as_(alicja).post(address(scene.a.notice), filled_in(empty) | {"title_pl": "Wersja Alicji"})
    scene.a.notice.refresh_from_db()
    assert scene.a.notice.title_pl == "Wersja Ali"


def test_late_save_of_rows_changes_nothing(as_, alicja, ala, scene):
    values = filled_in(as_(alicja).get(address(scene.a.section)))
    save(as_(ala), address(scene.a.section), **{"weekly_hours-0-opens": "09:00"})
    as_(alicja).post(address(scene.a.section), values | {"weekly_hours-0-opens": "07:00"})
    scene.a.hours.refresh_from_db()
    assert scene.a.hours.opens == dt.time(9)


def test_save_without_the_state_of_the_form_is_refused(as_, alicja, scene):
    values = filled_in(as_(alicja).get(address(scene.a.notice)))
    del values["_opened"]
    as_(alicja).post(address(scene.a.notice), values | {"title_pl": "Po cichu"})
    scene.a.notice.refresh_from_db()
    assert scene.a.notice.title_pl == "Komunikat A"


def test_state_does_not_reveal_the_record(as_, alicja, scene):
    states = [
        one.get("value")
        for record in (scene.a.notice, scene.a.building)
        for one in elements(as_(alicja).get(address(record)), "input")
        if one.get("name") == "_opened"
    ]
    assert [len(state) for state in states] == [64, 64]


def test_second_save_in_a_row_is_no_conflict(as_, alicja, scene):
    for title in ("Pierwsza", "Druga"):
        save(as_(alicja), address(scene.a.notice), title_pl=title)
    scene.a.notice.refresh_from_db()
    assert scene.a.notice.title_pl == "Druga"


def test_superuser_is_told_too(as_, alicja, dorota, scene):
    values = filled_in(as_(dorota).get(address(scene.a.office)))
    save(as_(alicja), address(scene.a.office), email="ops@example.pl")
    as_(dorota).post(address(scene.a.office), values | {"email": "inny@example.pl"})
    scene.a.office.refresh_from_db()
    assert scene.a.office.email == "ops@example.pl"


def test_form_sent_after_the_session_ended_says_where_the_text_is(as_, alicja, scene):
    client, before = as_(alicja), stored(scene.a.notice)
    values = filled_in(client.get(address(scene.a.notice)))
    client.logout()
    page = client.post(address(scene.a.notice), values | {"title_pl": "Nowy", "csrfmiddlewaretoken": "a"})
    assert (page.status_code, stored(scene.a.notice)) == (403, before)
    assert "jest nadal w formularzu" in page.content.decode()
