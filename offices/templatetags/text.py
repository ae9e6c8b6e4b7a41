"""Tags that put translated texts on a page (built in: no template needs to load them)."""

from django import template

register = template.Library()
