"""The pages that belong to no app."""

from django.urls import reverse

from offices.sitemaps import PublicSitemap


class SiteSitemap(PublicSitemap):
    def items(self):
        return ["home", "offices:help_now", "services:all_matters", "site_map"]

    def location(self, item):
        return reverse(item)


SITEMAPS = {"site": SiteSitemap}
