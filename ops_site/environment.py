"""Typed values from the environment: a bad one stops the start and names itself."""

import re
import warnings

import environ
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import URLValidator

TRUE = {"1", "true", "yes", "on", "tak"}
FALSE = {"0", "false", "no", "off", "nie", ""}

env = environ.Env()


def boolean(name, default):
    """Read a yes/no value. Raises ImproperlyConfigured, naming the variable, on any other word."""
    word = env.str(name, default="yes" if default else "no").strip().lower()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    raise ImproperlyConfigured(f"{name}={word!r} is not a yes/no value. Write {name}=on or {name}=off.")


def number(name, default):
    """Read a whole number that is not negative. Raises ImproperlyConfigured, naming the variable."""
    word = env.str(name, default=str(default)).strip()
    if not word.isdecimal():
        raise ImproperlyConfigured(f"{name}={word!r} is not a whole number. Write, for example, {name}={default}.")
    return int(word)


def choice(name, options, default):
    """Read one of some words. Raises ImproperlyConfigured, naming the variable and the words."""
    word = env.str(name, default=default).strip().upper()
    if word not in options:
        raise ImproperlyConfigured(f"{name}={word!r} is none of: {', '.join(options)}.")
    return word


def line(name, default):
    """Read a text of one line: spaces and line ends within it become one space."""
    return " ".join(env.str(name, default=default).split())


def email(name, default):
    """Read an e-mail address, or nothing. Raises ImproperlyConfigured, naming the variable."""
    found = env.str(name, default=default).strip()
    if found and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", found):
        raise ImproperlyConfigured(
            f"{name}={found!r} is not an e-mail address. Write, for example, {name}=help@example.org."
        )
    return found


def words(name, default):
    """Read a list of words separated by commas."""
    return [word.strip() for word in env.str(name, default=default).split(",") if word.strip()]


def web_address(name, default):
    """Read the address of a page on another site. Raises ImproperlyConfigured, naming the variable."""
    word = env.str(name, default=default).strip()
    try:
        URLValidator(schemes=["https"])(word)
    except ValidationError as error:
        raise ImproperlyConfigured(
            f"{name}={word!r} is not the address of a page. Write, for example, {name}={default}"
        ) from error
    return word


def address(name, read, default):
    """Read a DATABASE_URL or CACHE_URL with django-environ's `read`. Raises ImproperlyConfigured, naming the variable.

    The value itself is not repeated: it may hold a password.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # django-environ only warns of some bad values, and shows them.
            value = read(name, default=default)
        if "." not in value.get("ENGINE", value.get("BACKEND", "")):
            raise ValueError("no such scheme")  # It takes an unknown one for the name of an engine.
    except Exception as error:
        raise ImproperlyConfigured(
            f"{name} cannot be read. Write it like {default} (scheme://user:password@host:port/name)."
        ) from error
    return value
