"""Which files that staff put on the site are the public's, and when one has to go.

A file is public while a record that the public can see names it, and no longer: not when the record is hidden, has
another file or is gone. It leaves the disk as soon as no record names it at all.
"""

import logging

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models import Q
from django.db.models.signals import post_delete, pre_save

logger = logging.getLogger(__name__)

OF_OFFICE = Q(office__is_published=True)
OF_SERVICE = Q(service__owner=None) | Q(service__owner__is_published=True)
# What the public can see of each kind of record that has files. A test asks for an entry for every such model.
PUBLISHED = {
    "offices.officerecording": Q(is_published=True) & OF_OFFICE,
    "services.sheetrecording": Q(is_published=True) & OF_SERVICE,
    "services.form": Q(offering__office__is_published=True),
    "services.document": Q(needed_for__service__isnull=False, needed_for__service__owner=None)
    | Q(needed_for__service__owner__is_published=True),
}


def file_fields(model):
    """Return the names of the fields of a model that keep files."""
    return [field.name for field in model._meta.fields if isinstance(field, models.FileField)]


def is_public(name):
    """Tell whether a record that the public can see names this file. One query."""
    return _naming(name, PUBLISHED)


def is_named(name):
    """Tell whether any record names this file. One query."""
    return _naming(name, dict.fromkeys(PUBLISHED, Q()))


def _naming(name, conditions):
    found = []
    for label, condition in conditions.items():
        model = apps.get_model(label)
        named = Q(*((field, name) for field in file_fields(model)), _connector=Q.OR)
        # Not the model's manager: modeltranslation's does not take part in a union.
        found.append(models.QuerySet(model).filter(named & condition).order_by().values_list("pk"))
    return found[0].union(*found[1:], all=True).exists()


def watch():
    """Delete files when their records are deleted or get other files."""
    for label in PUBLISHED:
        model = apps.get_model(label)
        pre_save.connect(_forget_replaced, sender=model, dispatch_uid=f"{label} replaced files")
        post_delete.connect(_forget_deleted, sender=model, dispatch_uid=f"{label} deleted files")


def _forget_replaced(sender, instance, **_kwargs):
    names = file_fields(sender)
    before = models.QuerySet(sender).filter(pk=instance.pk).values(*names).first() if instance.pk else None
    for name in names if before else ():
        if before[name] and before[name] != getattr(instance, name).name:
            _forget(before[name])


def _forget_deleted(sender, instance, **_kwargs):
    for name in file_fields(sender):
        if getattr(instance, name):
            _forget(getattr(instance, name).name)


def _forget(name):
    """Delete a file once the transaction holds, unless another record names it."""

    def delete():
        if not is_named(name):
            try:
                default_storage.delete(name)
            except OSError:
                logger.exception("The file %s could not be deleted: delete it by hand.", name)

    transaction.on_commit(delete, robust=True)
