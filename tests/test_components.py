"""Every component shows itself, at its worst too: the gallery is held to the rules of every page."""

import re

import pytest

from ops_site.components import DIRECTORY, gallery

COMPONENTS = sorted(path.stem for path in DIRECTORY.glob("*.html"))


@pytest.fixture(scope="module")
def examples():
    return gallery()


def test_every_component_has_examples(examples):
    """To mend it: write templates/components/<name>.yaml, a title for each example, then its inputs."""
    assert [name for name in COMPONENTS if name not in examples] == []


def test_every_component_names_its_inputs():
    inputs = re.compile(r"{% comment %}\n.+\b(Needs|May have)\b.*?{% endcomment %}", re.DOTALL)
    sources = {name: (DIRECTORY / f"{name}.html").read_text(encoding="utf-8") for name in COMPONENTS}
    assert [name for name, source in sources.items() if not inputs.match(source)] == []


def test_every_component_escapes_what_it_is_given(examples):
    written = {name: "".join(example.html for example in examples.get(name, [])) for name in COMPONENTS}
    marks = ("<b>", "<script", "&amp;lt;", "&amp;quot;")
    assert [(name, mark) for name, html in written.items() for mark in marks if mark in html] == []
