"""Run `make run` as a newcomer does: twice, on a free port, with an empty folder for its data.

Fails when a page does not answer 200, when a broken request is not answered with a page that helps, when the second start
is slow, or when the workers take much memory.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

SLOWEST_SECOND_START = 5  # seconds
MOST_MEMORY = 250  # MB, of both workers
PATIENCE = 300  # seconds, for the first start
WORKERS = 2
# What a browser never sends, and the answer. Some of it gunicorn refuses before Django sees it.
BROKEN = [
    (b"CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n", (400, 404, 405)),
    (b"CONNECT / HTTP/1.1\r\nHost: localhost\r\n\r\n", (400, 405)),
    (b"BREW /en/ HTTP/1.1\r\nHost: localhost\r\n\r\n", (405,)),
    (b"GET / HTTP/1.1\r\nHost: example.org\r\n\r\n", (400,)),
    (b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", (400,)),
    (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", (414,)),
    (b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 200 + b"\r\n", (431,)),
    (b"GET /%00%ff HTTP/1.1\r\nHost: localhost\r\n\r\n", (404,)),
    (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 \r\n\r\n", (400,)),
    (b"GET /static/staticfiles.json HTTP/1.1\r\nHost: localhost\r\n\r\n", (404,)),
]


def main():
    with tempfile.TemporaryDirectory() as folder:
        with running(folder) as (site, pid, seconds):
            print(f"First start (new database, static files): {seconds:.1f} s")
        for _ in range(3):  # A start may be slow because the machine is busy; not three in a row.
            with running(folder) as (site, pid, seconds):
                print(f"Second start: {seconds:.1f} s")
            if seconds < SLOWEST_SECOND_START:
                break
        check(seconds < SLOWEST_SECOND_START, f"The second start has to take less than {SLOWEST_SECOND_START} s.")
        with running(folder) as (site, pid, seconds):
            fetch(site + "/wolomin/")
            files = locations(fetch(site + "/sitemap.xml"))
            addresses = [address for file in files for address in locations(fetch(site + file))]
            check(len(addresses) > 10, "The sitemap is nearly empty.")
            started = time.monotonic()
            for path in ["/", "/readyz", *addresses]:
                fetch(site + path)
            print(f"Pages of the sitemap: {len(addresses)}, all 200, in {time.monotonic() - started:.1f} s")
            # Six bytes a letter in the address: far above what gunicorn takes by itself.
            fetch(site + "/uk/szukaj/?q=" + quote("ї" * 10_000))
            check_broken_requests(site)
            sizes = [memory(worker) for worker in children_of(pid)]
            check(len(sizes) == WORKERS, f"There are {len(sizes)} workers instead of {WORKERS}.")
            print(f"Memory of the workers: {sum(sizes):.0f} MB ({' + '.join(f'{size:.0f}' for size in sizes)})")
            check(sum(sizes) < MOST_MEMORY, f"The workers have to take less than {MOST_MEMORY} MB.")


@contextmanager
def running(folder):
    """Start the site; give its address, the id of gunicorn's first process, and how long it took."""
    port = free_port()
    site = f"http://127.0.0.1:{port}"
    environ = {**os.environ, "PORT": str(port), "VAR_DIR": folder}
    started = time.monotonic()
    make = subprocess.Popen(["make", "run"], env=environ, start_new_session=True)  # noqa: S607
    try:
        wait_for(site + "/healthz", make)
        seconds = time.monotonic() - started
        yield site, gunicorn_under(make.pid), seconds
    finally:
        os.killpg(make.pid, signal.SIGTERM)
        make.wait(timeout=30)
        wait_until_free(port)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address, process):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        check(process.poll() is None, "`make run` stopped.")
        try:
            fetch(address)
            return
        except URLError:
            time.sleep(0.05)
    sys.exit(f"{address} does not answer.")


def wait_until_free(port):
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.1)
    sys.exit("The site did not stop.")


def fetch(address):
    with urlopen(address, timeout=60) as answer:  # noqa: S310 (the address is our own)
        return answer.read().decode()


def check_broken_requests(site):
    for request, statuses in BROKEN:
        with socket.create_connection(("127.0.0.1", int(site.rpartition(":")[2])), timeout=10) as connection:
            connection.settimeout(10)
            connection.sendall(request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))
            answer = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
        status = int(answer[9:12] or 0)
        check(status in statuses, f"{request[:60]!r} is answered {status} instead of {statuses}.")
        check("tel:112" in answer and 'href="/' in answer, f"{request[:60]!r} is answered without a page that helps.")
    print(f"Broken requests: {len(BROKEN)}, each with a page that helps")


def locations(text):
    """Return the addresses that a file of the sitemap, or its index, names, without the host."""
    return re.findall(r"<loc>https?://[^/]+([^<]*)</loc>", text)


def children_of(pid):
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def gunicorn_under(pid):
    """Return the first process of gunicorn under `make`, whatever shells stand between."""
    for child in children_of(pid):
        if b"gunicorn" in Path(f"/proc/{child}/cmdline").read_bytes():
            return child
        below = gunicorn_under(child)
        if below:
            return below
    return None


def memory(pid):
    """Return a process's part of the memory in MB; what two processes share counts half for each."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)[1]) / 1024


def check(is_true, words):
    if not is_true:
        sys.exit(words)


if __name__ == "__main__":
    main()
