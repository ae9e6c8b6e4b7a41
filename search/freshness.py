"""Notice when something that the search reads has changed."""

import secrets
from functools import partial

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save

from offices.models import Building, Notice, Office, Section
from search.models import CatalogueVersion, DangerPhrase
from services.models import LifeSituation, Service

MATTERS, PLACES, DANGER = "matters", "places", "danger"


def _in_languages(*names):
    return tuple(f"{name}_{language}" for name in names for language, _label in settings.LANGUAGES)


# The columns that the catalogue reads of each model. The hours or the e-mail of an office are not among them, so that
# saving these throws nothing away.
READ = {
    MATTERS: {
        Service: (
            *_in_languages("name", "popular_names", "search_words", "summary", "handled_by"),
            "slug",
            "owner_id",
            "position",
        ),
        LifeSituation: (*_in_languages("title", "search_words"), "slug", "is_urgent", "position"),
        Office: ("is_published",),
    },
    PLACES: {
        Office: ("is_published", "municipality", "kind", "teryt", "about_pl"),
        Building: ("office_id", "position", "name_pl", "street", "town", "purpose_pl", "is_confidential"),
        Section: ("office_id", "position", "name_pl", "purpose_pl"),
        Notice: ("office_id", "building_id", "title_pl", "text_pl"),
    },
    DANGER: {DangerPhrase: ("kind", "phrase", "unless", "must_match", "must_not_match")},
}


def watch():
    """Renew a part's token in the transaction that changes what the part reads."""
    for part, models in READ.items():
        for model, columns in models.items():
            connect = partial(_connect, model, f"search.{part}")
            connect(pre_save, partial(_remember, part, columns))
            connect(post_save, partial(_compare, part, columns))
            connect(post_delete, partial(_renewal, part))
    _connect(Service.situations.through, "search.situations", m2m_changed, partial(_renewal, MATTERS))


def renew(part):
    """Tell every process that a part of the catalogue is out of date."""
    CatalogueVersion.objects.update_or_create(part=part, defaults={"token": secrets.token_hex(8)})


def tokens():
    """Return {part: token} in one query. A part without a token was never saved one record at a time."""
    return dict(CatalogueVersion.objects.values_list("part", "token"))


def _connect(model, name, signal, receiver):
    signal.connect(receiver, sender=model, weak=False, dispatch_uid=name)


def _remember(part, columns, instance, update_fields, **_signal):
    """Keep what the search reads of a record before it is saved: it may have been loaded long ago."""
    if _writes_any(columns, update_fields):
        instance.__dict__.setdefault("_read_by_search", {})[part] = _row(instance, columns)


def _compare(part, columns, instance, update_fields, **_signal):
    if _writes_any(columns, update_fields) and _row(instance, columns) != instance._read_by_search.pop(part):
        renew(part)


def _writes_any(columns, update_fields):
    """Tell whether a save of these fields, None for all, may change one of the columns."""
    written = {name for column in columns for name in (column, column.removesuffix("_id"))}
    return update_fields is None or not written.isdisjoint(update_fields)


def _renewal(part, **_signal):
    renew(part)


def _row(instance, columns):
    # A plain queryset: modeltranslation's own would read the columns of the language spoken at the time.
    return QuerySet(type(instance)).filter(pk=instance.pk).values_list(*columns).first() if instance.pk else None
