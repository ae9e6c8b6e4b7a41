"""What the content files hold about services; `offices/content.py` says how such a class is read."""

from offices.content import BuildingContent, PhoneContent, SectionContent
from services import models


class LifeSituationContent:
    model = models.LifeSituation
    key = "slug"


class LegalBasisContent:
    model = models.LegalBasis


class AmountContent:
    model = models.Amount


class DeadlineContent:
    model = models.Deadline


class DocumentContent:
    model = models.Document
    key = "slug"


class RequiredDocumentContent:
    model = models.RequiredDocument
    references = {"document": DocumentContent}


class ServiceContent:
    model = models.Service
    key = "slug"
    references = {"situations": LifeSituationContent}
    children = {
        "required_documents": RequiredDocumentContent,
        "deadlines": DeadlineContent,
        "legal_bases": LegalBasisContent,
        "amounts": AmountContent,
    }


class GuideStepContent:
    model = models.GuideStep
    references = {"services": ServiceContent}


class GuideContent:
    model = models.Guide
    key = "slug"
    references = {"situation": LifeSituationContent}
    children = {"steps": GuideStepContent}


class FormContent:
    model = models.Form


class OfferingContent:
    model = models.Offering
    references = {
        "service": ServiceContent,
        "section": SectionContent,
        "building": BuildingContent,
        "phones": PhoneContent,
    }
    children = {"forms": FormContent}


SHARED = {
    "life_situations": LifeSituationContent,
    "documents": DocumentContent,
    "services": ServiceContent,
    "guides": GuideContent,
}

# What this app adds to the file of an office, after the office's own records.
UNDER_OFFICE = {"own_services": ServiceContent, "offerings": OfferingContent}
