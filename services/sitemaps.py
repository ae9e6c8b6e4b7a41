"""What this app has for search engines."""

from offices.sitemaps import AddressSitemap, OfficeSitemap, PublicSitemap
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
    def items(self):
        return Offering.objects.filter(office__is_published=True).select_related("office", "service")


class OfficeMattersSitemap(OfficeSitemap):
    """The lists of matters that every office has."""

    names = ("services:matters", "services:office_letters")


class OfficeSituationSitemap(AddressSitemap):
    """The life situations of each office in which it has something to offer, as its list of matters groups them."""

    name, slug = "services:office_situation", "service__situations__slug"

    def items(self):
        offerings = Offering.objects.filter(office__is_published=True, **{f"{self.slug}__isnull": False})
        pairs = offerings.values_list("office__slug", self.slug).distinct().order_by("office__slug", self.slug)
        return [(self.name, *pair) for pair in pairs]


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
