"""What a published office still lacks: no mistake of its file, but its residents will miss it."""

from django.utils.translation import gettext as _

from offices.models import Office, Phone, WeeklyHours


def remarks():
    """Return a sentence for each published office and each thing that it lacks, in four queries."""
    with_phone = _offices_with(Phone, "")
    with_hours = _offices_with(WeeklyHours, "schedule__")
    found = []
    for office in Office.objects.published().select_related("accessibility_declaration"):
        lacks = {
            _("telefonu"): office.pk not in with_phone,
            _("godzin przyjęć"): office.pk not in with_hours,
            _("deklaracji dostępności"): not hasattr(office, "accessibility_declaration"),
        }
        if missing := [name for name, is_missing in lacks.items() if is_missing]:
            found.append(
                _("Uwaga: %(office)s jest na stronie bez: %(missing)s. Uzupełnij to w panelu.")
                % {"office": office, "missing": ", ".join(missing)}
            )
    return found


def _offices_with(model, path):
    """Return the ids of the offices of which any place has such a record."""
    homes = [f"{path}office_id", f"{path}building__office_id", f"{path}section__office_id"]
    return {home for row in model.objects.values_list(*homes).distinct() for home in row if home}
