"""A schema from outside works the same way as the installed one."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from extractor import SchemaError, extract, load_schema

OUTSIDE = Path(__file__).parent / "outside" / "petitions.py"

REPORT = """一、信访受理情况
信访事项统计
| 项目 | 来信 | 来访 | 网上信访 | 信访总量 |
| 本年受理 | 31 | 12 | 57 | 100 |
| 上年受理 | 20 | 9 | | 80 |
"""


def test_its_table_is_read_into_its_record() -> None:
    result = extract(REPORT.encode(), OUTSIDE)
    assert result.record["this_year"] == {"letters": 31, "visits": 12, "online": 57, "total": 100}


def test_its_identities_derive_the_blank_cell() -> None:
    field = extract(REPORT.encode(), OUTSIDE).fields["last_year.online"]
    assert (field.value, field.status) == (51, "derived")


def test_its_identities_find_what_does_not_add_up() -> None:
    wrong = REPORT.replace("57", "58")
    findings = extract(wrong.encode(), OUTSIDE).findings
    [finding] = findings
    assert finding.rule == "petitions.total"
    assert (finding.left, finding.right, finding.difference) == (Decimal(100), Decimal(101), Decimal(-1))


def test_a_package_folder_is_a_schema_too(tmp_path: Path) -> None:
    package = tmp_path / "petitions"
    package.mkdir()
    (package / "__init__.py").write_text("from .table import SCHEMA\n", "utf-8")
    (package / "table.py").write_text(OUTSIDE.read_text("utf-8"), "utf-8")
    assert load_schema(package).name == "petitions"


def test_an_unknown_name_says_which_schemas_there_are() -> None:
    with pytest.raises(SchemaError, match=r"no schema named 'yearbook' is installed .*annual_report"):
        load_schema("yearbook")


def test_a_file_without_a_schema_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "empty.py"
    file.write_text("", "utf-8")
    with pytest.raises(SchemaError, match=r"empty\.py: SCHEMA is not"):
        load_schema(file)


def test_a_schema_whose_identity_names_no_field_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "broken.py"
    file.write_text(OUTSIDE.read_text("utf-8").replace('f"{year}.total"', 'f"{year}.sum"'), "utf-8")
    with pytest.raises(SchemaError, match=r"no such field in its record: last_year\.sum"):
        load_schema(file)
