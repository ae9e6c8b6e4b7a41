"""What is done to several records at once is done to all of them or to none."""

import pytest
from django.contrib.admin import ModelAdmin

from offices.models import Phone
from tests.cast import *  # noqa: F403  (the people and their records are fixtures)
from tests.cast import address


def test_marking_as_checked_that_breaks_off_marks_nothing(as_, alicja, scene, monkeypatch):
    chosen = [scene.a.phone.pk, Phone.objects.create(number="523878702", office=scene.a.office).pk]
    Phone.objects.update(checked_on=None)
    left = [None]

    def log_one(self, *args):
        left.pop()

    monkeypatch.setattr(ModelAdmin, "log_change", log_one)
    with pytest.raises(IndexError):
        as_(alicja).post(address(scene.a.phone, "changelist"), {"action": "checked_today", "_selected_action": chosen})
    assert Phone.objects.exclude(checked_on=None).count() == 0
