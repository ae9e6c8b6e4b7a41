"""What a request says of its own type, before Django hears it.

Django reads Content-Type while it is not ready yet to show the page of an error: a charset that is none of texts
("hex"), or any charset beside a thousand parameters, would get a bare 500 and leave a traceback. All here is UTF-8.
"""

import re

BOUNDARY = re.compile(r'boundary="?([^";]+)', re.IGNORECASE)


def plain(application):
    """Return a WSGI application that is told of a Content-Type only how to read a form."""

    def told_less(environ, start_response):
        environ["CONTENT_TYPE"] = kind_of_form(environ.get("CONTENT_TYPE", ""))
        return application(environ, start_response)

    return told_less


def kind_of_form(content_type):
    """Return the kind of a form, and what stands between its parts when it has any."""
    kind, boundary = content_type.partition(";")[0], BOUNDARY.search(content_type)
    return f'{kind}; boundary="{boundary[1]}"' if boundary else kind
