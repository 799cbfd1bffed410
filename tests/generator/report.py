"""Composes one report: title, sections, sentences and filled tables, with account of what they say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from . import facts, forms, statistics_table, values, wording
from .bodies import Body, draw_body
from .fill import Printed, Said, Style, draw_style, fill
from .identities import Number
from .ink import Ink
from .labels import LABEL_NOISE
from .mistakes import Mistake, plant
from .plan import Plan
from .prose import Teller
from .sheet import Sheet
from .values import Tier, World


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading; level 1 is a section."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of prose."""

    text: str


Block = Heading | Paragraph | Sheet


@dataclass
class Report:
    """A composed report before it is rendered.

    `title` may hold a line break. `printed` is what the tables print, by path; `teller` knows what
    the prose states. `lists` counts the problems and improvements it enumerates.
    """

    plan: Plan
    ink: Ink
    body: Body
    world: World
    teller: Teller
    title: str
    period: tuple[str, str] | None
    blocks: list[Block] = field(default_factory=list)
    printed: dict[str, Printed] = field(default_factory=dict)
    lists: dict[str, int] = field(default_factory=dict)
    mistake: Mistake | None = None


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
        _compose_before_2019(report, filled, rng)
    else:
        _compose_official(report, filled, rng)
    _plant_in_prose(report, rng)
    _pad(report, rng)
    return report


def _world(plan: Plan, rng: Random) -> World:
    if plan.form == "2021":
        return values.of_form_2021(rng, plan.tier)
    if plan.form == "2019":
        return values.of_form_2019(rng, plan.tier)
    provincial = _is_provincial(plan)
    return values.before_2019(
        rng, plan.tier, provincial=provincial, cumulative=plan.form == "pre2019-cumulative"
    )


def _is_provincial(plan: Plan) -> bool:
    return plan.form == "pre2019-cumulative" and plan.seed % 3 != 0


def _sheets(plan: Plan, rng: Random) -> list[Sheet]:
    if plan.form == "pre2019-prose":
        return []
    if plan.form.startswith("pre2019"):
        if _is_provincial(plan):
            return [statistics_table.provincial(plan.year)]
        return [statistics_table.national(cumulative=plan.form == "pre2019-cumulative")]
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


def _compose_official(report: Report, sheets: list[Sheet], rng: Random) -> None:
    """The six sections that the forms of 2019 and 2021 prescribe."""
    report.blocks.append(Heading("一、总体情况"))
    _overview(report, rng)
    titles = (
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    )
    for title, sheet in zip(titles, sheets, strict=True):
        report.blocks += [Heading(title), sheet]
    tail = rng.choice(("情况", "措施"))
    report.blocks.append(Heading(f"五、存在的主要问题及改进{tail}"))
    _problems(report, rng)
    report.blocks.append(Heading("六、其他需要报告的事项"))
    told = report.teller.tell(facts.FEES) if rng.random() < 0.5 else []
    report.blocks.append(Paragraph("".join([*told, "没有其他需要报告的事项。"])))


def _overview(report: Report, rng: Random) -> None:
    teller = report.teller
    opening = teller.plain(f"{{year}}年，{rng.choice(wording.OVERVIEW)}")
    report.blocks.append(Paragraph(opening + "".join(teller.some(wording.OVERVIEW, 2))))
    rooms = (
        (
            "主动公开情况",
            [
                *teller.tell_some(facts.PROACTIVE, 0.4),
                *teller.tell_some(facts.RESPONSE, 0.3),
                *teller.distractor("proactive"),
            ],
        ),
        ("依申请公开情况", [*_request_sentences(report, rng), *teller.distractor("requests")]),
        ("政府信息管理情况", teller.some(wording.MANAGEMENT, 3)),
        ("平台建设情况", [*teller.some(wording.PLATFORM, 2), *teller.distractor("platform")]),
        ("监督保障情况", teller.some(wording.OVERSIGHT, 3)),
    )
    for number, (title, sentences) in enumerate(rooms):
        text = "".join(sentences) or "各项工作有序推进。"
        report.blocks.append(Paragraph(f"（{wording.ORDINALS[number]}）{title}。{text}"))


def _request_sentences(report: Report, rng: Random) -> list[str]:
    teller = report.teller
    old = report.plan.form.startswith("pre2019")
    sentences = (
        teller.tell(facts.RECEIVED_BEFORE_2019 if old else facts.RECEIVED) if rng.random() < 0.75 else []
    )
    if sentences and "requests.received.total" in teller.stated and rng.random() < 0.5:
        sentences += teller.tell(facts.CHANNELS)
    sentences += teller.tell_some(facts.ANSWERED_BEFORE_2019 if old else facts.ANSWERED, 0.4)
    if not old:
        sentences += teller.tell_some(facts.REMEDIES, 0.4)
    return sentences


def _compose_before_2019(report: Report, sheets: list[Sheet], rng: Random) -> None:
    """The sections that reports had before the forms: prose first, the table last."""
    teller = report.teller
    chance = 0.75 if not sheets else 0.4
    rooms = (
        (
            "概述",
            [teller.plain(f"{{year}}年，{rng.choice(wording.OVERVIEW)}"), *teller.some(wording.OVERVIEW, 3)],
        ),
        (
            "主动公开政府信息情况",
            [
                *teller.tell_some(facts.PROACTIVE, chance),
                *teller.tell_some((facts.NORMATIVE,), chance / 2),
                *teller.distractor("proactive"),
            ],
        ),
        (
            "回应解读情况",
            [
                *teller.tell_some(facts.RESPONSE, chance),
                *teller.some(wording.PLATFORM, 2),
                *teller.distractor("platform"),
            ],
        ),
        ("依申请公开政府信息情况", [*_request_sentences(report, rng), *teller.distractor("requests")]),
        ("因政府信息公开申请行政复议、提起行政诉讼的情况", teller.tell_some(facts.REMEDIES, chance)),
        (
            "机构建设和保障经费情况",
            [*teller.tell_some(facts.RESOURCES, chance), *teller.some(wording.OVERSIGHT, 2)],
        ),
        ("政府信息公开的收费及减免情况", teller.tell(facts.FEES) if rng.random() < chance else []),
    )
    number = 0
    for title, sentences in rooms:
        if not sentences:
            continue
        report.blocks += [Heading(f"{wording.ORDINALS[number]}、{title}"), Paragraph("".join(sentences))]
        number += 1
    numerals = "一二三四五六七八九十"
    report.blocks.append(Heading(f"{numerals[number]}、存在的主要问题和改进措施"))
    _problems(report, rng)
    for sheet in sheets:
        report.blocks += [
            Heading(rng.choice(("附表：政府信息公开情况统计表", "政府信息公开情况统计表"))),
            sheet,
        ]


def _problems(report: Report, rng: Random) -> None:
    """Problems and measures, enumerated in one of the usual ways."""
    problems = rng.sample(wording.PROBLEMS, rng.randint(2, 4))
    measures = rng.sample(wording.IMPROVEMENTS, rng.randint(2, 5))
    report.lists = {"problems": len(problems), "improvements": len(measures)}
    year = report.plan.year
    lead = f"{year}年，{report.body.own}政府信息公开工作取得一定成效，但仍存在一些不足，主要表现在："
    later = f"{year + 1}年，{report.body.own}将重点做好以下工作："
    if rng.random() < 0.7:
        report.blocks.append(Paragraph(lead + _inline(problems)))
        report.blocks.append(Paragraph(later + _inline(measures)))
        return
    report.blocks.append(Paragraph(lead))
    report.blocks += [Paragraph(f"{n}.{text}。") for n, text in enumerate(problems, 1)]
    report.blocks.append(Paragraph(later))
    report.blocks += [Paragraph(f"{n}.{text}。") for n, text in enumerate(measures, 1)]


def _inline(items: list[str]) -> str:
    return "；".join(f"{wording.ORDINALS[n]}是{text}" for n, text in enumerate(items)) + "。"


def _pad(report: Report, rng: Random) -> None:
    """More paragraphs without figures, up to the length that the plan demands."""
    pool = (*wording.OVERVIEW, *wording.MANAGEMENT, *wording.PLATFORM, *wording.OVERSIGHT)
    size = sum(len(block.text) for block in report.blocks if not isinstance(block, Sheet))
    while size < report.plan.length:
        text = "".join(report.teller.plain(rng.choice(pool)) for _ in range(8))
        report.blocks.insert(3, Paragraph(text))
        size += len(text)


def _plant_in_prose(report: Report, rng: Random) -> None:
    """Plants the mistakes of prose: an indicator told twice, or a share that its numbers contradict."""
    kind = report.plan.mistake
    if kind == "share":
        asked, pleased = rng.randint(200, 900), 0
        pleased = rng.randint(asked // 2, asked * 4 // 5)
        stated = f"{pleased / asked * 100 + rng.choice((-9, 7, 12)):.1f}%"
        text = f"全年回访申请人{asked}人次，其中表示满意的{pleased}人次，满意率为{stated}。"
        report.mistake = Mistake("share", quote=stated)
        report.blocks.insert(3, Paragraph(text))
    elif kind == "repeat":
        path = "requests.received.total"
        in_table = report.printed.get(path)
        if path not in report.teller.stated and (in_table is None or in_table.said is not Said.STATED):
            return
        told = report.world.values[path]
        other = int(told) + rng.randint(1, 9)
        text = f"全年共收到政府信息公开申请{report.ink.mark(str(other), path)}件。"
        report.mistake = Mistake("repeat", {path: other}, frozenset({path}))
        report.blocks.insert(3, Paragraph(text))
