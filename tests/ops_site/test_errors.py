"""What is wrong with a request is said on a page that helps, in the language of its address, and never breaks itself."""

import logging
import logging.config
import socket

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse
from gunicorn.config import Config

from ops_site import errors, gunicorn
from ops_site.content_type import kind_of_form, plain
from tests import rules
from tests.walk import Page

MANY = "&".join(f"a{number}=1" for number in range(1001))
# What is wrong; how, where and of which host it is asked; the answer.
WRONG = [
    ("foreign host", "GET", "/", "example.org", 400),
    ("broken host", "GET", "/wolomin/", "-a_b..c:port", 400),
    ("half a host", "GET", "/szukaj/?q=czynsz", "[::1", 400),
    ("broken host and a missing page", "GET", "/nie/ma", "@", 400),
    ("a thousand parameters", "GET", f"/szukaj/?{MANY}", "testserver", 400),
    ("a thousand parameters of a page without any", "GET", f"/?{MANY}", "testserver", 400),
    ("a foreign host with a thousand parameters", "GET", f"/szukaj/?{MANY}", "example.org", 400),
    ("a method for proxies", "CONNECT", "/", "testserver", 405),
    ("a method for tests", "TRACE", "/szukaj/", "testserver", 405),
    ("a method of nobody", "BREW", "/pomoc-natychmiastowa/", "testserver", 405),
    ("a form of nobody", "POST", "/szukaj/", "testserver", 405),
    ("something to store", "PUT", "/wolomin/", "testserver", 405),
    ("something to delete", "DELETE", "/mapa-strony/", "testserver", 405),
    ("a null byte", "GET", "/wolomin%00/", "testserver", 404),
    ("no UTF-8", "GET", "/%ff%fe/", "testserver", 404),
    ("half a letter", "GET", "/wolomin/%C5/", "testserver", 404),
    ("a long address", "GET", f"/{'a' * 30_000}/", "testserver", 404),
    ("a way out", "GET", "/../../etc/passwd", "testserver", 404),
]
# What a request may say of its own type, which Django reads before it can show any page.
TYPES = [
    "text/plain; charset=hex",
    "text/plain; charset=idna",
    "text/plain; charset=unicode_escape",
    "text/plain; charset=utf-8",
    "text/plain; charset*=nonsense''utf-8",
    'multipart/form-data; boundary="a; charset=hex',
]
ODD = ["q=%00", "q=%ff&%ff=%00", "%C5=1", f"q={'%D1%97' * 10_000}"]
OF_ERRORS = (
    rules.is_valid_html,
    rules.ids_are_unique,
    rules.references_resolve,
    rules.speaks_its_language,
    rules.has_landmarks,
    rules.skip_link_comes_first,
    rules.has_a_title,
    rules.headings_are_in_order,
    rules.keeps_no_trace,
    rules.asks_no_one_else,
    rules.says_whom_to_call,
    rules.is_safe,
    rules.is_light,
)


def asked(method, address, host="testserver", **options):
    client = Client(raise_request_exception=False, **options)
    return Page(address, client.generic(method, address, headers={"host": host, "accept-encoding": "br"}))


def faults_of(page, language, status):
    """Return what keeps a person from getting on from the page of an error."""
    home = "/" if language == "pl" else f"/{language}/"
    facts = {
        "status": (page.status, status),
        "language": (page.first("html").get("lang"), language),
        "language of the answer": (page.headers["Content-Language"], language),
        "way home": (home in page.links, True),
        "emergency number": (page.link_words("tel:112"), ["112"]),
        "other languages": (len([one for one in page.all("a") if one.get("hreflang")]), 2),
    }
    wrong = [f"{what}: {found!r} instead of {right!r}" for what, (found, right) in facts.items() if found != right]
    return wrong + [fault for rule in OF_ERRORS for fault in rule(page)]


@pytest.mark.parametrize(("level", "is_kept"), [(logging.WARNING, False), (logging.ERROR, True)])
def test_only_an_error_of_the_site_has_a_traceback_in_the_log(settings, level, is_kept):
    kept = logging.config.DictConfigurator(settings.LOGGING).configure_filter(
        settings.LOGGING["filters"][settings.LOGGING["handlers"]["console"]["filters"][0]]
    )
    record = logging.LogRecord("django.request", level, "", 0, "Bad Request", (), (ValueError, ValueError(), None))
    assert (kept.filter(record), record.exc_info is not None) == (True, is_kept)


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_wrong_request_gets_a_page_that_helps(db, capfd, language):
    prefix = "" if language == "pl" else f"/{language}"
    faults = {}
    for what, method, address, host, status in WRONG:
        if found := faults_of(asked(method, prefix + address, host), language, status):
            faults[what] = found
    assert faults == {}
    assert "Traceback" not in capfd.readouterr().err


def test_odd_question_is_answered(db):
    assert {query: asked("GET", f"/szukaj/?{query}").status for query in ODD} == dict.fromkeys(ODD, 200)


@pytest.mark.parametrize(("query", "status"), [("q=%5Cud800", "200"), (MANY, "400")])
def test_request_of_an_odd_type_is_read_like_any_other(db, monkeypatch, query, status):
    # A server gives its connection back after each request; that of a test has the transaction of the test.
    monkeypatch.setattr(connection, "close_if_unusable_or_obsolete", lambda: None)

    def answer(content_type):
        said = []
        environ = {**Client()._base_environ(QUERY_STRING=query), "PATH_INFO": "/szukaj/", "CONTENT_TYPE": content_type}
        plain(WSGIHandler())(environ, lambda line, _headers: said.append(line[:3])).close()
        return said

    assert {one: answer(one) for one in TYPES} == {one: [status] for one in TYPES}


def test_form_keeps_its_type_and_its_boundary():
    types = ["application/x-www-form-urlencoded; charset=utf-8", "multipart/form-data; charset=hex; boundary=-x-1"]
    assert list(map(kind_of_form, types)) == [
        "application/x-www-form-urlencoded",
        'multipart/form-data; boundary="-x-1"',
    ]


def test_visitor_cannot_say_where_the_site_begins():
    config = Config()
    config.set("forwarder_headers", gunicorn.forwarder_headers)
    assert config.forwarder_headers == []


def test_refusal_says_what_is_allowed(db):
    answers = [Client().put("/wolomin/"), Client(enforce_csrf_checks=True).post("/szukaj/")]
    assert [(answer.status_code, answer["Allow"]) for answer in answers] == [(405, "GET, HEAD")] * 2


def test_form_without_its_token_says_what_to_do(db):
    page = asked("POST", reverse("admin:login"), enforce_csrf_checks=True)
    assert faults_of(page, "pl", 403) == []
    assert page.text.startswith("Formularz stracił ważność")


def test_page_of_a_wrong_request_keeps_its_path_in_other_languages_and_nothing_else(db):
    page = asked("GET", f"/uk/szukaj/?{MANY}")
    assert [one.get("href") for one in page.all("a") if one.get("hreflang")] == ["/szukaj/", "/en/szukaj/"]


# --- While the database is down ------------------------------------------------------------


@pytest.fixture
def down(monkeypatch):
    """The database takes no connection."""

    def refuse():
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "ensure_connection", refuse)


# A visitor who has the cookie of a session is asked for nothing either.
DOWN = [
    ("GET", "/nie/ma/takiej/strony/", "testserver", 404),
    ("GET", "/wolomin/", "example.org", 400),
    ("GET", f"/szukaj/?{MANY}", "testserver", 400),
    ("PUT", "/wolomin/", "testserver", 405),
    ("POST", "/wolomin/kontakt/", "testserver", 405),
    ("GET", "/wolomin/", "testserver", 500),
    ("GET", "/wolomin/sprawy/stary/", "testserver", 500),
    ("GET", "/szukaj/?q=czynsz", "testserver", 500),
]


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_page_of_an_error_helps_while_the_database_is_down(down, settings, language):
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    prefix = "" if language == "pl" else f"/{language}"
    faults = {}
    for method, address, host, status in DOWN:
        answer = client.generic(method, prefix + address, headers={"host": host, "accept-encoding": "br"})
        page = Page(prefix + address, answer)
        if found := faults_of(page, language, status):
            faults[method, address] = found
    assert faults == {}


@pytest.mark.parametrize(("handler", "status"), [(errors.page_not_found, 404), (errors.permission_denied, 403)])
@pytest.mark.parametrize(("language", "prefix"), [("pl", ""), ("en", "/en"), ("uk", "/uk")])
def test_handler_of_an_error_asks_no_database(down, rf, handler, status, language, prefix):
    response = handler(rf.get(f"{prefix}/wolomin/sprawy/stary/"))
    shown = response.status_code, response["Content-Language"], b"tel:112" in response.content
    assert shown == (status, language, True)


def test_readiness_says_that_the_database_is_down(down, client):
    answers = [client.get(address) for address in ("/readyz", "/healthz")]
    assert [(one.status_code, one.content) for one in answers] == [(503, b'{"database": "down"}'), (200, b"ok")]


# --- What never reaches Django -------------------------------------------------------------


def received(status, reason):
    """Return what a visitor gets of a request that the server could not read: (head, body)."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        gunicorn.write_error(ours, status, reason, "<what was wrong>")
        ours.close()
        head, _separator, body = b"".join(iter(lambda: theirs.recv(65536), b"")).decode().partition("\r\n\r\n")
    return head.split("\r\n"), body


def test_unreadable_request_gets_the_same_page(db):
    head, body = received(414, "URI Too Long")
    assert head[0] == "HTTP/1.1 414 URI Too Long"
    assert f"Content-Length: {len(body.encode())}" in head
    assert "Tego adresu nie da się odczytać" in body
    assert "<what was wrong>" not in body


@pytest.mark.parametrize(
    ("message", "is_kept"), [("Invalid request from ip=192.0.2.1: x", False), ("Worker (pid:7) was sent SIGTERM", True)]
)
def test_log_keeps_no_address_of_a_visitor(message, is_kept):
    record = logging.LogRecord("gunicorn.error", logging.WARNING, "", 0, message, (), None)
    assert gunicorn.keep_no_address(record) is is_kept


def test_every_logger_that_tells_nobody_has_a_handler(settings):
    """One without would fall back on Python's handler of last resort, which writes tracebacks to standard error."""
    loggers = settings.LOGGING["loggers"].items()
    assert [name for name, logger in loggers if not logger["propagate"] and not logger["handlers"]] == []
