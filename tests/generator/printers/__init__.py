"""Print blocks of text and tables as the files that reports come in: PDF, DOCX, XLSX."""

from .blocks import Block, Merged, Paragraph, Table
from .docx import docx, part, print_docx
from .marks import MARK, bare
from .pdf import Spot, print_marked_pdf, print_pdf
from .pdf_file import Ink, PdfStyle
from .xlsx import print_marked_xlsx, print_xlsx, xlsx

__all__ = [
    "MARK",
    "Block",
    "Ink",
    "Merged",
    "Paragraph",
    "PdfStyle",
    "Spot",
    "Table",
    "bare",
    "docx",
    "part",
    "print_docx",
    "print_marked_pdf",
    "print_marked_xlsx",
    "print_pdf",
    "print_xlsx",
    "xlsx",
]
