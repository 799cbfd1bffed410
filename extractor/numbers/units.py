"""Measure words and units that follow a number in official reports."""

from __future__ import annotations

_WORDS = """
件次 条次 人次 场次 批次 班次 篇次 户次
件 条 份 篇 期 项 个 起 宗 例 封 只 人 名 位 次 场 批 部 本 册 大类 类 种 家 户
处 幅 张 则 通 套 卷 台 届 轮 支 辆 股 页 版 天 小时 倍
"""
COUNTERS = tuple(_WORDS.split())
MONEY = ("亿元", "万元", "元")

# Longest first, so that 件次 is not read as 件.
UNIT = "|".join(sorted((*COUNTERS, *MONEY), key=len, reverse=True))
