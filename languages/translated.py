"""What each record with texts in three languages carries: which of its translations the Polish has left behind."""

from functools import cache

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.fields import TranslationField, TranslationFieldDescriptor
from modeltranslation.translator import translator

from languages.json_field import JSONField
from languages.translation_states import Texts, outdated_after

POLISH = settings.LANGUAGE_CODE
LANGUAGES = [code for code, _name in settings.LANGUAGES if code != POLISH]


class Translated(models.Model):
    """A record whose translations are known to be outdated, or to need a look by somebody who speaks the language.

    `save` finds out what is outdated. What goes around it, `QuerySet.update` and the bulk operations, changes texts
    without a word about their translations. A new record has nothing outdated.
    """

    # For each language, by field, the Polish text that the translation was made of.
    outdated = JSONField(_("nieaktualne tłumaczenia"), default=dict, blank=True, editable=False)
    # For each language, the list of the fields whose translation somebody has yet to read.
    to_check = JSONField(_("tłumaczenia do sprawdzenia"), default=dict, blank=True, editable=False)

    # Set on an instance: the Polish changes of its next save leave the translations as good as they were.
    is_minor_change = False

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        only = kwargs.get("update_fields")
        columns = {f"{name}_{code}" for name in translated_names(type(self)) for code in (POLISH, *LANGUAGES)}
        if self.pk and not self._state.adding and (only is None or columns & set(only)):
            before = type(self)._base_manager.filter(pk=self.pk).values(*columns).first()
            if before:
                after = self.texts()
                self.outdated = outdated_after(
                    _texts(type(self), before.get), after, self.outdated, is_minor=self.is_minor_change
                )
                if only is not None:
                    kwargs["update_fields"] = {*only, "outdated"}
        super().save(*args, **kwargs)
        self.is_minor_change = False

    def texts(self):
        """Return {field: Texts} of everything here that is translated."""
        return _texts(type(self), lambda column: getattr(self, column))

    def is_outdated(self, name, language):
        """Tell whether the Polish of a field has changed since it was translated."""
        return name in self.outdated.get(language, {})

    def still_holds(self, name, language):
        """Take a translation as good for the Polish text as it is now. The record has to be saved afterwards."""
        self.outdated.get(language, {}).pop(name, None)

    def mark_to_check(self, name, language, *, is_to_check):
        """Note whether somebody who speaks the language has yet to read a translation."""
        names = set(self.to_check.get(language, ())) - {name} | ({name} if is_to_check else set())
        self.to_check = {**self.to_check, language: sorted(names)}
        if not names:
            del self.to_check[language]

    def reads_in(self, name, language):
        """Return the language in which a reader of `language` gets a text: Polish where it stands in."""
        is_good = getattr(self, f"{name}_{language}") and not self.is_outdated(name, language)
        return language if is_good else POLISH


@cache
def translated_names(model):
    """Return the names of the fields of a model that have a text in each language, in their order."""
    fields = [field for field in model._meta.fields if isinstance(field, TranslationField)]
    return tuple(dict.fromkeys(field.translated_field.name for field in fields))


def _texts(model, value_of):
    return {
        name: Texts(value_of(f"{name}_{POLISH}") or "", {code: value_of(f"{name}_{code}") or "" for code in LANGUAGES})
        for name in translated_names(model)
    }


class HonestText(TranslationFieldDescriptor):
    """A text in the reader's language; the Polish one where the translation says what is no longer so.

    modeltranslation falls back to Polish for an empty translation alone. A wrong one is worse than a foreign one: it
    sends people to the wrong door. `name_en` and the like stay as they are stored, and so do the columns that `values` reads.
    """

    def __get__(self, instance, owner):
        if isinstance(instance, Translated) and instance.is_outdated(self.field.name, get_language()):
            return getattr(instance, f"{self.field.name}_{POLISH}") or ""
        return super().__get__(instance, owner)


def show_polish_where_outdated():
    """Replace modeltranslation's descriptors on every Translated model, once they are all registered."""
    for model in translator.get_registered_models(abstract=False):
        if issubclass(model, Translated):
            for name in translated_names(model):
                setattr(model, name, HonestText(**vars(getattr(model, name))))
