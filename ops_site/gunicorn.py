"""What gunicorn is told beside its command line.

A whole letter typed into the search, ten thousand Ukrainian letters, is answered like any other query. Written into an
address each of them takes six bytes, and gunicorn by itself refuses a request line above 8190.
"""

from gunicorn.http import message

limit_request_line = message.MAX_REQUEST_LINE = 64 * 1024
