"""The records of what help there is and where it is given."""

from services.models.offering import Form, Offering
from services.models.service import Amount, Handling, LegalBasis, Origin, Service
from services.models.situation import LifeSituation

__all__ = ["Amount", "Form", "Handling", "LegalBasis", "LifeSituation", "Offering", "Origin", "Service"]
