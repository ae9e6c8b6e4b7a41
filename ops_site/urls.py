"""Every address of the site, on one screen. Polish has no prefix; en/ and uk/ stand in front."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from ops_site import errors, files, sitemaps, views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap_section"),
    path("pliki/<path:path>", files.file, name="file"),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("mapa-strony/", views.site_map, name="site_map"),
        path("mapa-strony/<slug:letter>/<int:number>/", views.office_list, name="office_list"),
        path("o-stronie/", views.about, name="about"),
        path("komponenty/", views.components, name="components"),
        path("", include("search.urls")),
        path("", include("services.urls")),
        path("", include("offices.urls")),
        path("<slug:office_slug>/", views.office, name="office"),
        prefix_default_language=False,
    ),
]

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found
handler500 = errors.server_error
