"""What the log of the server keeps."""

import logging


class TracebacksOfErrors(logging.Filter):
    """Keep the traceback of an error of the site alone: what somebody sent and was refused is said in one line.

    Django adds one to whatever it refuses, and anybody could fill the log with them.
    """

    def filter(self, record):
        if record.levelno < logging.ERROR:
            record.exc_info = record.exc_text = None
        return True
