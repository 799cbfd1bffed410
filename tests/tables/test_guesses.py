"""Tables whose cells nothing tells apart are doubted, but for what the sums of row and column confirm."""

from __future__ import annotations

from dataclasses import replace

from extractor.values import Observation, Span

from .layouts import spaced, text_of
from .printed import Printed, articles_2021, requests
from .reading import by_path, document, rules, witness, witness_of

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


def sheet(*rows: list[str]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


HEADER = ["信息内容", "", "本年制发件数", "本年废止件数", "现行有效件数", "", ""]


def test_figures_before_the_columns_of_the_header_are_not_read_as_empty_cells() -> None:
    text = sheet(HEADER, ["规章", "12", "", "", "", "", ""], ["行政规范性文件", "4", "", "", "", "", ""])
    found = witness(text)
    assert not any(path.startswith("proactive.") for path in by_path(found))
    assert rules(found) == {"table.unplaced_row"}


def test_a_row_with_empty_cells_that_stands_beside_its_header_is_doubted() -> None:
    text = sheet(HEADER, ["", "", "规章", "", "", "3", ""], ["行政规范性文件", "", "1", "2", "9", "", ""])
    flags = {path: o.flags for path, o in by_path(witness(text)).items()}
    assert "header_apart" in flags["proactive.regulations.issued"]
    assert "header_apart" not in flags["proactive.normative_documents.issued"]
