"""Give a new record the plain values and the translated texts that its author wrote."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ops_site.content import values
from ops_site.content.reader import Listing, Mapping, is_empty
from ops_site.content.shapes import STATES
from ops_site.content.structure import check_keys, text_of

LANGUAGES = [code for code, name in settings.LANGUAGES]


def fill(entry, report):
    """Set every field that is not a reference; report what is missing and what cannot be read."""
    for key, field in entry.shape.fields.items():
        value = entry.mapping.entries.get(key)
        localized = entry.shape.localized.get(key)
        if is_empty(value):
            check_not_required(entry, key, field, value, report)
            continue
        entry.places[key] = (key, value)
        if key in entry.shape.references:
            continue  # Set by `references.resolve`.
        if key in STATES:
            fill_states(entry, key, value, report)
        elif localized and isinstance(value, Mapping):
            fill_languages(entry, key, field, value, report)
        elif localized:
            fill_one(entry, key, localized[settings.LANGUAGE_CODE], value, report)
        else:
            fill_one(entry, key, field, value, report)


def check_not_required(entry, key, field, value, report):
    """Report a key that is left out, unless the model allows it."""
    if field.blank or field.has_default():
        return
    report.add(
        value.where if value else entry.where,
        _("Brakuje wartości „%(key)s” (%(label)s). Dopisz ją.") % {"key": key, "label": field.verbose_name},
    )
    entry.fail(*names_of(entry, key))


def fill_languages(entry, key, field, mapping, report):
    """Set a text from a mapping of languages. Polish must be there when the text itself must."""
    check_keys(mapping, LANGUAGES, report)
    for language, localized in entry.shape.localized[key].items():
        value = mapping.entries.get(language)
        if not is_empty(value):
            fill_one(entry, f"{key}.{language}", localized, value, report)
        elif language == settings.LANGUAGE_CODE and not field.blank:
            report.add(mapping.where, _("„%(key)s” nie ma tekstu po polsku. Dopisz „pl: …”.") % {"key": key})
            entry.fail(*names_of(entry, key))


def fill_states(entry, key, value, report):
    """Set {language: {field: text}} or {language: [field]}; report languages and fields that do not exist."""
    languages = mapping_of(value, key, report)
    check_keys(languages, [code for code in LANGUAGES if code != settings.LANGUAGE_CODE], report)
    names, found = list(entry.shape.localized), {}
    for language, inner in languages.entries.items():
        label = f"{key}.{language}"
        if isinstance(inner, Listing):
            pairs = [(name, one) for one in inner.items if (name := text_of(one, label, report))]
        else:
            pairs = list(mapping_of(inner, label, report).entries.items())
        check_keys(Mapping(inner.where, dict(pairs)), names, report)
        texts = {name: text_of(one, f"{label}.{name}", report) for name, one in pairs}
        found[language] = sorted(texts) if isinstance(inner, Listing) else texts
    setattr(entry.record, key, found)


def mapping_of(value, key, report):
    """Return a mapping as it is; report anything else, and return an empty one."""
    if isinstance(value, Mapping):
        return value
    report.add(value.where, _("„%(key)s”: tu mają stać pary klucz i wartość.") % {"key": key})
    return Mapping(value.where, {})


def fill_one(entry, label, field, value, report):
    """Set one field, or report the value and mark the field as broken."""
    entry.places[field.name] = (label, value)
    text = text_of(value, label, report)
    if text is None:
        entry.fail(field.name)
        return
    try:
        setattr(entry.record, field.name, values.parse(field, text, entry.shape.named.get(field.name)))
    except ValidationError as error:
        report.add(value.where, f"{label}: {' '.join(error.messages)}")
        entry.fail(field.name)


def names_of(entry, key):
    """Return the names of the model's fields behind one key."""
    return [key, *(field.name for field in entry.shape.localized.get(key, {}).values())]
