"""The components of the site with their own examples: one source for the gallery and for the tests."""

from dataclasses import dataclass
from pathlib import Path

import yaml
from django.conf import settings
from django.template.loader import render_to_string

DIRECTORY = Path(settings.BASE_DIR) / "templates" / "components"


@dataclass(frozen=True)
class Example:
    """A component with one set of inputs, rendered."""

    component: str
    title: str
    html: str


def gallery():
    """Return {component: [Example, …]}, read from the .yaml file that stands beside each component."""
    return {path.stem: _examples(path) for path in sorted(DIRECTORY.glob("*.yaml"))}


def _examples(path):
    return [
        Example(path.stem, title, render_to_string(f"components/{path.stem}.html", inputs))
        for title, inputs in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    ]
