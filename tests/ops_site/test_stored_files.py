"""A file is public while a published record names it, and leaves the disk with the last record that does."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from offices.models import OfficeRecording
from ops_site.stored_files import PUBLISHED, file_fields
from services.models import Form, SheetRecording
from tests.factories import DATE, make_document, make_offering, make_office, make_service

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def stored(name):
    return ContentFile(b"words", name)


def make_form(office, name="wniosek.pdf"):
    offering = make_offering(office, make_service(f"sprawa-{office.slug}"))
    return Form.objects.create(offering=offering, title="Wniosek", file=stored(name))


def make_recording(model=OfficeRecording, **fields):
    files = {"film": stored("film.mp4"), "still": stored("kadr.jpg"), "captions": stored("napisy.vtt")}
    checked = {"checked_on": DATE, "source": "https://example.org/"}
    return model.objects.create(transcript="Treść.", **(files | checked | fields))


def status(client, file):
    response = client.get(file.url)
    b"".join(response)  # Read to its end: the test client closes it then, and leaves the database open.
    return response.status_code


def files_of(recording):
    return [recording.film, recording.still, recording.captions]


def test_every_record_with_files_says_when_they_are_public():
    with_files = {model._meta.label_lower for model in apps.get_models() if file_fields(model)}
    assert set(PUBLISHED) == with_files


def test_form_is_public_while_its_office_is(client):
    office = make_office()
    form = make_form(office)
    before = status(client, form.file)
    office.is_published = False
    office.save()
    assert (before, status(client, form.file)) == (200, 404)


@pytest.mark.parametrize("is_published", [True, False])
def test_recording_of_an_office_is_public_when_published(client, is_published):
    recording = make_recording(office=make_office(), is_published=is_published)
    assert {status(client, file) for file in files_of(recording)} == ({200} if is_published else {404})


def test_recording_of_a_hidden_office_is_not_public(client):
    recording = make_recording(office=make_office(is_published=False), is_published=True)
    assert {status(client, file) for file in files_of(recording)} == {404}


@pytest.mark.parametrize(
    ("owned", "is_published", "expected"), [(False, True, 200), (False, False, 404), (True, True, 404)]
)
def test_recording_of_a_sheet_is_public_with_the_sheet(client, owned, is_published, expected):
    owner = make_office(is_published=False) if owned else None
    recording = make_recording(SheetRecording, service=make_service(owner=owner), is_published=is_published)
    assert status(client, recording.film) == expected


def test_document_is_public_when_a_sheet_asks_for_it(client):
    document = make_document(file=stored("wzor.pdf"))
    before = status(client, document.file)
    document.needed_for.create(service=make_service())
    assert (before, status(client, document.file)) == (404, 200)


def test_file_that_no_record_names_is_not_public(client):
    name = default_storage.save("formularze/zapomniany.pdf", stored("zapomniany.pdf"))
    assert client.get(f"/pliki/{name}").status_code == 404


def test_asking_costs_one_query(client, django_assert_num_queries):
    form = make_form(make_office())
    with django_assert_num_queries(1):
        status(client, form.file)


def test_staff_see_what_is_not_published_yet_and_no_store_keeps_it(client):
    recording = make_recording(office=make_office())
    client.force_login(get_user_model().objects.create_user("redaktor", is_staff=True))
    response = client.get(recording.film.url)
    response.close()
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")


def test_replaced_file_is_gone_once_the_change_holds(media, django_capture_on_commit_callbacks):
    form = make_form(make_office())
    old = form.file.name
    with django_capture_on_commit_callbacks(execute=True):
        form.file = stored("nowy.pdf")
        form.save()
        kept_until_then = default_storage.exists(old)
    assert (kept_until_then, default_storage.exists(old), default_storage.exists(form.file.name)) == (True, False, True)


def test_saving_without_a_new_file_keeps_the_old(django_capture_on_commit_callbacks):
    form = make_form(make_office())
    with django_capture_on_commit_callbacks(execute=True):
        form.title = "Inny tytuł"
        form.save()
    assert default_storage.exists(form.file.name)


def test_files_of_a_deleted_record_are_gone(django_capture_on_commit_callbacks):
    recording = make_recording(office=make_office(), is_published=True)
    names = [file.name for file in files_of(recording)]
    with django_capture_on_commit_callbacks(execute=True):
        recording.office.delete()
    assert [default_storage.exists(name) for name in names] == [False, False, False]


def test_file_that_another_record_names_stays(django_capture_on_commit_callbacks):
    form = make_form(make_office())
    other = Form.objects.create(offering=form.offering, title="Kopia", file=form.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        form.delete()
    assert default_storage.exists(other.file.name)
