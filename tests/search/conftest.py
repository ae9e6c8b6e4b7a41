import pytest

from tests.cast import *  # noqa: F403  (the people and their records are fixtures)
from tests.factories import make_offering, make_office, make_service, make_situation


@pytest.fixture
def offices():
    """Two centres; both handle the housing allowance, one has a club of its own."""
    wolomin = make_office(slug="wolomin", short_name="OPS Wołomin", municipality="Wołomin")
    solec = make_office(slug="solec-kujawski", short_name="CUS Solec Kujawski", municipality="Solec Kujawski")
    harm = make_situation("krzywda", title="Ktoś mnie krzywdzi", search_words="mąż mnie bije", is_urgent=True)
    shared = [
        make_service(
            slug="dodatek-mieszkaniowy",
            name="Dodatek mieszkaniowy",
            popular_names="dopłata do czynszu",
            summary="Pomoc w opłatach.",
        ),
        make_service(
            slug="swiadczenie-wychowawcze",
            name="Świadczenie wychowawcze (800+)",
            popular_names="500+",
            summary="Na dziecko.",
        ),
        make_service(
            slug="przemoc-domowa",
            name="Przemoc domowa",
            search_words="bije mnie\nbiją mnie",
            summary="Ochrona.",
            situations=[harm],
        ),
    ]
    club = make_service(slug="klub", name="Klub „Stokrotka”", summary="Spotkania.", owner=solec)
    for office in (wolomin, solec):
        for service in shared:
            make_offering(office=office, service=service)
    make_offering(office=solec, service=club)
    return {"wolomin": wolomin, "solec": solec}
