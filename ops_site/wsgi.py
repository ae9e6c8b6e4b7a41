"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

from ops_site.content_type import plain

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ops_site.settings")
application = plain(get_wsgi_application())
