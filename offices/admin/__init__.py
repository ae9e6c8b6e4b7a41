"""The staff pages of offices: one module for each group of nouns; `base` is what they share."""

from offices.admin import accounts, glossary, help_lines, hours, office, places

__all__ = ["accounts", "glossary", "help_lines", "hours", "office", "places"]
