from tests.cast import *  # noqa: F403  (the people and their records are fixtures)
