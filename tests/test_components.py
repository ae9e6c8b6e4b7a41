"""Every component shows itself, at its worst too: the gallery is held to the rules of every page."""

import re

import pytest

from ops_site.components import DIRECTORY, gallery

COMPONENTS = sorted(path.stem for path in DIRECTORY.glob("*.html"))


@pytest.fixture(scope="module")
def examples():
    return gallery()


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_has_examples(examples, name):
    assert name in examples, f"Write templates/components/{name}.yaml: a title for each example, then its inputs."


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_names_its_inputs(name):
    source = (DIRECTORY / f"{name}.html").read_text(encoding="utf-8")
    assert re.match(r"{% comment %}\n.+\b(Needs|May have)\b.*?{% endcomment %}", source, re.DOTALL)


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_escapes_what_it_is_given(examples, name):
    written = "".join(example.html for example in examples.get(name, []))
    assert [tag for tag in ("<b>", "<script", "&amp;lt;", "&amp;quot;") if tag in written] == []
