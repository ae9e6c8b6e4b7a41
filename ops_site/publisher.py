"""Who runs this site, for the foot of every page: the name and the e-mail address that the settings give."""

from django.conf import settings


def publisher(request):
    """Tell every template who runs the site; both are empty where an installation does not say."""
    return {"site_operator": settings.SITE_OPERATOR, "site_contact_email": settings.SITE_CONTACT_EMAIL}
