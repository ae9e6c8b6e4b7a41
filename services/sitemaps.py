"""What this app has for search engines."""

from functools import partial

from django.urls import reverse

from offices.sitemaps import OfficeSitemap, OfOffices, PublicSitemap
from services.models import Guide, LifeSituation, Offering, Service


class SituationSitemap(PublicSitemap):
    def items(self):
        return LifeSituation.objects.all()


class GuideSitemap(PublicSitemap):
    def items(self):
        return Guide.objects.all()


class ServiceSitemap(PublicSitemap):
    def items(self):
        return Service.objects.filter(owner=None)


class OfferingSitemap(PublicSitemap):
    """The matters of all offices. Their sheets, with all their texts, are not read for it."""

    def items(self):
        offerings = Offering.objects.filter(office__is_published=True).order_by("pk")
        return offerings.values_list("office__slug", "service__slug")

    def places(self, records):
        return [partial(reverse, "services:offering", args=slugs) for slugs in records]


class OfficeMattersSitemap(OfficeSitemap):
    """The lists of matters that every office has."""

    names = ("services:matters", "services:office_letters")


class OfficeSituationSitemap(OfOffices):
    """The life situations of each office in which it has something to offer, as its list of matters groups them."""

    limit = 50
    name, slug = "services:office_situation", "service__situations__slug"

    def pages(self, slugs):
        offerings = Offering.objects.filter(office__in=slugs, **{f"{self.slug}__isnull": False})
        pairs = offerings.values_list("office", self.slug).distinct().order_by("office", self.slug)
        return [(self.name, slugs[office], slug) for office, slug in pairs]


class OfficeGuideSitemap(OfficeSituationSitemap):
    """The guides of those life situations, with the desks of the office."""

    name, slug = "services:office_guide", "service__situations__guides__slug"


SITEMAPS = {
    "situations": SituationSitemap,
    "guides": GuideSitemap,
    "services": ServiceSitemap,
    "offerings": OfferingSitemap,
    "office-matters": OfficeMattersSitemap,
    "office-situations": OfficeSituationSitemap,
    "office-guides": OfficeGuideSitemap,
}
