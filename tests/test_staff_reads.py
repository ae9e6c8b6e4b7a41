"""Reading the staff pages waits for nobody: every page that is only read is read while somebody else writes."""

import sqlite3

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, connection, connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.urls import URLPattern, reverse
from django.utils import timezone

from offices.models import Building
from ops_site.models import ShippedRecord
from tests.cast import *  # noqa: F403  (the people and their records are fixtures)

NO_PAGES = {"logout", "autocomplete", None}  # What is sent alone, and what answers to a script alone.


def names(patterns):
    """Yield (name, the names in its address) of every staff page."""
    for one in patterns:
        if not isinstance(one, URLPattern):
            yield from names(one.url_patterns)
        elif one.name not in NO_PAGES:
            yield one.name, [*getattr(one.pattern, "converters", {}), *one.pattern.regex.groupindex]


def addresses(records):
    """Return the address of every staff page, of these records where it is the page of a record."""
    of_model = {type(one): one for one in records}
    by_prefix = {f"{one._meta.app_label}_{one._meta.model_name}_": one for one in admin.site._registry}
    building = of_model[Building]
    for name, parts in names(admin.site.get_urls()):
        model = next((model for prefix, model in by_prefix.items() if name.startswith(prefix)), Building)
        known = {
            "object_id": of_model[model].pk,
            "id": of_model[model].pk,
            "pk": 1,
            "office_id": building.office_id,
            "language": "en",
            "year": timezone.localdate().year,
            "content_type_id": ContentType.objects.get_for_model(Building).pk,
            "app_label": "offices",
        }
        yield reverse(f"admin:{name}", kwargs={part: known[part] for part in parts})


@pytest.fixture
def while_somebody_writes(tmp_path):
    """Return what puts the database of the test into a file, in which another connection has begun to write."""
    opened = []

    def begin():
        file = tmp_path / "site.sqlite3"
        file.write_bytes(connection.connection.serialize())
        options = {"transaction_mode": "IMMEDIATE", "timeout": 0.01}
        ours = DatabaseWrapper({**connection.settings_dict, "NAME": str(file), "OPTIONS": options})
        ours.cursor().execute("PRAGMA journal_mode=WAL")
        writer = sqlite3.connect(file, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        opened.extend([ours, writer])
        connections["default"] = ours

    plain = connections["default"]
    yield begin
    connections["default"] = plain
    for one in opened:
        one.close()


@pytest.mark.slow
@pytest.mark.skipif(connection.vendor != "sqlite", reason="one lock for all writers is SQLite's alone")
def test_every_staff_page_is_read_while_somebody_writes(client, scene, dorota, while_somebody_writes):
    client.force_login(dorota)
    ShippedRecord.objects.create(
        pk=1, kind="services", key="piec", shipped={"slug": "piec", "name": "Piec"}, waits=True
    )
    records = [*vars(scene.a).values(), *vars(scene.shared).values(), dorota]
    pages = list(addresses(records))
    while_somebody_writes()
    unread = {}
    for address in pages:
        try:
            status = client.get(address).status_code
        except DatabaseError as error:
            unread[address] = str(error)
        else:
            unread |= {} if status == 200 else {address: status}
    assert unread == {
        reverse("admin:login"): 302,
        reverse("admin:view_on_site", args=[ContentType.objects.get_for_model(Building).pk, scene.a.building.pk]): 302,
        reverse("admin:search_unansweredquery_add"): 403,
        reverse("admin:readability"): 405,
    }
    assert len(pages) > 90


@pytest.mark.slow
def test_a_page_that_writes_would_be_noticed(client, scene, dorota, while_somebody_writes):
    client.force_login(dorota)
    while_somebody_writes()
    with pytest.raises(DatabaseError):
        client.post(reverse("admin:offices_notice_delete", args=[scene.a.notice.pk]), {"post": "yes"})
