"""Pages as programs print them: frames, cut rows, running heads, raised and spaced letters, gaps."""

from __future__ import annotations

import hashlib
import re
import struct

import pytest
from generator.printers import Block, Ink, Merged, Paragraph, PdfStyle, Table, print_pdf
from generator.printers.pdf_file import assemble, fonts_of
from generator.printers.typeset import advance, show
from pdfminer.arcfour import Arcfour

from extractor.documents import read_bytes
from extractor.errors import InputError
from extractor.values import Document, Span

STYLE = PdfStyle(embed=True)
FONTS = fonts_of(STYLE)
BODY = "一、总体情况，收到申请若干件，均已按时答复，无投诉"


def line(text: str, x: float, y: float, size: float = 12) -> list[str]:
    return show(text, x, y, size, FONTS)


def rectangle(left: float, bottom: float, right: float, top: float) -> list[str]:
    return [f"{left} {bottom} {right - left} {top - bottom} re S"]


def rule(left: float, bottom: float, right: float, top: float) -> list[str]:
    return [f"{left} {bottom} m {right} {top} l S"]


def read(*pages: list[str]) -> Document:
    return read_bytes(assemble(["\n".join(page) for page in pages], STYLE), "report.pdf")


def texts(document: Document) -> list[list[list[str | None]]]:
    return [[[cell.text if cell else None for cell in row] for row in grid.rows] for grid in document.grids]


def test_embedded_fonts_of_different_heights_share_their_lines() -> None:
    table = Table.of([["规章", "0", "3.危及“三安全”"], ["文件", "1,204", "7"]])
    document = read_bytes(print_pdf([Paragraph("2023年收到36件", 1), table], STYLE), "r")
    assert document.text == "2023年收到36件\n规章 | 0 | 3.危及“三安全”\n文件 | 1,204 | 7\n"


def test_a_frame_around_text_and_table_is_no_cell() -> None:
    frame = rectangle(60, 400, 540, 760)
    cells = [
        part
        for row, texts in enumerate((("规章", "12"), ("文件", "45"), ("许可", "6")))
        for column, text in enumerate(texts)
        for part in (
            rectangle(60 + column * 240, 600 - row * 20, 300 + column * 240, 620 - row * 20),
            line(text, 64 + column * 240, 604 - row * 20),
        )
    ]
    above = [part for n in range(4) for part in line(f"第{n}段，" + BODY, 64, 740 - n * 20)]
    document = read([*frame, *above, *(command for cell in cells for command in cell)])
    assert texts(document) == [[["规章", "12"], ["文件", "45"], ["许可", "6"]]]
    assert document.text.startswith(f"第0段，{BODY}\n第1段，")


def open_row(top: float, bottom: float, *cells: str, closed: str) -> list[str]:
    """A row of 100-point columns with its sides, and a line at its top or bottom."""
    sides = [c for n in range(len(cells) + 1) for c in rule(60 + n * 100, bottom, 60 + n * 100, top)]
    edge = top if closed == "top" else bottom
    return [
        *sides,
        *rule(60, edge, 60 + 100 * len(cells), edge),
        *(c for n, text in enumerate(cells) for c in line(text, 64 + n * 100, (top + bottom) / 2)),
    ]


def test_a_row_cut_by_the_end_of_a_page_is_one_row() -> None:
    first = [
        *line(BODY, 60, 700),
        *open_row(140, 100, "规章", "12", closed="top"),
        *open_row(100, 72, "要求行政机关", "36", closed="top"),
    ]
    second = [
        *open_row(770, 740, "重新出具", "", closed="bottom"),
        *open_row(740, 710, "文件", "7", closed="bottom"),
        *line(BODY, 60, 600),
    ]
    document = read(first, second)
    assert texts(document) == [[["规章", "12"], ["要求行政机关 重新出具", "36"], ["文件", "7"]]]
    cell = document.grids[0].rows[1][1]
    assert cell is not None and document.locate is not None
    location = document.locate(cell.span)
    assert location is not None and location.page == 1


def test_a_row_closed_by_a_line_stays_apart() -> None:
    first = [*line(BODY, 60, 700), *rectangle(60, 72, 160, 100), *rectangle(160, 72, 260, 100)]
    first += [*line("规章", 64, 80), *line("12", 164, 80), *rectangle(60, 100, 160, 130)]
    first += rectangle(160, 100, 260, 130)
    second = [*rectangle(60, 740, 160, 770), *rectangle(160, 740, 260, 770)]
    second += [*line("文件", 64, 750), *line("7", 164, 750), *rectangle(60, 700, 160, 740)]
    second += [*rectangle(160, 700, 260, 740), *line(BODY, 60, 600)]
    rows = [row for grid in texts(read(first, second)) for row in grid]
    assert ["规章", "12"] in rows and ["文件", "7"] in rows


@pytest.mark.parametrize("foot", ["https://www.example.cn/2023/1.html {}/2", "某某县人民政府 第{}页"])
def test_a_table_goes_on_over_what_a_browser_prints_around_a_page(foot: str) -> None:
    def page(number: int, rows: range) -> list[str]:
        cells = [
            part
            for n, row in enumerate(rows)
            for c, text in enumerate((f"第{row}项", str(row)))
            for part in (
                *rectangle(60 + c * 200, 760 - n * 30, 260 + c * 200, 790 - n * 30),
                *line(text, 64 + c * 200, 770 - n * 30),
            )
        ]
        return [*line(foot.format(number), 60, 20, 9), *cells]

    document = read(page(1, range(12)), page(2, range(12, 24)))
    assert texts(document) == [[[f"第{n}项", str(n)] for n in range(24)]]


def test_the_mark_of_a_footnote_is_no_digit() -> None:
    document = read(
        [
            *line("收到申请36", 72, 700),
            *line("1", 132, 705, 7),
            *line("件，均已答复，无其他申请", 136, 700),
        ]
    )
    assert document.text == "收到申请36¹件，均已答复，无其他申请\n"


def test_letters_set_wide_are_words() -> None:
    commands, x = [], 72.0
    for character in "收到申请1136件，均已答复，无投诉举报":
        commands += line(character, x, 700)
        x += advance(character, 12) + 6
    assert read(commands).text == "收到申请1136件，均已答复，无投诉举报\n"


def test_unseen_text_beside_seen_text_is_left_out() -> None:
    seen, unseen = line(BODY, 72, 700), line("隐藏的申请99件", 72, 650)
    assert read(["3 Tr", *unseen, "0 Tr", *seen]).text == BODY + "\n"


def test_a_layer_of_ocr_is_read_and_named() -> None:
    document = read(["3 Tr", *line(BODY, 72, 700)])
    assert document.text == BODY + "\n"
    assert [notice.rule for notice in document.notices] == ["pdf.unseen_pages"]


def test_a_number_over_the_edge_of_a_page_is_whole_and_the_rest_is_named() -> None:
    document = read([*line(BODY, 72, 700), *line("共19772", 565, 650), *line("件", 640, 650)])
    assert document.text == BODY + "\n共19772\n\n"
    assert [notice.rule for notice in document.notices] == ["pdf.cut_pages"]


def test_a_table_that_the_edge_of_a_page_cuts_off_is_guessed() -> None:
    cells = [*rectangle(500, 640, 580, 660), *rectangle(580, 640, 660, 660)]
    document = read([*line(BODY, 72, 700), *cells, *line("规章", 504, 644), *line("12", 640, 644)])
    assert document.guessed == (Span(0, len(document.text)),)


def test_a_line_that_the_edge_of_a_page_cuts_off_does_not_go_on_in_the_next() -> None:
    document = read(
        [
            *line(BODY, 72, 700),
            *line("全年办结申请", 520, 660),
            *line("80件", 640, 660),
            *line("61件。", 72, 640),
        ]
    )
    assert document.text == BODY + "\n全年办结申请\n\n61件。\n"


LIST: list[Block] = [
    Paragraph("政府信息公开情况统计表"),
    Table.of(
        [
            ["指标名称", "单位", "2014年", "历年累计"],
            ["主动公开文件数", "条", "110", "310"],
            ["政府公报公开数", "条", "", "74"],
            ["受理申请总数", "件", "4", "10"],
        ]
    ),
]


@pytest.mark.parametrize("ink", [Ink.NONE, Ink.HORIZONTAL])
def test_an_empty_cell_without_lines_around_it_keeps_its_place(ink: Ink) -> None:
    document = read_bytes(print_pdf(LIST, PdfStyle(embed=True, ink=ink)), "r")
    assert "政府公报公开数 条 |  | 74\n" in document.text
    assert "主动公开文件数 条 | 110 | 310\n" in document.text
    assert [notice.rule for notice in document.notices] == ["pdf.unruled_pages"]


def test_what_stands_outside_of_ruled_tables_is_guessed() -> None:
    unruled = read_bytes(print_pdf(LIST, PdfStyle(embed=True, ink=Ink.NONE)), "r")
    assert unruled.guessed == (Span(0, len(unruled.text)),)
    ruled = read_bytes(print_pdf(LIST, STYLE), "r")
    assert [span.of(ruled.text) for span in ruled.guessed] == ["政府信息公开情况统计表\n"]


def test_digits_one_below_the_other_in_a_narrow_cell_are_a_number() -> None:
    narrow = [*rectangle(60, 640, 160, 700), *rectangle(160, 640, 176, 700), *line("总计", 64, 660)]
    digits = [c for n, digit in enumerate("１２６") for c in line(digit, 162, 682 - n * 16)]
    below = [*rectangle(60, 600, 160, 640), *rectangle(160, 600, 176, 640), *line("其他", 64, 620)]
    document = read([*narrow, *digits, *below, *line("７", 162, 620), *line(BODY, 72, 760)])
    assert texts(document) == [[["总计", "１２６"], ["其他", "７"]]]


def encrypted(data: bytes, password: bytes) -> bytes:
    """The file with its streams encrypted by RC4 of 40 bits, to be opened with a password."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    owner, permissions = b"o" * 32, -4
    secret = (password + padding)[:32] + owner + struct.pack("<i", permissions)
    key = hashlib.md5(secret).digest()[:5]

    def hidden(match: re.Match[bytes]) -> bytes:
        salted = key + struct.pack("<I", int(match[2]))[:3] + b"\0\0"
        return match[1] + Arcfour(hashlib.md5(salted).digest()[:10]).process(match[3]) + b"\nendstream"

    streams = re.compile(rb"((\d+) 0 obj\n(?:(?!endobj).)*?stream\n)(.*?)\nendstream", re.DOTALL)
    user = Arcfour(key).process(padding)
    encryption = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P %d /O <%s> /U <%s> >> /ID [<><>]" % (
        permissions,
        owner.hex().encode(),
        user.hex().encode(),
    )
    return streams.sub(hidden, data).replace(b"/Root 1 0 R", b"/Root 1 0 R " + encryption)


def test_a_file_that_opens_without_a_password_is_read() -> None:
    data = assemble(["\n".join(line(BODY, 72, 700))], STYLE)
    assert read_bytes(encrypted(data, b""), "r").text == BODY + "\n"


def test_a_file_with_a_password_says_so() -> None:
    data = assemble(["\n".join(line(BODY, 72, 700))], STYLE)
    with pytest.raises(InputError, match="encrypted"):
        read_bytes(encrypted(data, b"secret"), "r")


def test_merged_cells_keep_their_extent_over_pages() -> None:
    rows: list[list[str | Merged]] = [[f"第{n}项", str(n)] for n in range(90)]
    rows[0].insert(0, Merged("三、办理结果", rows=90))
    (grid,) = read_bytes(print_pdf([Table.of(rows)], STYLE), "r").grids
    figures = [row[2].text for row in grid.rows if row[2] is not None]
    assert figures == [str(n) for n in range(90)]
