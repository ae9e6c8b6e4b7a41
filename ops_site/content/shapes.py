"""The shape of each record in the content files: the apps' declarations, joined with what the models know."""

from dataclasses import dataclass

from django.db.models import Field, ForeignKey, Model
from modeltranslation.fields import TranslationField

from languages.content import SHARED as SHARED_BY_LANGUAGES
from languages.translated import Translated
from offices.content import SHARED as SHARED_BY_OFFICES
from offices.content import OfficeContent
from offices.models import Checked
from services.content import SHARED as SHARED_BY_SERVICES
from services.content import UNDER_OFFICE
from services.models.download import Download

# What is known about the translations of a record: the one thing that editors do not edit and a file keeps.
STATES = frozenset(field.name for field in Translated._meta.local_fields)

# What an app adds under a record of another app, which does not know of it.
ADDED_CHILDREN = {OfficeContent: UNDER_OFFICE}


@dataclass(frozen=True)
class Shape:
    """What one kind of record looks like at one place of a file."""

    content: type
    model: type[Model]
    single: bool  # One record stands here, not a list.
    fields: dict[str, Field]  # Keys in the order of writing, references included.
    localized: dict[str, dict[str, Field]]  # For a translated key: language -> its own field.
    links: tuple[ForeignKey, ...]  # Point at the records around it; the first at the nearest.
    absent: tuple[str, ...]  # Other optional owners: empty for a record that is written here.
    children: dict[str, "Shape"]

    @property
    def key(self):
        return getattr(self.content, "key", None)

    @property
    def references(self):
        return getattr(self.content, "references", {})

    @property
    def named(self):
        return getattr(self.content, "named", {})


def _owners(content):
    """Return the keys by which a record belongs to those around it: all but its references."""
    references = getattr(content, "references", {})
    fields = (field for field in content.model._meta.fields if field.many_to_one or field.one_to_one)
    return [field for field in fields if field.name not in references]


def shape(content, ancestors=(), *, single=False):
    """Return the shape of a declared record among `ancestors`, the models around it, nearest first."""
    model = content.model
    owners = _owners(content)
    link = [field for field in owners if field.related_model in ancestors[:1]]
    further = [field for field in owners if not field.null and field.related_model in ancestors[1:]]
    children = {**getattr(content, "children", {}), **ADDED_CHILDREN.get(content, {})}
    return Shape(
        content=content,
        model=model,
        single=single or any(field.one_to_one for field in link),
        fields=fields_of(content),
        localized=localized_of(model),
        links=(*link, *further),
        absent=tuple(field.name for field in owners if field.null and field not in link),
        children={name: shape(child, (model, *ancestors)) for name, child in children.items()},
    )


def fields_of(content):
    """Return what an author writes, in order: the key first, then a form, when it was checked and its source, the states of translations."""
    last = {
        field.name: place
        for place, mixin in enumerate((Download, Checked, Translated), 1)
        for field in mixin._meta.local_fields
    }
    references = getattr(content, "references", {})
    fields = [
        field
        for field in (*content.model._meta.fields, *content.model._meta.many_to_many)
        if field.name in references
        or (field.name in STATES and issubclass(content.model, Translated))
        or not (field.primary_key or field.is_relation or not field.editable or isinstance(field, TranslationField))
    ]
    fields.sort(key=lambda field: (field.name != getattr(content, "key", None), last.get(field.name, 0)))
    return {field.name: field for field in fields}


def localized_of(model):
    """Return, for each translated field, its languages and the field that holds each."""
    localized = {}
    for field in model._meta.fields:
        if isinstance(field, TranslationField):
            localized.setdefault(field.translated_field.name, {})[field.language] = field
    return localized


OFFICE_FILE = {"office": shape(OfficeContent, single=True)}
SHARED_FILE = {
    name: shape(content) for name, content in {**SHARED_BY_SERVICES, **SHARED_BY_OFFICES, **SHARED_BY_LANGUAGES}.items()
}
