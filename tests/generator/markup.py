"""Tables in markup: clean Markdown, and HTML as browsers save it in three shapes."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from random import Random

from .ink import MARK
from .sheet import Box, Kind, Sheet


def markdown(sheet: Sheet, rng: Random) -> list[str]:
    """A pipe table of the full matrix; places that a box spans are empty or repeat it."""
    repeat = rng.random() < 0.25
    rows = [_markdown_row(row, repeat=repeat) for row in sheet.grid()]
    rule = "|" + "---|" * len(sheet.grid()[0])
    return ["", rows[0], rule, *rows[1:], ""]


def _markdown_row(row: list[Box | None], *, repeat: bool) -> str:
    texts: list[str] = []
    for box in row:
        if box is not None:
            texts.append(box.text.replace("\n", "<br>"))
        else:
            texts.append(texts[-1] if repeat and texts and _is_head(row) else "")
    return "| " + " | ".join(texts) + " |"


def _is_head(row: list[Box | None]) -> bool:
    return not any(box is not None and box.kind is Kind.VALUE for box in row)


def spanned(sheet: Sheet, rng: Random) -> str:
    """HTML with rowspan and colspan."""
    tag = "th" if rng.random() < 0.3 else "td"
    rows = []
    for row in sheet.rows:
        cells = "".join(_cell(box, tag if box.kind is Kind.HEAD else "td") for box in row)
        rows.append(f"<tr>{cells}</tr>")
    return _table(rows, 'border="1" cellspacing="0" cellpadding="0"')


def _cell(box: Box, tag: str) -> str:
    spans = (f' rowspan="{box.rows}"' if box.rows > 1 else "") + (
        f' colspan="{box.columns}"' if box.columns > 1 else ""
    )
    return f"<{tag}{spans}>{_content(box.text)}</{tag}>"


def with_holes(sheet: Sheet, rng: Random) -> str:
    """HTML with empty cells where boxes should span."""
    empty = rng.choice(("<td></td>", "<td>&nbsp;</td>", "<td> </td>"))
    rows = []
    for row in sheet.grid():
        cells = "".join(f"<td>{_content(box.text)}</td>" if box is not None else empty for box in row)
        rows.append(f"<tr>\n{cells}\n</tr>")
    return _table(rows, 'class="table"')


def word_paste(sheet: Sheet, rng: Random) -> str:
    """HTML as Word pastes it: classes, styles, `o:p`, numbers broken over spans."""
    rows: list[str] = []
    for row in sheet.rows:
        cells = "".join(_word_cell(box, rng) for box in row)
        rows.append(f"<tr style='mso-yfti-irow:{len(rows)};height:17.0pt'>\n{cells}</tr>")
    return _table(rows, 'class=MsoNormalTable border=0 style="border-collapse:collapse"')


def _word_cell(box: Box, rng: Random) -> str:
    spans = (f" rowspan={box.rows}" if box.rows > 1 else "") + (
        f" colspan={box.columns}" if box.columns > 1 else ""
    )
    style = 'style="font-size:9.0pt;font-family:宋体;mso-bidi-font-family:宋体"'
    inner = "".join(f"<span lang=EN-US {style}>{part}</span>" for part in _broken(box.text, rng))
    return (
        f'<td width=63{spans} style="border:solid windowtext 1.0pt;padding:0cm 0cm 0cm 0cm">\n'
        f'<p class=MsoNormal align=center style="text-align:center">{inner}<o:p></o:p></p>\n</td>\n'
    )


def _broken(text: str, rng: Random) -> list[str]:
    """The text in one to three pieces; an empty cell holds a no-break space."""
    if not MARK.sub("", text):
        return [f"{text}&nbsp;"]
    content = _content(text)
    if len(content) < 4 or "<" in content or "&" in content or rng.random() < 0.6:
        return [content]
    at = rng.randint(1, len(content) - 1)
    return [content[:at], content[at:]]


def _content(text: str) -> str:
    return re.sub(r"\n", "<br/>", escape(text, quote=False))


def _table(rows: list[str], attributes: str) -> str:
    return f"<table {attributes}>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"


HTML_TABLES: dict[str, Callable[[Sheet, Random], str]] = {
    "html-span": spanned,
    "html-holes": with_holes,
    "html-word": word_paste,
}
