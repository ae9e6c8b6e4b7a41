"""Which pages speak of danger: there the numbers to call come first, and a person can leave at once."""

from offices.help_lines import core_lines
from services.models import Handling


def of_situation(situation):
    """Return what a page of a life situation, or of its guide, is told: see `_told`."""
    topics = [situation.help_topic] if situation.is_urgent else []
    return _told(topics, comes_first=situation.is_urgent)


def of_service(service, state):
    """Return what the sheet of a service in this state is told: see `_told`.

    A sheet is about danger when half of its situations or more are dangerous. One that people come to with many needs, as
    social work, shows the numbers and the way out as well, below what it is about.
    """
    situations = list(service.situations.values_list("is_urgent", "help_topic"))
    topics = [topic for is_urgent, topic in situations if is_urgent]
    comes_first = bool(topics) and 2 * len(topics) >= len(situations)
    # What the law said before is no comfort to somebody in danger; who handles the matter instead is.
    note_last = comes_first and state == Handling.HERE and bool(service.handling_note)
    return {**_told(topics, comes_first=comes_first), "note_last": note_last}


def _told(topics, *, comes_first):
    """Return `urgent_lines`, the numbers to show (none where nothing is dangerous), and `danger_first`, whether they stand
    before all else, also in the bar that stays in view, under a title that tells nothing.

    `topics`: of each dangerous situation, what the number after 112 is about, or "". Of several the last one counts: what
    is about violence alone has pages of its own, and who comes to a psychologist after it needs one for a crisis.
    """
    return {"urgent_lines": core_lines(topics[-1]) if topics else [], "danger_first": comes_first}
