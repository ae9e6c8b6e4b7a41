"""Two small releases of the shared content, and a site that was installed from the first."""

from copy import deepcopy

from ops_site.content.layout import yaml_text

FIRST = {
    "life_situations": [{"slug": "nie-mam-za-co-zyc", "title": "Nie mam za co żyć", "icon": "wallet"}],
    "documents": [{"slug": "dowod", "name": "Dowód osobisty"}],
    "services": [
        {
            "slug": "zasilek-celowy",
            "name": {"pl": "Zasiłek celowy", "en": "Purpose allowance", "uk": "Цільова допомога"},
            "summary": {"pl": "Pieniądze na jedną rzecz.", "en": "Money for one thing.", "uk": "Гроші на одну річ."},
            "cost": {"pl": "Nic.", "en": "Nothing.", "uk": "Нічого."},
            "checked_on": "2026-11-22",
            "situations": ["nie-mam-za-co-zyc"],
            "required_documents": [{"document": "dowod", "note": "do wglądu"}],
            "deadlines": [{"label": "Wnioski na zimę", "last_day": "09-15"}],
            "legal_bases": [{"act": "Ustawa o pomocy społecznej", "provision": "art. 39"}],
            "amounts": [{"label": "Dochód, najwyżej", "value": "1010.00"}],
        },
        {
            "slug": "praca-socjalna",
            "name": "Praca socjalna",
            "summary": "Rozmowa i pomoc.",
            "steps": "Przyjdź.\nPowiedz.",
        },
    ],
    "guides": [
        {
            "slug": "pierwszy-raz",
            "title": "Pierwszy raz",
            "summary": "Od czego zacząć.",
            "situation": "nie-mam-za-co-zyc",
            "steps": [{"title": "Zadzwoń", "services": ["zasilek-celowy"]}],
        }
    ],
    "help_lines": [
        {
            "slug": "telefon-zaufania",
            "number": "116 111",
            "name": "Telefon zaufania",
            "topic": "children",
            "for_whom": "Dla dzieci",
            "schedules": [
                {"purpose": "phone", "weekly_hours": [{"weekday": "friday", "opens": "12:00", "closes": "20:00"}]}
            ],
        }
    ],
    "glossary": [{"pl": "zasiłek celowy", "en": "purpose allowance"}],
}


def changed(**by_kind):
    """Return the first release with fields of its records changed: `changed(services={"slug": {…}})`.

    Nothing instead of a dictionary leaves the record out; a slug that is not there is added.
    """
    content = deepcopy(FIRST)
    for kind, records in by_kind.items():
        for slug, fields in records.items():
            content[kind] = [one for one in content[kind] if fields is not None or one.get("slug") != slug]
            known = next((one for one in content[kind] if one.get("slug") == slug), None)
            if known:
                known.update(fields)
            elif fields:
                content[kind].append({"slug": slug, **fields})
    return content


def ship(directory, content=FIRST):
    """Write a release; return the path of its only file."""
    path = directory / "wspolne.yaml"
    path.write_text(yaml_text(content), encoding="utf-8")
    return path
