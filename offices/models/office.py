"""Office (ośrodek): one social-welfare centre, whatever its statute calls it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from offices.models.checked import Checked
from offices.models.codes import CodeField, DigitsField
from offices.models.former_slug import RemembersSlug

# First words of addresses that belong to the site itself, so no office may take them.
RESERVED_SLUGS = frozenset(
    "admin api deklaracja-dostepnosci en healthz komponenty krok-po-kroku mapa-strony media o-stronie pl pliki pomoc-natychmiastowa readyz "
    "robots.txt sitemap.xml slowniczek sprawy static sytuacje szukaj uk wspolne".split()
)


class OfficeQuerySet(models.QuerySet):
    def published(self):
        return self.filter(is_published=True)


class Office(Translated, RemembersSlug, Checked):
    """A social-welfare centre (ośrodek): OPS, MOPS, GOPS, MGOPS or, since 2019, CUS."""

    class Kind(models.TextChoices):
        OPS = "ops", _("ośrodek pomocy społecznej (OPS)")
        MOPS = "mops", _("miejski ośrodek pomocy społecznej (MOPS)")
        GOPS = "gops", _("gminny ośrodek pomocy społecznej (GOPS)")
        MGOPS = "mgops", _("miejsko-gminny ośrodek pomocy społecznej (MGOPS)")
        MOPR = "mopr", _("miejski ośrodek pomocy rodzinie (MOPR)")
        CUS = "cus", _("centrum usług społecznych (CUS)")

    class Accent(models.TextChoices):
        """Names of the palettes in `static/css/tokens.css`, each checked for contrast."""

        PLUM = "plum", _("śliwkowy")
        LAKE = "lake", _("jeziorny")
        PINE = "pine", _("sosnowy")
        HONEY = "honey", _("miodowy")
        OLIVE = "olive", _("oliwkowy")
        SLATE = "slate", _("łupkowy")

    name = models.CharField(_("nazwa"), max_length=200, help_text=_("Pełna nazwa ze statutu."))
    short_name = models.CharField(
        _("nazwa krótka"),
        max_length=60,
        help_text=_("Na przykład „OPS Wołomin”. Używamy jej tam, gdzie jest mało miejsca."),
    )
    former_names = models.TextField(
        _("dawne nazwy"), blank=True, help_text=_("Po jednej w wierszu. Mieszkańcy dalej ich szukają.")
    )
    kind = models.CharField(_("rodzaj"), max_length=10, choices=Kind)
    slug = models.SlugField(_("adres na stronie"), max_length=60, unique=True, help_text=_("Na przykład „wolomin”."))
    municipality = models.CharField(_("gmina"), max_length=100)
    teryt = DigitsField(
        _("kod TERYT"),
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{7}$", _("Kod TERYT gminy ma siedem cyfr, na przykład 1434123."))],
    )
    about = models.TextField(_("o ośrodku"), blank=True, help_text=_("Pusty wiersz zaczyna nowy akapit."))
    email = models.EmailField(_("e-mail"), blank=True)
    bip_url = models.URLField(_("adres BIP"), blank=True)
    edelivery_address = CodeField(
        _("adres do e-Doręczeń"),
        max_length=40,
        blank=True,
        validators=[
            RegexValidator(
                r"^AE:PL-[0-9]{5}-[0-9]{5}-[A-Z]{5}-[0-9]{2}$",
                _("Adres do e-Doręczeń wygląda tak: AE:PL-12345-67890-ABCDE-12."),
            )
        ],
    )
    nip = DigitsField(
        _("NIP"),
        max_length=10,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{10}$", _("NIP ma dziesięć cyfr."))],
    )
    regon = DigitsField(
        _("REGON"),
        max_length=14,
        blank=True,
        validators=[RegexValidator(r"^([0-9]{9}|[0-9]{14})$", _("REGON ma 9 albo 14 cyfr."))],
    )
    appeal_body = models.CharField(
        _("gdzie idzie odwołanie"),
        max_length=200,
        blank=True,
        help_text=_("Samorządowe kolegium odwoławcze (SKO), które rozpatruje odwołania od decyzji ośrodka."),
    )
    accent = models.CharField(_("kolor"), max_length=10, choices=Accent, default=Accent.LAKE)
    is_published = models.BooleanField(
        _("opublikowany"),
        default=False,
        help_text=_("Nieopublikowanego ośrodka nie ma na stronie. Redaktorzy widzą go tylko tu, w panelu."),
    )
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("redaktorzy"),
        related_name="offices",
        blank=True,
        help_text=_("Osoby, które mogą zmieniać treści tego ośrodka."),
    )

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("ośrodek")
        verbose_name_plural = _("ośrodki")
        ordering = ["municipality", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="office_has_name"),
            models.CheckConstraint(
                condition=~models.Q(slug__in=sorted(RESERVED_SLUGS)), name="office_slug_not_reserved"
            ),
        ]

    def __str__(self):
        return self.short_name

    def get_absolute_url(self):
        return reverse("office", args=[self.slug])

    def clean(self):
        if self.slug in RESERVED_SLUGS:
            raise ValidationError(
                {"slug": _("Tego adresu używa sama strona. Wybierz inny, na przykład nazwę miejscowości.")}
            )
