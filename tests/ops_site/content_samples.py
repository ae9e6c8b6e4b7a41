"""Two small content files, written just as the exporter writes them."""

SHARED = """\
life_situations:
  - slug: nie-mam-za-co-zyc
    title: {pl: Nie mam za co żyć, en: I have nothing to live on, uk: Мені нема за що жити}
    icon: wallet
services:
  - slug: zasilek-celowy
    name: Zasiłek celowy
    summary: 'Pieniądze na jedną rzecz: opał, leki albo jedzenie.'
    to_bring: |
      dowód osobisty
      zaświadczenie o dochodach
    situations: [nie-mam-za-co-zyc]
    legal_bases:
      - {act: Ustawa o pomocy społecznej, provision: art. 39}
    amounts:
      - {label: 'Dochód osoby samotnej, najwyżej', value: 1010.00, valid_from: 2025-01-01}
help_lines:
  - slug: telefon-zaufania
    number: 116 111
    name: Telefon zaufania
    topic: children
    for_whom: Dla dzieci i młodzieży
    is_confirmed: false
    checked_on: 2026-11-22
    schedules:
      - purpose: phone
        weekly_hours:
          - {weekday: friday, opens: 22:00, closes: 06:30, ends_next_day: true, mode: phone}
          - {weekday: sunday, mode: closed}
"""

OFFICE = """\
office:
  slug: wolomin
  name: Ośrodek Pomocy Społecznej w Wołominie
  short_name: OPS Wołomin
  kind: ops
  municipality: Wołomin
  about: |
    Pierwszy akapit.

    Drugi akapit.
  source: strona ośrodka
  phones:
    - number: 22 787 27 01
      extension: 12
      purpose: Kasa
      schedules:
        - {note: Tylko rano, closed_on_holidays: false}
    - number: 22 787 27 01
      purpose: Sekretariat
      position: 2
  hours_exceptions:
    - {first_day: 2026-12-24, last_day: 2026-12-24, reason: Wigilia}
  holiday_years:
    - {year: 2026, confirmed_on: 2026-01-02}
  buildings:
    - slug: siedziba
      name: Siedziba
      street: Al. Armii Krajowej 34
      town: Wołomin
      accessibility_facts:
        - {feature: lift}
        - {feature: parking, answer: yes, note: 'Dwa miejsca, przy wejściu'}
      sections:
        - {slug: kasa, name: Kasa}
  sections:
    - {slug: zespol, name: Zespół wyjazdowy}
  notices:
    - {building: siedziba, title: Remont windy, starts_at: 2026-11-22T08:00:00+01:00}
  accessibility_declaration:
    site_published_on: 2026-11-01
    site_updated_on: 2026-11-01
    status: partial
    prepared_on: 2026-11-01
  pages:
    - {kind: prywatnosc, title: Prywatność, text: Nie zbieramy danych.}
  own_services:
    - slug: klub
      name: Klub
      summary: Spotkania
      situations: [nie-mam-za-co-zyc]
  offerings:
    - service: klub
      building: siedziba
    - service: zasilek-celowy
      section: kasa
      phones: [22 787 27 01, 22 787 27 01 wew. 12]
      forms:
        - {title: Wniosek, url: 'https://example.org/wniosek.pdf'}
"""
