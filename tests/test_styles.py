"""Style sheets: a page links those that hold the classes it may write, and the others cost it nothing."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from rcssmin import cssmin

from ops_site.static_files import StaticFiles

TEMPLATES = settings.BASE_DIR / "templates"
SHEETS = settings.BASE_DIR / "static" / "css"
PAGES = ["404.html", *(f"pages/{one.name}" for one in sorted(TEMPLATES.glob("pages/[!_]*.html")))]
USED = re.compile(r"{%\s*(?:include|extends)\s+\"([^\"]+)\"")
TAGS = re.compile(r"{[{%].*?[%}]}")


def whole(name, known):
    """Add to `known` {name: text} of a template and of all that it includes or extends."""
    if name not in known:
        known[name] = (TEMPLATES / name).read_text(encoding="utf-8")
        for other in USED.findall(known[name]):
            whole(other, known)
    return known


def classes_styled():
    """Return {class: names of the style sheets that speak of it}."""
    found = {}
    for path in SHEETS.glob("*.css"):
        if path.stem not in ("admin", "print"):
            selectors = re.sub(r"/\*.*?\*/|{[^{}]*}", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            for name in re.findall(r"\.([a-z][\w-]*)", selectors):
                found.setdefault(name, set()).add(path.stem)
    return found


def test_page_links_the_sheets_of_the_classes_it_writes():
    styled = classes_styled()
    missing = {}
    for page in PAGES:
        texts = whole(page, {})
        linked = {sheet for text in texts.values() for sheet in re.findall(r"css/(\w+)\.css", text)}
        linked |= {
            sheet for one in linked for sheet in re.findall(r'@import "(\w+)', (SHEETS / f"{one}.css").read_text())
        }
        for text in texts.values():
            for value in re.findall(r'class="([^"]*)"', TAGS.sub(" ", text)):
                for name in value.split():
                    if name in styled and not styled[name] & linked:
                        missing.setdefault(page, set()).add(name)
    assert missing == {}


def test_letters_have_four_sizes():
    """Notes, text, titles of parts, the title of the page; paper and the staff pages have their own."""
    sizes = set()
    for path in SHEETS.glob("*.css"):
        if path.stem not in ("admin", "print"):
            text = re.sub(r"@media print.*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            sizes |= set(re.findall(r"font-size: ([^;}]+)", text)) | set(re.findall(r"font: \d+ ([^/ ;]+)", text))
    assert sizes == {"var(--t-s)", "var(--t-m)", "var(--t-l)", "var(--t-xl)"}


def test_served_sheet_has_no_comments_and_the_same_rules(tmp_path):
    storage = StaticFiles(location=tmp_path)
    storage.save("css/one.css", ContentFile(b"/* Why. */\n.a > .b { color: red; }\n\n.c { margin: 0 auto; }\n"))
    assert Path(tmp_path, "css/one.css").read_text() == ".a>.b{color:red}.c{margin:0 auto}"


@pytest.mark.parametrize("line", ['@import "letters.css";', '@import url("letters.0123456789ab.css");'])
def test_served_sheet_has_the_one_that_it_imports_in_it(tmp_path, line):
    """Also in the copy with a digest in its name, where Django has rewritten the line."""
    storage = StaticFiles(location=tmp_path)
    storage.save("css/all.css", ContentFile(line.encode()))
    assert Path(tmp_path, "css/all.css").read_text() == cssmin((SHEETS / "letters.css").read_text())


def test_files_of_others_are_served_as_they_are(tmp_path):
    storage = StaticFiles(location=tmp_path)
    storage.save("admin/css/base.css", ContentFile(b"/* Why. */ .a { color: red }"))
    assert Path(tmp_path, "admin/css/base.css").read_text() == "/* Why. */ .a { color: red }"
