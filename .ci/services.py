"""Tell whether PostgreSQL and Redis answer: `services.py POSTGRES_URL REDIS_URL`."""

import sys
from urllib.parse import urlsplit

import psycopg
import redis


def main(postgres_url, redis_url):
    # The database named in the address need not exist: the tests make one of their own.
    server = urlsplit(postgres_url)._replace(scheme="postgresql", path="/postgres").geturl()
    try:
        with psycopg.connect(server, connect_timeout=5):
            pass
        redis.Redis.from_url(redis_url, socket_connect_timeout=5).ping()
    except (psycopg.Error, redis.RedisError) as trouble:
        sys.exit(" ".join(str(trouble).split()))


if __name__ == "__main__":
    main(*sys.argv[1:])
