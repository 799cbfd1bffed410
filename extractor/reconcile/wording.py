"""What findings say, in Chinese and in English: both sides written out with labels and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..declare import FieldSpec, Identity, Relation
from .equations import Equation
from .reading import Number, size

FEW = 4
"""A side with up to so many terms is written out in full; of a longer one, the zeros are only counted."""

LONG = 20
"""Of a label longer than this, only the first of several clauses is shown."""

Specs = Mapping[str, FieldSpec]


def label(spec: FieldSpec) -> str:
    """The label of a field without its variants, a long one up to its first clause: `(七)总计 · 自然人`."""
    row, dot, column = spec.label.partition(" · ")
    row = row.split(" / ")[0]
    return (row if len(row) <= LONG else row.split("、")[0]) + dot + column


def figure(number: Number) -> str:
    """A number as a reader writes it, without an exponent."""
    return f"{number:f}" if not isinstance(number, int) else str(number)


def failure(
    equation: Equation, numbers: Mapping[str, Number], specs: Specs, tail: tuple[str, str] = ("", "")
) -> str:
    """The message of an identity that fails: both sides, by how much they miss, what should hold.

    `tail` is what is known of the place of the mistake, in Chinese and English.
    """
    zh = _sides(equation, numbers, _chinese(equation, specs), _ZH)
    en = _sides(equation, numbers, _english(equation), _EN)
    identity = equation.identity
    return both(f"{zh}（{identity.message_zh}）{tail[0]}", f"{en} ({identity.message_en}){tail[1]}")


def told(side: Sequence[str], numbers: Mapping[str, Number]) -> list[str]:
    """The terms of one side that a message and its evidence show: all of a few, else those not zero."""
    return list(side) if len(side) <= FEW else [path for path in side if numbers[path]]


def both(zh: str, en: str) -> str:
    """Chinese first, then English."""
    return f"{zh} / {en}"


def mending(suspects: Sequence[tuple[str, Number, Number]], specs: Specs) -> tuple[str, str]:
    """The cell or cells that are likeliest to be wrong: (path, printed value, value that would mend it)."""
    zh = "、".join(
        f"{label(specs[p])}（印作{figure(was)}，若为{figure(now)}则各式相符）" for p, was, now in suspects
    )
    en = ", ".join(f"{p} (printed {figure(was)}; {figure(now)} would mend it)" for p, was, now in suspects)
    return f"；最可能有误的是{zh}", f"; most likely wrong: {en}"


def candidates(cells: Sequence[tuple[str, Number, Number]], specs: Specs) -> tuple[str, str]:
    """Several cells, each of which could be the wrong one."""
    zh = "、".join(f"{label(specs[p])}（{figure(was)}→{figure(now)}）" for p, was, now in cells)
    en = ", ".join(f"{p} ({figure(was)} → {figure(now)})" for p, was, now in cells)
    return f"；以下任一处有误皆可解释，无法断定：{zh}", f"; any one of these could be wrong: {en}"


class _Words:
    """The words of one language around a comparison."""

    def __init__(self, but: str, apart: str, open_: str, zeros: str, more: str, join: str) -> None:
        self.but, self.apart, self.open = but, apart, open_
        self.zeros, self.more, self.join = zeros, more, join


_ZH = _Words(
    but="，而", apart="，相差{}", open_="（尚有未列出的项）", zeros="其余{}项为0", more="，大于", join="："
)
_EN = _Words(
    but=", but ",
    apart=", a difference of {}",
    open_=" (with terms not given)",
    zeros="{} others at 0",
    more=", more than ",
    join=": ",
)


def _sides(
    equation: Equation, numbers: Mapping[str, Number], names: tuple[str, Mapping[str, str]], words: _Words
) -> str:
    common, short = names
    left = _sum((p for p, sign in equation.known if sign > 0), numbers, short, equation.left, words)
    right = _sum((p for p, sign in equation.known if sign < 0), numbers, short, equation.right, words)
    if any(sign > 0 for _, sign in equation.unknown):
        left += words.open
    if any(sign < 0 for _, sign in equation.unknown):
        right += words.open
    head = common + words.join if common else ""
    apart = words.apart.format(figure(size(equation.residual)))
    if equation.identity.relation is Relation.AT_MOST:
        return head + left + words.more + right + apart
    return head + left + words.but + right + apart


def _sum(
    paths: Iterable[str],
    numbers: Mapping[str, Number],
    names: Mapping[str, str],
    total: Number,
    words: _Words,
) -> str:
    terms = list(paths)
    shown = told(terms, numbers)
    texts = [f"{names[p]} {figure(numbers[p])}" for p in shown]
    if len(shown) < len(terms):
        texts.append(words.zeros.format(len(terms) - len(shown)))
    if len(terms) == 1:
        return texts[0]
    return f"{' + '.join(texts)} = {figure(total)}" if texts else "0"


def _chinese(equation: Equation, specs: Specs) -> tuple[str, dict[str, str]]:
    """What all terms have in common (a row, or a column), and the rest of each label."""
    names = {path: label(specs[path]) for path, _ in equation.known}
    rows = {path: name.partition(" · ")[0] for path, name in names.items()}
    columns = {path: name.partition(" · ")[2] for path, name in names.items()}
    if len(names) > 1 and len(set(columns.values())) == 1:
        return columns[next(iter(columns))], rows
    if len(names) > 1 and len(set(rows.values())) == 1:
        return rows[next(iter(rows))], columns
    return "", names


def _english(equation: Equation) -> tuple[str, dict[str, str]]:
    return "", {path: path for path, _ in equation.known}


def contradiction(
    path: str,
    by: Identity,
    computed: Number,
    equation: Equation,
    numbers: Mapping[str, Number],
    specs: Specs,
) -> str:
    """The message of a value that one identity gives and another forbids."""
    zh = _sides(equation, numbers, _chinese(equation, specs), _ZH)
    en = _sides(equation, numbers, _english(equation), _EN)
    other, value = equation.identity, figure(computed)
    return both(
        f"{label(specs[path])}未列出，按“{by.message_zh}”应为{value}，但{zh}（{other.message_zh}）",
        f"{path} is not stated and must be {value} because {by.message_en}, but {en} ({other.message_en})",
    )
