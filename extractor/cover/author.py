"""Finds the body whose report this is by sentences of the opening, such as 本报告由某市财政局编制."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..declare import Cover
from .dates import YEAR
from .flat import Flat
from .names import body_in, names_a_place, starts_as_a_name
from .title import MAX_HEAD, QUOTED, SENTENCE, any_of, title_pattern
from .year import tells_of_another_year

_NOT_THE_REPORT = re.compile(r"指南|目录|附件|附表|表格|手册|数据|网站|栏目|图表|制度|办法|通知")
_OTHER_SUBJECT = re.compile(r"[我本各该]\S{1,5}$|印发|下发|转发|下达|要求[我各本]")
_CLAUSE = re.compile(r"[。;,:!]")
_PART = r"(?:《[^《》]{0,80}+》|[^。;《》])"
_BETWEEN = 150
"""How many characters of grounds may stand between the name of a body and what it did."""

_SUBJECT, _BY = 120, 3
"""How far before 由 or 报告是 what was made may be told, and how long these words are."""


class _Wordings:
    """What the sentences that name an author look like by the words of a cover."""

    def __init__(self, cover: Cover) -> None:
        verb, manner, kind, subject = map(
            any_of, (cover.author_verbs, cover.author_manners, cover.kinds, cover.subjects)
        )
        grounded = rf"{any_of(cover.author_grounds)}{_PART}{{0,{_BETWEEN}}}?"
        self.by = re.compile(
            rf"(?:由|(?:报告|年报)[是系为](?!由))(?P<name>[一-鿿、•·]{{2,45}}?)(?:\([^()]{{1,30}}\))?"
            rf"(?:{manner}{{0,3}}+|{grounded}){verb}(?!格式|要求|规范|模板|指引|说明|范围|机关|单位|工作)"
        )
        self.made = re.compile(
            rf"(?:完成|而成|了|的)?(?:并[一-鿿]{{2}})?[,、]?(?:本|此|该)?《?(?:{YEAR}年?度?)?[^,。;《》]{{0,30}}?{kind}"
        )
        named = (
            rf"《?[^,。;:《》]{{0,{MAX_HEAD}}}?{subject}[^,。;:]{{0,8}}?{kind}(?=[》。,;:(]|予以|并|如下|$)"
        )
        self.itself = re.compile(
            rf"(?P<name>[一-鿿]{{2,30}}?)(?P<between>{manner}{{0,3}}+|{grounded})"
            rf"(?:{verb}|{any_of(cover.announcements)})(?:了|完成)?(?:[本此][^,。;:《》]{{0,12}}?{kind}|{named})"
        )
        self.subject = re.compile(subject)
        self.kind = re.compile(rf"[^,。;:《》]{{0,14}}?{kind}")
        self.matter = re.compile(
            rf"(?![^,。;:]{{0,8}}(?:考核|考评|检查|督查|测评|评估))[^,。;:《》]{{0,14}}?(?:{kind}|情况)"
        )


@lru_cache(maxsize=8)
def _wordings(cover: Cover) -> _Wordings:
    return _Wordings(cover)


def announced_name(flat: Flat, cover: Cover, end: int) -> tuple[int, int] | None:
    """The body or place in `flat.text[:end]` whose report is announced: 现将岳阳县民政局2020年…报告如下.

    The words need not be a title, and the year may be another than that of the figures.
    """
    words, pattern = _wordings(cover), title_pattern(cover)
    for subject in words.subject.finditer(flat.text, 0, end):
        if tells_of_another_year(flat, subject.start()):
            continue
        for cue in pattern.cue.finditer(flat.text, max(0, subject.start() - MAX_HEAD), subject.start()):
            follows = words.matter if cue.group() in cover.statements else words.kind
            start = cue.end() + (flat.text[cue.end()] in "《〈")
            found = pattern.head.fullmatch(flat.text, start, subject.start())
            if found and found["name"] and follows.match(flat.text, subject.end()):
                name = _whole_name(flat.text, *found.span("name"), cover)
                if name:
                    return name
    return None


def author(flat: Flat, cover: Cover, end: int) -> tuple[int, int] | None:
    """The body or place that a sentence in `flat.text[:end]` says has written this report."""
    found = (*_made_by(flat, cover, end), *_maker(flat, cover, end))
    return min(found, default=None)


def _made_by(flat: Flat, cover: Cover, end: int) -> Iterator[tuple[int, int]]:
    """Bodies by which the report was made: 本报告由岳阳县民政局根据《条例》编制."""
    words = _wordings(cover)
    for match in words.by.finditer(flat.text, 0, end):
        sentence = flat.sentence_before(match.start() + _BY, _SUBJECT + _BY)
        before = re.split("报告|年报", QUOTED.sub("", sentence))
        told = len(before) > 1 and not _NOT_THE_REPORT.search(before[-1])
        if told or words.made.match(flat.text, match.end()):
            name = _whole_name(flat.text, *match.span("name"), cover)
            if name:
                yield name


def _maker(flat: Flat, cover: Cover, end: int) -> Iterator[tuple[int, int]]:
    """Bodies that a sentence begins with and says to have made the report: 桂花镇人民政府编制了本报告."""
    words = _wordings(cover)
    starts = {
        *(line for line in flat.lines if line < end),
        *(m.end() for m in _CLAUSE.finditer(flat.text, 0, end)),
    }
    for start in sorted(starts):
        match = words.itself.match(flat.text, start)
        if match and not _OTHER_SUBJECT.search(QUOTED.sub("", match["between"])):
            name = _whole_name(flat.text, *match.span("name"), cover)
            if name:
                yield name


def _whole_name(text: str, start: int, end: int, cover: Cover) -> tuple[int, int] | None:
    """The name in `text[start:end]` without the office within the body, None when it is no name."""
    if not starts_as_a_name(text, start, end, cover) or SENTENCE.search(text, start, end):
        return None
    return body_in(text, start, end, cover) or ((start, end) if names_a_place(text, start, end) else None)
