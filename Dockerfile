# The site in a container: docker build -t gdzie-po-pomoc .
# Content and database live in the volume /data; everything else is inside and is never written to.

FROM python:3.11-slim-bookworm AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements/runtime.txt requirements/
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements/runtime.txt
COPY . .
# The messages, then the static files. The key only satisfies the settings: it ends with this step.
RUN for file in locale/*/LC_MESSAGES/*.po; do \
      if [ -f "$file" ]; then \
        /venv/bin/python -m babel.messages.frontend --quiet compile --input-file "$file" --output-file "${file%.po}.mo"; \
      fi; \
    done && \
    SECRET_KEY=only-for-building STATIC_ROOT=/app/collected /venv/bin/python manage.py collectstatic --no-input && \
    /venv/bin/python -m compileall -q /app

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /nonexistent site && install -d -o site -g site /data
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    VAR_DIR=/data \
    STATIC_ROOT=/app/collected
USER site
VOLUME /data
EXPOSE 8000
# Django answers only to the names in ALLOWED_HOSTS, so the check uses the first of them.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", "\
import os, urllib.request as web; \
host = os.environ.get('ALLOWED_HOSTS', 'localhost').split(',')[0].strip().lstrip('.').replace('*', 'localhost'); \
web.urlopen(web.Request('http://127.0.0.1:8000/healthz', headers={'Host': host}), timeout=4)"]
CMD ["python", "manage.py", "serve", "--prepare", "--host", "0.0.0.0"]
