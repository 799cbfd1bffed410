"""One generated report: its bytes, what is true of it, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass

from . import noise, paper
from .compose import compose
from .gold import Gold, gold_of
from .plan import PAPER_LAYOUTS, Plan
from .render import Rendered, render
from .report import Report


@dataclass(frozen=True)
class Case:
    """A report as a reader gets it. `text` is None for markup whose text only the reader knows."""

    plan: Plan
    data: bytes
    suffix: str
    text: str | None
    gold: Gold


def generate(seed: int, form: str | None = None, layout: str | None = None) -> Case:
    """The report of a seed, in a given form and layout or in random ones."""
    return realize(Plan.draw(seed, form, layout))


def realize(plan: Plan) -> Case:
    """The report that a plan stands for."""
    report = compose(plan)
    if plan.layout in PAPER_LAYOUTS:
        return _on_paper(report)
    rendered = render(report)
    text, places = report.ink.reveal(rendered.text)
    gold = gold_of(report, rendered, places)
    if plan.noise & {"traditional", "traditional-words"}:
        _accept_traditional(gold, words="traditional-words" in plan.noise)
    html = plan.markup == "html"
    gold.places = None if html else places
    return Case(plan, _encoded(text, plan.encoding), _SUFFIXES[plan.markup], None if html else text, gold)


def _on_paper(report: Report) -> Case:
    """The report as a file whose text only its reader knows, but for a Word document."""
    plan = report.plan
    printed = paper.print_report(report)
    text, places = report.ink.reveal(printed.text)
    gold = gold_of(report, Rendered(printed.text), places)
    if plan.noise & {"traditional", "traditional-words"}:
        _accept_traditional(gold, words="traditional-words" in plan.noise)
    known = plan.markup == "docx"
    gold.places = places if known else None
    gold.spots = printed.spots or None
    return Case(plan, printed.data, f".{plan.markup}", text if known else None, gold)


_SUFFIXES = {"text": ".txt", "md": ".md", "html": ".html"}


def _accept_traditional(gold: Gold, *, words: bool) -> None:
    for path in ("title", "issuer"):
        told = [str(gold.values[path]), *map(str, gold.accept.get(path, []))]
        gold.accept.setdefault(path, []).extend(noise.to_traditional(t, words=words) for t in told)


def _encoded(text: str, encoding: str) -> bytes:
    """The bytes of the text; in UTF-8 where the encoding lacks one of its characters."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode("utf-8")
