"""Finds a title that no line bears, but a sentence announces: 现公布《某县财政局2021年政府信息公开年报》."""

from __future__ import annotations

import re

from ..declare import Cover
from .flat import Flat
from .title import MAX_HEAD, SENTENCE, Title, title_pattern, titled

_BEHIND = re.compile(r"[》〉,。;(\[]|予以|进行|向|公布|公开|发布|公示")
_OWN = ("我", "本", "该", "全", "各", "上级")


def announced_title(flat: Flat, cover: Cover, end: int) -> Title | None:
    """The first title in `flat.text[:end]` that a sentence announces as that of this report.

    It names a body or place, and its year: 我局2021年政府信息公开工作年度报告 is no title, and a report of
    another body or year is announced by other words.
    """
    pattern = title_pattern(cover)
    cues = re.compile("|".join(map(re.escape, cover.announcements)) or "(?!)")
    for core in pattern.core.finditer(flat.text, 0, end):
        if not _BEHIND.match(flat.text, core.end()):
            continue
        low = max(0, core.start() - MAX_HEAD)
        for cue in cues.finditer(flat.text, low, core.start()):
            start = _behind_mark(flat.text, cue.end())
            head = pattern.head.fullmatch(flat.text, start, core.start())
            if head and not SENTENCE.search(head["name"]) and not head["name"].startswith(_OWN):
                title = titled(flat, start, core.end(), head)
                if title.name is not None and title.year is not None:
                    return title
    return None


def _behind_mark(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] in "《〈" else at
