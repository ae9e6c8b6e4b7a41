"""What this app has for search engines."""

from django.contrib.sitemaps import Sitemap

from offices.models import Building, Office, OfficePage


class PublicSitemap(Sitemap):
    """A sitemap in every language, each page naming its others."""

    i18n = alternates = x_default = True


class OfficeSitemap(PublicSitemap):
    def items(self):
        return Office.objects.published()


class BuildingSitemap(PublicSitemap):
    def items(self):
        return Building.objects.filter(office__is_published=True).select_related("office")


class OfficePageSitemap(PublicSitemap):
    def items(self):
        return OfficePage.objects.filter(is_published=True, office__is_published=True).select_related("office")


SITEMAPS = {"offices": OfficeSitemap, "buildings": BuildingSitemap, "office-pages": OfficePageSitemap}
