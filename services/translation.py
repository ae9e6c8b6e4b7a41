"""Which texts exist in Polish (required), English and Ukrainian."""

from modeltranslation.translator import TranslationOptions, register

from services import models


@register(models.LifeSituation)
class LifeSituationTranslation(TranslationOptions):
    fields = ("title", "intro", "search_words")
    required_languages = {"pl": ("title",)}


@register(models.Service)
class ServiceTranslation(TranslationOptions):
    fields = (
        "name",
        "popular_names",
        "search_words",
        "summary",
        "plain_text",
        "for_whom",
        "conditions",
        "to_bring",
        "online_name",
        "steps",
        "steps_here",
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
    fields = ("note", "own_documents", "handled_by", "handled_how")


@register(models.Form)
class FormTranslation(TranslationOptions):
    fields = ("title",)
    required_languages = {"pl": ("title",)}


@register(models.Document)
class DocumentTranslation(TranslationOptions):
    fields = ("name", "where_to_get")
    required_languages = {"pl": ("name",)}


@register(models.RequiredDocument)
class RequiredDocumentTranslation(TranslationOptions):
    fields = ("note",)


@register(models.Deadline)
class DeadlineTranslation(TranslationOptions):
    fields = ("label", "period", "loss", "note")
    required_languages = {"pl": ("label",)}


@register(models.Guide)
class GuideTranslation(TranslationOptions):
    fields = ("title", "summary")
    required_languages = {"pl": ("title", "summary")}


@register(models.GuideStep)
class GuideStepTranslation(TranslationOptions):
    fields = ("title", "when", "text", "elsewhere")
    required_languages = {"pl": ("title",)}


@register(models.SheetRecording)
class SheetRecordingTranslation(TranslationOptions):
    fields = ("transcript",)
    required_languages = {"pl": ("transcript",)}
