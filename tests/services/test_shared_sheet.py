"""What changed in a shared sheet since an office last read it, and for whom that is told."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.management import call_command

from services.models import Form, LegalBasis, Offering
from services.shared_sheet import (
    PARTS,
    TEXTS,
    changed_offerings,
    changes,
    has_additions,
    remember,
    remember_all,
    sheet_of,
)
from tests.factories import (
    make_amount,
    make_deadline,
    make_document,
    make_offering,
    make_office,
    make_phone,
    make_service,
)
from tests.ops_site.content_samples import OFFICE, SHARED

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    """A shared sheet with a record of every kind."""
    service = make_service(cost="Nic nie płacisz.", steps="Zadzwoń.\nPrzyjdź.")
    service.required_documents.create(document=make_document(name="Dowód osobisty"))
    make_deadline(service)
    make_amount(service, label="Dochód, najwyżej", value=Decimal("1010.00"), per="miesięcznie")
    LegalBasis.objects.create(service=service, act="ustawa o pomocy społecznej", provision="art. 37")
    return service


@pytest.fixture
def offering(service):
    """An office's answer with an addition, made with the sheet of today in view."""
    offering = make_offering(make_office(), service, note="U nas także w sobotę.")
    remember(offering)
    return offering


def told(offering):
    """Write what an editor is told as {label: "equal words [-deleted-] {+inserted+}"}."""
    marks = {"same": "%s", "deleted": "[-%s-]", "inserted": "{+%s+}"}
    found = changes(Offering.objects.get(pk=offering.pk))
    return {f"{one.label}": " ".join(marks[part.kind] % part.words.strip() for part in one.parts) for one in found}


def change(record, **fields):
    for name, value in fields.items():
        setattr(record, name, value)
    record.save()


# --- What changed --------------------------------------------------------------------------


def test_nothing_has_changed_at_first(offering):
    assert told(offering) == {}


def no_change(service):
    service.save()


def other_line_ends(service):
    change(service, steps="Zadzwoń.\r\nPrzyjdź.\r\n")


def another_language(service):
    change(service, cost_en="You pay nothing.", name_uk="Допомога")


def words_for_search(service):
    change(service, search_words="brak pieniędzy", popular_names="zapomoga", position=7)


def checked(service):
    change(service, checked_on=dt.date(2026, 3, 2), source="strona ministerstwa")


@pytest.mark.parametrize("touch", [no_change, other_line_ends, another_language, words_for_search, checked])
def test_what_says_nothing_new_is_no_change(service, offering, touch):
    touch(service)
    assert told(offering) == {}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"cost": "Nic nie zapłacisz."}, {"Ile kosztuje": "Nic nie [-płacisz.-] {+zapłacisz.+}"}, id="a word"),
        pytest.param({"cost": "Nic nie płacisz. Nigdy."}, {"Ile kosztuje": "Nic nie płacisz. {+Nigdy.+}"}, id="longer"),
        pytest.param({"cost": ""}, {"Ile kosztuje": "[-Nic nie płacisz.-]"}, id="gone"),
        pytest.param({"appeal": "W 14 dni."}, {"Jak się odwołać": "{+W 14 dni.+}"}, id="new"),
        pytest.param({"steps": "Przyjdź.\nZadzwoń."}, {"Co zrobić": "{+Przyjdź.+} Zadzwoń. [-Przyjdź.-]"}, id="another order"),
        pytest.param({"handling": "elsewhere", "handled_by": "ZUS"}, {"Co obowiązuje w kraju": "[-załatwisz tutaj-] {+załatwia to kto inny+}", "Kto to załatwia": "{+ZUS+}"}, id="a choice in words"),
        pytest.param({"filing": "talk"}, {"Jak zacząć": "[-trzeba złożyć wniosek-] {+wystarczy przyjść albo zadzwonić+}"}, id="how to begin"),
    ],
)  # fmt: skip
def test_changed_text_is_told_in_words(service, offering, fields, expected):
    change(service, **fields)
    assert told(offering) == expected


def test_every_text_of_the_sheet_is_told_once_in_the_order_of_the_sheet(service, offering):
    change(service, **{name: f"inne {name}" for name in TEXTS if name not in ("handling", "filing")})
    labels = [one.label for one in changes(Offering.objects.get(pk=offering.pk))]
    assert (len(labels), len(set(labels))) == (len(TEXTS) - 2, len(TEXTS) - 2)
    assert labels[:2] == ["Nazwa urzędowa", "Jedno zdanie"]


def new_document(service):
    service.required_documents.create(document=make_document("akt", name="Akt urodzenia"), note="jeśli masz dzieci")


def other_note(service):
    change(service.required_documents.get(), note="albo paszport")


def other_name_of_a_document(service):
    change(service.required_documents.get().document, name="Dowód tożsamości")


def other_last_day(service):
    change(service.deadlines.get(), last_day="09-30")


def what_being_late_costs(service):
    change(service.deadlines.get(), loss="przepada wrzesień.")


def from_an_event(service):
    change(service.deadlines.get(), first_day="", last_day="", period="2 miesiące od zdarzenia")


def one_year_only(service):
    change(service.deadlines.get(), year=2026)


def other_amount(service):
    change(service.amounts.get(), value=Decimal("1229.00"))


def amount_gone(service):
    service.amounts.all().delete()


def other_basis(service):
    change(service.legal_bases.get(), provision="art. 38")


@pytest.mark.parametrize(
    ("touch", "expected"),
    [
        (new_document, {"Potrzebne dokumenty": "Dowód osobisty {+Akt urodzenia jeśli masz dzieci+}"}),
        (other_note, {"Potrzebne dokumenty": "Dowód osobisty {+albo paszport+}"}),
        (other_name_of_a_document, {"Potrzebne dokumenty": "Dowód [-osobisty-] {+tożsamości+}"}),
        (other_last_day, {"Terminy": "Wnioski na rok szkolny [-09-01–09-15-] {+09-01–09-30+}"}),
        (what_being_late_costs, {"Terminy": "Wnioski na rok szkolny 09-01–09-15 {+przepada wrzesień.+}"}),
        (from_an_event, {"Terminy": "Wnioski na rok szkolny [-09-01–09-15-] {+2 miesiące od zdarzenia+}"}),
        (one_year_only, {"Terminy": "Wnioski na rok szkolny 09-01–09-15 {+2026+}"}),
        (other_amount, {"Kwoty": "Dochód, najwyżej: [-1010.00-] {+1229.00+} zł miesięcznie"}),
        (amount_gone, {"Kwoty": "[-Dochód, najwyżej: 1010.00 zł miesięcznie-]"}),
        (other_basis, {"Podstawy prawne": "ustawa o pomocy społecznej, art. [-37-] {+38+}"}),
    ],
)
def test_changed_record_is_told_in_words(service, offering, touch, expected):
    touch(service)
    assert told(offering) == expected


def test_every_kind_of_part_is_compared():
    assert {"required_documents", "deadlines", "amounts", "legal_bases"} == set(PARTS)


def test_changing_back_leaves_nothing_to_tell(service, offering):
    change(service, cost="Płacisz 10 zł.")
    change(service, cost="Nic nie płacisz.")
    assert told(offering) == {}


def test_remembering_ends_it(service, offering):
    change(service, cost="Płacisz 10 zł.")
    offering = Offering.objects.get(pk=offering.pk)
    remember(offering)
    assert told(offering) == {}


def test_office_that_added_nothing_is_told_nothing(service):
    offering = make_offering(make_office(), service)
    change(service, cost="Płacisz 10 zł.")
    assert told(offering) == {}


def test_own_service_is_never_told_of():
    office = make_office()
    offering = make_offering(office, make_service("klub", owner=office), note="Dopisek.")
    remember(offering)
    change(offering.service, cost="Płacisz 10 zł.")
    assert (told(offering), changed_offerings(Offering.objects.all())) == ({}, [])


def test_sheet_leaves_out_what_is_empty():
    assert sheet_of(make_service(name="Zasiłek", summary="Pieniądze.")) == {
        "name": "Zasiłek",
        "summary": "Pieniądze.",
        "handling": "here",
        "filing": "application",
    }


# --- Which offices have something to compare -----------------------------------------------


def no_addition(offering):
    return None


def note(offering):
    change(offering, note="Dopisek.")


def own_documents(offering):
    change(offering, own_documents="Umowa najmu.")


def form(offering):
    Form.objects.create(offering=offering, title="Wniosek", url="https://example.org/")


def phone(offering):
    offering.phones.add(make_phone(office=offering.office))


def place_and_state(offering):
    change(offering, state="suspended")


ADDITIONS = [note, own_documents, form, phone]


@pytest.mark.parametrize(
    ("add", "expected"), [*((add, True) for add in ADDITIONS), (no_addition, False), (place_and_state, False)]
)
def test_office_has_additions(add, expected):
    offering = make_offering(make_office(), make_service())
    add(offering)
    assert has_additions(offering) is expected


def test_own_service_has_no_additions():
    office = make_office()
    assert has_additions(make_offering(office, make_service(owner=office), note="Dopisek.")) is False


@pytest.mark.parametrize("add", ADDITIONS)
def test_remember_all_keeps_the_sheets_of_offices_with_additions(add):
    offering = make_offering(make_office(), make_service())
    add(offering)
    remember_all()
    offering.refresh_from_db()
    assert offering.sheet_seen == sheet_of(offering.service)


def test_remember_all_leaves_other_offerings_alone(service, offering):
    office = offering.office
    plain = make_offering(make_office("b"), service)
    own = make_offering(office, make_service("klub", owner=office), note="Dopisek.")
    change(service, cost="Płacisz 10 zł.")
    remember_all()
    seen = dict(Offering.objects.values_list("pk", "sheet_seen"))
    assert (seen[plain.pk], seen[own.pk]) == (None, None)
    assert told(offering) == {"Ile kosztuje": "[-Nic nie płacisz.-] {+Płacisz 10 zł.+}"}


def test_loading_content_remembers_the_sheets_of_today(tmp_path):
    for name, text in (("wolomin", OFFICE), ("wspolne", SHARED)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    call_command("load_content", *sorted(tmp_path.glob("*.yaml")), verbosity=0)
    seen = {one.service.slug: one.sheet_seen for one in Offering.objects.all()}
    expected = sheet_of(Offering.objects.get(service__slug="zasilek-celowy").service)
    assert seen == {"klub": None, "zasilek-celowy": expected}


# --- Lists ---------------------------------------------------------------------------------


def test_changed_offerings_are_those_whose_sheet_changed(service, offering):
    other = make_offering(offering.office, make_service("inna"), note="Dopisek.")
    remember(other)
    change(service, cost="Płacisz 10 zł.")
    assert changed_offerings(Offering.objects.all()) == [offering]


def test_changed_offerings_stay_within_those_given(service, offering):
    change(service, cost="Płacisz 10 zł.")
    assert changed_offerings(Offering.objects.exclude(office=offering.office)) == []


@pytest.mark.parametrize("count", [1, 3])
def test_changed_offerings_cost_the_same_number_of_queries(django_assert_num_queries, count):
    office = make_office()
    for number in range(count):
        service = make_service(f"sprawa-{number}")
        service.required_documents.create(document=make_document(f"dokument-{number}"))
        make_deadline(service)
        make_amount(service)
        LegalBasis.objects.create(service=service, act="ustawa")
        remember(make_offering(office, service, note="Dopisek."))
        change(service, cost="Płacisz 10 zł.")
    with django_assert_num_queries(6):
        found = changed_offerings(Offering.objects.all())
    assert len(found) == count
