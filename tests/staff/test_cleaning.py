"""What is typed or pasted into staff forms is cleaned, or met with a message that leaves it there."""

import datetime as dt
import re

import pytest
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from languages.prose import LISTS
from offices.models import Notice
from tests.cast import address, errors_of, filled_in, save
from tests.factories import warsaw

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # Each opens and sends a whole form.

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


def test_bullets_of_word_in_a_list_are_not_kept(as_, alicja, scene):
    save(as_(alicja), address(scene.a.offering), own_documents_pl="•\tdowód\r\n•\takt", own_documents_en="1.\ta\n2.\tb")
    scene.a.offering.refresh_from_db()
    assert (scene.a.offering.own_documents_pl, scene.a.offering.own_documents_en) == ("dowód\nakt", "a\nb")


def test_bullets_of_word_in_a_text_become_those_of_the_site(as_, alicja, scene):
    save(as_(alicja), address(scene.a.notice), text_pl="Weź:\r\n•\tdowód\r\no\takt")
    scene.a.notice.refresh_from_db()
    assert scene.a.notice.text_pl == "Weź:\n- dowód\n- akt"


def test_bullets_of_word_in_a_translation_are_not_kept(as_, alicja, scene):
    offering = scene.a.offering
    offering.own_documents_pl = "dowód\nakt"
    offering.save()
    page = f"{address(offering).removesuffix('change/')}tlumaczenie/en/"
    save(as_(alicja), page, **{f"offering-{offering.pk}-own_documents": "•\tID card\r\n•\tcertificate"})
    offering.refresh_from_db()
    assert offering.own_documents_en == "ID card\ncertificate"


def test_bullets_stored_before_are_no_change(as_, alicja, scene):
    type(scene.a.offering).objects.filter(pk=scene.a.offering.pk).update(note_pl="•\tdowód")
    save(as_(alicja), address(scene.a.offering), source="ustawa")
    assert LogEntry.objects.get().get_change_message() == "Zmodyfikowano Źródło."


def test_every_text_shown_by_lines_is_cleaned_as_a_list():
    templates = "".join(path.read_text() for path in (settings.BASE_DIR / "templates").rglob("*.html"))
    shown = set(re.findall(r"\w+\.(\w+)\|lines", templates))
    assert shown <= set(LISTS)


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("offering", "own_documents_pl", "Punkty i numery na początku wierszy usuniemy"),
        ("notice", "text_pl", "Punkty wklejone z Worda zamienimy"),
        ("phone", "number", "zapiszemy same cyfry"),
        ("building", "postal_code", "Kreskę dopiszemy sami"),
        ("office", "nip", "Spacje i kreski usuniemy"),
    ],
)
def test_help_says_what_becomes_of_what_is_typed(as_, dorota, scene, kind, name, words):
    page = as_(dorota).get(address(getattr(scene.a, kind)))
    assert words in str(page.context["adminform"].form.fields[name].help_text)


def test_notice_until_a_day_lasts_to_its_end_and_shows_the_day_again(as_, alicja, scene):
    client, last = as_(alicja), timezone.localdate() + dt.timedelta(days=5)
    save(client, address(scene.a.notice), ends_at=f"{last:%d.%m.%Y}")
    after = last + dt.timedelta(days=1)
    stored = Notice.objects.get(pk=scene.a.notice.pk).ends_at
    shown = filled_in(client.get(address(scene.a.notice)))["ends_at"]
    assert (stored, shown) == (warsaw(after.year, after.month, after.day), f"{last:%d.%m.%Y}")


def test_notice_until_a_day_says_so_in_the_list(as_, alicja, scene):
    notice = scene.a.notice
    for ends_at, words in ((None, "do odwołania"), (warsaw(2030, 12, 5), "do końca 4 grudnia 2030")):
        notice.ends_at = ends_at
        notice.save()
        assert words in as_(alicja).get(address(notice, "changelist")).content.decode()


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
