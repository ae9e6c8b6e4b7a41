"""What a Polish sentence says of weekdays, of unknown hours, and of getting into a building. A pure module.

It serves to point out old sentences that new answers may contradict: better one too many than one too few.
"""

import re
from collections.abc import Iterable, Set

# Each weekday in all its cases and abbreviations, and no word like it ("środki", "czwarty", "piąty", "sobą").
WEEKDAYS = [
    r"poniedział\w*|pon|pn",
    r"wtor(?:ek|k\w*)|wt",
    r"śr(?:oda|odę|ody|odzie|odą|odo|ód|odom|odach|odami)|śr(?=\.)",
    r"czwart(?:ek|k\w*)|czw",
    r"piąt(?:ek|k\w*)|pt",
    r"sob(?:ota|otę|oty|ocie|otą|oto|ót|otom|otach|otami)|sob|sb",
    r"niedziel\w*|niedz|nd",
]
WEEKDAY = re.compile("|".join(rf"\b(?P<day{number}>{words})\b" for number, words in enumerate(WEEKDAYS)), re.IGNORECASE)
RANGE = re.compile(r"\.?\s*(?:–|—|-|do)\s*", re.IGNORECASE)
NOT_STATED = r"nie (?:znamy|podan\w*|podaj\w*|wiadomo|wiemy|ustalon\w*|są znane)"
UNKNOWN_HOURS = re.compile(
    rf"godzin\w*[^.!?]{{0,40}}\b{NOT_STATED}|\b{NOT_STATED}[^.!?]{{0,40}}godzin|godzin\w* niepodan", re.IGNORECASE
)
# The full stop of an abbreviated weekday ends no sentence.
SENTENCE_ENDS = re.compile(r"(?<![pP]n)(?<![pP]on)(?<![wW]t)(?<![śŚ]r)(?<![cC]zw)(?<![pP]t)(?<![sS]ob)[.!?](?=\s|$)|\n")

# The words by which a declaration speaks of each of `AccessibilityFact.Feature`.
FEATURES = {
    "step-free-entrance": r"bez schod|schod|stop(?:ień|ni)|prog|próg|podjazd|ramp|wejści",
    "lift": r"\bwind|dźwig|platform",
    "wide-corridors": r"korytarz",
    "accessible-toilet": r"toalet|\bwc\b",
    "parking": r"parking|postojow",
    "induction-loop": r"pętl",
    "tactile-signs": r"dotyk|głosow|brajl|braille",
    "assistance-dog": r"\bpies|\bpsem|\bpsa\b|asystując",
    "sign-language": r"migow|tłumacz",
}


def weekdays_in(text: str) -> set[int]:
    """Return the numbers of the weekdays that a text names, Monday 0; "od wtorku do piątku" and "pn.–pt." name all between."""
    found, before = set(), None
    for match in WEEKDAY.finditer(text):
        day = next(number for number in range(7) if match[f"day{number}"])
        found.add(day)
        if before and RANGE.fullmatch(text, before[1], match.start()):
            found.update((before[0] + step) % 7 for step in range((day - before[0]) % 7))
        before = day, match.end()
    return found


def sentence_on_weekdays(text: str, weekdays: Set[int]) -> str:
    """Return the first sentence of a text that names one of these weekdays, or says of none that hours are unknown."""
    for sentence in _sentences(text):
        named = weekdays_in(sentence)
        if named & weekdays or (weekdays and not named and UNKNOWN_HOURS.search(sentence)):
            return sentence
    return ""


def sentence_on_features(text: str, features: Iterable[str]) -> str:
    """Return the first sentence of a text that speaks of one of these accessibility features."""
    words = "|".join(FEATURES[feature] for feature in features)
    return next((one for one in _sentences(text) if words and re.search(words, one, re.IGNORECASE)), "")


def _sentences(text: str) -> list[str]:
    ends = [match.end() for match in SENTENCE_ENDS.finditer(text)]
    parts = (text[start:end].strip() for start, end in zip([0, *ends], [*ends, len(text)], strict=True))
    return [part for part in parts if part]
