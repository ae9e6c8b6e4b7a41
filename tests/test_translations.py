"""The words of public pages in English and Ukrainian: all there, all filled in alike, and used."""

import ast
import re

import html5lib
import pytest
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import override
from django.utils.translation.template import templatize

from offices.models import AccessibilityFact, HelpLine
from offices.models.hours import Mode, Weekday
from services.models import Handling

ROOT = settings.BASE_DIR
LANGUAGES = ["en", "uk"]
NOT_FOUND = {"en": "There is no such page", "uk": "Такої сторінки немає"}

MODULES = [
    "offices/help_lines.py",
    "offices/pictures.py",
    "offices/templatetags/text.py",
    "offices/views.py",
    "offices/wording.py",
    "ops_site/views.py",
    "services/matters.py",
    "services/views.py",
    "services/wording.py",
]
TEMPLATES = [path for path in sorted((ROOT / "templates").rglob("*.html")) if "admin" not in path.parts]
CHOICES = [AccessibilityFact.Answer, AccessibilityFact.Feature, Handling, HelpLine.Topic, Mode, Weekday]

KEYWORDS = {**dict.fromkeys(["_", "gettext", "gettext_noop"]), "ngettext": (1, 2)}
# What templatize() makes of {% translate %} and {% blocktranslate %}.
CALL = re.compile(r"""\b(?:_|gettext)\(u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def words_of_modules():
    for name in MODULES:
        with (ROOT / name).open("rb") as file:
            yield from (message for _line, message, *_ in extract("python", file, KEYWORDS))


def words_of_templates():
    for path in TEMPLATES:
        for literal in CALL.findall(templatize(path.read_text())):
            yield ast.literal_eval(literal)


def words_of_choices():
    with override("pl"):
        return [str(label) for choices in CHOICES for label in choices.labels]


PUBLIC_WORDS = {"modules": words_of_modules, "templates": words_of_templates, "choices": words_of_choices}


@pytest.fixture(scope="module")
def catalogues():
    """The catalogue of each language, as it is in locale/."""
    found = {}
    for language in LANGUAGES:
        with (ROOT / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
            found[language] = read_po(file, locale=language, abort_invalid=True)
    return found


@pytest.fixture
def compiled(catalogues, tmp_path, settings):
    """Serve with these catalogues: the compiled ones in locale/ may be old, or missing."""
    for language, catalogue in catalogues.items():
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        with (folder / "django.mo").open("wb") as file:
            write_mo(file, catalogue)
    settings.LOCALE_PATHS = [tmp_path]


def texts(value):
    """Return the forms of a message or of its translation: one, or one for each plural."""
    return [value] if isinstance(value, str) else list(value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_has_no_fuzzy_entry(catalogues, language):
    assert [message.id for message in catalogues[language] if message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("source", PUBLIC_WORDS)
def test_public_words_are_translated(catalogues, source, language):
    words = set(PUBLIC_WORDS[source]())
    catalogue = catalogues[language]
    assert words
    missing = [word for word in words if word not in catalogue or not all(texts(catalogue[word].string))]
    assert sorted(missing, key=texts) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translation_keeps_the_placeholders(catalogues, language):
    changed = [
        (original, translated)
        for message in catalogues[language]
        if message.id
        for original in texts(message.id)[:1]
        for translated in texts(message.string)
        if translated and sorted(PLACEHOLDER.findall(original)) != sorted(PLACEHOLDER.findall(translated))
    ]
    assert changed == []


@pytest.mark.usefixtures("compiled", "db")
@pytest.mark.parametrize("language", LANGUAGES)
def test_missing_page_speaks_the_language_of_its_address(client, language):
    response = client.get(f"/{language}/nie-ma/")
    page = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    found = (response.status_code, page.get("lang"), page.findtext(".//h1"))
    assert found == (404, language, NOT_FOUND[language])


def test_languages_of_the_site_have_a_catalogue():
    others = sorted(code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)
    assert others == LANGUAGES
