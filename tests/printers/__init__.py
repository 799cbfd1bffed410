"""Print blocks of text and tables as the files that reports come in: PDF, DOCX, XLSX."""

from .blocks import Block, Merged, Paragraph, Table
from .docx import docx, part, print_docx
from .pdf import Ink, PdfStyle, print_pdf
from .xlsx import print_xlsx, xlsx

__all__ = [
    "Block",
    "Ink",
    "Merged",
    "Paragraph",
    "PdfStyle",
    "Table",
    "docx",
    "part",
    "print_docx",
    "print_pdf",
    "print_xlsx",
    "xlsx",
]
