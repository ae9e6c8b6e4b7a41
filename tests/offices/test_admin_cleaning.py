"""What is typed or pasted into staff forms is cleaned, or met with a message that leaves it there."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from offices.models import Notice
from tests.cast import address, errors_of, filled_in, save
from tests.factories import warsaw

pytestmark = pytest.mark.django_db

SAME_NUMBER = "Ten numer już tu jest. Zostaw jeden albo przy każdym napisz, w jakiej innej sprawie dzwonić."


@pytest.mark.parametrize(
    "number",
    [
        "22 787 27 0",
        "22 787 27 01/02",
        "22–787–27",
        "tel. 22 787 27",
        "22 787 27 0\u200b",
        "999999999999999",
    ],
)
def test_mistyped_number_gets_a_message_and_stays(as_, alicja, scene, number):
    page = save(as_(alicja), address(scene.a.phone), number=number)
    assert (page.status_code, filled_in(page)["number"], len(errors_of(page))) == (200, number, 1)


def test_mistyped_number_in_a_row_gets_a_message_and_stays(as_, alicja, scene):
    page = save(as_(alicja), address(scene.a.building), **{"phones-0-number": "22 787 27 0"})
    assert (page.status_code, filled_in(page)["phones-0-number"]) == (200, "22 787 27 0")


@pytest.mark.parametrize("number", ["tel. 22 776–50–23 wew. 12", "(0-22) 776 50 23 w. 12"])
def test_extension_goes_to_its_field(as_, alicja, scene, number):
    save(as_(alicja), address(scene.a.phone), number=number)
    scene.a.phone.refresh_from_db()
    assert (scene.a.phone.number, scene.a.phone.extension) == ("227765023", "12")


def test_codes_and_addresses_are_kept_as_machines_read_them(as_, dorota, scene):
    typed = {"email": "ops@wolomin.pl\u200b", "nip": "882-14-66-962", "municipality": "Wo\u00adłomin\u00a0"}
    save(as_(dorota), address(scene.a.office), **typed)
    scene.a.office.refresh_from_db()
    office = scene.a.office
    assert (office.email, office.nip, office.municipality) == ("ops@wolomin.pl", "8821466962", "Wołomin")


def test_postal_code_with_a_dash_of_word(as_, alicja, scene):
    save(as_(alicja), address(scene.a.building), postal_code="05–200")
    scene.a.building.refresh_from_db()
    assert scene.a.building.postal_code == "05-200"


def test_line_ends_of_a_browser_are_no_change(as_, dorota, scene):
    office = scene.a.office
    office.about_pl = "Jeden.\n\nDwa."
    office.save()
    client = as_(dorota)
    values = filled_in(client.get(address(office)))
    client.post(address(office), values | {"about_pl": "Jeden.\r\n\r\nDwa.", "email": "a@example.org"})
    office.refresh_from_db()
    assert (office.about_pl, LogEntry.objects.get().get_change_message()) == ("Jeden.\n\nDwa.", "Zmodyfikowano E-mail.")


def test_notice_until_a_day_lasts_to_its_end_and_shows_the_day_again(as_, alicja, scene):
    client, last = as_(alicja), timezone.localdate() + dt.timedelta(days=5)
    save(client, address(scene.a.notice), ends_at=f"{last:%d.%m.%Y}")
    after = last + dt.timedelta(days=1)
    stored = Notice.objects.get(pk=scene.a.notice.pk).ends_at
    shown = filled_in(client.get(address(scene.a.notice)))["ends_at"]
    assert (stored, shown) == (warsaw(after.year, after.month, after.day), f"{last:%d.%m.%Y}")


def test_notice_until_an_hour_ends_then(as_, alicja, scene):
    last = timezone.localdate() + dt.timedelta(days=5)
    save(as_(alicja), address(scene.a.notice), ends_at=f"{last.day}.{last.month}.{last.year}, 15.30")
    assert Notice.objects.get(pk=scene.a.notice.pk).ends_at == warsaw(last.year, last.month, last.day, 15, 30)


@pytest.mark.parametrize(
    ("record", "values", "message"),
    [
        ("notice", {"ends_at": "31.12.2019"}, "Ten czas już minął, nikt nie zobaczy komunikatu. Sprawdź datę i rok."),
        ("notice", {"ends_at": "31.02.2027"}, "Nie ma takiej daty i godziny. Wpisz je na przykład tak: 31.12.2026 8:00 albo 31 grudnia 2026, 8."),
        ("exception", {"first_day": "24.12.0206"}, "Wpisz dzień od 01.01.1990 do 31.12.2100. Sprawdź rok."),
        ("exception", {"first_day": "grudzień"}, "Nie ma takiej daty. Wpisz ją na przykład tak: 31.12.2026 albo 31 grudnia 2026."),
    ],
)  # fmt: skip
def test_date_that_makes_no_sense_gets_a_message(as_, alicja, scene, record, values, message):
    page = save(as_(alicja), address(getattr(scene.a, record)), **values)
    assert (message in errors_of(page), {name: filled_in(page)[name] for name in values}) == (True, values)


def test_day_of_checking_has_come(as_, alicja, scene):
    tomorrow = timezone.localdate() + dt.timedelta(days=2)
    page = save(as_(alicja), address(scene.a.phone), checked_on=f"{tomorrow:%d.%m.%Y}")
    assert [one.partition(".")[0] for one in errors_of(page)] == ["Ten dzień jeszcze nie nadszedł"]


def test_same_number_twice_at_one_place_gets_a_message(as_, alicja, scene):
    row = {"phones-TOTAL_FORMS": "3"}
    for number, typed in ((1, "22 787 27 05"), (2, "+48 22 787-27-05")):
        row |= {f"phones-{number}-number": typed, f"phones-{number}-position": "1", f"phones-{number}-id": ""}
        row |= {f"phones-{number}-building": scene.a.building.pk}
    page = save(as_(alicja), address(scene.a.building), **row)
    assert (page.status_code, errors_of(page)) == (200, [SAME_NUMBER])


def test_hours_of_a_number_are_by_telephone_at_first(as_, alicja, scene):
    values = filled_in(as_(alicja).get(address(scene.a.phone)))
    assert {value for name, value in values.items() if name.endswith("-mode")} == {"phone"}
