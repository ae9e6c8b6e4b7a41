"""Whether a translation still says what the Polish text says. A pure module: texts in, states out.

What is outdated is kept as {language: {field: the Polish text that the translation was made of}}.
"""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

# {language: {field: the Polish text that the translation was made of}}
Outdated = Mapping[str, Mapping[str, str]]


class State(StrEnum):
    """What waits to be done with a translation, the most pressing first."""

    MISSING = "missing"
    OUTDATED = "outdated"
    TO_CHECK = "to-check"
    CURRENT = "current"


class Texts(NamedTuple):
    """One field of a record: its Polish text, and its translations by language."""

    polish: str
    translations: Mapping[str, str]


class Part(NamedTuple):
    """A piece of a difference: `kind` is "same", "deleted" or "inserted"."""

    kind: str
    words: str


def same(one: str | None, other: str | None) -> bool:
    """Tell whether two texts have the same words. Browsers end lines in their own way: spaces and lines do not count."""
    return (one or "").split() == (other or "").split()


def outdated_after(
    before: Mapping[str, Texts], after: Mapping[str, Texts], outdated: Outdated, *, is_minor: bool = False
) -> dict[str, dict[str, str]]:
    """Return what is outdated once `before` has become `after`; both are {field: Texts}.

    A translation that stays while its Polish text changes is outdated, until it changes too, is emptied, or the Polish
    goes back to what it was made of. A minor change outdates nothing more.
    """
    found: dict[str, dict[str, str]] = {}
    for name, texts in after.items():
        for language, translation in texts.translations.items():
            known = outdated.get(language, {}).get(name)
            if not same(translation, before[name].translations[language]) or same(translation, ""):
                continue
            made_of = before[name].polish if known is None else known
            if not same(made_of, texts.polish) and not (is_minor and known is None):
                found.setdefault(language, {})[name] = made_of or ""
    return found


def state_of(polish: str | None, translation: str | None, *, is_outdated: bool, is_to_check: bool) -> State | None:
    """Return the state of a translation; None where there is nothing to translate and nothing to take away."""
    if same(translation, ""):
        return None if same(polish, "") else State.MISSING
    if is_outdated:
        return State.OUTDATED
    return State.TO_CHECK if is_to_check else State.CURRENT


def difference(before: str | None, after: str | None) -> list[Part]:
    """Return the parts, in order, by which a text became another.

    The parts that are not deleted make up `after`; the words of those that are not inserted are those of `before`.
    """
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, [word for word, _gap in old], [word for word, _gap in new], autojunk=False)
    parts = []
    for operation, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if operation == "equal":
            parts.append(Part("same", _text(new[new_from:new_to])))
            continue
        if old_from < old_to:
            parts.append(Part("deleted", _text(old[old_from:old_to])))
        if new_from < new_to:
            parts.append(Part("inserted", _text(new[new_from:new_to])))
    return parts


def _words(text: str | None) -> list[tuple[str, str]]:
    """Return the pairs (word, space after it) of a text."""
    return re.findall(r"(\S+)(\s*)", (text or "").replace("\r\n", "\n").strip())


def _text(words: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{word}{gap}" for word, gap in words)
