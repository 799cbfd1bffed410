"""What a file is, is told by its content."""

from __future__ import annotations

import base64
import io
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from extractor.documents import LIMIT_BYTES, read_bytes, read_file, read_stream
from extractor.documents.formats import (
    ARCHIVE,
    DOC,
    DOCX,
    IMAGE,
    MHTML,
    PDF,
    RTF,
    TEXT,
    XLS,
    XLSX,
    XML,
    Format,
    sniff,
)
from extractor.errors import InputError, MissingReaderError, NeedsOcrError, TooLargeError

OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def zipped(*members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", PDF),
        (b"\n\n%PDF-1.4", PDF),
        (zipped("[Content_Types].xml", "word/document.xml"), DOCX),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), XLSX),
        (zipped("report.txt"), ARCHIVE),
        (OLE_HEAD + "WordDocument".encode("utf-16-le"), DOC),
        (OLE_HEAD + "Workbook".encode("utf-16-le"), XLS),
        (b"{\\rtf1\\ansi", RTF),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x", MHTML),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', XML),
        (b'<?xml version="1.0"?><!DOCTYPE html><html>', TEXT),
        (b"\x89PNG\r\n\x1a\n\0", IMAGE),
        ("政府信息公开".encode(), TEXT),
        (b"<html><p>about %PDF-1.4</p>", TEXT),
    ],
)
def test_format_is_told_by_content(data: bytes, expected: Format) -> None:
    assert sniff(data) is expected


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("一、总体情况\n收到申请3件。\n", "text/plain"),
        ("规章 | 0 | 0 | 0 |\n|||\n", "text/plain"),
        ("# 年度报告\n\n## 一、总体情况\n", "text/markdown"),
        ("规章|本年制发\n---|---\n1|2\n", "text/markdown"),
        ("# 年度报告\n\n<table><tr><td>1</td></tr></table>\n", "text/markdown"),
        ("<!DOCTYPE html><html><body><p>收到3件</p></body></html>", "text/html"),
        ("<!-- 保存自网页 -->\n<div class='x'><p>收到3件</p></div>", "text/html"),
        ("年度报告" + "<p>收到3件</p>" * 6, "text/html"),
        ("数量<5件,比例>3%", "text/plain"),
    ],
)
def test_media_type_is_told_by_content(text: str, media_type: str) -> None:
    assert read_bytes(text.encode(), "report.doc").source.media_type == media_type


def test_a_picture_needs_ocr() -> None:
    with pytest.raises(NeedsOcrError):
        read_bytes(b"\xff\xd8\xff\xe0" + b"\0" * 100, "scan.txt")


def test_a_page_saved_as_one_file_is_read() -> None:
    page = "<html><body><p>一、总体情况</p><p>收到3件</p></body></html>".encode("gbk")
    data = (
        b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(page)
        + b"\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    )
    document = read_bytes(data, "report.doc")
    assert document.text == "一、总体情况\n收到3件"
    assert (document.source.media_type, document.source.encoding) == ("multipart/related", "gb18030")


def test_a_saved_page_without_text_is_an_input_error() -> None:
    with pytest.raises(InputError):
        read_bytes(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--", "r")


def test_an_absent_library_names_its_extra() -> None:
    absent = Format("application/x", "an X file", "no_such_reader", extra="x")
    with pytest.raises(MissingReaderError, match=r"gouji\[x\]"):
        absent.load("report.x")


def test_a_missing_file_a_folder_and_a_bad_name_are_input_errors(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path, tmp_path / "a\0b"):
        with pytest.raises(InputError):
            read_file(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_an_input_error(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("收到3件", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(InputError):
        read_file(path)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(TooLargeError):
        read_file(path)


def test_an_endless_stream_is_read_to_the_limit_only() -> None:
    with Path("/dev/zero").open("rb") as endless, pytest.raises(TooLargeError):
        read_stream(endless, "-")


def test_bytes_over_the_limit_are_refused() -> None:
    with pytest.raises(TooLargeError):
        read_bytes(b"x" * (LIMIT_BYTES + 1), "large")


@pytest.mark.skipif(shutil.which("soffice") is not None, reason="LibreOffice is installed")
def test_conversion_without_libreoffice_says_so() -> None:
    with pytest.raises(InputError, match="LibreOffice"):
        read_bytes(OLE_HEAD + "WordDocument".encode("utf-16-le"), "r.doc", libreoffice=True)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_document_of_an_old_format_is_read_through_libreoffice() -> None:
    rtf = rb"{\rtf1\ansi\ansicpg936\fs24 \u25910?\u21040?36\u20214?\par}"
    document = read_bytes(rtf, "r.rtf", libreoffice=True)
    assert document.text == "收到36件"
    assert document.source.media_type == "application/rtf"
    assert [notice.rule for notice in document.notices] == ["office.converted"]


def test_an_old_document_is_refused_without_being_asked_to_convert() -> None:
    with pytest.raises(InputError, match="--libreoffice"):
        read_bytes(OLE_HEAD + "WordDocument".encode("utf-16-le"), "r.doc")
