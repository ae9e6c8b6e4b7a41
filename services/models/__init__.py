"""The records of what help there is and where it is given."""

from services.models.deadline import Deadline
from services.models.document import Document, RequiredDocument
from services.models.guide import Guide, GuideStep
from services.models.offering import Form, Offering
from services.models.recording import SheetRecording
from services.models.service import Amount, Filing, Handling, LegalBasis, Origin, Service
from services.models.situation import LifeSituation

__all__ = [
    "Amount",
    "Deadline",
    "Document",
    "Filing",
    "Form",
    "Guide",
    "GuideStep",
    "Handling",
    "LegalBasis",
    "LifeSituation",
    "Offering",
    "Origin",
    "RequiredDocument",
    "Service",
    "SheetRecording",
]
