"""Files that staff put on the site: forms to download, recordings in sign language; a film in parts.

No proxy in front should serve MEDIA_ROOT by itself: only the site knows which files are the public's at the moment.
"""

import re
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.static import was_modified_since

from ops_site.stored_files import is_named, is_public

# What a browser shows in its place on the page. Everything else is offered for saving.
SHOWN = {
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".vtt": "text/vtt; charset=utf-8",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
# Written out: what Python knows of types depends on the machine, and no browser may guess (nosniff).
SAVED = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


@require_safe
def file(request, path):
    """Answer with a file of MEDIA_ROOT, or with the part of it that a player asks for (RFC 9110, section 14).

    The public gets what a published record names; staff also look at what is not published yet.
    """
    if not (public := is_public(path)) and not (_is_staff(request) and is_named(path)):
        raise Http404
    try:
        opened = default_storage.open(path)
        size = default_storage.size(path)
    except (OSError, SuspiciousFileOperation, ValueError) as error:
        raise Http404 from error
    suffix = PurePosixPath(path).suffix.lower()
    response = FileResponse(
        opened,
        as_attachment=suffix not in SHOWN,
        filename=PurePosixPath(path).name,
        content_type=SHOWN.get(suffix) or SAVED.get(suffix, "application/octet-stream"),
    )
    changed = int(default_storage.get_modified_time(path).timestamp())
    response["Cache-Control"] = "public, no-cache" if public else "private, no-store"
    response["Last-Modified"] = http_date(changed)
    response["Accept-Ranges"] = "bytes"
    if not was_modified_since(request.headers.get("if-modified-since"), changed):
        return _unchanged(response, opened)
    asked = _asked(_range_of(request, response["Last-Modified"]), size)
    return _part(response, opened, size, *asked) if asked else response


def _is_staff(request):
    """Tell whether a member of staff asks. A visitor, who has no cookie, is not asked for a session."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_staff


def _unchanged(response, opened):
    opened.close()
    return HttpResponseNotModified(headers={name: response[name] for name in ("Cache-Control", "Last-Modified")})


def _range_of(request, last_modified):
    """Return the Range that counts: of a GET, and, where it goes on with an earlier download, of that same file."""
    goes_on = request.headers.get("if-range", last_modified) == last_modified
    return request.headers.get("range", "") if request.method == "GET" and goes_on else ""


def _asked(text, size):
    """Return the first and the last byte that a Range header asks for; None where it says nothing that counts."""
    match = RANGE.fullmatch(text)
    first, last = match.groups() if match else ("", "")
    if first and last and int(last) < int(first):
        return None
    if first:
        return int(first), min(int(last), size - 1) if last else size - 1
    return (max(0, size - int(last)), size - 1) if last else None


def _part(response, opened, size, start, end):
    if start > end:
        opened.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    opened.seek(start)
    response.status_code = 206
    response.streaming_content = _read(opened, end - start + 1)
    response["Content-Length"] = str(end - start + 1)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    return response


def _read(opened, left, block=64 * 1024):
    while left > 0 and (data := opened.read(min(block, left))):
        left -= len(data)
        yield data
