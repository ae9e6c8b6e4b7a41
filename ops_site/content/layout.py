"""Lay content out as YAML that people read: blocks, short records in one line, no folded texts."""

import math
import re

import yaml

TEXT, MAPPING, LISTING = "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"
MOMENT = re.compile(r"\d[\d:T+-]*\d")  # A time, or a date with a time and its offset.
ONE_LINE = 90  # Letters of keys and values. Longer records take a line for each key.


class Dumper(yaml.BaseDumper):
    """Indents lists under their key; PyYAML itself leaves them at the key's own level."""

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)

    def analyze_scalar(self, scalar):
        """Leave the quotes out around "08:00" in one line: its colon cannot end a key."""
        analysis = super().analyze_scalar(scalar)
        analysis.allow_flow_plain = analysis.allow_flow_plain or bool(MOMENT.fullmatch(scalar))
        return analysis


def yaml_text(content):
    """Return the YAML of dictionaries, lists and texts."""
    return yaml.serialize(node(content), Dumper=Dumper, allow_unicode=True, width=math.inf)


def node(content, in_line=False):
    """Return the node of PyYAML for any content. `in_line` writes a dictionary or a list in one line."""
    if isinstance(content, dict):
        pairs = [(node(key), node(value, is_short(value))) for key, value in content.items()]
        return yaml.MappingNode(MAPPING, pairs, flow_style=in_line)
    if isinstance(content, list):
        # All records of a list look alike: one long one unfolds the others.
        items_in_line = all(is_short(item) for item in content)
        return yaml.SequenceNode(LISTING, [node(item, items_in_line) for item in content], flow_style=in_line)
    if "\n" in content:
        return yaml.ScalarNode(TEXT, f"{content}\n", style="|")
    return yaml.ScalarNode(TEXT, content)


def is_short(content):
    """Tell whether a dictionary or a list holds texts alone and fits in one line."""
    if isinstance(content, str):
        return False
    texts = [*content, *content.values()] if isinstance(content, dict) else content
    return all(isinstance(text, str) and "\n" not in text for text in texts) and len(", ".join(texts)) <= ONE_LINE
