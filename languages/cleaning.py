"""What is typed or pasted, as it is kept: without what nobody sees, with plain spaces and line ends. A pure module.

A soft hyphen from a PDF hides a word from the search, a zero-width space breaks an e-mail address, and a browser's
line ends make a text look changed.
"""

import re

from languages import markup

# Soft hyphens, marks of direction, zero-width spaces, byte order marks: what `unicodedata` calls Cf and shows nothing.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
# The two joiners have a place between signs of a family of emoji, and between Persian or Indic letters; nowhere else.
_STRAY_JOINER = re.compile(
    "(?<![^\u0000-\u058f\u2000-\u206f])[\u200c\u200d]|[\u200c\u200d](?![^\u0000-\u058f\u2000-\u206f])"
)
_CONTROL = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\u000b\u000c\u0085\u2028\u2029]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DASH = re.compile("[‐-―−﹘﹣－]")


def visible(value: str) -> str:
    """Return a text without the characters that show nothing: soft hyphens, zero-width spaces, marks of direction."""
    return _STRAY_JOINER.sub("", _INVISIBLE.sub("", value))


def text(value: str) -> str:
    """Return a text without invisible and control characters, with plain spaces, and each line ended by "\\n"."""
    return _SPACE.sub(" ", _CONTROL.sub("", visible(_LINE_END.sub("\n", value))))


def items(value: str) -> str:
    """Return a list, each item on its own line, without the bullets and numbers of Word, and without empty lines."""
    kept = text(value)
    for _numbers_behind_bullets in range(3):
        kept = "\n".join(markup.items(kept))
    return kept


def prose(value: str) -> str:
    """Return a text whose lists are written as people type them, with "- " and "1. ", whatever Word put there."""
    return markup.plain(text(value))


def code(value: str) -> str:
    """Return a number or an address that machines read, on one line, with plain hyphens for dashes of every kind."""
    return _DASH.sub("-", " ".join(text(value).split())).replace("\u200c", "").replace("\u200d", "")


def digits(value: str) -> str:
    """Return a number that is kept as digits alone, without the spaces and dashes that people write in it."""
    return re.sub(r"[\s-]", "", code(value))


def postal_code(value: str) -> str:
    """Return "05-200" for what is meant by it: "05–200", "05 200", "05200"."""
    plain = digits(value)
    return f"{plain[:2]}-{plain[2:]}" if re.fullmatch(r"[0-9]{5}", plain) else code(value)
