"""Files that staff put on the site: offered for saving or shown, whole or in part, and none from anywhere else."""

import os

import pytest

from ops_site import files
from ops_site.files import SAVED, SHOWN
from services.models.download import EXTENSIONS

TEXT = b"0123456789"
PDF = "/pliki/formularze/wniosek.pdf"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """The folder of files, with a form in it; one file stands beside the folder, where nobody may reach it."""
    folder = tmp_path / "media"
    (folder / "formularze").mkdir(parents=True)
    (folder / "formularze/wniosek.pdf").write_bytes(TEXT)
    (tmp_path / "tajne.pdf").write_bytes(b"sekret")
    settings.MEDIA_ROOT = folder
    return folder


@pytest.fixture(autouse=True)
def published(monkeypatch):
    """Let a published record name every file: `test_stored_files.py` asks which do."""
    monkeypatch.setattr(files, "is_public", lambda path: True)


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


# --- A whole file --------------------------------------------------------------------------


def test_form_is_offered_for_saving_under_its_name(client):
    response = client.get(PDF)
    headers = {name: response.headers[name] for name in ("Content-Type", "Content-Disposition", "Content-Length")}
    assert headers == {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'attachment; filename="wniosek.pdf"',
        "Content-Length": "10",
    }
    assert (response.status_code, body(response)) == (200, TEXT)


def test_name_with_polish_letters_is_kept(client, media):
    (media / "formularze/wniosek-o-zasiłek.pdf").write_bytes(TEXT)
    response = client.get("/pliki/formularze/wniosek-o-zasiłek.pdf")
    assert response.headers["Content-Disposition"] == "attachment; filename*=utf-8''wniosek-o-zasi%C5%82ek.pdf"
    body(response)


def test_every_form_that_staff_may_add_has_a_type():
    assert set(SAVED) == {f".{extension}" for extension in EXTENSIONS}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("film.mp4", ("video/mp4", "inline")),
        ("napisy.vtt", ("text/vtt; charset=utf-8", "inline")),
        ("zdjecie.JPG", ("image/jpeg", "inline")),
        ("wniosek.DOCX", (SAVED[".docx"], "attachment")),
        ("strona.html", ("application/octet-stream", "attachment")),
        ("rysunek.svg", ("application/octet-stream", "attachment")),
        ("bez-rozszerzenia", ("application/octet-stream", "attachment")),
    ],
)
def test_only_pictures_and_films_are_shown_in_the_browser(client, media, name, expected):
    (media / name).write_bytes(TEXT)
    response = client.get(f"/pliki/{name}")
    assert (response.headers["Content-Type"], response.headers["Content-Disposition"].split(";")[0]) == expected
    body(response)


def test_nothing_that_runs_is_shown():
    assert {kind.split("/")[0] for kind in SHOWN.values()} == {"video", "text", "image"}
    assert [kind for kind in SHOWN.values() if "html" in kind or "svg" in kind or "xml" in kind] == []


def test_browser_may_not_guess_the_type(client):
    response = client.get(PDF)
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    body(response)


def test_kept_copy_is_asked_for_again_before_it_is_shown(client, media):
    os.utime(media / "formularze/wniosek.pdf", (0, 0))
    response = client.get(PDF)
    assert response.headers["Cache-Control"] == "public, no-cache"
    assert response.headers["Last-Modified"] == "Thu, 01 Jan 1970 00:00:00 GMT"
    body(response)


def test_file_is_public_and_leaves_no_trace(client):
    response = client.get(PDF)
    assert (dict(response.cookies), response.headers.get("Vary", "")) == ({}, "")
    body(response)


def test_head_gives_the_headers_alone(client):
    response = client.head(PDF)
    assert (response.status_code, response.headers["Content-Length"], body(response)) == (200, "10", b"")


def test_file_is_sent_as_it_is_so_that_its_parts_fit_together(client, media):
    (media / "napisy.vtt").write_bytes(b"WEBVTT " * 100)
    for asked in ({}, {"range": "bytes=0-299"}):
        response = client.get("/pliki/napisy.vtt", headers={"accept-encoding": "gzip, br", **asked})
        assert "Content-Encoding" not in response.headers
        assert len(body(response)) == int(response.headers["Content-Length"])


# --- A file that a browser has already ---------------------------------------------------------

OLD, YEAR_2026 = "Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 01 Jan 2026 00:00:00 GMT"


@pytest.mark.parametrize("method", ["get", "head"])
def test_unchanged_file_is_not_sent_again(client, media, method):
    os.utime(media / "formularze/wniosek.pdf", (0, 0))
    response = getattr(client, method)(PDF, headers={"if-modified-since": OLD, "range": "bytes=0-3"})
    assert (response.status_code, body(response)) == (304, b"")
    assert (response.headers["Last-Modified"], response.headers["Cache-Control"]) == (OLD, "public, no-cache")


@pytest.mark.parametrize("since", [OLD, "wczoraj", ""])
def test_changed_file_is_sent_again(client, since):
    response = client.get(PDF, headers={"if-modified-since": since})
    assert (response.status_code, body(response)) == (200, TEXT)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"if-range": OLD}, 206, id="the same file"),
        pytest.param({"if-range": YEAR_2026}, 200, id="another file by now"),
        pytest.param({"if-range": '"abc"'}, 200, id="a mark that we do not give"),
    ],
)
def test_download_goes_on_only_with_the_same_file(client, media, headers, status):
    os.utime(media / "formularze/wniosek.pdf", (0, 0))
    response = client.get(PDF, headers={"range": "bytes=4-", **headers})
    assert (response.status_code, body(response)) == (status, TEXT[4:] if status == 206 else TEXT)


def test_head_is_told_of_the_whole_file(client):
    response = client.head(PDF, headers={"range": "bytes=0-3"})
    assert (response.status_code, response.headers["Content-Length"], body(response)) == (200, "10", b"")


# --- A part of a file ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "content", "said"),
    [
        pytest.param("bytes=0-3", b"0123", "bytes 0-3/10", id="first bytes"),
        pytest.param("bytes=4-6", b"456", "bytes 4-6/10", id="in the middle"),
        pytest.param("bytes=9-9", b"9", "bytes 9-9/10", id="last byte"),
        pytest.param("bytes=-3", b"789", "bytes 7-9/10", id="last bytes"),
        pytest.param("bytes=-99", TEXT, "bytes 0-9/10", id="more last bytes than there are"),
        pytest.param("bytes=7-", b"789", "bytes 7-9/10", id="open end"),
        pytest.param("bytes=0-", TEXT, "bytes 0-9/10", id="open end from the start"),
        pytest.param("bytes=8-99", b"89", "bytes 8-9/10", id="end beyond the end"),
    ],
)
def test_part_is_served(client, asked, content, said):
    response = client.get(PDF, headers={"range": asked})
    headers = [response.headers[name] for name in ("Content-Range", "Content-Length", "Accept-Ranges")]
    assert (response.status_code, headers) == (206, [said, str(len(content)), "bytes"])
    assert body(response) == content


def test_part_larger_than_a_block_is_whole(client, media):
    film = bytes(range(256)) * 1024
    (media / "film.mp4").write_bytes(film)
    response = client.get("/pliki/film.mp4", headers={"range": "bytes=1-200000"})
    assert body(response) == film[1:200001]


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=10-12", "bytes=99-", "bytes=-0"])
def test_part_beyond_the_end_is_refused(client, asked):
    response = client.get(PDF, headers={"range": asked})
    assert (response.status_code, response.headers["Content-Range"]) == (416, "bytes */10")


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=5-2",
        "bytes=0-1,3-4",
        "bytes = 0-1",
        "lines=0-1",
        "bytes=٠-٣",
        f"bytes=0-{'9' * 5000}",
    ],
)
def test_range_that_says_nothing_is_ignored(client, asked):
    response = client.get(PDF, headers={"range": asked})
    assert (response.status_code, body(response)) == (200, TEXT)


@pytest.mark.parametrize(("asked", "expected"), [("bytes=0-", 416), ("bytes=-1", 416), ("", 200)])
def test_empty_file_has_no_parts(client, media, asked, expected):
    (media / "pusty.pdf").write_bytes(b"")
    response = client.get("/pliki/pusty.pdf", headers={"range": asked})
    assert (response.status_code, body(response)) == (expected, b"")


# --- What is not served --------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("formularze/inny.pdf", id="missing"),
        pytest.param("formularze", id="folder"),
        pytest.param("formularze/", id="folder with a slash"),
        pytest.param("formularze/wniosek.pdf/inny.pdf", id="file taken for a folder"),
        pytest.param("../tajne.pdf", id="beside the folder"),
        pytest.param("formularze/../../tajne.pdf", id="out of the folder and back"),
        pytest.param("%2e%2e/tajne.pdf", id="beside the folder, encoded"),
        pytest.param("..%2ftajne.pdf", id="beside the folder, slash encoded"),
        pytest.param("/etc/passwd", id="absolute"),
        pytest.param("%2fetc%2fpasswd", id="absolute, encoded"),
        pytest.param("formularze%00/wniosek.pdf", id="a null byte"),
        pytest.param("%ff.pdf", id="not UTF-8"),
        pytest.param("a" * 300 + ".pdf", id="a name too long"),
    ],
)
def test_anything_else_is_not_found(client, db, path):
    response = client.get(f"/pliki/{path}")
    assert (response.status_code, b"sekret" in response.content) == (404, False)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_file_is_for_reading_alone(client, method):
    assert getattr(client, method)(PDF).status_code == 405
