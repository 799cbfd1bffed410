"""What the reader of the record is told about the model: what it could not read, and what does not count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..values import Finding, Severity
from .ask import Answered
from .grounding import Discarded
from .plan import Request

UNREAD = {
    "timeout": "超时",
    "dropped": "连接中断",
    "unreachable": "无法连接",
    "server_error": "服务器出错",
    "rate_limited": "请求过于频繁",
    "garbled": "回应无法识别",
    "too_long": "超出模型的长度",
    "invalid_json": "回答不是 JSON",
    "wrong_type": "回答类型不对",
    "refused": "拒绝回答",
    "truncated": "回答被截断",
    "empty": "回答为空",
    "thinking": "只思考而没有回答（可用 --parameter max_tokens=4000 给它更多余地）",
    "budget": "已到令牌预算",
}

DISCARDED = {
    "no_number": "没有给出数字",
    "not_whole": "不是整数",
    "quote_not_found": "引文不在该段原文中",
    "not_in_quote": "数字不在引文中",
    "no_label": "引文没有该项指标的字样",
    "other_label": "引文说的是另一项指标",
    "other_unit": "量词不是该项指标的",
    "cumulative": "是累计数",
    "other_period": "是其他时期的数字",
    "part": "只是一部分的数字",
    "negative": "是负数",
    "instruction": "引文是对模型的指令",
    "cells": "一行的格数不符",
    "other_list": "不是该列表的内容",
    "cut": "引文不完整",
    "length": "引文长短不当",
    "repeated": "重复",
    "contradictory": "前后回答不一致",
}


def unread_finding(request: Request, answered: Answered) -> Finding:
    """A section, or part of one, that the model did not read."""
    heading = request.heading or "无标题"
    reason = answered.unread or ""
    detail = f"（{answered.detail}）" if answered.detail else ""
    paths = tuple(p for q in answered.missing for p in (q.columns or (q.path,)))
    return Finding(
        rule="llm.unread",
        severity=Severity.WARNING,
        message=(
            f"模型没有读到“{heading}”中的 {len(paths)} 个字段：{UNREAD.get(reason, reason)}{detail}；"
            "以规则的结果为准 / "
            f"the model did not read {len(paths)} fields of this section: {reason.replace('_', ' ')}; "
            "the record of the rules stands"
        ),
        paths=paths,
        spans=(request.span,),
    )


def discarded_finding(discarded: Sequence[Discarded]) -> Finding:
    """All answers that do not count, by reason."""
    reasons = Counter(d.reason for d in discarded).most_common()
    zh = "、".join(f"{DISCARDED.get(reason, reason)} {number}" for reason, number in reasons)
    en = ", ".join(f"{reason.replace('_', ' ')} {number}" for reason, number in reasons)
    return Finding(
        rule="llm.discarded",
        severity=Severity.INFO,
        message=(
            f"模型有 {len(discarded)} 个回答未采用：{zh} / "
            f"{len(discarded)} answers of the model do not count: {en}"
        ),
        paths=tuple(dict.fromkeys(d.path for d in discarded)),
    )


def unavailable_finding(message: str) -> Finding:
    """The model could not be reached or used, and was optional."""
    return Finding(
        rule="llm.unavailable",
        severity=Severity.WARNING,
        message=(
            f"没有用上模型，以规则的结果为准：{message} / "
            f"no model was used, the record of the rules stands: {message}"
        ),
    )
