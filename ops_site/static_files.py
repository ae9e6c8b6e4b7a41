"""The static files as they are served: hashed names, compressed beforehand, our style sheets without what people need
to read them, and those that every page needs in one."""

import re
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from rcssmin import cssmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEETS = settings.BASE_DIR / "static" / "css"
# As it is written, and as Django rewrites it with the digest of the file: `@import url("base.0123456789ab.css");`.
IMPORT = re.compile(r"""@import (?:url\()?"([\w-]+)(?:\.[0-9a-f]{12})?\.css"\)?;""")


def as_served(sheet):
    """Return the bytes of one of our style sheets with those that it imports in the place of its lines, and without
    comments."""
    whole = IMPORT.sub(lambda line: Path(SHEETS, f"{line[1]}.css").read_text(encoding="utf-8"), sheet.decode())
    return cssmin(whole).encode()


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Where `collectstatic` puts the files. A page with its style sheets has to fit into 14 KB on the wire, and
    comments are for those who write."""

    def _save(self, name, content):
        if name.startswith("css/") and name.endswith(".css"):
            content = ContentFile(as_served(b"".join(content.chunks())))
        return super()._save(name, content)
