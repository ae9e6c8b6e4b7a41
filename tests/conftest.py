"""What tests of the whole site share: the real content, the walked site, and a clock that stands still."""

import datetime as dt
import io
from collections import Counter
from zoneinfo import ZoneInfo

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.core.signals import request_finished
from django.db import connection, transaction
from django.db.models import QuerySet
from django.test import override_settings
from django.test.utils import setup_databases, teardown_databases
from django.utils import timezone

from search import catalogue
from tests.walk import walk

# An ordinary Tuesday: Wołomin is open until 16:00, Solec Kujawski has not said.
TUESDAY_AT_TEN = dt.datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Europe/Warsaw"))


# The files whose tests look at the walked site (the fixture `site`).
WALKED = {
    f"tests/test_{name}.py"
    for name in ("danger", "every_page", "facts", "first_minute", "first_page", "languages", "sheets")
}


# What takes longest although it has few tests: begun last, it would leave the other cores idle at the end.
LONGEST = ("site", "tests/browser/")


def scope_of(nodeid):
    """What stays on one core: a file, since its tests share what the first of them prepared, or all that look at the
    walked site, which is walked but once then."""
    file = nodeid.partition("::")[0]
    return "site" if file in WALKED else file


def pytest_collection_modifyitems(items):
    """Put what takes longest first, then the files with the most tests."""
    sizes = Counter(scope_of(item.nodeid) for item in items)

    def place(item):
        scope = scope_of(item.nodeid)
        return not scope.startswith(LONGEST), scope != "site", -sizes[scope]

    items.sort(key=place)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Hand out the scopes of `scope_of` in the order in which they were collected."""
    from xdist.scheduler import LoadScopeScheduling

    class ByScope(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return scope_of(nodeid)

    config.option.loadscopereorder = False
    return ByScope(config, log)


def pytest_terminal_summary(terminalreporter):
    """Print what the walks of tests/browser/test_journeys.py cost."""
    reports = terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", [])
    walks = [(one.nodeid.partition("::test_")[2], value) for one in reports for _name, value in one.user_properties]
    if walks:
        terminalreporter.section("errands at 390 px: taps, screens read, screens scrolled")
    for name, (taps, read, scrolled) in sorted(walks, key=lambda walk: (int(walk[0].partition("_")[0]), walk)):
        terminalreporter.write_line(f"{taps:2} {read:5.1f} {scrolled:5.1f}  {name}")


@pytest.fixture(scope="session", autouse=True)
def plain_serving():
    """Serve without HTTPS and straight from static/: nothing has to be collected first."""
    static = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(
        SECURE_SSL_REDIRECT=False, WHITENOISE_AUTOREFRESH=True, STORAGES={**settings.STORAGES, **static}
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_written_behind():
    """Write nothing of what was looked for in vain when an answer has been sent: it would count as the page's queries."""
    request_finished.disconnect(dispatch_uid="unanswered queries")


@pytest.fixture(scope="session", autouse=True)
def search_read_at_once():
    """Let no thread read the catalogue of the search: it would not see the transaction of a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "in_background", lambda work: work())
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_modify_db_settings, django_db_blocker):
    """Make the test database for whoever asks.

    pytest-django's own makes it only when some collected test carries the `django_db` mark. The tests of the walked
    site and of the browser carry none, and run alone they would write into the real database.
    """
    with django_db_blocker.unblock():
        # On SQLite the tables come straight from the models. The migrations make the same ones (tests/test_migrations.py),
        # but 13 seconds later. On PostgreSQL the migrations make them.
        straight = connection.vendor == "sqlite"
        connection.settings_dict["TEST"]["MIGRATE"] = not straight
        made = setup_databases(verbosity=0, interactive=False)
        if straight:
            call_command("migrate", fake=True, verbosity=0)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def content_records(django_db_setup, django_db_blocker):
    """The records of content/, read from the files once."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_content", stdout=io.StringIO())
        models = [
            apps.get_app_config(label).get_models(include_auto_created=True)
            for label in ("offices", "services", "search")
        ]
        records = {model: list(QuerySet(model)) for of_app in models for model in of_app}
        transaction.set_rollback(True)
    return records


@pytest.fixture
def content(db, content_records):
    """Ask for this fixture to have both centres in the database; without it the database is empty."""
    store(content_records)


@pytest.fixture(scope="module")
def stored_content(content_records, django_db_blocker):
    """Both centres in the database for all tests of a file, each of which undoes what it changes."""
    with django_db_blocker.unblock(), transaction.atomic():
        store(content_records)
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def site(content_records, django_db_blocker):
    """Every page that a visitor can reach, as {address: tests.walk.Page}, on an ordinary Tuesday at ten."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: TUESDAY_AT_TEN)
        store(content_records)
        pages = walk()
        transaction.set_rollback(True)
    return pages


@pytest.fixture
def at(monkeypatch):
    """Stop the clock: `at(2026, 11, 24, 10)` is that moment in Warsaw."""

    def stop(*moment):
        monkeypatch.setattr(timezone, "now", lambda: dt.datetime(*moment, tzinfo=ZoneInfo("Europe/Warsaw")))

    return stop


@pytest.fixture(scope="module")
def catalogues_of_today(tmp_path_factory):
    """Serve with the catalogues of locale/: the compiled ones beside them may be old, or missing."""
    made = tmp_path_factory.mktemp("locale")
    for source in (settings.BASE_DIR / "locale").glob("*/LC_MESSAGES/django.po"):
        language = source.parts[-3]
        folder = made / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        with source.open("rb") as file, (folder / "django.mo").open("wb") as target:
            write_mo(target, read_po(file, locale=language))
    with override_settings(LOCALE_PATHS=[made]):
        yield


def store(records):
    """Put records into an empty database as they are: far faster than reading the files again."""
    with transaction.atomic(), connection.cursor() as cursor:
        for model, rows in records.items():
            QuerySet(model).bulk_create(rows)
        for sql in connection.ops.sequence_reset_sql(no_style(), list(records)):
            cursor.execute(sql)
