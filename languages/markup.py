"""Headings and lists in a text as an editor typed it, or pasted it from Word. A pure module.

A line is an item when it starts with a bullet, whatever its shape, and a space or a tab; or with a number, when the
lines count 1, 2, 3, or when a tab follows the number, as Word writes it. "1. stopień" alone stays a sentence.
"""

import re
from collections.abc import Sequence
from typing import Any

# A block as `blocks` describes it; an item of it that has an icon is {"text", "icon"}.
Block = dict[str, Any]

# Bullets of Word and of its Symbol and Wingdings fonts (private use area), and dashes; "o" with a tab is Word's second level.
BULLET = re.compile(r"(?:(?:[-‐-―•·∙◦●○▪■□‣⁃►➢✓✔*\uf0b7\uf0a7\uf0d8\uf0fc\uf02d][ \t\u00a0]+|o\t)\s*)+")
NUMBER = re.compile(r"(\d{1,2})[.)]([ \t\u00a0]+)")
SHORT = 60  # Letters of a line that somebody ended on purpose.
ICON = re.compile(r"\{([a-z0-9-]{1,30})\} ")


def items(text: str | None) -> list[str]:
    """Split a text in which each item has its own line; bullets and numbers before the items are dropped."""
    found = [line.strip() for line in (text or "").splitlines() if line.strip()]
    numbered = _numbered(found)
    cleaned = (line[number_end(line) :] if line in numbered else _without_bullet(line) for line in found)
    return [line for line in cleaned if line]


def blocks(text: str | None) -> list[Block]:
    """Split a text into blocks: {"kind": "heading"|"list"|"numbers"|"pictures"|"paragraph", "text" or "items"}.

    An empty line ends a block; "## " starts a heading, lines with bullets or numbers make a list. "{phone} " before a
    heading or an item is the name of its icon; a list of items with icons is made of pictures. A short line of a paragraph
    stays one, as in a postal address; a long one goes on in the next, as in what is copied from an e-mail.
    """
    found: list[Block | None] = []
    for chunk in re.split(r"\n\s*\n", (text or "").replace("\r\n", "\n").strip()):
        lines = list(filter(None, map(str.strip, chunk.split("\n"))))
        numbered = _numbered(lines)
        for line in lines:
            if line.startswith("## "):
                found.append({"kind": "heading", **_with_icon(line[3:])})
            elif line in numbered:
                _add(found, "numbers", line[number_end(line) :])
            elif bullet := BULLET.match(line):
                item = _with_icon(line[bullet.end() :])
                is_picture = "icon" in item
                _add(found, "pictures" if is_picture else "list", item if is_picture else item["text"])
            else:
                _add(found, "paragraph", line)
        found.append(None)  # The empty line.
    return [
        {"kind": "paragraph", "text": _paragraph(block["items"])} if block["kind"] == "paragraph" else block
        for block in found
        if block
    ]


def _paragraph(lines: Sequence[str]) -> str:
    ended = [f"{line}\n" if len(line) <= SHORT else f"{line} " for line in lines[:-1]]
    return "".join([*ended, *lines[-1:]])


def plain(text: str) -> str:
    """Return a text with the same blocks, whose items start with "- ", or with "1. " where their numbers count."""
    return "".join(map(_plain_chunk, re.split(r"(\n\s*\n)", text)))


def _plain_chunk(chunk: str) -> str:
    lines = list(filter(None, map(str.strip, chunk.split("\n"))))
    numbered, after = _numbered(lines), " " if _count(lines) else "\t"  # A tab alone makes an item of "7.".
    return "\n".join(_plain_line(line, numbered, after) for line in chunk.split("\n"))


def _plain_line(line: str, numbered: set[str], after: str) -> str:
    shown = line.strip()
    if shown in numbered and (number := NUMBER.match(shown)):
        return f"{number[1]}.{after}{shown[number.end() :]}"
    bullet = BULLET.match(shown)
    return f"- {shown[bullet.end() :]}" if bullet else line


def _add(found: list[Block | None], kind: str, item: str | dict[str, str]) -> None:
    """Put an item into the last block, or into a new one when that is of another kind.

    An empty line ends a paragraph, while a list goes on after it.
    """
    last = next((block for block in reversed(found) if block), None) if kind != "paragraph" else (found or [None])[-1]
    if last is None or last["kind"] != kind:
        last = {"kind": kind, "items": []}
        found.append(last)
    last["items"].append(item)


def number_end(line: str) -> int:
    """Return where the number before an item ends; 0 where there is none."""
    match = NUMBER.match(line)
    return match.end() if match else 0


def _numbered(lines: Sequence[str]) -> set[str]:
    """Return the lines that are numbered items: those that count from 1, and those with a tab after the number."""
    counts = _count(lines)
    return {line for line in lines if (match := NUMBER.match(line)) and (counts or "\t" in match[2])}


def _count(lines: Sequence[str]) -> bool:
    """Tell whether the numbers before lines count 1, 2, 3."""
    numbers = [int(match[1]) for line in lines if (match := NUMBER.match(line))]
    return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def _without_bullet(line: str) -> str:
    match = BULLET.match(line)
    return line[match.end() :] if match else line


def _with_icon(text: str) -> dict[str, str]:
    match = ICON.match(text)
    return {"text": text[match.end() :], "icon": match[1]} if match else {"text": text}
