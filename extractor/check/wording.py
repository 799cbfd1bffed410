"""What findings over the years say, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from ..declare import FieldSpec, SeriesRelation, Term
from ..reconcile.wording import both, figure, label

Read = tuple[Term, int, Decimal]
"""A term, the year of its record, and its value there."""


def broken(
    relation: SeriesRelation,
    left: Sequence[Read],
    right: Sequence[Read],
    specs: Mapping[str, FieldSpec],
    *,
    doubted: bool = False,
) -> str:
    """The message of a relation that does not hold: both sides with their years, and what should be.

    `doubted` says that one of the numbers is in doubt in its own report.
    """

    def zh(read: Read) -> str:
        term, year, value = read
        return f"{year}年{label(specs[term.path])} {figure(value)}"

    def en(read: Read) -> str:
        term, year, value = read
        return f"{term.path} ({year}) {figure(value)}"

    miss = figure(abs(total(left) - total(right)))
    zh_sum = f"{_side(left, zh)}，而{_side(right, zh)}{_result(right)}，相差{miss}（{relation.message_zh}）"
    en_sum = (
        f"{_side(left, en)}, but {_side(right, en)}{_result(right)}, off by {miss} ({relation.message_en})"
    )
    if doubted:
        zh_sum, en_sum = (
            f"{zh_sum}；其中有的数字读取时存疑",
            f"{en_sum}; one of these numbers is in doubt itself",
        )
    return both(zh_sum, en_sum)


def total(reads: Iterable[Read]) -> Decimal:
    """The signed sum of a side."""
    return sum((term.sign * value for term, _, value in reads), Decimal(0))


def missing(years: Sequence[int]) -> str:
    """The message for years between two reports that have none."""
    return both(
        f"缺少{'、'.join(map(str, years))}年的报告，其前后年份无法衔接",
        f"no report for {', '.join(map(str, years))}: the years around cannot be compared",
    )


def differing(
    year: int,
    paths: Sequence[str],
    first: Sequence[Decimal],
    second: Sequence[Decimal],
    specs: Mapping[str, FieldSpec],
) -> str:
    """The message for two reports of one year whose numbers differ; the first three are written out."""
    shown = list(zip(paths, first, second, strict=True))[:3]
    zh = "；".join(f"{label(specs[p])} {figure(a)}与{figure(b)}" for p, a, b in shown)
    en = "; ".join(f"{p} {figure(a)} and {figure(b)}" for p, a, b in shown)
    return both(
        f"同一机关{year}年有两份报告，{len(paths)}处数字不同：{zh}{'等' if len(paths) > 3 else ''}",
        f"two reports for {year} differ in {len(paths)} numbers: {en}{', …' if len(paths) > 3 else ''}",
    )


def unborne(spec: FieldSpec, words: str, then: tuple[int, Decimal], now: tuple[int, Decimal]) -> str:
    """The message for a stated change that two years, each with its number, contradict."""
    (before, old), (year, new) = then, now
    named = words if str(before) in words else f"较上年{words}"
    return both(
        f"{label(spec)} 称{named}，而{before}年为{figure(old)}、{year}年为{figure(new)}",
        f"{spec.path}: stated as {words}, but {figure(old)} in {before} and {figure(new)} in {year}",
    )


def repeated(year: int, only_one: int) -> str:
    """The message for two reports of one year that do not contradict each other.

    `only_one` numbers stand in one of them alone.
    """
    if not only_one:
        return both(f"同一机关{year}年有两份报告，数字相同", f"two reports for {year} with the same numbers")
    return both(
        f"同一机关{year}年有两份报告，共有的数字相同，另有{only_one}处只见于其中一份",
        f"two reports for {year}: the numbers they share are the same, {only_one} stand in one of them alone",
    )


def unplaced(what_zh: str, what_en: str) -> str:
    """The message for a report that cannot be put into a series."""
    return both(f"报告未写明{what_zh}，无法逐年核对", f"no {what_en} in this report, so it is in no series")


def _side(reads: Sequence[Read], word: Callable[[Read], str]) -> str:
    text = ""
    for read in reads:
        sign = "-" if read[0].sign < 0 else "+"
        text += f" {sign} {word(read)}" if text else word(read)
    return text


def _result(reads: Sequence[Read]) -> str:
    return f" = {figure(total(reads))}" if len(reads) > 1 else ""
