"""Reads the lists in one section: which enumeration is which list, and where its entries end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .markers import Marker
from .outline import Entry, Run, outline, paragraph_end, paragraphs
from .series import find_series, sole_sentence
from .words import ListWords, of_heading, of_run

_SENTENCE_ENDS = "。;!?\n"
LONGEST_SENTENCE = 300
"""Characters before an enumeration in which the sentence that leads to it begins."""


@dataclass
class Lists:
    """Entries of every list as ranges of the section's text; `unnumbered` are the lists read from series."""

    entries: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    unnumbered: set[str] = field(default_factory=set)

    def add(self, words: ListWords, start: int, end: int) -> None:
        """One more entry."""
        self.entries.setdefault(words.path, []).append((start, end))


def read_section(
    text: str, markers: Iterable[Marker], lists: Sequence[ListWords], default: ListWords | None
) -> Lists:
    """The lists that `text`, the body of a section (half width), enumerates.

    `lists` are those that the section can hold, `default` the one its heading announces.
    """
    return _Section(text, lists, default).read(markers)


class _Section:
    def __init__(self, text: str, lists: Sequence[ListWords], default: ListWords | None) -> None:
        self.text = text
        self.lists = lists
        self.default = default
        self.found = Lists()

    def read(self, markers: Iterable[Marker]) -> Lists:
        roots, end = outline(markers)
        end = len(self.text) if end is None else end
        runs = self._settled(roots, 0, end)
        for run, before in zip(runs, [None, *runs], strict=False):
            self._take(run, self._next_list(run, before))
        for words in self.lists:
            if words.path not in self.found.entries:
                self._take_series(words, 0, runs[0].start if runs else end)
        for words in self.lists[1:]:  # the measures may follow the problems without a number
            if runs and words.path not in self.found.entries:
                self._take_series(words, runs[-1].end, end)
        return self.found

    def _next_list(self, run: Run, before: Run | None) -> ListWords | None:
        """The list declared next to that of the run before, where nothing stands between the two: a report
        that begins to count again without a word has gone over from its problems to its measures."""
        if before is None or self.text[before.end : run.start].strip() or self._headed(before):
            return None
        listed = self._list_of(before)
        following = self.lists[self.lists.index(listed) + 1 :] if listed else ()
        return following[0] if following else None

    def _settled(self, runs: Sequence[Run], start: int, end: int) -> list[Run]:
        """The runs with the ends of their entries; those that lie behind the end of the last entry that
        they began in follow it as its equals."""
        settled: list[Run] = []
        for number, run in enumerate(runs):
            stop = self._sentence_start(runs[number + 1].start) if number + 1 < len(runs) else end
            run.lead = start
            for entry, following in zip(run.entries, run.entries[1:], strict=False):
                entry.end = following.marker
                entry.runs = self._settled(entry.runs, entry.start, entry.end)
            last = run.entries[-1]
            last.end = self._end_of_last(run, stop)
            inner = [r for r in last.runs if r.start < last.end]
            outer = last.runs[len(inner) :]
            reach = self._sentence_start(outer[0].start) if outer else stop
            last.runs = self._settled(inner, last.start, reach)
            last.end = max([last.end, *(r.end for r in last.runs)])
            settled += [run, *self._settled(outer, last.end, stop)]
            start = settled[-1].end
        return settled

    def _end_of_last(self, run: Run, stop: int) -> int:
        """The last entry ends with as many paragraphs as the longest has, or where another list begins."""
        last = run.entries[-1]
        last.end = stop
        if self._headed(run):
            return stop
        others = run.entries[:-1]
        longest = max((paragraphs(self.text, e.start, e.end) for e in others), default=1)
        end = paragraph_end(self.text, last.start, stop, longest)
        turn = self._turn(last, self._list_of(run))
        return end if turn is None or self._mixed(run) else min(end, turn[0])

    def _take(self, run: Run, announced: ListWords | None) -> None:
        """Add the entries of a run to the list it is; `announced` is the list of the heading above it."""
        if self._headed(run):
            for entry in run.entries:
                self._take_headed(entry)
            return
        words = self._list_of(run, announced)
        if words is None:
            for inner in (inner for entry in run.entries for inner in entry.runs):
                self._take(inner, None)
            return
        mixed = self._mixed(run)
        for entry in run.entries:
            turn = self._turn(entry, words) if mixed else None
            self.found.add(words, entry.start, turn[0] if turn else entry.end)
            if turn:
                self.found.add(turn[1], turn[0], entry.end)

    def _take_headed(self, entry: Entry) -> None:
        """The lists below an entry that is only a heading: (一)存在的主要问题."""
        announced = of_heading(self.text[entry.start : entry.end], self.lists)
        words = announced[0] if len(announced) == 1 else None
        for run in entry.runs:
            self._take(run, words)
        if words is not None and words.path not in self.found.entries:
            self._take_series(words, entry.start, entry.runs[0].start if entry.runs else entry.end)
        if words is not None and words.path not in self.found.entries and not entry.runs:
            self._take_unnumbered(words, sole_sentence(self.text, entry.start, entry.end, words))

    def _take_series(self, words: ListWords, start: int, end: int) -> None:
        others = [other for other in self.lists if other is not words]
        self._take_unnumbered(words, find_series(self.text, start, end, words, others))

    def _take_unnumbered(self, words: ListWords, entries: Iterable[tuple[int, int]]) -> None:
        for entry in entries:
            self.found.add(words, *entry)
            self.found.unnumbered.add(words.path)

    def _headed(self, run: Run) -> bool:
        """Whether the entries of a run are headings, half of them at least."""
        headings = sum(bool(of_heading(self.text[e.start : e.start + 40], self.lists)) for e in run.entries)
        return 2 * headings >= len(run.entries)

    def _list_of(self, run: Run, announced: ListWords | None = None) -> ListWords | None:
        entries = [self.text[e.start : e.start + 200] for e in run.entries]
        return of_run(self.text[run.lead : run.start], entries, self.lists) or announced or self.default

    def _mixed(self, run: Run) -> bool:
        """Whether most entries but the last turn to another list: each problem with its measure."""
        words = self._list_of(run)
        turns = sum(self._turn(entry, words) is not None for entry in run.entries[:-1])
        return len(run.entries) > 1 and 2 * turns >= len(run.entries) - 1

    def _turn(self, entry: Entry, words: ListWords | None) -> tuple[int, ListWords] | None:
        """Where in an entry a sentence begins that leads to another list than its own, and to which."""
        turns = [
            (found.start(1), other)
            for other in self.lists
            if other is not words and (found := other.opener.search(self.text, entry.start, entry.end))
        ]
        return min(turns, key=lambda turn: turn[0], default=None)

    def _sentence_start(self, at: int) -> int:
        """Where the sentence that holds `at` begins, at most LONGEST_SENTENCE before it."""
        low = max(0, at - LONGEST_SENTENCE)
        return max(low, *(self.text.rfind(end, low, at) + 1 for end in _SENTENCE_ENDS))
