import django.core.validators
import django.db.models.functions.comparison
import offices.models.codes
import offices.models.dates
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('offices', '0010_mend_days_and_repeated_phones'),
    ]

    operations = [
        migrations.AlterField(
            model_name='accessibilitydeclaration',
            name='prepared_on',
            field=offices.models.dates.DayField(ahead=0, verbose_name='data sporządzenia deklaracji'),
        ),
        migrations.AlterField(
            model_name='accessibilitydeclaration',
            name='reviewed_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Przegląd robi się co roku do 31 marca.', null=True, verbose_name='data ostatniego przeglądu'),
        ),
        migrations.AlterField(
            model_name='accessibilitydeclaration',
            name='site_published_on',
            field=offices.models.dates.DayField(ahead=366, verbose_name='data publikacji strony'),
        ),
        migrations.AlterField(
            model_name='accessibilitydeclaration',
            name='site_updated_on',
            field=offices.models.dates.DayField(ahead=0, verbose_name='data ostatniej istotnej aktualizacji'),
        ),
        migrations.AlterField(
            model_name='accessibilityfact',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='building',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='building',
            name='postal_code',
            field=offices.models.codes.PostalCodeField(blank=True, max_length=6, validators=[django.core.validators.RegexValidator('^[0-9]{2}-[0-9]{3}$', 'Kod pocztowy wygląda tak: 05-200.')], verbose_name='kod pocztowy'),
        ),
        migrations.AlterField(
            model_name='helpline',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='holidayyear',
            name='confirmed_on',
            field=offices.models.dates.DayField(ahead=0, verbose_name='potwierdzono dnia'),
        ),
        migrations.AlterField(
            model_name='holidayyear',
            name='year',
            field=models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2000), django.core.validators.MaxValueValidator(2100)], verbose_name='rok'),
        ),
        migrations.AlterField(
            model_name='hoursexception',
            name='first_day',
            field=offices.models.dates.DayField(ahead=1098, verbose_name='pierwszy dzień'),
        ),
        migrations.AlterField(
            model_name='hoursexception',
            name='in_lieu_of',
            field=offices.models.dates.DayField(blank=True, help_text='Tylko dla dnia wolnego za święto, które wypadło w sobotę: data tego święta.', null=True, verbose_name='za święto w dniu'),
        ),
        migrations.AlterField(
            model_name='hoursexception',
            name='last_day',
            field=offices.models.dates.DayField(ahead=1098, verbose_name='ostatni dzień'),
        ),
        migrations.AlterField(
            model_name='notice',
            name='ends_at',
            field=offices.models.dates.UntilField(blank=True, help_text='Dzień bez godziny: do końca tego dnia. Puste: do odwołania.', null=True, verbose_name='pokazuj do'),
        ),
        migrations.AlterField(
            model_name='notice',
            name='starts_at',
            field=offices.models.dates.MomentField(verbose_name='pokazuj od'),
        ),
        migrations.AlterField(
            model_name='office',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='office',
            name='edelivery_address',
            field=offices.models.codes.CodeField(blank=True, max_length=40, validators=[django.core.validators.RegexValidator('^AE:PL-[0-9]{5}-[0-9]{5}-[A-Z]{5}-[0-9]{2}$', 'Adres do e-Doręczeń wygląda tak: AE:PL-12345-67890-ABCDE-12.')], verbose_name='adres do e-Doręczeń'),
        ),
        migrations.AlterField(
            model_name='office',
            name='nip',
            field=offices.models.codes.DigitsField(blank=True, max_length=10, validators=[django.core.validators.RegexValidator('^[0-9]{10}$', 'NIP ma dziesięć cyfr.')], verbose_name='NIP'),
        ),
        migrations.AlterField(
            model_name='office',
            name='regon',
            field=offices.models.codes.DigitsField(blank=True, max_length=14, validators=[django.core.validators.RegexValidator('^([0-9]{9}|[0-9]{14})$', 'REGON ma 9 albo 14 cyfr.')], verbose_name='REGON'),
        ),
        migrations.AlterField(
            model_name='office',
            name='teryt',
            field=offices.models.codes.DigitsField(blank=True, max_length=7, validators=[django.core.validators.RegexValidator('^[0-9]{7}$', 'Kod TERYT gminy ma siedem cyfr, na przykład 1434123.')], verbose_name='kod TERYT'),
        ),
        migrations.AlterField(
            model_name='officepage',
            name='tested_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Tylko przy prostym języku: dzień, w którym przeczytały go i oceniły osoby, dla których powstał. Wtedy strona nazwie go tekstem łatwym do czytania (ETR).', null=True, verbose_name='sprawdzony z czytelnikami dnia'),
        ),
        migrations.AlterField(
            model_name='officerecording',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='phone',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='phone',
            name='extension',
            field=offices.models.codes.DigitsField(blank=True, max_length=6, validators=[django.core.validators.RegexValidator('^[0-9]+$', 'Wpisz same cyfry.')], verbose_name='numer wewnętrzny'),
        ),
        migrations.AlterField(
            model_name='schedule',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='section',
            name='checked_on',
            field=offices.models.dates.DayField(ahead=0, blank=True, help_text='Dzień, w którym ktoś porównał te dane ze źródłem. Zobaczą go mieszkańcy.', null=True, verbose_name='sprawdzono dnia'),
        ),
        migrations.AlterField(
            model_name='weeklyhours',
            name='season_end',
            field=offices.models.dates.MonthDayField(blank=True, help_text='Co roku, na przykład 08-31.', max_length=5, verbose_name='sezon do'),
        ),
        migrations.AlterField(
            model_name='weeklyhours',
            name='season_start',
            field=offices.models.dates.MonthDayField(blank=True, help_text='Co roku, na przykład 07-01.', max_length=5, verbose_name='sezon od'),
        ),
        migrations.AlterField(
            model_name='weeklyhours',
            name='valid_from',
            field=offices.models.dates.DayField(blank=True, null=True, verbose_name='od dnia'),
        ),
        migrations.AlterField(
            model_name='weeklyhours',
            name='valid_until',
            field=offices.models.dates.DayField(blank=True, null=True, verbose_name='do dnia'),
        ),
        migrations.AddConstraint(
            model_name='holidayyear',
            constraint=models.CheckConstraint(condition=models.Q(('year__range', (2000, 2100))), name='holiday_year_in_bounds'),
        ),
        migrations.AddConstraint(
            model_name='phone',
            constraint=models.UniqueConstraint(models.F('office'), models.F('number'), models.F('extension'), django.db.models.functions.comparison.Coalesce('purpose_pl', models.Value('')), name='phone_once_per_office_and_purpose'),
        ),
        migrations.AddConstraint(
            model_name='phone',
            constraint=models.UniqueConstraint(models.F('building'), models.F('number'), models.F('extension'), django.db.models.functions.comparison.Coalesce('purpose_pl', models.Value('')), name='phone_once_per_building_and_purpose'),
        ),
        migrations.AddConstraint(
            model_name='phone',
            constraint=models.UniqueConstraint(models.F('section'), models.F('number'), models.F('extension'), django.db.models.functions.comparison.Coalesce('purpose_pl', models.Value('')), name='phone_once_per_section_and_purpose'),
        ),
    ]
