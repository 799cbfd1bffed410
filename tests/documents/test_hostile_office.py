"""Office files made to exhaust, to fetch or to write: an error or an honest text, in seconds, within 1 GB."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

# Runs in a process of its own, so that its memory can be bounded and its sockets and files watched.
READER = """
import io, json, resource, sys, zipfile
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
sys.path.insert(0, sys.argv[2])
from generator.printers import docx, part, xlsx
from extractor.documents import read_bytes
from extractor.errors import InputError
import extractor.documents.office.docx, extractor.documents.office.xlsx, extractor.documents.office.xls


def ods(content):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return buffer.getvalue()


def sparse():
    import xlwt
    book = xlwt.Workbook()
    for number in range(4):
        sheet = book.add_sheet(str(number))
        sheet.write(0, 0, "规章")
        sheet.write(65535, 255, 5)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


data = eval(sys.argv[1])
events = []
sys.addaudithook(lambda event, told: events.append((event, str(told[0]) if told else "")))
try:
    document = read_bytes(data, "hostile")
    print(json.dumps([document.text[:20], [notice.rule for notice in document.notices]]))
except InputError as error:
    print(json.dumps([error.kind]))
outside = ("socket.", "subprocess.", "os.system", "os.mkdir")
assert not [event for event, _ in events if event.startswith(outside)], events
opened = [path for event, path in events if event == "open"]
assert all(path.endswith((".py", ".pyc", ".so")) for path in opened), opened
"""

LINE = "<w:p><w:r><w:t>收到申请36件</w:t></w:r></w:p>"
NUMBER = "<row><c><v>1</v></c></row>"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("docx('<w:p/>' * 2_900_000)", ["too_large"], id="millions of paragraphs"),
        pytest.param(
            "docx('<w:p/>' * 900_000, {'word/styles.xml': part('styles', '<w:a/>' * 900_000)})",
            ["too_large"],
            id="two large parts",
        ),
        pytest.param("docx('<w:p>' * 100_000)", ["input"], id="nested paragraphs"),
        pytest.param("docx('<w:tbl><w:tr><w:tc>' * 5000)", ["input"], id="nested tables"),
        pytest.param(
            f"docx('{LINE}', {{'../../../tmp/x': 'x', '/etc/passwd': 'y'}})", ["收到申请36件", []], id="paths"
        ),
        pytest.param(
            f"docx('{LINE}', {{'word/_rels/document.xml.rels': '<Relationships><Relationship Id=\"r\""
            ' Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>\'})',
            ["收到申请36件", []],
            id="external template",
        ),
        pytest.param(
            f"docx('{LINE}', {{'word/vbaProject.bin': b'x', 'word/embeddings/o.bin': b'y'}})",
            ["收到申请36件", []],
            id="macros",
        ),
        pytest.param(
            "docx('', {'word/footnotes.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>'})",
            ["input"],
            id="external entity",
        ),
        pytest.param(
            "xlsx('<row><c t=\"s\"><v>0</v></c></row>' * 200_000,"
            " {'xl/sharedStrings.xml': '<sst><si><t>' + 'a' * 30_000 + '</t></si></sst>'})",
            ["too_large"],
            id="one long string in all cells",
        ),
        pytest.param(
            f"xlsx('{NUMBER}', around='<cols>'"
            ' + \'<col min="1" max="9999999" hidden="1"/>\' * 99_999 + \'</cols>\')',
            ["input"],
            id="hidden columns",
        ),
        pytest.param(
            f"xlsx('{NUMBER}' * 100_000, {{'xl/workbook.xml': '<workbook><sheets>'"
            " + '<sheet name=\"a\" id=\"x\"/>' * 1000 + '</sheets></workbook>', 'xl/_rels/workbook.xml.rels':"
            ' \'<R><R Id="x" Target="worksheets/sheet1.xml"/></R>\'})',
            ["too_large"],
            id="one sheet a thousand times",
        ),
        pytest.param(
            "xlsx('<row><c><f>WEBSERVICE(\"http://127.0.0.1:9\")</f></c><c><v>3</v></c></row>',"
            " {'xl/externalLinks/externalLink1.xml': '<externalLink/>', 'xl/vbaProject.bin': ''})",
            ['=WEBSERVICE("http://', ["xlsx.formula"]],
            id="external links",
        ),
        pytest.param("ods('<a>' + ' ' * (300 << 20))", ["too_large"], id="an open workbook of 300 MB"),
        pytest.param("sparse()", ["too_large"], id="cells at the far corners of old sheets"),
    ],
)
def test_hostile_office_files(data: str, expected: list[object]) -> None:
    command = [sys.executable, "-c", READER, data, str(Path(__file__).parents[1])]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr[-500:]
    assert json.loads(run.stdout) == expected
