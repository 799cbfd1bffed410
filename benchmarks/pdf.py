"""How long a PDF report takes, and how much memory a long one, as ratios within one run.

`python benchmarks/pdf.py` prints the time to read a report of six pages into its record, against the time
pdfplumber alone takes to open it and to extract its words and tables (limit 3); and the peak memory of a
fresh process that reads 300 pages, against one that reads 30 (limit 2). Exit code 1 beyond a limit.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from generator.plan import Plan
from generator.printers import Block, Paragraph, PdfStyle, Table, print_pdf
from generator.values import Tier

TIME_LIMIT = 3.0
MEMORY_LIMIT = 2.0
PAGES = 6
CHARACTERS = 4200
ROUNDS = 5

READER = """
import resource, sys
from pathlib import Path
from extractor.documents import read_file
from extractor.values import Span
document = read_file(Path(sys.argv[1]))
last = document.locate(Span(len(document.text) - 2, len(document.text) - 1))
print(last.page, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main() -> int:
    """Print both ratios."""
    time_ratio, memory_ratio = of_time(), of_memory()
    print(f"6 pages, against pdfplumber     {time_ratio:.2f}   (limit {TIME_LIMIT})")
    print(f"memory, 300 pages against 30    {memory_ratio:.2f}   (limit {MEMORY_LIMIT})")
    return int(time_ratio > TIME_LIMIT or memory_ratio > MEMORY_LIMIT)


def of_time() -> float:
    """The time of a report of six pages, as a multiple of what pdfplumber alone takes."""
    import pdfplumber

    from extractor import extract, load_schema

    data, schema = report(), load_schema("annual_report")

    def alone() -> None:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            assert len(pdf.pages) == PAGES
            for page in pdf.pages:
                page.extract_words()
                page.extract_tables()

    return fastest(lambda: extract(data, schema)) / fastest(alone)


def fastest(action: Callable[[], object]) -> float:
    """The seconds of the fastest of some rounds."""
    seconds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def report() -> bytes:
    """A report on the form of 2021 that fills six pages."""
    from generator.compose import compose
    from generator.paper import printable

    plan = Plan(1, "2021", "pdf-ruled", Tier.CITY, 2023, length=CHARACTERS)
    return print_pdf(list(printable(compose(plan), Random(1))), PdfStyle(embed=True))


def of_memory() -> float:
    """The peak memory of reading 300 pages, as a multiple of that of 30."""
    with tempfile.TemporaryDirectory() as folder:
        return measured(Path(folder), 300) / measured(Path(folder), 30)


def measured(folder: Path, pages: int) -> int:
    """The peak memory of a process of its own that reads so many pages of text and tables."""
    row = ["行政规范性文件制发数", "件", "1204", "36", "0", "7"]
    text = "全年主动公开政府信息若干条，均按规定的期限和方式公开，便于公众查询。" * 19
    page: list[Block] = [Paragraph(text), Table.of([row] * 22)]
    file = folder / f"{pages}.pdf"
    file.write_bytes(print_pdf(page * pages, PdfStyle(embed=True)))
    run = subprocess.run([sys.executable, "-c", READER, file], capture_output=True, text=True, check=True)
    read, kilobytes = map(int, run.stdout.split())
    assert abs(read - pages) <= pages / 20, f"{read} pages instead of {pages}"
    return kilobytes


if __name__ == "__main__":
    sys.exit(main())
