"""Word documents: order, merged cells, tracked changes, numbers that Word prints, and files not to trust."""

from __future__ import annotations

import io
import zipfile

import pytest
from generator.printers import Merged, Paragraph, Table, docx, part, print_docx
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.documents import read_bytes
from extractor.errors import GoujiError, InputError, NeedsOcrError, TooLargeError
from extractor.values import Document


def read(body: str, **parts: str) -> Document:
    return read_bytes(
        docx(body, {f"word/{name}.xml": part(name, xml) for name, xml in parts.items()}), "r.docx"
    )


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def rows(document: Document) -> list[list[list[str | None]]]:
    return [[[cell.text if cell else None for cell in row] for row in grid.rows] for grid in document.grids]


def test_paragraphs_and_tables_stand_in_order() -> None:
    document = read_bytes(
        print_docx(
            [
                Paragraph("一、总体情况"),
                Table.of([["规章", "0", "5"], ["行政规范性文件", "", "1,204"]]),
                Paragraph("三、收到申请36件"),
            ]
        ),
        "report.txt",
    )
    assert document.text == "一、总体情况\n规章 | 0 | 5\n行政规范性文件 |  | 1,204\n三、收到申请36件"
    assert rows(document) == [[["规章", "0", "5"], ["行政规范性文件", "", "1,204"]]]
    assert all(c.span.of(document.text) == c.text for row in document.grids[0].rows for c in row if c)
    assert document.source.media_type.endswith("wordprocessingml.document")


def test_merged_cells_stand_once() -> None:
    table = Table.of(
        [[Merged("结果", rows=2), Merged("复议", columns=2)], ["维持", "纠正"], ["总计\n其中", "1", "2"]]
    )
    (grid,) = read_bytes(print_docx([table]), "r").grids
    assert [[c.text if c else None for c in row] for row in grid.rows] == [
        ["结果", "复议", None],
        [None, "维持", "纠正"],
        ["总计 其中", "1", "2"],
    ]
    anchor, beside = grid.rows[0][0], grid.rows[0][1]
    assert anchor is not None
    assert beside is not None
    assert (anchor.rowspan, beside.colspan) == (2, 2)


def test_tracked_changes_count_as_accepted() -> None:
    deleted = "<w:del><w:r><w:delText>25</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('甲')}</w:moveFrom><w:moveTo>{run('乙')}</w:moveTo>"
    assert (
        read(paragraph(run("收到"), deleted, f"<w:ins>{run('36')}</w:ins>", run("件"), moved)).text
        == "收到36件乙"
    )


def test_a_deleted_row_and_a_deleted_paragraph_mark_are_gone() -> None:
    def row(text: str, properties: str = "") -> str:
        return (
            f"<w:tr>{properties}<w:tc>{paragraph(run(text))}</w:tc><w:tc>{paragraph(run('1'))}</w:tc></w:tr>"
        )

    table = f"<w:tbl>{row('甲')}{row('乙', '<w:trPr><w:del/></w:trPr>')}{row('丙')}</w:tbl>"
    assert rows(read(table)) == [[["甲", "1"], ["丙", "1"]]]
    joined = paragraph("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", run("收到3")) + paragraph(run("6件"))
    assert read(joined).text == "收到36件"


def test_text_boxes_stand_once_behind_their_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph(run('框内'))}</w:txbxContent>"
    choices = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    choice = f"<mc:AlternateContent>{choices}</mc:AlternateContent>"
    assert (
        read(paragraph(run("前"), f"<w:r>{choice}</w:r>", run("后")) + paragraph(run("尾"))).text
        == "前后\n框内\n尾"
    )


def test_footnotes_stand_at_the_end() -> None:
    body = paragraph(run("收到36件"), '<w:r><w:footnoteReference w:id="2"/></w:r>') + paragraph(
        run("答复36件")
    )
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(run(text))}</w:footnote>'
        for number, text in enumerate(("线", "甲", "含上年"))
    )
    assert read(body, footnotes=notes).text == "收到36件\n答复36件\n含上年"
    endnotes = notes.replace("w:footnote", "w:endnote")
    assert read(body.replace("footnote", "endnote"), endnotes=endnotes).text == "收到36件\n答复36件\n含上年"


def test_raised_digits_are_no_digits_of_a_number() -> None:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    assert read(paragraph(run("收到36"), mark, run("件"))).text == "收到36¹件"


def test_nested_tables_are_grids_of_their_own() -> None:
    inner = (
        f"<w:tbl><w:tr><w:tc>{paragraph(run('内'))}</w:tc><w:tc>{paragraph(run('3'))}</w:tc></w:tr></w:tbl>"
    )
    outer = f"<w:tbl><w:tr><w:tc>{paragraph(run('外'))}</w:tc><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    document = read(outer)
    assert rows(document) == [[["外", ""]], [["内", "3"]]]
    assert document.text.count("3") == 1


def test_fields_hidden_text_and_breaks() -> None:
    field = "<w:r><w:fldChar/></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r><w:r><w:t>第3页</w:t></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>开</w:t></w:r>'
    assert (
        read(paragraph(field, hidden, shown, "<w:r><w:br/><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r>")).text
        == "第3页开\n1 2"
    )


NUMBERING = """
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2."/></w:lvl>
</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
"""
STYLES = """
<w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="2"><w:basedOn w:val="1"/></w:style>
"""


def test_numbers_that_word_prints_are_part_of_the_text() -> None:
    def item(text: str, depth: int) -> str:
        numbered = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="3"/></w:numPr></w:pPr>'
        return paragraph(numbered, run(text))

    body = item("总体情况", 0) + item("甲", 1) + item("乙", 1) + item("主动公开", 0) + item("丙", 1)
    styled = paragraph('<w:pPr><w:pStyle w:val="2"/></w:pPr>', run("收到申请"))
    document = read(body + styled, numbering=NUMBERING, styles=STYLES)
    assert document.text == "一、总体情况\n1.1.甲\n1.2.乙\n二、主动公开\n2.1.丙\n三、收到申请"


def test_a_document_of_pictures_needs_ocr() -> None:
    with pytest.raises(NeedsOcrError):
        read_bytes(docx("<w:p/>", {"word/media/image1.png": b"\x89PNG"}), "r")


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'},
        {"word/document.xml": "<unclosed"},
        {"word/document.xml": "<document/>"},
        {"word/document.xml": b"\xff\xfe\x00"},
    ],
    ids=["external entity", "not well formed", "no body", "not XML"],
)
def test_damaged_and_hostile_parts_are_input_errors(parts: dict[str, str | bytes]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    with pytest.raises(InputError):
        read_bytes(buffer.getvalue(), "r.docx")


def test_a_zip_bomb_is_refused() -> None:
    with pytest.raises(TooLargeError):
        read_bytes(docx("<w:p>" + " " * (65 << 20) + "</w:p>"), "r.docx")


def test_an_encrypted_document_says_so() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(InputError, match="encrypted"):
        read_bytes(data, "r.docx")


def test_the_old_binary_format_says_what_to_do() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le")
    with pytest.raises(InputError, match="convert"):
        read_bytes(data, "r.wps")


@settings(max_examples=30)
@given(st.integers(0, 1500), st.binary(max_size=10), st.integers(0, 100))
def test_any_damage_ends_in_an_input_error_or_a_text(at: int, new: bytes, cut: int) -> None:
    data = print_docx([Paragraph("收到申请36件"), Table.of([["规章", "0"], ["文件", "5"]])])
    try:
        read_bytes(data[:at] + new + data[at + cut :], "r")
    except GoujiError as error:
        assert isinstance(error, InputError)


@settings(max_examples=25)
@given(st.lists(st.lists(st.integers(0, 99999).map(str), min_size=3, max_size=3), min_size=1, max_size=30))
def test_any_table_is_read_back(table: list[list[str]]) -> None:
    assert rows(read_bytes(print_docx([Table.of(table)]), "r")) == [table]
