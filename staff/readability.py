"""How hard a text is to read, shown below its input: as stored or just sent, and anew while somebody types."""

from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from languages import readability

LONGEST = (
    20_000  # Characters that are counted while somebody types; ten times the longest text of the first two offices.
)


def figures(text):
    """Return what templates/admin/readability.html shows of a text."""
    hardest = [(fog, readability.pieces(sentence)) for fog, sentence in readability.hardest(text)]
    reading = readability.read(text)
    return {"reading": reading, "hardest": [] if reading.is_plain else hardest}


@require_POST
def count(request):
    """Answer the script with the figures of what is in an input at the moment. Saves nothing."""
    return render(request, "admin/readability.html", figures(request.POST.get("text", "")[:LONGEST]))


class Figured:
    """An input with the figures below it, which also describe it to a screen reader. What it sends is unchanged."""

    class Media:
        js = ["js/readability.js"]

    def render(self, name, value, attrs=None, renderer=None):
        attrs = {**(attrs or {}), "data-readability": reverse("admin:readability")}
        figures_id = f"{attrs['id']}_readability"
        attrs["aria-describedby"] = f"{attrs.get('aria-describedby', '')} {figures_id}".strip()
        field = super().render(name, value, attrs, renderer)
        return render_to_string("admin/figured.html", {"field": field, "id": figures_id, **figures(value or "")})


class FiguredTextarea(Figured, AdminTextareaWidget):
    pass


class FiguredTextInput(Figured, AdminTextInputWidget):
    pass


def figured(widget):
    """Return an input like this one with the figures below it."""
    kind = FiguredTextarea if isinstance(widget, AdminTextareaWidget) else FiguredTextInput
    return kind(attrs=widget.attrs)
