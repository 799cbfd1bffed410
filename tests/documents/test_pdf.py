"""PDF files: reading order, ruled tables, boxes, and what cannot be read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from generator.printers import Ink, Merged, Paragraph, PdfStyle, Table, print_pdf
from generator.printers.pdf_file import assemble, written
from generator.printers.typeset import show
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.documents import read_bytes
from extractor.errors import GoujiError, InputError, NeedsOcrError
from extractor.values import Document, Location, Span


def rows(document: Document) -> list[list[list[str | None]]]:
    return [
        [[cell.text.replace(" ", "") if cell else None for cell in row] for row in grid.rows]
        for grid in document.grids
    ]


def read(*blocks: Paragraph | Table, style: PdfStyle | None = None) -> Document:
    return read_bytes(print_pdf(blocks, style), "report.pdf")


def test_lines_stand_in_reading_order_with_tables_between_them() -> None:
    document = read(
        Paragraph("某某县2022年年度报告", 1),
        Paragraph("一、总体情况"),
        Table.of([["规章", "0", "5"], ["行政规范性文件", "12", "1,204"]]),
        Paragraph("三、收到和处理政府信息公开申请情况"),
    )
    assert document.text == (
        "某某县2022年年度报告\n一、总体情况\n规章 | 0 | 5\n行政规范性文件 | 12 | 1,204\n"
        "三、收到和处理政府信息公开申请情况\n"
    )
    assert document.source.media_type == "application/pdf"
    assert document.source.encoding is None


MERGED = Table.of(
    [
        ["申请人情况", Merged("法人或其他组织", columns=2), Merged("总计", rows=2)],
        ["自然人", "商业企业", "其他"],
        [Merged("三、本年度办理结果", rows=2), "1", "", "3"],
        ["/", "0", "4"],
    ]
)


@pytest.mark.parametrize("ink", [Ink.STROKES, Ink.THIN_RECTANGLES, Ink.CELL_RECTANGLES])
@pytest.mark.parametrize("open_sides", [False, True])
def test_cells_are_what_the_lines_enclose(ink: Ink, open_sides: bool) -> None:
    document = read(MERGED, style=PdfStyle(ink=ink, open_sides=open_sides))
    assert rows(document) == [
        [
            ["申请人情况", "法人或其他组织", None, "总计"],
            ["自然人", "商业企业", "其他", None],
            ["三、本年度办理结果", "1", "", "3"],
            [None, "/", "0", "4"],
        ]
    ]
    anchor = document.grids[0].rows[0][1]
    assert anchor is not None
    assert (anchor.rowspan, anchor.colspan) == (1, 2)
    assert all(c.span.of(document.text) == c.text for row in document.grids[0].rows for c in row if c)


def test_labels_wrapped_into_columns_of_characters_are_whole() -> None:
    narrow = [["三\n、\n本\n年\n度", "商业\n企业", *"123456", "7"]]
    assert rows(read(Table.of(narrow))) == [[["三、本年度", "商业企业", *"123456", "7"]]]


def test_a_number_broken_over_lines_of_a_narrow_cell_is_whole() -> None:
    document = read(Table.of([[*"123456789", "0", "1", "2", "3", "12345678", "15"]]))
    assert rows(document)[0][0][13] == "12345678"
    assert " " not in document.text.split(" | ")[13]


def test_a_table_goes_on_over_pages_without_page_numbers_and_running_heads() -> None:
    table = Table.of([[f"第{n}项", str(n), str(n * 7)] for n in range(150)])
    document = read(table, style=PdfStyle(head="某某县人民政府办公室"))
    assert rows(document) == [[[f"第{n}项", str(n), str(n * 7)] for n in range(150)]]
    assert document.text.count("某某县人民政府办公室") == 1
    assert "- 2 -" not in document.text


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("origin", [0, 100])
def test_boxes_are_those_of_the_displayed_page(rotate: int, origin: int) -> None:
    document = read(Paragraph("收到申请36件。"), MERGED, style=PdfStyle(rotate=rotate, origin=origin))
    location = located(document, "36")
    assert location.page == 1
    assert location.bbox == pytest.approx((120.0, 79, 132.0, 92), abs=3)
    assert len(document.grids) == 1


def located(document: Document, printed: str) -> Location:
    assert document.locate is not None
    start = document.text.index(printed)
    location = document.locate(Span(start, start + len(printed)))
    assert location is not None
    return location


def test_evidence_names_its_page() -> None:
    document = read(*(Paragraph(f"第{n}段收到申请{n}件。") for n in range(100)))
    assert located(document, "第0段").page == 1
    assert located(document, "第99段").page == 3


def test_boxes_hold_the_number_by_the_files_own_characters() -> None:
    import io

    import pdfplumber

    data = print_pdf([Paragraph("收到申请36件。"), MERGED, Paragraph("其中网络申请1,204件。")])
    document = read_bytes(data, "r")
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        for printed in ("36", "4", "1,204"):
            bbox = located(document, printed).bbox
            assert bbox is not None
            x0, top, x1, bottom = bbox
            inside = page.within_bbox((x0 - 1, top - 3, x1 + 1, bottom + 3))
            assert inside.extract_text() == printed


def test_single_characters_of_fonts_that_are_not_embedded_are_read() -> None:
    assert read(Paragraph("用3万2千元，无")).text == "用3万2千元，无\n"


def test_characters_without_meaning_need_ocr() -> None:
    with pytest.raises(NeedsOcrError, match="OCR"):
        read(Paragraph("收到申请三十六件，均已按时答复"), style=PdfStyle(mute=True))


PICTURE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    " /Length 1 >>\nstream\n0\nendstream"
)


def scanned(*contents: str) -> bytes:
    """Pages of which those without content of their own are covered by a picture."""
    count = len(contents)
    drawn = [content or "q 595 0 0 842 0 0 cm /I Do Q" for content in contents]
    data = assemble(drawn, PdfStyle(compress=False), [PICTURE])
    picture = b"/XObject << /I %d 0 R >> >> >>" % (7 + 2 * count)
    return data.replace(b"/F2 4 0 R >> >> >>", b"/F2 4 0 R >> " + picture)


def test_pictures_of_pages_need_ocr() -> None:
    with pytest.raises(NeedsOcrError, match="pictures"):
        read_bytes(scanned("", ""), "r")


def test_single_pictures_of_pages_are_named() -> None:
    text = "\n".join(show("一、总体情况，收到申请36件，均已按时答复，无投诉", 72, 700, 12))
    document = read_bytes(scanned(text, "", text, ""), "r")
    assert document.text.count("36件") == 2
    (notice,) = document.notices
    assert notice.rule == "pdf.unread_pages"
    assert "第2、4页" in notice.message


def test_an_encrypted_file_says_so() -> None:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"61" * 32, b"62" * 32),
    ]
    with pytest.raises(InputError, match="encrypted"):
        read_bytes(written(objects, b"/Encrypt 4 0 R /ID [<00><00>]"), "r")


@settings(max_examples=30)
@given(st.integers(0, 2500), st.binary(max_size=20), st.integers(0, 400))
@example(1767, b"", 2)
def test_a_damaged_file_ends_in_an_error_or_a_text(at: int, new: bytes, cut: int) -> None:
    data = print_pdf([Paragraph("收到申请36件。"), MERGED])
    damaged = data[:at] + new + data[at + cut :]
    try:
        read_bytes(damaged, "r")
    except GoujiError as error:
        assert isinstance(error, InputError)


def test_a_truncated_file_ends_in_an_error() -> None:
    data = print_pdf([Paragraph("收到申请36件。")] * 200)
    with pytest.raises(InputError, match="damaged or incomplete"):
        read_bytes(data[: len(data) // 2], "r")


HOSTILE = """
import resource, sys, zlib
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
sys.path.insert(0, sys.argv[2])
from generator.printers.pdf_file import PdfStyle, assemble, written
from generator.printers.typeset import show
from extractor.documents import read_bytes
from extractor.errors import InputError
try:
    print(len(read_bytes(eval(sys.argv[1]), "hostile").text))
except InputError as error:
    print(error.kind)
"""


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        pytest.param(
            "assemble(['0 0 m ' + ' '.join(f'{i % 500} {i % 700} l' for i in range(10**6))], PdfStyle())",
            "needs_ocr",
            id="a line of a million points",
        ),
        pytest.param("assemble(['1 1 m 9 9 l S ' * 10**6], PdfStyle())", "needs_ocr", id="a million lines"),
        pytest.param(
            "assemble([' '.join(show('36', 9, 9, 9)) * 10**5 * 2], PdfStyle())",
            "too_large",
            id="a million digits",
        ),
        pytest.param("assemble([''] * 3000, PdfStyle())", "too_large", id="three thousand pages"),
        pytest.param(
            "assemble([' '.join(show('1234567', 9, 9, 9))], PdfStyle(), extra=['<< /A 1 >>'] * 10**6)",
            "8",
            id="a million objects",
        ),
        pytest.param(
            "written([b'<< /Type /Catalog /Pages 2 0 R >>', b'<< /Type /Pages /Count 1 /Kids [3 0 R] >>',"
            " b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',"
            " (lambda c: b'<< /Length %d /Filter /FlateDecode >>\\nstream\\n%s\\nendstream' % (len(c), c))"
            "(zlib.compress(b' ' * (200 << 20), 9))])",
            "too_large",
            id="a stream that unpacks to 200 MB",
        ),
        pytest.param(
            "written([b'<< /Type /Catalog /Pages 2 0 R >>', b'<< /Type /Pages /Count 1 /Kids [3 0 R] >>',"
            " b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R"
            " /Resources << /XObject << /I 5 0 R >> >> >>', b'<< /Length 5 >>\\nstream\\n/I Do\\nendstream',"
            " *(b'<< /Subtype /Form /BBox [0 0 9 9] /Length 23 /Resources << /XObject << /I %d 0 R >> >> >>"
            "\\nstream\\n/I Do /I Do /I Do /I Do\\nendstream' % (n + 1) for n in range(5, 25))])",
            "too_large",
            id="forms within forms",
        ),
    ],
)
def test_hostile_files_end_in_seconds_within_a_gigabyte(data: str, outcome: str) -> None:
    command = [sys.executable, "-c", HOSTILE, data, str(Path(__file__).parent.parent)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert run.stdout.strip() == outcome, run.stderr[-300:]


@settings(max_examples=15)
@given(st.lists(st.lists(st.integers(0, 99999).map(str), min_size=3, max_size=3), min_size=1, max_size=60))
def test_any_table_is_read_back(table: list[list[str]]) -> None:
    document = read(Paragraph("附表"), Table.of([[f"第{n}项", *row] for n, row in enumerate(table)]))
    assert rows(document) == [[[f"第{n}项", *row] for n, row in enumerate(table)]]
