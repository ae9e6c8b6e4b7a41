"""The catalogue is read once, and again when something that it holds has changed."""

import re
import threading

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search import catalogue as module
from search.answers import search
from search.catalogue import Key, catalogue
from search.folding import words
from search.freshness import MATTERS, PLACES, READ, tokens
from search.models import CatalogueVersion
from services.models import Service
from tests.factories import (
    make_building,
    make_notice,
    make_office,
    make_schedule,
    make_section,
    make_service,
    make_situation,
)

pytestmark = pytest.mark.django_db
in_background = module.in_background  # The real one: `tests/conftest.py` replaces it.


@pytest.fixture
def service():
    return make_service("dodatek", name="Dodatek mieszkaniowy", popular_names="dopłata do czynszu (dawniej)")


def found(query, **options):
    matters = catalogue().matters
    return [hit.key for hit in matters.rank(matters.query(words(query)), "pl", **options)]


def spots(query):
    return catalogue().places.spots(words(query))


def asked():
    """Return how many questions the catalogue asks the database now."""
    with CaptureQueriesContext(connection) as queries:
        catalogue()
    return len(queries)


# --- What it holds


def test_service_is_found_by_every_text(service):
    Service.objects.filter(pk=service.pk).update(
        search_words_pl="nie mam na czynsz",
        name_en="Housing allowance",
        popular_names_uk="субсидія",
        handled_by_pl="ZUS",
    )
    service.refresh_from_db()
    service.save()
    key = Key("service", service.pk)
    queries = ("mieszkaniowy", "czynsz", "jedno zdanie", "housing", "субсидія", "zus")
    assert [found(query) for query in queries] == [[key]] * len(queries)


def test_remark_in_a_name_is_not_needed_to_say_it_whole(service):
    matters = catalogue().matters
    [hit] = matters.rank(matters.query(words("dopłata do czynszu")), "pl")
    assert hit.line.text == "dopłata do czynszu"


def test_remark_of_a_popular_name_is_not_searched(service):
    assert found("dawniej") == []


def test_remark_of_the_name_is_a_name_of_its_own():
    service = make_service(name="Świadczenie wychowawcze (800+)")
    matters = catalogue().matters
    said = [matters.rank(matters.query(words(query)), "pl")[0] for query in ("800+", "świadczenie wychowawcze")]
    assert [(hit.key.pk, hit.line.text) for hit in said] == [
        (service.pk, "800+"),
        (service.pk, "Świadczenie wychowawcze"),
    ]


def test_name_that_is_all_remark_is_kept():
    service = make_service(name="(500+)")
    assert found("500+") == [Key("service", service.pk)]


@pytest.mark.parametrize(("urgent", "is_urgent"), [([], False), ([True], True), ([True, False], False)])
def test_service_is_urgent_when_all_its_situations_are(urgent, is_urgent):
    make_service(name="Ochrona", situations=[make_situation(f"s{n}", is_urgent=one) for n, one in enumerate(urgent)])
    assert [key.is_urgent for key in found("ochrona") if key.kind == "service"] == [is_urgent]


def test_situation_with_a_service_is_found_once(service):
    situation = make_situation(title="Nie mam gdzie mieszkać", search_words="eksmisja")
    assert found("eksmisja") == []
    service.situations.add(situation)
    make_service("inna", situations=[situation])
    assert found("eksmisja") == [Key("situation", situation.pk)]


def test_own_service_belongs_to_its_office():
    office, other = make_office("a"), make_office("b")
    make_service(name="Klub Stokrotka", owner=office)
    assert [len(found("stokrotka", owners=[one.pk])) for one in (office, other)] == [1, 0]


def test_drafts_are_left_out():
    draft = make_office("szkic", municipality="Szczecin", is_published=False)
    make_building(draft, street="Polna 1")
    make_section(draft, name="Świetlica")
    known = catalogue()
    assert (known.office_count, known.places.named(["szczecin"], {}.__contains__)[0]) == (0, [])
    assert (spots("polna"), spots("świetlica")) == ([], [])


def test_place_is_found_by_its_names_and_street():
    office = make_office()
    building = make_building(office, name="Dom Dziennego Pobytu", street="Polna 7")
    section = make_section(office, name="Sekcja świadczeń")
    assert (spots("dom pobytu"), spots("polna 7")) == ([("building", building.pk)],) * 2
    assert spots("sekcja świadczeń") == [("section", section.pk)]


def test_confidential_address_is_never_found():
    make_building(make_office(), name="Schronienie", street="Tajna 1", is_confidential=True)
    assert (spots("tajna 1"), spots("tajna"), spots("schronienie")) == ([], [], [])


def test_address_that_became_confidential_is_no_longer_found():
    building = make_building(make_office(), street="Tajna 1")
    assert spots("tajna") == [("building", building.pk)]
    building.is_confidential = True
    building.save()
    assert spots("tajna") == []


# --- When it is read


def test_catalogue_asks_one_question_while_nothing_changes(service):
    make_office()
    catalogue()
    assert (asked(), asked()) == (1, 1)


def test_catalogue_is_the_same_while_nothing_changes(service):
    make_office()
    before, after = catalogue(), catalogue()
    assert (after.matters is before.matters, after.places is before.places) == (True, True)


def save_service(service, office):
    service.name = "Inna"
    service.save()


def delete_service(service, office):
    service.delete()


def add_situation(service, office):
    service.situations.add(make_situation())


def save_situation(service, office):
    make_situation()


def publish_office(service, office):
    office.is_published = True
    office.save()


def add_building(service, office):
    make_building(office)


def add_section(service, office):
    make_section(office)


def add_notice(service, office):
    make_notice(office)


def save_email(service, office):
    office.email = "ops@example.pl"
    office.save()


def rename_municipality(service, office):
    office.municipality = "Inna"
    office.save(update_fields=["municipality"])


def save_hours(service, office):
    make_schedule((0, 8, 16), office=office)


def save_steps(service, office):
    service.steps = "Napisz podanie."
    service.save()


def delete_office(service, office):
    office.delete()


@pytest.mark.parametrize(
    ("change", "renewed"),
    [
        (save_service, {MATTERS}),
        (delete_service, {MATTERS}),
        (add_situation, {MATTERS}),
        (save_situation, {MATTERS}),
        (publish_office, {MATTERS, PLACES}),
        (add_building, {PLACES}),
        (add_section, {PLACES}),
        (add_notice, {PLACES}),
        (save_email, set()),
        (save_hours, set()),
        (save_steps, set()),
        (rename_municipality, {PLACES}),
        (delete_office, {MATTERS, PLACES}),
    ],
)
def test_part_is_read_again_when_its_records_change(service, change, renewed):
    office = make_office(is_published=False)
    before, known = tokens(), catalogue()
    change(service, office)
    now = tokens()
    assert {part for part in now if now[part] != before[part]} == renewed
    read = catalogue()
    assert {MATTERS: read.matters is not known.matters, PLACES: read.places is not known.places} == {
        part: part in renewed for part in (MATTERS, PLACES)
    }


def test_every_column_that_is_read_renews_what_read_it(service):
    """But keys, and what only joins tables."""
    make_building(make_office())
    service.situations.add(make_situation())
    module.forget()
    with CaptureQueriesContext(connection) as queries:
        catalogue()
    read = {found for one in queries for found in re.findall(r'"(\w+)"\."(\w+)"', one["sql"])}
    watched = {
        (model._meta.db_table, column)
        for models in READ.values()
        for model, columns in models.items()
        for column in columns
    }
    apart = {CatalogueVersion._meta.db_table, Service.situations.through._meta.db_table}
    assert {(table, column) for table, column in read - watched if table not in apart and column != "id"} == set()


def test_changed_name_is_found_and_the_old_one_no_longer(service):
    assert found("mieszkaniowy") != []
    save_service(service, None)
    assert (found("mieszkaniowy"), found("inna")) == ([], [Key("service", service.pk)])


def test_situation_taken_from_its_only_service_is_no_longer_found(service):
    situation = make_situation(title="Eksmisja")
    service.situations.set([situation])
    assert found("eksmisja") == [Key("situation", situation.pk)]
    service.situations.clear()
    assert found("eksmisja") == []


def test_published_office_is_named():
    office = make_office(municipality="Wołomin", is_published=False)
    catalogue()
    publish_office(None, office)
    assert catalogue().places.named(["wolomin"], {}.__contains__)[0] == [office.pk]


def test_without_a_token_the_catalogue_is_read_each_time(service):
    CatalogueVersion.objects.all().delete()
    assert catalogue().matters is not catalogue().matters


def test_token_is_renewed_in_place(service):
    service.save()
    service.save()
    assert CatalogueVersion.objects.filter(part=MATTERS).count() == 1


def test_a_search_is_served_the_old_while_one_thread_builds_the_new(monkeypatch):
    monkeypatch.setattr(module, "_parts", {MATTERS: ("before", "old")})
    waiting = []
    monkeypatch.setattr(module, "in_background", waiting.append)
    answers = [module._part(MATTERS, {MATTERS: "after"}, lambda: "new") for _one in range(2)]
    [build] = waiting
    build()
    assert (*answers, module._part(MATTERS, {MATTERS: "after"}, None)) == ("old", "old", "new")


def test_what_could_not_be_built_is_built_at_the_next_search(monkeypatch):
    monkeypatch.setattr(module, "_parts", {MATTERS: ("before", "old")})
    with pytest.raises(ZeroDivisionError):
        module._part(MATTERS, {MATTERS: "after"}, lambda: 1 / 0)
    assert module._part(MATTERS, {MATTERS: "after"}, lambda: "new") == "new"


def test_work_in_the_background_is_done_by_another_thread():
    done = threading.Event()
    in_background(done.set)
    assert done.wait(timeout=5)


def test_what_is_no_longer_published_is_not_shown_by_the_old_catalogue(monkeypatch):
    office = make_office(municipality="Wołomin")
    building = make_building(office, street="Polna 1")
    make_section(office, name="Świetlica")
    make_service(name="Klub Stokrotka", owner=office)
    queries = ("wolomin", "polna", "świetlica", "stokrotka")
    assert [bool(search(query, "pl")) for query in queries] == [True] * 4
    monkeypatch.setattr(module, "_rebuilding", {MATTERS: threading.Lock(), PLACES: threading.Lock()})
    monkeypatch.setattr(module, "in_background", lambda _work: None)
    office.is_published = False
    office.save()
    assert [bool(search(query, "pl")) for query in queries] == [False] * 4
    office.is_published = building.is_confidential = True
    office.save()
    building.save()
    assert [bool(search(query, "pl")) for query in queries] == [True, False, True, True]


def test_threads_read_it_once(monkeypatch):
    """Threads that come at the same moment wait for the first and share what it read."""
    built, gate = [], threading.Barrier(4)
    monkeypatch.setattr(module, "_parts", {})

    def build():
        built.append(threading.get_ident())
        return object()

    def ask():
        gate.wait(timeout=5)
        answers.append(module._part(MATTERS, {MATTERS: "token"}, build))

    answers = []
    threads = [threading.Thread(target=ask) for _one in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=5)
    assert (len(built), len(answers), len(set(map(id, answers)))) == (1, 4, 1)


def test_save_of_fields_that_the_search_does_not_read_asks_nothing_of_it(db, django_assert_num_queries):
    notice = make_notice(make_office())
    with django_assert_num_queries(1):
        notice.save(update_fields=["level"])
