"""Ask the models what is wrong with a record, and say it in the words and at the line of its author."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _

from ops_site.content import values
from ops_site.content.reader import Text


def check(entry, unsaved, report):
    """Run every rule of the model; report the broken ones. `unsaved` are links that cannot be checked yet."""
    # The translated fields carry the rules; the one they share would repeat each message.
    excluded = {*entry.broken, *unsaved, *entry.shape.localized}
    try:
        entry.record.full_clean(exclude=excluded)
    except ValidationError as error:
        for name, problems in error.error_dict.items():
            if name in entry.broken:
                continue  # Reported where it was read; `clean` only found it empty.
            for problem in problems:
                label, value = entry.places.get(name, (name, entry.mapping))
                message = explain(entry, name, problem, value)
                report.add(value.where, message if name == NON_FIELD_ERRORS else f"{label}: {message}")
        entry.fail()


def explain(entry, name, problem, value):
    """Return what is wrong and what to do, in better words than the general ones of Django where there are any."""
    written = value.value.strip() if isinstance(value, Text) else ""
    if problem.code == "max_length":
        return _("Tekst ma %(length)s znaków, a może mieć najwyżej %(limit)s. Skróć go.") % {
            "length": problem.params["show_value"],
            "limit": problem.params["limit_value"],
        }
    if problem.code == "invalid_choice":
        known = [choice for choice, label in entry.record._meta.get_field(name).flatchoices]
        return values.unknown_choice(written, known).messages[0]
    if problem.code == "unique":
        return _("„%(text)s” jest już w bazie. Wpisz inną wartość.") % {"text": written}
    if problem.code == "unique_together":
        return _("Taki wpis już jest (%(fields)s). Usuń jeden z nich.") % {
            "fields": ", ".join(repeated(entry, problem))
        }
    if problem.code == "invalid" and written:
        cure = values.cure(entry.record._meta.get_field(name)) or problem.messages[0]
        return _("„%(text)s” jest źle zapisane. %(cure)s") % {"text": written, "cure": cure}
    return problem.messages[0]


def repeated(entry, problem):
    """Return the labels of the values that must not repeat together, without the records around them."""
    links = {link.name for link in entry.shape.links}
    model = entry.record._meta
    return [str(model.get_field(name).verbose_name) for name in problem.params["unique_check"] if name not in links]
