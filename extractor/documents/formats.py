"""What a file is, told by its content and never by its ending, and which reader takes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from ..errors import InputError, MissingReaderError, NeedsOcrError
from ..values import Document

Reader = Callable[[bytes, str], Document]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its media type, its name in messages, and who reads it.

    `reader` names the module of this package whose `read(data, name)` gives the Document; it is
    imported only when such a file is met. `extra` is the optional install that brings the libraries it
    needs. A format without a reader is refused with `refusal` and what `advice` says to do; a
    `convertible` one can be read through LibreOffice.
    """

    media_type: str
    label: str
    reader: str | None = None
    extra: str | None = None
    advice: str = ""
    refusal: type[InputError] = InputError
    convertible: bool = False

    def load(self, name: str) -> Reader:
        """The reader. Raises InputError for a format that has none, MissingReaderError without its extra."""
        if self.reader is None:
            raise self.refusal(f"{name} is {self.label}; {self.advice}")
        try:
            read: Reader = import_module(f".{self.reader}", __package__).read
        except ModuleNotFoundError as error:
            raise MissingReaderError(
                f"{name} is {self.label}, which needs an optional install: pip install 'gouji[{self.extra}]'"
                f" (no module {error.name})"
            ) from error
        return read


_SAVE_AS = "save it as PDF, DOCX, HTML or text and give that"

TEXT = Format("text/plain", "text", "text")
MHTML = Format("multipart/related", "a page saved as one file (MHTML)", "mhtml")
XML = Format("application/xml", "an XML file that is no page", advice="save it as DOCX, XLSX, HTML or text")
PDF = Format("application/pdf", "a PDF", "pdf", "pdf")
DOCX = Format(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "a Word document (DOCX)",
    "office.docx",
    "office",
)
XLSX = Format(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "an Excel workbook (XLSX)",
    "office.xlsx",
    "office",
)
XLS = Format("application/vnd.ms-excel", "an Excel workbook (XLS)", "office.xls", "office")
XLSB = Format(
    "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    "a binary Excel workbook (XLSB)",
    advice="save it as XLSX and give that",
)
ODS = Format(
    "application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument workbook", "office.xls", "office"
)
DOC = Format(
    "application/msword",
    "a Word or WPS document of the old binary format (DOC, WPS)",
    advice="convert it first, for example with `soffice --headless --convert-to docx FILE`; where LibreOffice"
    " is installed, --libreoffice does that for you",
    convertible=True,
)
ENCRYPTED = Format(
    "application/encrypted", "an encrypted Office file", advice="save it without a password and give that"
)
OLE = Format("application/x-ole-storage", "an OLE container of unknown content", advice=_SAVE_AS)
ODF = Format("application/vnd.oasis.opendocument", "an OpenDocument file", advice=_SAVE_AS, convertible=True)
ARCHIVE = Format("application/zip", "an archive", advice="unpack it and give the report inside")
RTF = Format("application/rtf", "an RTF document", advice=_SAVE_AS, convertible=True)
IMAGE = Format(
    "image/*", "a picture", advice="it needs OCR: run it through OCR and give the text", refusal=NeedsOcrError
)

_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"PK\x03\x04", ARCHIVE),
    (b"PK\x05\x06", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"{\\rtf", RTF),
    (b"\x89PNG\r\n\x1a\n", IMAGE),
    (b"\xff\xd8\xff", IMAGE),
    (b"GIF8", IMAGE),
    (b"II*\x00", IMAGE),
    (b"MM\x00*", IMAGE),
)

_ZIP_MEMBERS: tuple[tuple[re.Pattern[bytes], Format], ...] = (
    (re.compile(rb"word/document\d*\.xml"), DOCX),
    (re.compile(rb"xl/workbook\.xml"), XLSX),
    (re.compile(rb"xl/workbook\.bin"), XLSB),
    (re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.spreadsheet"), ODS),
    (re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument"), ODF),
)

_OLE_STREAMS: tuple[tuple[bytes, Format], ...] = (
    ("EncryptedPackage".encode("utf-16-le"), ENCRYPTED),
    ("WordDocument".encode("utf-16-le"), DOC),
    ("Workbook".encode("utf-16-le"), XLS),
    ("B\0o\0o\0k\0\0\0".encode("ascii"), XLS),
)

_MHTML_HEADER = re.compile(rb"(?:^|\n)MIME-Version:\s*1\.0", re.IGNORECASE)
_MHTML_TYPE = re.compile(rb"(?:^|\n)Content-Type:\s*multipart/related", re.IGNORECASE)
_XML_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")
_HTML_ROOT = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_PDF_HEADER = re.compile(rb"%PDF-\d")
_HEADER_BYTES = 1024


def sniff(data: bytes) -> Format:
    """The format of these bytes; TEXT where no other one shows itself."""
    head = data[:_HEADER_BYTES]
    # Readers of PDF accept a header that does not stand at the very beginning.
    if (found := _PDF_HEADER.search(head)) and not head[: found.start()].strip().startswith(b"<"):
        return PDF
    for magic, format in _MAGIC:
        if data.startswith(magic):
            return _refined(data, format)
    if _MHTML_HEADER.search(head) and _MHTML_TYPE.search(head):
        return MHTML
    if _XML_HEADER.match(head) and not _HTML_ROOT.search(head):
        return XML
    return TEXT


def _refined(data: bytes, format: Format) -> Format:
    """What the container holds, told by the names of its parts."""
    if format is ARCHIVE and data.startswith(b"PK"):
        return next((inner for pattern, inner in _ZIP_MEMBERS if pattern.search(data)), ARCHIVE)
    if format is OLE:
        return next((inner for name, inner in _OLE_STREAMS if name in data), OLE)
    return format
