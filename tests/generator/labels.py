"""What happens to labels on their way: variants, misprints, cuts, renumbering, wrapping.

A distorted label must remain a label that a person would recognise, at most a few in a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from .sheet import Box, Kind, Row, Sheet

VARIANTS = {
    "行政规范性文件": ("规范性文件",),
    "规范性文件": ("行政规范性文件",),
    "商业企业": ("企业",),
    "社会公益组织": ("公益组织",),
    "科研机构": ("科研企业", "科研单位"),
    "本年制发件数": ("本年制发数", "本年制发件数(件)"),
    "第二十条第（一）项": ("第二十条 第(一)项", "第二十条第(一)项"),
    "第二十条第（五）项": ("第二十条 第(五)项", "第二十条第(五)项"),
    "第二十条第（六）项": ("第二十条 第(六)项", "第二十条第(六)项"),
    "第二十条第（八）项": ("第二十条 第(八)项", "第二十条第(八)项"),
    "（三）收到申请数": ("（三）收到申请总数",),
    "本年收费金额（单位：万元）": ("本年收费金额(单位:万元)", "本年收费金额（万元）"),
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": (
        "（二）部分公开",
        "(二)部分公开(区分处理的,只计这一情形,不计其他情形)",
    ),
    "三、本年度办理结果": ("三、本年办理结果", "三、本年度办理结果（件）"),
}
MISPRINTS = {
    "2.其他法律行政法规禁止公开": ("2.其他法律行政止公开", "2.其他法律、行政法规禁止公开"),
    "3.危及“三安全一稳定”": ("3.危及“三安全一稳定", '3.危及"三安全一稳定"'),
    "4.保护第三方合法权益": ("4.保护第三方合法利益",),
    "5.属于三类内部事务信息": ("5.属于三类内部事物信息",),
    "6.属于四类过程性信息": ("6.属于四类过程信息",),
    "7.属于行政执法案卷": ("7.属于行政执法卷宗", "7.属于行政执法案件"),
    "1.本机关不掌握相关政府信息": ("1.本机关不掌握相关信息",),
    "2.没有现成信息需要另行制作": ("2.没有现成信息须另行制作",),
    "3.补正后申请内容仍不明确": ("3.补正后申请内容仍不明",),
    "1.信访举报投诉类申请": ("1.信访、举报、投诉类申请",),
    "3.要求提供公开出版物": ("3.要求提供公开的出版物",),
    "5.要求行政机关确认或重新出具已获取信息": ("5.要求行政机关确认或者重新出具已获取信息",),
    "四、结转下年度继续办理": ("四、结转下年继续办理", "四、结转到下年度继续办理"),
    "二、上年结转政府信息公开申请数量": ("二、上年度结转政府信息公开申请数量",),
    "本年处理决定数量": ("本年处理绝对数量", "处理决定数量"),
    "现行有效件数": ("现行有效数",),
    "信息内容": ("信息内",),
    "3.政策解读稿件发布数": ("3.政策解读稿件发布数量",),
    "2.兼职人员数": ("2.兼职人员数量",),
}


REMARKS = {
    "本年制发件数": "本年(2023)制发件数",
    "现行有效件数": "现行有效件数（截至12月31日）",
    "一、本年新收政府信息公开申请数量": "一、本年新收政府信息公开申请数量（1月1日至12月31日）",
    "二、上年结转政府信息公开申请数量": "二、上年（前1年度）结转政府信息公开申请数量",
    "行政许可": "行政许可（含备案）",
    "（七）总计": "（七）总计（第1至6项之和）",
    "规章": "规章（guī zhāng）",
    "行政强制": "行政强制（xíng zhèng qiáng zhì）",
    "2.重复申请": "2.重复申请（2次以上）",
    "（三）收到申请数": "（三）收到申请数（含网上提交）",
}


def _each(sheet: Sheet, change: Callable[[Box], str]) -> Sheet:
    """The sheet with the texts of heads, labels and captions changed."""
    texts = (Kind.HEAD, Kind.LABEL, Kind.CAPTION)
    return sheet.map(lambda box: replace(box, text=change(box)) if box.kind in texts else box)


def vary(sheet: Sheet, rng: Random) -> Sheet:
    """Some labels in another customary wording."""
    return _each(
        sheet,
        lambda box: (
            rng.choice(VARIANTS[box.text]) if box.text in VARIANTS and rng.random() < 0.4 else box.text
        ),
    )


def misprint(sheet: Sheet, rng: Random) -> Sheet:
    """A few labels mistyped, as agencies mistype them."""
    known = [box.text for box in sheet.boxes() if box.text in MISPRINTS]
    chosen = set(rng.sample(known, min(len(known), rng.randint(1, 3))))
    return _each(sheet, lambda box: rng.choice(MISPRINTS[box.text]) if box.text in chosen else box.text)


def renumber(sheet: Sheet, rng: Random) -> Sheet:
    """Enumerators in another punctuation: `1、` for `1.`, `(一)` for `（一）`."""
    style = rng.choice(("{}、", "{}．", "({})", "{}. "))

    def change(box: Box) -> str:
        text = re.sub(r"^(\d)\.", lambda m: style.format(m.group(1)), box.text)
        return re.sub(r"^（([一二三四五六七])）", r"(\1)", text)

    return _each(sheet, change)


def remark(sheet: Sheet, rng: Random) -> Sheet:
    """Some labels with a remark or a gloss, digits among them."""
    return _each(sheet, lambda box: REMARKS.get(box.text, box.text) if rng.random() < 0.5 else box.text)


def behead(sheet: Sheet) -> Sheet:
    """A table without its header rows, as where a page began below them."""
    first = next(n for n, row in enumerate(sheet.rows) if any(box.kind is Kind.VALUE for box in row))
    return replace(sheet, rows=sheet.rows[first:])


def wrap(sheet: Sheet, rng: Random) -> Sheet:
    """Labels broken over lines: tall ones one character to a line, heads in pairs, long ones once."""
    room = rng.randint(14, 22)

    def change(box: Box) -> str:
        text = box.text
        if box.kind is Kind.LABEL and box.rows > 1:
            return "\n".join(text) if rng.random() < 0.5 else text
        if box.kind is Kind.HEAD and box.columns == 1 and 4 <= len(text) <= 6:
            return "\n".join(text[i : i + 2] for i in range(0, len(text), 2))
        if box.kind in (Kind.LABEL, Kind.CAPTION) and len(text) > room:
            return "\n".join(text[i : i + room] for i in range(0, len(text), room))
        return text

    return _each(sheet, change)


def glue(sheet: Sheet, rng: Random) -> Sheet:
    """Neighbouring heads of one row run together where they stand on one line of a page."""

    def glued(row: Row) -> Row:
        if len(row) < 6 or any(box.kind is not Kind.HEAD for box in row):
            return row
        at = rng.randint(1, len(row) - 3)
        joined = replace(row[at], text=row[at].text + row[at + 1].text)
        return (*row[:at], joined, *row[at + 2 :])

    return replace(sheet, rows=tuple(glued(row) for row in sheet.rows))


LABEL_NOISE: dict[str, Callable[[Sheet, Random], Sheet]] = {
    "variant-labels": vary,
    "mistyped-labels": misprint,
    "remarked-labels": remark,
    "renumbered": renumber,
    "wrapped-labels": wrap,
}
