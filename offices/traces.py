"""Pages on danger, which leave as little behind as a site can see to."""

from django.shortcuts import render


def render_without_trace(request, template, context):
    """Render a page; one that shows the numbers of `urgent_lines` asks the browser to keep no copy and to tell no site of it."""
    response = render(request, template, context)
    if context.get("urgent_lines"):
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
    return response
