"""`serve` starts gunicorn only when nothing would make it fail, and says in words what would."""

import socket
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from offices.models import Office
from ops_site.content import shipped
from ops_site.content.corrections import is_compared
from ops_site.content.loader import load
from ops_site.content.shipped import write_digests
from ops_site.management.commands import serve
from services.models import Service
from tests.ops_site.releases import changed, ship
from tests.ops_site.test_environment import manage

NOT_COLLECTED = SimpleNamespace(read_manifest=lambda: None)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # Each starts processes of its own.


@pytest.fixture
def started(monkeypatch):
    """The commands that `serve` turned into, instead of turning into them."""
    commands = []
    monkeypatch.setattr(serve, "become", commands.append)
    return commands


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def busy_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture(autouse=True)
def static_files(settings, tmp_path):
    """Static files that are collected elsewhere."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def no_release(monkeypatch, tmp_path):
    """No content files to compare the database with: reading the real ones takes a second."""
    monkeypatch.setattr(shipped, "CONTENT", tmp_path / "none")


def refusal(**options):
    """Return the words with which `serve` refuses."""
    with pytest.raises(CommandError) as caught:
        call_command("serve", **options)
    return str(caught.value)


def test_serve_becomes_gunicorn(started, free_port):
    call_command("serve", port=str(free_port))
    [command] = started
    assert command[:3] == [sys.executable, "-m", "gunicorn"]
    assert {f"--bind=127.0.0.1:{free_port}", "--workers=2", "--threads=4", "--no-control-socket"} <= set(command)
    assert command[-1] == "ops_site.wsgi"


def test_serve_says_where_the_site_is(started, free_port, capsys):
    call_command("serve", port=str(free_port))
    assert capsys.readouterr().out == f"The site is on http://127.0.0.1:{free_port} (Ctrl+C stops it).\n"


@pytest.fixture
def upgraded(tmp_path, monkeypatch):
    """A site from before, and the content files of a release that corrects one sheet and adds another."""
    load([ship(tmp_path)])
    write_digests("0.1.0", tmp_path)
    new = {"praca-socjalna": {"summary": "Rozmowa."}, "piec": {"name": "Piec", "summary": "Nowy piec."}}
    ship(tmp_path, changed(services=new))
    monkeypatch.setattr(shipped, "CONTENT", tmp_path)


def test_serve_prepare_says_how_many_corrections_wait_and_applies_none(started, free_port, upgraded, capsys):
    call_command("serve", port=str(free_port), prepare=True)
    said = capsys.readouterr().out
    assert said.startswith("Corrections of the shared content that wait: 2. ")
    assert "make manage DO=update_content" in said
    assert sorted(Service.objects.values_list("summary_pl", flat=True)) == [
        "Pieniądze na jedną rzecz.",
        "Rozmowa i pomoc.",
    ]


def test_serve_prepare_reads_the_content_files_once(started, free_port, upgraded, monkeypatch):
    call_command("serve", port=str(free_port), prepare=True)
    monkeypatch.setattr("ops_site.content.corrections.read_shipped", None)
    call_command("serve", port=str(free_port), prepare=True)
    assert (is_compared(), len(started)) == (True, 2)


def test_serve_without_prepare_compares_nothing(started, free_port, upgraded, capsys):
    call_command("serve", port=str(free_port))
    assert capsys.readouterr().out == f"The site is on http://127.0.0.1:{free_port} (Ctrl+C stops it).\n"
    assert not is_compared()


def test_serve_writes_an_ipv6_address_in_brackets():
    assert "--bind=[::1]:8000" in serve.gunicorn_options("::1", 8000, 2)


def test_serve_busy_port(started, busy_port):
    assert refusal(port=str(busy_port)) == (
        f"Port {busy_port} is busy: another program listens on it. Stop that one, or try PORT={busy_port + 1} make run."
    )
    assert started == []


@pytest.mark.parametrize("word", ["http", "0", "65536", "-1", "8000.5", "²"])
def test_serve_port_that_is_none(started, word):
    assert refusal(port=word) == (
        f"{word!r} is not a port. Write a number from 1 to 65535, for example PORT=8001 make run."
    )


def test_serve_host_that_is_none(started, free_port):
    assert refusal(host="no such host", port=str(free_port)) == (
        "'no such host' is not an address of this machine. Try --host 127.0.0.1."
    )


def test_serve_host_of_another_machine(started, free_port):
    assert refusal(host="192.0.2.1", port=str(free_port)) == (
        f"The site cannot listen on 192.0.2.1, port {free_port}: Cannot assign requested address."
    )


def test_serve_reserved_port():
    trouble = PermissionError(13, "Permission denied")
    assert serve.port_trouble(trouble, "127.0.0.1", 80) == (
        "Port 80 is reserved for the system administrator. Try PORT=8000 make run."
    )


def test_serve_unapplied_migrations(started, free_port, monkeypatch):
    monkeypatch.setattr(serve.MigrationExecutor, "migration_plan", lambda self, targets: [1, 2])
    assert refusal(port=str(free_port)) == (
        "The database is not up to date; migrations to apply: 2. Run: python manage.py migrate"
    )


def test_serve_read_only_database(started, free_port, monkeypatch):
    def refuse(**values):
        raise DatabaseError("attempt to write a readonly database")

    monkeypatch.setattr(serve.Session.objects, "create", refuse)
    assert refusal(port=str(free_port)) == (
        "The database can be read but not written: attempt to write a readonly database. "
        "Check the rights of its user, and whether it is a read-only copy."
    )


def test_serve_leaves_nothing_of_its_attempt_to_write(started, free_port):
    call_command("serve", port=str(free_port))
    assert not serve.Session.objects.exists()


def test_serve_static_files_missing(started, free_port, monkeypatch):
    monkeypatch.setattr(serve, "staticfiles_storage", NOT_COLLECTED)
    assert refusal(port=str(free_port)) == (
        "The static files have not been collected. Run: python manage.py collectstatic --no-input"
    )


def test_serve_prepares_what_is_missing(started, free_port, settings, monkeypatch):
    monkeypatch.setattr(serve, "staticfiles_storage", NOT_COLLECTED)
    call_command("serve", port=str(free_port), prepare=True)
    assert Office.objects.exists()
    assert (settings.STATIC_ROOT / "css" / "tokens.css").is_file()
    assert started


def test_serve_prepare_keeps_the_content_there_is(started, free_port):
    Office.objects.create(name_pl="Ośrodek", short_name_pl="OPS", kind="ops", slug="moj-osrodek", municipality="Miasto")
    call_command("serve", port=str(free_port), prepare=True)
    assert Office.objects.values_list("slug", flat=True).get() == "moj-osrodek"


def test_serve_says_it_without_a_traceback(busy_port, tmp_path):
    answer = manage("serve", "--port", str(busy_port), DATABASE_URL=f"sqlite:///{tmp_path / 'site.sqlite3'}")
    assert answer.returncode == 1
    assert answer.stderr.startswith(f"CommandError: Port {busy_port} is busy")
