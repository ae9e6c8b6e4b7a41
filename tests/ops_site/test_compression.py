"""Compression: what browsers send and get back."""

import brotli
import pytest
from django.http import HttpResponse

from ops_site.compression import HttpCompressionMiddleware

WORDS = " ".join(f"słowo {number} o zasiłku i o dzieciach" for number in range(400)).encode()


def answer(rf, encodings):
    return HttpCompressionMiddleware(lambda request: HttpResponse(WORDS))(rf.get("/", HTTP_ACCEPT_ENCODING=encodings))


@pytest.mark.parametrize(
    ("accepted", "used"),
    [
        ("gzip, deflate, br, zstd", "br"),  # Chrome, Edge, Firefox
        ("gzip, deflate, br", "br"),  # Safari
        ("gzip", "gzip"),
        ("", None),
    ],
)
def test_page_is_compressed_by_the_smallest_way_a_browser_knows(rf, accepted, used):
    assert answer(rf, accepted).headers.get("content-encoding") == used


def test_page_weighs_what_brotli_makes_of_it_at_quality_five(rf):
    assert len(answer(rf, "br").content) == len(brotli.compress(WORDS, quality=5))
