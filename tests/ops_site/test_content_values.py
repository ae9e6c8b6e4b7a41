"""A value is written to a content file just as it was read."""

import datetime as dt

import pytest
from django.db import models

from ops_site.content.values import write


@pytest.mark.parametrize(
    ("time", "text"),
    [(dt.time(8, 0), "08:00"), (dt.time(8, 0, 30), "08:00:30"), (dt.time(8, 0, 0, 5), "08:00:00.000005")],
)
def test_time_is_written_with_the_seconds_that_it_has(time, text):
    assert write(models.TimeField(), time) == text
