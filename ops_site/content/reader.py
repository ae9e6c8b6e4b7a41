"""Read a YAML file into values that know their line. Every scalar stays the text that the author wrote."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import yaml
from django.utils.translation import gettext_lazy as _

from ops_site.content.errors import Where

DEEPEST = 5_000  # Brackets in a text, or letters in a line: fewer cannot nest deep enough to exhaust the stack.


@dataclass(frozen=True)
class Text:
    where: Where
    value: str


@dataclass(frozen=True)
class Listing:
    where: Where
    items: list


@dataclass(frozen=True)
class Mapping:
    """Pairs of key and value. A value's line is that of its key, where an author will look for it."""

    where: Where
    entries: dict


def is_empty(value):
    """Tell whether nothing is written there: no key, or a key followed by nothing."""
    return value is None or (isinstance(value, Text) and not value.value.strip())


def read(path, report):
    """Return the Mapping that a file holds, or None after reporting why it has none."""
    shown = name_for_author(path)
    try:
        text = decode(Path(path).read_bytes(), shown, report)
        if text is None:
            return None
        node = compose(text)
        if node and size_of(node) > 2 * len(text):
            report.add(
                Where(shown, 1),
                _("Odwołania z gwiazdką (*) powtarzają się tu bez miary. Wpisz powtarzane wartości bez odwołań."),
            )
            return None
        root = convert(node, Where(shown, 1), report) if node else None
    except FileNotFoundError:
        report.add(Where(shown, 1), _("Nie ma takiego pliku. Sprawdź nazwę i katalog."))
    except OSError as error:
        report.add(
            Where(shown, 1),
            _("Nie można odczytać pliku (%(reason)s). Sprawdź, czy to plik i czy wolno go czytać.")
            % {"reason": error.strerror},
        )
    except (yaml.YAMLError, RecursionError) as error:
        report.add(
            Where(shown, line_of(error, text)),
            _("To nie jest poprawny YAML (%(reason)s). Sprawdź w tym miejscu wcięcia, dwukropki i cudzysłowy.")
            % {"reason": reason_of(error)},
        )
    else:
        return check_root(root, shown, report)


def compose(text):
    """Return the nodes of a YAML text. Raises YAMLError or RecursionError.

    libyaml is ten times as fast, and half of all loading. Python's own reader explains mistakes at their place, and takes
    what is nested without end, which would end the process.
    """
    is_tame = (
        yaml.__with_libyaml__ and max(map(text.count, "[{")) < DEEPEST and len(max(text.split("\n"), key=len)) < DEEPEST
    )
    if is_tame:
        with suppress(yaml.YAMLError):
            return yaml.compose(text, Loader=yaml.CBaseLoader)
    return yaml.compose(text, Loader=yaml.BaseLoader)


def size_of(node, known=None):
    """Return how many values a node makes when all that it refers to is repeated. Each takes a letter of the file or two,
    as a key without a value does: only references that refer to references can make more of them."""
    known = {} if known is None else known
    if id(node) not in known:
        parts = node.value if isinstance(node, yaml.SequenceNode) else []
        if isinstance(node, yaml.MappingNode):
            parts = [one for pair in node.value for one in pair]
        known[id(node)] = 1 + sum(size_of(one, known) for one in parts)
    return known[id(node)]


def name_for_author(path):
    """Return the path as seen from the working directory, or in full when it lies elsewhere."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def decode(data, shown, report):
    """Return the text of a file, or None after reporting the line that is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.add(Where(shown, line), _("Plik nie jest zapisany w UTF-8. Zapisz go w edytorze jako UTF-8."))


def reason_of(error):
    """Return what PyYAML says, without the lines of the file that it repeats."""
    if isinstance(error, yaml.MarkedYAMLError):
        return ", ".join(part for part in (error.context, error.problem) if part)
    return getattr(error, "reason", error)


def line_of(error, text):
    """Return the line of a YAML error, counted from 1."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else text.count("\n", 0, getattr(error, "position", 0)) + 1


def check_root(root, shown, report):
    """Return the root if it is a mapping with something in it; report and return None otherwise."""
    if root is None or (isinstance(root, Mapping) and all(is_empty(value) for value in root.entries.values())):
        report.add(Where(shown, 1), _("Plik jest pusty. Wpisz treść według content/README.md albo usuń plik."))
    elif isinstance(root, Mapping):
        return root
    else:
        report.add(root.where, _("Plik nie zaczyna się od klucza. Zacznij go od „office:” albo „services:”."))


def convert(node, where, report):
    """Turn a node of PyYAML, found at `where`, into a Text, a Listing or a Mapping."""
    if isinstance(node, yaml.ScalarNode):
        return Text(where, check_characters(node.value, where, report))
    if isinstance(node, yaml.SequenceNode):
        return Listing(where, [convert(item, line_at(item, where), report) for item in node.value])
    entries = {}
    for key, value in node.value:
        place = line_at(key, where)
        if not isinstance(key, yaml.ScalarNode):
            report.add(place, _("Kluczem ma być jedno słowo. Popraw to, co stoi przed dwukropkiem."))
        elif key.value in entries:
            report.add(
                place,
                _("Klucz „%(key)s” się powtarza: jest już w wierszu %(line)s. Zostaw jeden z nich.")
                % {"key": key.value, "line": entries[key.value].where.line},
            )
        else:
            entries[key.value] = convert(value, place, report)
    return Mapping(where, entries)


def line_at(node, where):
    return Where(where.path, node.start_mark.line + 1)


def check_characters(text, where, report):
    """Return the text without the characters that no database keeps, after reporting them."""
    kept = "".join(character for character in text if character != "\0" and not "\ud800" <= character <= "\udfff")
    if kept != text:
        report.add(where, _("Jest tu znak, którego nie można zapisać (\\0 albo \\ud…). Usuń go."))
    return kept
