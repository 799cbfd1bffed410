"""A report is completed by its attachments, each piece of evidence located where it is from."""

from __future__ import annotations

from pathlib import Path

import pytest
from generator.printers import Paragraph, Table, print_pdf, print_xlsx

from extractor import extract
from extractor.documents import joined, read_bytes
from extractor.values import Location, Span

TABLE = Table.of(
    [
        ["指标名称", "单位", "统计数"],
        ["一、主动公开情况", "", ""],
        ["主动公开政府信息数", "条", "1136"],
        ["二、依申请公开情况", "", ""],
        ["（一）收到申请数", "件", "36"],
        ["1.当面申请数", "件", "30"],
        ["2.网络申请数", "件", "6"],
    ]
)


def test_offsets_grids_and_places_follow_one_another() -> None:
    report = read_bytes("一、概述\n全年收到申请36件。".encode(), "report.txt")
    sheet = read_bytes(print_xlsx([TABLE]), "附表.xlsx")
    both = joined(report, (sheet,))
    assert both.text == report.text + "\n" + sheet.text
    assert all(c.span.of(both.text) == c.text for row in both.grids[0].rows for c in row if c)
    assert both.source.attachments == ("附表.xlsx",)
    assert both.source.characters == len(both.text)
    assert both.locate is not None
    assert both.locate(Span(0, 2)) is None
    at = both.text.index("1136")
    assert both.locate(Span(at, at + 4)) == Location(sheet="统计表", cell="C3")


def test_what_an_attachment_guesses_is_guessed_of_the_whole() -> None:
    report = read_bytes("一、概述".encode(), "report.txt")
    page = read_bytes(print_pdf([Paragraph("收到申请36件")]), "附表.pdf")
    both = joined(report, (page,))
    assert [span.of(both.text) for span in both.guessed] == [page.text]


def test_pages_of_a_report_stay_located_beside_an_attachment() -> None:
    report = read_bytes(print_pdf([Paragraph("一、概述，全年收到申请36件。")]), "report.pdf")
    both = joined(report, (read_bytes(print_xlsx([TABLE]), "附表.xlsx"),))
    assert both.locate is not None
    location = both.locate(Span(0, 2))
    assert location is not None
    assert (location.page, location.sheet) == (1, None)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    report, sheet = tmp_path / "report.txt", tmp_path / "附表.xlsx"
    report.write_text(
        "某某县2018年政府信息公开工作年度报告\n一、概述\n全年共收到政府信息公开申请35件。\n", encoding="utf-8"
    )
    sheet.write_bytes(print_xlsx([Paragraph("政府信息公开情况统计表"), TABLE]))
    return report, sheet


def test_an_attachment_completes_the_record_with_its_own_evidence(files: tuple[Path, Path]) -> None:
    report, sheet = files
    fields = extract(report, "annual_report", attachments=[sheet]).fields
    assert "proactive.total_items" not in extract(report, "annual_report").fields
    total = fields["proactive.total_items"]
    assert total.value == 1136
    assert [(e.sheet, e.cell) for e in total.evidence] == [("统计表", "C4")]


def test_what_report_and_attachment_contradict_is_flagged(files: tuple[Path, Path]) -> None:
    report, sheet = files
    result = extract(report, "annual_report", attachments=[sheet])
    assert "conflict" in result.fields["requests.received.total"].flags
