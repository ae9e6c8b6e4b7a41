"""Learn what words weigh for and against danger from the lists of phrases, and tell how well that does on phrases unheard.

`python -m bench.danger` learns from four fifths of the lists and prints what it makes of the fifth, five times over.
`python -m bench.danger --write` learns from all of them and writes `search/danger_weights.tsv`.
"""

import csv
import random
import sys
from collections import Counter
from pathlib import Path

import yaml

from search import danger
from search.evidence import BIAS, likelihood

ROOT = Path(__file__).parent.parent
LISTS = ROOT / "tests" / "search" / "danger"
# Matters whose own search words may speak of danger, beside those that answer it.
NEAR_DANGER = {"psychiatra", "uzaleznienia", *(slug for slugs in danger.MATTERS.values() for slug in slugs)}
ROUNDS = 30  # Times that each phrase is looked at.
STEP = 0.1  # How far one phrase moves a weight at first.
RESTRAINT = 0.0001  # How much a weight shrinks each time: what few phrases say shall not count for much.
FEWEST = 2  # Phrases in which a sign must have been met.
LEAST = 0.05  # Weights nearer to nothing are left out.
DOUBT = 4  # Phrases of the usual kinds that are thought to each sign, so that a few chances tell no kind.
FOLDS = 5


def phrases():
    """Return (phrase, whether it speaks of danger) of all lists, in a fixed order."""
    return [
        (line.split("\t")[0], "danger" in file.stem.split("_"))
        for file in sorted(LISTS.glob("*.tsv"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def ordinary():
    """Return the words by which people look for all other matters: what most searches are like."""
    services = yaml.safe_load((ROOT / "content" / "wspolne.yaml").read_text(encoding="utf-8"))["services"]
    words = {
        line.strip()
        for service in services
        if service["slug"] not in NEAR_DANGER
        for field in ("name", "popular_names", "search_words")
        for text in service.get(field, {}).values()
        for line in text.splitlines()
    }
    return sorted(one for one in words if one and not danger.said_by_patterns(one))


def learn(samples):
    """Return the weight of each sign that (signs, is danger) samples teach: logistic regression, in small steps."""
    met = Counter(sign for signs, _ in samples for sign in signs)
    samples = [([sign for sign in sorted(signs) if met[sign] >= FEWEST], is_danger) for signs, is_danger in samples]
    weights, moved = Counter(), Counter()
    order = random.Random(0)  # noqa: S311 - the same each time, nothing secret
    for _ in range(ROUNDS):
        order.shuffle(samples)
        for signs, is_danger in samples:
            error = is_danger - likelihood(sum(weights[sign] for sign in signs))
            for sign in signs:
                slope = error - (RESTRAINT * weights[sign] if sign != BIAS else 0)
                moved[sign] += slope * slope
                weights[sign] += STEP * slope / (1e-6 + moved[sign]) ** 0.5
    return {sign: amount for sign, amount in weights.items() if abs(amount) >= LEAST}


def table(samples, weights, kinds):
    """Yield the rows of the table: sign, weight, kind that it tells of, in how many phrases of danger and of others."""
    of_kind = {sign: Counter() for sign in weights}
    of_danger, of_others = Counter(), Counter()
    for (signs, is_danger), spoken in zip(samples, kinds, strict=True):
        (of_danger if is_danger else of_others).update(signs)
        for sign in signs & weights.keys() if is_danger else ():
            of_kind[sign].update(spoken)
    usual = Counter(kind for (_, is_danger), spoken in zip(samples, kinds, strict=True) if is_danger for kind in spoken)
    for sign in sorted(weights):
        kind = telling(of_kind[sign], usual) if sign != BIAS and weights[sign] > 0 else ""
        yield sign, f"{weights[sign]:.2f}", kind, of_danger[sign], of_others[sign]


def telling(counted, usual):
    """Return the kind that is oftener among the phrases with a sign than among all, or ""."""
    share = {kind: (counted[kind] + DOUBT * usual[kind] / usual.total()) / usual[kind] ** 0.5 for kind in counted}
    return max(sorted(share), key=share.get) if share else ""


def write(samples, texts):
    """Write what all phrases teach."""
    kinds = [danger.said_by_patterns(text) for text, _ in texts]
    with danger.WEIGHTS_FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writerow(("sign", "weight", "kind", "danger", "others"))
        writer.writerows(table(samples, learn(samples), kinds))


def measure(samples):
    """Print how many phrases of danger, and how many others, are taken for danger by who has not heard them."""
    taken = {True: [], False: []}
    for fold in range(FOLDS):
        weights = learn([one for place, one in enumerate(samples) if place % FOLDS != fold])
        for signs, is_danger in samples[fold::FOLDS]:
            taken[is_danger].append(likelihood(sum(weights.get(sign, 0) for sign in signs)))
    for least in (0.1, 0.2, 0.3, 0.5, 0.6, 0.7, 0.8):
        danger_share, other_share = (
            100 * sum(one > least for one in taken[what]) / len(taken[what]) for what in (True, False)
        )
        print(f"likelier than {least}: {danger_share:.1f} % of danger, {other_share:.1f} % of others")


if __name__ == "__main__":
    known = [*phrases(), *((text, False) for text in ordinary())]
    signed = [(danger.SIGNS.of(danger.words_of(text)), is_danger) for text, is_danger in known]
    write(signed, known) if "--write" in sys.argv else measure(signed)
