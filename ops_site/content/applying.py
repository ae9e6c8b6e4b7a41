"""Write corrections of the shared content into the database: in place, and only where nobody changed or somebody decided."""

from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import override

from languages.translated import Translated
from offices.models.former_slug import RemembersSlug
from ops_site.content import values
from ops_site.content.corrections import Correction, State, corrections, lock, waiting
from ops_site.content.references import key_field
from ops_site.models import ShippedRecord
from services import shared_sheet
from services.models import Service


@dataclass
class Outcome:
    """What a run has done: the corrections by what became of them."""

    added: list[Correction] = field(default_factory=list)
    updated: list[Correction] = field(default_factory=list)
    to_decide: list[Correction] = field(default_factory=list)
    failed: list[tuple[Correction, str]] = field(default_factory=list)  # With the reason.


class ChangedMeanwhile(Exception):
    """Somebody changed or decided the record after it was shown. Nothing was done."""


class Refused(Exception):
    """The database or a rule of the models refuses the correction. `args[0]` is the reason, in words."""


def apply_untouched(*, only_tell=False):
    """Bring up to date what nobody changed and add what is new, in one transaction; return the Outcome.

    `only_tell`: change nothing. What would be refused is then not known yet.
    """
    outcome = Outcome()
    if only_tell:
        for one in waiting():
            pile(outcome, one).append(one)
        return outcome
    with override(settings.LANGUAGE_CODE), transaction.atomic():
        lock()
        found = locked(ShippedRecord.objects.filter(waits=True))
        shared_sheet.remember_all()
        for one in found:
            settle_or_apply(one, outcome)
    return outcome


def settle_or_apply(one, outcome):
    if one.state in (State.SETTLED, State.DELETED):
        one.row.waits = False
        one.row.save()
    elif one.state in (State.NEW, State.UNTOUCHED):
        found = pile(outcome, one)
        try:
            take(one, one.changed)
            found.append(one)
        except Refused as refused:
            outcome.failed.append((one, refused.args[0]))
    else:
        outcome.to_decide.append(one)


def pile(outcome, one):
    """Return the list to which a correction belongs as it stands now."""
    if one.state is State.NEW:
        return outcome.added
    return outcome.updated if one.state is State.UNTOUCHED else outcome.to_decide


def decide(pk, seen, keys, *, delete=False):
    """Take `keys` of a correction as they are shipped, keep the rest as it is, and remember that this was decided.

    `delete` a withdrawn record instead. Raises ChangedMeanwhile when the correction is not the one of the digest `seen`,
    and Refused when it cannot be written. Returns the record, None when there is none now.
    """
    with override(settings.LANGUAGE_CODE), transaction.atomic():
        lock()
        found = locked(ShippedRecord.objects.filter(pk=pk))
        if not found or found[0].seen != seen:
            raise ChangedMeanwhile
        one = found[0]
        if delete:
            remove(one)
            return None
        shared_sheet.remember_all()
        return take(one, [key for key in one.changed if key in keys])


def locked(rows):
    """Return the corrections of the rows, once nobody else is at their records."""
    for one in corrections(rows):
        if one.here.record:
            type(one.here.record).objects.select_for_update(of=("self",)).filter(pk=one.here.record.pk).first()
    return corrections(rows)


def take(one, keys):
    """Write some fields and lists of a correction, and settle it. Raises Refused; the record is then as it was."""
    record = one.here.record
    try:
        with transaction.atomic():
            if keys:
                record = write(one.shape, record or one.shape.model(), one.row.shipped, keys)
            one.settle()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    except DatabaseError as error:
        raise Refused(str(error)) from error
    return record


def remove(one):
    """Delete a withdrawn record that nothing of an office hangs on. Raises Refused."""
    record = one.here.record
    if isinstance(record, Service) and (count := record.offerings.count()):
        raise Refused(
            _("Ta sprawa jest na listach ośrodków: %(count)s. Najpierw usuń ją z nich albo zostaw ten wpis.")
            % {"count": count}
        )
    try:
        with transaction.atomic():
            record.delete()
    except ProtectedError as error:
        names = ", ".join(sorted(str(other) for other in error.protected_objects))
        raise Refused(_("Ten wpis jest potrzebny innym: %(names)s.") % {"names": names}) from error
    one.settle()


# --- One record


def write(shape, record, described, keys, around=()):
    """Give a record the described values of `keys`, and none where there are none described; return it.

    Its primary key stays, and with it all that points at it. A list of records under it is made anew as a whole.
    """
    many = {}
    for key in shape.fields:
        if key in keys:
            set_field(shape, record, key, described.get(key), many)
    for link in shape.links:
        setattr(record, link.name, next(one for one in around if isinstance(one, link.related_model)))
    record.full_clean(exclude={*shape.localized})
    # The translations of a release were written together with its Polish.
    record.is_minor_change = True
    record.save()
    for key, records in many.items():
        getattr(record, key).set(records)
    for key, child in shape.children.items():
        if key in keys:
            replace(child, record, described.get(key, []), around)
    return record


def replace(shape, parent, described, around):
    """Make the records under another one anew, in the order of the file."""
    shape.model.objects.filter(**{shape.links[0].name: parent}).delete()
    for one in [described] if isinstance(described, dict) else described:
        if not lacks_a_reference(shape, one):
            write(shape, shape.model(), one, [*shape.fields, *shape.children], (parent, *around))


def set_field(shape, record, key, value, many):
    """Set one field from its description; note references to several in `many`, to be set after saving."""
    field = shape.fields[key]
    if key in shape.references:
        content = shape.references[key]
        if field.many_to_many:
            many[key] = [other for text in value or [] if (other := referred(content, text))]
        else:
            setattr(record, key, referred(content, value) if value else None)
    elif key in shape.localized:
        texts = value if isinstance(value, dict) else {settings.LANGUAGE_CODE: value}
        for language, localized in shape.localized[key].items():
            set_plain(record, localized, texts.get(language))
            if language != settings.LANGUAGE_CODE:
                count_as_current(record, key, language)
    else:
        set_plain(record, field, value, shape.named.get(key))


def set_plain(record, field, text, names=None):
    setattr(record, field.name, values.parse(field, text, names) if text else field.get_default())


def count_as_current(record, key, language):
    if isinstance(record, Translated):
        record.still_holds(key, language)
        record.mark_to_check(key, language, is_to_check=False)


def referred(content, text):
    """Return the record that a file refers to, under whatever address it has now; None when staff deleted it."""
    model = content.model
    if issubclass(model, RemembersSlug):
        text = model.current_slug(text)
    return model.objects.filter(**{content.key: values.parse(key_field(content), text)}).first()


def lacks_a_reference(shape, described):
    """Tell whether a record cannot stand here: what it needs was deleted."""
    needed = [key for key in shape.references if not shape.fields[key].many_to_many and not shape.fields[key].null]
    return any(not referred(shape.references[key], described[key]) for key in needed if key in described)
