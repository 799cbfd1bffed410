"""Documents of old formats, converted by LibreOffice where the user asks for it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from ...errors import InputError
from ...values import Document, Notice
from .docx import read as read_docx

TIMEOUT = 120.0
"""Seconds for one document, the start of LibreOffice among them."""

# A profile of its own, in which macros do not run and nothing outside the document is looked up.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>"""


def read(data: bytes, name: str, media_type: str) -> Document:
    """The document in bytes of a format that LibreOffice reads, with a notice that it was converted.

    Raises InputError when LibreOffice is not installed, or cannot read the document either.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise InputError(f"{name} cannot be converted: no LibreOffice (soffice) is installed on this machine")
    document = read_docx(_converted(data, name, program), name)
    message = "由LibreOffice转换后读取 / read after LibreOffice converted it"
    return replace(
        document,
        source=replace(document.source, media_type=media_type, sha256=hashlib.sha256(data).hexdigest()),
        notices=(*document.notices, Notice("office.converted", message)),
    )


def _converted(data: bytes, name: str, program: str) -> bytes:
    """The document as DOCX, made in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "profile" / "user").mkdir(parents=True)
        (here / "profile" / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        (here / "document").write_bytes(data)
        profile = f"-env:UserInstallation={(here / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", "--convert-to", "docx", "document"]
        try:
            subprocess.run(command, cwd=here, capture_output=True, timeout=TIMEOUT, check=False)
            return (here / "document.docx").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise InputError(f"{name}: LibreOffice took more than {TIMEOUT:.0f} seconds") from error
        except OSError as error:
            raise InputError(f"{name} cannot be converted: LibreOffice does not read it either") from error
