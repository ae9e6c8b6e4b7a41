"""Print how hard every Polish text is to read, the hardest first."""

from typing import NamedTuple

from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import floatformat
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from languages.prose import prose_columns
from languages.readability import PLAIN, Reading, read


class Row(NamedTuple):
    reading: Reading
    record: str
    field: str


class Command(BaseCommand):
    help = _("Wypisuje, jak trudne są polskie teksty z bazy, od najtrudniejszego.")

    def add_arguments(self, parser):
        parser.add_argument("--hardest", type=int, metavar="N", help=_("Wypisz tylko N najtrudniejszych tekstów."))
        parser.add_argument("--field", help=_("Tylko teksty z tego pola, na przykład plain_text."))
        parser.add_argument("--most", type=float, metavar="FOG", help=_("Błąd, jeśli któryś tekst ma FOG-PL większy."))

    def handle(self, *, hardest, field, most, **options):
        rows = sorted(measured(chosen(field)), key=lambda row: (-row.reading.fog, row.record, row.field))
        self.stdout.write(line("FOG-PL", _("słów w zdaniu"), _("długich słów"), _("co i które pole")))
        for reading, record, name in rows[: None if hardest is None else max(hardest, 0)]:
            figures = (floatformat(reading.fog, 1), floatformat(reading.words_per_sentence, 1))
            self.stdout.write(line(*figures, f"{reading.hard_per_cent}%", f"{record}, {name}"))
        limit = PLAIN if most is None else most
        over = sum(row.reading.fog > limit for row in rows)
        numbers = {"count": len(rows), "over": over, "limit": floatformat(limit)}
        self.stdout.write(_("Tekstów: %(count)s, trudniejszych niż FOG-PL %(limit)s: %(over)s.") % numbers)
        if over and most is not None:
            raise CommandError(
                _("Za trudnych tekstów: %(over)s. Podziel zdania i zamień długie słowa na krótsze.") % numbers
            )


def chosen(field):
    """Return {model: columns} of one field, or of all. Raises CommandError when no text has such a field."""
    columns = prose_columns()
    names = {column.translated_field.name for found in columns.values() for column in found}
    if field and field not in names:
        raise CommandError(
            _("Nie ma pola %(name)s. Są: %(names)s.") % {"name": field, "names": ", ".join(sorted(names))}
        )
    return {
        model: [column for column in found if field in (None, column.translated_field.name)]
        for model, found in columns.items()
    }


def measured(columns):
    """Return a Row for each text that is not empty."""
    return [
        Row(read(text), named(record), column.translated_field.name)
        for model, found in columns.items()
        if found
        for record in records_of(model)
        for column in found
        if (text := getattr(record, column.attname))
    ]


def records_of(model):
    """Return all records with what each of them always refers to: it is part of their names."""
    references = [field.name for field in model._meta.concrete_fields if field.is_relation and not field.null]
    return model._base_manager.select_related(*references) if references else model._base_manager.all()


def named(record):
    """Return what a person finds a record by: its kind, its number on the staff pages, and its name."""
    return f"{record._meta.verbose_name} {record.pk}: {Truncator(record).chars(60)}"


def line(fog, words, hard, where):
    return f"{fog:>6}  {words:>13}  {hard:>12}  {where}"
