"""Whatever stands in a content file is refused with its file and line, or every page shows it."""

import re
from pathlib import Path
from zlib import crc32

import pytest
import yaml
from django.db import transaction

from offices.models import Building, Office
from ops_site.content.errors import ContentError
from ops_site.content.loader import load
from services.models import LifeSituation, Offering, Service
from tests.ops_site.content_samples import OFFICE, SHARED
from tests.test_any_content import faults_of

pytestmark = pytest.mark.django_db

SAMPLES = {"content/wolomin.yaml": OFFICE, "content/wspolne.yaml": SHARED}
# As it would be written: within quotation marks what YAML reads as a character, without what it reads as another kind.
NONSENSE = [
    *('"\\uD800"', '"a\\0b"', '"\\a\\e[0m\\x7f"', '"\\u202Eolleh\\uFFFE\\U0001F9BD"', '"\\N\\L\\P\\_"', '"a\\r\\nb"'),
    *("2026-02-31", "0001-01-01", "9999-12-31", "2026-01-01T00:00:00+25:00", "24:00", "12:60", "1:30:00", "02-30"),
    *("9" * 5000, "9" * 30, "-1", "1e400", ".nan", "-.inf", "0x7f", "1_000", "1:30", "٣", "²", "+0"),
    *("~", "null", "yes", "''", '" "', "[]", "{}", "[[a]]", "{a: b}", "{pl: {pl: a}}", "{pl: [a], en: ''}"),
    *("&x y", "*x", "!!python/name:os.system x", "!!binary AAAA", "!!int x", "!!set {a}", "<<", "|2", "? a", "- a"),
    *(
        "%x",
        "@x",
        "`x",
        "# a",
        "a: b",
        "a\tb",
        "<script>",
        '"<script>{{ x }} %(a)s %"',
        f'"{"ż" * 70_000}"',
        "http://[",
    ),
]
PROBLEM = re.compile(r"content/w\w+\.yaml:[1-9]\d*: .+", re.DOTALL)
PATHS = ["/", "/pomoc-natychmiastowa/", "/sitemap.xml", "/szukaj/?q=zasilek"]
OF_AN_OFFICE = ["", "kontakt/", "komunikaty/", "sprawy/", "wyjatki.ics", "deklaracja-dostepnosci/", "prywatnosc/"]


@pytest.fixture(autouse=True)
def in_a_directory_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()


def scalars(node):
    """Yield (first, last) of every key and value in a YAML text."""
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, node.end_mark.index
    else:
        parts = node.value if isinstance(node, yaml.SequenceNode) else [one for pair in node.value for one in pair]
        for one in parts:
            yield from scalars(one)


def changed(name):
    """Yield a sample file with one of its words turned into nonsense, and that nonsense."""
    text = SAMPLES[name]
    for first, last in scalars(yaml.compose(text, Loader=yaml.BaseLoader)):
        nonsense = NONSENSE[crc32(f"{name} {first}".encode()) % len(NONSENSE)]
        yield text[:first] + nonsense + text[last:], f"{text[:first].splitlines()[-1:]} {nonsense[:30]}"


def faults(client, name, text):
    """Return what is wrong when the samples are loaded with this text for one of them."""
    for path, one in (SAMPLES | {name: text}).items():
        Path(path).write_text(one, encoding="utf-8")
    with transaction.atomic():
        try:
            load(list(SAMPLES))
            Office.objects.update(is_published=True)
        except ContentError as error:
            found = [str(one) for one in error.problems if not PROBLEM.fullmatch(str(one))]
        else:
            found = [fault for path in pages() for fault in faults_of(client, path)]
        transaction.set_rollback(True)
    return found


def pages():
    """Return the addresses of what was loaded."""
    office = Office.objects.get().get_absolute_url()
    kinds = (Building, Offering, LifeSituation, Service)
    return [
        *PATHS,
        *(office + one for one in OF_AN_OFFICE),
        *(one.get_absolute_url() for kind in kinds for one in kind.objects.all()),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_nonsense_in_a_content_file_is_refused_by_line_or_shown(client, name):
    found = {what: wrong for text, what in changed(name) if (wrong := faults(client, name, text))}
    assert found == {}
