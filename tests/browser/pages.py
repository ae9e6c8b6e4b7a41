"""One page of each kind, with short names."""

import pytest

PAGES = {
    "home": "/",
    "help now": "/pomoc-natychmiastowa/",
    "search, found": "/szukaj/?q=czynsz",
    "search, nothing": "/wolomin/szukaj/?q=xyzzy",
    "situation": "/sytuacje/ktos-mnie-krzywdzi/",
    "service": "/sprawy/dodatek-mieszkaniowy/",
    "office, one building": "/wolomin/",
    "office, four buildings": "/solec-kujawski/",
    "matters": "/wolomin/sprawy/",
    "offering": "/wolomin/sprawy/dodatek-mieszkaniowy/",
    "offering elsewhere": "/solec-kujawski/sprawy/swiadczenie-wychowawcze/",
    "office situation": "/wolomin/sytuacje/nie-mam-za-co-zyc/",
    "building": "/solec-kujawski/budynki/dom-dobrych-praktyk/",
    "contact": "/wolomin/kontakt/",
    "notices": "/wolomin/komunikaty/",
    "declaration": "/wolomin/deklaracja-dostepnosci/",
    "office page": "/wolomin/prosty-jezyk/",
    "site map": "/mapa-strony/",
    "not found": "/nie/ma/takiej/strony/",
    "components": "/komponenty/",
}

# What changes most is looked at every time; the others are slow.
OFTEN = ("home", "offering", "components")
EACH_KIND = [name if name in OFTEN else pytest.param(name, marks=pytest.mark.slow) for name in PAGES]
