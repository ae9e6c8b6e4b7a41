"""Mutation testing of the arithmetic of hours: change it in every small way and see that a test fails.

Run by `make mutants`, with the Python of .venv-tools. Works on a copy, in the folder that is its only argument.
Mutmut leaves code outside functions (constants, defaults) and decorated functions (properties) as they are.
"""

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent
MUTATED = ["offices/hours/timetable.py", "offices/hours/states.py"]
# The tables alone, without Django: they are fast, and each kill is a rule that somebody wrote down.
TESTS = [
    f"tests/offices/hours/{name}.py" for name in ("test_timetable", "test_timetable_days", "test_timetable_mutants")
]
PACKAGES = ["offices", "offices/hours", "tests", "tests/offices", "tests/offices/hours"]
NEEDED = ["offices/hours/holidays.py", *(f"{package}/__init__.py" for package in PACKAGES)]
COPIED = [*MUTATED, *TESTS, *NEEDED, "tests/offices/hours/hours_text.py"]
CONFIG = f"""
[tool.mutmut]
source_paths = ["offices"]
only_mutate = {MUTATED}
pytest_add_cli_args_test_selection = {TESTS}
[tool.pytest.ini_options]
addopts = ["-q", "-p", "no:cacheprovider"]
"""
LEAST = 0.95


def main(folder):
    shutil.rmtree(folder, ignore_errors=True)
    for name in COPIED:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SOURCE / name, folder / name)
    (folder / "pyproject.toml").write_text(CONFIG)
    log = folder / "mutmut.log"
    with log.open("w") as output:
        run = subprocess.run([*MUTMUT, "run"], cwd=folder, stdout=output, stderr=subprocess.STDOUT)  # noqa: S603
    if run.returncode:
        sys.exit(f"mutmut failed; it says why in {log}")
    results = [line.strip().split(": ") for line in _mutmut(folder, "results", "--all", "true").splitlines() if line]
    counts = Counter(result for _name, result in results)
    for name, result in results:
        if result not in ("killed", "timeout"):
            changes = [line for line in _mutmut(folder, "show", name).splitlines() if _is_change(line)]
            print(f"{name}: {result}", *changes, sep="\n")
    killed = (counts["killed"] + counts["timeout"]) / len(results)
    print(f"{len(results)} mutants:", ", ".join(f"{number} {result}" for result, number in counts.most_common()))
    print(f"killed {killed:.1%}, at least {LEAST:.0%} wanted")
    return killed < LEAST


MUTMUT = [sys.executable, "-m", "mutmut"]


def _mutmut(folder, *words):
    return subprocess.run([*MUTMUT, *words], cwd=folder, capture_output=True, text=True, check=True).stdout  # noqa: S603


def _is_change(line):
    return line[:1] in ("-", "+") and line[:3] not in ("---", "+++")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
