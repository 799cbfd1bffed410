"""Consistent tables of section three: 25 to 27 rows by seven columns, in which every sum is right."""

from __future__ import annotations

from hypothesis import strategies as st
from reconcile.testimony import ANNUAL

APPLICANTS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "social_welfare_organization",
    "legal_service_organization",
    "other_organization",
)
COLUMNS = (*APPLICANTS, "total")


def _official_rows() -> tuple[str, ...]:
    table = next(t for f in ANNUAL.forms if f.name == "2021" for t in f.tables if t.name == "requests")
    return tuple(row.path for row in table.rows if row.path is not None)


ROWS = _official_rows()
OUTCOMES = tuple(
    r for r in ROWS if r.startswith("requests.outcomes.") and not r.endswith(("subtotal", "total"))
)
ONE_ROW = (*(r for r in OUTCOMES if ".outcomes.other." not in r), "requests.outcomes.other.subtotal")
"""The outcome rows where 其他处理 is one row."""


@st.composite
def tables(draw: st.DrawFn) -> dict[str, int]:
    """The values of a consistent table by path, with one row 其他处理 or three."""
    rows = draw(st.sampled_from([OUTCOMES, ONE_ROW]))
    cells = {f"{row}.{column}": 0 for row in (*rows, "requests.carried_forward") for column in APPLICANTS}
    filled = draw(
        st.dictionaries(st.sampled_from(sorted(cells)), st.integers(1, 60), min_size=1, max_size=25)
    )
    cells.update(filled)
    for column in APPLICANTS:
        handled = sum(cells[f"{row}.{column}"] for row in (*rows, "requests.carried_forward"))
        carried_over = draw(st.integers(0, min(handled, 5)))
        cells[f"requests.outcomes.total.{column}"] = handled - cells[f"requests.carried_forward.{column}"]
        cells[f"requests.carried_over.{column}"] = carried_over
        cells[f"requests.received.{column}"] = handled - carried_over
    for row in {path.rpartition(".")[0] for path in cells}:
        cells[f"{row}.total"] = sum(cells[f"{row}.{column}"] for column in APPLICANTS)
    return {p: cells[p] for row in ROWS for c in COLUMNS if (p := f"{row}.{c}") in cells}
