"""Findings on what a report should hold and nobody could read: the whole document, or a section's tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..declare import Form, Schema
from ..values import Document, Finding, Section, Severity, Testimony, Witness
from .reading import Reading
from .wording import both


def unrecognised(document: Document, testimonies: Sequence[Testimony], schema: Schema) -> list[Finding]:
    """A finding for a document in which no witness saw anything."""
    if any(testimony.observations or testimony.findings for testimony in testimonies):
        return []
    return [
        Finding(
            rule="document.unrecognised",
            severity=Severity.WARNING,
            message=both(
                f"全文{len(document.text)}字中没有读到{schema.name}的任何内容，可能不是此类报告",
                f"nothing of {schema.name} was found in {len(document.text)} characters; "
                "this may be no such report",
            ),
        )
    ]


def missing_tables(document: Document, readings: Mapping[str, Reading], form: Form | None) -> list[Finding]:
    """A finding for each section of the form whose heading is there, and no cell of whose tables was read.

    A page whose table is a picture, a script or an attachment still has the section's heading: without
    a word about it, its fields would look as if the report did not speak of them.
    """
    if form is None:
        return []
    read = {path for path, reading in readings.items() if Witness.TABLE in reading.witnesses}
    findings = []
    for role in dict.fromkeys(table.role for table in form.tables):
        due = (path for table in form.tables if table.role == role for path in table.paths())
        sections = document.sections_of(role)
        if sections and read.isdisjoint(due):
            findings.append(_without_table(document, sections[0]))
    return findings


def _without_table(document: Document, section: Section) -> Finding:
    title = section.heading.of(document.text).strip()
    return Finding(
        rule="table.missing",
        severity=Severity.WARNING,
        message=both(
            f"“{title}”一节没有读到表格，其中的数字未知（表格可能是图片、脚本或附件）",
            f"no table was read in the section {title!r}; its figures are unknown "
            "(it may be a picture, a script or an attachment)",
        ),
        spans=(section.heading,),
    )
