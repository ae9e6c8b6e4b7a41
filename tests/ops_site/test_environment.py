"""A bad value in the environment stops the start and names itself."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from ops_site import environment


@pytest.mark.parametrize("word", ["1", "true", "YES", " on ", "tak"])
def test_boolean_yes(monkeypatch, word):
    monkeypatch.setenv("HTTPS", word)
    assert environment.boolean("HTTPS", default=False) is True


@pytest.mark.parametrize("word", ["0", "False", "no", "off", "nie", ""])
def test_boolean_no(monkeypatch, word):
    monkeypatch.setenv("HTTPS", word)
    assert environment.boolean("HTTPS", default=True) is False


@pytest.mark.parametrize("default", [True, False])
def test_boolean_default(monkeypatch, default):
    monkeypatch.delenv("HTTPS", raising=False)
    assert environment.boolean("HTTPS", default=default) is default


def test_boolean_bad_names_the_variable(monkeypatch):
    monkeypatch.setenv("HTTPS", "maybe")
    with pytest.raises(ImproperlyConfigured) as caught:
        environment.boolean("HTTPS", default=True)
    assert str(caught.value) == "HTTPS='maybe' is not a yes/no value. Write HTTPS=on or HTTPS=off."


def test_number(monkeypatch):
    monkeypatch.setenv("SIZE", " 12 ")
    assert environment.number("SIZE", default=5) == 12


def test_number_default(monkeypatch):
    monkeypatch.delenv("SIZE", raising=False)
    assert environment.number("SIZE", default=5) == 5


@pytest.mark.parametrize("word", ["many", "-1", "1.5", ""])
def test_number_bad_names_the_variable(monkeypatch, word):
    monkeypatch.setenv("SIZE", word)
    with pytest.raises(ImproperlyConfigured) as caught:
        environment.number("SIZE", default=5)
    assert str(caught.value) == f"SIZE={word!r} is not a whole number. Write, for example, SIZE=5."


def test_words(monkeypatch):
    monkeypatch.setenv("HOSTS", "a.example, b.example,,")
    assert environment.words("HOSTS", default="") == ["a.example", "b.example"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "sesame"),
        ("DATABASE_URL", "mongo://user:sesame@host/site"),
        ("DATABASE_URL", "postgres://user:sesame@host:port/site"),
        ("CACHE_URL", "sesame"),
        ("CACHE_URL", "pigeon://sesame"),
    ],
)
def test_bad_address_names_the_variable_and_keeps_its_password(name, value):
    answer = manage("check", **{name: value})
    assert answer.returncode == 1
    assert answer.stderr.startswith(f"{name} cannot be read. Write it like ")
    assert "sesame" not in answer.stderr
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["DEBUG", "HTTPS", "BEHIND_PROXY"])
def test_bad_setting_stops_the_start_in_one_line(name):
    answer = manage("check", **{name: "maybe"})
    assert answer.returncode == 1
    assert answer.stderr == f"{name}='maybe' is not a yes/no value. Write {name}=on or {name}=off.\n"


def test_missing_secret_key_says_how_to_make_one():
    answer = manage("check", SECRET_KEY="")
    assert answer.returncode == 1
    assert answer.stderr.startswith("SECRET_KEY is missing. Make one with `python3 -c ")
    assert answer.stderr.count("\n") == 1


def test_promise_of_https_is_for_this_host_alone():
    names = [line.partition(" ")[0] for line in manage("diffsettings", HTTPS="on").stdout.splitlines()]
    assert [name for name in names if name.startswith("SECURE_HSTS")] == ["SECURE_HSTS_SECONDS"]


def manage(*arguments, **environ):
    """Run manage.py with these variables instead of the inherited ones."""
    inherited = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CACHE_URL")}
    return subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={**inherited, "SECRET_KEY": "for-tests-only", **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_choice_takes_any_case(monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", "warning")
    assert environment.choice("LOG_LEVEL", ["INFO", "WARNING"], default="INFO") == "WARNING"


def test_choice_names_the_variable_and_the_words(monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", "loud")
    with pytest.raises(ImproperlyConfigured) as caught:
        environment.choice("LOG_LEVEL", ["INFO", "WARNING"], default="INFO")
    assert str(caught.value) == "LOG_LEVEL='LOUD' is none of: INFO, WARNING."
