from collections import defaultdict

from django.db import migrations, models
from django.utils.crypto import salted_hmac

MOST_DIGITS, OFTEN = 5, 3


def hide_rare(apps, _schema):
    """Let only words be read that were asked often; count the others on by their digest, and drop long numbers."""
    Query, Rare = apps.get_model("search", "UnansweredQuery"), apps.get_model("search", "RareQuery")
    weeks = defaultdict(list)
    for row in Query.objects.order_by("week"):
        weeks[row.text].append(row)
    for text, rows in weeks.items():
        times, is_personal = sum(row.count for row in rows), sum(letter.isdigit() for letter in text) > MOST_DIGITS
        if is_personal or times < OFTEN:
            Query.objects.filter(text=text).delete()
        if not is_personal and times < OFTEN:
            digest = salted_hmac("search.log", text, algorithm="sha256").hexdigest()
            Rare.objects.create(digest=digest, last_day=rows[-1].week, times=times, days=len(rows))


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="RareQuery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("last_day", models.DateField(db_index=True)),
                ("times", models.PositiveIntegerField(default=1)),
                ("days", models.PositiveIntegerField(default=1)),
            ],
            options={"verbose_name": "rzadkie pytanie", "verbose_name_plural": "rzadkie pytania"},
        ),
        migrations.RunPython(hide_rare, migrations.RunPython.noop),
    ]
