"""What stands around a number, and whether that lets it answer a question.

The same check decides what is asked and what is accepted: a section is asked about a field only where
it holds a number that could be the answer, and an answer counts only if it is one of those.
It works on text without spaces, in half width and simplified characters (see `extractor.views`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz

from ..numbers import Quantity, find_quantities
from .questionnaire import Question

_SENTENCE_END = "。！？!?；;"
_CLAUSE_END = "，,、：:()（）" + _SENTENCE_END
_BARE, _LEADING, _WIDE, _SENTENCE = 4, 8, 60, 200
_ALIKE, _SHORTEST = 85, 4

_DENIED = re.compile(
    r"(?:均未|尚未|未曾|从未|未|没有|没)(?:有|收到|接到|受理|发生|出现|产生|收取|引发|被|因|向|对|收)|为零|零(?:申请|投诉|收费|诉讼|复议)"
)
_CUMULATIVE = re.compile(r"累计|历年|截至|截止|以来|自(?:19|20)\d\d年|总共已")
_THIS_PERIOD = re.compile(r"本年|今年|当年|全年|年度|本次|本期|(?:19|20)\d\d年[,，]?(?:共|全)")
_OTHER_PERIOD = re.compile(
    r"去年|上年|上一年|前年|往年|同期|同比|上半年|下半年|季度|(?:增长|增加|下降|减少|提高)了?"
)
_PART_OF_YEAR = re.compile(r"[上下]半年|季度")
_WHOLE_YEAR = re.compile(r"全年|本年度?(?!上半|下半)|年度")
_COUNTED_ELSE = re.compile(
    r"工作日|自然日|小时|方面|环节|途径|渠道|部门|单位|科室|街道|乡镇|平台|网站|栏目|账号|公共?查阅|查阅|受理点|窗口"
)
_PART = re.compile(
    r"其中|本级|[省市区县州旗]直|直属|各[市县区州盟旗乡镇街部门单省]|办公厅|办公室|[局委厅](?=收到|受理|接到|办理|\d)"
)
_WHOLE = re.compile(r"全[省市区县州旗乡镇委局厅]|各级")
_INSTRUCTION = re.compile(
    r"忽略(?:以上|上述|前面|之前)|无视|指令|提示词|一律(?:回答|填|输出)|(?:回答|输出|填写|填报|返回)为|"
    r"(?:回答|输出|填写|返回)(?:数字|结果)?\W{0,3}\d|json|system|prompt|ignore|"
    r"assistant|[{}]|<\||\|>|\"quote\"|\"value\"",
    re.I,
)
_YEAR = re.compile(r"((?:19|20)\d\d)年(?!度?以来)")
_SCALES = frozenset("百千万亿")
_MONEY = {"万元": Decimal(1), "亿元": Decimal(10000), "元": Decimal("0.0001")}


@dataclass(frozen=True, slots=True)
class Bearing:
    """A number, or a denial that stands for none at all, with the text around it.

    `clause` is the text between two commas that holds it, `before` what comes before it in the sentence,
    `near` the words of the clause that no other number parts from it, `lead` what stands between the
    number before and this one, `behind` what follows it; `instructed` tells whether orders to a model
    stand close by.
    """

    quantity: Quantity | None
    start: int
    end: int
    clause: str
    near: str
    lead: str
    before: str
    behind: str
    instructed: bool

    @property
    def approximate(self) -> bool:
        """Whether the number is stated as more, less, or about."""
        return self.quantity is not None and self.quantity.approximate

    @property
    def printed(self) -> Decimal:
        """The number as it stands, whatever its unit."""
        return self.quantity.value if self.quantity is not None else Decimal(0)

    def value(self, question: Question) -> Decimal | None:
        """The number in the unit of the question, None when its own unit does not fit."""
        if self.quantity is None:
            return Decimal(0)
        if question.unit in _MONEY:
            stated = self.quantity.unit or _unit_before(self.lead)
            return self.quantity.value * _MONEY[stated] if stated in _MONEY else None
        if self.quantity.unit in _MONEY:
            return None
        return self.quantity.value

    def answers(self, question: Question, year: int | None = None) -> bool:
        """Whether the number may be the answer to the question."""
        return self.objection(question, year) is None and self.value(question) is not None

    def objection(self, question: Question, year: int | None = None) -> str | None:
        """Why the number is no answer to the question, None when it may be one."""
        if not self._labelled(question):
            return "no_label"
        if self.instructed:
            return "instruction"
        if any(word in place for word in question.never for place in (self.clause, self.near, self._segment)):
            return "other_label"
        if self._foreign_unit(question) or _COUNTED_ELSE.match(self.behind):
            return "other_unit"
        if self._cumulative():
            return "cumulative"
        if self._other_period(question, year):
            return "other_period"
        if not question.part and _PART.search(self.clause) and not _WHOLE.search(self.clause):
            return "part"
        if self.quantity is not None and not question.signed and self.quantity.value < 0:
            return "negative"
        return None

    def _labelled(self, question: Question) -> bool:
        if any(_ends_with(self.lead, label, question.unit) for label in question.labels):
            return True
        if not question.words:
            return False
        if self.quantity is not None and not self.quantity.unit:
            return False  # a cell of a table: only its label tells which one
        close, *rest = question.words
        if question.fits and self.quantity is not None and not re.search(question.fits, self.before):
            return False
        around = self.before + self.clause
        return any(word in self.near for word in close) and all(
            any(word in around for word in group) for group in rest
        )

    @property
    def _segment(self) -> str:
        """What stands before the number since the last comma or number, with a whole enumeration."""
        return re.split("[,，;；:：。]", self.lead)[-1].lstrip("、")

    def _foreign_unit(self, question: Question) -> bool:
        unit = self.quantity.unit if self.quantity is not None else ""
        return bool(unit and question.units) and unit not in _MONEY and unit not in question.units

    def _cumulative(self) -> bool:
        """Whether the sentence speaks of all years so far, and has not come back to this one."""
        marks = list(_CUMULATIVE.finditer(self.before))
        if marks:
            return _THIS_PERIOD.search(self.before, marks[-1].end()) is None
        return _CUMULATIVE.search(self.clause) is not None

    def _other_period(self, question: Question, year: int | None) -> bool:
        labels = (*question.labels, *(word for group in question.words for word in group))
        found = _OTHER_PERIOD.search(self.near)
        if found and not any(found.group() in label for label in labels):
            return True
        parts = list(_PART_OF_YEAR.finditer(self.before))
        if parts and _WHOLE_YEAR.search(self.before, parts[-1].end()) is None:
            return True
        named = _YEAR.findall(self.before + self.clause)
        return year is not None and bool(named) and int(named[-1]) != year


def bearings(text: str) -> Iterator[Bearing]:
    """Every count in `text`, and every denial in a clause that has no count, with its surroundings."""
    clauses, sentences = _Bounds(text, _CLAUSE_END), _Bounds(text, _SENTENCE_END)
    counts = [q for q in find_quantities(text) if q.is_count and text[q.start : q.end] not in _SCALES]
    found: list[tuple[int, int, Quantity | None]] = [(q.start, q.stop, q) for q in counts]
    numbered = {clauses.around(q.start)[0] for q in counts}
    for match in _DENIED.finditer(text):
        if clauses.around(match.start())[0] not in numbered:
            found.append((match.start(), match.end(), None))
    found.sort(key=lambda item: item[0])
    for index, (start, end, quantity) in enumerate(found):
        low, high = clauses.around(start)
        previous = found[index - 1][1] if index else 0
        following = found[index + 1][0] if index + 1 < len(found) else len(text)
        yield Bearing(
            quantity,
            start,
            end,
            clause=text[max(low, start - _WIDE) : min(high, end + _WIDE)],
            near=_near(text, start, end, quantity, low, high, previous, following, clauses),
            lead=text[max(previous, start - _WIDE) : start],
            before=text[max(sentences.around(start)[0], start - _SENTENCE) : start],
            behind=text[end : end + _LEADING],
            instructed=instructed(text, start, end),
        )


def row_label(text: str, question: Question) -> int | None:
    """Where the label of a row ends in compact text, None where it does not stand there.

    A row that bears no label (the only row of its table) begins at once.
    """
    if not question.labels:
        return 0
    for label in question.labels:
        at = text.find(label)
        if at != -1:
            return at + len(label)
    for label in question.labels:
        if len(label) >= _SHORTEST:
            best = fuzz.partial_ratio_alignment(label, text, score_cutoff=_ALIKE)
            if best is not None:
                return best.dest_end
    return None


def _unit_before(lead: str) -> str:
    """The unit that stands in a cell of its own before the number."""
    return next((unit for unit in _MONEY if lead.rstrip("|:() ").endswith(unit)), "")


def _ends_with(lead: str, label: str, unit: str) -> bool:
    """Whether the label stands at the end of the text, with no more than its unit behind it."""
    at = lead.rfind(label)
    return at != -1 and lead[at + len(label) :].replace(unit, "", 1).strip("|:() ") == ""


def instructed(text: str, start: int, end: int) -> bool:
    """Whether the text at or close before a place speaks to a reader of prompts rather than to the public."""
    return _INSTRUCTION.search(text, max(0, start - _SENTENCE), end + _WIDE) is not None


def _near(
    text: str,
    start: int,
    end: int,
    quantity: Quantity | None,
    low: int,
    high: int,
    previous: int,
    following: int,
    clauses: _Bounds,
) -> str:
    """What the number is said of: the words before it up to another number, or those behind a lone one."""
    if quantity is None:
        return text[low:high]
    head = text[max(low, previous, start - _WIDE) : start]
    before = clauses.around(low - 1)[0] if low else 0
    if len(head) <= _BARE and previous <= before:  # a clause with a number of its own speaks of that one
        head = text[max(before, low - _WIDE) : low] + head
    lone = previous <= low and following >= high
    return head + (text[end : min(high, end + _LEADING)] if lone else "")


class _Bounds:
    """Where the clauses or sentences of a text end; a comma between digits belongs to the number."""

    def __init__(self, text: str, marks: str) -> None:
        pattern = re.compile(rf"(?<!\d),|,(?!\d{{3}})|[{re.escape(marks.replace(',', ''))}]")
        if "," not in marks:
            pattern = re.compile(rf"[{re.escape(marks)}]")
        self._ends = [match.end() for match in pattern.finditer(text)]
        self._length = len(text)

    def around(self, at: int) -> tuple[int, int]:
        """The range that holds position `at`, without the mark that ends it."""
        index = bisect_right(self._ends, at)
        start = self._ends[index - 1] if index else 0
        end = self._ends[index] - 1 if index < len(self._ends) else self._length
        return start, max(start, end)
