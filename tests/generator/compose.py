"""Composes the report that a plan stands for."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from . import forms, sections, statistics_table, values
from .bodies import Body, draw_body
from .fill import Style, draw_style, fill
from .identities import Number
from .ink import Ink
from .labels import LABEL_NOISE
from .mistakes import plant
from .plan import Plan
from .prose import Teller
from .report import Paragraph, Report
from .sheet import Sheet
from .values import Tier, World


def compose(plan: Plan) -> Report:
    """The report that a plan stands for."""
    rng = Random(f"report {plan.seed}")
    ink = Ink()
    body = draw_body(rng, plan.tier)
    world = _world(plan, rng)
    sheets = _sheets(plan, rng)
    mistake = plant(plan.mistake, sheets, world.values, rng)
    avoided = frozenset(mistake.misprints) if mistake else frozenset()
    printed = frozenset(path for sheet in sheets for path in sheet.paths())
    teller = Teller(rng, ink, body, plan.year, world.values, avoided=avoided, printed=printed)
    title, period = _title(plan, body, rng), _period(plan, rng)
    report = Report(plan, ink, body, world, teller, title, period, mistake=mistake)
    filled = _filled(report, sheets, rng)
    report.blocks.append(Paragraph(_opening(report, rng)))
    if plan.form.startswith("pre2019"):
        sections.before_2019(report, filled, rng)
    else:
        sections.official(report, filled, rng)
    sections.plant_in_prose(report, rng)
    sections.pad(report, rng)
    return report


def _world(plan: Plan, rng: Random) -> World:
    if plan.form == "2021":
        return values.of_form_2021(rng, plan.tier)
    if plan.form == "2019":
        return values.of_form_2019(rng, plan.tier)
    provincial = _is_provincial(plan)
    return values.before_2019(rng, plan.tier, provincial=provincial, cumulative=plan.form != "pre2019")


def _is_provincial(plan: Plan) -> bool:
    return plan.form == "pre2019-cumulative" and plan.seed % 3 != 0


def _sheets(plan: Plan, rng: Random) -> list[Sheet]:
    if plan.form == "pre2019-prose":
        return []
    if plan.form.startswith("pre2019"):
        if _is_provincial(plan):
            return [statistics_table.provincial(plan.year)]
        heads = rng.choice(statistics_table.HEADS)
        return [statistics_table.national(cumulative=plan.form == "pre2019-cumulative", heads=heads)]
    if plan.form == "2021":
        three_rows = rng.random() < 0.75
        return [forms.article_20_of_2021(), forms.requests(three_rows_of_other=three_rows), forms.remedies()]
    # Some agencies keep the old section two beside the new section three.
    three_rows = plan.year >= 2021 and rng.random() < 0.3
    return [forms.article_20_of_2019(), forms.requests(three_rows_of_other=three_rows), forms.remedies()]


def _filled(report: Report, sheets: list[Sheet], rng: Random) -> list[Sheet]:
    plan = report.plan
    style = draw_style(rng, idle=plan.tier is Tier.IDLE)
    if plan.form.startswith("pre2019"):
        style = replace(style, blank_totals=False)
    if plan.layout == "L7":
        style = replace(style, sparse=True)
    if plan.markup == "md" and style.slash in ("-", "—"):
        style = replace(style, slash="/")  # a row of dashes is a rule in Markdown
    if report.mistake is not None:
        # Habits that hide cells would hide the mistake.
        style = replace(style, sparse=False, slash="", blank_totals=False, words=False)
    numbers: dict[str, Number] = dict(report.world.values)
    if report.mistake is not None:
        numbers |= report.mistake.misprints
    filled = []
    for sheet in sheets:
        sheet = _unit_of_procurement(sheet, style)
        for name in sorted(plan.noise & LABEL_NOISE.keys()):
            sheet = LABEL_NOISE[name](sheet, rng)
        sheet, printed = fill(sheet, numbers, style, rng, report.ink)
        report.printed |= printed
        filled.append(sheet)
    return filled


def _unit_of_procurement(sheet: Sheet, style: Style) -> Sheet:
    """Amounts without a unit of their own stand below a header that has it."""
    if style.money_units == "万元":
        return sheet
    return sheet.map(
        lambda box: replace(box, text="采购总金额（单位：万元）") if box.text == "采购总金额" else box
    )


def _title(plan: Plan, body: Body, rng: Random) -> str:
    kind = rng.choice(("政府信息公开工作年度报告", "政府信息公开工作年度报告", "政府信息公开年度报告"))
    if rng.random() < 0.5:
        return f"{plan.year}年{body.issuer}{kind}"
    broken = "\n" if plan.layout == "L5" and rng.random() < 0.6 else ""
    return f"{body.issuer}{broken}{plan.year}年{kind}"


def _period(plan: Plan, rng: Random) -> tuple[str, str] | None:
    return (f"{plan.year}-01-01", f"{plan.year}-12-31") if rng.random() < 0.8 else None


def _opening(report: Report, rng: Random) -> str:
    year = report.plan.year
    text = f"根据《中华人民共和国政府信息公开条例》有关规定，{report.body.issuer}编制本报告。"
    if report.period is not None:
        till = rng.choice((f"{year}年12月31日", "12月31日"))
        text += rng.choice(
            (
                f"本报告所列数据的统计期限为{year}年1月1日至{till}。",
                f"报告中所列数据的统计期限自{year}年1月1日起至{till}止。",
            )
        )
    if rng.random() < 0.5:
        phone = f"0{rng.randint(310, 998)}-{rng.randint(2000000, 8999999)}"
        text += f"如对本报告有疑问，请与办公室联系（电话：{phone}，邮编：{rng.randint(110000, 670000)}）。"
    return text
