"""Tables whose cells nothing tells apart are doubted, but for what the sums of row and column confirm."""

from __future__ import annotations

from dataclasses import replace

from extractor.values import Observation, Span

from .layouts import spaced, text_of
from .printed import Printed, articles_2021, requests
from .reading import by_path, document, witness_of

SECTION_THREE = requests(
    {"received": 26, "carried_over": 5, "granted": 14, "state_secret": 9, "carried_forward": 8},
    {"received": (4, 0, 0, 0, 0), "granted": (4, 0, 0, 0, 0)},
)
FLAG = "unruled"


def read_guessed(*tables: Printed) -> dict[str, Observation]:
    printed = document(text_of(tables, spaced))
    return by_path(witness_of(replace(printed, guessed=(Span(0, len(printed.text)),))))


def test_figures_that_no_sum_confirms_are_doubted() -> None:
    found = read_guessed(*articles_2021(3, 1, 17, 20, 5, 230, 550, 4119, 195, "7730.28"))
    assert found["proactive.penalties.decisions"].value == 4119
    assert all(FLAG in found[path].flags for path in found if path.startswith("proactive."))


def test_figures_that_sums_of_row_and_column_confirm_are_not() -> None:
    found = read_guessed(SECTION_THREE)
    assert FLAG not in found["requests.received.natural_person"].flags
    assert FLAG not in found["requests.outcomes.disclosed.granted.commercial_enterprise"].flags


def test_zeros_of_a_column_without_figures_are_doubted() -> None:
    assert FLAG in read_guessed(SECTION_THREE)["requests.received.research_institution"].flags


def test_figures_in_a_sum_that_fails_are_doubted() -> None:
    label = "（一）予以公开"
    wrong = [
        replace(line, figures=["13", *line.figures[1:]]) if line.labels[-1] == label else line
        for line in SECTION_THREE.lines
    ]
    found = read_guessed(replace(SECTION_THREE, lines=wrong))
    assert FLAG in found["requests.outcomes.disclosed.granted.natural_person"].flags
    assert FLAG not in found["requests.received.commercial_enterprise"].flags


def test_tables_elsewhere_are_not_doubted() -> None:
    text = text_of(articles_2021(3, 1, 17, 20, 5, 230, 550, 4119, 195, "7730.28"), spaced)
    lead = "一、总体情况\n"
    printed = replace(document(lead + text), guessed=(Span(0, len(lead)),))
    assert all(FLAG not in o.flags for o in witness_of(printed).observations)
