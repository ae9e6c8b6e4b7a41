"""Which texts exist in Polish (required), English and Ukrainian."""

from modeltranslation.translator import TranslationOptions, register

from services import models


@register(models.LifeSituation)
class LifeSituationTranslation(TranslationOptions):
    fields = ("title", "intro")
    required_languages = {"pl": ("title",)}


@register(models.Service)
class ServiceTranslation(TranslationOptions):
    fields = (
        "name",
        "popular_names",
        "search_words",
        "summary",
        "for_whom",
        "to_bring",
        "steps",
        "cost",
        "waiting_time",
        "appeal",
        "handled_by",
        "handled_how",
        "handling_note",
    )
    required_languages = {"pl": ("name", "summary")}


@register(models.Amount)
class AmountTranslation(TranslationOptions):
    fields = ("label", "per")
    required_languages = {"pl": ("label",)}


@register(models.Offering)
class OfferingTranslation(TranslationOptions):
    fields = ("note", "own_documents")


@register(models.Form)
class FormTranslation(TranslationOptions):
    fields = ("title",)
    required_languages = {"pl": ("title",)}
