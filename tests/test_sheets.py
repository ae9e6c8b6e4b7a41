"""Every sheet of both centres is whole: each mandatory part is there, has words and stands in its order."""

import re
from types import SimpleNamespace

import pytest

from offices.models import Building, Office, Phone, Section
from services.models import Filing, Offering, Service
from tests.sheets import ALWAYS, ORDER, Sheet, acts_without_address, faults
from tests.walk import Page

# Admitted, not decided: the workshop itself takes a person in when there is a place.
WITHOUT_DECISION = {"warsztat-terapii-zajeciowej"}
# Whether these are decided, and by whom, is to be confirmed with the office: so the page says, at its top.
UNKNOWN_DECISION = {"asystent-osobisty", "opieka-wytchnieniowa", "karta-duzej-rodziny", "bon-cieplowniczy"}
# The act is known, its article is not: to be confirmed with the office.
ACTS_WITHOUT_ADDRESS = {"klub-stokrotka"}


@pytest.fixture(scope="module")
def sheets(content_records):
    """What the records say of each sheet: {address: Sheet}, the shared ones and those of both centres."""
    by = {model: {one.pk: one for one in rows} for model, rows in content_records.items()}
    shared = {f"/sprawy/{one.slug}/": sheet_of(one, one) for one in by[Service].values() if one.owner_id is None}
    return shared | {
        f"/{by[Office][one.office_id].slug}/sprawy/{by[Service][one.service_id].slug}/": sheet_of(
            by[Service][one.service_id], one, numbers_of(one, by)
        )
        for one in by[Offering].values()
    }


def sheet_of(service, record, numbers=None):
    at_office = isinstance(record, Offering)
    return Sheet(
        slug=service.slug,
        state=record.state if at_office else record.handling,
        label=str(record.get_state_display() if at_office else record.get_handling_display()),
        is_filed=service.filing == Filing.APPLICATION,
        has_decision=bool(service.appeal_pl),
        at_office=at_office,
        numbers=tuple(numbers or ()),
    )


def numbers_of(offering, by):
    """Return the numbers of the desk that handles a matter, from the records alone: the nearest that has any."""
    section = by[Section].get(offering.section_id)
    chosen = [one.phone_id for one in by[Offering.phones.through].values() if one.offering_id == offering.pk]
    building = section.building_id if section else offering.building_id
    first = next(pk for pk, one in by[Building].items() if one.office_id == offering.office_id)
    desks = (
        lambda phone: phone.pk in chosen,
        lambda phone: section and phone.section_id == section.pk,
        lambda phone: building and phone.building_id == building,
        lambda phone: phone.office_id == offering.office_id,
        lambda phone: phone.building_id == first,
    )
    found = ([phone.number for phone in by[Phone].values() if is_desk(phone)] for is_desk in desks)
    return next(filter(None, found), [])


# --- The sheets ----------------------------------------------------------------------------


def test_every_sheet_is_walked(site, sheets):
    assert [address for address in sheets if address not in site] == []


def test_both_centres_have_sheets(sheets):
    assert {address.split("/")[1] for address in sheets} == {"sprawy", "wolomin", "solec-kujawski"}


def test_every_sheet_is_whole(site, sheets):
    found = {address: list(faults(site[address], sheet)) for address, sheet in sheets.items()}
    assert {address: what for address, what in found.items() if what} == {}


@pytest.mark.parametrize("language", ["en", "uk"])
def test_every_translated_sheet_has_the_same_parts(site, sheets, language):
    parts = {address: [one for one in site[address].ids if one in ORDER] for address in sheets}
    assert {address: [one for one in site[f"/{language}{address}"].ids if one in ORDER] for address in sheets} == parts


def test_every_decision_can_be_appealed(sheets):
    """Whoever files an application gets a decision; the exceptions are few and known."""
    without = {
        sheet.slug
        for sheet in sheets.values()
        if sheet.is_filed and sheet.state != "elsewhere" and not sheet.has_decision
    }
    assert without == WITHOUT_DECISION | UNKNOWN_DECISION


def test_unknown_decisions_are_to_be_confirmed(sheets):
    states = {sheet.state for sheet in sheets.values() if sheet.slug in UNKNOWN_DECISION}
    assert states <= {"unconfirmed", "elsewhere", "closed"}


def test_every_act_has_an_address(site, sheets):
    found = {sheet.slug for address, sheet in sheets.items() if acts_without_address(site[address])}
    assert found == ACTS_WITHOUT_ADDRESS


# --- The validator -------------------------------------------------------------------------

SOUND = "/wolomin/sprawy/dodatek-mieszkaniowy/"
SECTION = r'<section class="sheet__part" aria-labelledby="{}">.*?</section>'


@pytest.fixture
def sound(site, sheets):
    """A page with all parts, and what its records say."""
    return site[SOUND].html, sheets[SOUND]


def changed(html):
    """Return the page that a text would make."""
    return Page(SOUND, SimpleNamespace(status_code=200, headers={}, cookies={}, content=html.encode()))


def cut(html, name):
    """Return a page without one part."""
    pattern = r'<p class="lead".*?</p>' if name == "lead" else SECTION.format(name)
    without, count = re.subn(pattern, "", html, count=1, flags=re.DOTALL)
    assert count == 1
    return without


def test_sound_page_has_every_part(sound):
    html, sheet = sound
    assert (sheet.mandatory, list(faults(changed(html), sheet))) == (set(ORDER), [])


@pytest.mark.parametrize("name", ORDER)
def test_validator_finds_a_missing_part(sound, name):
    html, sheet = sound
    assert list(faults(changed(cut(html, name)), sheet)) == [f"no part „{name}”"]


@pytest.mark.parametrize("name", [name for name in ORDER if name not in ("lead", "sprawdzono")])
def test_validator_finds_an_empty_part(sound, name):
    html, sheet = sound
    emptied = re.sub(
        rf'(<section class="sheet__part" aria-labelledby="{name}">\s*<h2.*?</h2>).*?</section>',
        r"\1</section>",
        html,
        flags=re.DOTALL,
    )
    found = list(faults(changed(emptied), sheet))
    assert found == [f"the part „{name}” is empty"]


def test_validator_finds_a_part_out_of_order(sound):
    html, sheet = sound
    part = re.search(SECTION.format("koszt"), html, re.DOTALL)[0]
    start = '<section class="sheet__part" aria-labelledby="co-zrobic">'
    moved = cut(html, "koszt").replace(start, part + start)
    assert list(faults(changed(moved), sheet)) == ["„koszt” stands before „gdzie”"]


def test_validator_finds_a_part_that_does_not_belong(sound):
    html, sheet = sound
    talk = Sheet(**(vars(sheet) | {"is_filed": False}))
    assert list(faults(changed(html), talk)) == ["a part „jak-zlozyc” that this matter does not have"]


def test_validator_finds_a_state_that_is_not_said(sound):
    html, sheet = sound
    suspended = Sheet(**(vars(sheet) | {"state": "suspended", "label": "zawieszone"}))
    assert list(faults(changed(html), suspended)) == ["does not say „zawieszone”"]


def test_validator_finds_a_missing_phone(sound):
    html, sheet = sound
    silent = re.sub(r'href="tel:[^"]*"', 'href="#"', html)
    assert list(faults(changed(silent), sheet)) == ["no phone of the responsible desk (227872701, 227765023)"]


def test_validator_finds_a_phone_of_another_desk(sound):
    html, sheet = sound
    other = Sheet(**(vars(sheet) | {"numbers": ("523878702",)}))
    assert list(faults(changed(html), other)) == ["no phone of the responsible desk (523878702)"]


def test_validator_finds_a_check_without_a_day(sound):
    html, sheet = sound
    before, after = html.split('aria-labelledby="sprawdzono"')
    undated = before + 'aria-labelledby="sprawdzono"' + re.sub(r"<time[^>]*>", "<time>", after)
    assert list(faults(changed(undated), sheet)) == ["the day of the check is missing"]


def test_validator_finds_an_act_without_an_address(sound):
    html, _sheet = sound
    part = re.search(SECTION.format("prawo"), html, re.DOTALL)[0]
    bare = html.replace(part, re.sub(r"</?a\b[^>]*>", "", part))
    found = acts_without_address(changed(bare))
    assert (acts_without_address(changed(html)), len(found)) == ([], 1)


def test_unknown_is_said_and_so_is_no_fault(sound):
    html, sheet = sound
    part = re.search(SECTION.format("koszt"), html, re.DOTALL)[0]
    unknown = re.sub(r"<p.*</p>", "<p>Do potwierdzenia: zadzwoń i zapytaj.</p>", part, flags=re.DOTALL)
    assert list(faults(changed(html.replace(part, unknown)), sheet)) == []


def test_parts_that_are_always_there_are_parts():
    assert set(ORDER) >= ALWAYS
