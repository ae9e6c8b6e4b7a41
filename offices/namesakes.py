"""Two offices may stand in municipalities of one name, a town and the villages around it: the list tells them apart."""

from collections import Counter

from django.utils.translation import gettext_lazy as _

# The last digit of a TERYT code of a municipality (rozporządzenie o rejestrze terytorialnym).
KINDS = {"1": _("gmina miejska"), "2": _("gmina wiejska"), "3": _("gmina miejsko-wiejska")}


def tell_apart(offices):
    """Give each office of a list whose municipality has a namesake there its `municipality_kind` in words; return the list.

    The others, and those without a TERYT code, have none.
    """
    offices = list(offices)
    shared = Counter(name for name, _pk in {(office.municipality, office.pk) for office in offices})
    for office in offices:
        office.municipality_kind = KINDS.get(office.teryt[-1:], "") if shared[office.municipality] > 1 else ""
    return offices
