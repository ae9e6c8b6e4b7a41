"""The pages that answer everyday words: at one office, at each of a few, or on the site."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from offices.directory import Directory
from services.models import Guide, LifeSituation

CONTACT, BULLETIN = _("Kontakt i godziny"), _("Biuletyn Informacji Publicznej (BIP)")
# page -> (its title, its address at an office: name, further arguments and place on the page)
AT_OFFICES = {
    "contact": (CONTACT, "offices:contact", (), ""),
    "hours": (CONTACT, "offices:contact", (), "#godziny"),
    "bip": (BULLETIN, "offices:contact", (), "#bip"),
    "declaration": (_("Deklaracja dostępności"), "offices:accessibility_declaration", (), ""),
    "privacy": (_("Prywatność"), "offices:page", ("prywatnosc",), ""),
    "sign": (_("Język migowy"), "offices:page", ("jezyk-migowy",), ""),
    "plain": (_("Łatwiej: prosty język"), "offices:page", ("prosty-jezyk",), ""),
    "notices": (_("Komunikaty"), "offices:notices", (), ""),
    "matters": (_("Wszystkie sprawy od A do Z"), "services:office_letters", (), ""),
}
# Of the whole site; those that are at offices too answer where no office is asked.
OF_SITE = {
    "help": (_("Pomoc natychmiastowa: 112 i telefony zaufania"), "offices:help_now", ""),
    "error": (_("Zgłoś błąd na stronie"), "about", "#blad"),
    "about": (_("O stronie"), "about", ""),
    "map": (_("Mapa strony"), "site_map", ""),
    "matters": (_("Wszystkie sprawy od A do Z"), "services:all_matters", ""),
}
# Situations and steps of guides, by their addresses; a step is the first whose Polish title has the word.
SITUATIONS = {"interpreter": "jestem-z-zagranicy"}
STEPS = {"eviction": ("brakuje-na-czynsz", "eksmisj"), "pesel": ("z-zagranicy", "Zrób PESEL")}


@dataclass(frozen=True)
class Page:
    """A page that answers: what it is called, its address, and the office whose it is, as a Directory, or None.

    A title that an editor wrote is read from its `record`.
    """

    title: str
    address: str
    directory: Directory | None = None
    record: object = None


def pages(page, directories, at_office=None):
    """Return the Pages for what everyday words ask for: at the office asked, a Directory, or at each of `directories`."""
    if page in SITUATIONS:
        return _situation(SITUATIONS[page], at_office)
    if page in STEPS:
        return _step(*STEPS[page], at_office)
    if page in AT_OFFICES and (at_office or page not in OF_SITE):
        return [_at_office(page, one) for one in ([at_office] if at_office else directories)] or _chosen_first()
    if page in OF_SITE:
        title, name, place = OF_SITE[page]
        return [Page(title, reverse(name) + place)]
    return []


def _at_office(page, directory):
    title, name, further, place = AT_OFFICES[page]
    office = directory.office
    if page == "bip" and office.bip_url:
        return Page(title, office.bip_url, directory)
    return Page(title, reverse(name, args=[office.slug, *further]) + place, directory)


def _chosen_first():
    """With too many offices to name, a person looks for their own first."""
    return [Page(_("Znajdź swój ośrodek"), reverse("site_map"))]


def _situation(slug, at_office):
    found = LifeSituation.objects.filter(slug=slug).first()
    address = _below(at_office, "situation", slug)
    return [Page("", address, record=found)] if found else []


def _step(slug, word, at_office):
    guide = Guide.objects.filter(slug=slug).first()
    steps = list(guide.steps.all()) if guide else []
    for number, step in enumerate(steps, start=1):
        if word in step.title_pl:
            return [Page("", f"{_below(at_office, 'guide', slug)}#krok-{number}", record=step)]
    return []


def _below(at_office, name, slug):
    """Return the address of a situation or a guide: at the office asked, or for any."""
    if at_office:
        return reverse(f"services:office_{name}", args=[at_office.office.slug, slug])
    return reverse(f"services:{name}", args=[slug])
