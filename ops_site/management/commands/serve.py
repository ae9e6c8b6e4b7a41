"""Serve the site with gunicorn, once everything that would make it fail has been looked at."""

import errno
import os
import socket
import sys

from django.conf import settings
from django.contrib.sessions.models import Session
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from ops_site.content import corrections
from ops_site.content.errors import ContentError
from ops_site.content.loader import has_content


class Command(BaseCommand):
    help = "Serves the site with gunicorn. First it checks the port, the database, the migrations and the static files."

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on; 0.0.0.0 for all of them")
        parser.add_argument("--port", default="8000", help="the port to listen on")
        parser.add_argument("--workers", default=2, type=int, help="how many processes answer")
        parser.add_argument(
            "--prepare",
            action="store_true",
            help="apply migrations, load the content files into an empty database, and collect static files if missing",
        )

    def get_check_kwargs(self, options):
        return {**super().get_check_kwargs(options), "databases": ["default"]}

    def handle(self, *, host, port, workers, prepare, **options):
        port = port_number(port)
        check_port(host, port)
        check_migrations(prepare)
        if prepare and not has_content():
            call_command("load_content", stdout=self.stdout, stderr=self.stderr)
        check_writing()
        if prepare:
            self.tell_what_waits()
        check_static_files(prepare)
        self.stdout.write(f"The site is on http://{host}:{port} (Ctrl+C stops it).")
        self.stdout.flush()
        become([sys.executable, "-m", "gunicorn", *gunicorn_options(host, port, workers), "ops_site.wsgi"])

    def tell_what_waits(self):
        """Compare the shared content with this release, once after an upgrade, and say what waits; change no content."""
        try:
            corrections.compare()
        except ContentError as error:
            self.stderr.write(f"The content files of this release cannot be compared with the database:\n{error}")
        if count := corrections.waiting_count():
            self.stdout.write(
                f"Corrections of the shared content that wait: {count}. "
                "To see them: make manage DO='update_content --dry-run'. To apply those that nobody here has changed: "
                "make manage DO=update_content. Administrators decide about the others on the staff pages, /admin/poprawki/."
            )


def become(command):
    """Turn this process into another program, which then gets the signals itself."""
    connections.close_all()
    os.execv(command[0], command)  # noqa: S606 (no shell: the command is a list)


def gunicorn_options(host, port, workers):
    return [
        f"--bind={f'[{host}]' if ':' in host else host}:{port}",
        f"--chdir={settings.BASE_DIR}",
        "--config=python:ops_site.gunicorn",
        "--worker-class=gthread",
        f"--workers={workers}",
        "--threads=4",
        "--preload",  # The workers share the memory of the loaded site.
        "--max-requests=20000",
        "--max-requests-jitter=2000",
        "--no-control-socket",
        "--log-level=warning",  # No access log: nothing about visitors is kept.
    ]


def port_number(word):
    """Return the port as a number. Raises CommandError when it is none."""
    if not (word.isascii() and word.isdecimal() and 0 < int(word) < 65536):
        raise CommandError(f"{word!r} is not a port. Write a number from 1 to 65535, for example PORT=8001 make run.")
    return int(word)


def check_port(host, port):
    """Raise CommandError when gunicorn could not listen there."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as trouble:
        raise CommandError(f"{host!r} is not an address of this machine. Try --host 127.0.0.1.") from trouble
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as trouble:
            raise CommandError(port_trouble(trouble, host, port)) from trouble


def port_trouble(trouble, host, port):
    if trouble.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8000
        return f"Port {port} is busy: another program listens on it. Stop that one, or try PORT={other} make run."
    if trouble.errno == errno.EACCES:
        return f"Port {port} is reserved for the system administrator. Try PORT=8000 make run."
    return f"The site cannot listen on {host}, port {port}: {trouble.strerror}."


def check_migrations(prepare):
    """Bring the tables up to date, or raise CommandError when they are not."""
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending and prepare:
        call_command("migrate", verbosity=0)
    elif pending:
        raise CommandError(
            f"The database is not up to date; migrations to apply: {len(pending)}. Run: python manage.py migrate"
        )


def check_writing():
    """Write a row and take it back. Raises CommandError when the database refuses."""
    try:
        with transaction.atomic():
            Session.objects.create(session_key="serve-write-check", expire_date=timezone.now())
            transaction.set_rollback(True)
    except DatabaseError as trouble:
        raise CommandError(
            f"The database can be read but not written: {' '.join(str(trouble).split())}. "
            "Check the rights of its user, and whether it is a read-only copy."
        ) from trouble


def check_static_files(prepare):
    """Collect the static files, or raise CommandError when they are missing."""
    if not hasattr(staticfiles_storage, "read_manifest") or staticfiles_storage.read_manifest() is not None:
        return
    if not prepare:
        raise CommandError("The static files have not been collected. Run: python manage.py collectstatic --no-input")
    call_command("collectstatic", interactive=False, verbosity=0)
