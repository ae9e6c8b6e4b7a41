"""Every address of the site, on one screen. Polish has no prefix; en/ and uk/ stand in front."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.views.decorators.http import require_safe

from offices.sitemaps import SITEMAPS as OFFICE_SITEMAPS
from ops_site import files, views
from ops_site.sitemaps import SITEMAPS as SITE_SITEMAPS
from services.sitemaps import SITEMAPS as SERVICE_SITEMAPS

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path(
        "sitemap.xml",
        require_safe(sitemap),
        {"sitemaps": SITE_SITEMAPS | OFFICE_SITEMAPS | SERVICE_SITEMAPS},
        name="sitemap",
    ),
    path("pliki/<path:path>", files.file, name="file"),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("mapa-strony/", views.site_map, name="site_map"),
        path("komponenty/", views.components, name="components"),
        path("", include("search.urls")),
        path("", include("services.urls")),
        path("", include("offices.urls")),
        path("<slug:office_slug>/", views.office, name="office"),
        prefix_default_language=False,
    ),
]

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error
