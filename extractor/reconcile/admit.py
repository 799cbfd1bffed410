"""Only values of the right kind come in: the type, the choices and the sign that a field declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from ..declare import FieldSpec, FieldType
from ..values import Finding, Observation, Severity, Status, Value
from .reading import DOUBTS, SURE
from .wording import both, label

_WITHOUT_VALUE = (Status.BLANK, Status.NOT_APPLICABLE)


def admit(
    observations: Iterable[Observation], fields: Mapping[str, FieldSpec]
) -> tuple[dict[str, list[Observation]], list[Finding]]:
    """The observations by path, each value in the type of its field; a finding for each that is not.

    A value of the wrong kind is left out of the record: its observation becomes an ambiguous one
    without a value, flagged `invalid`. A count below zero is kept as printed, flagged `negative`.
    """
    admitted: dict[str, list[Observation]] = {}
    findings: list[Finding] = []
    for seen in observations:
        spec = fields.get(seen.path)
        if spec is None:
            findings.append(_unknown_field(seen))
            continue
        checked, finding = _checked(seen, spec)
        admitted.setdefault(seen.path, []).append(checked)
        if finding is not None:
            findings.append(finding)
    return admitted, findings


def _checked(seen: Observation, spec: FieldSpec) -> tuple[Observation, Finding | None]:
    if seen.status in _WITHOUT_VALUE or (seen.value is None and seen.status is Status.AMBIGUOUS):
        return (seen if seen.value is None else seen._replace(value=None)), None
    value = _fitting(seen.value, spec)
    if value is None:
        return _invalid(seen), _wrong_kind(seen, spec)
    flags = seen.flags
    finding = None
    if isinstance(value, int | Decimal) and value < 0 and not spec.signed:
        flags |= {"negative"}
        finding = _negative(seen, spec)
    if value is not seen.value or flags is not seen.flags:
        seen = seen._replace(value=value, flags=flags)
    if seen.alternatives:
        fitting = (_fitting(other, spec) for other in seen.alternatives)
        seen = seen._replace(alternatives=tuple(other for other in fitting if other is not None))
    return seen, finding


def _fitting(value: Value | None, spec: FieldSpec) -> Value | None:
    """The value in the type of the field, None if it has another type or is empty."""
    match spec.type:
        case FieldType.INT:
            if isinstance(value, Decimal) and value.is_finite() and value == value.to_integral_value():
                return int(value)
            return value if isinstance(value, int) and not isinstance(value, bool) else None
        case FieldType.DECIMAL:
            if isinstance(value, int) and not isinstance(value, bool):
                return Decimal(value)
            return value if isinstance(value, Decimal) and value.is_finite() else None
        case FieldType.DATE:
            return value if isinstance(value, date) else None
        case FieldType.ENUM:
            return value if isinstance(value, str) and value in spec.choices else None
        case FieldType.STR:
            return value if isinstance(value, str) and value.strip() else None
        case FieldType.LIST:
            whole = isinstance(value, tuple) and value and all(isinstance(v, str) and v for v in value)
            return value if whole else None


def _invalid(seen: Observation) -> Observation:
    return seen._replace(value=None, status=Status.AMBIGUOUS, flags=seen.flags | {"invalid"}, alternatives=())


def _unknown_field(seen: Observation) -> Finding:
    return Finding(
        "type.path",
        Severity.WARNING,
        both(
            f"未知字段 {seen.path}，其值“{seen.value!s}”未收入",
            f"there is no field {seen.path}; its value “{seen.value!s}” was left out",
        ),
        spans=seen.spans[:1],
    )


def _wrong_kind(seen: Observation, spec: FieldSpec) -> Finding:
    return Finding(
        "type.value",
        Severity.WARNING,
        both(
            f"{label(spec)}应为{_KINDS_ZH[spec.type]}，而读得“{seen.value!s}”，未收入",
            f"{spec.path} should be {_KINDS_EN[spec.type]}, but “{seen.value!s}” was read and left out",
        ),
        paths=(spec.path,),
        spans=seen.spans[:1],
    )


def _negative(seen: Observation, spec: FieldSpec) -> Finding:
    number = Decimal(seen.value) if isinstance(seen.value, int | Decimal) else None
    return Finding(
        "type.negative",
        Severity.WARNING if seen.support < SURE or seen.flags & (DOUBTS - {"negative"}) else Severity.ERROR,
        both(
            f"{label(spec)}不应小于零，而为{seen.value!s}",
            f"{spec.path} cannot be below zero, but is {seen.value!s}",
        ),
        paths=(spec.path,),
        left=number,
        right=Decimal(0),
        difference=number,
        spans=seen.spans[:1],
    )


_KINDS_ZH = {
    FieldType.INT: "整数",
    FieldType.DECIMAL: "数额",
    FieldType.STR: "文字",
    FieldType.DATE: "日期",
    FieldType.ENUM: "规定的选项之一",
    FieldType.LIST: "条目",
}
_KINDS_EN = {
    FieldType.INT: "a whole number",
    FieldType.DECIMAL: "an amount",
    FieldType.STR: "text",
    FieldType.DATE: "a date",
    FieldType.ENUM: "one of the declared choices",
    FieldType.LIST: "a list of texts",
}
