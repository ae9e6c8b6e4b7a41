"""What this app has for search engines."""

from django.contrib.sitemaps import Sitemap

from offices.models import Building, Office, OfficePage


class PolishSitemap(Sitemap):
    """A sitemap of the Polish pages: the other languages are listed once their texts are translated."""


class OfficeSitemap(PolishSitemap):
    def items(self):
        return Office.objects.published()


class BuildingSitemap(PolishSitemap):
    def items(self):
        return Building.objects.filter(office__is_published=True).select_related("office")


class OfficePageSitemap(PolishSitemap):
    def items(self):
        return OfficePage.objects.filter(is_published=True, office__is_published=True).select_related("office")


SITEMAPS = {"offices": OfficeSitemap, "buildings": BuildingSitemap, "office-pages": OfficePageSitemap}
