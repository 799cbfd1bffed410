"""The engine reconciles a schema that it has never heard of."""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel
from reconcile.testimony import Report, rules, the_finding

from extractor.declare import Identity, Relation, Schema, described
from extractor.values import Severity


class Harvest(BaseModel):
    """A small statistic that has nothing to do with public information."""

    wheat: Decimal | None = described("小麦", "吨")
    rice: Decimal | None = described("水稻", "吨")
    grain: Decimal | None = described("粮食", "吨")
    stored: Decimal | None = described("入库", "吨")


HARVEST = Schema(
    name="harvest",
    version="1",
    record=Harvest,
    identities=(
        Identity("grain", ("grain",), ("wheat", "rice"), message_zh="粮食等于小麦加水稻", message_en="grain"),
        Identity("stored", ("stored",), ("grain",), Relation.AT_MOST, message_zh="入库", message_en="stored"),
    ),
)


def test_sums_of_amounts_hold_within_their_rounding() -> None:
    amounts = {"wheat": Decimal("1.25"), "rice": Decimal("2.33"), "grain": Decimal("3.6")}
    assert Report(HARVEST).tells(amounts).reconciled().findings == ()


def test_a_sum_of_amounts_that_fails_is_a_finding() -> None:
    amounts = {"wheat": Decimal("1.25"), "rice": Decimal("2.33"), "grain": Decimal("3.8")}
    finding = the_finding(Report(HARVEST).tells(amounts).reconciled(), "grain")
    assert finding.severity is Severity.ERROR
    assert finding.message.startswith(
        "粮食 3.8，而小麦 1.25 + 水稻 2.33 = 3.58，相差0.22（粮食等于小麦加水稻）"
    )


def test_an_amount_is_derived() -> None:
    field = Report(HARVEST).tells({"wheat": Decimal(1), "rice": Decimal(2)}).reconciled().fields["grain"]
    assert (field.value, field.method) == (Decimal(3), "derived")


def test_a_part_is_compared_with_a_whole_that_only_its_parts_tell() -> None:
    amounts = {"wheat": Decimal(1), "rice": Decimal(2), "stored": Decimal(4)}
    found = Report(HARVEST).tells(amounts).reconciled()
    assert (rules(found), "grain" in found.fields) == (["stored"], False)
