"""What holds for the source as a whole: which way it imports, how its templates and files are kept."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

ROOT = Path(settings.BASE_DIR)
TEMPLATES = sorted(path for path in ROOT.glob("templates/**/*.html"))
LONGEST_FILE = 400  # lines
LONGEST_LINE = 160  # characters of a template
WRITTEN_BY_HAND = {".py", ".html", ".css", ".js", ".md", ".toml"}
INCLUDE = re.compile(r"""\{%\s*include\s+["']([^"']+)["']""")
# A tag of HTML with its attributes; Django's own tags inside count as text.
TAG = re.compile(r"<[a-zA-Z](?:[^<>{]|\{%.*?%\}|\{\{.*?\}\})*>", re.DOTALL)
# Put together here, so that this file does not find itself.
HOSTS = [".".join(words) for words in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("ghcr", "io"))]
MACHINE_PATHS = [f"/{place}/" for place in ("root", "work", "home", "opt/pypi", "Users")]


def name_of(path):
    return str(path.relative_to(ROOT))


def tracked():
    """Return the files that git keeps; without git or its folder, as in an unpacked archive, skip the test."""
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        pytest.skip("needs git and a clone")
    names = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    return [ROOT / name for name in names.stdout.split("\0") if name and (ROOT / name).is_file()]


def text_of(path):
    """Return the text of a file, or nothing for a picture."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_imports_point_one_way(monkeypatch):
    linter = pytest.importorskip("importlinter.cli", reason="needs the linters, which make newest does not install")
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", [str(ROOT), *sys.path])
    assert linter.lint_imports(no_cache=True) == linter.EXIT_STATUS_SUCCESS


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


def test_no_template_has_an_inline_style_script_or_handler():
    refused = {
        "style": lambda text: re.findall(r"<style\b", text),
        "script": lambda text: re.findall(
            r"<script\b(?![^>]*\bsrc=)(?![^>]*application/ld\+json)[^>]*>|javascript:", text
        ),
        "attribute": lambda text: [tag for tag in TAG.findall(text) if re.search(r"\s(?:style|on[a-z]+)\s*=", tag)],
    }
    found = [(name_of(path), what) for path in TEMPLATES for what, of in refused.items() if of(text_of(path))]
    assert found == []


def test_no_template_asks_another_host():
    """A page fetches nothing from elsewhere, so that nobody else learns who reads it."""
    asks = re.compile(r"""\b(?:src|srcset|action)=["'](?:https?:)?//|<link\b[^>]*href=["'](?:https?:)?//""")
    assert [name_of(path) for path in TEMPLATES if asks.search(text_of(path))] == []


def test_included_templates_name_their_inputs():
    included = {name for path in TEMPLATES for name in INCLUDE.findall(text_of(path))}
    assert len(included) > 10
    nameless = [name for name in sorted(included) if not starts_with_comment(ROOT / "templates" / name)]
    assert nameless == []


def test_components_name_their_inputs():
    components = sorted((ROOT / "templates" / "components").glob("*.html"))
    assert [name_of(path) for path in components if not starts_with_comment(path)] == []


def starts_with_comment(path):
    return bool(re.match(r"\s*(?:\{% load [^%]*%\}\s*)?(?:\{#|\{% comment %\})\s*\S", text_of(path)))


def test_files_are_short():
    long = {
        name_of(path): lines
        for path in tracked()
        if path.suffix in WRITTEN_BY_HAND and "migrations" not in path.parts
        if (lines := len(text_of(path).splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_lines_of_templates_are_short():
    lines = [
        (name_of(path), number, line) for path in TEMPLATES for number, line in enumerate(text_of(path).splitlines(), 1)
    ]
    assert [(name, number) for name, number, line in lines if len(line) > LONGEST_LINE] == []


def test_no_file_names_a_package_registry_or_one_machine():
    texts = {name_of(path): text_of(path) for path in tracked()}
    assert [(name, words) for name, text in texts.items() for words in [*HOSTS, *MACHINE_PATHS] if words in text] == []


def test_makefile_explains_each_of_its_commands():
    """`make` alone prints a line for every command that a person may want."""
    text = text_of(ROOT / "Makefile")
    commands = set(re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)[1].split()) - {"help", "messages"}
    assert commands == set(re.findall(r'@echo "make (\w+)', text))


def test_architecture_page_gives_a_reason_for_every_package():
    page = text_of(ROOT / "docs" / "architecture.md")
    names = [
        re.match(r"[\w-]+", line)[0]
        for path in sorted(ROOT.glob("requirements/*.in"))
        for line in text_of(path).splitlines()
        if line and not line.startswith(("#", "-"))
    ]
    table = page[page.index("## Dependencies") : page.index("## Decisions")]
    assert len(names) > 10
    assert [name for name in names if name not in table] == []


def test_readme_lists_every_environment_variable():
    """A variable that a setting reads is described where people look for it."""
    source = text_of(ROOT / "ops_site" / "settings.py")
    read = set(re.findall(r"""(?:environment\.\w+|env\.\w+)\(\s*["']([A-Z_]+)["']""", source))
    described = set(re.findall(r"^\| `([A-Z_]+)`", text_of(ROOT / "README.md"), re.MULTILINE))
    assert len(read) > 5
    assert read - described == set()
