"""How an answer is compressed on the wire.

The library takes zstd wherever a browser knows it, and brotli at its quality 4. On our pages, mostly words, quality 5
makes 10 % less of them than 4 and 15 % less than zstd, for a third of a millisecond. The library has no settings for
either, only these two constants.
"""

from types import MappingProxyType

from django_http_compression import middleware

middleware.codings = MappingProxyType({"br": 0, "zstd": 1, "gzip": 2, "identity": 3})
middleware.BROTLI_QUALITY = 5


class HttpCompressionMiddleware(middleware.HttpCompressionMiddleware):
    """The library's own, with the constants above. Of a file that is sent in parts the bytes are counted: it stays as it is."""

    def maybe_compress(self, request, response):
        if "Accept-Ranges" not in response.headers:
            super().maybe_compress(request, response)
