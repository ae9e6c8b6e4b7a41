"""Films in sign language: what an editor is told about the files, what a visitor gets, and how they come to the site."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.migrations.writer import MigrationWriter

from offices.models import Office, OfficePage, OfficeRecording
from offices.models.recording import LARGEST_FILM, LARGEST_PICTURE, AtMost
from tests.cast import address, elements, errors_of, save, stored
from tests.factories import make_offering, make_office, make_service
from tests.offices.one_of_each import make_recording
from tests.services.one_of_each import make_recording as make_sheet_recording

pytestmark = pytest.mark.django_db

IN_PREPARATION = "Nagranie w polskim języku migowym (PJM): w przygotowaniu."
GONE = "Tego pliku nie ma już na serwerze. Dodaj go jeszcze raz."
LARGE = "Plik ma %s. Największy dozwolony ma %s. Zmniejsz go i spróbuj jeszcze raz."
NOT_A_FILM = "Rozszerzenie pliku „%s” jest niedozwolone. Dozwolone rozszerzenia to: %s."


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """Keep the files of a test in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def of_size(name, size):
    """Return a file that says how large it is without being so."""
    file = ContentFile(b"x", name)
    file.size = size
    return file


def told(record):
    """Return what an editor is told about a record: {field: [message, …]}."""
    try:
        record.full_clean(validate_constraints=False)
    except ValidationError as refusal:
        return refusal.message_dict
    return {}


def recording_of(**files):
    """Return an unsaved recording that is good, but for the files given."""
    good = {
        name: ContentFile(b"x", f"a.{kind}")
        for name, kind in {"film": "mp4", "still": "jpg", "captions": "vtt"}.items()
    }
    return OfficeRecording(office=make_office(), transcript="Treść.", **good | files)


# --- What an editor is told ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "name", "allowed"),
    [
        pytest.param("film", "film.avi", "mp4, webm", id="a film that browsers do not play"),
        pytest.param("film", "film.mp4.exe", "mp4, webm", id="a program that is called a film"),
        pytest.param("still", "kadr.svg", "jpg, jpeg, png, webp", id="a picture that can run"),
        pytest.param("captions", "napisy.srt", "vtt", id="captions of another kind"),
    ],
)
def test_file_of_another_kind_is_refused(field, name, allowed):
    assert told(recording_of(**{field: ContentFile(b"x", name)})) == {
        field: [NOT_A_FILM % (name.split(".")[-1], allowed)]
    }


@pytest.mark.parametrize(
    ("field", "name"),
    [
        *(("film", name) for name in ("a.mp4", "a.webm", "A.MP4")),
        *(("still", name) for name in ("a.jpg", "a.jpeg", "a.png", "a.webp")),
        ("captions", "a.vtt"),
    ],
)
def test_file_of_a_good_kind_is_taken(field, name):
    assert told(recording_of(**{field: ContentFile(b"x", name)})) == {}


@pytest.mark.parametrize(
    ("field", "file", "expected"),
    [
        pytest.param("film", of_size("a.mp4", LARGEST_FILM), {}, id="the largest film"),
        pytest.param("film", of_size("a.mp4", LARGEST_FILM + 1024**2), {"film": [LARGE % ("201,0\xa0MB", "200,0\xa0MB")]}, id="a film too large"),
        pytest.param("still", of_size("a.jpg", LARGEST_PICTURE), {}, id="the largest picture"),
        pytest.param("still", of_size("a.jpg", 2 * 1024**2), {"still": [LARGE % ("2,0\xa0MB", "300,0\xa0KB")]}, id="a picture too large"),
    ],
)  # fmt: skip
def test_file_that_is_too_large_is_refused_with_its_size(field, file, expected):
    assert told(recording_of(**{field: file})) == expected


@pytest.mark.parametrize("field", ["film", "still"])
def test_file_that_has_gone_from_the_disk_is_asked_for(field):
    recording = make_recording(make_office())
    getattr(recording, field).storage.delete(getattr(recording, field).name)
    assert told(recording) == {field: [GONE]}


@pytest.mark.parametrize("field", ["film", "still", "captions", "transcript"])
def test_film_needs_all_that_makes_it_followed(field):
    recording = make_recording(make_office())
    setattr(recording, field, "")
    assert set(told(recording)) - {"transcript_pl"} == {field}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("pjm/a.mp4", "video/mp4"), ("pjm/a.webm", "video/webm"), ("pjm/a.b.MP4", "video/mp4"), ("pjm/a", ""), ("", "")],
)
def test_film_type(name, expected):
    assert OfficeRecording(film=name).film_type == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(AtMost(5), AtMost(5), True), (AtMost(5), AtMost(6), False), (AtMost(5), 5, False)],
)
def test_at_most_is_equal_to_one_of_the_same_size(one, other, expected):
    assert ((one == other), (hash(one) == hash(other))) == (expected, expected or other == 5)


def test_at_most_can_be_written_into_a_migration():
    assert MigrationWriter.serialize(AtMost(5)) == (
        "offices.models.recording.AtMost(5)",
        {"import offices.models.recording"},
    )


# --- What a visitor gets -------------------------------------------------------------------

SIGN_LANGUAGE = "/a/jezyk-migowy/"
SHEET = "/a/sprawy/zasilek-staly/"


@pytest.fixture
def office(at):
    """An office with its page of sign language and a matter."""
    at(2026, 3, 2, 10)
    made = make_office(short_name_en="Centre", name_en="Centre")
    OfficePage.objects.create(
        office=made, kind="jezyk-migowy", title_pl="Język migowy", title_en="Sign", text_pl="Tłumacz.", text_en="Ask."
    )
    make_offering(made, make_service(name_en="Allowance", summary_en="Money."))
    return made


def tags(response, name):
    return [dict(one.items()) for one in elements(response, name)]


def words(response):
    return " ".join("".join(elements(response, "main")[0].itertext()).split())


def film_of(office, address, **fields):
    """Make the film of a page; published, unless the fields say otherwise."""
    fields = {"is_published": True} | fields
    if address == SHEET:
        return make_sheet_recording(office.offerings.get().service, **fields)
    return make_recording(office, **fields)


PLACES = pytest.mark.parametrize("address", [SIGN_LANGUAGE, SHEET])


@PLACES
def test_page_shows_the_film_with_all_that_makes_it_followed(client, office, address):
    recording = film_of(office, address)
    response = client.get(address)
    video = {"class": "recording__film", "controls": "", "preload": "none", "playsinline": ""}
    captions = {"kind": "captions", "srclang": "pl", "label": "Polski", "default": ""}
    assert tags(response, "video") == [video | {"poster": recording.still.url}]
    assert tags(response, "source") == [{"src": recording.film.url, "type": "video/mp4"}]
    assert tags(response, "track") == [captions | {"src": recording.captions.url}]
    assert ("Treść nagrania jako tekst Treść." in words(response), IN_PREPARATION in words(response)) == (True, False)


@PLACES
def test_files_of_the_film_are_there_for_everybody(client, office, address):
    recording = film_of(office, address)
    served = [client.get(file.url) for file in (recording.film, recording.still, recording.captions)]
    assert [(one["Content-Type"], b"".join(one.streaming_content)) for one in served] == [
        ("video/mp4", b"x"),
        ("image/jpeg", b"x"),
        ("text/vtt; charset=utf-8", b"x"),
    ]


@PLACES
def test_film_without_a_still_is_shown_all_the_same(client, office, address):
    film_of(office, address, still="")
    assert [one.get("poster") for one in tags(client.get(address), "video")] == [None]


@PLACES
def test_transcript_without_a_translation_is_marked_as_polish(client, office, address):
    film_of(office, address)
    prose = [one.get("lang") for one in tags(client.get(f"/en{address}"), "div") if one.get("class") == "prose"]
    assert "pl" in prose


@PLACES
@pytest.mark.parametrize("is_made", [False, True], ids=["none", "a draft"])
def test_page_says_that_the_film_is_being_made(client, office, address, is_made):
    if is_made:
        film_of(office, address, is_published=False)
    response = client.get(address)
    assert (tags(response, "video"), IN_PREPARATION in words(response)) == ([], True)


def test_sheet_without_a_film_tells_how_to_order_an_interpreter(client, office):
    links = {"".join(one.itertext()): one.get("href") for one in elements(client.get(SHEET), "a")}
    assert links["Jak zamówić tłumacza, bezpłatnie"] == SIGN_LANGUAGE


def test_other_page_of_the_office_has_no_film(client, office):
    make_recording(office, is_published=True)
    OfficePage.objects.create(office=office, kind="prywatnosc", title="Prywatność", text="Tekst.")
    response = client.get("/a/prywatnosc/")
    assert (tags(response, "video"), IN_PREPARATION in words(response)) == ([], False)


def test_film_of_another_office_is_not_shown(client, office):
    make_recording(make_office("b"), is_published=True)
    assert tags(client.get(SIGN_LANGUAGE), "video") == []


@pytest.mark.parametrize(("is_published", "number"), [(True, 1), (False, 0)], ids=["published", "a draft"])
def test_shared_sheet_shows_a_film_that_is_published(client, office, is_published, number):
    make_sheet_recording(office.offerings.get().service, is_published=is_published)
    response = client.get("/sprawy/zasilek-staly/")
    assert (len(tags(response, "video")), IN_PREPARATION in words(response)) == (number, False)


# --- How it comes to the site --------------------------------------------------------------

UPLOADED = {"film": "osrodek.mp4", "still": "osrodek.jpg", "captions": "osrodek.vtt"}


def uploads(**names):
    return {field: SimpleUploadedFile(name, f"{field}!".encode()) for field, name in names.items()}


def test_editor_puts_a_film_on_the_site(as_, alicja, scene, client):
    scene.a.recording.delete()
    Office.objects.filter(pk=scene.a.office.pk).update(is_published=True)
    save(
        as_(alicja),
        address(scene.b.recording, "add"),
        transcript_pl="Dzień dobry.",
        is_published="on",
        **uploads(**UPLOADED),
    )
    made = OfficeRecording.objects.get(office=scene.a.office)
    client.logout()
    read = {field: b"".join(client.get(f"/pliki/pjm/{name}").streaming_content) for field, name in UPLOADED.items()}
    assert read == {"film": b"film!", "still": b"still!", "captions": b"captions!"}
    assert (made.transcript_pl, made.is_published) == ("Dzień dobry.", True)


def test_form_of_a_film_sends_files(as_, alicja, scene):
    forms = elements(as_(alicja).get(address(scene.a.recording)), "form")
    assert [one.get("enctype") for one in forms if one.get("id") == "officerecording_form"] == ["multipart/form-data"]


def test_saving_again_keeps_the_files(as_, alicja, scene):
    scene.a.recording.delete()
    recording = make_recording(scene.a.office)
    before = stored(recording)
    save(as_(alicja), address(recording), transcript_pl="Nowa treść.")
    assert stored(recording) == before | {"transcript": "Nowa treść."}


def test_film_that_is_lost_is_asked_for_in_the_form(as_, alicja, scene):
    assert errors_of(save(as_(alicja), address(scene.a.recording))) == [GONE, GONE, GONE]


def test_film_of_another_kind_is_refused_in_the_form(as_, alicja, scene):
    scene.a.recording.delete()
    recording = make_recording(scene.a.office)
    before = stored(recording)
    response = save(as_(alicja), address(recording), **uploads(film="film.avi"))
    assert (errors_of(response), stored(recording)) == ([NOT_A_FILM % ("avi", "mp4, webm")], before)


def test_editor_may_not_replace_the_film_of_another_office(as_, borys, scene):
    before = stored(scene.a.recording)
    response = as_(borys).post(address(scene.a.recording), {"transcript_pl": "Moje"} | uploads(**UPLOADED))
    assert (response.headers.get("Location"), stored(scene.a.recording)) == ("/admin/", before)


def test_superuser_puts_a_film_on_the_page_of_a_sheet(as_, dorota, scene):
    row = {f"recording-0-{name}": file for name, file in uploads(**UPLOADED).items()}
    values = {"recording-TOTAL_FORMS": "1", "recording-0-transcript_pl": "Dzień dobry."}
    save(as_(dorota), address(scene.shared.service), **values, **row)
    made = scene.shared.service.recording
    with made.film.open() as film:
        assert (made.transcript_pl, film.read(), made.is_published) == ("Dzień dobry.", b"film!", False)


def test_editor_is_not_offered_the_film_of_a_shared_sheet(as_, alicja, scene):
    inputs = elements(as_(alicja).get(address(scene.shared.service)), "input")
    assert [one.get("name") for one in inputs if one.get("type") == "file"] == []
