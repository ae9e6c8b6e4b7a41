"""A database that cannot be used is named in words, with the cure.

Nothing here counts on the rights of files: root may write to all of them.
"""

import sqlite3

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.utils import OperationalError

from ops_site import checks
from tests.ops_site.test_environment import manage

pytestmark = pytest.mark.django_db

OPTIONS = {"init_command": "PRAGMA journal_mode=WAL;"}
GIVE_RIGHTS = (
    "Give this user the right to write there, or choose another file: DATABASE_URL=sqlite:////path/to/site.sqlite3"
)


@pytest.fixture
def problems(monkeypatch):
    """Return [(id, message, hint), …] for a path of an SQLite file."""

    def check(path):
        wrapper = DatabaseWrapper({**connection.settings_dict, "NAME": str(path), "OPTIONS": OPTIONS})
        monkeypatch.setattr(checks, "connections", {"default": wrapper})
        try:
            return [(one.id, one.msg, one.hint) for one in checks.check_databases(databases=["default"])]
        finally:
            wrapper.close()

    return check


def test_no_database_is_looked_at_unless_asked():
    assert checks.check_databases() == []


def test_database_in_memory_is_fine(problems):
    assert problems(":memory:") == []


def test_new_file_in_a_folder_is_fine(problems, tmp_path):
    assert problems(tmp_path / "site.sqlite3") == []


def test_folder_of_the_default_file_is_made(problems, settings, tmp_path):
    settings.VAR_DIR = tmp_path / "deep" / "var"
    assert problems(settings.VAR_DIR / "site.sqlite3") == []
    assert settings.VAR_DIR.is_dir()


def test_missing_folder(problems, tmp_path):
    folder = tmp_path / "gone"
    assert problems(folder / "site.sqlite3") == [
        ("ops_site.E001", f"The database folder {folder} does not exist.", f"Make it: mkdir -p {folder}")
    ]


def test_folder_that_is_a_file(problems, tmp_path):
    folder = tmp_path / "var"
    folder.write_text("")
    message = f"The database folder {folder} cannot be written to: Not a directory."
    assert problems(folder / "site.sqlite3") == [("ops_site.E002", message, GIVE_RIGHTS)]


def test_default_folder_that_is_a_file(problems, settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    settings.VAR_DIR.write_text("")
    message = f"The database folder {settings.VAR_DIR} cannot be written to: File exists."
    assert problems(settings.VAR_DIR / "site.sqlite3") == [("ops_site.E002", message, GIVE_RIGHTS)]


def test_folder_that_nobody_may_write(problems):
    assert problems("/proc/site.sqlite3") == [
        ("ops_site.E002", "The database folder /proc cannot be written to.", GIVE_RIGHTS)
    ]


def test_file_that_is_a_folder(problems, tmp_path):
    message = f"The database file {tmp_path} is a folder."
    assert problems(tmp_path) == [("ops_site.E002", message, GIVE_RIGHTS)]


def test_file_that_this_user_may_not_write(problems, tmp_path, monkeypatch):
    path = tmp_path / "site.sqlite3"
    sqlite3.connect(path).close()
    monkeypatch.setattr(checks.os, "access", lambda path, mode: False)
    message = f"The database file {path} cannot be written to."
    assert problems(path) == [("ops_site.E002", message, GIVE_RIGHTS)]


def test_file_that_is_no_database(problems, tmp_path):
    path = tmp_path / "site.sqlite3"
    path.write_text("A letter, not a database. " * 100)
    [problem] = problems(path)
    assert problem[:2] == ("ops_site.E003", f"The database file {path} cannot be opened: file is not a database.")


def test_server_that_does_not_answer(monkeypatch):
    class Server:
        vendor = "postgresql"
        settings_dict = {"NAME": "ops"}

        def ensure_connection(self):
            raise OperationalError("connection refused\n\tIs the server running?\n")

    monkeypatch.setattr(checks, "connections", {"default": Server()})
    problem = checks.check_databases(databases=["default"])[0]
    assert (problem.id, problem.msg, problem.hint) == (
        "ops_site.E004",
        "The database ops does not answer: connection refused Is the server running?",
        "Start the database server, or correct DATABASE_URL.",
    )


@pytest.mark.parametrize("command", [["migrate"], ["serve", "--port", "0"]])
def test_commands_say_it_without_a_traceback(tmp_path, command):
    path = tmp_path / "gone" / "site.sqlite3"
    answer = manage(*command, DATABASE_URL=f"sqlite:///{path}")
    assert answer.returncode == 1
    assert f"(ops_site.E001) The database folder {path.parent} does not exist." in answer.stderr
    assert "Traceback" not in answer.stderr
