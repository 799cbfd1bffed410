"""A composed report as text, Markdown or HTML, with all the noise of its plan; still marked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html import escape
from random import Random

from . import layouts, markup, noise, torn, wording
from .labels import behead, glue, wrap
from .report import Block, Heading, Paragraph, Report
from .row_noise import ROW_NOISE
from .sheet import Kind, Sheet


@dataclass
class Rendered:
    """The marked text, and the paths whose cells have no sure place in it."""

    text: str
    unsure: set[str] = field(default_factory=set)


def render(report: Report) -> Rendered:
    """The report in the layout of its plan."""
    rng = Random(f"render {report.plan.seed}")
    kind = report.plan.markup
    made = _html(report, rng) if kind == "html" else _lines(report, rng)
    text = made.text
    if "spaced-digits" in report.plan.noise:
        text = noise.spaced_digits(text)
    if report.plan.noise & {"traditional", "traditional-words"}:
        text = noise.to_traditional(text, words="traditional-words" in report.plan.noise)
    if "crlf" in report.plan.noise:
        text = text.replace("\n", "\r\n")
    return Rendered(text, made.unsure)


def _lines(report: Report, rng: Random) -> Rendered:
    """Text and Markdown: a list of lines."""
    plan = report.plan
    out = layouts.Flat()
    if "web-text" in plan.noise:
        out.lines += [f"当前位置：{' > '.join(wording.NAVIGATION[:2])}", " | ".join(wording.NAVIGATION)]
    mark = "# " if plan.markup == "md" else ""
    out.lines += [mark + report.title, *_gap(plan.layout)]
    turn = torn.pages(rng, report.title)
    for block in noisy_blocks(report, rng):
        if isinstance(block, Sheet):
            _sheet_lines(report, block, rng, out, turn)
        else:
            out.lines += _prose_lines(report, block, rng)
    if "web-text" in plan.noise:
        out.lines += rng.sample(wording.FOOTERS, 3)
    lines = [line for chunk in out.lines for line in chunk.split("\n")]
    if "one-line" in plan.noise:
        lines = _joined(lines)
    return Rendered("\n".join(lines) + "\n", out.unsure)


def _gap(layout: str) -> list[str]:
    return [""] if layout in ("L4", "md", "md-torn") else []


def _prose_lines(report: Report, block: Block, rng: Random) -> list[str]:
    plan = report.plan
    if isinstance(block, Heading):
        return [
            f"{'#' * (block.level + 1)} {block.text}" if plan.markup == "md" else block.text,
            *_gap(plan.layout),
        ]
    assert isinstance(block, Paragraph)
    if plan.layout == "L5":
        lines = noise.wrapped(block.text, 28)
        if "page-numbers" in plan.noise and len(lines) > 3 and rng.random() < 0.2:
            lines.insert(len(lines) // 2, f"- {rng.randint(1, 9)} -")
        return lines
    return [block.text, *_gap(plan.layout)]


def _sheet_lines(report: Report, sheet: Sheet, rng: Random, out: layouts.Flat, turn: torn.Pages) -> None:
    plan = report.plan
    if plan.damage == "lost-tables":
        return
    if plan.damage == "dropped-rows":
        sheet = _without_rows(sheet, rng)
    if plan.layout == "md":
        out.lines += markup.markdown(sheet, rng)
        return
    if plan.layout == "md-torn":
        out.lines += torn.tear(sheet, rng, turn)
        return
    if plan.layout == "L5" and rng.random() < 0.5:
        sheet = wrap(sheet, rng)
    if plan.layout == "L5" and rng.random() < 0.15:
        sheet = glue(sheet, rng)
    if ("lost-heads" if sheet.name == "requests" else f"headless-{sheet.name}") in plan.noise:
        sheet = behead(sheet)
    for name in sorted(plan.noise & ROW_NOISE.keys()):
        sheet, unsure = ROW_NOISE[name](sheet, Random(f"{name} {sheet.name} {plan.seed}"))
        out.unsure |= unsure
    begun = len(out.lines)
    for part in _parts(sheet, rng) if "page-numbers" in plan.noise else [sheet]:
        if part is not sheet and part.rows != sheet.rows[: len(part.rows)]:
            out.lines += [line for line in turn.turn() if line]
        if plan.layout == "mixed":
            layouts.flatten_mixed(part, rng, out)
        else:
            layouts.flatten(part, plan.layout, rng, out)
    if plan.damage == "deduplicated":
        out.lines[begun:] = noise.deduplicated(out.lines[begun:], rng)
    if plan.damage == "lost-lines":
        out.lines[begun:] = noise.without_some(out.lines[begun:], rng)
        out.unsure.update(sheet.paths())
    if plan.damage == "skeleton":
        out.lines[begun:] = noise.skeleton(out.lines[begun:], rng)


def _parts(sheet: Sheet, rng: Random) -> list[Sheet]:
    """The sheet cut at page ends, between rows."""
    size = rng.randint(8, 20)
    return [Sheet(sheet.name, sheet.rows[i : i + size]) for i in range(0, len(sheet.rows), size)]


def _without_rows(sheet: Sheet, rng: Random) -> Sheet:
    """The sheet with one to three rows lost; rows that open a group stay."""
    able = [
        n
        for n, row in enumerate(sheet.rows)
        if any(box.kind is Kind.VALUE for box in row) and all(box.rows == 1 for box in row) and len(row) > 1
    ]
    lost = set(rng.sample(able, min(len(able), rng.randint(1, 3)))) if sheet.name != "remedies" else set()
    return replace(sheet, rows=tuple(row for n, row in enumerate(sheet.rows) if n not in lost))


def _joined(lines: list[str]) -> list[str]:
    """Neighbouring lines of prose run together into one line each; tables stay."""
    joined: list[str] = []
    run: list[str] = []
    for line in [*lines, "|"]:
        is_prose = ("|" not in line and len(line) > 30) or re.match(r"[一二三四五六七八]、", line) is not None
        if is_prose:
            run.append(line)
            continue
        if run:
            joined.append(" ".join(run))
            run = []
        joined.append(line)
    return joined[:-1]


def noisy_blocks(report: Report, rng: Random) -> list[Block]:
    """The blocks with the noise that touches headings and the division into tables."""
    noisy: list[Block] = []
    change = rng.choice(HEADINGS)
    for block in report.blocks:
        if isinstance(block, Heading) and "headings" in report.plan.noise:
            noisy.append(replace(block, text=change(block.text)))
        elif isinstance(block, Sheet) and "separate-tables" in report.plan.noise:
            noisy += block.divided()
        else:
            noisy.append(block)
    return noisy


HEADINGS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("、", "、 ", 1),
    lambda text: re.sub(r"^([一二三四五六七八九])、", r"（\1）", text),
    lambda text: re.sub(r"^([一二三四五六七八九])、", r"\1.", text),
    lambda text: f"　　{text}",
    lambda text: re.sub(r"^[一二三四五六七八九]、", "", text),
)
"""Other ways to write a section's heading; the last leaves out its number."""


def _html(report: Report, rng: Random) -> Rendered:
    plan = report.plan
    body: list[str] = []
    for block in noisy_blocks(report, rng):
        if isinstance(block, Sheet):
            body.append(markup.HTML_TABLES[plan.layout](block, rng))
        elif isinstance(block, Heading):
            body.append(rng.choice(("<h3>{}</h3>", "<p><strong>{}</strong></p>")).format(escape(block.text)))
        else:
            body.append(_html_paragraph(plan.layout, escape(block.text, quote=False)))
    charset = f'<meta charset="{plan.encoding}">' if rng.random() < 0.7 else ""
    menu = "".join(f'<li><a href="/{n}/">{name}</a></li>' for n, name in enumerate(wording.NAVIGATION))
    title = report.title.replace("\n", "")
    footer = "".join(f"<p>{line}</p>" for line in rng.sample(wording.FOOTERS, 3))
    content = "\n".join(body)
    if rng.random() < 0.2:
        content = f'<table width="1000" align="center"><tr><td></td><td>\n{content}\n</td></tr></table>'
    return Rendered(
        f"<!DOCTYPE html>\n<html>\n<head>{charset}<title>{title}_政府门户网站</title>\n"
        "<style>td{border:1px solid #000}</style><script>var count=128;</script></head>\n<body>\n"
        f'<div class="nav"><ul>{menu}</ul></div>\n<div class="article">\n<h1>{title}</h1>\n'
        f'<div class="info">发布时间：{plan.year + 1}-01-2{rng.randint(0, 9)} '
        f"浏览次数：{rng.randint(20, 900)}</div>\n"
        + content
        + f'\n</div>\n<div class="footer">{footer}</div>\n</body>\n</html>\n'
    )


def _html_paragraph(layout: str, text: str) -> str:
    if layout == "html-word":
        return (
            '<p class=MsoNormal style="text-indent:32.0pt"><span style="font-family:仿宋_GB2312">'
            f"{text}<span lang=EN-US><o:p></o:p></span></span></p>"
        )
    return f"<p>　　{text}</p>"
