"""Days that do not exist, years that are slips and numbers entered twice, mended before the database refuses them."""

import datetime as dt

from django.db import migrations

FIRST, LAST = dt.date(1990, 1, 1), dt.date(2100, 12, 31)
DAYS = {
    "AccessibilityDeclaration": ["prepared_on", "reviewed_on", "site_published_on", "site_updated_on"],
    "AccessibilityFact": ["checked_on"],
    "Building": ["checked_on"],
    "HelpLine": ["checked_on"],
    "HolidayYear": ["confirmed_on"],
    "HoursException": ["first_day", "last_day", "in_lieu_of"],
    "Office": ["checked_on"],
    "OfficePage": ["tested_on"],
    "OfficeRecording": ["checked_on"],
    "Phone": ["checked_on"],
    "Schedule": ["checked_on"],
    "Section": ["checked_on"],
    "WeeklyHours": ["valid_from", "valid_until"],
}
LAST_DAYS = {"02": "29", "04": "30", "06": "30", "09": "30", "11": "30"}
PLACES = ("office_id", "building_id", "section_id")


def mend_days(apps, _schema_editor):
    """Bring days into the bounds, and 31 June to 30 June."""
    for name, fields in DAYS.items():
        rows = apps.get_model("offices", name)._base_manager
        for field in fields:
            rows.filter(**{f"{field}__lt": FIRST}).update(**{field: FIRST})
            rows.filter(**{f"{field}__gt": LAST}).update(**{field: LAST})
    first, last = (dt.datetime.combine(day, dt.time(12), dt.UTC) for day in (FIRST, LAST))
    notices = apps.get_model("offices", "Notice")._base_manager
    notices.filter(starts_at__lt=first).update(starts_at=first)
    notices.filter(starts_at__gt=last).delete()  # Nobody now alive would read it.
    notices.filter(ends_at__lt=first).delete()
    notices.filter(ends_at__gt=last).update(ends_at=last)
    apps.get_model("offices", "HolidayYear")._base_manager.exclude(year__range=(2000, 2100)).delete()
    mend_days_of_years(apps.get_model("offices", "WeeklyHours"), ["season_start", "season_end"])


def mend_days_of_years(model, fields):
    for field in fields:
        for month, last in LAST_DAYS.items():
            wrong = [f"{month}-{day}" for day in range(int(last) + 1, 32)]
            model._base_manager.filter(**{f"{field}__in": wrong}).update(**{field: f"{month}-{last}"})


def mend_phones(apps, _schema_editor):
    """Keep the first of the numbers that are at one place for one purpose; its matters and hours go to it."""
    phones, seen = apps.get_model("offices", "Phone")._base_manager, {}
    for phone in phones.order_by("position", "pk"):
        key = (*(getattr(phone, name) for name in PLACES), phone.number, phone.extension, phone.purpose_pl or "")
        kept = seen.setdefault(key, phone)
        if kept is phone:
            continue
        taken = set(kept.schedules.values_list("purpose", flat=True))
        phone.schedules.exclude(purpose__in=taken).update(phone=kept)
        for link in phone._meta.related_objects:
            if link.many_to_many:
                for record in getattr(phone, link.get_accessor_name()).all():
                    getattr(record, link.field.name).add(kept)
        phone.delete()


class Migration(migrations.Migration):
    dependencies = [("offices", "0009_words_of_help"), ("services", "0005_what_being_late_costs")]

    operations = [
        migrations.RunPython(mend_days, migrations.RunPython.noop),
        migrations.RunPython(mend_phones, migrations.RunPython.noop),
    ]
