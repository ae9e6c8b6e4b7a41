"""What the models' own rules accept, every page can show, in good time: whole sites of values that nobody expected."""

import json

import html5lib
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.strategies import WORDS, a_site, build

MOST_QUERIES, MOST_BYTES = 40, 150_000
PATHS = [
    "/", "/pomoc-natychmiastowa/", "/mapa-strony/", "/sitemap.xml", "/a/", "/a/kontakt/", "/a/komunikaty/",
    "/a/sprawy/", "/a/wyjatki.ics", "/a/deklaracja-dostepnosci/", "/a/prywatnosc/", "/a/prosty-jezyk/", "/a/jezyk-migowy/",
]  # fmt: skip
LEADING = ("building", "service", "offering", "own_offering", "situation", "guide")


def faults_of(client, path):
    """Return what is wrong with one page, in words."""
    with CaptureQueriesContext(connection) as queries:
        page = client.get(path)
    size = len(page.getvalue())
    if page.status_code != 200 or len(queries) > MOST_QUERIES or size > MOST_BYTES:
        return [f"{path}: {page.status_code}, {len(queries)} queries, {size} bytes"]
    if "html" in page["Content-Type"]:
        for script in html5lib.parse(page.content.decode(), namespaceHTMLElements=False).iter("script"):
            if script.get("type") == "application/ld+json":
                json.loads(script.text)
    return []


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """Keep the files of a test in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path


def show(client, site, prefix, query):
    with transaction.atomic():
        made = build(site)
        paths = [*PATHS, *(made[name].get_absolute_url() for name in LEADING if name in made)]
        faults = [fault for path in dict.fromkeys(paths) for fault in faults_of(client, _in(prefix, path))]
        faults += faults_of(client, f"{prefix}/szukaj/?q={query}")
        transaction.set_rollback(True)
    assert faults == []


def _in(prefix, path):
    return path if path == "/sitemap.xml" else prefix + path


SITES = {"site": a_site(), "prefix": st.sampled_from(["", "/en", "/uk"]), "query": st.sampled_from(WORDS)}
any_site = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "database": None,
    "derandomize": True,
    "phases": [Phase.generate],
}


@pytest.mark.django_db
@settings(max_examples=2, **any_site)
@given(**SITES)
def test_page_shows_whatever_the_rules_accept(client, site, prefix, query):
    show(client, site, prefix, query)


@pytest.mark.slow
@pytest.mark.django_db
@settings(max_examples=40, **any_site)
@given(**SITES)
def test_every_page_shows_whatever_the_rules_accept(client, site, prefix, query):
    show(client, site, prefix, query)
