"""Sentences elsewhere that a new answer may contradict: pointed out once, before it is saved.

A set of rows that finds such sentences holds the first save back. The page comes again with all that was typed, and
with the sentences. Whoever has seen them saves by pressing "Zapisz" again.
"""

from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from offices.admin.mentions import sentence_on_features, sentence_on_weekdays
from offices.admin.rules_from_rows import weekly_rule
from offices.models import AccessibilityDeclaration, Notice, OfficePage, Schedule, WeeklyHours
from staff.forms import RowFormSet

SEEN = "_seen"  # The hidden inputs with the reminders that the editor has been shown.


class Reminder(NamedTuple):
    """A sentence to check, what it stands in, and where it is mended."""

    place: str
    sentence: str
    url: str

    @property
    def token(self):
        return salted_hmac("offices.admin.reminders", repr(tuple(self)), algorithm="sha256").hexdigest()[:16]


class Reminding:
    """Rows that hold the first save back for what `find_reminders` finds."""

    reminders = None  # Not sought yet: rows are asked several times whether they are valid.

    def is_valid(self):
        if not super().is_valid():
            return False
        if self.reminders is None:
            self.reminders = self.find_reminders()
        return {one.token for one in self.reminders} <= set(self.data.getlist(SEEN))

    def is_faultless(self):
        """Tell whether nothing typed has to be corrected, whatever there may be to check elsewhere."""
        return super().is_valid()


class AccessibilityFactFormSet(Reminding, RowFormSet):
    """The accessibility of a building: the declaration and the notices may speak of it too."""

    def find_reminders(self):
        changed = {form.instance.feature for form in self.forms if _says_more(form)}
        office = self.instance.office if self.instance.office_id else None
        return _reminders(_texts(office), lambda text: sentence_on_features(text, changed)) if changed else []


def _says_more(form):
    return form.has_changed() and bool({"feature", "answer", "DELETE"} & set(form.changed_data))


def reminders_of_hours(schedule, place, typed, data):
    """Return the sentences that speak of the weekdays whose hours are changed at a place.

    `typed` are the rows that saving would leave, `data` the whole form as sent: a note that is being changed in it
    needs no reminder.
    """
    stored = WeeklyHours.objects.filter(schedule=schedule) if schedule.pk else []
    weekdays = changed_weekdays(stored, typed)
    office = _office_of(place)
    if not weekdays or office is None:
        return []
    texts = [*_notes(schedule, data), *_texts(office)]
    return _reminders(texts, lambda text: sentence_on_weekdays(text, weekdays))


def changed_weekdays(before, after):
    """Return the weekdays of which two lists of rows do not say the same."""
    rules = [{weekly_rule(row) for row in rows} for rows in (before, after)]
    return {rule.weekday for rule in rules[0] ^ rules[1]}


def _office_of(place):
    if place is None:
        return None
    found = getattr(place, "home_office", None) or getattr(place, "office", None)
    return found or (place if hasattr(place, "short_name") else None)


def _notes(schedule, data):
    """Yield the note under the hours being changed, unless this form changes it too."""
    posted = {value for name, value in data.items() if name.endswith("note_pl")}
    stored = Schedule.objects.filter(pk=schedule.pk).first() if schedule.pk else None
    if stored and stored.note_pl and (not posted or stored.note_pl in posted):
        url = reverse("admin:offices_schedule_change", args=[stored.pk])
        yield _("Dopisek pod godzinami"), stored.note_pl, url


def _texts(office):
    """Yield (what it is, a text, where it is mended) of what an office tells its residents at present."""
    if office is None:
        return
    for one in Notice.objects.current(timezone.now()).filter(office=office):
        url = reverse("admin:offices_notice_change", args=[one.pk])
        yield _("Komunikat"), f"{one.title_pl}\n{one.text_pl}", url
    for one in AccessibilityDeclaration.objects.filter(office=office):
        url = reverse("admin:offices_accessibilitydeclaration_change", args=[one.pk])
        texts = filter(None, (one.inaccessible_content_pl, one.assessment_pl, one.communication_pl))
        yield _("Deklaracja dostępności"), "\n".join(texts), url
    for one in OfficePage.objects.filter(office=office, is_published=True):
        url = reverse("admin:offices_officepage_change", args=[one.pk])
        yield _("Strona „%(title)s”") % {"title": one.title_pl}, one.text_pl, url


def _reminders(texts, sentence_of):
    found = ((place, sentence_of(text or ""), url) for place, text, url in texts)
    return [Reminder(*one) for one in found if one[1]]
