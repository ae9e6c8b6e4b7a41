"""Tags and filters for texts, icons and hours (built in: no template needs to load them)."""

import json
import re
from urllib.parse import quote_plus, urlencode

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.encoding import escape_uri_path
from django.utils.formats import number_format
from django.utils.html import conditional_escape, format_html
from django.utils.http import escape_leading_slashes
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from languages import fallback as honesty
from languages import markup, polish_terms
from offices import linking, pictures, sources, structured_data, telephone, wording
from offices.directory import Place

register = template.Library()

ONE_LETTER = re.compile(r"\b([AIOUWZaiouwz]) ")
LANGUAGE_PREFIX = re.compile(
    rf"^/(?:{'|'.join(code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)})/"
)
LONGEST_QUERY = 200  # Letters of a search that go along to another language: the field takes no more.
QUOTATION_MARKS = {"pl": "„”", "en": "“”", "uk": "«»"}
REMARK = re.compile(r"\s*\([^)]*\)")  # "500+ (dawniej)" is called 500+.
TIMES = re.compile(r"\b(\d{1,2}:\d{2})(?:–(\d{1,2}:\d{2}))?\b")


POLISH = mark_safe(f' lang="{settings.LANGUAGE_CODE}"')  # noqa: S308 (a constant)


@register.simple_tag
def langof(record, name):
    """Return "pl" when a text is Polish on a page in another language: it has no translation or an outdated one, and
    Polish stands in, or it is a proper name. Otherwise nothing."""
    language = get_language()
    if language == settings.LANGUAGE_CODE or not hasattr(record, f"{name}_{language}"):
        return ""
    in_polish = getattr(record, f"{name}_{settings.LANGUAGE_CODE}")
    if record.reads_in(name, language) != language:
        if in_polish:
            honesty.polish_stands_in()
        return settings.LANGUAGE_CODE
    return settings.LANGUAGE_CODE if getattr(record, f"{name}_{language}") == in_polish else ""


@register.simple_tag
def langattr(record, name):
    """Write ` lang="pl"` when a text is Polish on a page in another language, as `langof` tells."""
    return POLISH if langof(record, name) else ""


@register.filter
def column_language(name):
    """Write ` lang="en"` for the column of an English text: staff pages are in Polish."""
    code = str(name).rpartition("_")[2]
    is_other = code != settings.LANGUAGE_CODE and code in dict(settings.LANGUAGES)
    return format_html(' lang="{}"', code) if is_other else ""


@register.simple_tag
def polish():
    """Write ` lang="pl"` on pages in other languages, for what is Polish everywhere: a street, the name of an act."""
    return "" if get_language() == settings.LANGUAGE_CODE else POLISH


@register.simple_tag(takes_context=True)
def languages(context):
    """Return this page in each language of the site: [{"code", "name", "path", "address", "is_here"}, …].

    The words of a search go along. Each language is named in itself, and no browser is asked what it prefers. The page
    of an error asks the request for its path alone: the parameters, or the host, may be what is wrong with it.
    """
    request = context["request"]
    # What follows a prefix may start with a second slash: without its escape it would lead to another host.
    path = escape_leading_slashes(escape_uri_path(LANGUAGE_PREFIX.sub("/", request.path)))
    is_error = context.get("is_error", False)
    has_query = not is_error and "q" in request.GET
    query = f"?{urlencode({'q': request.GET['q'][:LONGEST_QUERY]})}" if has_query else ""
    found = []
    for code, _name in settings.LANGUAGES:
        prefix = "" if code == settings.LANGUAGE_CODE else f"/{code}"
        here = f"{prefix}{path}{query}"
        found.append(
            {
                "code": code,
                "name": get_language_info(code)["name_local"].capitalize(),
                "path": here,
                "address": "" if is_error else request.build_absolute_uri(here),
                "is_here": code == get_language(),
            }
        )
    return found


@register.simple_tag
def icon(name, modifier=""):
    """Draw an icon of `static/icons.svg`. It is hidden from screen readers: words stand beside it."""
    css = f"icon icon--{modifier}" if modifier else "icon"
    return format_html('<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>', css, static("icons.svg"), name)


@register.simple_tag
def trail(office=None):
    """Return the steps of the crumbs component that lead to a page of the site, or of an office."""
    steps = [{"url": reverse("home"), "text": _("Początek")}]
    if office:
        lang = langof(office, "short_name")
        steps.append({"url": office.get_absolute_url(), "text": office.short_name, "lang": lang})
    return steps


@register.filter
def lines(text):
    """Split a text in which each item has its own line."""
    return markup.items(text)


@register.filter
def blocks(text):
    """Split a text into headings, lists and paragraphs, as `markup.blocks` does."""
    return markup.blocks(text)


@register.filter
def full_stop(text):
    """End a text with one full stop, also when its last word is an abbreviation: "2024 r."."""
    return text if not text or text.endswith(".") else f"{text}."


@register.filter
def sourced(source):
    """Write a source as a sentence; in another language what is said of a title is translated, and the title is marked."""
    parts = []
    for text, is_said in sources.pieces(full_stop(source)):
        shown = conditional_escape(_(text)) if is_said else linked(text)
        is_title = not is_said and get_language() != settings.LANGUAGE_CODE and any(map(str.isalpha, text))
        parts.append(_marked_polish(shown, text) if is_title else shown)
    return mark_safe("".join(parts))  # noqa: S308 (each part is escaped)


def _marked_polish(shown, text):
    """Put a text in a span of Polish, the blank at its start outside: the words before it end there."""
    blank = " " if text.startswith(" ") else ""
    return f"{blank}<span{POLISH}>{shown.removeprefix(blank)}</span>"


@register.filter
def bind(text):
    """Keep one-letter words with the next one: Polish does not end a line with "w" or "i"."""
    return ONE_LETTER.sub("\\1\N{NO-BREAK SPACE}", str(text))


@register.filter
def until_words(moment):
    """Say until when something holds: "do końca 4 grudnia 2026"."""
    return wording.until_words(moment)


@register.filter
def quoted(text):
    """Put what a person says between the quotation marks of the page's language: „…”, “…”, «…»."""
    opening, closing = QUOTATION_MARKS[get_language()]
    return f"{opening}{text}{closing}"


@register.filter(is_safe=True)
def times(text):
    """Put every time of a sentence into <time>. A dash between two is seen; who listens hears "od … do …" instead."""
    return mark_safe(TIMES.sub(_marked, conditional_escape(text)))  # noqa: S308 (escaped here)


def _marked(match):
    opens, closes = (f'<time datetime="{one:0>5}">{one}</time>' if one else "" for one in match.groups())
    if not closes:
        return opens
    dash = f'<span aria-hidden="true">–</span><span class="ear"> {_("do")} </span>'
    return f'<span class="ear">{_("od")} </span>{opens}{dash}{closes}'


@register.filter
def until(opens, closes):
    """Write the hours between two times: "8:00–16:00"."""
    return times(f"{opens}–{closes}")


@register.filter
def spoken(text):
    """Write a sentence about hours: one-letter words bound, times marked, and Polish that stands in marked as Polish."""
    html = times(bind(text))
    for part in getattr(text, "polish", ()):
        honesty.polish_stands_in()
        quoted = times(bind(part))
        html = html.replace(quoted, f"<span{POLISH}>{quoted}</span>", 1)
    return mark_safe(html)  # noqa: S308 (escaped by `times`)


@register.filter(is_safe=True)
def linked(text):
    """Write a text that somebody typed: its numbers, e-mail and web addresses are links, its times are marked."""
    return mark_safe(  # noqa: S308 (each part is escaped)
        "".join(
            format_html('<a href="{}">{}</a>', piece.href, piece.text) if piece.href else times(piece.text)
            for piece in linking.pieces(text or "")
        )
    )


@register.filter
def status_words(place):
    """Say whether a place is open, as `wording.Words`."""
    return wording.place_words(place)


@register.simple_tag(takes_context=True)
def json_ld(context, record):
    """Write what machines read of an office (a Directory) or of one of its buildings (a Place)."""
    absolute = context["request"].build_absolute_uri
    describe = structured_data.building if isinstance(record, Place) else structured_data.government_office
    return json_ld_script(describe(record, absolute, get_language()))


@register.filter
def json_ld_script(description):
    """Write a description for machines, a dictionary of schema.org, as the script element that they read."""
    data = json.dumps(description, ensure_ascii=False)
    # The one way out of a script element is "<": the same escape as Django's json_script.
    data = data.replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026")
    return mark_safe(f'<script type="application/ld+json">{data}</script>')  # noqa: S308 (escaped above)


@register.filter
def ahead_words(place):
    """Say what is unusual about tomorrow; nothing when nothing is."""
    return wording.ahead_words(place)


@register.filter
def hours_of(place):
    """Return what the hours component shows of a place."""
    return pictures.hours_of(place)


@register.filter
def other_hours(others):
    """Return what the other hours component shows of pairs (purpose, Place), such as the `others` of a place."""
    return [(purpose.label, pictures.hours_of(place)) for purpose, place in others]


@register.filter
def changes_of(place):
    """Return the rows of the changes component."""
    return pictures.change_rows(place)


@register.filter
def map_url(building):
    """Return the address of a map page for a building: a plain link, nothing is loaded from there."""
    return f"https://www.openstreetmap.org/search?query={quote_plus(f'{building.street}, {building.town}')}"


@register.filter
def tel(digits):
    """Write a number kept as digits in the groups that people read."""
    return telephone.display(digits)


@register.filter
def tel_uri(digits):
    """Write the address of a call to a number kept as digits."""
    return telephone.uri(digits)


@register.filter
def money(value):
    """Write an amount in złoty: "1010 zł", "215,84 zł"."""
    return _("%(amount)s zł") % {"amount": number_format(value, decimal_pos=0 if value == int(value) else 2)}


@register.tag
def honest(parser, token):
    """Put a notice before what stands between {% honest %} and {% endhonest %} if Polish stands in for something there."""
    nodelist = parser.parse(["endhonest"])
    parser.delete_first_token()
    return HonestNode(nodelist)


class HonestNode(template.Node):
    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        with honesty.watched() as found:
            content = self.nodelist.render(context)
        notice = context.template.engine.get_template("components/stand_in.html").render(context.new()) if found else ""
        return mark_safe(notice + content)  # noqa: S308 (both were rendered by templates)


@register.tag
def terms(parser, token):
    """Mark the Polish terms between {% terms %} and {% endterms %} on a page in another language."""
    nodelist = parser.parse(["endterms"])
    parser.delete_first_token()
    return TermsNode(nodelist)


class TermsNode(template.Node):
    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        content, language = self.nodelist.render(context), get_language()
        if language == settings.LANGUAGE_CODE:
            return content
        return mark_safe(polish_terms.mark(content, language))  # noqa: S308 (templates rendered it)


@register.filter
def named_in(name, record):
    """Write ` lang="pl"` for a popular name that is Polish also on a page in another language: "becikowe"."""
    language = get_language()
    if language == settings.LANGUAGE_CODE or not hasattr(record, "popular_names_pl"):
        return ""
    in_polish = {one for line in lines(record.popular_names_pl) for one in (line, REMARK.sub("", line))}
    is_polish = name in in_polish or polish_terms.has_polish_letters(name)
    return POLISH if is_polish else ""
