"""In which order the hits of a query stand, and which of them are shown. Pure.

What all offices share stands before what one office calls its own, unless that office is asked: nobody can write
their way to the top of everybody's search.
"""

LEAST_SHARE = 0.4  # Of what the best result covers: what covers less is about something else.
LEAST_SCORE = 0.35
NAMES = ("name", "popular_names")  # The fields that hold what people see a matter called.
# Below this likeness to the query an answer is no sure one: tuned on the half `tuned` of the fixed queries, those with an
# answer and those without (`bench/nonsense.tsv`).
SURE, SURE_WITH_LINE = 0.6, 0.45
# One word that so many hidden texts have, the first few of them alike, says nothing: "mąż", "choroba".
MANY, FEW, ALIKE = 4, 3, 0.85
OF_NAMES = 3.0  # The weight of the lines in which people see a matter called.


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


def urgent_situations_last(hits):
    """Return hits with the urgent situations that are found by single words alone behind all others: where danger was not
    said, "opiekunka do taty" is not answered with "somebody hurts me"."""
    urgent = [hit for hit in hits if hit.key.kind == "situation" and hit.key.is_urgent and hit.line is None]
    return [*(hit for hit in hits if hit not in urgent), *urgent]


def ended_last(hits, ended):
    """Return hits with what is granted no more at the end: `ended` are the keys of those records.

    Who asks for it by its name finds it where it stood; who asks for something else does not, unless it answers as much of
    the query as the best does.
    """
    most = max((hit.covered for hit in hits), default=0.0)
    going = [hit for hit in hits if hit.key not in ended or _is_named(hit)]
    return [*going, *(hit for hit in hits if hit not in going and (hit.covered >= most or not going))]


def _is_named(hit):
    return hit.line is not None and hit.line.name in NAMES


def is_weak(hits, read):
    """Tell whether even the best of relevant hits may be about something else. `read` is the Query they answer.

    A hit of which the query says a whole line is sure at a smaller likeness; a word taken for another makes none sure.
    """
    if not hits:
        return False
    best = hits[0]
    if best.line:
        return best.likeness < SURE_WITH_LINE
    return bool(read.corrected) or best.likeness < SURE or says_nothing(hits, read)


def says_nothing(hits, read):
    """Tell whether a query is one word that many hidden texts have alike, so that none of them is meant: "mąż"."""
    best = hits[:FEW]
    return (
        len(read.words) == 1
        and len(hits) >= MANY
        and best[0].line is None
        and best[-1].score >= ALIKE * best[0].score
        and all(hit.weight < OF_NAMES for hit in best)
    )
