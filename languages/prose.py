"""What kind of text a column holds: sentences, of which it matters how hard they are, or items, each on its own line."""

from django.apps import apps
from django.conf import settings
from django.db import models

from languages import cleaning

A_SENTENCE = 300  # Fields as long as this hold a sentence or two; shorter ones a name or a few words.
LISTS_OF_WORDS = ("former_names", "popular_names", "search_words")  # Typed by people who search, never read as a text.
LISTS = (
    *LISTS_OF_WORDS,
    *(
        "plain_text",
        "for_whom",
        "conditions",
        "to_bring",
        "own_documents",
        "steps",
        "steps_here",
        "inaccessible_content",
    ),
)


def is_prose(field):
    """Tell whether a column holds the Polish of a text that people read as sentences."""
    if getattr(field, "language", None) != settings.LANGUAGE_CODE or field.translated_field.name in LISTS_OF_WORDS:
        return False
    return isinstance(field, models.TextField) or (field.max_length or 0) >= A_SENTENCE


def prose_columns():
    """Return {model: its columns} with all Polish texts that people read as sentences."""
    columns = {model: list(filter(is_prose, model._meta.concrete_fields)) for model in apps.get_models()}
    return {model: found for model, found in columns.items() if found}


def cleaning_of(field):
    """Return what cleans a long text of this column as it is saved; None for a name, which is one line."""
    if not isinstance(field, models.TextField):
        return None
    name = getattr(field, "translated_field", field).name
    return cleaning.items if name in LISTS else cleaning.prose
