"""What this app has for search engines."""

from django.contrib.sitemaps import Sitemap

from offices.models import Building, Office, OfficePage


class EverySitemap(Sitemap):
    """A sitemap in all languages, with their alternates."""

    i18n = True
    alternates = True
    x_default = True


class OfficeSitemap(EverySitemap):
    def items(self):
        return Office.objects.published()


class BuildingSitemap(EverySitemap):
    def items(self):
        return Building.objects.filter(office__is_published=True).select_related("office")


class OfficePageSitemap(EverySitemap):
    def items(self):
        return OfficePage.objects.filter(is_published=True, office__is_published=True).select_related("office")


SITEMAPS = {"offices": OfficeSitemap, "buildings": BuildingSitemap, "office-pages": OfficePageSitemap}
