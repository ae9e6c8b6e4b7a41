"""A bad content file loads nothing, and tells its author the line, what is wrong and what to do."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from offices.models import Office
from services.models import Service
from tests.ops_site.content_samples import OFFICE, SHARED

pytestmark = pytest.mark.django_db

LONG = "x" * 61

# A name, the file, what is replaced in it by what, and the line and the words of the one error.
# fmt: off
CASES = [
    ("unknown_key", "wolomin", "kind: ops", "kind: ops\n  knd: ops", 6,
     "Nieznany klucz „knd”. Czy chodziło o „kind”?"),
    ("unknown_key_unlike_any", "wolomin", "{year: 2026,", "{year: 2026, zzz: 1,", 24,
     "Nieznany klucz „zzz”. Może tu stać: year, confirmed_on."),
    ("key_of_the_database_alone", "wolomin", "{slug: kasa, name: Kasa}", "{slug: kasa, name: Kasa, id: 7}", 34,
     "Nieznany klucz „id”. Czy chodziło o „kind”?"),
    ("unknown_key_of_a_file", "wspolne", "help_lines:", "help_line:", 17,
     "Nieznany klucz „help_line”. Czy chodziło o „help_lines”?"),
    ("number_beyond_every_database", "wolomin", "year: 2026", "year: 99999999999999999999", 24,
     "year: Upewnij się, że ta wartość jest mniejsza lub równa 2100."),
    ("required_key_missing", "wolomin", "  kind: ops\n", "", 1,
     "Brakuje wartości „kind” (rodzaj). Dopisz ją."),
    ("required_key_empty", "wolomin", "kind: ops", "kind:", 5,
     "Brakuje wartości „kind” (rodzaj). Dopisz ją."),
    ("required_reference_missing", "wolomin", "service: klub\n      building", "building", 52,
     "Brakuje wartości „service” (sprawa). Dopisz ją."),
    ("text_too_long", "wolomin", "short_name: OPS Wołomin", f"short_name: {LONG}", 4,
     "short_name: Tekst ma 61 znaków, a może mieć najwyżej 60. Skróć go."),
    ("translation_too_long", "wolomin", "short_name: OPS Wołomin", f"short_name: {{pl: OPS, en: {LONG}}}", 4,
     "short_name.en: Tekst ma 61 znaków, a może mieć najwyżej 60. Skróć go."),
    ("polish_missing", "wolomin", "short_name: OPS Wołomin", "short_name: {en: OPS}", 4,
     "„short_name” nie ma tekstu po polsku. Dopisz „pl: …”."),
    ("unknown_language", "wolomin", "short_name: OPS Wołomin", "short_name: {pl: OPS, ua: OPS}", 4,
     "Nieznany klucz „ua”. Może tu stać: pl, en, uk."),
    ("unknown_choice", "wolomin", "kind: ops", "kind: opps", 5,
     "kind: Nie ma wartości „opps”. Wpisz jedną z tych: ops, mops, gops, mgops, mopr, cus."),
    ("unknown_weekday", "wspolne", "weekday: friday", "weekday: piątek", 28,
     "weekday: Nie ma wartości „piątek”. "
     "Wpisz jedną z tych: monday, tuesday, wednesday, thursday, friday, saturday, sunday."),
    ("bad_phone_number", "wolomin", "extension: 12", "extension: 12\n    - number: 22 787", 15,
     "number: „22 787” nie jest polskim numerem telefonu. Wpisz na przykład 52 387 87 02 albo 112."),
    ("bad_yes_or_no", "wolomin", "closed_on_holidays: false", "closed_on_holidays: nie", 17,
     "closed_on_holidays: „nie” nie pasuje. Wpisz true (tak) albo false (nie)."),
    ("bad_date", "wolomin", "2026-01-02", "2026-02-30", 24,
     "confirmed_on: „2026-02-30” nie pasuje. Wpisz dzień, na przykład 2026-11-22."),
    ("bad_time", "wspolne", "22:00", "25:00", 28,
     "opens: „25:00” nie pasuje. Wpisz godzinę, na przykład 08:00."),
    ("datetime_without_offset", "wolomin", "08:00:00+01:00", "08:00:00", 38,
     "starts_at: „2026-11-22T08:00:00” nie pasuje. "
     "Wpisz dzień, na przykład 2026-11-22, albo dzień, godzinę i strefę, na przykład 2026-11-22T08:00:00+01:00."),
    ("bad_number", "wolomin", "year: 2026", "year: MMXXVI", 24,
     "year: „MMXXVI” nie pasuje. Wpisz liczbę całkowitą, na przykład 1."),
    ("bad_amount", "wspolne", "1010.00", "tysiąc", 16,
     "value: „tysiąc” nie pasuje. Wpisz liczbę z kropką, na przykład 1010.00."),
    ("bad_slug", "wspolne", "icon: wallet", "icon: wa llet", 4,
     "icon: „wa llet” jest źle zapisane. "
     "Wpisz litery bez ogonków, cyfry i myślniki, na przykład dodatek-mieszkaniowy."),
    ("bad_url", "wolomin", "'https://example.org/wniosek.pdf'", "wniosek.pdf", 58,
     "url: „wniosek.pdf” jest źle zapisane. Wpisz cały adres, na przykład https://example.org/."),
    ("bad_email", "wolomin", "kind: ops", "kind: ops\n  email: ops@", 6,
     "email: „ops@” jest źle zapisane. Wpisz cały adres, na przykład ops@example.org."),
    ("bad_postal_code", "wolomin", "town: Wołomin", "town: Wołomin\n      postal_code: 5200", 30,
     "postal_code: „5200” jest źle zapisane. Kod pocztowy wygląda tak: 05-200."),
    ("reversed_hours", "wspolne", "opens: 22:00, closes: 06:30, ends_next_day: true", "opens: 08:00, closes: 06:30", 28,
     "closes: Godzina zamknięcia jest przed godziną otwarcia. Zamień je albo zaznacz „do następnego dnia”."),
    ("reversed_dates", "wolomin", "last_day: 2026-12-24", "last_day: 2026-12-23", 22,
     "last_day: Ostatni dzień jest przed pierwszym. Zamień je."),
    ("rule_of_the_model", "wspolne", "name: Zasiłek celowy", "name: Zasiłek celowy\n    handling: elsewhere", 6,
     "handled_by: Napisz, kto to załatwia, na przykład „ZUS”."),
    ("reserved_slug", "wolomin", "slug: wolomin", "slug: szukaj", 2,
     "slug: Tego adresu używa sama strona. Wybierz inny, na przykład nazwę miejscowości."),
    ("unknown_service", "wolomin", "service: zasilek-celowy", "service: zasilek-celwy", 54,
     "service: Nie ma wpisu „zasilek-celwy” (sprawa). Czy chodziło o „zasilek-celowy”?"),
    ("unknown_building", "wolomin", "building: siedziba, title", "building: filia, title", 38,
     "building: Nie ma wpisu „filia” (budynek). Popraw to słowo albo dopisz ten wpis w tym pliku."),
    ("unknown_section", "wolomin", "section: kasa", "section: okienko", 55,
     "section: Nie ma wpisu „okienko” (komórka). Popraw to słowo albo dopisz ten wpis w tym pliku."),
    ("unknown_situation", "wolomin", "situations: [nie-mam-za-co-zyc]", "situations: [xyz]", 50,
     "situations: Nie ma wpisu „xyz” (sytuacja życiowa). "
     "Popraw to słowo. Znane słowa są w content/wspolne.yaml i w panelu."),
    ("unknown_phone", "wolomin", "phones: [22 787 27 01,", "phones: [22 787 27 02,", 56,
     "phones: Nie ma wpisu „22 787 27 02” (telefon). Czy chodziło o „22 787 27 01”?"),
    ("references_not_in_a_list", "wolomin", "situations: [nie-mam-za-co-zyc]", "situations: nie-mam-za-co-zyc", 50,
     "„situations” ma być listą. Napisz ją tak: [pierwsza, druga]."),
    ("repeated_slug", "wolomin", "slug: zespol", "slug: kasa", 36,
     "slug: „kasa” się powtarza, jest już w content/wolomin.yaml:34. Wpisz inną wartość."),
    ("repeated_slug_of_another_file", "wolomin",
     "slug: klub", "slug: zasilek-celowy\n      name: Zasiłek\n      summary: Pomoc\n    - slug: klub", 47,
     "slug: „zasilek-celowy” się powtarza, jest już w content/wspolne.yaml:6. Wpisz inną wartość."),
    ("repeated_record", "wolomin", "{feature: lift}", "{feature: parking}", 32,
     "Taki wpis już jest (udogodnienie). Usuń jeden z nich."),
    ("repeated_key", "wolomin", "kind: ops", "kind: ops\n  kind: cus", 6,
     "Klucz „kind” się powtarza: jest już w wierszu 5. Zostaw jeden z nich."),
    ("list_instead_of_text", "wolomin", "kind: ops", "kind: [ops]", 5,
     "„kind” ma być tekstem. Wpisz jedną wartość, bez listy i bez kluczy."),
    ("text_instead_of_list", "wolomin",
     "holiday_years:\n    - {year: 2026, confirmed_on: 2026-01-02}", "holiday_years: 2026", 23,
     "„holiday_years” ma być listą. Zacznij każdą pozycję od „- ”."),
    ("text_instead_of_record", "wolomin", "{year: 2026, confirmed_on: 2026-01-02}", "2026", 24,
     "„holiday_years”: tu mają stać pary klucz i wartość. Napisz je tak: „year: …”."),
    ("key_not_a_word", "wolomin", "  pages:", "  ? [a]\n  : b\n  pages:", 44,
     "Kluczem ma być jedno słowo. Popraw to, co stoi przed dwukropkiem."),
    ("character_not_storable", "wolomin", "Nie zbieramy danych.", '"a\\0"', 45,
     "Jest tu znak, którego nie można zapisać (\\0 albo \\ud…). Usuń go."),
    ("moment_out_of_range", "wolomin", "2026-11-22T08:00:00+01:00", "0001-01-01T00:00:00+14:00", 38,
     "starts_at: „0001-01-01T00:00:00+14:00” nie pasuje. "
     "Wpisz dzień, na przykład 2026-11-22, albo dzień, godzinę i strefę, na przykład 2026-11-22T08:00:00+01:00."),
    ("nip_of_nine_digits", "wolomin", "kind: ops", "kind: ops\n  nip: 882-14-66-96", 6,
     "nip: „882-14-66-96” jest źle zapisane. NIP ma dziesięć cyfr."),
    ("two_numbers", "wolomin", "extension: 12", "extension: 12\n    - number: 22 787 27 01/02", 15,
     "number: „22 787 27 01/02” to więcej niż jeden numer. Wpisz tu jeden, a następny dodaj osobno."),
    ("number_twice", "wolomin", "extension: 12\n", "extension: 12\n    - number: 227872701\n      extension: 12\n", 15,
     "number: Ten numer już tu jest. Zostaw jeden albo przy każdym napisz, w jakiej innej sprawie dzwonić."),
    ("two_buildings", "wolomin", "service: klub\n      building: siedziba", "service: klub\n      building: [siedziba, filia]",
     53, "„building” ma być tekstem. Wpisz jedną wartość, bez listy i bez kluczy."),
    ("elsewhere_and_nobody_named", "wolomin", "service: klub", "service: klub\n      state: elsewhere", 52,
     "handled_by: Napisz, kto to załatwia, na przykład „urząd gminy”."),
    ("day_without_hours", "wspolne", "{weekday: sunday, mode: closed}", "{weekday: sunday}", 29,
     "opens: Wpisz godzinę otwarcia. Gdy jej nie znasz, wybierz „przyjmuje, godzin nie podano”."),
    ("day_that_never_comes", "wspolne", "{weekday: sunday, mode: closed}",
     "{weekday: sunday, mode: closed, season_start: 05-01, season_end: 06-31}", 29,
     "season_end: Nie ma takiego dnia: 06-31. Wpisz miesiąc i dzień, na przykład 06-30 (30 czerwca)."),
    ("closed_for_centuries", "wolomin", "last_day: 2026-12-24", "last_day: 2206-12-24", 22,
     "last_day: Wpisz dzień od 01.01.1990 do 31.12.2100. Sprawdź rok."),
    ("yaml_syntax", "wolomin", "kind: ops", "kind: ops: cus", 5,
     "To nie jest poprawny YAML (mapping values are not allowed here). "
     "Sprawdź w tym miejscu wcięcia, dwukropki i cudzysłowy."),
]
# fmt: on

# A whole file, and the line and the words of its error.
NOT_CONTENT = [
    pytest.param(b"", 1, "Plik jest pusty. Wpisz treść według content/README.md albo usuń plik.", id="empty"),
    pytest.param(
        b"office:\n", 1, "Plik jest pusty. Wpisz treść według content/README.md albo usuń plik.", id="key_alone"
    ),
    pytest.param(b"- a\n", 1, "Plik nie zaczyna się od klucza. Zacznij go od „office:” albo „services:”.", id="list"),
    pytest.param(
        b"office:\n  slug: \xb3\n", 2, "Plik nie jest zapisany w UTF-8. Zapisz go w edytorze jako UTF-8.", id="not_utf8"
    ),
]


@pytest.fixture(autouse=True)
def in_own_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    Path("content/wspolne.yaml").write_text(SHARED, encoding="utf-8")
    Path("content/wolomin.yaml").write_text(OFFICE, encoding="utf-8")


def errors(capsys):
    """Load both files, which must fail; return the lines that the author sees."""
    with pytest.raises(CommandError):
        call_command("load_content", "content/wolomin.yaml", "content/wspolne.yaml")
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "message"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_load_content_reports_line_and_cure(capsys, name, old, new, line, message):
    path = Path(f"content/{name}.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert errors(capsys) == [f"content/{name}.yaml:{line}: {message}"]


@pytest.mark.parametrize(("data", "line", "message"), NOT_CONTENT)
def test_load_content_reports_file_without_content(capsys, data, line, message):
    Path("content/wolomin.yaml").write_bytes(data)
    assert errors(capsys) == [f"content/wolomin.yaml:{line}: {message}"]


def test_load_content_reports_missing_file(capsys):
    Path("content/wolomin.yaml").unlink()
    assert errors(capsys) == ["content/wolomin.yaml:1: Nie ma takiego pliku. Sprawdź nazwę i katalog."]


def test_load_content_reports_directory_instead_of_file(capsys):
    Path("content/wolomin.yaml").unlink()
    Path("content/wolomin.yaml").mkdir()
    assert [line.split(" (")[0] for line in errors(capsys)] == ["content/wolomin.yaml:1: Nie można odczytać pliku"]


def test_load_content_reports_nesting_without_end(capsys):
    Path("content/wolomin.yaml").write_text("office: &all\n  slug: [*all]\n", encoding="utf-8")
    assert [line.split(" (")[0] for line in errors(capsys)] == ["content/wolomin.yaml:1: To nie jest poprawny YAML"]


def test_load_content_reports_references_that_repeat_without_measure(capsys):
    text = "office:\n  a0: &a0 []\n" + "".join(f"  a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 30))
    Path("content/wolomin.yaml").write_text(text, encoding="utf-8")
    assert errors(capsys) == [
        "content/wolomin.yaml:1: Odwołania z gwiazdką (*) powtarzają się tu bez miary. "
        "Wpisz powtarzane wartości bez odwołań."
    ]


def test_load_content_reports_problems_of_all_files_in_order(capsys):
    Path("content/wspolne.yaml").write_text(SHARED.replace("icon: wallet", "icon:"), encoding="utf-8")
    text = OFFICE.replace("kind: ops", "kind: opps").replace("town: Wołomin", "town:")
    Path("content/wolomin.yaml").write_text(text, encoding="utf-8")
    assert errors(capsys) == [
        "content/wolomin.yaml:5: kind: Nie ma wartości „opps”. Wpisz jedną z tych: ops, mops, gops, mgops, mopr, cus.",
        "content/wolomin.yaml:29: Brakuje wartości „town” (miejscowość). Dopisz ją.",
        "content/wspolne.yaml:4: Brakuje wartości „icon” (ikona). Dopisz ją.",
    ]


def test_load_content_counts_problems_in_the_last_line():
    Path("content/wolomin.yaml").write_text(OFFICE.replace("kind: ops", "kind: opps"), encoding="utf-8")
    with pytest.raises(CommandError, match=r"^Błędów: 1\. Nic nie wczytano\.$"):
        call_command("load_content", "content/wolomin.yaml", "content/wspolne.yaml")


def test_load_content_with_any_problem_loads_nothing(capsys):
    Path("content/wolomin.yaml").write_text(OFFICE.replace("kind: ops", "kind: opps"), encoding="utf-8")
    errors(capsys)
    assert (Office.objects.count(), Service.objects.count()) == (0, 0)
