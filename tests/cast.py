"""The people of the staff tests: Alicja edits office A, Borys office B, Celina none; Dorota is a superuser.

`scene` holds one record of every kind at each office, and of what both share.
"""

import datetime as dt
from types import SimpleNamespace

import html5lib
import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from languages.models import GlossaryTerm
from offices import models as at
from search.models import DangerPhrase, UnansweredQuery
from services import models as of

XHTML = "{http://www.w3.org/1999/xhtml}"
LABELS = sorted(model._meta.label_lower for model in admin.site._registry)  # Every kind of record with a staff page.
NEVER_ADDED = ["search.unansweredquery"]  # Only the search itself writes them.
PAGES = ("changelist", "add", "change", "history", "delete")


@pytest.fixture(autouse=True)
def plain_pages(settings):
    """Serve without HTTPS and without collected static files."""
    settings.SECURE_SSL_REDIRECT = False
    settings.WHITENOISE_AUTOREFRESH = True
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def scene(db):
    shared = SimpleNamespace()
    shared.situation = of.LifeSituation.objects.create(title_pl="Nie mam za co żyć", slug="brak-pieniedzy", icon="coin")
    shared.service = of.Service.objects.create(name_pl="Zasiłek stały", slug="zasilek-staly", summary_pl="Pieniądze.")
    shared.help_line = at.HelpLine.objects.create(
        name_pl="Telefon alarmowy", slug="112", number="112", topic="emergency", for_whom_pl="dla każdego"
    )
    shared.document = of.Document.objects.create(name_pl="Dowód osobisty", slug="dowod-osobisty")
    shared.guide = of.Guide.objects.create(
        title_pl="Urodziło się dziecko", slug="urodzilo-sie-dziecko", summary_pl="Kroki.", situation=shared.situation
    )
    today = timezone.localdate()  # An old query would be dropped when the list opens.
    monday = today - dt.timedelta(days=today.weekday())
    shared.query = UnansweredQuery.objects.create(text="zlota raczka", week=monday, count=3)
    shared.danger = DangerPhrase.objects.create(
        kind="violence", phrase="stary lutuje mnie", must_match="stary mnie lutuje", must_not_match="stary lutuje kable"
    )
    shared.term = GlossaryTerm.objects.create(pl="zasiłek stały", en="permanent allowance", uk="постійна допомога")
    return SimpleNamespace(shared=shared, a=office("a", "523878701", shared), b=office("b", "227872701", shared))


def office(letter, number, shared):
    """Make an office with one record of every kind."""
    one = SimpleNamespace()
    name = letter.upper()
    one.office = at.Office.objects.create(
        name_pl=f"Ośrodek {name}", short_name_pl=f"OPS {name}", kind="ops", slug=f"osrodek-{letter}", municipality=name
    )
    one.building = at.Building.objects.create(
        office=one.office, name_pl=f"Budynek {name}", slug="budynek", street="Leśna 1", town=name
    )
    one.section = at.Section.objects.create(
        office=one.office, building=one.building, name_pl=f"Komórka {name}", slug="komorka"
    )
    one.phone = at.Phone.objects.create(building=one.building, number=number, purpose_pl=f"Sprawy {name}")
    one.schedule = at.Schedule.objects.create(section=one.section)
    one.hours = at.WeeklyHours.objects.create(schedule=one.schedule, weekday=0, opens=dt.time(8), closes=dt.time(16))
    one.exception = at.HoursException.objects.create(
        building=one.building, first_day=dt.date(2026, 12, 24), last_day=dt.date(2026, 12, 24)
    )
    one.notice = at.Notice.objects.create(office=one.office, title_pl=f"Komunikat {name}", starts_at=timezone.now())
    one.declaration = at.AccessibilityDeclaration.objects.create(
        office=one.office,
        site_published_on=dt.date(2026, 1, 1),
        site_updated_on=dt.date(2026, 1, 1),
        status="partial",
        prepared_on=dt.date(2026, 1, 1),
    )
    one.page = at.OfficePage.objects.create(
        office=one.office, kind="prywatnosc", title_pl="Prywatność", text_pl="Tekst"
    )
    one.recording = at.OfficeRecording.objects.create(
        office=one.office, film="pjm/film.mp4", still="pjm/film.jpg", captions="pjm/film.vtt", transcript_pl="Tekst"
    )
    one.service = of.Service.objects.create(
        name_pl=f"Klub {name}", slug=f"klub-{letter}", summary_pl="Klub.", owner=one.office
    )
    one.offering = of.Offering.objects.create(office=one.office, service=shared.service, section=one.section)
    return one


@pytest.fixture
def alicja(scene):
    return person("alicja", scene.a.office)


@pytest.fixture
def borys(scene):
    return person("borys", scene.b.office)


@pytest.fixture
def celina(db):
    return person("celina")


@pytest.fixture
def dorota(db):
    return get_user_model().objects.create_superuser("dorota")


def person(name, *offices):
    """Make a member of staff who edits these offices."""
    user = get_user_model().objects.create_user(name, is_staff=True)
    user.offices.set(offices)
    return user


@pytest.fixture
def as_(client):
    """Return a client signed in as somebody: `as_(alicja).get(…)`."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in


def model_of(label):
    return next(model for model in admin.site._registry if model._meta.label_lower == label)


def address(record, page="change"):
    """Return the address of a staff page of a record, or of its kind."""
    arguments = [] if page in ("changelist", "add") else [record.pk]
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=arguments)


def pages(record):
    return {page: address(record, page) for page in PAGES}


def elements(response, *names):
    """Return the elements of a page with one of these names; words for the ear alone are left out."""
    tags = {XHTML + name for name in names}
    return [one for one in _tree(response).iter() if one.tag in tags]


def _tree(response):
    """Return the tree of a page, which is parsed but once."""
    if not hasattr(response, "tree"):
        response.tree = html5lib.parse(response.content.decode())
        for one in response.tree.iter():
            if one.get("class") == "ear":
                one.text = ""
    return response.tree


def filled_in(response):
    """Return what a browser would send from the main form of a page, were nothing changed."""
    return {name: value for name, value in _inputs(response) if "__prefix__" not in name}


def with_a_row_more(response):
    """Return what a browser would send when each table of rows got a new row, still empty."""
    values = filled_in(response)
    numbers = {name.removesuffix("-TOTAL_FORMS"): int(values[name]) for name in values if name.endswith("-TOTAL_FORMS")}
    for name, value in _inputs(response):
        table = name.split("-__prefix__")[0]
        if "__prefix__" in name and table in numbers:
            values[name.replace("__prefix__", str(numbers[table]))] = value
            values[f"{table}-TOTAL_FORMS"] = str(numbers[table] + 1)
    return values


def _inputs(response):
    """Yield (name, value) of each input that a browser would send from the main form of a page."""
    form = next(one for one in elements(response, "form") if one.get("id", "").endswith("_form"))
    for one in form.iter():
        name = one.get("name")
        if not name or one.get("type") == "submit":
            continue
        if one.tag == XHTML + "input":
            if one.get("type") not in ("checkbox", "radio") or one.get("checked") is not None:
                yield name, one.get("value", "on" if one.get("type") == "checkbox" else "")
        elif one.tag == XHTML + "textarea":
            yield name, one.text or ""
        elif one.tag == XHTML + "select":
            options = list(one.iter(XHTML + "option"))
            chosen = [option.get("value", "") for option in options if option.get("selected") is not None]
            first = (chosen or [option.get("value", "") for option in options] or [""])[0]
            yield name, chosen if one.get("multiple") is not None else first


def save(client, address, **changes):
    """Open a form as a browser does, change some values, and send it."""
    return client.post(address, filled_in(client.get(address)) | changes)


def errors_of(response):
    """Return the texts of the errors on a form."""
    return ["".join(one.itertext()).strip() for one in elements(response, "ul") if "errorlist" in one.get("class", "")]


def stored(record):
    """Return a record's values as the database has them."""
    return type(record).objects.filter(pk=record.pk).values().get()


def autocomplete(client, source, field, term=""):
    response = client.get(
        reverse("admin:autocomplete"),
        {"app_label": source.split(".")[0], "model_name": source.split(".")[1], "field_name": field, "term": term},
    )
    return [one["text"] for one in response.json()["results"]] if response.status_code == 200 else response.status_code
