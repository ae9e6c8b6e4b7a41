"""The next fourteen days as they would be, were the form saved: a button beside "Zapisz" that writes nothing."""

from django.utils import timezone

from offices import hours, pictures
from offices.admin.reminders import Reminding
from offices.admin.rules_from_rows import dated_rule, weekly_rule
from offices.admin.weekly import kept_rows
from offices.directory import Place
from offices.models import Building, HelpLine, HoursException, Office, Phone, Schedule, Section, WeeklyHours
from offices.timetables import timetables
from staff.forms import PREVIEW

RECEPTION = Schedule.Purpose.RECEPTION
OWN_HOURS_ONLY = (Schedule.Purpose.CASH_DESK, Schedule.Purpose.DIRECTOR)
KINDS = {Office: "office", Building: "building", Section: "section", Phone: "phone", HelpLine: "help_line"}


class HoursPreview:
    """A staff page with the button "Podgląd 14 dni"."""

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        may_save = self.has_change_permission(request, obj) if change else self.has_add_permission(request)
        context["preview_button"] = PREVIEW if may_save else ""
        if PREVIEW in request.POST:
            formsets = [one.formset for one in context["inline_admin_formsets"]]
            context["preview"] = preview(context["adminform"].form, formsets, timezone.now())
        return super().render_change_form(request, context, add, change, form_url, obj)


def preview(form, formsets, moment):
    """Return what the panel shows of a typed form: its days, and whose hours they are; or that it has mistakes."""
    by_model = {formset.model: formset for formset in formsets}
    concerned = [by_model[model] for model in (WeeklyHours, HoursException, Schedule) if model in by_model]
    if form.errors or not all(map(_is_faultless, concerned)):
        return {"has_mistakes": True}
    own = _typed_timetable(by_model)
    owners = [(None, own), *_around(form.instance)]
    timetable = hours.inherited(*(one for _owner, one in owners))
    place = Place(form.instance, moment, timetable=timetable)
    lender = next((owner for owner, one in owners if one), None)
    return {"rows": pictures.fortnight_rows(place), "lender": lender, "always": _answers_always(form.instance)}


def _answers_always(record):
    return isinstance(record, HelpLine) and record.answers_always


def _typed_timetable(by_model):
    """Return the timetable of the rows as typed, without those that are to be deleted."""
    weekly = by_model[WeeklyHours]
    schedule = _typed_schedule(weekly.instance, by_model.get(Schedule))
    return hours.Timetable(
        tuple(map(weekly_rule, _kept(weekly))),
        tuple(map(dated_rule, _kept(by_model.get(HoursException)))),
        schedule.closed_on_holidays,
        schedule.note or "",
    )


def _typed_schedule(schedule, formset):
    """Return the schedule as the rows beside its hours have it; else as it is."""
    rows = formset.initial_forms if formset else []
    return next((form.instance for form in rows if form.instance.pk == schedule.pk), schedule)


def _kept(formset):
    return [] if formset is None else kept_rows(formset)


def _is_faultless(formset):
    return formset.is_faultless() if isinstance(formset, Reminding) else formset.is_valid()


def _around(record):
    """Return [(place, timetable)] of the places that lend their hours and exceptions, nearest first."""
    line = [one for one in surroundings(record) if one.pk]
    known = timetables(**{KINDS[type(one)]: [one] for one in line})
    keys = [(one, (KINDS[type(one)], one.pk, purpose)) for one in line for purpose in _lent(record, one)]
    return [(one, known[key]) for one, key in keys if key in known]


def surroundings(record):
    """Return the places around a record, nearest first, as hours are inherited."""
    if isinstance(record, (Phone, Schedule)):
        return [record.place, *surroundings(record.place)] if record.place else []
    if isinstance(record, Section):
        return [one for one in (record.building, record.office_id and record.office) if one]
    if isinstance(record, Building):
        return [record.office] if record.office_id else []
    return []


def _lent(record, place):
    """Return the purposes of what a place around lends to a record; None stands for its exceptions.

    What is typed stands for the hours of the schedule's own place, and a cash desk or a director
    keeps no hours of the reception.
    """
    if isinstance(record, Schedule) and (place == record.place or record.purpose in OWN_HOURS_ONLY):
        return [None]
    return [RECEPTION, None]
