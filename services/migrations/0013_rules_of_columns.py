from django.db import migrations

from offices import column_checks


class Migration(migrations.Migration):

    dependencies = [
        ('services', '0012_application_online_only'),
    ]

    operations = [
        migrations.RunPython(column_checks.write('services'), column_checks.erase('services')),
    ]
