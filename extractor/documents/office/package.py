"""The parts of an Office file: a ZIP archive of XML, opened without trusting either."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from lxml import etree

from ...errors import InputError, TooLargeError

LIMIT_MEMBERS = 10_000
"""Members of the archive; a long report with many pictures has some hundreds."""

LIMIT_PART = 64 << 20
"""Unpacked bytes of one part that is read."""

LIMIT_UNPACKED = 256 << 20
"""Unpacked bytes of all parts, where another program unpacks them."""

LIMIT_TAGS = 1_500_000
"""Tags of all parts that are read; a long report has a tenth, and the trees of four million take 1 GB."""


# All that reading a damaged archive raises, as found by damaging archives.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)


class Package:
    """An open Office file. Its pictures, macros and embedded objects are never looked at."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        if data.count(b"PK\x01\x02") > LIMIT_MEMBERS:
            raise TooLargeError(f"{name} has more than {LIMIT_MEMBERS} members, the limit for one report")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise self._damaged() from error
        self._tags = 0
        self._members = {info.filename.lstrip("/").lower(): info for info in self._archive.infolist()}

    def members(self, folder: str) -> list[str]:
        """The names of the members in a folder, in lower case."""
        return [name for name in self._members if name.startswith(folder.lower())]

    def tree(self, path: str) -> etree._Element | None:
        """The root of a part, None if the file has no such part.

        Entities, external definitions and the network are out of reach of the parser. Raises InputError
        for a part that is damaged or declares entities, TooLargeError beyond the limits.
        """
        info = self._members.get(path.lower())
        if info is None:
            return None
        data = self._unpacked(info)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise InputError(f"{self._name}: {path} declares entities, which no Office program writes")
        self._tags += data.count(b"<")
        if self._tags > LIMIT_TAGS:
            raise TooLargeError(f"{self._name} has more than {LIMIT_TAGS} tags, the limit for one report")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged() from error

    def check_sizes(self) -> None:
        """Unpack all members and keep nothing. Raises TooLargeError beyond LIMIT_UNPACKED, InputError."""
        total = 0
        try:
            for info in self._archive.infolist():
                with self._archive.open(info) as stream:
                    while chunk := stream.read(1 << 20):
                        total += len(chunk)
                        if total > LIMIT_UNPACKED:
                            limit = f"{LIMIT_UNPACKED >> 20} MB"
                            raise TooLargeError(f"{self._name} unpacks to more than {limit}")
        except _DAMAGE as error:
            raise self._damaged() from error

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise InputError(f"{self._name} is encrypted; save it without a password and give that")
        try:
            with self._archive.open(info) as stream:
                data = stream.read(LIMIT_PART + 1)
        except _DAMAGE as error:
            raise self._damaged() from error
        if len(data) > LIMIT_PART:
            raise TooLargeError(f"{self._name}: {info.filename} unpacks to more than {LIMIT_PART >> 20} MB")
        return data

    def _damaged(self) -> InputError:
        return InputError(f"{self._name} is a damaged or incomplete Office file; get the whole file again")


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; there are two, of the same meaning."""
    return str(element.tag).rpartition("}")[2]


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along these names, None if there is none."""
    for name in path:
        if element is None:
            return None
        element = next((c for c in element if local(c) == name), None)
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute by its name without namespace, None without the element or the attribute."""
    if element is None:
        return None
    return next((str(v) for k, v in element.items() if str(k).rpartition("}")[2] == name), None)


def switched_on(element: etree._Element | None) -> bool:
    """Whether a property is set: it is there and not said to be off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
