"""What the database refuses, what it tells an editor, and how each record is named and addressed."""

import datetime as dt
from decimal import Decimal

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from services import models
from services.deadlines import State
from tests.factories import (
    DATE,
    make_amount,
    make_deadline,
    make_document,
    make_guide,
    make_offering,
    make_service,
    make_situation,
)
from tests.services.one_of_each import make_recording, one_of_each

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
URL = "https://example.org/"


@pytest.fixture
def of(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return one_of_each()


def make_form(offering, **fields):
    return models.Form.objects.create(offering=offering, **({"title": "Wniosek"} | fields))


# --- What the database refuses -------------------------------------------------------------

PERIOD = "3 miesiące od urodzenia dziecka"


def make_period(service, **fields):
    return make_deadline(service, first_day="", last_day="", period=PERIOD, **fields)


REFUSED = [
    ("life_situation_has_title", "no title", lambda of: make_situation("x", title="")),
    ("service_has_name", "no name", lambda of: make_service("x", name="")),
    ("service_elsewhere_says_where", "elsewhere, nobody knows where", lambda of: make_service("x", handling="elsewhere")),
    ("legal_basis_has_act", "no act", lambda of: models.LegalBasis.objects.create(service=of.service, act="")),
    ("amount_has_label", "no label", lambda of: make_amount(of.service, label="")),
    ("amount_not_negative", "a grosz below nothing", lambda of: make_amount(of.service, value=Decimal("-0.01"))),
    ("amount_dates_in_order", "ends before it starts", lambda of: make_amount(of.service, valid_from=DATE, valid_until=DATE - DAY)),
    ("offering_once_per_office_and_service", "twice", lambda of: make_offering(of.a, of.service)),
    ("offering_at_one_place", "at two places", lambda of: make_offering(of.b, of.service, section=of.other_section, building=of.other_building)),
    ("offering_handled_by_others_only_elsewhere", "here, by others", lambda of: make_offering(of.b, of.service, handled_by="PCPR")),
    ("form_has_title", "no title", lambda of: make_form(of.offering, title="", url=URL)),
    ("form_file_or_url", "neither a file nor an address", lambda of: make_form(of.offering)),
    ("form_file_or_url", "both", lambda of: make_form(of.offering, file="formularze/a.pdf", url=URL)),
    ("service_online_has_name", "an address without a name", lambda of: make_service("x", online_url=URL)),
    ("deadline_has_label", "no label", lambda of: make_deadline(of.service, label="")),
    ("deadline_days_or_period", "neither days nor a period", lambda of: make_deadline(of.service, first_day="", last_day="")),
    ("deadline_days_or_period", "a last day and a period", lambda of: make_deadline(of.service, first_day="", period=PERIOD)),
    ("deadline_days_or_period", "a first day and a period", lambda of: make_deadline(of.service, last_day="", period=PERIOD)),
    ("deadline_days_or_period", "a year and a period", lambda of: make_period(of.service, year=2026)),
    ("deadline_year", "a year long past", lambda of: make_deadline(of.service, year=1999)),
    ("deadline_year", "a year far ahead", lambda of: make_deadline(of.service, year=2101)),
    ("document_has_name", "no name", lambda of: make_document("x", name="")),
    ("document_file_or_url", "both", lambda of: make_document("x", file="formularze/a.pdf", url=URL)),
    ("document_once_per_service", "twice", lambda of: of.service.required_documents.create(document=of.document)),
    ("guide_has_title", "no title", lambda of: make_guide("x", title="")),
    ("sheet_recording_has_film", "no film", lambda of: make_recording(of.other_service, film="")),
    ("sheet_recording_has_captions", "no captions", lambda of: make_recording(of.other_service, captions="")),
    ("guide_step_has_title", "no title", lambda of: of.guide.steps.create(title="")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("constraint", "make"), [pytest.param(name, make, id=f"{name}: {case}") for name, case, make in REFUSED]
)
def test_database_refuses(of, constraint, make):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        make(of)
    # SQLite names the columns of a broken uniqueness, not its constraint.
    assert constraint in f"{refusal.value}" or "UNIQUE constraint failed" in f"{refusal.value}"


def test_database_constraints_are_all_tried():
    declared = {one.name for model in apps.get_app_config("services").get_models() for one in model._meta.constraints}
    assert {name for name, _case, _make in REFUSED} == declared


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda of: make_service(of.service.slug), id="service"),
        pytest.param(lambda of: make_situation(of.situation.slug), id="life situation"),
        pytest.param(lambda of: make_document(of.document.slug), id="document"),
        pytest.param(lambda of: make_guide(of.guide.slug, situation=of.situation), id="guide"),
        pytest.param(lambda of: make_recording(of.service), id="a second recording"),
    ],
)
def test_database_refuses_a_double(of, make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(of)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda of: make_service("x", handling="elsewhere", handled_by="ZUS"), id="elsewhere, at ZUS"),
        pytest.param(lambda of: make_amount(of.service, value=0), id="nothing to pay"),
        pytest.param(lambda of: make_amount(of.service, valid_from=DATE, valid_until=DATE), id="valid one day"),
        pytest.param(lambda of: make_offering(of.b, of.service), id="the same service at another office"),
        pytest.param(lambda of: make_offering(of.b, of.service, building=of.other_building), id="at a building"),
        pytest.param(lambda of: make_service("x", online_name="portal Emp@tia"), id="online, without an address"),
        pytest.param(lambda of: make_form(of.offering, file="formularze/a.pdf"), id="a form in a file"),
        pytest.param(lambda of: make_document("x", file="formularze/a.pdf"), id="a document with a file"),
        pytest.param(lambda of: make_document("x", url=URL), id="a document with an address"),
        pytest.param(lambda of: make_deadline(of.service, first_day="", year=2000), id="a deadline without a first day"),
        pytest.param(lambda of: make_deadline(of.service, year=2100), id="a deadline of the last year"),
        pytest.param(lambda of: make_period(of.service), id="a deadline from an event"),
        pytest.param(lambda of: of.other_service.required_documents.create(document=of.document), id="a document of two services"),
    ],
)  # fmt: skip
def test_database_takes(of, make):
    assert make(of).pk is not None


# --- What an editor is told ----------------------------------------------------------------


def no_such_day(day):
    return f"Nie ma takiego dnia: {day}. Wpisz miesiąc i dzień, na przykład 06-30 (30 czerwca)."


OTHER_PLACE = "To miejsce należy do innego ośrodka. Wybierz miejsce swojego ośrodka."


@pytest.mark.parametrize(
    ("kind", "changes", "field", "message"),
    [
        pytest.param("service", {"handling": "elsewhere"}, "handled_by", "Napisz, kto to załatwia, na przykład „ZUS”.", id="elsewhere"),
        pytest.param("service", {"handled_phone": "brak"}, "handled_phone", "„brak” nie jest polskim numerem telefonu. Wpisz na przykład 52 387 87 02 albo 112.", id="number"),
        pytest.param("service", {"online_url": URL}, "online_name", "Napisz, jak nazywa się ta usługa, na przykład „portal Emp@tia”.", id="online without a name"),
        pytest.param("deadline", {"first_day": "02-30"}, "first_day", no_such_day("02-30"), id="no such first day"),
        pytest.param("deadline", {"last_day": "04-31"}, "last_day", no_such_day("04-31"), id="no such last day"),
        pytest.param("deadline", {"year": 1999}, "year", "Upewnij się, że ta wartość jest większa lub równa 2000.", id="a year long past"),
        pytest.param("deadline", {"last_day": ""}, "last_day", "Wpisz ostatni dzień albo ile czasu jest od zdarzenia.", id="no last day"),
        pytest.param("deadline", {"period_pl": PERIOD}, "period_pl", "Zostaw jedno: dni w kalendarzu albo czas od zdarzenia.", id="days and a period"),
        pytest.param("amount", {"valid_from": DATE, "valid_until": DATE - DAY}, "valid_until", "Ostatni dzień jest przed pierwszym. Zamień je.", id="reversed validity"),
        pytest.param("amount", {"value": Decimal(-1)}, "value", "Upewnij się, że ta wartość jest większa lub równa 0.", id="negative amount"),
        pytest.param("offering", {"building": "building"}, "building", "Wybierz komórkę albo budynek, nie oba.", id="two places"),
        pytest.param("offering", {"section": "other_section"}, "section", OTHER_PLACE, id="another office's section"),
        pytest.param("offering", {"section": None, "building": "other_building"}, "building", OTHER_PLACE, id="another office's building"),
        pytest.param("offering", {"service": "other_service"}, "service", "To własna sprawa innego ośrodka.", id="another office's own service"),
    ],
)  # fmt: skip
def test_clean_tells_an_editor(of, kind, changes, field, message):
    record = getattr(of, kind)
    for name, value in changes.items():
        setattr(record, name, getattr(of, value) if value in vars(of) else value)
    with pytest.raises(ValidationError) as refusal:
        record.full_clean(validate_constraints=False)
    assert refusal.value.message_dict == {field: [message]}


KINDS = "situation service offering form basis amount deadline document required guide step recording".split()


@pytest.mark.parametrize("kind", KINDS)
def test_clean_has_nothing_to_say_about_a_good_record(of, kind):
    assert getattr(of, kind).full_clean() is None


def test_every_kind_of_record_is_tried(of):
    assert {type(getattr(of, kind)) for kind in KINDS} == set(apps.get_app_config("services").get_models())


def test_clean_lets_an_office_offer_its_own_service(of):
    assert models.Offering(office=of.b, service=of.other_service).clean() is None


# --- Names and addresses -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("situation", "Sytuacja brak-pieniedzy"),
        ("service", "Sprawa zasilek-staly"),
        ("offering", "Sprawa zasilek-staly (OPS a)"),
        ("form", "Wniosek"),
        ("basis", "ustawa o pomocy społecznej, art. 37"),
        ("amount", "Najwyżej: 1229.00 zł"),
        ("deadline", "Wnioski na rok szkolny"),
        ("document", "Dokument dowod-osobisty"),
        ("required", "Dokument dowod-osobisty"),
        ("guide", "Przewodnik dziecko"),
        ("step", "Krok 1"),
        ("recording", "Sprawa zasilek-staly: sprawa w języku migowym"),
    ],
)
def test_record_is_named(of, kind, expected):
    assert f"{getattr(of, kind)}" == expected


def test_legal_basis_without_a_provision_is_named_after_its_act():
    assert f"{models.LegalBasis(act='ustawa')}" == "ustawa"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("situation", "/sytuacje/brak-pieniedzy/"),
        ("service", "/sprawy/zasilek-staly/"),
        ("offering", "/a/sprawy/zasilek-staly/"),
        ("guide", "/krok-po-kroku/dziecko/"),
    ],
)
def test_record_has_an_address(of, kind, expected):
    assert getattr(of, kind).get_absolute_url() == expected


@pytest.mark.parametrize(
    ("fields", "is_current"),
    [
        pytest.param({}, True, id="without dates"),
        pytest.param({"valid_from": DATE}, True, id="from its first day"),
        pytest.param({"valid_from": DATE + DAY}, False, id="not before"),
        pytest.param({"valid_until": DATE}, True, id="to its last day"),
        pytest.param({"valid_until": DATE - DAY}, False, id="not after"),
        pytest.param({"valid_from": DATE - DAY, "valid_until": DATE + DAY}, True, id="within"),
        pytest.param({"is_confirmed": False}, False, id="not confirmed"),
    ],
)
def test_amount_is_current(fields, is_current):
    assert models.Amount(label="x", value=1, **fields).is_current(DATE) is is_current


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, (State.OPEN, 12), id="every year"),
        pytest.param({"year": 2025}, (State.OVER, 353), id="of one year"),
        pytest.param({"first_day": "09-10"}, (State.AHEAD, 7), id="from a later day"),
        pytest.param({"first_day": "", "last_day": "09-03"}, (State.OPEN, 0), id="from any day"),
    ],
)
def test_deadline_has_a_window(of, fields, expected):
    for name, value in fields.items():
        setattr(of.deadline, name, value)
    found = of.deadline.window(dt.date(2026, 9, 3))
    assert (found.state, found.days) == expected


def test_deadline_from_an_event_has_no_window(of):
    assert make_period(of.service).window(dt.date(2026, 9, 3)) is None


@pytest.mark.parametrize("nothing", ["", None])
def test_deadline_from_an_event_turns_into_days(of, nothing):
    deadline = make_period(of.service)
    deadline.period_pl, deadline.last_day = nothing, "10-31"
    deadline.full_clean()
    deadline.save()
    assert models.Deadline.objects.get(pk=deadline.pk).window(dt.date(2026, 9, 3)).closes == dt.date(2026, 10, 31)


@pytest.mark.parametrize("kind", ["document", "situation"])
def test_record_that_others_need_is_not_deleted(of, kind):
    with pytest.raises(ProtectedError):
        getattr(of, kind).delete()


def test_guide_outlives_the_services_of_its_steps(of):
    of.service.delete()
    assert (list(of.guide.steps.all()), of.step.services.count()) == ([of.step], 0)


def test_offering_outlives_its_section(of):
    of.section.delete()
    of.offering.refresh_from_db()
    assert of.offering.section is None


def test_phone_number_of_who_handles_it_is_kept_as_digits(of):
    of.service.handled_phone = "22 560 16 00"
    of.service.full_clean()
    assert of.service.handled_phone == "225601600"
