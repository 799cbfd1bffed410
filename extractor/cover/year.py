"""The year that a report covers, and the period its figures cover."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..declare import Cover
from .dates import YEAR, Period, find_periods, year_of
from .flat import OPENING, Flat
from .title import MAX_HEAD, QUOTED, Title, title_pattern

_NOT_SPOKEN_OF = r"来|前|后|初|\d|[一二三四五六七八九十]{1,2}月|度?,?[^。;,]{0,10}(?:将|拟|计划|力争)"
"""Behind 年: a day, or a plan."""
_BODY_YEAR = re.compile(rf"({YEAR})年(?!{_NOT_SPOKEN_OF})")
_NAME_OR_YEAR = re.compile(rf"《[^《》]{{0,80}}》|{_BODY_YEAR.pattern}")
_NOTICE = re.compile(r"[^《》。,;]{0,30}(?:通知|格式|函|要求|意见|公告|模板|指南|制度|机制)")
_CLOSED = re.compile(rf"截[至止]到?({YEAR})年(?:12月(?:31日|底|末)|十二月三十一日|底|末|年底)")
_SIGNED = re.compile(rf"({YEAR})年([1-4]|[一二三四])月(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})日")
_SUBSECTION = re.compile(r"\([一1]\).{2,12}")
_SECTION = re.compile(r"[一1][、.].{2,12}|总体情况|概述")
_CLAUSE_ENDS = "。;,:!?)"
_CUE_DISTANCE = 30
"""How many characters before a period its cue may stand."""

SHORTEST_PERIOD = 210
"""Days that a report covers at least; those for 2008 begin with the Regulations on the first of May."""

FEWEST = 2
"""How many sentences on a year it takes to say that the report covers it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A year read at `text[start:end]`, and how much can be built on it."""

    year: int
    start: int
    end: int
    support: float


def find_period(flat: Flat, cover: Cover, opening: int) -> Period | None:
    """The period that the figures cover: one that a cue announces, else a calendar year before `opening`.

    `opening` is the offset at which the first section begins. Some months are no period of a yearly
    report, whatever announces them.
    """
    plain: Period | None = None
    for period in find_periods(flat.text):
        if period.first and period.last and (period.last - period.first).days < SHORTEST_PERIOD:
            continue
        sentence = flat.sentence_before(period.start, _CUE_DISTANCE)
        if any(cue in sentence for cue in cover.period_cues):
            return period
        if plain is None and period.start < opening and period.first and period.whole_year:
            plain = period
    return plain


def title_year(flat: Flat, title: Title | None) -> Reading | None:
    """The year in the title."""
    if title is None or title.year is None:
        return None
    start, end = title.year
    return Reading(year_of(flat.text[start:end]), start, end, 1.0)


def period_year(flat: Flat, period: Period | None) -> Reading | None:
    """The year in which the period ends."""
    year = period.year if period else None
    return Reading(year, period.start, period.end, 0.95) if period and year else None


def stated_year(flat: Flat, cover: Cover, end: int) -> Reading | None:
    """The year in a sentence of `flat.text[:end]` on what this is: 现将我局2021年政府信息公开工作报告如下.

    A notice on the reports of a year (《关于做好2021年…报告的通知》) is another paper.
    """
    pattern = title_pattern(cover)
    for core in pattern.core.finditer(flat.text, 0, end):
        before = flat.sentence_before(core.start(), MAX_HEAD)
        cue = None if tells_of_another_year(flat, core.start()) else pattern.cue.search(before)
        years = [*re.finditer(YEAR, before[cue.end() :])] if cue else []
        if cue and len(years) == 1 and not _NOTICE.match(flat.text, core.end()):
            start, end = (core.start() - len(before) + cue.end() + at for at in years[0].span())
            return Reading(year_of(flat.text[start:end]), start, end, 0.75)
    return None


def announced_year(flat: Flat, cover: Cover) -> Reading | None:
    """The year in the sentence that announces the report: 现将我局2021年政府信息公开工作报告如下.

    A notice on the reports of a year, which the sentence may name, tells it as well.
    """
    for core in title_pattern(cover).core.finditer(flat.text, 0, OPENING):
        before = flat.sentence_before(core.start(), MAX_HEAD)
        within = [*re.finditer(YEAR, flat.text[core.start() - len(before) : core.end()])]
        if within:
            start, end = (core.start() - len(before) + at for at in within[-1].span())
            return Reading(year_of(flat.text[start:end]), start, end, 0.75)
    return None


def tells_of_another_year(flat: Flat, at: int) -> bool:
    """Whether a sentence up to `flat.text[at]` names two years: in 2021年,我局编制了2020年…报告."""
    before = QUOTED.sub("", flat.sentence_before(at, 2 * MAX_HEAD))
    return len({year_of(year) for year in re.findall(rf"({YEAR})年", before)}) > 1


def body_year(flat: Flat, title: Reading | None) -> Reading | None:
    """The year that most sentences of the text are about, None when no year stands out.

    One sentence is enough if it is the first below the heading of the first section, there is no title,
    and no sentence is about another year.
    A text that speaks of the title's year at all agrees with the title: plans and comparisons may name
    other years more often.
    """
    spoken = [
        match
        for match in _BODY_YEAR.finditer(flat.text, title.end if title else 0)
        if flat.breaks_at(match.start()) or flat.text[match.start() - 1] in _CLAUSE_ENDS
    ]
    if title is not None:
        agreed = next((match for match in spoken if year_of(match[1]) == title.year), None)
        if agreed is not None:
            return Reading(title.year, *agreed.span(), 0.8)
    elif len({year_of(match[1]) for match in spoken}) == 1 and _opens_section(flat, spoken[0].start()):
        few = len(spoken) < FEWEST
        return Reading(year_of(spoken[0][1]), *spoken[0].span(), 0.7 if few else 0.8)
    return _prevailing(spoken, 0.8)


def mentioned_year(flat: Flat) -> Reading | None:
    """The year that the sentences name more than any other, wherever in them, but for names of documents."""
    return _prevailing([found for found in _NAME_OR_YEAR.finditer(flat.text) if found[1]], 0.65)


def lone_year(flat: Flat) -> Reading | None:
    """The only year that the sentences name, if it is told that the report was made when the year was over.

    They name its last day (截至2023年12月31日), or a line dates the report to the year after.
    """
    named = [found for found in _NAME_OR_YEAR.finditer(flat.text) if found[1]]
    closed = _CLOSED.search(flat.text)
    years = {year_of(found[1]) for found in named} | ({year_of(closed[1])} if closed else set())
    if len(years) != 1:
        return None
    (year,) = years
    signed = [
        m for m in _SIGNED.finditer(flat.text) if flat.begins_line(m.start()) and flat.begins_line(m.end())
    ]
    if closed and year_of(closed[1]) == year:
        return Reading(year, *closed.span(1), 0.7)
    if named and any(year_of(m[1]) == year + 1 for m in signed):
        return Reading(year, *named[0].span(1), 0.7)
    return None


def _prevailing(years: Sequence[re.Match[str]], support: float) -> Reading | None:
    """The year that is named often enough, and twice as often as any other, at its first place."""
    ranked = Counter(year_of(match[1]) for match in years).most_common(2)
    if not ranked or ranked[0][1] < FEWEST or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    year = ranked[0][0]
    return Reading(year, *next(match for match in years if year_of(match[1]) == year).span(), support)


def _opens_section(flat: Flat, at: int) -> bool:
    """Whether a line of its own begins here, below a heading such as 一、总体情况 or (一)主动公开."""
    if not flat.begins_line(at) or at == 0:
        return False
    line = flat.line_of(at)
    above = flat.text[flat.lines[line - 1] : at]
    if line > 1 and _SUBSECTION.fullmatch(above):
        above = flat.text[flat.lines[line - 2] : flat.lines[line - 1]]
    return _SECTION.fullmatch(above) is not None
