from django.db import migrations

from offices import column_checks


class Migration(migrations.Migration):

    dependencies = [
        ('offices', '0013_positions_in_bounds'),
    ]

    operations = [
        migrations.RunPython(column_checks.write('offices'), column_checks.erase('offices')),
    ]
