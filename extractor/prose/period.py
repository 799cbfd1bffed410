"""Which period a number is about: the report's year, another one, a part of one, or all years so far."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cached_property
from operator import itemgetter

from ..numbers import Kind
from .sentences import Sentence, end_of_hold, plain, without_filler


class Period(Enum):
    """THIS is the report's year, which also holds where nothing is said."""

    THIS = auto()
    PREVIOUS = auto()
    NEXT = auto()
    CUMULATIVE = auto()
    OTHER = auto()


_YEAR = r"(?:19|20)[0-9]{2}年"
_DAY = rf"{_YEAR}(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DATE = r"(?:[0-9]{1,2}日)?"
_TO = r"[至到~—–-]+"
_RANGE = rf"{_DAY}起?{_TO}{_DAY}|(?<![0-9])(?:19|20)[0-9]{{2}}{_TO}{_YEAR}"
_MONTHS = rf"(?<![0-9])(?:{_YEAR})?(?<![0-9]){_MONTH}(?:月份?)?{_DATE}起?{_TO}{_MONTH}月{_DATE}"
# 12月公开30条: what a month brought, not what was done in it.
_ONE_MONTH = (
    rf"(?<![0-9至到止自从~—–-])(?:{_YEAR}|(?<!年)){_MONTH}月份?"
    r"(?=,?(?:[我本全][省市县区州旗镇乡局厅委办院]|[我本]单位|共计?|累计|新增?)*"
    r"(?:主动)?(?:公开|发布|收到|受理|接到))"
)
_PER = (
    r"(?:平均)?每个?(?:天|日|周|旬|月|季度?|半年|年|期|场|次|部门|单位|科室|乡镇|镇街|街道|村|社区|窗口)"
    r"|[日周月年]均"
)
_OWN = rf"(?:{_YEAR}|今年|本年|当年)度?"
_ITEMS = r"[0-9]+[余多万]*[条件份篇]"
# 累计公开5000条,其中2018年新增300条: a sum over years, of which the year's is told as a part.
_OWN_PART = rf"其中[,:]?{_OWN}(?:[又共]?新增|共?(?:主动)?(?:公开|发布)|[0-9]+(?![0-9月]))"
_SUM_OF_YEARS = (
    rf"累计(?:主动)?(?:公开|发布)?(?=[^。;]{{1,80}}(?:,{_OWN}[又共]?新增|[,。]{_OWN_PART}))"
    rf"|截[至止][^。;]{{1,60}}?(?:公开|发布)(?=[^,。;0-9]{{0,20}}{_ITEMS}[,。(]{_OWN_PART})"
)
# The same without a word for the sum: it is not the year's, nobody knows of which years.
_SUM_OF_SOME = (
    rf"(?:公开|发布)(?=[^,。;0-9]{{0,20}}{_ITEMS}[,。(]{_OWN_PART}[^,。;0-9]{{0,12}}[0-9]*[条件份篇])"
)
_WORDS = re.compile(
    rf"(?P<range>{_RANGE}|{_MONTHS})|(?P<cumulative>{_SUM_OF_YEARS}|"
    r"历年来?累计|历年来?|(?:施行|实施|建立|成立|开通|运行|公布|颁布)以来"
    rf"|{_DAY}(?:以来|至今|起至今|起,?累计))"
    r"|(?P<previous>去年同期|上年同期|去年|上一?年度?|前一年度?|同期)"
    r"|(?P<next>明年|次年|下一?年度?|来年)"
    # 截至年底累计: the year's number or that of all years, nobody knows.
    rf"|(?P<other>{_SUM_OF_SOME}|{_ONE_MONTH}|{_PER}"
    rf"|(?:截[至止]|[到至](?=目前|今|(?:{_YEAR}|今年|本年|当年)?(?:年底|年末|[底末])|{_MONTH}月底))[^,;。]{{0,12}},?[^,;。0-9]{{0,20}}(?=累计)"
    rf"|截[至止]到?(?:{_YEAR})?(?:1[01]|0?[1-9])月|前(?:1[01]|[1-9]|十一|[一二三四五六七八九十])个?月"
    r"|上半年|下半年|前?[一二三四1-4]季度|前年|近[一二三四五两几]年|[一二三四五六七八九十两几]年来"
    r"|[一二三四五六七八九十]{1,3}五[”’]?(?:期间|以来))"
    r"|(?P<this>今年|本年度?|当年|(?<!年)(?:全年|年内))"
)
_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_IN_MONTHS = re.compile(
    rf"(?:{_YEAR})?0?(?P<first>[0-9]{{1,2}})\D.*?(?<![0-9])0?(?P<last>[0-9]{{1,2}})月{_DATE}"
)
# The duty to disclose began within a year, whose reports begin with it.
_FIRST_YEAR, _BEGAN = 2008, "5"
_COMPARED_BEFORE = re.compile(r"(?:[比较与同和跟是为]|结转至?到?入?|顺延至?到?|转入)$")
_PASSING_BEHIND = re.compile(r"度?(?:末)?(?:同期|为[0-9]|结转|转结|转入|接转|遗留|未办结|未办理|顺延|底结转)")
_EACH = re.compile(_PER)
_DELIMITER = re.compile(r"[,;)。]")
_TITLE = re.compile(r"《[^《》]*》")


class Periods:
    """The periods that a sentence names, each holding from its place on until the next.

    One that is only compared with (`比去年`, `较2017年`), that something is carried over from or to
    (`上年结转`), or that stands alone before its number (`历年累计20080条`) holds to the end of its clause,
    one in brackets to the closing bracket. Years inside the titles of documents are none.
    """

    def __init__(
        self,
        sentence: Sentence,
        year: int | None,
        before: Period = Period.THIS,
        of_parts: Period | None = None,
        behind: str = "",
    ) -> None:
        """`before` holds where the sentence names no period, `of_parts` there for what may be a part.

        `behind` is the sentence that follows, where that tells of parts (`其中`).
        """
        self._sentence = sentence
        self._year = year
        self._behind = behind
        self._before = before
        self._of_parts = before if of_parts is None else of_parts

    @cached_property
    def _mentions(self) -> list[tuple[int, int, Period]]:
        """Where each mention starts, up to where it holds, and what it names; in order."""
        sentence, text = self._sentence, self._sentence.text
        words = _WORDS.finditer(text + self._behind)
        mentions = [(m.start(), m.end(), self._named(m)) for m in words if m.end() <= len(text)]
        covered = {place for start, end, _ in mentions for place in range(start, end)}
        covered |= {place for m in _TITLE.finditer(text) for place in range(*m.span())}
        mentions += [
            (q.start, q.stop + 1, _relative(int(q.value), self._year))
            for q in sentence.quantities
            if q.kind is Kind.YEAR and q.start not in covered
        ]
        return sorted(
            ((start, _reach(sentence, start, end, period), period) for start, end, period in mentions),
            key=itemgetter(0),
        )

    def _named(self, mention: re.Match[str]) -> Period:
        """What a mention names; the report's own year `以来` is that year, several years are no one's."""
        if mention.lastgroup == "range":
            return self._of_range(mention.group())
        if mention.lastgroup == "cumulative" and mention.group().startswith(str(self._year)):
            return Period.THIS
        return Period[(mention.lastgroup or "other").upper()]

    def _of_range(self, words: str) -> Period:
        """The year that a range of dates is, if it is one from January to December."""
        years = [int(year) for year in _YEARS.findall(words)]
        months = _IN_MONTHS.fullmatch(words)
        first = {"1", _BEGAN} if self._year == _FIRST_YEAR else {"1"}
        in_part = months is not None and (months["first"] not in first or months["last"] != "12")
        if in_part or len(set(years)) > 1:
            return Period.OTHER
        return _relative(years[-1], self._year) if years else Period.THIS

    def at(self, place: int, *, part: bool = False) -> Period:
        """The period that holds at `place` of the sentence, for what may be a part of a sum before it."""
        holding = [period for start, reach, period in self._mentions if start <= place <= reach]
        if holding:
            return holding[-1]
        return self._of_parts if part else self._before


def _relative(named: int, year: int | None) -> Period:
    if year is None or named == year:
        return Period.THIS
    return {year - 1: Period.PREVIOUS, year + 1: Period.NEXT}.get(named, Period.OTHER)


def _reach(sentence: Sentence, start: int, end: int, period: Period) -> int:
    """The place up to which a mention holds."""
    text = sentence.text
    passing = (
        (period is Period.NEXT and not text[start].isdigit())
        or text.endswith("同期", start, end)
        or _EACH.match(text, start, end)
        or _COMPARED_BEFORE.search(text, max(0, start - 6), start)
        or _PASSING_BEHIND.match(text, end)
        or (period is Period.CUMULATIVE and _stands_alone(sentence, end))
    )
    if passing:
        delimiter = _DELIMITER.search(text, end)
        return delimiter.start() if delimiter else len(text)
    return end_of_hold(text, start)


def _stands_alone(sentence: Sentence, end: int) -> bool:
    """Whether nothing but filler stands between `end` and the next amount."""
    following = next((q.start for q in sentence.amounts if q.start >= end), None)
    return following is not None and not without_filler(plain(sentence.text[end:following]))
