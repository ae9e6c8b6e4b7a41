"""The moment at which something ends, as an input."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from offices.models.dates import UntilField, end_of, last_day_of
from staff.inputs import INPUTS, MOMENT, WrittenMoment


class WrittenEnd(WrittenMoment):
    """The moment at which something ends. A day alone lasts to its end, and is shown again as it was typed."""

    example = _("Na przykład 31.12.2026 albo 31.12.2026 15:30.")

    def moment(self, day, time):
        return super().moment(day, time) if time else end_of(day)

    def prepare_value(self, value):
        day = last_day_of(value) if isinstance(value, dt.datetime) else None
        return f"{day:%d.%m.%Y}" if day else super().prepare_value(value)


INPUTS[UntilField] = {"form_class": WrittenEnd, "widget": MOMENT}
