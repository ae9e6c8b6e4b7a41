"""The answers of the arithmetic in Polish words. 2 March 2026 is a Monday."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.fallback import Polish
from offices import wording
from offices.directory import Place
from offices.hours.timetable import (
    UNKNOWN,
    UNSTATED_HOURS,
    Day,
    State,
    Status,
    Timetable,
    WeeklyRule,
    status,
    usual_day,
)
from tests.offices.hours.hours_text import (
    ALWAYS,
    HOLIDAYS,
    NIGHT,
    OFFICE,
    TRAINING,
    WARSAW,
    WEEK,
    WOLOMIN,
    at,
    cases,
    changed,
    closed,
    table,
)


@pytest.fixture(autouse=True)
def polish():
    with translation.override("pl"):
        yield


def words(timetable, moment):
    return tuple(wording.status_words(status(timetable, at(moment), HOLIDAYS), at(moment)))


BY_APPOINTMENT = table("Mo-Fr 8:00-16:00 appointment", "Sa-Su closed")
BY_PHONE = table("Mo-Fr 8:00-16:00 phone", "Sa-Su closed")
TWO_MODES = table("Mo 8:00-12:00", "Mo 12:00-16:00 appointment")
REPAIR = table(*WEEK, dated=[closed("2026-03-02", "2026-03-13", "remont")])


@pytest.mark.parametrize(
    ("timetable", "moment", "kind", "text"),
    cases(
        ("open", OFFICE, "2026-03-02 8:00", "open", "Teraz otwarte, do 16:00"),
        ("open until the break", TWO_MODES, "2026-03-02 9:00", "open", "Teraz otwarte, do 12:00"),
        ("closing in 31 minutes", OFFICE, "2026-03-02 15:29", "open", "Teraz otwarte, do 16:00"),
        ("closing in 30 minutes", OFFICE, "2026-03-02 15:30", "closing", "Zaraz zamknięcie: otwarte do 16:00"),
        ("closing in a minute", OFFICE, "2026-03-02 15:59", "closing", "Zaraz zamknięcie: otwarte do 16:00"),
        ("open over midnight", NIGHT, "2026-03-06 23:00", "open", "Teraz otwarte. Koniec jutro o 6:00."),
        ("open after midnight", NIGHT, "2026-03-07 1:00", "open", "Teraz otwarte, do 6:00"),
        ("closing soon after midnight", table("Fr 18:00-0:10"), "2026-03-06 23:50", "closing", "Zaraz zamknięcie: otwarte do 0:10"),
        ("around the clock", ALWAYS, "2026-03-02 3:00", "open", "Otwarte całą dobę"),
        ("around the clock until a holiday", table("Mo-Su 0:00-24:00"), "2026-04-03 12:00", "open", "Teraz otwarte. Koniec w niedzielę o 0:00."),
        ("by appointment", BY_APPOINTMENT, "2026-03-02 9:00", "appointment", "Teraz tylko po umówieniu. Koniec dziś o 16:00."),
        ("by appointment until tomorrow", table("Mo 22:00-6:00 appointment"), "2026-03-02 23:00", "appointment", "Teraz tylko po umówieniu. Koniec jutro o 6:00."),
        ("by appointment around the clock", table("Mo-Su 0:00-24:00 appointment", closed_on_holidays=False), "2026-03-02 9:00", "appointment", "Teraz tylko po umówieniu. Całą dobę."),
        ("by phone", BY_PHONE, "2026-03-02 9:00", "phone", "Teraz tylko przez telefon. Koniec dziś o 16:00."),
        ("by phone around the clock", table("Mo-Su 0:00-24:00 phone", closed_on_holidays=False), "2026-03-02 9:00", "phone", "Teraz tylko przez telefon. Całą dobę."),
        ("opens later today", OFFICE, "2026-03-02 7:00", "closed", "Zamknięte. Otwarcie dziś o 8:00."),
        ("opens tomorrow", OFFICE, "2026-03-02 17:00", "closed", "Zamknięte. Otwarcie jutro o 8:00."),
        ("opens this week", OFFICE, "2026-03-06 17:00", "closed", "Zamknięte. Otwarcie w poniedziałek o 8:00."),
        ("opens after a holiday", OFFICE, "2026-04-03 17:00", "closed", "Zamknięte. Otwarcie we wtorek o 8:00."),
        ("a holiday", OFFICE, "2026-11-11 9:00", "closed", "Zamknięte: Narodowe Święto Niepodległości. Otwarcie jutro o 8:00."),
        ("closed for a reason, with a date", REPAIR, "2026-03-02 9:00", "closed", "Zamknięte: remont. Otwarcie w poniedziałek 16 marca o 8:00."),
        ("closed for a part of the day", TRAINING, "2026-03-02 11:00", "closed", "Zamknięte: szkolenie. Otwarcie dziś o 12:00."),
        ("the evening of a day with a part closed", TRAINING, "2026-03-02 17:00", "closed", "Zamknięte. Otwarcie jutro o 8:00."),
        ("next by appointment", BY_APPOINTMENT, "2026-03-02 17:00", "closed", "Zamknięte. Przyjęcia po umówieniu jutro o 8:00."),
        ("next by phone", BY_PHONE, "2026-03-02 17:00", "closed", "Zamknięte. Ktoś odbierze telefon jutro o 8:00."),
        ("never opens", table("Mo-Su closed"), "2026-03-02 9:00", "closed", "Zamknięte."),
        ("never opens, for a reason", Timetable(dated=(closed("2026-03-02", reason="remont"),)), "2026-03-02 9:00", "closed", "Zamknięte: remont."),
        ("nothing known at all", Timetable(), "2026-03-02 9:00", "unknown", "Godziny niepodane: zadzwoń"),
        ("not stated today", WOLOMIN, "2026-03-04 9:00", "unknown", "Na dziś godzin nie podano: zadzwoń. Najbliższe podane godziny: jutro o 8:00."),
        ("not stated today nor later", Timetable(dated=(closed("2026-03-01"),)), "2026-03-02 9:00", "unknown", "Na dziś godzin nie podano: zadzwoń."),
    ),
)  # fmt: skip
def test_status_words(timetable, moment, kind, text):
    assert words(timetable, moment) == (kind, text)


def test_status_words_of_the_unknown():
    assert wording.status_words(UNKNOWN, at("2026-03-02 9:00")) == ("unknown", "Godziny niepodane: zadzwoń")


@pytest.mark.parametrize(
    ("day", "sentence"),
    cases(
        ("Monday", "2026-03-02", " Godzin na poniedziałek nie podano."),
        ("Tuesday", "2026-03-03", " Godzin na wtorek nie podano."),
        ("Wednesday", "2026-03-04", " Godzin na środę nie podano."),
        ("Thursday", "2026-03-05", " Godzin na czwartek nie podano."),
        ("Friday", "2026-03-06", " Godzin na piątek nie podano."),
        ("nobody expects hours on Saturday", "2026-03-07", ""),
        ("nor on Sunday", "2026-03-08", ""),
    ),
)
def test_status_words_name_the_unstated_weekday_on_the_way(day, sentence):
    now = at("2026-03-01 17:00")
    found = Status(
        State.CLOSED,
        next_start=at("2026-03-09 8:00"),
        next_mode=State.OPEN,
        unstated_before=dt.date.fromisoformat(day),
    )
    assert wording.status_words(found, now).text == f"Zamknięte. Otwarcie w poniedziałek 9 marca o 8:00.{sentence}"


def test_status_words_of_wolomin_on_tuesday_evening():
    assert words(WOLOMIN, "2026-03-03 17:00") == (
        "closed",
        "Zamknięte. Otwarcie w czwartek o 8:00. Godzin na środę nie podano.",
    )


@pytest.mark.parametrize(
    ("moment", "now", "expected"),
    cases(
        ("later today", "2026-03-02 8:00", "2026-03-02 7:00", "dziś o 8:00"),
        ("minutes have two digits", "2026-03-02 8:05", "2026-03-02 7:00", "dziś o 8:05"),
        ("tomorrow, a minute after midnight", "2026-03-03 0:01", "2026-03-02 23:59", "jutro o 0:01"),
        ("Monday", "2026-03-09 8:00", "2026-03-06 17:00", "w poniedziałek o 8:00"),
        ("Tuesday", "2026-03-10 8:00", "2026-03-06 17:00", "we wtorek o 8:00"),
        ("Wednesday", "2026-03-11 8:00", "2026-03-06 17:00", "w środę o 8:00"),
        ("Thursday", "2026-03-12 8:00", "2026-03-06 17:00", "w czwartek o 8:00"),
        ("Friday", "2026-03-06 8:00", "2026-03-02 17:00", "w piątek o 8:00"),
        ("Saturday", "2026-03-07 8:00", "2026-03-02 17:00", "w sobotę o 8:00"),
        ("Sunday, six days ahead", "2026-03-08 8:00", "2026-03-02 17:00", "w niedzielę o 8:00"),
        ("a week ahead needs its date", "2026-03-09 8:00", "2026-03-02 17:00", "w poniedziałek 9 marca o 8:00"),
        ("next year", "2027-01-04 8:00", "2026-12-24 9:00", "w poniedziałek 4 stycznia o 8:00"),
        (
            "late in the evening of UTC it is tomorrow in Poland",
            "2026-07-06 22:30Z",
            "2026-07-06 22:15Z",
            "dziś o 0:30",
        ),
        ("over the spring change", "2026-03-29 8:00", "2026-03-28 17:00", "jutro o 8:00"),
        ("over the autumn change", "2026-10-26 8:00", "2026-10-24 17:00", "w poniedziałek o 8:00"),
    ),
)
def test_when(moment, now, expected):
    assert wording.when(at(moment), at(now)) == expected


def test_weekday_heads_a_row_with_a_capital():
    monday = dt.date(2026, 3, 2)
    assert [wording.weekday(monday + dt.timedelta(days=number)) for number in range(7)] == [
        "Poniedziałek",
        "Wtorek",
        "Środa",
        "Czwartek",
        "Piątek",
        "Sobota",
        "Niedziela",
    ]


@pytest.mark.parametrize(
    ("time", "expected"), [((0, 0), "0:00"), ((8, 0), "8:00"), ((8, 5), "8:05"), ((16, 30), "16:30")]
)
def test_clock(time, expected):
    assert wording.clock(dt.time(*time)) == expected


@pytest.mark.parametrize(
    ("mode", "expected"),
    [(State.OPEN, ""), (State.APPOINTMENT, "po umówieniu"), (State.PHONE, "przez telefon"), ("phone", "przez telefon")],
)
def test_mode_words(mode, expected):
    assert wording.mode_words(mode) == expected


@pytest.mark.parametrize(
    ("is_stated", "expected"), [(True, "nieczynne"), (False, "nie podano, zadzwoń")], ids=["closed", "unstated"]
)
def test_day_words(is_stated, expected):
    assert wording.day_words(Day(dt.date(2026, 3, 2), is_stated)) == expected


def test_status_words_of_a_day_whose_hours_are_all_taken_out():
    shut = table(*WEEK, dated=[changed("8:00-16:00", "2026-03-02", mode=State.CLOSED)])
    assert words(shut, "2026-03-02 9:00") == ("closed", "Zamknięte. Otwarcie jutro o 8:00.")


@pytest.mark.parametrize(
    ("exception", "expected"),
    cases(
        ("an ordinary day", closed("2026-03-10"), ""),
        ("closed", closed("2026-03-03"), "Jutro nieczynne."),
        ("closed for a reason", closed("2026-03-03", reason="remont"), "Jutro nieczynne: remont."),
        ("other hours", changed("9:00-11:00", "2026-03-03"), "Jutro inne godziny: 9:00–11:00."),
        ("other hours for a reason", changed("9:00-11:00", "2026-03-03", reason="wybory"), "Jutro inne godziny: 9:00–11:00 (wybory)."),
        ("today is not tomorrow", closed("2026-03-02"), ""),
        ("the day after tomorrow neither", closed("2026-03-04"), ""),
    ),
)  # fmt: skip
def test_ahead_words(exception, expected):
    place = Place(None, at("2026-03-02 9:00"), timetable=table(*WEEK, dated=[exception]))
    assert wording.ahead_words(place) == expected


def test_ahead_words_name_a_public_holiday():
    place = Place(None, at("2026-11-10 9:00"), timetable=OFFICE)
    assert wording.ahead_words(place) == "Jutro nieczynne: Narodowe Święto Niepodległości."


@pytest.mark.parametrize(
    ("timetable", "expected"),
    cases(
        ("one interval", OFFICE, "8:00–16:00"),
        ("two intervals", table("Mo 8:00-12:00 13:00-16:00"), "8:00–12:00, 13:00–16:00"),
        ("two modes", table("Mo 8:00-12:00", "Mo 13:00-16:00 phone"), "8:00–12:00, 13:00–16:00 przez telefon"),
        ("closed", table("Mo closed"), "nieczynne"),
        ("not stated", table("Tu 8:00-12:00"), "nie podano, zadzwoń"),
    ),
)
def test_hours_words(timetable, expected):
    assert wording.hours_words(usual_day(timetable, dt.date(2026, 3, 2))) == expected


PSYCHOLOGIST = table("We 16:00-18:00")
SOCIAL_WORKER = table("Mo 7:30-10:00")


@pytest.mark.parametrize(
    ("timetables", "moment", "expected"),
    cases(
        ("one receives today, another says nothing of today", (PSYCHOLOGIST, SOCIAL_WORKER), "2026-03-02 2:30", ("closed", "Otwarcie dziś o 7:30. Nie wszystkie godziny podano: możesz też zadzwonić.")),
        ("one has received today, another says nothing of today", (PSYCHOLOGIST, table("Mo 7:30-10:00", "Tu-Su closed")), "2026-03-02 12:00", ("unknown", "Nie wszystkie godziny na dziś podano: zadzwoń. Otwarcie w środę o 16:00.")),
        ("nobody says anything of today", (PSYCHOLOGIST, SOCIAL_WORKER), "2026-03-03 9:00", ("unknown", "Nie wszystkie godziny na dziś podano: zadzwoń. Otwarcie jutro o 16:00.")),
        ("all closed: the first to open speaks", (table("Mo closed", "We 8:00-16:00"), table("Mo-Tu closed", "Th 8:00-16:00")), "2026-03-02 9:00", ("closed", "Zamknięte. Otwarcie w środę o 8:00. Godzin na wtorek nie podano.")),
        ("one open, another says nothing", (PSYCHOLOGIST, SOCIAL_WORKER), "2026-03-02 8:00", ("open", "Teraz otwarta jest część: b")),
    ),
)  # fmt: skip
def test_section_that_says_nothing_does_not_speak_for_its_building(timetables, moment, expected):
    sections = [Place(named(name), at(moment), timetable=one) for name, one in zip("ab", timetables, strict=True)]
    place = Place(None, at(moment), sections=sections)
    assert tuple(wording.place_words(place)) == expected


ON_WEDNESDAY = Timetable((WeeklyRule(2, UNSTATED_HOURS),))
ON_SECOND_WEDNESDAY = Timetable((WeeklyRule(2, UNSTATED_HOURS, "2"),))


@pytest.mark.parametrize(
    ("timetable", "moment", "expected"),
    cases(
        ("today", ON_WEDNESDAY, "2026-03-04 9:00", ("unknown", "Przyjęcia są dziś, ale godzin nie podano: zadzwoń.")),
        ("tomorrow", ON_WEDNESDAY, "2026-03-03 9:00", ("unknown", "Przyjęcia są jutro, ale godzin nie podano: zadzwoń.")),
        ("this week", ON_WEDNESDAY, "2026-03-02 9:00", ("unknown", "Przyjęcia są w środę, ale godzin nie podano: zadzwoń.")),
        ("next week", ON_SECOND_WEDNESDAY, "2026-03-02 9:00", ("unknown", "Przyjęcia są w środę 11 marca, ale godzin nie podano: zadzwoń.")),
        ("before stated hours", Timetable((*ON_WEDNESDAY.weekly, *table("Tu closed", "Th 8:00-9:00").weekly)), "2026-03-03 9:00", ("closed", "Zamknięte. Otwarcie w czwartek o 8:00. Przyjęcia są jutro, ale godzin nie podano: zadzwoń.")),
        ("after a day closed", Timetable((*ON_WEDNESDAY.weekly, *table("Tu closed").weekly)), "2026-03-03 9:00", ("closed", "Zamknięte. Przyjęcia są jutro, ale godzin nie podano: zadzwoń.")),
        ("a note alone", Timetable(note="w środy"), "2026-03-03 9:00", ("unknown", "Na dziś godzin nie podano: zadzwoń.")),
    ),
)  # fmt: skip
def test_status_words_of_a_day_whose_hours_are_not_stated(timetable, moment, expected):
    assert words(timetable, moment) == expected


def test_day_words_of_a_day_whose_hours_are_not_stated():
    assert wording.day_words(usual_day(ON_WEDNESDAY, dt.date(2026, 3, 4))) == "przyjęcia, godzin nie podano"


def named(name):
    return SimpleNamespace(name=name, reads_in=lambda name, language: language)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("Szkolenie pracowników.", "Zamknięte: Szkolenie pracowników. Otwarcie jutro o 8:00."),
        ("Szkolenie", "Zamknięte: Szkolenie. Otwarcie jutro o 8:00."),
    ],
)
def test_reason_with_a_full_stop_gets_no_second_one(reason, text):
    timetable = table(*WEEK, dated=[closed("2026-03-02", reason=reason)])
    assert words(timetable, "2026-03-02 9:00") == ("closed", text)


def test_reason_with_a_full_stop_gets_no_second_one_the_day_before():
    timetable = table(*WEEK, dated=[closed("2026-03-03", reason="Szkolenie.")])
    place = Place(None, at("2026-03-02 9:00"), timetable=timetable)
    assert wording.ahead_words(place) == "Jutro nieczynne: Szkolenie."


def test_reason_in_polish_stays_marked_without_its_full_stop():
    timetable = table(*WEEK, dated=[closed("2026-03-02", reason=Polish("Szkolenie."))])
    found = wording.status_words(status(timetable, at("2026-03-02 9:00"), HOLIDAYS), at("2026-03-02 9:00"))
    assert found.text.polish == ("Szkolenie",)


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(
    weeks=st.lists(
        st.sampled_from([PSYCHOLOGIST, SOCIAL_WORKER, ON_WEDNESDAY, OFFICE, WOLOMIN, Timetable()]), min_size=2
    ),
    day=st.integers(2, 8),
    hour=st.integers(0, 23),
)
def test_badge_of_a_building_tells_when_a_section_certainly_receives_today(weeks, day, hour):
    moment = at(f"2026-03-0{day} {hour}:00")
    sections = [Place(named(f"{number}"), moment, timetable=one) for number, one in enumerate(weeks)]
    found = wording.place_words(Place(None, moment, sections=sections))
    starts = [one.status.next_start for one in sections if one.status.next_start]
    today = [start for start in starts if start.astimezone(WARSAW).date() == moment.date()]
    with translation.override("pl"):
        first = wording.when(min(today), moment) if today else ""
    assert any(one.receives for one in sections) or first in found.text
