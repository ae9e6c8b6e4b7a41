"""Which texts exist in Polish (required), English and Ukrainian."""

from modeltranslation.translator import TranslationOptions, register

from offices import models


@register(models.Office)
class OfficeTranslation(TranslationOptions):
    fields = ("name", "short_name", "former_names", "about", "appeal_body")
    required_languages = {"pl": ("name", "short_name")}


@register(models.Building)
class BuildingTranslation(TranslationOptions):
    fields = ("name", "purpose", "way_in")
    required_languages = {"pl": ("name",)}


@register(models.AccessibilityFact)
class AccessibilityFactTranslation(TranslationOptions):
    fields = ("note",)


@register(models.Section)
class SectionTranslation(TranslationOptions):
    fields = ("name", "purpose", "floor", "ask_for")
    required_languages = {"pl": ("name",)}


@register(models.Phone)
class PhoneTranslation(TranslationOptions):
    fields = ("purpose",)


@register(models.HelpLine)
class HelpLineTranslation(TranslationOptions):
    fields = ("name", "for_whom", "cost", "languages", "other_contact")
    required_languages = {"pl": ("name", "for_whom")}


@register(models.Schedule)
class ScheduleTranslation(TranslationOptions):
    fields = ("note",)


@register(models.HoursException)
class HoursExceptionTranslation(TranslationOptions):
    fields = ("reason",)


@register(models.Notice)
class NoticeTranslation(TranslationOptions):
    fields = ("title", "text")
    required_languages = {"pl": ("title",)}


@register(models.AccessibilityDeclaration)
class AccessibilityDeclarationTranslation(TranslationOptions):
    fields = ("inaccessible_content", "assessment", "contact_name", "communication")


@register(models.OfficePage)
class OfficePageTranslation(TranslationOptions):
    fields = ("title", "text")
    required_languages = {"pl": ("title", "text")}


@register(models.OfficeRecording)
class OfficeRecordingTranslation(TranslationOptions):
    fields = ("transcript",)
    required_languages = {"pl": ("transcript",)}
