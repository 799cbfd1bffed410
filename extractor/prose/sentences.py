"""Sentences with their numbers, and the words that stand around each number in its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..numbers import Kind, Quantity, find_quantities
from ..numbers.numerals import CHARACTERS
from ..numbers.units import UNIT

# Longer runs without a full stop are cut, so that work on one sentence stays bounded.
_SENTENCE = re.compile(r"[^。!?\n]{1,1200}[。!?]?")
_TELLING = re.compile(r"[0-9未没无零]|不存在|不涉及")
_NUMERAL = re.compile(rf"[{CHARACTERS}][余多]?(?:{UNIT})")
_DELIMITER = re.compile(r"[,;:()]")
_QUOTES = str.maketrans(dict.fromkeys("“”‘’\"'《》「」『』【】〔〕 \0", None))
_TITLE = re.compile(r"《[^《》]*》")
_BRACKETS = re.compile(r"\([^()]*\)")
_FILLER = re.compile(
    r"(?:[的了共计有是约近超逾仅只已数量总、]|(?<!行)为|达到?|总共|共计|合计|累计|总计|件数|条数|次数|人数|突破|高达|分别|平均|实现)*$"
)
_BEFORE = re.compile(r"(?:[、,;:和及与并另\s—●◆·]|以及|其中|另有|还有|[0-9]{1,2}[.、)](?![0-9]))*")
# `其中6件为网络申请，1件为信函申请`: what follows the copula names the number before it.
_COPULA = re.compile(r"^(?:均|都|全部)?(?:为|是|属于?|系|的|来自|来源于)+")
_TAIL_END = re.compile(r"[,;:()、。!?]|\.(?![0-9])")
_SEPARATOR = re.compile(r"[、,;:()]")
# `13件和诉讼1件`: what stands behind such a word names the amount after it.
_JOINED = re.compile(r"\s*(?:[和与]|及(?!时)|以及)")
# What stands behind such a word shares its amount with others.
_SHARED = ("、", "和", "与", "及")
# How accounts are counted in a remark: 公众账号(1个)发布信息20条.
_OUTLETS = frozenset({"个", "家"})
_REACH = 80

# So many numbers, and such a share of all, are without a unit where cells of a table run together.
_TABLE_NUMBERS = 6
_TABLE_SHARE = 0.8
_ROW_DIGITS = 7

# So many characters at most are one sentence.
_LONGEST = 10_000

# Leads over to the parts of what was counted.
BREAKDOWN = "其中"

_AMOUNTS = frozenset({Kind.COUNT, Kind.PERCENT, Kind.POINTS})


class Label(NamedTuple):
    """The words that name a number, without quotation marks, brackets and filler; where they start.

    `raw` is all that stands between the amount before and this one. `tail` are the words behind the number,
    up to the offset `tail_stop`; where none before it do, they may name it.
    """

    text: str
    start: int
    raw: str
    tail: str
    tail_stop: int

    def from_behind(self, start: int) -> Label:
        """The words behind the number, which begins at `start`, as its label: `12件为网络申请`."""
        name = without_filler(_COPULA.sub("", self.tail, count=1))
        return Label(name, start, self.raw, "", self.tail_stop)


@dataclass(frozen=True)
class Sentence:
    """A sentence of the running text, from view offset `start`; numbers in offsets of its own text."""

    text: str
    start: int

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """All numbers, also dates and codes."""
        return tuple(find_quantities(self.text))

    @cached_property
    def amounts(self) -> tuple[Quantity, ...]:
        """The counts and shares, in order, but for those in the titles of documents."""
        amounts = (q for q in self.quantities if q.kind in _AMOUNTS and not _is_row(q))
        if "《" not in self.text:
            return tuple(amounts)
        titles = [range(*m.span()) for m in _TITLE.finditer(self.text)]
        return tuple(q for q in amounts if not any(q.start in title for title in titles))

    @property
    def is_table(self) -> bool:
        """Whether it is no sentence, but a table whose cells run together: hardly a number has a unit."""
        bare = sum(not q.unit and q.kind is Kind.COUNT for q in self.amounts)
        return bare >= _TABLE_NUMBERS and bare >= _TABLE_SHARE * len(self.amounts)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The words around each amount, within its clause."""
        return tuple(map(self._label, range(len(self.amounts))))

    def _label(self, index: int) -> Label:
        quantity = self.amounts[index]
        floor = self.amounts[index - 1].stop if index else 0
        floor = max(floor, quantity.start - _REACH)
        raw = self.text[floor : quantity.start]
        own = _SEPARATOR.search(raw) if index else None
        behind_other = own.start() if own else 0  # `12件为网络申请、`: those words name the number before
        text, at = _nearest_words(_without_brackets(raw[behind_other:]))
        at += behind_other
        if not text and ")" in raw:
            text, at = self._before_bracket(floor)
            at -= floor
        elif index and raw.startswith(")") and self._is_remark(index - 1):
            before, start = self._before_bracket(floor)
            if not self.text.endswith(_SHARED, 0, start):
                text, at = before + text, start - floor
        tail_stop = self._tail_stop(index)
        tail = plain(self.text[quantity.stop : tail_stop])
        return Label(text, floor + at, raw, tail, tail_stop)

    def _is_remark(self, index: int) -> bool:
        """Whether only the amount of that index stands in its bracket and tells how many: (2个)."""
        quantity = self.amounts[index]
        return quantity.unit in _OUTLETS and self.text.endswith("(", 0, quantity.start)

    def _before_bracket(self, floor: int) -> tuple[str, int]:
        """The label before a bracket that holds amounts and closes right before the number."""
        opening = self.text.rfind("(", max(0, floor - _REACH), floor)
        if opening < 0:
            return "", floor
        ends = [q.stop for q in self.amounts if q.stop <= opening]
        start = max([*ends[-1:], opening - _REACH, 0])
        words, at = _nearest_words(self.text[start:opening])
        return words, start + at

    def _tail_stop(self, index: int) -> int:
        start = self.amounts[index].stop
        following = self.amounts[index + 1].start if index + 1 < len(self.amounts) else None
        stop = min(len(self.text) if following is None else following, start + _REACH // 2)
        delimiter = _TAIL_END.search(self.text, start, stop)
        if delimiter:
            return delimiter.start()
        return start if stop == following and _JOINED.match(self.text, start) else stop


def _is_row(quantity: Quantity) -> bool:
    """Whether so many digits without a unit are the cells of a row that run together."""
    return not quantity.unit and quantity.end - quantity.start >= _ROW_DIGITS and quantity.kind is Kind.COUNT


def telling_sentences(text: str) -> Iterator[Sentence]:
    """The sentences of the running text that hold a number or a denial, in order.

    What goes on for thousands of characters without a stop is no sentence, but cells that lost their lines.
    """
    for match in _SENTENCE.finditer(text):
        if match.end() - match.start() > _LONGEST:
            continue
        sentence = match.group()
        if _TELLING.search(sentence) or _NUMERAL.search(sentence):
            yield Sentence(sentence, match.start())


def end_of_hold(text: str, start: int) -> int:
    """How far what is named at `start` holds: to the end of the brackets around it, else of the text."""
    opening = text.rfind("(", max(0, start - _REACH), start)
    closing = text.find(")", start)
    inside = opening >= 0 and closing >= 0 and ")" not in text[opening:start]
    return closing if inside else len(text)


def plain(words: str) -> str:
    """The words without quotation marks and white space."""
    return words.translate(_QUOTES)


def without_filler(words: str) -> str:
    """The words without what only leads over to the number (`共`, `数量为`, `达到`)."""
    return words[: _FILLER.search(words).start()]  # type: ignore[union-attr]


def _without_brackets(raw: str) -> str:
    """`raw` with bracketed remarks blanked out, and all up to a bracket that closes without opening."""
    blanked = _BRACKETS.sub(lambda m: "\0" * len(m.group()), raw)
    closing = blanked.rfind(")")
    return "\0" * (closing + 1) + blanked[closing + 1 :]


def _nearest_words(raw: str) -> tuple[str, int]:
    """The words of the last clause of `raw` that has any besides filler, and where it starts."""
    end = len(raw)
    for _ in range(3):
        clause = max((m.end() for m in _DELIMITER.finditer(raw, 0, end)), default=0)
        start = clause + len(_BEFORE.match(raw, clause, end).group())  # type: ignore[union-attr]
        words = without_filler(plain(raw[start:end]))
        if words:
            return words, start
        if clause == 0 or raw[clause - 1] == ";":
            break
        end = clause - 1
    return "", len(raw)
