"""Which static files are served."""

from ops_site.middleware import StaticFiles


def test_list_of_the_static_files_is_not_served(settings, tmp_path):
    settings.STATIC_ROOT, settings.WHITENOISE_AUTOREFRESH = tmp_path, False
    for name in ("staticfiles.json", "icons.svg"):
        (tmp_path / name).write_text("{}")
    assert list(StaticFiles().files) == ["/static/icons.svg"]
