"""Records of any model that its own rules accept, with values that nobody expected: for hypothesis.

`records(model)` draws the values of a record; `a_site()` a whole site of them, saved by `build` into the database.
"""

import datetime as dt
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.validators import FileExtensionValidator
from django.db import models
from hypothesis import strategies as st
from modeltranslation.fields import TranslationField

from languages.models import GlossaryTerm
from offices import models as at
from offices.models.codes import CodeField
from offices.models.dates import FIRST, LAST, MonthDayField
from services import models as of

WORDS = [
    "Комунальнаустановацентрнаданнясоціальнихпослугкомплексноїпідтримкиродин" * 3,
    "👨‍👩‍👧 🦽🏽 ☎️",
    "مكتب المساعدة الاجتماعية \u202e olleh",
    "<script>alert(1)</script> & \"cudzysłów\" '</p>' {{ x }} %(name)s %",
    "•\tdowód\n·  akt\n– konto\n1.\tPobierz\n2.\tZłóż\n## {phone} Nagłówek\n- {door} Wejdź",
    "Zadzwoń: 22 787 27 01/02, ops@example.org, https://example.org/" + "a" * 300,
    "\\u003C \\n \x0b \ufeff \u00ad a\u0301",
    "500+",
    "-",
    "Ośrodek",
]
DAYS = [FIRST, LAST, dt.date(2026, 3, 2), dt.date(2026, 2, 28), dt.date(2028, 2, 29), dt.date(2027, 12, 31)]
MOMENTS = [dt.datetime(*day.timetuple()[:3], 11, tzinfo=dt.UTC) for day in DAYS]
TIMES = [dt.time(0), dt.time(8), dt.time(12, 30), dt.time(23, 59)]
CODES = {"nip": "8821466962", "regon": "123456785", "teryt": "1434123", "postal_code": "05-200", "extension": "12"}


def text(field):
    return st.sampled_from(WORDS).map(lambda words: words[: field.max_length])


def upload(field):
    """Return a strategy of files of a kind that a column takes, under names that nobody expected."""
    kinds = next(one.allowed_extensions for one in field.validators if isinstance(one, FileExtensionValidator))
    names = st.tuples(
        st.sampled_from([*WORDS, "a.b.pdf.exe", "x" * 300, "../a", ".", "a b", "%2e%2e"]), st.sampled_from(kinds)
    )
    return names.map(lambda name: SimpleUploadedFile(f"{name[0]}.{name[1]}", b"x"))


def value(field):
    """Return a strategy of values for a column, many of them at the edges of what it takes."""
    if field.choices:
        return st.sampled_from([key for key, _label in field.flatchoices])
    if isinstance(field, at.PhoneNumberField):
        return st.sampled_from(["523878701", "112", "116111", "502932397"])
    if isinstance(field, models.FileField):
        return upload(field)
    kinds = [
        (models.BooleanField, st.booleans()),
        (MonthDayField, st.sampled_from(["01-01", "02-29", "06-30", "12-31"])),
        (CodeField, st.just(CODES.get(field.name, ""))),
        (models.SlugField, st.sampled_from(["a", "b-1", "_", "x" * 30])),
        (models.EmailField, st.sampled_from(["a@example.org", f"{'a' * 60}@{'b' * 60}.example.org"])),
        (models.URLField, st.sampled_from(["https://example.org/", f"http://example.org/{'ą' * 50}?a=1&b=<>"])),
        (models.DateTimeField, st.sampled_from(MOMENTS)),
        (models.DateField, st.sampled_from(DAYS)),
        (models.TimeField, st.sampled_from(TIMES)),
        (models.DecimalField, st.sampled_from([Decimal(0), Decimal("0.01"), Decimal("99999999.99")])),
        (models.IntegerField, st.sampled_from([0, 1, 2026, 9999])),
    ]
    return next((strategy for kind, strategy in kinds if isinstance(field, kind)), text(field))


def records(model):
    """Draw {column: value} for a record, links left out; what may be empty often is."""
    translated = {field.translated_field.name for field in model._meta.fields if isinstance(field, TranslationField)}
    fields = [
        field
        for field in model._meta.concrete_fields
        if not (
            field.primary_key or field.is_relation or field.name in translated or isinstance(field, models.JSONField)
        )
    ]
    polish = [field for field in fields if getattr(field, "language", "pl") == "pl"]
    needed = {field.name: value(field) for field in polish if not _may_be_empty(field)}
    return st.fixed_dictionaries(needed, optional={f.name: value(f) for f in fields if f.name not in needed})


def _may_be_empty(field):
    original = getattr(field, "translated_field", field)
    return original.blank or original.has_default()


SITE = [
    # (name, model, how many, its links by the names of records made before)
    ("situation", of.LifeSituation, 1, {}),
    ("help_line", at.HelpLine, 1, {}),
    ("building", at.Building, 2, {"office": "office"}),
    ("section", at.Section, 2, {"office": "office", "building": "building"}),
    ("phone", at.Phone, 1, {"building": "building"}),
    ("office_phone", at.Phone, 1, {"office": "office"}),
    ("schedule", at.Schedule, 1, {"office": "office"}),
    ("section_schedule", at.Schedule, 1, {"section": "section"}),
    ("line_schedule", at.Schedule, 1, {"help_line": "help_line"}),
    ("hours", at.WeeklyHours, 6, {"schedule": "schedule"}),
    ("section_hours", at.WeeklyHours, 3, {"schedule": "section_schedule"}),
    ("line_hours", at.WeeklyHours, 2, {"schedule": "line_schedule"}),
    ("exception", at.HoursException, 3, {"office": "office"}),
    ("section_exception", at.HoursException, 2, {"section": "section"}),
    ("fact", at.AccessibilityFact, 2, {"building": "building"}),
    ("year", at.HolidayYear, 1, {"office": "office"}),
    ("notice", at.Notice, 2, {"office": "office"}),
    ("declaration", at.AccessibilityDeclaration, 1, {"office": "office"}),
    ("page", at.OfficePage, 2, {"office": "office"}),
    ("term", GlossaryTerm, 1, {}),
    ("document", of.Document, 1, {}),
    ("service", of.Service, 1, {}),
    ("own_service", of.Service, 1, {"owner": "office"}),
    ("basis", of.LegalBasis, 1, {"service": "service"}),
    ("amount", of.Amount, 2, {"service": "service"}),
    ("deadline", of.Deadline, 2, {"service": "service"}),
    ("required", of.RequiredDocument, 1, {"service": "service", "document": "document"}),
    ("offering", of.Offering, 1, {"office": "office", "service": "service", "section": "section"}),
    ("own_offering", of.Offering, 1, {"office": "office", "service": "own_service"}),
    ("form", of.Form, 1, {"offering": "offering"}),
    ("recording", at.OfficeRecording, 1, {"office": "office"}),
    ("sheet_recording", of.SheetRecording, 1, {"service": "service"}),
    ("guide", of.Guide, 1, {"situation": "situation"}),
    ("step", of.GuideStep, 2, {"guide": "guide"}),
]


def a_site():
    """Draw the values of a whole site, to be saved by `build`."""
    rows = {name: st.lists(records(model), min_size=most, max_size=most) for name, model, most, _links in SITE}
    return st.fixed_dictionaries({"office": records(at.Office), **rows})


def build(site):
    """Save what the models' own rules accept of a drawn site; return {name: the last record of that name}."""
    made = {"office": _save(at.Office, {**site["office"], "slug": "a", "is_published": True})}
    for name, model, _most, links in SITE:
        for values in site[name]:
            around = {link: made.get(other) for link, other in links.items()}
            if None in around.values():
                continue
            if record := _save(model, {**values, **around}):
                made[name] = record
    for service in filter(None, (made.get("service"), made.get("own_service"))):
        if "situation" in made:
            service.situations.add(made["situation"])
        if "step" in made:
            made["step"].services.add(service)
    return made


def _save(model, values):
    """Save a record. A value that its rules refuse beside the others is left out; None when nothing helps."""
    record = model(**values)
    try:
        record.full_clean()
    except ValidationError as error:
        kept = {
            name: one for name, one in values.items() if name not in error.message_dict or one is values.get("office")
        }
        record = model(**(kept | _mended(model, values)))
        try:
            record.full_clean()
        except ValidationError:
            return None
    record.save()
    return record


def _mended(model, values):
    """Return values that go together, where those drawn did not."""
    if model is at.WeeklyHours:
        times = {"opens": dt.time(22), "closes": dt.time(6), "ends_next_day": True, "mode": "walk-in"}
        return {**times, "season_start": "11-01", "season_end": "02-29", "valid_from": FIRST, "valid_until": LAST}
    if model is at.HoursException:
        first = values["first_day"]
        return {
            "first_day": first,
            "last_day": first,
            "mode": "closed",
            "opens": None,
            "closes": None,
            "ends_next_day": False,
        }
    if model is at.AccessibilityDeclaration:
        return {"prepared_on": FIRST, "reviewed_on": LAST}
    if model is of.Form:
        return {"file": values["file"], "url": ""} if values.get("file") else {"url": "https://example.org/"}
    return {}
