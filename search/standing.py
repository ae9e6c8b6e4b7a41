"""In which order the hits of a query stand, and which of them are shown. Pure.

What all offices share stands before what one office calls its own, unless that office is asked: nobody can write
their way to the top of everybody's search.
"""

LEAST_SHARE = 0.4  # Of what the best result covers: what covers less is about something else.
LEAST_SCORE = 0.35
# Below this share of the query an answer is no sure one: tuned on the half `tuned` of the fixed queries.
SURE_SHARE, SURE_WITH_LINE = 0.65, 0.45


def relevant(hits):
    """Return the hits that answer as much of the query as the best one does, or nearly.

    Shared entries are measured by shared ones: an office's own texts push none of them out.
    """
    shared = [hit for hit in hits if hit.owner is None]
    measured = {True: _least(shared), False: _least(hits)}
    return [hit for hit in hits if _reaches(hit, *measured[hit.owner is None])]


def _least(hits):
    """Return (the share of the query, the score) that a hit among these has to reach."""
    covered = max((hit.covered for hit in hits), default=0.0)
    return LEAST_SHARE * covered, LEAST_SCORE * max((hit.score for hit in hits), default=0.0)


def _reaches(hit, share, score):
    return hit.covered >= share and hit.score >= score


def in_order(hits, asked_at):
    """Return relevant hits as they are shown: an office's own after the shared ones where it was not asked, and
    nowhere before a shared urgent one."""
    urgent = [place for place, hit in enumerate(hits) if hit.owner is None and hit.key.is_urgent]
    last_urgent = max(urgent, default=-1)
    before = hits[: last_urgent + 1]
    moved = [hit for hit in before if hit.owner is not None]
    hits = [hit for hit in before if hit.owner is None] + moved + hits[last_urgent + 1 :]
    elsewhere = [hit for hit in hits if hit.owner is not None and hit.owner not in asked_at]
    return [hit for hit in hits if hit not in elsewhere] + elsewhere


def is_weak(hits, corrected):
    """Tell whether even the best of relevant hits may be about something else.

    A hit of which the query says a whole line is sure at a smaller share; a word taken for another makes none sure.
    """
    if not hits:
        return False
    best = hits[0]
    return best.covered < SURE_WITH_LINE if best.line else bool(corrected) or best.covered < SURE_SHARE
