"""What pages cost in processor time as the country grows: among 2 offices, 250 and 2,500, as ratios in one run.

`make bench` runs it. A page of one office may not cost more for the others; a list of offices stays a first page of them.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from bench.search import ROOT, start_site

SIZES = (250, 2_500)
ROUNDS = 5
MOST_GROWTH = {  # Processor time at each size ÷ at 2 offices.
    "/wolomin/": (1.3, 1.3),
    "/wolomin/sprawy/dodatek-mieszkaniowy/": (1.3, 1.3),
    "/wolomin/kontakt/": (1.3, 1.3),
    "/pomoc-natychmiastowa/": (1.3, 1.3),
    "/": (8.0, 8.0),  # Shows up to 24 offices, where there were 2.
    "/sytuacje/nie-mam-za-co-zyc/": (8.0, 8.0),
    "/sprawy/dodatek-mieszkaniowy/": (8.0, 8.0),
    "/mapa-strony/": (3.0, 6.0),
    "/sitemap.xml": (10.0, 60.0),
    "/sitemap-offerings.xml": (20.0, 20.0),  # One file: at most as many addresses as its limit.
}


def cost(client, address):
    """Return the processor time of a page, the median of some rounds, in milliseconds."""
    rounds = []
    for _round in range(ROUNDS):
        start = time.process_time()
        status = client.get(address).status_code
        rounds.append(time.process_time() - start)
        assert status == 200, (address, status)  # noqa: S101  (a page that is not there costs nothing)
    return 1000 * statistics.median(rounds)


def main():
    with tempfile.TemporaryDirectory() as folder:
        start_site(folder, sorted(Path(ROOT, "content").glob("*.yaml")))
        sys.exit(not report())


def report():
    """Print the table; return whether every ratio is within its limit."""
    from django.test import Client, override_settings  # They need the settings.

    from bench import country

    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    files = {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
    with override_settings(SECURE_SSL_REDIRECT=False, ALLOWED_HOSTS=["testserver"], STORAGES=files | plain):
        client = Client()
        few = {address: cost(client, address) for address in MOST_GROWTH}
        grown = []
        for size in SIZES:
            country.fill(size)
            grown.append({address: cost(client, address) for address in MOST_GROWTH})
    print(
        f"\n{'processor time':<42}{'2 offices':>12}"
        + "".join(f"{f'÷ at {size:,}':>14}" for size in SIZES)
        + f"{'limits':>16}"
    )
    holds = True
    for address, limits in MOST_GROWTH.items():
        ratios = [costs[address] / few[address] for costs in grown]
        is_within = all(ratio <= limit for ratio, limit in zip(ratios, limits, strict=True))
        holds &= is_within
        print(
            f"{address:<42}{few[address]:>9.1f} ms"
            + "".join(f"{ratio:>14.2f}" for ratio in ratios)
            + f"{'  '.join(f'{limit:.1f}' for limit in limits):>16}"
            + ("" if is_within else "  too much")
        )
    return holds


if __name__ == "__main__":
    main()
