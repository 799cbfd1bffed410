"""Sentences that state a zero without a number: 未收到申请, 无行政复议, 没有收取费用."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from ..declare.prose import Denial
from .match import Wording
from .sentences import Sentence, plain

_SIGN = re.compile(r"[未没无不零]")
_NEGATION = re.compile(r"(?P<unconcerned>不涉及)|未曾|未有|未(?!来)|没有|没|(?<![有毫若如])无|不存在|零")
_ADVERBS = re.compile(r"[均都也并暂尚从为是]+$")
# What stands before the thing: 四、, (一), 我局2016年度.
_LEAD = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[.、](?![0-9]))*"
    r"(?:[我本][局镇乡县市区委办])?(?:20[0-9]{2}年度?)?"
)
_EXCEPT = re.compile(r"除[^,;。]{1,30}外")
_CLAUSE = re.compile(r"[,;:。!?\n]|\.(?![0-9])")
_MEMBERS = re.compile(r"以及|或者|[、和与或]|(?<![涉普危提])及")
_BARE_VERB = re.compile(r"(?:发生|出现|产生|收到|接到|受理|有)?(?:过)?(?:此类|相关|上述)?(?:情况|案件|情形)?")
# What may be unconcerned with fees or remedies: the disclosure as a whole, not a document about it.
_UNCONCERNED = re.compile(
    r"(?:20[0-9]{2}年度?|本年度?|全年)?[,:]?(?:[^,;:]{0,8}[局镇乡县市区委办院厅心道关位])?"
    r"(?:[均都也并暂尚在中的]|所有|上述|以上|工作|办理|过程|政府信息|政务|信息|依申请|申请|公开)*"
)
_AGAIN = re.compile(r"[均也亦]?(?:未曾|未有|未|没有|无|零)")
_REACH = 120
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Denied:
    """An indicator that a clause states to be zero.

    The clause is `text[start:stop]` of the sentence, the negation stands at `at`.
    """

    wording: Wording
    start: int
    stop: int
    at: int


class Denials:
    """The things that the rules of a schema know to be denied."""

    def __init__(self, wordings: Sequence[Wording], denial: Denial) -> None:
        # Atomic, so that hostile repetitions of the filler are read in one way only.
        one = f"(?>{denial.filler})" if denial.filler else "(?!)"
        followed = f"(?:(?>{denial.followed}))*+" if denial.followed else ""
        things = [(wording, "|".join(wording.rule.nothing)) for wording in wordings if wording.rule.nothing]
        self._things = [(wording, re.compile(f"(?:{thing}){followed}")) for wording, thing in things]
        # Most words name no thing at all, which one pattern of all things tells at once.
        any_thing = "|".join(thing for _, thing in things) or "(?!)"
        self._any_thing = re.compile(f"(?:{any_thing}){followed}")
        self._one_filler = re.compile(one)
        self._filler = re.compile(f"(?:{one})*?{followed}")
        # The same words follow one another where a text denies again and again.
        self._things_of = lru_cache(maxsize=_REMEMBERED)(self._things_found)

    def find(self, sentence: Sentence) -> Iterator[Denied]:
        """The indicators that the sentence denies."""
        text = sentence.text
        for sign in _SIGN.finditer(text):
            match = _NEGATION.match(text, sign.start())
            if match is None or _EXCEPT.search(text, max(0, match.start() - _REACH), match.start()):
                continue
            start = _clause_start(text, match.start())
            end = _CLAUSE.search(text, match.end(), match.end() + _REACH)
            stop = end.start() if end else min(len(text), match.end() + _REACH)
            words = plain(text[match.end() : stop])
            denied = self._denied(words)
            if not denied and _BARE_VERB.fullmatch(words):
                denied = self._denied(_subject(text[start : match.start()]))
            if match["unconcerned"]:
                whole = _UNCONCERNED.fullmatch(plain(text[start : match.start()]))
                denied = [wording for wording in denied if whole and wording.rule.concerns]
            yield from (
                Denied(wording, start, stop, match.start())
                for wording in denied
                if wording.nothing_not is None or not wording.nothing_not.search(words)
            )

    def below(self, heading: str, start: int) -> Iterator[tuple[Sentence, Denied]]:
        """The indicators that a lone 无 denies below a heading, which begins at `start` of the running text.

        Each comes with heading and denial as one sentence.
        """
        sentence = Sentence(f"{heading}\n无", start)
        stop = len(sentence.text)
        for wording in self._denied(_subject(heading)):
            yield sentence, Denied(wording, 0, stop, stop - 1)

    def _denied(self, words: str) -> list[Wording]:
        """The rules whose thing makes up each coordinate member of `words`, else all of `words`.

        Members that are mere filler (`公民、法人提出的申请`) count where `words` as a whole are no thing.
        """
        members = _MEMBERS.split(words)
        things = [self._things_of(member) for member in members]
        whole = () if all(things) else self._things_of(words)
        if whole:
            return list(whole)
        # Each member is told by its things, or is filler.
        told = (found or self._filler.fullmatch(m) for m, found in zip(members, things, strict=True))
        return list(chain.from_iterable(things)) if all(told) else []

    def _things_found(self, words: str) -> tuple[Wording, ...]:
        """The rules whose thing is what stands in `words` behind some filler."""
        starts = [start for start in self._starts(words) if self._any_thing.fullmatch(words, start)]
        return tuple(
            wording
            for wording, pattern in self._things
            if any(pattern.fullmatch(words, start) for start in starts)
        )

    def _starts(self, words: str) -> Iterator[int]:
        """Where a thing may begin: behind any number of fillers, also where the text denies again first."""
        again = _AGAIN.match(words)
        for start in {again.end() if again else 0, 0}:
            at: int | None = start
            while at is not None:
                yield at
                filler = self._one_filler.match(words, at)
                at = filler.end() if filler and filler.end() > at else None


def _clause_start(text: str, at: int) -> int:
    """Where the clause begins that ends at `at`, or that the colon before `at` ends (收费情况:无)."""
    end = at - 1 if text[at - 1 : at] == ":" else at
    return end - len(_CLAUSE.split(text[max(0, end - _REACH) : end])[-1])


def _subject(words: str) -> str:
    """What is said not to be, without the enumerator before it and adverbs behind it."""
    return _ADVERBS.sub("", _LEAD.sub("", plain(words).rstrip(":"), count=1))
