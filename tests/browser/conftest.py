"""One Chromium and one server with the real content, for all browser tests.

The server needs rows that are really there, so each file of tests puts the content in and takes it out again.
"""

import os
import shutil
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from ops_site.static_files import SHEETS, as_served
from tests.conftest import TUESDAY_AT_TEN, store

FLAGS = "--no-sandbox --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
NAMES = ("chromium", "chromium-browser", "google-chrome")
SITE_SHEET = as_served(SHEETS.joinpath("site.css").read_bytes())
PHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(os.path.dirname(__file__)):
            item.add_marker("browser")


def find_chromium():
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def chromium():
    path = find_chromium()
    if not path:
        cure = "No Chromium: install it (apt-get install chromium) or give its path in CHROMIUM."
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(cure, pytrace=False)
        pytest.skip(cure)
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop sleeps in this thread.
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served(chromium, content_records, django_db_blocker):
    """The address of the site with the real content, on a Tuesday at ten."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: TUESDAY_AT_TEN)
        store(content_records)
        server = LiveServer("localhost")
        connection.inc_thread_sharing()  # The server's threads close theirs a moment after it stops.
        yield server.url
        server.stop()
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture
def open_window(chromium, served):
    """Return a function that opens a window: `with open_window(PHONE) as page: page.goto("/")`."""

    @contextmanager
    def open_(size=DESK, **options):
        context = chromium.new_context(base_url=served, viewport=size, reduced_motion="reduce", **options)
        # The browser's clock stands where the server's does: a page whose time has passed says so (static/js/page.js).
        context.clock.set_fixed_time(TUESDAY_AT_TEN)
        # The sheet of every page in one piece, as collecting writes it: axe cannot follow the lines that import.
        context.route("**/css/site.css", lambda route: route.fulfill(body=SITE_SHEET, content_type="text/css"))
        page = context.new_page()
        said = listen(page)
        yield page
        context.close()
        assert said == []

    return open_


def given_up(request):
    """Tell whether our own script no longer wanted the answer: a newer question has been asked."""
    return request.failure == "net::ERR_ABORTED"


def listen(page):
    """Return a list that fills with whatever the browser complains about: console, CSP, failed or foreign requests."""
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("warning", "error") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(f"failed: {request.url}") if not given_up(request) else None)
    page.on("request", lambda request: said.append(request.url) if "//localhost:" not in request.url else None)
    return said
