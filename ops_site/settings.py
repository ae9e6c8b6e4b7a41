"""All settings on one page.

Every value that differs between installations comes from the environment: each has a name, a type
and a safe default (see `environment.py`). The README lists them.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from ops_site import environment
from ops_site.environment import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))

# --- What every installation decides -------------------------------------------------------

DEBUG = environment.boolean("DEBUG", default=False)
HTTPS = environment.boolean("HTTPS", default=True)
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", default="127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS", default="")

SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is missing. Make one with "
        "`python3 -c 'import secrets; print(secrets.token_urlsafe(50))'` "
        "and set it in the environment; keep it the same from start to start."
    )

# Who runs the site and where to write to them: the foot of every page says it. Empty: it says that it is not stated.
SITE_OPERATOR = environment.line("SITE_OPERATOR", default="")
SITE_CONTACT_EMAIL = environment.email("SITE_CONTACT_EMAIL", default="")

DATABASES = {"default": environment.address("DATABASE_URL", env.db_url, f"sqlite:///{VAR_DIR / 'site.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for a writer, and a writer waits its turn instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

CACHES = {"default": environment.address("CACHE_URL", env.cache_url, "locmemcache://")}

# --- The parts of the site -----------------------------------------------------------------

INSTALLED_APPS = [
    "modeltranslation",  # Before admin: it prepares the models that admin shows.
    "ops_site.apps.StaffConfig",  # django.contrib.admin, with our own site.
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "csp",
    "languages",
    "staff",
    "offices",
    "services",
    "search",
    "ops_site",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "ops_site.middleware.StaticFiles",
    "ops_site.compression.HttpCompressionMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",  # Here, so that pages of errors have its header too.
    "ops_site.middleware.LanguageFromAddress",
    "ops_site.errors.RefusedMethods",
    # Sessions open only when somebody reads them, which happens under /admin/ alone:
    # public pages stay without cookies and without `Vary: Cookie`.
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

ROOT_URLCONF = "ops_site.urls"
WSGI_APPLICATION = "ops_site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ops_site.moment.moment",
                "ops_site.quick_exit.quick_exit",
                "ops_site.publisher.publisher",
            ],
            "builtins": [
                "offices.templatetags.text",
                "search.templatetags.marking",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    },
]

# --- Languages and time --------------------------------------------------------------------

LANGUAGE_CODE = "pl"
LANGUAGES = [("pl", _("polski")), ("en", _("angielski")), ("uk", _("ukraiński"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
MODELTRANSLATION_DEFAULT_LANGUAGE = "pl"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("pl",)
TIME_ZONE = "Europe/Warsaw"
USE_TZ = True

# --- Files ---------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
# What staff put on the site: forms and recordings.
MEDIA_URL = "/pliki/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "ops_site.static_files.StaticFiles"
        )
    },
}

# --- Safety --------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
CSRF_FAILURE_VIEW = "ops_site.errors.csrf_failure"
LOGIN_REDIRECT_URL = "admin:index"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY = {
    feature: []
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "microphone",
        "payment",
        "usb",
    )
}
X_FRAME_OPTIONS = "DENY"
# A page about violence must not tell the next site where its reader came from.
SECURE_REFERRER_POLICY = "same-origin"
# Where somebody who may be watched gets away to: a dull page of another site.
QUICK_EXIT_URL = environment.web_address("QUICK_EXIT_URL", default="https://pl.wikipedia.org/")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 60 * 60  # One working day.
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
# Of this host alone (W005, W021): what a town has at names below it may speak no https.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if environment.boolean("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- Logs ----------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"tracebacks of errors": {"()": "ops_site.log.TracebacksOfErrors"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["tracebacks of errors"]},
        "nowhere": {"class": "logging.NullHandler"},  # A logger without any handler writes to standard error after all.
    },
    "root": {
        "handlers": ["console"],
        "level": environment.choice("LOG_LEVEL", ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], default="INFO"),
    },
    # Anybody can send a wrong Host header or a thousand parameters; the answer is 400, and the log stays readable.
    "loggers": {
        "django.security": {"handlers": ["nowhere"], "propagate": False},
        "django.security.csrf": {"handlers": ["console"], "propagate": False},
    },
}
