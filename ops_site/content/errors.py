"""What is wrong in the content files: every problem has a file, a line, and says what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Where:
    """A line of a content file."""

    path: str
    line: int

    def __str__(self):
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    where: Where
    message: str

    def __str__(self):
        return f"{self.where}: {self.message}"


class ContentError(Exception):
    """The files cannot be loaded; `problems` has every reason, by file and line."""

    def __init__(self, problems):
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Report:
    """Collects problems, so that one run tells an author all of them."""

    def __init__(self):
        self.problems = []

    def add(self, where, message):
        self.problems.append(Problem(where, str(message)))

    def raise_if_any(self):
        """Raise a ContentError with every problem, or do nothing when there is none."""
        if self.problems:
            raise ContentError(sorted(self.problems))
