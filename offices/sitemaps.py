"""What this app has for search engines."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from offices.models import AccessibilityDeclaration, Building, Office, OfficePage


class PublicSitemap(Sitemap):
    """A sitemap in every language, each page naming its others."""

    i18n = alternates = x_default = True


class AddressSitemap(PublicSitemap):
    """A sitemap of items that are no records: each is the name of a page and what its address is made of."""

    def location(self, item):
        name, *parts = item
        return reverse(name, args=parts)


class OfficeSitemap(AddressSitemap):
    """The pages that every office has."""

    names = ("office", "offices:contact", "offices:notices")

    def items(self):
        slugs = Office.objects.published().values_list("slug", flat=True)
        return [(name, slug) for slug in slugs for name in self.names]


class BuildingSitemap(PublicSitemap):
    def items(self):
        return Building.objects.filter(office__is_published=True).select_related("office")


class DeclarationSitemap(PublicSitemap):
    def items(self):
        return AccessibilityDeclaration.objects.filter(office__is_published=True).select_related("office")


class OfficePageSitemap(PublicSitemap):
    def items(self):
        return OfficePage.objects.filter(is_published=True, office__is_published=True).select_related("office")


SITEMAPS = {
    "offices": OfficeSitemap,
    "buildings": BuildingSitemap,
    "declarations": DeclarationSitemap,
    "office-pages": OfficePageSitemap,
}
