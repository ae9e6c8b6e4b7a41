"""The branches of the rights themselves, asked directly: on the pages another guard stands before each of them."""

from types import SimpleNamespace

import pytest
from django.contrib import admin

from offices.models import Office, Phone
from staff.base import TableRows
from staff.rights import OfficeRights, office_ids


def asked_by(user):
    return SimpleNamespace(user=user)


class Phones(TableRows):
    model = Phone


class Everywhere(OfficeRights):
    """The rights to records that stand under two offices at once."""

    def homes(self, record):
        return record


def test_record_under_an_office_of_somebody_else_too_is_not_ones_own(alicja, scene):
    ours, theirs = scene.a.office.pk, scene.b.office.pk
    homes = [{ours}, {ours, theirs}, {theirs}, set()]
    assert [Everywhere().belongs_to_user(asked_by(alicja), one) for one in homes] == [True, False, False, False]


@pytest.mark.parametrize(("flags", "count"), [({}, 1), ({"is_staff": False}, 0), ({"is_active": False}, 0)])
def test_offices_are_edited_by_active_staff_alone(alicja, scene, flags, count):
    for name, value in flags.items():
        setattr(alicja, name, value)
    assert len(office_ids(asked_by(alicja))) == count


def test_rows_are_added_by_whom_the_page_belongs_to(alicja, celina, scene):
    rows = Phones(Office, admin.site)
    pages = [
        (alicja, scene.a.office),
        (alicja, scene.b.office),
        (alicja, None),
        (celina, scene.a.office),
        (celina, None),
    ]
    may = [rows.has_add_permission(asked_by(who), office) for who, office in pages]
    assert may == [True, False, rows._page.has_add_permission(asked_by(alicja)), False, False]
