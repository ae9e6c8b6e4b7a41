"""What this app has for search engines."""

from functools import cached_property, partial

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import override

from offices.models import AccessibilityDeclaration, Building, Office, OfficePage


class PublicSitemap(Sitemap):
    """A sitemap in every language, each page naming its others.

    A file asks the database for its own records alone: Django by itself would first put the whole country into a list, in
    every language, for each file.
    """

    limit = 1_000  # Records of a file, each with a page in every language: about 2 MB. The protocol allows 50 MB.

    @cached_property
    def paginator(self):
        return Paginator(self.items(), self.limit)

    def places(self, records):
        """Return, for each page of these records, what gives its address in the language spoken at the time."""
        return [record.get_absolute_url for record in records]

    def get_urls(self, page=1, site=None, protocol=None):
        host = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        places = self.places(self.paginator.page(page).object_list)
        in_languages = {}
        for language, _label in settings.LANGUAGES:
            with override(language):
                in_languages[language] = [f"{host}{place()}" for place in places]
        languages = [*in_languages, "x-default"]
        return [
            {"location": one, "alternates": alternates}
            for addresses in zip(*in_languages.values(), in_languages[settings.LANGUAGE_CODE], strict=True)
            for alternates in [_alternates(languages, addresses)]
            for one in addresses[:-1]
        ]


def _alternates(languages, addresses):
    return [{"lang_code": code, "location": one} for code, one in zip(languages, addresses, strict=True)]


class OfOffices(PublicSitemap):
    """A sitemap of pages that are no records: of each office, as names of addresses with what these are made of."""

    limit = 300

    def items(self):
        return Office.objects.published().order_by("pk").values_list("pk", "slug")

    def places(self, records):
        return [partial(reverse, name, args=parts) for name, *parts in self.pages(dict(records))]

    def pages(self, slugs):
        """Yield (name, slug of the office, …) of every page of the offices {pk: slug}."""
        raise NotImplementedError


class OfficeSitemap(OfOffices):
    """The pages that every office has."""

    names = ("office", "offices:contact", "offices:notices")

    def pages(self, slugs):
        return [(name, slug) for slug in slugs.values() for name in self.names]


class BuildingSitemap(PublicSitemap):
    def items(self):
        return Building.objects.filter(office__is_published=True).select_related("office").order_by("pk")


class DeclarationSitemap(PublicSitemap):
    def items(self):
        declarations = AccessibilityDeclaration.objects.filter(office__is_published=True)
        return declarations.select_related("office").order_by("pk")


class OfficePageSitemap(PublicSitemap):
    def items(self):
        pages = OfficePage.objects.filter(is_published=True, office__is_published=True)
        return pages.select_related("office").order_by("pk")


# By the names that search engines keep: an address such as /sitemap-offices.xml stays.
SITEMAPS = {
    "offices": OfficeSitemap,
    "buildings": BuildingSitemap,
    "declarations": DeclarationSitemap,
    "office-pages": OfficePageSitemap,
}
