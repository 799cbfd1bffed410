"""Without an optional install, what needs it says which one; everything else is read."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
import xlwt
from generator.printers import Paragraph, print_docx, print_pdf, print_xlsx

REPORT = [
    Paragraph("某某县2022年政府信息公开工作年度报告"),
    Paragraph("全年共收到政府信息公开申请36件，均已答复。"),
]

WITHOUT = """
import sys
sys.modules.update(dict.fromkeys(("pypdfium2", "pdfplumber", "python_calamine", "openpyxl")))
from extractor.cli import main
main()
"""


def xls() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    book.add_sheet("表").write(0, 0, "收到申请36件")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def run(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT, "--schema", "annual_report", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("data", "extra"), [(print_pdf(REPORT), "pdf"), (xls(), "office")], ids=["PDF", "XLS"]
)
def test_a_format_without_its_library_names_the_extra(tmp_path: Path, data: bytes, extra: str) -> None:
    path = tmp_path / "report"
    path.write_bytes(data)
    ran = run(path)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert f"pip install 'gouji[{extra}]'" in ran.stderr


@pytest.mark.parametrize("data", [print_docx(REPORT), print_xlsx(REPORT)], ids=["DOCX", "XLSX"])
def test_word_and_excel_need_no_extra(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "report"
    path.write_bytes(data)
    ran = run(path)
    assert ran.returncode == 0, ran.stderr
    assert '"requests.received.total":{"value":36' in ran.stdout
