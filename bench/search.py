"""How well the search finds and what it costs, on a database of its own that is thrown away at the end.

`make bench` runs it. Only ratios carry over from one machine to another.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent


def start_site(folder, content):
    """Set Django up with a new database in `folder` that holds the content files. Nothing outside it is written."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "ops_site.settings",
        "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
        "CACHE_URL": "locmemcache://",
        "VAR_DIR": folder,
        "SECRET_KEY": "for-measuring-only",
        "DEBUG": "off",
    }
    django.setup()
    from django.core.management import call_command

    from ops_site.content.loader import load

    call_command("migrate", verbosity=0)
    load(content)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument(
        "--misses", action="store_true", help="list the misses of the tuned half; the other stays blind"
    )
    options.add_argument("--finding", action="store_true", help="how well it finds alone; fails below the limits")
    options.add_argument("--content", type=Path, default=ROOT / "content", help="a folder of content files")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        start_site(folder, sorted(chosen.content.glob("*.yaml")))
        from bench import finding  # It needs the settings.

        if chosen.finding:
            sys.exit(not finding.finds_well(ROOT / "bench" / "queries.tsv"))
        finding.report(ROOT / "bench" / "queries.tsv", shows_misses=chosen.misses)


if __name__ == "__main__":
    main()
