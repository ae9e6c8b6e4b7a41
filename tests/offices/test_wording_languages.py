"""Hours in words, in each language of the site. 2 March 2026 is a Monday."""

import datetime as dt

import pytest
from django.utils import translation

from offices import wording
from offices.directory import Place
from offices.hours.holidays import public_holidays
from offices.hours.timetable import Day, State, Status, Timetable, status, usual_day
from tests.offices.hours.hours_text import ALWAYS, NIGHT, OFFICE, WEEK, WOLOMIN, at, cases, changed, closed, table

pytestmark = pytest.mark.usefixtures("catalogues_of_today")

LANGUAGES = ["pl", "en", "uk"]
SECOND_MONDAY = dt.date(2026, 3, 9)
DAY = dt.timedelta(days=1)

BY_APPOINTMENT = table("Mo-Fr 8:00-16:00 appointment", "Sa-Su closed")
BY_PHONE = table("Mo-Fr 8:00-16:00 phone", "Sa-Su closed")
ALWAYS_BY_PHONE = table("Mo-Su 0:00-24:00 phone", closed_on_holidays=False)
REPAIR = table(*WEEK, dated=[closed("2026-03-02", "2026-03-13", "OPS")])
NIGHT_BY_APPOINTMENT = table("Mo 22:00-6:00 appointment")


@pytest.fixture(params=LANGUAGES)
def language(request):
    with translation.override(request.param):
        yield request.param


def said(language, pl, en, uk):
    """Return what a table expects in this language."""
    return {"pl": pl, "en": en, "uk": uk}[language]


# Each weekday from Monday 9 March 2026 on, at eight.
WHEN = {
    ("pl", "today"): ["dziś o 8:00"] * 7,
    ("en", "today"): ["today at 8:00"] * 7,
    ("uk", "today"): ["сьогодні о 8:00"] * 7,
    ("pl", "tomorrow"): ["jutro o 8:00"] * 7,
    ("en", "tomorrow"): ["tomorrow at 8:00"] * 7,
    ("uk", "tomorrow"): ["завтра о 8:00"] * 7,
    ("pl", "later this week"): [
        "w poniedziałek o 8:00",
        "we wtorek o 8:00",
        "w środę o 8:00",
        "w czwartek o 8:00",
        "w piątek o 8:00",
        "w sobotę o 8:00",
        "w niedzielę o 8:00",
    ],
    ("en", "later this week"): [
        "on Monday at 8:00",
        "on Tuesday at 8:00",
        "on Wednesday at 8:00",
        "on Thursday at 8:00",
        "on Friday at 8:00",
        "on Saturday at 8:00",
        "on Sunday at 8:00",
    ],
    ("uk", "later this week"): [
        "у понеділок о 8:00",
        "у вівторок о 8:00",
        "у середу о 8:00",
        "у четвер о 8:00",
        "у п’ятницю о 8:00",
        "у суботу о 8:00",
        "у неділю о 8:00",
    ],
    ("pl", "next week"): [
        "w poniedziałek 9 marca o 8:00",
        "we wtorek 10 marca o 8:00",
        "w środę 11 marca o 8:00",
        "w czwartek 12 marca o 8:00",
        "w piątek 13 marca o 8:00",
        "w sobotę 14 marca o 8:00",
        "w niedzielę 15 marca o 8:00",
    ],
    ("en", "next week"): [
        "on Monday 9 March at 8:00",
        "on Tuesday 10 March at 8:00",
        "on Wednesday 11 March at 8:00",
        "on Thursday 12 March at 8:00",
        "on Friday 13 March at 8:00",
        "on Saturday 14 March at 8:00",
        "on Sunday 15 March at 8:00",
    ],
    ("uk", "next week"): [
        "у понеділок 9 березня о 8:00",
        "у вівторок 10 березня о 8:00",
        "у середу 11 березня о 8:00",
        "у четвер 12 березня о 8:00",
        "у п’ятницю 13 березня о 8:00",
        "у суботу 14 березня о 8:00",
        "у неділю 15 березня о 8:00",
    ],
}
AHEAD = {"today": 0, "tomorrow": 1, "later this week": 3, "next week": 7}


@pytest.mark.parametrize("relation", AHEAD)
def test_when_of_every_weekday(language, relation):
    days = [SECOND_MONDAY + DAY * weekday for weekday in range(7)]
    ahead = DAY * AHEAD[relation]
    assert [wording.when(at(f"{day} 8:00"), at(f"{day - ahead} 7:00")) for day in days] == WHEN[language, relation]


def test_hour_is_said_as_the_language_does(language):
    """Eleven, "одинадцята", is the one hour of Ukrainian that begins with a vowel."""
    before = {"pl": "o", "en": "at", "uk": "о"}[language]
    hours = [f"{hour}:{minute:02}" for hour in range(24) for minute in (0, 30)]
    wanted = {hour: f"{'об' if (language, hour[:3]) == ('uk', '11:') else before} {hour}" for hour in hours}
    assert {hour: wording.at_hour(at(f"2026-03-02 {hour}")) for hour in hours} == wanted


@pytest.mark.parametrize(
    ("closes", "uk"), [("11:00", "сьогодні об 11:00"), ("11:30", "сьогодні об 11:30"), ("12:00", "сьогодні о 12:00")]
)
def test_eleven_is_said_within_a_sentence(closes, uk):
    with translation.override("uk"):
        now = at("2026-03-02 9:00")
        found = status(table(f"Mo 8:00-{closes} phone"), now, {})
        assert wording.status_words(found, now).text == f"Зараз лише телефоном. Закінчуємо {uk}."


MONTHS = {
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "en": "January February March April May June July August September October November December",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}


def test_when_writes_the_month_as_after_a_number(language):
    now = at("2025-12-01 7:00")
    found = [wording.when(at(f"2026-{month:02}-15 8:00"), now).split()[3] for month in range(1, 13)]
    assert found == MONTHS[language].split()


@pytest.mark.parametrize(
    ("timetable", "moment", "kind", "pl", "en", "uk"),
    cases(
        ("open", OFFICE, "2026-03-02 9:00", "open", "Teraz otwarte, do 16:00", "Open now, until 16:00", "Зараз відчинено, до 16:00"),
        ("closing soon", OFFICE, "2026-03-02 15:40", "closing", "Zaraz zamknięcie: otwarte do 16:00", "Closing soon: open until 16:00", "Скоро зачинять: відчинено до 16:00"),
        ("open over midnight", NIGHT, "2026-03-06 23:00", "open", "Teraz otwarte. Koniec jutro o 6:00.", "Open now. Ends tomorrow at 6:00.", "Зараз відчинено. Закінчуємо завтра о 6:00."),
        ("open after midnight", NIGHT, "2026-03-07 1:00", "open", "Teraz otwarte, do 6:00", "Open now, until 6:00", "Зараз відчинено, до 6:00"),
        ("around the clock", ALWAYS, "2026-03-02 3:00", "open", "Otwarte całą dobę", "Open day and night", "Відчинено цілодобово"),
        ("around the clock until a holiday", table("Mo-Su 0:00-24:00"), "2026-04-03 12:00", "open", "Teraz otwarte. Koniec w niedzielę o 0:00.", "Open now. Ends on Sunday at 0:00.", "Зараз відчинено. Закінчуємо у неділю о 0:00."),
        ("by appointment", BY_APPOINTMENT, "2026-03-02 9:00", "appointment", "Teraz tylko po umówieniu. Koniec dziś o 16:00.", "By appointment only right now. Ends today at 16:00.", "Зараз лише за записом. Закінчуємо сьогодні о 16:00."),
        ("by appointment over midnight", NIGHT_BY_APPOINTMENT, "2026-03-02 23:00", "appointment", "Teraz tylko po umówieniu. Koniec jutro o 6:00.", "By appointment only right now. Ends tomorrow at 6:00.", "Зараз лише за записом. Закінчуємо завтра о 6:00."),
        ("by phone", BY_PHONE, "2026-03-02 9:00", "phone", "Teraz tylko przez telefon. Koniec dziś o 16:00.", "By phone only right now. Ends today at 16:00.", "Зараз лише телефоном. Закінчуємо сьогодні о 16:00."),
        ("by phone around the clock", ALWAYS_BY_PHONE, "2026-03-02 9:00", "phone", "Teraz tylko przez telefon. Całą dobę.", "By phone only right now. Day and night.", "Зараз лише телефоном. Цілодобово."),
        ("closed, opens today", OFFICE, "2026-03-02 7:00", "closed", "Zamknięte. Otwarcie dziś o 8:00.", "Closed. Opens today at 8:00.", "Зачинено. Відкриття сьогодні о 8:00."),
        ("closed over the week-end", OFFICE, "2026-03-06 17:00", "closed", "Zamknięte. Otwarcie w poniedziałek o 8:00.", "Closed. Opens on Monday at 8:00.", "Зачинено. Відкриття у понеділок о 8:00."),
        ("opens after a holiday", OFFICE, "2026-04-03 17:00", "closed", "Zamknięte. Otwarcie we wtorek o 8:00.", "Closed. Opens on Tuesday at 8:00.", "Зачинено. Відкриття у вівторок о 8:00."),
        ("a holiday is the reason", OFFICE, "2026-04-06 9:00", "closed", "Zamknięte: Poniedziałek Wielkanocny. Otwarcie jutro o 8:00.", "Closed: Easter Monday. Opens tomorrow at 8:00.", "Зачинено: Великодній понеділок. Відкриття завтра о 8:00."),
        ("closed for a reason, with a date", REPAIR, "2026-03-02 9:00", "closed", "Zamknięte: OPS. Otwarcie w poniedziałek 16 marca o 8:00.", "Closed: OPS. Opens on Monday 16 March at 8:00.", "Зачинено: OPS. Відкриття у понеділок 16 березня о 8:00."),
        ("next by appointment", BY_APPOINTMENT, "2026-03-02 17:00", "closed", "Zamknięte. Przyjęcia po umówieniu jutro o 8:00.", "Closed. Opens by appointment tomorrow at 8:00.", "Зачинено. Прийом за записом почнеться завтра о 8:00."),
        ("next by phone", BY_PHONE, "2026-03-02 17:00", "closed", "Zamknięte. Ktoś odbierze telefon jutro o 8:00.", "Closed. The phone line opens tomorrow at 8:00.", "Зачинено. На дзвінки відповідатимуть завтра о 8:00."),
        ("never opens", table("Mo-Su closed"), "2026-03-02 9:00", "closed", "Zamknięte.", "Closed.", "Зачинено."),
        ("never opens, for a reason", Timetable(dated=(closed("2026-03-02", reason="OPS"),)), "2026-03-02 9:00", "closed", "Zamknięte: OPS.", "Closed: OPS.", "Зачинено: OPS."),
        ("unknown wholly", Timetable(), "2026-03-02 9:00", "unknown", "Godziny niepodane: zadzwoń", "Hours not stated: please call", "Години не вказано: зателефонуйте"),
        ("unknown today", WOLOMIN, "2026-03-04 9:00", "unknown", "Na dziś godzin nie podano: zadzwoń. Najbliższe podane godziny: jutro o 8:00.", "Hours for today are not stated: please call. Next stated hours: tomorrow at 8:00.", "Години на сьогодні не вказано: зателефонуйте. Найближчі вказані години: завтра о 8:00."),
        ("unknown today and later", Timetable(dated=(closed("2026-03-01"),)), "2026-03-02 9:00", "unknown", "Na dziś godzin nie podano: zadzwoń.", "Hours for today are not stated: please call.", "Години на сьогодні не вказано: зателефонуйте."),
    ),
)  # fmt: skip
def test_status_words_of_every_state(language, timetable, moment, kind, pl, en, uk):
    holidays = public_holidays(dt.date(2026, 1, 1), 600, language)
    found = wording.status_words(status(timetable, at(moment), holidays), at(moment))
    assert found == (kind, said(language, pl, en, uk))


@pytest.mark.parametrize(
    ("day", "pl", "en", "uk"),
    cases(
        ("Monday", "2026-03-02", " Godzin na poniedziałek nie podano.", " Hours for Monday are not stated.", " Години на понеділок не вказано."),
        ("Tuesday", "2026-03-03", " Godzin na wtorek nie podano.", " Hours for Tuesday are not stated.", " Години на вівторок не вказано."),
        ("Wednesday", "2026-03-04", " Godzin na środę nie podano.", " Hours for Wednesday are not stated.", " Години на середу не вказано."),
        ("Thursday", "2026-03-05", " Godzin na czwartek nie podano.", " Hours for Thursday are not stated.", " Години на четвер не вказано."),
        ("Friday", "2026-03-06", " Godzin na piątek nie podano.", " Hours for Friday are not stated.", " Години на п’ятницю не вказано."),
        ("Saturday", "2026-03-07", "", "", ""),
        ("Sunday", "2026-03-08", "", "", ""),
    ),
)  # fmt: skip
def test_status_words_name_the_unstated_weekday(language, day, pl, en, uk):
    next_start = at("2026-03-09 8:00")
    found = Status(
        State.CLOSED, next_start=next_start, next_mode=State.OPEN, unstated_before=dt.date.fromisoformat(day)
    )
    opens = said(
        language,
        "Zamknięte. Otwarcie w poniedziałek 9 marca o 8:00.",
        "Closed. Opens on Monday 9 March at 8:00.",
        "Зачинено. Відкриття у понеділок 9 березня о 8:00.",
    )
    assert wording.status_words(found, at("2026-03-01 17:00")).text == opens + said(language, pl, en, uk)


@pytest.mark.parametrize(
    ("exception", "pl", "en", "uk"),
    cases(
        ("an ordinary day", closed("2026-03-10"), "", "", ""),
        ("closed", closed("2026-03-03"), "Jutro nieczynne.", "Closed tomorrow.", "Завтра зачинено."),
        ("closed for a reason", closed("2026-03-03", reason="OPS"), "Jutro nieczynne: OPS.", "Closed tomorrow: OPS.", "Завтра зачинено: OPS."),
        ("other hours", changed("9:00-11:00", "2026-03-03"), "Jutro inne godziny: 9:00–11:00.", "Different hours tomorrow: 9:00–11:00.", "Завтра інші години: 9:00–11:00."),
        ("other hours for a reason", changed("9:00-11:00", "2026-03-03", reason="OPS"), "Jutro inne godziny: 9:00–11:00 (OPS).", "Different hours tomorrow: 9:00–11:00 (OPS).", "Завтра інші години: 9:00–11:00 (OPS)."),
        ("other hours by phone", changed("9:00-11:00", "2026-03-03", mode=State.PHONE), "Jutro inne godziny: 9:00–11:00 przez telefon.", "Different hours tomorrow: 9:00–11:00 by phone.", "Завтра інші години: 9:00–11:00 телефоном."),
    ),
)  # fmt: skip
def test_ahead_words_tell_of_tomorrow(language, exception, pl, en, uk):
    place = Place(None, at("2026-03-02 9:00"), timetable=table(*WEEK, dated=[exception]))
    assert wording.ahead_words(place) == said(language, pl, en, uk)


def test_ahead_words_name_a_holiday_in_the_language(language):
    place = Place(None, at("2026-11-10 9:00"), timetable=OFFICE)
    assert wording.ahead_words(place) == said(
        language,
        "Jutro nieczynne: Narodowe Święto Niepodległości.",
        "Closed tomorrow: National Independence Day.",
        "Завтра зачинено: День незалежності.",
    )


@pytest.mark.parametrize(
    ("timetable", "pl", "en", "uk"),
    cases(
        ("one interval", OFFICE, "8:00–16:00", "8:00–16:00", "8:00–16:00"),
        ("by appointment", table("Mo 8:00-12:00", "Mo 14:00-16:00 appointment"), "8:00–12:00, 14:00–16:00 po umówieniu", "8:00–12:00, 14:00–16:00 by appointment", "8:00–12:00, 14:00–16:00 за записом"),
        ("by phone", table("Mo 8:00-12:00", "Mo 13:00-16:00 phone"), "8:00–12:00, 13:00–16:00 przez telefon", "8:00–12:00, 13:00–16:00 by phone", "8:00–12:00, 13:00–16:00 телефоном"),
        ("closed", table("Mo closed"), "nieczynne", "closed", "зачинено"),
        ("not stated", table("Tu 8:00-12:00"), "nie podano, zadzwoń", "not stated, please call", "не вказано, зателефонуйте"),
    ),
)  # fmt: skip
def test_hours_words_of_a_day(language, timetable, pl, en, uk):
    assert wording.hours_words(usual_day(timetable, dt.date(2026, 3, 2))) == said(language, pl, en, uk)


def test_day_words_of_a_day_closed(language):
    assert wording.day_words(Day(SECOND_MONDAY, True)) == said(language, "nieczynne", "closed", "зачинено")


WEEKDAYS = {
    "pl": ["Poniedziałek", "Wtorek", "Środa", "Czwartek", "Piątek", "Sobota", "Niedziela"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "uk": ["Понеділок", "Вівторок", "Середа", "Четвер", "П’ятниця", "Субота", "Неділя"],
}


def test_weekday_heads_a_row(language):
    assert [wording.weekday(SECOND_MONDAY + DAY * number) for number in range(7)] == WEEKDAYS[language]


def test_until_a_day_or_an_hour(language):
    found = [wording.until_words(at(moment)) for moment in ("2026-12-05 0:00", "2026-12-04 15:30")]
    assert found == said(
        language,
        pl=["do końca 4 grudnia 2026", "do 4 grudnia 2026, 15:30"],
        en=["until the end of 4 December 2026", "until 4 December 2026, 15:30"],
        uk=["до кінця 4 грудня 2026", "до 4 грудня 2026, 15:30"],
    )
