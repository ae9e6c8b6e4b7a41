"""Words of the translations that a reader would take for something else, and the one name of each office and paper.

Looked for in everything a visitor reads: the content files and the catalogues. What people type into the search
(`search_words`, `popular_names`) is left out: there every name is welcome.
"""

import re
from functools import cache

from babel.messages.pofile import read_po
from django.conf import settings

ROOT = settings.BASE_DIR
FILES = ("wspolne.yaml", "solec-kujawski.yaml", "wolomin.yaml", "slowniczek.yaml")
TYPED_BY_VISITORS = re.compile(r"(search_words|popular_names):")
LANGUAGE = re.compile(r"(?:- )?(pl|en|uk): *(.*)")

# Language, what must not stand there, and why.
FORBIDDEN = [
    ("uk", r"скарг\w* \(odwołanie", "скарга is a complaint, an appeal is апеляція"),
    ("uk", r"(?<!судовий )(?<!судового )(?<!судовому )виконав(?:ець|ця|цю|цем) \(", "a bailiff is судовий виконавець"),
    ("uk", r"рішенн\w* про (?:інвалідність|ступінь інвалідності)", "orzeczenie is висновок, decyzja is рішення"),
    ("uk", r"рішенн\w* \(orzeczenie", "orzeczenie is висновок, decyzja is рішення"),
    ("uk", r"(?:виплат|допомог)\w* (?:для )?опікун", "опікун is a legal guardian: a parent would pass by"),
    ("uk", r"батьківськ\w* допомог", "it may also mean the father's"),
    ("uk", r"інтерв.ю", "wywiad środowiskowy is a talk at home, not an interview"),
    ("uk", r"\bбон(?:а|у|ом)?\b", "bon is ваучер"),
    ("uk", r"(?:заклад|установ)\w* соціального страхування", "ZUS has one name: Управління соціального страхування"),
    ("uk", r"\bвід 1 (?:липня|серпня|до)", "a date from which something is possible takes «з»"),
    ("uk", r"(?<!рахунки-)(?<!рахунок-)(?<!рахунків-)\bфактур", "faktura is рахунок-фактура"),
    ("uk", r"управ[аиу] гміни", "urząd gminy has one name: управління гміни"),
    ("uk", r"адміністраці\w+ гміни", "urząd gminy has one name: управління гміни"),
    ("uk", r"розв.язання алкогольних", "the committee on alcohol has one name: з питань алкогольних проблем"),
    ("uk", r"консультаці\w+ для громадян", "what is for everybody does not shut a foreigner out"),
    ("uk", r"даю собі ради", "a western word: не справляюся"),
    ("uk", r"безплатн", "free is безкоштовно"),
    ("uk", r"служб\w+ зайнятості", "the job centre has one name: центр зайнятості"),
    ("uk", r"на особу у вашій родині", "income is counted per person of a household"),
    ("uk", r"денн\w+ опікун", "dzienny opiekun is a day nanny"),
    ("uk", r"одразу яслам", "ZUS pays straight to the nursery, not at once"),
    ("uk", r"доплату[^.]{0,40}просіть", "one applies for a supplement"),
    ("uk", r"трудотерап", "a Soviet word for making the ill work"),
    ("uk", r"карт\w+ (?:побуту|побиту)", "the residence card has one name: посвідка на проживання"),
    ("uk", r"квитанці\w+ від zus", "what ZUS sends is not a receipt"),
    ("uk", r"немає кому", "grammar: нема кому"),
    ("uk", r"комісі\w+ з питань інвалідності", "the disability board has one name: з визначення інвалідності"),
    ("en", r"support group \(", "a support group is people who talk together"),
    ("en", r"free places?\b|place is free|places are free", "free means that it costs nothing"),
    ("en", r"significant (?!\(severe\b|update|, that is severe)", "one word for the degree: significant (severe)"),
    ("en", r"actual carer", "opiekun faktyczny is a de facto guardian"),
    ("en", r"a talk with a psychiatrist", "one has a consultation with a doctor"),
    ("en", r"the call for next year", "applications open"),
    ("en", r"internship", "staż for the unemployed is a work placement"),
    ("en", r"papers on the income", "one shows proof of income"),
    ("en", r"applying costs nothing", "one phrase: applying is free"),
    ("en", r"a paper on", "zaświadczenie is a certificate"),
    ("en", r"zus \(the social insurance", "ZUS has one name: Social Insurance Institution (ZUS)"),
]
NEW_TERMS = (
    "odwołanie",
    "Zakład Ubezpieczeń Społecznych (ZUS)",
    "powiatowy zespół do spraw orzekania o niepełnosprawności",
    "wojewódzki zespół do spraw orzekania o niepełnosprawności (WZON)",
    "urząd gminy",
    "gminna komisja rozwiązywania problemów alkoholowych (GKRPA)",
    "opiekun (kto opiekuje się bliską osobą)",
    "opiekun prawny / opiekun faktyczny",
    "bon ciepłowniczy",
    "zasiłek szkolny",
    "piecza zastępcza",
    "karta pobytu",
    "komornik",
)


@cache
def texts_of_content():
    """Return what the content files say: [(file:line, language, text on one line), …]."""
    return [one for name in FILES for one in _texts(name, (ROOT / "content" / name).read_text().splitlines())]


def _texts(name, lines):
    """Yield each text with the line on which it starts; lines that stand deeper than their language belong to it."""
    left_out, language, depth, started, words = None, None, 0, 0, []
    for number, line in enumerate([*lines, "end:"], 1):
        stripped = line.strip()
        at = len(line) - len(line.lstrip())
        if not stripped:
            continue
        if language and at <= depth:
            yield f"{name}:{started}", language, " ".join(words)
            language, words = None, []
        if left_out is not None and at <= left_out:
            left_out = None
        if left_out is None and TYPED_BY_VISITORS.match(stripped):
            left_out = at
        found = LANGUAGE.match(stripped)
        if language:
            words.append(stripped)
        elif found and left_out is None:
            at = len(line) - len(line.lstrip(" -"))
            language, depth, started, words = found[1], at, number, [found[2].removeprefix(">-").removeprefix("|")]


@cache
def texts_of_catalogues():
    """Return what the catalogues say: [(message, language, translation), …]."""
    found = []
    for language in ("en", "uk"):
        with (ROOT / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
            for message in read_po(file, locale=language):
                forms = [message.string] if isinstance(message.string, str) else message.string
                found += [(str(message.id), language, form) for form in forms]
    return found


def faults(texts):
    return [
        (place, why, match[0])
        for language, pattern, why in FORBIDDEN
        for place, in_language, text in texts
        if in_language == language and (match := re.search(pattern, text, re.IGNORECASE))
    ]


def test_content_says_each_thing_by_its_one_name():
    assert faults(texts_of_content()) == []


def test_catalogues_say_each_thing_by_its_one_name():
    assert faults(texts_of_catalogues()) == []


def test_texts_of_content_are_all_read():
    """The reader of this file finds texts of every shape: on the line itself, folded, first of a list."""
    lines = ["a:", "  uk: один", "  en: >-", "    two", "    words", "search_words:", "  uk: |", "    бон"]
    lines += ["- pl: sześć", "  en: six"]
    expected = [("f:2", "uk", "один"), ("f:3", "en", " two words"), ("f:9", "pl", "sześć"), ("f:10", "en", "six")]
    assert list(_texts("f", lines)) == expected


def test_glossary_has_terms_and_no_remarks():
    terms = [text for place, language, text in texts_of_content() if "slowniczek" in place and language == "pl"]
    remarks = [text for place, language, text in texts_of_content() if "slowniczek" in place and ": " in text]
    assert ([term for term in NEW_TERMS if term not in terms], remarks) == ([], [])
