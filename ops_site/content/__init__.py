"""Content files: how `content/*.yaml` come into an empty database and out of it again.

Loading goes through `reader` (YAML with line numbers), `structure` (which record is where), `fields` and
`references` (the values), `checking` (the rules of the models) and `loader`, which ties them together.
`exporter` and `layout` write the same files. `shapes` turns the apps' declarations into what both need.
"""
