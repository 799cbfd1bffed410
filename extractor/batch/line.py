"""One line of a batch's output: how it is put together, and what can be told from its bytes alone.

    {"id":"a.txt","fingerprint":"…",<carried columns>,"schema":"annual_report",…,"usage":{…}}
    {"id":"b.txt","fingerprint":"…",<carried columns>,"schema":"annual_report","schema_version":"1.0",
     "error":{"kind":"input","message":"…","input":"b.txt"}}

`id` and `fingerprint` come first, so that a run that goes on needs no parsing of what is done. Inside a
JSON string every quote is escaped, so `"status":"` in the bytes is always a key.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from .inputs import Input

_HEAD = re.compile(rb'\{"id":("(?:[^"\\]|\\.)*"),"fingerprint":"([^"\\]*)"')
_OPENING, _NEXT = b'{"id":"', b',"fingerprint":"'
_ID = re.compile(rb'\{"id":"(?:[^"\\]|\\.)*"')
_OPEN_ID = re.compile(rb'\{"id":"(?:[^"\\]|\\.)*\\?')
_FINDING = re.compile(rb'\{"rule":("(?:[^"\\]|\\.)*"),"severity":"(\w+)"')
_ERROR = b'"error":{"kind":'


@dataclass(frozen=True, slots=True)
class Head:
    """Whose line it is, and from what it was made."""

    id: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What a line counts for in progress and summary.

    `findings` counts by (rule, severity); `error` is the kind of failure, None for a record.
    """

    fields: int = 0
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    flagged: bool = False
    usage: dict[str, int] = field(default_factory=dict)
    error: str | None = None


def compose(entry: Input, fingerprint: str, body: bytes) -> bytes:
    """The line of an input: `body` is the JSON object of a report or of a failure."""
    head = {"id": entry.id, "fingerprint": fingerprint, **entry.carried}
    return dump(head)[:-1] + b"," + body[1:] + b"\n"


def failure(schema: str, version: str, kind: str, message: str, path: str) -> bytes:
    """The JSON object that stands where a record would, for a report that failed."""
    error = {"kind": kind, "message": message, "input": path}
    return dump({"schema": schema, "schema_version": version, "error": error})


def dump(value: Any) -> bytes:
    """Compact JSON in UTF-8, Chinese as Chinese; what UTF-8 cannot hold (lone surrogates) is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"), default=str).encode()


def head(line: bytes) -> Head | None:
    """The head of a whole line that a batch wrote; None for anything else, a torn line included."""
    if not line.endswith(b"}\n") or b"\0" in line:
        return None
    match = _HEAD.match(line)
    if match is None:
        return None
    try:
        return Head(json.loads(match[1]), match[2].decode())
    except ValueError:
        return None


def is_torn(tail: bytes) -> bool:
    """Whether these bytes without a newline can be the beginning of a line, or were lost to a power cut."""
    if b"\0" in tail:
        return True
    opened = _ID.match(tail)
    if opened is None:
        return _OPENING.startswith(tail) or _OPEN_ID.fullmatch(tail) is not None
    rest = tail[opened.end() :]
    return rest.startswith(_NEXT) or _NEXT.startswith(rest)


def tally(line: bytes) -> Tally:
    """Counts what a line holds, without parsing the record."""
    if _ERROR in line:
        error = json.loads(line).get("error")
        if error is not None:
            return Tally(error=str(error["kind"]))
    start = max(line.find(b'"source":{'), 0)  # carried columns stand before it
    last = line.rfind(b'"findings":[')
    last = last if last >= start else len(line)
    fields = max(line.find(b'"fields":{', start, last), start)
    findings = Counter((json.loads(rule), level.decode()) for rule, level in _FINDING.findall(line, last))
    return Tally(
        fields=line.count(b'"status":"', fields, last),
        findings=findings,
        flagged=line.find(b'"flags":["', fields, last) >= 0 or any(level != "info" for _, level in findings),
        usage=_usage(line),
    )


def _usage(line: bytes) -> dict[str, int]:
    """The numbers of the usage object, which stands last in a record's line."""
    at = line.rfind(b'"usage":{')
    if at < 0:
        return {}
    usage = json.loads(line[at + len(b'"usage":') : -2])
    return {key: value for key, value in usage.items() if isinstance(value, int) and value}
