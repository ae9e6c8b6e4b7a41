"""What there is to translate: the texts of a record and of its rows, with the state of each, and dashboards of them."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from django.apps import apps
from django.db.models import CASCADE, Prefetch
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from languages.glossary import terms_in
from languages.models import GlossaryTerm
from languages.translated import LANGUAGES, Translated
from languages.translation_states import State, state_of

SAID = {"en": _("po angielsku"), "uk": _("po ukraińsku")}
STATES = {
    State.MISSING: _("brakuje"),
    State.OUTDATED: _("nieaktualne"),
    State.TO_CHECK: _("do sprawdzenia"),
    State.CURRENT: _("aktualne"),
}
WAITING = {
    State.MISSING: _("Przetłumacz: czegoś brakuje"),
    State.OUTDATED: _("Popraw: polski tekst się zmienił"),
    State.TO_CHECK: _("Daj do sprawdzenia osobie, która mówi tym językiem"),
}


class Entry(NamedTuple):
    """One text of a record in one language; `terms` are its words that nobody who speaks the language has confirmed."""

    name: str
    polish: str
    translation: str
    state: State
    terms: list[str]
    made_of: str | None  # The Polish text that an outdated translation was made of.


@dataclass
class Work:
    """A record, with how many of its texts, those of its rows included, are in which state."""

    record: Translated
    link: str
    counts: Counter = field(default_factory=Counter)

    @property
    def kind(self):
        return self.record._meta.verbose_name

    @property
    def most_pressing(self):
        return next(state for state in State if self.counts[state])

    @property
    def words(self):
        """Say what waits: "brakuje: 2, do sprawdzenia: 1"."""
        return ", ".join(f"{STATES[state]}: {self.counts[state]}" for state in WAITING if self.counts[state])


def entries(record, language, unchecked):
    """Return what a record has to translate; `unchecked` are the terms of the glossary that nobody has confirmed."""
    found = []
    for name, texts in record.texts().items():
        translation = texts.translations[language]
        made_of = record.outdated.get(language, {}).get(name)
        terms = terms_in(translation, unchecked, language)
        is_to_check = bool(terms) or name in record.to_check.get(language, ())
        state = state_of(texts.polish, translation, is_outdated=made_of is not None, is_to_check=is_to_check)
        if state:
            found.append(Entry(name, texts.polish, translation, state, terms, made_of))
    return found


def rows_of(site, record):
    """Return the rows of a record that have texts and no page of their own."""
    return [
        row for relation in _rows(site, type(record)) for row in _all(relation).filter(**{relation.field.name: record})
    ]


def dashboard(site, condition):
    """Return {language: [Work]} of every record with something to translate, in as many queries as there are models.

    `condition` takes a ModelAdmin and returns which of its records count.
    """
    unchecked = {language: GlossaryTerm.unchecked(language) for language in LANGUAGES}
    pages = [site.get_model_admin(one) for one in apps.get_models() if site.is_registered(one)]
    families = [
        family
        for page in pages
        if issubclass(page.model, Translated)
        for family in _families(site, page, condition(page))
    ]
    return {language: _works(families, language, unchecked[language]) for language in LANGUAGES}


def _works(families, language, unchecked):
    """Return the Work of each record, with its rows, that has something to translate into a language."""
    counted = [
        (record, Counter(one.state for each in (record, *rows) for one in entries(each, language, unchecked)))
        for record, rows in families
    ]
    return [Work(record, link_to(record, language), counts) for record, counts in counted if counts]


def waiting(works):
    """Return [(state, [Work])], the most pressing first: each record once, under what it needs most."""
    by_state = {state: [work for work in works if work.most_pressing is state] for state in WAITING}
    return [(state, found) for state, found in by_state.items() if found]


def link_to(record, language):
    """Return the address of the page on which a record is translated."""
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_translation", args=[record.pk, language])


def _families(site, model_admin, condition):
    relations = _rows(site, model_admin.model)
    named = model_admin.list_select_related or _named_by(model_admin.model)
    records = model_admin.model._default_manager.filter(condition).select_related(*named)
    names = [relation.get_accessor_name() for relation in relations]
    for record in records.prefetch_related(
        *(Prefetch(name, _all(relation)) for name, relation in zip(names, relations, strict=True))
    ):
        yield record, [row for relation in relations for row in _read(record, relation)]


def _read(record, relation):
    """Return the rows of a relation that were prefetched: several, or the one of a relation to one."""
    rows = getattr(record, relation.get_accessor_name(), None)
    if relation.one_to_one:
        return [rows] if rows else []
    return rows.all()


def _rows(site, model):
    """Return the relations to the models that belong to a record of `model` and have no page of their own."""
    return [
        relation
        for relation in model._meta.related_objects
        if issubclass(relation.related_model, Translated)
        and relation.on_delete is CASCADE
        and not site.is_registered(relation.related_model)
    ]


def _all(relation):
    """Return all rows, with the records that their names are made of."""
    return relation.related_model._default_manager.select_related(*_named_by(relation.related_model, relation.field))


def _named_by(model, *left_out):
    """Return the foreign keys of a model, of which its name may be made; (None,) for none, as `select_related` has it."""
    return [one.name for one in model._meta.fields if one.many_to_one and one not in left_out] or [None]
