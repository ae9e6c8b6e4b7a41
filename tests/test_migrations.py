"""The migrations make what the models say: most tests take the tables straight from the models (tests/conftest.py)."""

import os
import re
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

# Commas that part the columns and the rules of a table: those inside a rule are followed by a closing bracket.
BETWEEN_PARTS = re.compile(r", (?=\"|CONSTRAINT |UNIQUE |CHECK )")


def schema(cursor):
    """Return {name: what a table or an index consists of}; the order of columns is nobody's business."""
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    return {
        name: sorted(BETWEEN_PARTS.split(sql.partition("(")[2].rpartition(")")[0])) for name, sql in cursor.fetchall()
    }


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="on PostgreSQL the tests have the tables of the migrations")
def test_migrations_make_the_tables_of_the_models(tmp_path):
    environ = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'migrated.sqlite3'}"}
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(command, cwd=settings.BASE_DIR, env=environ, check=True)  # noqa: S603
    migrated = sqlite3.connect(tmp_path / "migrated.sqlite3")
    with connection.cursor() as cursor:
        assert schema(cursor) == schema(migrated.cursor())
    migrated.close()
