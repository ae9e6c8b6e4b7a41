"""Content files come into an empty database whole, and go out of it as they came in."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from languages.models import GlossaryTerm
from offices.models import HelpLine, HoursException, Notice, Office, Phone, Schedule, Section, Weekday
from ops_site.content.exporter import export
from services.models import Document, Guide, LifeSituation, Offering, Service
from tests.ops_site.content_samples import OFFICE, SHARED

pytestmark = pytest.mark.django_db

CONTENT = Path(settings.BASE_DIR, "content")


@pytest.fixture
def files(tmp_path, monkeypatch):
    """The two sample files in `content/` of a fresh working directory, in the order of their names."""
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    Path("content/wolomin.yaml").write_text(OFFICE, encoding="utf-8")
    Path("content/wspolne.yaml").write_text(SHARED, encoding="utf-8")
    return ["content/wolomin.yaml", "content/wspolne.yaml"]


def exported(directory):
    """Export to a directory; return the text of each file by its name."""
    return {path.name: path.read_text(encoding="utf-8") for path in export(directory)}


def empty():
    for model in (Guide, Office, Service, Document, LifeSituation, HelpLine, GlossaryTerm):
        model.objects.all().delete()


def test_load_content_says_how_many_records_came_in(files, capsys):
    call_command("load_content", *files)
    assert capsys.readouterr().out.splitlines()[0] == "Wczytano wpisów: 26."


def test_load_content_keeps_polish_where_there_is_one_text(files):
    call_command("load_content", *files)
    assert Office.objects.values_list("name", "name_pl", "name_en").get() == (
        "Ośrodek Pomocy Społecznej w Wołominie",
        "Ośrodek Pomocy Społecznej w Wołominie",
        None,
    )


def test_load_content_keeps_every_language(files):
    call_command("load_content", *files)
    assert LifeSituation.objects.values_list("title_pl", "title_en", "title_uk").get() == (
        "Nie mam za co żyć",
        "I have nothing to live on",
        "Мені нема за що жити",
    )


def test_load_content_gives_a_section_the_office_of_its_building(files):
    call_command("load_content", *files)
    section = Section.objects.get(slug="kasa")
    assert (section.building.slug, section.office.slug) == ("siedziba", "wolomin")


def test_load_content_gives_an_own_service_its_owner(files):
    call_command("load_content", *files)
    assert Service.objects.get(slug="klub").owner.slug == "wolomin"


def test_load_content_tells_phones_apart_by_extension(files):
    call_command("load_content", *files)
    phones = Offering.objects.get(service__slug="zasilek-celowy").phones
    assert sorted(phones.values_list("purpose", flat=True)) == ["Kasa", "Sekretariat"]


def test_load_content_reads_weekdays_by_name(files):
    call_command("load_content", *files)
    days = Schedule.objects.get(help_line__slug="telefon-zaufania").weekly_hours.values_list("weekday", flat=True)
    assert list(days) == [Weekday.FRIDAY, Weekday.SUNDAY]


def test_load_content_of_an_office_refers_to_services_loaded_before(files):
    call_command("load_content", "content/wspolne.yaml")
    call_command("load_content", "content/wolomin.yaml")
    assert Offering.objects.count() == 2


def test_load_content_if_empty_fills_an_empty_database(files):
    call_command("load_content", "--if-empty", *files)
    assert Office.objects.count() == 1


def test_load_content_if_empty_leaves_any_content_alone(files, capsys):
    HelpLine.objects.create(slug="112", number="112", name="Numer alarmowy", topic="emergency", for_whom="Dla każdego")
    call_command("load_content", "--if-empty", *files)
    assert (capsys.readouterr().out, Office.objects.count()) == ("Baza ma już treść, więc nic nie wczytano.\n", 0)


def test_load_content_twice_names_each_file_once(files, capsys):
    call_command("load_content", *files)
    with pytest.raises(CommandError, match=r"^Błędów: 2\. Nic nie wczytano\.$"):
        call_command("load_content", *files)
    cure = "Wczytywanie niczego nie nadpisuje: zmień treść w panelu albo usuń ją tam przed wczytaniem."
    first = "Baza ma już wpisy z tego pliku: 1, pierwszy to „wolomin” (ośrodek)."
    second = "Baza ma już wpisy z tego pliku: 3, pierwszy to „nie-mam-za-co-zyc” (sytuacja życiowa)."
    assert capsys.readouterr().err.splitlines() == [
        f"content/wolomin.yaml:2: {first} {cure}",
        f"content/wspolne.yaml:2: {second} {cure}",
    ]


def test_load_content_twice_keeps_what_was_changed_meanwhile(files):
    call_command("load_content", *files)
    Office.objects.update(municipality="Zmienione w panelu")
    with pytest.raises(CommandError):
        call_command("load_content", *files)
    assert Office.objects.get().municipality == "Zmienione w panelu"


def test_load_content_with_one_bad_file_loads_none(files):
    Path("content/wolomin.yaml").write_text("office: {slug: wolomin}", encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("load_content", *files)
    assert Service.objects.count() == 0


def test_export_content_writes_the_files_that_were_loaded(files, tmp_path):
    call_command("load_content", *files)
    assert exported(tmp_path / "out") == {"wolomin.yaml": OFFICE, "wspolne.yaml": SHARED}


def test_export_content_survives_emptying_and_loading(files, tmp_path):
    call_command("load_content", *files)
    office = Office.objects.get()
    # What an editor may leave behind: equal moments, records made out of order, line ends of a browser.
    for title in ("Pierwszy", "Drugi"):
        Notice.objects.create(office=office, title_pl=title, starts_at="2026-11-22T08:00:00+01:00")
    extra = Phone.objects.create(office=office, number="523878702", position=0)
    Offering.objects.get(service__slug="klub").phones.set([extra, *Phone.objects.filter(position=2)])
    HoursException.objects.create(
        section=Section.objects.get(slug="zespol"), first_day="2026-05-01", last_day="2026-05-01"
    )
    office.about_pl = "Jeden\r\n\r\nDwa \r\n"
    office.about_uk = "Один"
    office.save()
    first = exported(tmp_path / "first")
    empty()
    call_command("load_content", *(tmp_path / "first").glob("*.yaml"))
    assert exported(tmp_path / "second") == first


@pytest.mark.slow
def test_export_content_of_the_site_survives_emptying_and_loading(tmp_path):
    call_command("load_content")
    first = exported(tmp_path / "first")
    empty()
    call_command("load_content", *(tmp_path / "first").glob("*.yaml"))
    assert (len(first), exported(tmp_path / "second")) == (len(list(CONTENT.glob("*.yaml"))), first)


def test_export_content_query_count_does_not_grow_with_offices(files, tmp_path):
    call_command("load_content", *files)
    with CaptureQueriesContext(connection) as one:
        export(tmp_path / "one")
    for slug in ("kobylka", "zabki"):
        own = OFFICE.replace("slug: wolomin", f"slug: {slug}").replace("klub", f"klub-{slug}")
        Path(f"content/{slug}.yaml").write_text(own, encoding="utf-8")
        call_command("load_content", f"content/{slug}.yaml")
    with CaptureQueriesContext(connection) as three:
        export(tmp_path / "three")
    assert len(three) == len(one)


def test_export_content_names_the_files_it_wrote(files, tmp_path, capsys):
    call_command("load_content", "content/wspolne.yaml")
    capsys.readouterr()
    call_command("export_content", tmp_path / "out")
    assert capsys.readouterr().out == f"{tmp_path / 'out' / 'wspolne.yaml'}\n"


def test_export_content_to_a_file_says_what_to_do(files):
    with pytest.raises(CommandError, match="Podaj katalog, w którym wolno pisać"):
        call_command("export_content", "content/wspolne.yaml")
