"""A whole country of made-up offices beside the real ones, so that the search can be measured at its full size.

Names and streets are put together from real Polish parts. Nothing is random: every run makes the same country.
"""

import datetime as dt

from django.db import transaction

from offices.models import Building, Notice, Office, Phone, Section
from search import catalogue, freshness
from services.models import Handling, LifeSituation, Offering, Service

OFFICES = 2_500
OFFERINGS = 60  # Of each office: all shared matters and one of its own.
BATCH = 5_000
NOTICES_FROM = dt.datetime(2026, 1, 2, 8, tzinfo=dt.UTC)

# Parts of names; a bar stands between those of several words.
STEMS = """
    Bart Białobrz Bober Bobr Bog Borow Brzez Bukow Chmiel Czarn Czerw Dąbr Dębn Dobr Głog Gołęb Grab Grod Grusz Jabłon Jarosł
    Jasion Jawor Jedl Jeleni Kalin Kamieni Karp Klon Konar Koz Krasn Kruszw Krzyw Lesz Lip Lub Łąk Łos Mal Międzyb Miłosł
    Modrz Mosz Murow Niedźw Olsz Orl Ostr Pias Rad Rogoz Sław Sokol Sosn Star Strzel Topol Wierzb Wilk Zajęcz
""".split()
# By the gender of the name, which its second word follows.
ENDINGS = {
    "owo": "n", "ów": "m", "in": "m", "ice": "p", "owa": "f", "no": "n", "ina": "f", "nica": "f", "iec": "m", "owice": "p",
    "niki": "p", "yn": "m", "any": "p", "ewo": "n", "ęcin": "m", "ówka": "f", "anów": "m", "anka": "f", "isko": "n", "ewice": "p",
}  # fmt: skip
SOFT_SECOND = """
    Wielkopolsk Mazowieck Kujawsk Lubelsk Śląsk Pomorsk Podlask Łódzk Krakowsk Opolsk Lubusk Warmińsk Kaszubsk Wielk
""".split()
HARD_SECOND = "Górn Doln Star Now".split()
SECOND_WORDS = [
    *({"m": f"{one}i", "f": f"{one}a", "n": f"{one}ie", "p": f"{one}ie"} for one in SOFT_SECOND),
    *({"m": f"{one}y", "f": f"{one}a", "n": f"{one}e", "p": f"{one}e"} for one in HARD_SECOND),
]
STREETS = (
    """
Lipowa|Szkolna|Ogrodowa|Kościelna|Polna|Leśna|Słoneczna|Krótka|Długa|Zielona|Parkowa|Kwiatowa|Łąkowa|Spokojna|Rynek
plac Wolności|Rynek Główny|Tadeusza Kościuszki|Adama Mickiewicza|Juliusza Słowackiego|Henryka Sienkiewicza
Marii Skłodowskiej-Curie|Mikołaja Kopernika|Fryderyka Chopina|Józefa Piłsudskiego|Jana Pawła II|Stefana Wyszyńskiego
Władysława Sikorskiego|Stanisława Moniuszki|Marii Konopnickiej|Bolesława Prusa|Władysława Reymonta|Jana III Sobieskiego
Kazimierza Wielkiego|Bolesława Chrobrego|Armii Krajowej|Wojska Polskiego|3 Maja|11 Listopada|1 Maja|osiedle Tysiąclecia
aleja Niepodległości|Powstańców Wielkopolskich|Konstytucji|Warszawska|Poznańska|Toruńska|Krakowska|Gdańska|Dworcowa
""".strip()
    .replace("\n", "|")
    .split("|")
)
BUILDINGS = ["Budynek główny", "Dział świadczeń", "Dom dziennego pobytu", "Klub integracji społecznej"]
SECTIONS = (
    """
Dział Świadczeń Rodzinnych|Dział Pomocy Środowiskowej|Dział Dodatków Mieszkaniowych|Zespół Usług Opiekuńczych
Zespół Interdyscyplinarny|Fundusz Alimentacyjny|Asystenci rodziny|Punkt konsultacyjny|Sekretariat|Księgowość
Koordynatorzy pieczy zastępczej|Świetlica środowiskowa
""".strip()
    .replace("\n", "|")
    .split("|")
)
MORE_SHARED = (
    """
Opieka wytchnieniowa|Teleopieka|Wypożyczalnia sprzętu rehabilitacyjnego|Asystent osobisty|Transport na badania
Jadłodzielnia|Mediacje rodzinne|Szkoła dla rodziców|Korpus wsparcia seniorów
""".strip()
    .replace("\n", "|")
    .split("|")
)
# What an office runs alone: in Polish, English and Ukrainian, with what people call it.
OWN = [
    ("Klub seniora", "Senior club", "Клуб сеньйорів", "spotkania dla emerytów"),
    ("Świetlica", "After-school club", "Світлиця", "zajęcia po lekcjach"),
    ("Dom dziennego pobytu", "Day centre", "Денний центр", "opieka w ciągu dnia"),
    ("Klub młodzieżowy", "Youth club", "Молодіжний клуб", "miejsce dla młodych"),
    ("Pracownia rękodzieła", "Craft workshop", "Майстерня рукоділля", "warsztaty plastyczne"),
    ("Złota rączka", "Handyman for seniors", "Майстер на годину", "drobne naprawy"),
    ("Kuchnia społeczna", "Community kitchen", "Громадська кухня", "obiady dla samotnych"),
]
OWN_NAMES = """
    Stokrotka Promyk Jutrzenka Nadzieja Przystań Wrzos Słonecznik Zacisze Radość Krokus Malwa Jarzębina Iskierka Tęcza Bławatek
    Konwalia Rumianek Pogodna Jesień Jaskółka Skowronek Dziupla Latarnia Arka Ostoja Azyl Mozaika Parasol Kotwica Źródło
""".split()


def name_of(number):
    """Return the name of a made-up municipality: about half are of one word, half of two."""
    rest, stem = divmod(number, len(STEMS))
    rest, ending = divmod(rest, len(ENDINGS))
    ending, gender = list(ENDINGS.items())[ending]
    name = STEMS[stem] + ending
    return f"{name} {SECOND_WORDS[number % len(SECOND_WORDS)][gender]}" if rest else name


@transaction.atomic
def fill(offices=OFFICES):
    """Add made-up offices until there are so many, each with its places, phones, offerings and one matter of its own."""
    made = Office.objects.bulk_create(
        (_office(number) for number in range(Office.objects.count(), offices)), batch_size=BATCH
    )
    buildings = Building.objects.bulk_create(
        (_building(office, n) for office in made for n in range(1 + office.pk % 4)), batch_size=BATCH
    )
    buildings_of = _by_office(buildings)
    sections = Section.objects.bulk_create(
        (_section(office, n, buildings_of[office.pk]) for office in made for n in range(5 + office.pk % 8)),
        batch_size=BATCH,
    )
    Phone.objects.bulk_create([_phone(number, one) for number, one in enumerate([*made, *sections])], batch_size=BATCH)
    Notice.objects.bulk_create((_notice(office) for office in made), batch_size=BATCH)
    Service.objects.bulk_create(
        Service(slug=f"wspolna-{n}", name_pl=name, summary_pl=f"{name} dla mieszkańców gminy.")
        for n, name in enumerate(MORE_SHARED[: max(0, OFFERINGS - 1 - Service.objects.filter(owner=None).count())])
    )
    own = Service.objects.bulk_create([_own(office) for office in made], batch_size=BATCH)
    situations = list(LifeSituation.objects.all())
    Service.situations.through.objects.bulk_create(
        [_link(one, situations[one.owner_id % len(situations)]) for one in own], batch_size=BATCH
    )
    _offer(made, own, _by_office(sections))
    renew_catalogue()


def renew_catalogue():
    """Have the search read everything again, and wait for it: records put in all at once give no signal."""
    catalogue.forget()
    freshness.renew(freshness.MATTERS)
    freshness.renew(freshness.PLACES)


def _offer(made, own, sections_of):
    shared = list(Service.objects.filter(owner=None)[: OFFERINGS - 1])
    Offering.objects.bulk_create(
        (
            Offering(
                office=office,
                service=service,
                state=Handling.ELSEWHERE if (office.pk + n) % 9 == 0 else Handling.HERE,
                section=sections_of[office.pk][n % len(sections_of[office.pk])],
            )
            for office, its_own in zip(made, own, strict=True)
            for n, service in enumerate([*shared, its_own])
        ),
        batch_size=BATCH,
    )


def _office(number):
    name = name_of(number)
    return Office(
        slug=f"gmina-{number}",
        name_pl=f"Gminny Ośrodek Pomocy Społecznej – {name}",
        short_name_pl=f"GOPS {name}",
        kind=Office.Kind.GOPS,
        municipality=name,
        is_published=True,
    )


def _building(office, n):
    step = office.pk * 7 + n * 11
    return Building(
        office=office,
        slug=f"budynek-{n}",
        name_pl=BUILDINGS[n],
        street=f"{_street(step)} {1 + step % 97}",
        postal_code=f"{10 + office.pk % 89}-{100 + step % 899}",
        town=office.municipality,
        purpose_pl=f"Dla mieszkańców ulic {_street(step + 1)} i {_street(step + 5)} oraz wsi {name_of(step % 900)}.",
        position=n,
    )


def _street(step):
    return STREETS[step % len(STREETS)] if step % 3 else f"{STEMS[step % len(STEMS)]}owska"


def _notice(office):
    street = _street(office.pk * 13)
    return Notice(
        office=office,
        title_pl=f"W piątek przyjmujemy przy ulicy {street}",
        text_pl=f"Remont w budynku głównym. Sprawy mieszkańców wsi {name_of(office.pk % 900)} załatwisz w świetlicy.",
        starts_at=NOTICES_FROM,
    )


def _section(office, n, buildings):
    return Section(
        office=office,
        building=buildings[n % len(buildings)],
        slug=f"komorka-{n}",
        name_pl=SECTIONS[n],
        room=str(n + 1),
        purpose_pl=f"Dla mieszkańców wsi {name_of((office.pk + 31 * n) % 900)}." if n % 3 == 0 else "",
        position=n,
    )


def _phone(number, place):
    return Phone(number=f"{220_000_000 + number * 37}", **{type(place).__name__.lower(): place})


def _own(office):
    polish, english, ukrainian, popular = OWN[office.pk % len(OWN)]
    name = OWN_NAMES[office.pk // len(OWN) % len(OWN_NAMES)]
    return Service(
        slug=f"wlasna-{office.pk}",
        owner=office,
        name_pl=f"{polish} „{name}”",
        name_en=f"{english} “{name}”",
        name_uk=f"{ukrainian} «{name}»",
        popular_names_pl=f"{popular}\n{name}",
        search_words_pl=f"{polish} {office.municipality}",
        summary_pl=f"{polish} dla mieszkańców gminy {office.municipality}: {popular}, bez opłat i bez zapisów.",
        summary_en=f"{english} for residents of {office.municipality}, free and without booking.",
        summary_uk=f"{ukrainian} для мешканців: безкоштовно і без запису.",
    )


def _link(service, situation):
    return Service.situations.through(service=service, lifesituation=situation)


def _by_office(records):
    found = {}
    for one in records:
        found.setdefault(one.office_id, []).append(one)
    return found
