"""What a record tells an editor, and how it is named and addressed."""

import datetime as dt
import re

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.urls import LocalePrefixPattern, get_resolver, reverse

from offices import models
from offices.models.office import RESERVED_SLUGS
from tests.factories import (
    DATE,
    make_notice,
    make_office,
    make_section,
    warsaw,
)
from tests.offices.one_of_each import one_of_each

pytestmark = pytest.mark.django_db

EIGHT, SIXTEEN = dt.time(8), dt.time(16)
BEFORE = DATE - dt.timedelta(days=1)


@pytest.fixture
def at(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return one_of_each()


# --- What an editor is told ----------------------------------------------------------------

OTHER_BUILDING = "Ten budynek należy do innego ośrodka. Wybierz budynek swojego ośrodka."
SEVERAL_PLACES = "Wybierz jedno miejsce: ośrodek, budynek albo komórkę, nie kilka naraz."
CLOSED_DAY = "Dzień nieczynny nie ma godzin. Usuń godziny albo zmień „jak”."
REVERSED_HOURS = "Godzina zamknięcia jest przed godziną otwarcia. Zamień je albo zaznacz „do następnego dnia”."
WITHIN_A_DAY = "Te godziny mieszczą się w jednym dniu. Odznacz „do następnego dnia”."
REVERSED_DAYS = "Ostatni dzień jest przed pierwszym. Zamień je."
SEASON = "Wpisz miesiąc i dzień, na przykład 07-01 (1 lipca)."
NO_EXTENSION = "Numer wewnętrzny nie ma tu miejsca. Wpisz sam numer, na przykład 52 387 87 02."
OUT_OF_BOUNDS = "Wpisz dzień od 01.01.1990 do 31.12.2100. Sprawdź rok."
SAME_NUMBER = "Ten numer już tu jest. Zostaw jeden albo przy każdym napisz, w jakiej innej sprawie dzwonić."


def no_such_day(day):
    return f"Nie ma takiego dnia: {day}. Wpisz miesiąc i dzień, na przykład 06-30 (30 czerwca)."


def not_a_number(text):
    return f"„{text}” nie jest polskim numerem telefonu. Wpisz na przykład 52 387 87 02 albo 112."


TOLD = [
    ("reserved address", "a", {"slug": "szukaj"}, "slug", "Tego adresu używa sama strona. Wybierz inny, na przykład nazwę miejscowości."),
    ("TERYT of six digits", "a", {"teryt": "143412"}, "teryt", "Kod TERYT gminy ma siedem cyfr, na przykład 1434123."),
    ("e-Doręczenia", "a", {"edelivery_address": "AE:PL-1"}, "edelivery_address", "Adres do e-Doręczeń wygląda tak: AE:PL-12345-67890-ABCDE-12."),
    ("short NIP", "a", {"nip": "125-00-000"}, "nip", "NIP ma dziesięć cyfr."),
    ("REGON of ten digits", "a", {"regon": "1234567890"}, "regon", "REGON ma 9 albo 14 cyfr."),
    ("postal code", "building", {"postal_code": "5200"}, "postal_code", "Kod pocztowy wygląda tak: 05-200."),
    ("section in another office's building", "section", {"building": "elsewhere"}, "building", OTHER_BUILDING),
    ("notice on another office's building", "notice", {"building": "elsewhere"}, "building", OTHER_BUILDING),
    ("notice that ends first", "notice", {"ends_at": warsaw(2026, 3, 1)}, "ends_at", "Komunikat kończy się, zanim się zacznie. Popraw daty."),
    ("phone number", "phone", {"number": "387 87 02"}, "number", not_a_number("387 87 02")),
    ("two numbers", "phone", {"number": "22 787 27 01/02"}, "number", "„22 787 27 01/02” to więcej niż jeden numer. Wpisz tu jeden, a następny dodaj osobno."),
    ("another extension behind the number", "phone", {"number": "523878701 wew. 12", "extension": "13"}, "number", NO_EXTENSION),
    ("an extension of a help line", "help_line", {"number": "116 111 wew. 12"}, "number", NO_EXTENSION),
    ("checked in the year 10", "phone", {"checked_on": dt.date(10, 1, 1)}, "checked_on", OUT_OF_BOUNDS),
    ("exception to 9999", "exception", {"last_day": dt.date.max}, "last_day", OUT_OF_BOUNDS),
    ("exception of a lifetime", "exception", {"last_day": dt.date(2066, 12, 1)}, "last_day", "Wyjątek trwa najwyżej trzy lata. Sprawdź rok. Jeśli tak ma być na stałe, zmień zwykłe godziny."),
    ("notice to 9999", "notice", {"ends_at": dt.datetime.max.replace(tzinfo=dt.UTC)}, "ends_at", OUT_OF_BOUNDS),
    ("notice from the year 1", "notice", {"starts_at": dt.datetime.min.replace(tzinfo=dt.UTC)}, "starts_at", OUT_OF_BOUNDS),
    ("holidays of the year 20", "year", {"year": 20}, "year", "Upewnij się, że ta wartość jest większa lub równa 2000."),
    ("extension with letters", "phone", {"extension": "w. 12"}, "extension", "Wpisz same cyfry."),
    ("phone at two places", "phone", {"office": "a"}, "__all__", SEVERAL_PLACES),
    ("number of a help line", "help_line", {"number": "116 006"}, "number", not_a_number("116 006")),
    ("number on a declaration", "declaration", {"contact_phone": "brak"}, "contact_phone", not_a_number("brak")),
    ("schedule at two places", "schedule", {"section": "section"}, "__all__", SEVERAL_PLACES),
    ("no opening time", "hours", {"opens": None}, "opens", "Wpisz godzinę otwarcia."),
    ("no closing time", "hours", {"closes": None}, "closes", "Wpisz godzinę zamknięcia."),
    ("reversed hours", "hours", {"opens": SIXTEEN, "closes": EIGHT}, "closes", REVERSED_HOURS),
    ("hours of no length", "hours", {"closes": EIGHT}, "closes", REVERSED_HOURS),
    ("over midnight without need", "hours", {"ends_next_day": True}, "ends_next_day", WITHIN_A_DAY),
    ("closed with hours", "hours", {"mode": "closed"}, "opens", CLOSED_DAY),
    ("closed with a closing time alone", "hours", {"mode": "closed", "opens": None}, "opens", CLOSED_DAY),
    ("neither hours nor a word", "hours", {"opens": None, "closes": None}, "opens", "Wpisz godzinę otwarcia. Gdy jej nie znasz, wybierz „przyjmuje, godzin nie podano”."),
    ("unstated hours with hours", "hours", {"mode": "unstated"}, "opens", "Są godziny, więc zmień „jak” na inne niż „godzin nie podano”."),
    ("closed with reversed hours", "hours", {"mode": "closed", "opens": SIXTEEN, "closes": EIGHT}, "opens", CLOSED_DAY),
    ("reversed validity", "hours", {"valid_from": DATE, "valid_until": BEFORE}, "valid_until", REVERSED_DAYS),
    ("every other week", "hours", {"weeks": "alternate"}, "valid_from", "Wpisz dzień, od którego liczymy co drugi tydzień."),
    ("half a season", "hours", {"season_start": "07-01"}, "season_end", "Sezon ma początek i koniec. Wpisz oba albo żadnego."),
    ("season in words", "hours", {"season_start": "lipca", "season_end": "08-31"}, "season_start", SEASON),
    ("thirteenth month", "hours", {"season_start": "07-01", "season_end": "13-01"}, "season_end", no_such_day("13-01")),
    ("31 June", "hours", {"season_start": "06-31", "season_end": "08-31"}, "season_start", no_such_day("06-31")),
    ("exception at two places", "exception", {"office": "a"}, "__all__", SEVERAL_PLACES),
    ("reversed exception", "exception", {"last_day": BEFORE}, "last_day", REVERSED_DAYS),
    ("other hours without times", "exception", {"mode": "walk-in"}, "opens", "Wpisz godzinę otwarcia."),
    ("part-day closure without an end", "exception", {"opens": EIGHT}, "closes", "Wpisz godzinę zamknięcia."),
    ("part-day closure without a start", "exception", {"closes": EIGHT}, "opens", "Wpisz godzinę otwarcia."),
    ("reversed part-day closure", "exception", {"opens": SIXTEEN, "closes": EIGHT}, "closes", REVERSED_HOURS),
    ("reviewed before it was prepared", "declaration", {"reviewed_on": BEFORE}, "reviewed_on", "Przegląd nie może być przed sporządzeniem. Popraw daty."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "changes", "field", "message"), [pytest.param(*row[1:], id=f"{row[1]}: {row[0]}") for row in TOLD]
)
def test_clean_tells_an_editor(at, kind, changes, field, message):
    record = getattr(at, kind)
    for name, value in changes.items():
        setattr(record, name, getattr(at, value) if value in ("a", "elsewhere", "section") else value)
    with pytest.raises(ValidationError) as refusal:
        record.full_clean(validate_constraints=False)
    assert refusal.value.message_dict == {field: [message]}


KINDS = (
    "a building section phone help_line schedule hours exception notice fact year declaration page term recording"
).split()


@pytest.mark.parametrize("kind", KINDS)
def test_clean_has_nothing_to_say_about_a_good_record(at, kind):
    assert getattr(at, kind).full_clean() is None


def test_every_kind_of_record_is_tried(at):
    assert {type(getattr(at, kind)) for kind in KINDS} == set(apps.get_app_config("offices").get_models()) - {
        models.Office.editors.through,
        models.FormerSlug,  # Nobody edits it: see tests/ops_site/test_moved.py.
    }


# --- Names and addresses -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("a", "OPS a"),
        ("building", "Budynek budynek, Leśna 1"),
        ("section", "Komórka komorka"),
        ("phone", "52 387 87 01"),
        ("help_line", "Linia linia, 116 111"),
        ("schedule", "Budynek budynek, Leśna 1: przyjęcia"),
        ("hours", "poniedziałek 08:00–16:00"),
        ("exception", "2026-03-02: nieczynne"),
        ("notice", "Komunikat"),
        ("fact", "Winda: nie"),
        ("year", "OPS a: 2026"),
        ("declaration", "deklaracja dostępności: OPS a"),
        ("page", "Prywatność"),
        ("term", "wniosek"),
        ("recording", "OPS a: nagranie w języku migowym"),
    ],
)
def test_record_is_named(at, kind, expected):
    assert f"{getattr(at, kind)}" == expected


@pytest.mark.parametrize(
    ("kind", "changes", "expected"),
    [
        pytest.param("building", {"is_confidential": True}, "Budynek budynek", id="a confidential address stays secret"),
        pytest.param("phone", {"extension": "12"}, "52 387 87 01 wew. 12", id="extension"),
        pytest.param("hours", {"mode": "closed", "opens": None, "closes": None}, "poniedziałek: nieczynne", id="closed"),
        pytest.param("exception", {"last_day": dt.date(2026, 3, 5)}, "2026-03-02 – 2026-03-05: nieczynne", id="range"),
    ],
)  # fmt: skip
def test_record_is_named_after_its_state(at, kind, changes, expected):
    record = getattr(at, kind)
    for name, value in changes.items():
        setattr(record, name, value)
    assert f"{record}" == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("a", "/a/"),
        ("building", "/a/budynki/budynek/"),
        ("section", "/a/budynki/budynek/#komorka"),
        ("phone", "/a/budynki/budynek/"),
        ("help_line", "/pomoc-natychmiastowa/#linia"),
        ("declaration", "/a/deklaracja-dostepnosci/"),
        ("page", "/a/prywatnosc/"),
    ],
)
def test_record_has_an_address(at, kind, expected):
    assert getattr(at, kind).get_absolute_url() == expected


def test_notice_has_an_address_on_the_page_of_notices(at):
    assert at.notice.get_absolute_url() == f"{reverse('offices:notices', args=['a'])}#komunikat-{at.notice.pk}"


def test_section_without_a_building_has_its_address_at_the_office(at):
    assert make_section(at.a, "klub").get_absolute_url() == "/a/#klub"


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_office_may_not_take_a_reserved_address(slug):
    office = models.Office(name="x", short_name="x", kind="ops", municipality="x", slug=slug)
    with pytest.raises(ValidationError) as refusal:
        office.clean()
    assert list(refusal.value.message_dict) == ["slug"]


def test_first_words_of_the_sites_addresses_are_reserved():
    assert first_words(get_resolver()) - RESERVED_SLUGS == set()


def first_words(resolver, before=""):
    """Return the words with which an address may start that an office could take for its own."""
    found = set()
    for pattern in resolver.url_patterns:
        address = before or "" if isinstance(pattern.pattern, LocalePrefixPattern) else f"{before}{pattern.pattern}"
        if hasattr(pattern, "url_patterns"):
            found |= first_words(pattern, address)
        elif not address.startswith(("<", "/")) and address:
            found.add(address.split("/")[0])
    return {word for word in found if re.fullmatch(r"[-\w]+", word)}


# --- Queries and places --------------------------------------------------------------------


def test_published_leaves_out_drafts(at):
    make_office("szkic", is_published=False)
    assert [office.slug for office in models.Office.objects.published()] == ["a", "b"]


@pytest.mark.parametrize(
    ("fields", "is_current"),
    [
        pytest.param({}, True, id="without an end"),
        pytest.param({"starts_at": warsaw(2026, 3, 2, 12)}, True, id="from its first minute"),
        pytest.param({"starts_at": warsaw(2026, 3, 2, 12, 1)}, False, id="not before"),
        pytest.param({"ends_at": warsaw(2026, 3, 2, 12, 1)}, True, id="to its last minute"),
        pytest.param({"ends_at": warsaw(2026, 3, 2, 12)}, False, id="not after"),
    ],
)
def test_notice_is_current(fields, is_current):
    notice = make_notice(make_office(), **fields)
    assert list(models.Notice.objects.current(warsaw(2026, 3, 2, 12))) == [notice] * is_current


@pytest.mark.parametrize(
    ("kind", "place"),
    [("phone", "building"), ("schedule", "building"), ("exception", "building")],
)
def test_record_knows_its_place(at, kind, place):
    assert getattr(at, kind).place == getattr(at, place)


@pytest.mark.parametrize(
    ("owner", "office"),
    [("a", "a"), ("building", "a"), ("section", "a"), ("phone", "a"), ("help_line", None), ("elsewhere", "b")],
)
def test_schedule_knows_the_office_it_belongs_to(at, owner, office):
    name = {"a": "office", "elsewhere": "building"}.get(owner, owner)
    schedule = models.Schedule(**{name: getattr(at, owner)})
    assert schedule.home_office == (office and getattr(at, office))


def test_record_without_a_place_belongs_to_no_office():
    assert (models.Phone().place, models.Phone().home_office) == (None, None)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("(52) 387-87-02", "523878702"), ("+48 523 878 702", "523878702"), ("116 111", "116111"), ("", "")],
)
def test_phone_number_field_normalises(typed, kept):
    assert models.PhoneNumberField(blank=True).clean(typed, None) == kept


def test_phone_number_is_kept_as_digits_once_cleaned(at):
    at.phone.number = "+48 52 387 87 02"
    at.phone.full_clean()
    at.phone.save()
    assert models.Phone.objects.values_list("number", flat=True).get() == "523878702"


def test_phone_reads_and_dials(at):
    at.phone.extension = "12"
    assert (at.phone.display, at.phone.uri) == ("52 387 87 01", "tel:+48523878701,12")


def test_help_line_reads_and_dials(at):
    assert (at.help_line.display, at.help_line.uri) == ("116 111", "tel:116111")


def test_section_outlives_its_building(at):
    at.building.delete()
    at.section.refresh_from_db()
    assert at.section.building is None
