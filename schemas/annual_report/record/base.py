"""What the parts of the record share."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field

PRE2019 = "pre2019"
FORM_2019 = "2019"
FORM_2021 = "2021"
SINCE_2019 = "2019 2021"
ALL = "pre2019 2019 2021"

PartT = TypeVar("PartT", bound="Part")


class Part(BaseModel):
    """A group of fields; every field is null where the report states nothing."""

    model_config = ConfigDict(extra="forbid")

    @staticmethod
    def holding(part: type[PartT], label: str = "", forms: str = ALL, note: str = "") -> Any:
        """A nested part: its label goes before those of its fields, its forms limit theirs."""
        extra: dict[str, Any] = {"forms": forms.split(), "note": note}
        return Field(default_factory=part, title=label or None, json_schema_extra=extra)
