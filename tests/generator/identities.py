"""The identities (勾稽关系) that a consistent report obeys, and what follows from them.

Written from the contract and the forms, not from the schema's data. `consequences` says which
unprinted values a reader may derive: those that the printed ones leave exactly one solution for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from .forms import COLUMNS, OTHER_THREE_ROWS, OUTCOMES, RESULTS

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Equation:
    """`sum(left) = sum(right)`."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    def coefficients(self) -> dict[str, int]:
        """The equation as a sum that is zero."""
        found = dict.fromkeys(self.left, 1)
        for path in self.right:
            found[path] = found.get(path, 0) - 1
        return found

    def holds(self, values: Mapping[str, Number]) -> bool:
        """Whether the two sides are equal; every term must have a value."""
        return sum(values[p] for p in self.left) == sum(values[p] for p in self.right)


OUTCOME_ROWS: dict[str, tuple[str, ...]] = {
    "disclosed": ("granted", "partially_granted"),
    **{rows[0][0].split(".")[0]: tuple(stem.split(".")[1] for stem, _ in rows) for _, rows in OUTCOMES[2:]},
    "other": tuple(stem.split(".")[1] for stem, _ in OTHER_THREE_ROWS[1]),
}
"""The rows of each group of outcomes on the forms of 2019 and 2021."""


def matrix() -> list[Equation]:
    """Identities of sections three and four of the forms of 2019 and 2021."""
    found = [equation for column in COLUMNS for equation in _column(column)]
    stems = [f"outcomes.{group}.{row}" for group, rows in OUTCOME_ROWS.items() for row in rows]
    stems += [f"outcomes.{group}.subtotal" for group in OUTCOME_ROWS]
    stems += ["received", "carried_over", "outcomes.total", "carried_forward"]
    for stem in stems:
        parts = tuple(f"requests.{stem}.{column}" for column in COLUMNS[:-1])
        found.append(Equation((f"requests.{stem}.total",), parts))
    handled = ("requests.handled.total",)
    found.append(Equation(handled, ("requests.received.total", "requests.carried_over.total")))
    found.append(Equation(handled, ("requests.outcomes.total.total", "requests.carried_forward.total")))
    for stem in ("reconsideration", "litigation", "litigation_direct", "litigation_after_reconsideration"):
        found.append(Equation((f"{stem}.total",), tuple(f"{stem}.{result}" for result in RESULTS[:-1])))
    for result in RESULTS:
        parts = (f"litigation_direct.{result}", f"litigation_after_reconsideration.{result}")
        found.append(Equation((f"litigation.{result}",), parts))
    return found


def _column(column: str) -> Iterator[Equation]:
    def path(stem: str) -> str:
        return f"requests.{stem}.{column}"

    yield Equation(
        (path("received"), path("carried_over")), (path("outcomes.total"), path("carried_forward"))
    )
    for group, rows in OUTCOME_ROWS.items():
        yield Equation(
            (path(f"outcomes.{group}.subtotal"),), tuple(path(f"outcomes.{group}.{row}") for row in rows)
        )
    subtotals = tuple(path(f"outcomes.{group}.subtotal") for group in OUTCOME_ROWS)
    yield Equation((path("outcomes.total"),), subtotals)


_REFUSALS = (
    "state_secret",
    "commercial_secret",
    "personal_privacy",
    "security_and_stability",
    "not_government_information",
    "other",
)
_NATIONAL: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "requests.received.total",
        tuple(f"requests.channels.{c}" for c in ("in_person", "fax", "online", "letter")),
    ),
    ("requests.concluded.total", ("requests.concluded.on_time", "requests.concluded.extended")),
    (
        "requests.outcomes.total.total",
        tuple(
            f"requests.outcomes.{stem}.total"
            for stem in (
                "disclosed.already_public",
                "disclosed.granted",
                "disclosed.partially_granted",
                "refused.subtotal",
                "unavailable.not_this_agency",
                "unavailable.does_not_exist",
                "other.amendment_requested",
                "other.referred_elsewhere",
            )
        ),
    ),
    (
        "requests.outcomes.refused.subtotal.total",
        tuple(f"requests.outcomes.refused.{key}.total" for key in _REFUSALS),
    ),
    ("reconsideration.total", tuple(f"reconsideration.{r}" for r in ("upheld", "corrected", "other"))),
    ("litigation.total", tuple(f"litigation.{r}" for r in ("upheld", "corrected", "other"))),
    ("resources.staff_total", ("resources.staff_full_time", "resources.staff_part_time")),
)
_PROVINCIAL: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "requests.received.total",
        tuple(f"requests.channels.{c}" for c in ("in_person", "online", "letter_and_fax")),
    ),
    (
        "requests.outcomes.total.total",
        tuple(
            f"requests.outcomes.{stem}.total"
            for stem in (
                "disclosed.granted",
                "disclosed.partially_granted",
                "refused.subtotal",
                "other.subtotal",
            )
        ),
    ),
)
PARTS_OF_WHOLES = (
    ("proactive.normative_documents_disclosed", "proactive.total_items"),
    ("response.press_conferences_by_leaders", "response.press_conferences"),
    ("response.online_interviews_by_leaders", "response.online_interviews"),
)


def statistics(*, provincial: bool, cumulative: bool) -> list[Equation]:
    """Identities of the statistics table, for each of its columns."""
    stated_anywhere = tuple(
        rule for rule in _NATIONAL if not rule[0].startswith("requests.") or "concluded" in rule[0]
    )
    rules = (*_PROVINCIAL, *stated_anywhere) if provincial else _NATIONAL
    prefixes = ("", "cumulative.") if cumulative else ("",)
    found = [
        Equation((prefix + whole,), tuple(prefix + part for part in parts))
        for prefix in prefixes
        for whole, parts in rules
    ]
    for prefix in prefixes:
        balance = (f"{prefix}requests.outcomes.total.total", f"{prefix}requests.carried_forward.total")
        supply = (f"{prefix}requests.received.total", f"{prefix}requests.carried_over.total")
        found.append(Equation((f"{prefix}requests.handled.total",), supply))
        found.append(Equation((f"{prefix}requests.handled.total",), balance))
    return found


V = TypeVar("V", bound=Number)


def consequences(known: Mapping[str, V], equations: Iterable[Equation]) -> set[str]:
    """Paths without a known value for which the known ones leave exactly one solution.

    Counts are not negative, so where a sum is zero every part of it is; otherwise by elimination.
    The known values must satisfy the equations.
    """
    values = {path: Fraction(value) for path, value in known.items()}
    rows = [equation.coefficients() for equation in equations]
    found: set[str] = set()
    while True:
        new = _single_steps(rows, values)
        if not new:
            new = _elimination(rows, values)
        if not new:
            return found
        values.update(new)
        found.update(new)


def _single_steps(rows: list[dict[str, int]], values: Mapping[str, Fraction]) -> dict[str, Fraction]:
    for row in rows:
        open_terms = [path for path in row if path not in values]
        if not open_terms:
            continue
        rest = -sum((values[path] * sign for path, sign in row.items() if path in values), Fraction(0))
        if len(open_terms) == 1:
            return {open_terms[0]: rest / row[open_terms[0]]}
        if rest == 0 and len({row[path] for path in open_terms}) == 1:
            return dict.fromkeys(open_terms, Fraction(0))
    return {}


def _elimination(rows: list[dict[str, int]], values: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Gauss-Jordan over the open terms; a row left with one term fixes it."""
    system: list[tuple[dict[str, Fraction], Fraction]] = []
    for row in rows:
        left = {path: Fraction(sign) for path, sign in row.items() if path not in values}
        if left:
            right = -sum((values[p] * sign for p, sign in row.items() if p in values), Fraction(0))
            system.append((left, right))
    done: list[tuple[dict[str, Fraction], Fraction]] = []
    for left, right in system:
        for pivot_row, pivot_right in done:
            pivot = next(iter(pivot_row))
            left, right = _minus(left, right, pivot_row, pivot_right, pivot)
        if not left:
            continue
        pivot = next(iter(left))
        scale = left[pivot]
        left = {path: value / scale for path, value in left.items()}
        right = right / scale
        done = [_minus(old, old_right, left, right, pivot) for old, old_right in done]
        done.append((left, right))
    return {next(iter(left)): right for left, right in done if len(left) == 1}


def _minus(
    left: dict[str, Fraction],
    right: Fraction,
    pivot_row: Mapping[str, Fraction],
    pivot_right: Fraction,
    pivot: str,
) -> tuple[dict[str, Fraction], Fraction]:
    factor = left.get(pivot, Fraction(0))
    if not factor:
        return left, right
    changed = dict(left)
    for path, value in pivot_row.items():
        changed[path] = changed.get(path, Fraction(0)) - factor * value
        if not changed[path]:
            del changed[path]
    return changed, right - factor * pivot_right
