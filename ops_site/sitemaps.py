"""The sitemaps of all apps, behind one index; and the pages that belong to no app."""

from functools import partial

from django.contrib.sitemaps import views
from django.urls import reverse
from django.views.decorators.http import require_safe

from offices.by_letter import parts
from offices.sitemaps import SITEMAPS as OF_OFFICES
from offices.sitemaps import PublicSitemap
from ops_site.views import OFFICES_ALONE
from services.sitemaps import SITEMAPS as OF_SERVICES


class SiteSitemap(PublicSitemap):
    def items(self):
        return ["home", "offices:help_now", "offices:traces", "services:all_matters", "about", "site_map"]

    def places(self, records):
        return [partial(reverse, name) for name in records]


class OfficeListSitemap(PublicSitemap):
    """The pages of the list of offices, where there are so many that the map of the site leads to them."""

    def items(self):
        found = parts()
        return [(one.letter, one.number) for one in found] if sum(len(one.pks) for one in found) > OFFICES_ALONE else []

    def places(self, records):
        return [partial(reverse, "office_list", args=part) for part in records]


SITEMAPS = {"site": SiteSitemap, "office-lists": OfficeListSitemap} | OF_OFFICES | OF_SERVICES


@require_safe
def index(request):
    """Name every file of the sitemap that has an address in it; a country of offices has hundreds of files."""
    maps = {name: sitemap() for name, sitemap in SITEMAPS.items()}
    filled = {name: sitemap for name, sitemap in maps.items() if sitemap.paginator.count}
    return views.index(request, filled, sitemap_url_name="sitemap_section")


@require_safe
def section(request, section):
    """Answer with a file of the sitemap: a section, or `?p=`, the further part of one."""
    return views.sitemap(request, SITEMAPS, section)
