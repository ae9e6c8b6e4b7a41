"""Corrections of the shared content reach a site that was installed from an earlier release."""

import datetime as dt
import io

import pytest
from django.core.management import CommandError, call_command

from languages.models import GlossaryTerm
from offices.models import HelpLine
from ops_site.content import applying, shipped
from ops_site.content.applying import ChangedMeanwhile, apply_untouched, decide
from ops_site.content.corrections import (
    State,
    compare,
    corrections,
    deleted_here,
    is_compared,
    waiting,
    waiting_count,
)
from ops_site.content.errors import ContentError
from ops_site.content.loader import load
from ops_site.content.shipped import write_digests
from ops_site.models import ShippedRecord
from search import freshness
from services import shared_sheet
from services.models import Amount, Guide, LifeSituation, Offering, Service
from tests.factories import make_offering, make_office, make_service
from tests.ops_site.releases import changed, ship

pytestmark = pytest.mark.django_db

ALLOWANCE = "zasilek-celowy"
CORRECTED = {
    "cost": {"pl": "Nic.", "en": "It is free.", "uk": "Нічого."},
    "deadlines": [{"label": "Wnioski na zimę", "last_day": "10-31"}],
    "amounts": [{"label": "Dochód, najwyżej", "value": "1209.00"}],
}


@pytest.fixture
def release(tmp_path):
    """The folder of the files from which a site was installed before it noted down what it took."""
    load([ship(tmp_path)])
    write_digests("0.1.0", tmp_path)
    return tmp_path


def update(folder):
    compare(folder)
    return apply_untouched()


def states(found):
    return {(one.row.kind, one.row.key): one.state for one in found}


def sheet(slug=ALLOWANCE):
    return Service.objects.get(slug=slug)


def test_correction_of_an_amount_a_deadline_and_a_translation_arrives_beside_what_staff_changed(release):
    Service.objects.filter(slug="praca-socjalna").update(cost_pl="10 zł")
    ship(release, changed(services={ALLOWANCE: CORRECTED, "praca-socjalna": {"summary": "Rozmowa."}}))
    outcome = update(release)
    assert states(outcome.to_decide) == {("services", "praca-socjalna"): State.CHANGED}
    assert (sheet("praca-socjalna").cost_pl, sheet("praca-socjalna").summary_pl) == ("10 zł", "Rozmowa i pomoc.")
    service = sheet()
    assert [str(one.value) for one in service.amounts.all()] == ["1209.00"]
    assert [one.last_day for one in service.deadlines.all()] == ["10-31"]
    assert (service.cost_pl, service.cost_en, service.cost_uk) == ("Nic.", "It is free.", "Нічого.")


def test_release_that_is_the_same_brings_nothing(release):
    assert update(release) == applying.Outcome()
    assert waiting_count() == 0


def test_order_line_ends_and_a_saved_record_are_no_change(release):
    content = changed(services={ALLOWANCE: {"legal_bases": [{"act": "A"}, {"act": "B"}]}})
    ship(release, content)
    update(release)
    content["services"].reverse()
    content["services"][1]["legal_bases"].reverse()
    ship(release, content)
    Service.objects.filter(slug="praca-socjalna").update(steps_pl="Przyjdź. \r\nPowiedz.\r\n")
    assert update(release) == applying.Outcome()
    assert states(corrections(ShippedRecord.objects.filter(key="praca-socjalna"))) == {
        ("services", "praca-socjalna"): State.SETTLED
    }


def test_what_is_known_about_translations_is_no_change(release):
    service = sheet()
    service.mark_to_check("cost", "en", is_to_check=True)
    service.outdated = {"uk": {"summary": "Pieniądze."}}
    service.save()
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    compare(release)
    assert states(waiting()) == {("services", ALLOWANCE): State.UNTOUCHED}


def test_record_keeps_its_number_and_what_points_at_it(release):
    service, offering = sheet(), make_offering(make_office(), sheet())
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    update(release)
    assert sheet().pk == service.pk
    assert Offering.objects.get().pk == offering.pk
    assert Guide.objects.get().steps.get().services.get() == service
    assert service.situations.get() == LifeSituation.objects.get()


def test_translation_that_came_with_its_polish_is_current(release):
    words = {
        "pl": "Pieniądze na jedną rzecz, na przykład opał.",
        "en": "Money for one thing.",
        "uk": "Гроші на паливо.",
    }
    ship(release, changed(services={ALLOWANCE: {"summary": words}}))
    update(release)
    service = sheet()
    assert service.summary_pl == "Pieniądze na jedną rzecz, na przykład opał."
    assert (service.outdated, service.to_check) == ({}, {})


def test_new_records_are_added_with_all_that_refers_to_them(release):
    oven = {"name": "Piec", "summary": "Nowy piec.", "required_documents": [{"document": "faktura"}]}
    new = changed(services={"piec": oven}, documents={"faktura": {"name": "Faktura"}})
    new["guides"][0]["steps"].append({"title": "Weź fakturę", "position": "2", "services": ["piec"]})
    new["glossary"].append({"pl": "faktura", "en": "invoice"})
    ship(release, new)
    outcome = update(release)
    assert (len(outcome.added), len(outcome.updated), outcome.failed) == (3, 1, [])
    assert str(sheet("piec").required_documents.get()) == "Faktura"
    assert [one.title for one in Guide.objects.get().steps.all()] == ["Zadzwoń", "Weź fakturę"]
    assert GlossaryTerm.objects.get(pl="faktura").en == "invoice"


def test_hours_of_a_help_line_are_corrected(release):
    hours = [{"weekday": "friday", "opens": "10:00", "closes": "22:00"}]
    ship(
        release, changed(help_lines={"telefon-zaufania": {"schedules": [{"purpose": "phone", "weekly_hours": hours}]}})
    )
    update(release)
    assert str(HelpLine.objects.get().schedules.get().weekly_hours.get()) == "piątek 10:00–22:00"


def test_field_that_is_no_longer_shipped_is_emptied(release):
    content = changed()
    del content["services"][0]["cost"], content["services"][0]["deadlines"], content["services"][1]["steps"]
    ship(release, content)
    update(release)
    assert (sheet().cost_pl or "", sheet().cost_en or "", sheet().deadlines.count()) == ("", "", 0)


def test_record_that_staff_changed_is_left_alone_and_shown(release):
    Service.objects.filter(slug=ALLOWANCE).update(cost_en="Free of charge.")
    ship(release, changed(services={ALLOWANCE: CORRECTED, "praca-socjalna": {"summary": "Rozmowa."}}))
    outcome = update(release)
    assert [one.row.key for one in outcome.updated] == ["praca-socjalna"]
    [shown] = outcome.to_decide
    assert (shown.row.key, shown.state) == (ALLOWANCE, State.CHANGED)
    assert (shown.changed, shown.clashing) == (["cost", "deadlines", "amounts"], ["cost"])
    assert (sheet().cost_en, str(Amount.objects.get().value)) == ("Free of charge.", "1010.00")


def test_row_that_staff_changed_counts_as_a_change_of_its_record(release):
    Amount.objects.update(value=999)
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    compare(release)
    assert states(waiting()) == {("services", ALLOWANCE): State.CHANGED}


def test_record_that_staff_corrected_in_the_same_way_does_not_wait(release):
    Amount.objects.update(value=1209)
    ship(release, changed(services={ALLOWANCE: {"amounts": CORRECTED["amounts"]}}))
    assert update(release) == applying.Outcome()


def test_record_that_staff_only_checked_again_is_brought_up_to_date(release):
    Service.objects.filter(slug=ALLOWANCE).update(checked_on=dt.date(2026, 12, 1))
    ship(release, changed(services={ALLOWANCE: {**CORRECTED, "checked_on": "2026-12-15"}}))
    assert [one.row.key for one in update(release).updated] == [ALLOWANCE]
    assert sheet().checked_on == dt.date(2026, 12, 15)


def test_field_that_staff_changed_as_the_release_does_stops_nothing(release):
    Service.objects.filter(slug=ALLOWANCE).update(cost_en="It is free.")
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    assert [one.row.key for one in update(release).updated] == [ALLOWANCE]


def test_waiting_record_that_staff_delete_no_longer_waits(release):
    ship(release, changed(services={"praca-socjalna": {"summary": "Rozmowa."}}))
    compare(release)
    sheet("praca-socjalna").delete()
    assert waiting_count() == 0


def test_search_learns_of_a_corrected_sheet(release):
    before = freshness.tokens()
    ship(release, changed(services={ALLOWANCE: {"popular_names": "zapomoga"}}))
    update(release)
    assert freshness.tokens()[freshness.MATTERS] != before.get(freshness.MATTERS)


def test_record_that_staff_deleted_does_not_come_back(release):
    sheet("praca-socjalna").delete()
    ship(release, changed(services={"praca-socjalna": {"summary": "Rozmowa."}}))
    assert update(release) == applying.Outcome()
    assert states(deleted_here()) == {("services", "praca-socjalna"): State.DELETED}
    assert Service.objects.filter(slug="praca-socjalna").count() == 0


def test_record_at_a_new_address_is_known_by_its_former_one(release):
    service = sheet()
    service.slug = "celowy"
    service.save()
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    compare(release)
    [one] = waiting()
    assert (one.here.record.pk, one.state, "slug" in one.changed) == (service.pk, State.CHANGED, False)
    assert deleted_here() == []


def test_new_address_of_a_sheet_is_no_change_of_what_refers_to_it(release):
    service = sheet()
    for service.slug in ("celowy", "zasilek-na-cel"):
        service.save()
    ship(release, changed(guides={"pierwszy-raz": {"summary": "Zacznij tu."}}))
    assert [one.row.key for one in update(release).updated] == ["pierwszy-raz"]
    assert [str(one) for one in Guide.objects.get().steps.get().services.all()] == [str(service)]


def test_record_that_is_no_longer_shipped_waits_for_a_decision(release):
    ship(release, changed(services={"praca-socjalna": None}))
    outcome = update(release)
    assert states(outcome.to_decide) == {("services", "praca-socjalna"): State.WITHDRAWN}
    assert sheet("praca-socjalna").name == "Praca socjalna"


def test_sheet_of_an_office_is_never_touched(release):
    make_service(slug="klub", name_pl="Klub", owner=make_office())
    ship(release, changed(services={"klub": {"name": "Kluby", "summary": "Spotkania."}, ALLOWANCE: CORRECTED}))
    outcome = update(release)
    assert [one.row.key for one in outcome.updated] == [ALLOWANCE]
    assert [(one.row.key, "już" in reason) for one, reason in outcome.failed] == [("klub", True)]
    assert sheet("klub").name == "Klub"
    assert [one.row.key for one in waiting()] == ["klub"]


def test_shared_record_that_staff_wrote_under_a_new_key_is_to_be_decided(release):
    make_service(slug="piec", name_pl="Nasz piec")
    ship(release, changed(services={"piec": {"name": "Piec", "summary": "Nowy piec."}}))
    assert states(update(release).to_decide) == {("services", "piec"): State.CHANGED}
    assert sheet("piec").name == "Nasz piec"


def test_interrupted_run_changes_nothing(release, monkeypatch):
    ship(release, changed(services={ALLOWANCE: CORRECTED}, guides={"pierwszy-raz": {"summary": "Zacznij tu."}}))
    compare(release)
    write, written = applying.write, []

    def interrupted(shape, record, *args, **kwargs):
        if shape.model is Guide:
            raise KeyboardInterrupt
        written.append(shape.model)
        return write(shape, record, *args, **kwargs)

    monkeypatch.setattr(applying, "write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        apply_untouched()
    assert Service in written
    assert (str(Amount.objects.get().value), waiting_count()) == ("1010.00", 2)


def test_decision_for_what_was_shown_earlier_is_refused(release):
    Amount.objects.update(value=999)
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    compare(release)
    [one] = waiting()
    decide(one.row.pk, one.seen, ["amounts"])
    with pytest.raises(ChangedMeanwhile):
        decide(one.row.pk, one.seen, [])
    assert (str(Amount.objects.get().value), waiting_count()) == ("1209.00", 0)


def test_record_that_the_rules_refuse_stays_as_it_was_and_waits(release):
    ship(release, changed(services={ALLOWANCE: CORRECTED, "praca-socjalna": {"handling": "elsewhere", "cost": "0 zł"}}))
    outcome = update(release)
    assert [one.row.key for one in outcome.updated] == [ALLOWANCE]
    assert [(one.row.key, reason) for one, reason in outcome.failed] == [
        ("praca-socjalna", "Napisz, kto to załatwia, na przykład „ZUS”.")
    ]
    assert (sheet("praca-socjalna").cost_pl or "", waiting_count()) == ("", 1)


def test_office_with_additions_is_told(release):
    offering = make_offering(make_office(), sheet(), note_pl="U nas pokój 3.")
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    update(release)
    [told] = shared_sheet.changed_offerings(Offering.objects.all())
    assert told == offering
    assert [one.label for one in shared_sheet.changes(told)] == ["Terminy", "Kwoty"]


def test_file_that_cannot_be_read_changes_nothing(release):
    (release / "wspolne.yaml").write_text("services: [", encoding="utf-8")
    with pytest.raises(ContentError):
        compare(release)
    assert ShippedRecord.objects.count() == 0


def test_second_update_compares_with_what_was_taken_last(release):
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    update(release)
    again = {**CORRECTED, "amounts": [{"label": "Dochód, najwyżej", "value": "1300.00"}]}
    ship(release, changed(services={ALLOWANCE: again}))
    assert [one.row.key for one in update(release).updated] == [ALLOWANCE]
    assert str(Amount.objects.get().value) == "1300.00"


def test_fresh_installation_has_taken_what_it_was_loaded_from(tmp_path, settings, monkeypatch):
    settings.BASE_DIR = tmp_path
    folder = tmp_path / "content"
    folder.mkdir()
    ship(folder)
    monkeypatch.setattr(shipped, "CONTENT", folder)
    call_command("load_content", stdout=io.StringIO())
    assert is_compared()
    Service.objects.filter(slug="praca-socjalna").update(cost_pl="10 zł")
    ship(folder, changed(services={ALLOWANCE: CORRECTED, "praca-socjalna": {"summary": "Rozmowa."}}))
    compare()
    assert states(waiting()) == {
        ("services", ALLOWANCE): State.UNTOUCHED,
        ("services", "praca-socjalna"): State.CHANGED,
    }


def said(folder, **options):
    out = io.StringIO()
    call_command("update_content", str(folder), stdout=out, **options)
    return out.getvalue().splitlines()


def test_command_tells_without_changing(release):
    Service.objects.filter(slug="praca-socjalna").update(cost_pl="10 zł")
    ship(release, changed(services={ALLOWANCE: CORRECTED, "praca-socjalna": {"summary": "Rozmowa."}}))
    assert said(release, dry_run=True) == [
        "Nowe wpisy, czekają: 0",
        "Do poprawienia, nikt ich tu nie zmienił: 1",
        "  sprawa zasilek-celowy: ile kosztuje; terminy; kwoty",
        "Do decyzji: 1",
        "  sprawa praca-socjalna: jedno zdanie",
        "Usunięte u Was, nie wrócą same: 0",
        "Decyzje podejmiesz w panelu: /admin/poprawki/",
        "Niczego nie zmieniono. Żeby wprowadzić poprawki: manage.py update_content.",
    ]
    assert (str(Amount.objects.get().value), waiting_count()) == ("1010.00", 2)


def test_command_applies(release):
    ship(release, changed(services={ALLOWANCE: CORRECTED}))
    assert said(release) == [
        "Dodano nowe wpisy: 0",
        "Poprawiono: 1",
        "  sprawa zasilek-celowy",
        "Do decyzji: 0",
        "Usunięte u Was, nie wrócą same: 0",
    ]
    assert str(Amount.objects.get().value) == "1209.00"


def test_command_sends_an_empty_database_to_loading(tmp_path):
    ship(tmp_path)
    with pytest.raises(CommandError, match="load_content"):
        call_command("update_content", str(tmp_path))
