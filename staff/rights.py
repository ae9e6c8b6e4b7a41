"""Who may do what in the staff pages.

Nobody has to tick Django's own permissions:

- a superuser may do everything;
- a member of staff who is named in `Office.editors` may see, add, change and delete the records of those
  offices, and see what all offices share (life situations, common services, help lines);
- any other member of staff sees an empty administration.

Each admin says by `office_paths` how its records lead to an office. Every way in (list, form, history, deletion,
bulk action, autocomplete, the choices of a foreign key) goes through `get_queryset`, so it cannot reach further;
`StaffForm` then checks where the record would belong after saving.
"""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

NONE = Q(pk__in=[])
ALL = ~NONE  # Not `Q()`, which disappears when joined by "or".


def office_ids(request):
    """Return the ids of the offices that this user edits. A superuser needs no list: see `may_all`."""
    if not hasattr(request, "_office_ids"):
        user = request.user
        works_here = user.is_active and user.is_staff
        request._office_ids = frozenset(user.offices.values_list("pk", flat=True)) if works_here else frozenset()
    return request._office_ids


def may_all(request):
    return request.user.is_active and request.user.is_superuser


def is_editor(request):
    return may_all(request) or bool(office_ids(request))


def office_model():
    """Return the model of offices: what `User.offices` leads to. This room knows no more of it than its name and key."""
    return get_user_model()._meta.get_field("offices").related_model


MOST_CHOICES = 50  # Offices in a list to choose from; of more, one is found by typing.


def offices_of(request):
    """Return the offices whose records this user may change."""
    offices = office_model()._default_manager.all()
    return offices if may_all(request) else offices.filter(pk__in=office_ids(request))


def office_count(request):
    """Return how many offices this user works for."""
    if not hasattr(request, "_office_count"):
        request._office_count = offices_of(request).count() if may_all(request) else len(office_ids(request))
    return request._office_count


def has_several_offices(request):
    """Tell whether a list has to say which office a record belongs to."""
    return office_count(request) > 1


def has_many_offices(request):
    """Tell whether a list of this user's offices would be too long to choose from."""
    return office_count(request) > MOST_CHOICES


class OwnChoices:
    """A foreign key offers, and accepts, only the records that this user may see."""

    def get_field_queryset(self, db, db_field, request):
        model = db_field.remote_field.model
        if self.admin_site.is_registered(model):
            target = self.admin_site.get_model_admin(model)
            if isinstance(target, OfficeRights):
                return target.get_queryset(request)
        return super().get_field_queryset(db, db_field, request)


class OfficeRights(OwnChoices):
    """A ModelAdmin whose records belong to offices.

    `office_paths`: the ways from a record to its office; none when the records are shared by all offices.
    `shared`: the condition of records that every editor may see, though not change.
    """

    office_paths = ("office",)
    shared = NONE

    def own(self, request):
        """Return the records that this user may change."""
        records = self.model._default_manager.all()
        return records if may_all(request) else records.filter(self.belongs_to(office_ids(request)))

    def belongs_to_user(self, request, record):
        """Tell whether a record, saved or not, stands under offices of this user and no other."""
        if may_all(request):
            return True
        homes = self.homes(record)
        return bool(homes) and homes <= office_ids(request)

    def homes(self, record):
        """Return the ids of the offices under which a record stands: one, none when all offices share it."""
        return {home for home in (_follow(record, path) for path in self.office_paths) if home is not None}

    def get_queryset(self, request):
        records = super().get_queryset(request)
        if may_all(request):
            return records
        if not is_editor(request):
            return records.none()
        return records.filter(self.shared | self.belongs_to(office_ids(request)))

    def has_module_permission(self, request):
        return is_editor(request)

    def has_view_permission(self, request, obj=None):
        if obj is None:
            return is_editor(request)
        return self._answer(request, "view", obj, self.get_queryset)

    def has_add_permission(self, request):
        return may_all(request) or (is_editor(request) and bool(self.office_paths))

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return may_all(request) or (is_editor(request) and bool(self.office_paths))
        return self._answer(request, "change", obj, self.own)

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def _answer(self, request, verb, record, allowed):
        """Tell whether a record is among those allowed. The form of an office asks the same a hundred times a request."""
        answers = request.__dict__.setdefault("_rights", {})
        asked = verb, self.model, record.pk
        if asked not in answers:
            answers[asked] = allowed(request).filter(pk=record.pk).exists()
        return answers[asked]

    def belongs_to(self, ids):
        """Return the condition that a record stands under one of these offices."""
        condition = NONE
        for path in self.office_paths:
            condition |= Q(**{f"{path}__in": ids})
        return condition

    def belongs_to_none(self):
        """Return the condition that a record stands under no office: all of them share it."""
        return Q(**{f"{path}__isnull": True for path in self.office_paths})


class RowRights(OwnChoices):
    """Rows inside another record's page: who may change the page may change its rows."""

    def __init__(self, parent_model, admin_site):
        super().__init__(parent_model, admin_site)
        self.page_model = parent_model

    @property
    def _page(self):
        return self.admin_site.get_model_admin(self.page_model)

    def has_view_permission(self, request, obj=None):
        return self._page.has_view_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        return self._page.has_change_permission(request, obj) if obj else self._page.has_add_permission(request)

    def has_change_permission(self, request, obj=None):
        return self._page.has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self._page.has_change_permission(request, obj)


class OfficeFilter(admin.SimpleListFilter):
    """The offices of this user, and no other, at the side of a list; absent when there is just one.

    Of many offices none is listed: their name or municipality is typed.
    """

    title = _("ośrodek")
    parameter_name = "osrodek"

    def lookups(self, request, model_admin):
        self.paths, self.offices = model_admin.office_paths, offices_of(request)
        self.is_typed = has_many_offices(request)
        if self.is_typed:
            self.template = "admin/office_filter.html"
            self.request, self.page = request, model_admin.admin_site.get_model_admin(office_model())
            return [("", "")]  # A filter without a choice would not be shown.
        return [(str(one.pk), str(one)) for one in self.offices] if has_several_offices(request) else []

    def choices(self, changelist):
        if not self.is_typed:
            return super().choices(changelist)
        others = {name: value for name, value in changelist.params.items() if name != self.parameter_name}
        return [{"others": others, "typed": self.value() or ""}]

    def queryset(self, request, queryset):
        chosen = self._chosen()
        if chosen is None:
            return queryset
        condition = NONE
        for path in self.paths:
            condition |= Q(**{f"{path}__in": chosen})
        return queryset.filter(condition)

    def _chosen(self):
        """Return the offices that are asked for; None when it is all of them."""
        typed = (self.value() or "").strip()
        if self.is_typed and typed:
            return self.page.get_search_results(self.request, self.offices, typed)[0].order_by().values("pk")
        return [int(typed)] if typed in dict(self.lookup_choices) and typed else None


def _follow(record, path):
    """Return the id at the end of `path`, or None where it breaks off."""
    for name in path.split("__"):
        record = getattr(record, name, None)
        if record is None:
            return None
    return getattr(record, "pk", record)
