import datetime as dt

import offices.models.dates
from django.db import migrations


FIRST, LAST = dt.date(1990, 1, 1), dt.date(2100, 12, 31)
DAYS = {
    "Amount": ["checked_on", "valid_from", "valid_until"],
    "Deadline": ["checked_on"],
    "Document": ["checked_on", "version_date"],
    "Form": ["version_date"],
    "Guide": ["checked_on"],
    "Offering": ["checked_on", "review_on"],
    "Service": ["checked_on", "handling_since"],
    "SheetRecording": ["checked_on"],
}
LAST_DAYS = {"02": "29", "04": "30", "06": "30", "09": "30", "11": "30"}


def mend_days(apps, _schema_editor):
    """Bring days into the bounds, and 31 June to 30 June, before the database refuses them."""
    for name, fields in DAYS.items():
        rows = apps.get_model("services", name)._base_manager
        for field in fields:
            rows.filter(**{f"{field}__lt": FIRST}).update(**{field: FIRST})
            rows.filter(**{f"{field}__gt": LAST}).update(**{field: LAST})
    deadlines = apps.get_model("services", "Deadline")._base_manager
    for field in ("first_day", "last_day"):
        for month, last in LAST_DAYS.items():
            wrong = [f"{month}-{day}" for day in range(int(last) + 1, 32)]
            deadlines.filter(**{f"{field}__in": wrong}).update(**{field: f"{month}-{last}"})


class Migration(migrations.Migration):

    dependencies = [
        ('services', '0009_words_of_help'),
    ]

    operations = [
        migrations.RunPython(mend_days, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='amount',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='amount',
            name='valid_from',
            field=offices.models.dates.DayField(blank=True, null=True, verbose_name='obowiązuje od'),
        ),
        migrations.AlterField(
            model_name='amount',
            name='valid_until',
            field=offices.models.dates.DayField(blank=True, null=True, verbose_name='obowiązuje do'),
        ),
        migrations.AlterField(
            model_name='deadline',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='deadline',
            name='first_day',
            field=offices.models.dates.MonthDayField(blank=True, help_text='Miesiąc i dzień, na przykład 09-01. Puste: od razu.', max_length=5, verbose_name='od dnia'),
        ),
        migrations.AlterField(
            model_name='deadline',
            name='last_day',
            field=offices.models.dates.MonthDayField(blank=True, help_text='Na przykład 09-15. Wcześniejszy niż „od dnia” znaczy: w następnym roku.', max_length=5, verbose_name='do dnia'),
        ),
        migrations.AlterField(
            model_name='document',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='document',
            name='version_date',
            field=offices.models.dates.DayField(ahead=366, blank=True, null=True, verbose_name='wersja z dnia'),
        ),
        migrations.AlterField(
            model_name='form',
            name='version_date',
            field=offices.models.dates.DayField(ahead=366, blank=True, null=True, verbose_name='wersja z dnia'),
        ),
        migrations.AlterField(
            model_name='guide',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='offering',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='offering',
            name='review_on',
            field=offices.models.dates.DayField(ahead=1830, blank=True, null=True, verbose_name='sprawdzić ponownie do'),
        ),
        migrations.AlterField(
            model_name='service',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='service',
            name='handling_since',
            field=offices.models.dates.DayField(blank=True, null=True, verbose_name='od kiedy'),
        ),
        migrations.AlterField(
            model_name='sheetrecording',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
    ]
