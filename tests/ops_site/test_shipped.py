"""What a release ships, described from its files as from the database, and the digests that it leaves behind."""

import tomllib

import pytest
from django.conf import settings

from ops_site.content.corrections import KINDS, here
from ops_site.content.shipped import (
    CONTENT,
    digest,
    digests,
    earlier_releases,
    fingerprint_of,
    read_shipped,
    version_of,
    write_digests,
)
from tests.ops_site.releases import FIRST, changed, ship


def test_files_are_described_as_the_database_will_be(content):
    stored = {(kind, key): one.described for kind in KINDS for key, one in here(kind).items()}
    shipped = read_shipped()
    assert len(shipped) > 200
    assert {one: digests(described) for one, described in shipped.items()} == {
        one: digests(described) for one, described in stored.items()
    }


def test_release_of_today_has_left_its_digests():
    """A site installed from a release is only understood when the next one carries these (`manage.py digest_content`)."""
    version = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]["version"]
    assert (CONTENT / "shipped" / f"{version}.json").is_file()


def test_digests_of_every_release_cover_every_kind():
    assert [{kind for kind, _key in release} for release in earlier_releases()] == [set(KINDS)] * len(
        earlier_releases()
    )
    assert {len(release[one]) > 0 for release in earlier_releases() for one in release} == {True}


def test_digest_tells_words_apart_but_not_their_order_or_line_ends():
    assert digest(["a", {"b": "c", "d": "e\r\nf \n"}]) == digest([{"d": "e\nf", "b": "c"}, "a"])
    assert digest("e\nf") != digest("e f")
    assert digest({"pl": "a"}) != digest("a")


def test_digests_that_were_written_are_read_back(tmp_path):
    ship(tmp_path)
    write_digests("1.2.0", tmp_path)
    assert earlier_releases(tmp_path) == [
        {one: digests(described) for one, described in read_shipped(tmp_path).items()}
    ]


def test_releases_are_read_in_the_order_of_their_numbers(tmp_path):
    paths = [tmp_path / f"{number}.json" for number in ("0.10.0", "0.9.1", "0.9.0")]
    assert [path.stem for path in sorted(paths, key=version_of)] == ["0.9.0", "0.9.1", "0.10.0"]


@pytest.mark.parametrize(("content", "is_same"), [(FIRST, True), (changed(glossary={"x": {"pl": "x"}}), False)])
def test_fingerprint_follows_the_files(tmp_path, content, is_same):
    ship(tmp_path)
    before = fingerprint_of(tmp_path)
    ship(tmp_path, content)
    assert (fingerprint_of(tmp_path) == before) is is_same


def test_amount_is_described_with_its_decimal_places(tmp_path):
    ship(tmp_path, changed(services={"zasilek-celowy": {"amounts": [{"label": "Dochód", "value": "1010"}]}}))
    described = read_shipped(tmp_path)["services", "zasilek-celowy"]
    assert described["amounts"] == [{"label": "Dochód", "value": "1010.00"}]
