"""What waits for a member of staff on the first page: shared sheets that changed, amounts that ran out."""

from django.db.models import Q

from offices.models import Office
from services.models import Amount, Offering
from services.shared_sheet import changed_offerings
from staff.rights import may_all, office_ids

SHOWN = 20
FEW_OFFICES = 20  # A superuser of more is told of those alone that name them as an editor.


def waiting(request, today):
    """Return what the first page shows of services, all of it this user's to do."""
    return {"changed_sheets": _changed_sheets(request), "amounts_to_confirm": _amounts(request, today)}


def _changed_sheets(request):
    offerings = Offering.objects.all()
    if not (may_all(request) and Office.objects.count() <= FEW_OFFICES):
        offerings = offerings.filter(office__in=office_ids(request))
    return changed_offerings(offerings)[:SHOWN]


def _amounts(request, today):
    """Return the amounts that pages call unconfirmed, or that have run out."""
    amounts = Amount.objects.filter(Q(is_confirmed=False) | Q(valid_until__lt=today)).select_related("service")
    if not may_all(request):
        amounts = amounts.filter(service__owner__in=office_ids(request))
    return amounts[:SHOWN]
