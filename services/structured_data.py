"""What search engines and other programs read of a matter: schema.org, as plain dictionaries.

Source: schema.org 30, GovernmentService. Schema.org has no word for "handled elsewhere" or "suspended", so the state
is an Offer's availability, with the words that people read beside it.
"""

from offices import telephone
from offices.structured_data import without_empty
from services.models import Handling

AVAILABILITY = {
    Handling.HERE: "InStock",
    Handling.ELSEWHERE: "InStock",
    Handling.CONTINUING: "LimitedAvailability",
    Handling.SUSPENDED: "OutOfStock",
    Handling.CLOSED: "Discontinued",
    Handling.UNCONFIRMED: None,
}


def service(record, absolute, language):
    """Describe a shared sheet; `absolute` turns a path of this site into a whole address."""
    return without_empty(
        {
            **_service(record, absolute, language, record.get_absolute_url()),
            "serviceOperator": _operator(record) if record.handling == Handling.ELSEWHERE else None,
            "offers": _offer(record.handling, record.get_handling_display()),
        }
    )


def offering(record, absolute, language, phones):
    """Describe one office's answer for a service, with the numbers to call."""
    office, at = record.office, record.at
    is_elsewhere = record.state == Handling.ELSEWHERE
    return without_empty(
        {
            **_service(record.service, absolute, language, record.get_absolute_url()),
            "provider": _operator(record.handler) if is_elsewhere else _office(office, absolute),
            "areaServed": {"@type": "AdministrativeArea", "name": office.municipality},
            "offers": _offer(record.state, record.get_state_display()),
            "availableChannel": None
            if is_elsewhere
            else without_empty(
                {
                    "@type": "ServiceChannel",
                    "servicePhone": [
                        {"@type": "ContactPoint", "telephone": telephone.uri(phone.number).removeprefix("tel:")}
                        for phone in phones
                    ],
                    "serviceLocation": {"@id": absolute(at.get_absolute_url())}
                    if at and not at.is_confidential
                    else None,
                }
            ),
        }
    )


def _service(record, absolute, language, address):
    return {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": absolute(address),
        "url": absolute(address),
        "name": record.name,
        "alternateName": [line.strip() for line in (record.popular_names or "").splitlines() if line.strip()],
        "description": record.summary,
        "inLanguage": language,
    }


def _operator(record):
    if not record.handled_by:
        return None
    return without_empty({"@type": "GovernmentOrganization", "name": record.handled_by, "url": record.handled_url})


def _office(office, absolute):
    return {"@type": "GovernmentOffice", "@id": absolute(office.get_absolute_url()), "name": office.name}


def _offer(state, label):
    availability = AVAILABILITY[state]
    return without_empty(
        {
            "@type": "Offer",
            "description": str(label),
            "availability": f"https://schema.org/{availability}" if availability else None,
        }
    )
