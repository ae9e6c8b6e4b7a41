"""The staff pages that belong to no other room."""

from staff import accounts, glossary

__all__ = ["accounts", "glossary"]
