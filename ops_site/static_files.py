"""The static files as they are served: hashed names, compressed beforehand, our style sheets without what people need
to read them."""

from django.core.files.base import ContentFile
from rcssmin import cssmin
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Where `collectstatic` puts the files. A page with its style sheets has to fit into 14 KB on the wire, and
    comments are for those who write."""

    def _save(self, name, content):
        if name.startswith("css/") and name.endswith(".css"):
            content = ContentFile(cssmin(b"".join(content.chunks())))
        return super()._save(name, content)
