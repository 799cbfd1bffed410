"""Finds the title of a report and the body it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ..declare import Cover
from .dates import YEAR, year_of
from .flat import Flat

_YEAR = rf"(?:{YEAR}[-—–~至]{YEAR}学年度?|{YEAR}年?度?)"
_ONE_YEAR = re.compile(rf"{YEAR}(?![-—–~至]{YEAR}学年|学年)")
_DECORATION = re.compile(
    r"(?:[\[【][^\[\]【】:]{1,12}[\]】]|[#*>=_~|·•●◆★■□▲▶\-—–\[【《〈:]|\d{1,3}(?![\d年.])、?)+"
)
"""Stands before a title: list marks, page numbers, and in brackets the body or column ([甘霖镇])."""
_LABEL = re.compile(r"(?:标题|名称|题目|信息名称|文件名称):")
_CAPTION = re.compile(r"(?:信息|文件)?(?:标题|名称|题目)")
_SEPARATOR = re.compile(r"[>|»›_]")
SENTENCE = re.compile(
    r"[。;,!?|<>《》:]|根据|按照|依据|编制|公布|现将|要求|规定|通知|印发|如下|本报告|报送|指南|制度|首页|位置|点击|下载"
    r"|附件|上一篇|下一篇|相关|发布|我们|我[省市县区州局委]|专栏|栏目|\d"
)
_AFTER = re.compile(
    r"[|(\[【_\-—>》〉*#]|根据|按照|依据|为|本报告|本年|现|一、|发布|发文|时间|日期|来源|作者|字号|字体|浏览|索引|文号|$"
)
_CRUMBS = re.compile(r"首页|位置|>|»|›")

QUOTED = re.compile(r"《[^《》]*》")
"""The name of a document, whose words are not those of the sentence."""

_PLACE_KINDS = "省市县区州盟旗镇乡"

LATEST = 3000
"""How far into the text (without white space) a title may stand that follows a sentence."""

MAX_HEAD = 45
"""The longest name of a body (or place) before the words that make a title."""


@dataclass(frozen=True, slots=True)
class Title:
    """`flat.text[start:end]` is the title; `name` the place or body it names, `year` its year."""

    start: int
    end: int
    name: tuple[int, int] | None
    year: tuple[int, int] | None
    score: int = 0


class TitlePattern:
    """What titles look like by the words of a cover."""

    def __init__(self, cover: Cover) -> None:
        between = rf"(?:{any_of(cover.fillers)}|{_YEAR})*?"
        closing = rf"(?P<closing>[(\[]{_YEAR}[)\]]|{YEAR}年度?(?!\d))?"
        year = rf"(?:{_YEAR})?"
        self.core = re.compile(rf"{any_of(cover.subjects)}{between}{any_of(cover.kinds)}{closing}")
        self.head = re.compile(rf"(?:关于)?{year}(?:关于)?(?P<name>.*?){year}(?:关于|的)?{year}")
        self.body = re.compile(rf"{any_of(cover.bodies)}$")
        self.cue = re.compile(any_of((*cover.announcements, *cover.statements)))


@lru_cache(maxsize=8)
def title_pattern(cover: Cover) -> TitlePattern:
    """The pattern for the words of a cover, made once."""
    return TitlePattern(cover)


def find_title(flat: Flat, cover: Cover, year: int | None = None) -> Title | None:
    """The best candidate for the title, None when the text has no line that reads like one.

    Pages list the reports of other years above this one: where any candidate names the `year` that the
    figures cover, only those of that year count.
    """
    pattern = title_pattern(cover)
    found = [t for core in pattern.core.finditer(flat.text) if (t := _title(flat, core, pattern)) is not None]
    of_year = [t for t in found if t.year and year_of(flat.text[slice(*t.year)]) == year]
    return max(of_year or found, key=lambda t: (t.score, -t.start), default=None)


def issuer_of(title: Title, flat: Flat, cover: Cover) -> tuple[int, int] | None:
    """Where the title names a government or department; None when it names only a place, or any 政府."""
    if title.name is None:
        return None
    start, end = title.name
    name = re.sub(r"\([^()]*\)$", "", flat.text[start:end])
    if name.endswith("人民") and flat.text.startswith("政府", end):
        return start, end + 2
    if name in cover.bodies or title_pattern(cover).body.search(name) is None:
        return None
    return start, start + len(name)


def _title(flat: Flat, core: re.Match[str], pattern: TitlePattern) -> Title | None:
    """The title whose last words are `core`, None when these words stand in a sentence."""
    end = core.end()
    if core["closing"] and core["closing"][0].isalnum() and flat.begins_line(core.start("closing")):
        end = core.start("closing")
    if not (flat.breaks_at(end) or _AFTER.match(flat.text, end)):
        return None
    for start, penalty in _starts(flat, core.start()):
        head = pattern.head.fullmatch(flat.text, start, core.start())
        if head is None or SENTENCE.search(head["name"]):
            continue
        start = _joined(flat, start, core.start(), pattern)
        head = pattern.head.fullmatch(flat.text, start, core.start())
        if head is not None:
            return _scored(flat, start, end, head, pattern, penalty)
    return None


def _starts(flat: Flat, core: int) -> Iterator[tuple[int, int]]:
    """Where a title that ends in the core at `core` may begin, with what speaks against it."""
    line = flat.lines[flat.line_of(core)]
    low = max(line, core - MAX_HEAD)
    crumbs = 2 if _CRUMBS.search(flat.text, line, core) else 0
    if low == line:
        named = _CAPTION.match(flat.text, line, core)
        first = named.end() if named and flat.breaks_at(named.end()) else line
        yield _undecorated(flat.text, first, core), crumbs
    label = _LABEL.search(flat.text, low, core)
    if label:
        yield label.end(), crumbs + 1
    breaks = [m.end() for m in _SEPARATOR.finditer(flat.text, low, core)]
    breaks += [at for at in range(low + 1, core + 1) if flat.breaks_at(at)]
    for at in sorted(breaks, reverse=True):
        yield _undecorated(flat.text, at, core), crumbs + 1


def _undecorated(text: str, start: int, end: int) -> int:
    """`start` moved behind list marks, hashes and page numbers."""
    decoration = _DECORATION.match(text, start, end)
    return decoration.end() if decoration else start


def _joined(flat: Flat, start: int, core: int, pattern: TitlePattern) -> int:
    """`start` moved up to the line on which a broken title begins: with the body, or with the year."""
    if not flat.begins_line(start):
        return start
    for above in range(flat.line_of(start) - 1, max(flat.line_of(start) - 4, -1), -1):
        begin = _undecorated(flat.text, flat.lines[above], start)
        part = pattern.head.fullmatch(flat.text, begin, start)
        if part is None or begin == start or core - begin > MAX_HEAD or SENTENCE.search(part["name"]):
            break
        if not _belongs(part, pattern.head.fullmatch(flat.text, start, core), pattern):
            break
        start = begin
    return start


def _belongs(part: re.Match[str], head: re.Match[str] | None, pattern: TitlePattern) -> bool:
    """Whether a line is the beginning of the title that goes on with `head`: it has what is lacking there."""
    if head is None:
        return False
    if not part["name"]:
        return not re.search(YEAR, head.group())
    if not head["name"]:
        return bool(pattern.body.search(part["name"])) or part["name"][-1] in _PLACE_KINDS
    return _is_fragment(head["name"], pattern)


def _is_fragment(name: str, pattern: TitlePattern) -> bool:
    """Whether `name` is only the end of the name of a body: 局, 委员会."""
    found = pattern.body.search(name)
    return found is not None and found.start() == 0


def _scored(
    flat: Flat, start: int, end: int, head: re.Match[str], pattern: TitlePattern, penalty: int
) -> Title | None:
    title = titled(flat, start, end, head)
    year, name = title.year, title.name
    body = bool(name and pattern.body.search(head["name"]))
    sentence = flat.text.find("。")
    before_text = sentence < 0 or start < sentence
    alone = flat.begins_line(start) and flat.begins_line(end) and start < LATEST
    if (year is None and name is None) or not (before_text or alone):
        return None
    # A channel of a site (县人民政府 政府信息公开年报) names a body too, but no year.
    score = 3 * (year is not None) + 2 * body + (name is not None) + 3 * before_text - penalty
    return replace(title, score=score)


def titled(flat: Flat, start: int, end: int, head: re.Match[str]) -> Title:
    """The title in `flat.text[start:end]`, `head` being what stands before its last words."""
    year = _ONE_YEAR.search(flat.text, start, end)
    name = head.span("name") if head["name"] else None
    return Title(start, end, name, year.span() if year else None)


def any_of(words: tuple[str, ...]) -> str:
    """A group that matches the longest of the words, nothing at all when there are none."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})" if words else "(?!)"
