"""The staff pages of offices: one module for each group of nouns."""

from offices.admin import ends, help_lines, hours, office, places

__all__ = ["ends", "help_lines", "hours", "office", "places"]
