"""Measure the search: what it finds of the fixed queries, and what a query costs at 2 offices and in a whole country."""

import csv
import gc
import time
import tracemalloc
from collections import Counter
from dataclasses import dataclass
from statistics import fmean

from django.db.models import Q
from django.utils.translation import override

from bench import country
from offices.models import Building, Office
from search import answers
from search.catalogue import catalogue
from services.models import Offering, Service

ROUNDS = 7
LIKE = "plain LIKE"  # The yardstick.
TUNED, HELD_OUT = "tuned", "held-out"
LANGUAGES = ("pl", "en", "uk")
LEAST_FIRST = 92  # Per cent of the queries of each half and language that have a right matter first.
MOST_MISSED = 1  # Queries of a language, both halves together, without a right matter among the first three.
# Per cent, of each half and language: of the queries about something else those that no matter is given for with
# confidence; of the others, rightly answered, those whose answer is called unsure all the same.
LEAST_UNSURE, MOST_DOUBTED = 75, 10
MOST_GROWTH = 2.0  # Of the cost of a query from 2 offices to the whole country.
MOST_MEMORY = 50  # MB of the catalogue in each process.


@dataclass(frozen=True)
class Asked:
    """One of the fixed queries: half of them were tuned on, half are held out and never looked at."""

    half: str
    language: str
    text: str
    expected: frozenset  # Slugs; any of them is right; none for what no matter is about.


def report(path, *, shows_misses=False):
    """Print quality, cost and, last, whether the limits hold.

    In a whole country a search without a place shows no offices beside each matter, so it can cost less than among two.
    """
    queries = read(path)
    found = quality(queries, found_by_search)
    print_quality("search, 2 offices", found)
    print_quality(f"{LIKE}, 2 offices", quality(queries, found_by_like))
    if shows_misses:
        print_misses(queries)
    kinds = ways_to_ask(queries)
    few = costs(kinds)
    start = time.perf_counter()
    country.fill()
    print(
        f"\n{Office.objects.count()} offices with {Offering.objects.count()} offerings made"
        f" in {time.perf_counter() - start:.0f} s"
    )
    built, memory, peak = catalogue_costs()
    print(f"catalogue: built in {built:.2f} s, {memory:.1f} MB in each process, at most {peak:.1f} MB while built")
    print_quality(f"search, {country.OFFICES} offices", quality(queries, found_by_search))
    many = costs(kinds)
    print_limits(found, print_costs(few, many), memory)


def finds_well(path):
    """Print how well the search finds at 2 offices, and how well it knows when it does not; tell whether all limits hold.

    No miss is named.
    """
    queries = read(path)
    found = quality(queries, found_by_search)
    print_quality("search, 2 offices", found)
    unsure = confidence(queries, read(path.with_name("nonsense.tsv")))
    kept = [*_limits_of_finding(found), *_limits_of_confidence(unsure)]
    print("\nlimits:")
    for name, value, sign, limit in kept:
        print(f"  {name:<48}{value:6.1f} ({sign} {limit}: {holds(_is_within(value, sign, limit))})")
    return all(_is_within(value, sign, limit) for _name, value, sign, limit in kept)


def _limits_of_finding(found):
    for language in LANGUAGES:
        for half in (TUNED, HELD_OUT):
            yield f"{language}, {half}, right first, %", share(found[half, language], 1), "≥", LEAST_FIRST
        yield f"{language}, not among the first three", _missed(found, language), "≤", MOST_MISSED


def _limits_of_confidence(unsure):
    for (half, language), (of_nonsense, of_right) in unsure.items():
        yield f"{language}, {half}, nonsense called unsure, %", of_nonsense, "≥", LEAST_UNSURE
        yield f"{language}, {half}, right answers called unsure, %", of_right, "≤", MOST_DOUBTED


def _missed(found, language):
    return sum(found[half, language]["all"] - found[half, language][3] for half in (TUNED, HELD_OUT))


def _is_within(value, sign, limit):
    return value >= limit if sign == "≥" else value <= limit


def confidence(queries, nonsense):
    """Return {(half, language): (per cent of nonsense that is not answered with confidence, of right answers those that
    are not)}."""
    counts = Counter()
    for query in [*queries, *nonsense]:
        with override(query.language):
            found = answers.search(query.text, query.language)
        is_right = bool(found.results) and found.results[0].service.slug in query.expected
        if is_right or not query.expected:
            kind = (query.half, query.language, bool(query.expected))
            counts[kind] += 1
            counts[*kind, "unsure"] += found.is_weak or not found
    return {
        (half, language): tuple(
            100 * counts[half, language, is_right, "unsure"] / max(counts[half, language, is_right], 1)
            for is_right in (False, True)
        )
        for half in (TUNED, HELD_OUT)
        for language in LANGUAGES
    }


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Asked(
                row["set"], row["lang"], row["query"], frozenset(filter(None, (row.get("expected") or "").split(",")))
            )
            for row in csv.DictReader(file, delimiter="\t")
        ]


# --- Quality


def found_by_search(query):
    return [one.service.slug for one in answers.search(query.text, query.language).results]


def found_by_like(query):
    """The yardstick: the matters whose name or popular names hold every word of the query, letter for letter."""
    condition = Q()
    for word in query.text.split():
        condition &= Q(name__icontains=word) | Q(popular_names__icontains=word)
    return [one.slug for one in Service.objects.filter(condition)[: answers.MOST_RESULTS]]


def quality(queries, find):
    """Return {(half, language): Counter of "all", 1 and 3: how many queries find a right one among the first so many}."""
    counts = {}
    for query in queries:
        with override(query.language):
            slugs = find(query)
        count = counts.setdefault((query.half, query.language), Counter())
        count.update(all=1)
        count.update(first for first in (1, 3) if query.expected & set(slugs[:first]))
    return counts


def share(count, first):
    """Return the share of hits among the first so many, in per cent."""
    return 100 * count[first] / count["all"]


def print_quality(title, counts):
    print(f"\n{title:<24}{'tuned hit@1':>14}{'hit@3':>8}{'held-out hit@1':>18}{'hit@3':>8}")
    for language in LANGUAGES:
        tuned, held_out = counts[TUNED, language], counts[HELD_OUT, language]
        print(
            f"  {language} ({tuned['all']} + {held_out['all']} queries)".ljust(24)
            + f"{share(tuned, 1):13.1f}%{share(tuned, 3):7.1f}%{share(held_out, 1):17.1f}%{share(held_out, 3):7.1f}%"
        )


def print_misses(queries):
    """List what the tuned half misses. The held-out half stays blind: who reads its misses tunes on them."""
    print("\nmisses among the first three, tuned half:")
    for query in queries:
        if query.half != TUNED:
            continue
        with override(query.language):
            slugs = found_by_search(query)[:3]
        if not query.expected & set(slugs):
            wanted, got = " or ".join(sorted(query.expected)), ", ".join(slugs) or "nothing"
            print(f"  {query.language}  {query.text}: wanted {wanted}; found {got}")


# --- Cost


def ways_to_ask(queries):
    """Return {name: (how to ask, what)}: ways that cost differently, the same at both sizes."""
    office = Office.objects.published().get(slug="wolomin")
    addresses = [
        Asked("", "pl", one.street, frozenset())
        for one in Building.objects.filter(is_confidential=False).exclude(street="")
    ]
    return {
        "everywhere": (lambda one: answers.search(one.text, one.language), queries),
        "at one office": (lambda one: answers.search(one.text, one.language, office), queries),
        "naming an office": (lambda one: answers.search(f"{one.text} w Wołominie", one.language), queries),
        "an address": (lambda one: answers.search(one.text, one.language), addresses),
        "unknown words": (lambda one: answers.search(one.text[::-1], one.language), queries),
        "typed by half": (lambda one: answers.suggestions(one.text[: len(one.text) // 2], one.language), queries),
        LIKE: (found_by_like, queries),
    }


def costs(kinds):
    """Return {name: [milliseconds of CPU, …]}: of each query the best of several rounds; the kinds take turns."""
    catalogue()
    best = {}
    for _round in range(ROUNDS):
        for name, (ask, queries) in kinds.items():
            spent = [cost(ask, query) for query in queries]
            best[name] = list(map(min, best.get(name, spent), spent))
    return best


def cost(ask, query):
    with override(query.language):
        start = time.process_time()
        ask(query)
        return (time.process_time() - start) * 1e3


def catalogue_costs():
    """Return what the catalogue costs to build anew: (seconds of CPU, MB that stay, MB at the most)."""
    country.renew_catalogue()
    start = time.process_time()
    catalogue()
    built = time.process_time() - start
    country.renew_catalogue()
    gc.collect()
    tracemalloc.start()
    catalogue()
    gc.collect()
    memory, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return built, memory / 2**20, peak / 2**20


def print_costs(few, many):
    """Print a line for each way to ask, and return the ratio of the one that grew most."""
    print(
        f"\n{'ms of CPU for a query':<24}{'2 offices':>12}{country.OFFICES:>8} offices{'ratio':>8}{'slowest':>10}{'÷ LIKE':>10}"
    )
    yardstick = fmean(many[LIKE])
    ratios = {}
    for name in few:
        before, after = fmean(few[name]), fmean(many[name])
        ratios[name] = after / before
        print(
            f"  {name:<22}{before:12.2f}{after:16.2f}{ratios[name]:8.2f}{max(many[name]):10.2f}{after / yardstick:10.2f}"
        )
    return max(ratio for name, ratio in ratios.items() if name != LIKE)


def print_limits(found, growth, memory):
    """Print each limit on one line, and whether it holds."""
    found_well = ", ".join(
        f"{language} {_missed(found, language)} (≤ {MOST_MISSED}: {holds(_missed(found, language) <= MOST_MISSED)})"
        for language in LANGUAGES
    )
    print(
        f"\nlimits: not among the first three {found_well};"
        f" cost at {country.OFFICES} ÷ at 2 offices {growth:.2f} (≤ {MOST_GROWTH:.2f}: {holds(growth <= MOST_GROWTH)});"
        f" memory {memory:.1f} MB (≤ {MOST_MEMORY}: {holds(memory <= MOST_MEMORY)})"
    )


def holds(is_true):
    return "holds" if is_true else "DOES NOT HOLD"
