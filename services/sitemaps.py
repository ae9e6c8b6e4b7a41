"""What this app has for search engines."""

from offices.sitemaps import PublicSitemap
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


SITEMAPS = {
    "situations": SituationSitemap,
    "guides": GuideSitemap,
    "services": ServiceSitemap,
    "offerings": OfferingSitemap,
}
