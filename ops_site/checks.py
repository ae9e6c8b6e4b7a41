"""Start-up checks of this installation; each message names the cure."""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import Error as DatabaseTrouble
from django.db import connections

MOVE_IT = (
    "Give this user the right to write there, or choose another file: DATABASE_URL=sqlite:////path/to/site.sqlite3"
)


@register(Tags.database)
def check_databases(app_configs=None, databases=None, **kwargs):
    """Say in words what would otherwise be a traceback: a database that cannot be reached or written."""
    return [error for alias in databases or () for error in _problems(connections[alias])]


def _problems(connection):
    if connection.vendor == "sqlite" and not connection.is_in_memory_db():
        problems = _file_problems(Path(connection.settings_dict["NAME"]))
        if problems:
            return problems
    try:
        connection.ensure_connection()
    except DatabaseTrouble as trouble:
        return [_unreachable(connection, trouble)]
    return []


def _file_problems(path):
    """Return what keeps SQLite from writing to this file, or to its folder, where it keeps its journal."""
    folder = path.parent
    try:
        if folder == settings.VAR_DIR:
            folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except FileNotFoundError:
        if folder.is_dir():
            return [_unwritable(f"The database folder {folder} cannot be written to.")]
        return [
            Error(f"The database folder {folder} does not exist.", f"Make it: mkdir -p {folder}", id="ops_site.E001")
        ]
    except OSError as trouble:
        return [_unwritable(f"The database folder {folder} cannot be written to: {trouble.strerror}.")]
    if path.is_dir():
        return [_unwritable(f"The database file {path} is a folder.")]
    if path.exists() and not os.access(path, os.W_OK):
        return [_unwritable(f"The database file {path} cannot be written to.")]
    return []


def _unwritable(message):
    return Error(message, MOVE_IT, id="ops_site.E002")


def _unreachable(connection, trouble):
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return Error(
            f"The database file {name} cannot be opened: {trouble}.",
            "If it is no SQLite file, move it away; if it is damaged, put a backup in its place.",
            id="ops_site.E003",
        )
    return Error(
        f"The database {name} does not answer: {' '.join(str(trouble).split())}",
        "Start the database server, or correct DATABASE_URL.",
        id="ops_site.E004",
    )
