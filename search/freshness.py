"""Notice when texts that the search reads have changed."""

import secrets

from django.db.models.signals import m2m_changed, post_delete, post_save

from offices.models import Building, Office, Section
from search.models import CatalogueVersion
from services.models import LifeSituation, Service

MATTERS, PLACES = "matters", "places"
READ = {
    MATTERS: (Service, LifeSituation, Service.situations.through, Office),
    PLACES: (Office, Building, Section),
}


def watch():
    """Renew a part's token in the transaction that changes one of its records."""
    for part, models in READ.items():
        for model in models:
            for signal in (post_save, post_delete, m2m_changed):
                signal.connect(_renewal(part), sender=model, weak=False, dispatch_uid=f"search.{part}")


def renew(part):
    """Tell every process that a part of the catalogue is out of date."""
    CatalogueVersion.objects.update_or_create(part=part, defaults={"token": secrets.token_hex(8)})


def tokens():
    """Return {part: token} in one query. A part without a token was never saved one record at a time."""
    return dict(CatalogueVersion.objects.values_list("part", "token"))


def _renewal(part):
    def receiver(**_kwargs):
        renew(part)

    return receiver
