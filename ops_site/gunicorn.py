"""What gunicorn is told beside its command line.

A whole letter typed into the search, ten thousand Ukrainian letters, is answered like any other query. Written into an
address each of them takes six bytes, and gunicorn by itself refuses a request line above 8190.
"""

import logging

from gunicorn import util
from gunicorn.http import message

limit_request_line = message.MAX_REQUEST_LINE = 64 * 1024
# Gunicorn by itself takes these from a proxy on the same machine, and some proxies let a visitor's own ones pass.
forwarder_headers = ""


def write_error(sock, status, reason, mesg):
    """Answer a request that never reached Django with the page that Django would have shown."""
    from ops_site.errors import unread_request_page  # Not before Django is ready.

    body = unread_request_page(status).content
    head = (
        f"HTTP/1.1 {status} {reason}\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"X-Content-Type-Options: nosniff\r\nContent-Language: pl\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    util.write_nonblock(sock, head.encode("ascii") + body)


def keep_no_address(record):
    """Leave out of the log who sent what could not be read: gunicorn would write down their address."""
    return not str(record.msg).startswith("Invalid request from ip=")


util.write_error = write_error
logging.getLogger("gunicorn.error").addFilter(keep_no_address)
