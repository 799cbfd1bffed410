"""The sections of a report: which sentences stand where, and where the tables stand between them."""

from __future__ import annotations

from random import Random

from . import sentences, wording
from .fill import Said
from .mistakes import Mistake
from .report import Heading, Paragraph, Report
from .sheet import Sheet


def official(report: Report, sheets: list[Sheet], rng: Random) -> None:
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
    told = report.teller.tell(sentences.FEES) if rng.random() < 0.5 else []
    report.blocks.append(Paragraph("".join([*told, "没有其他需要报告的事项。"])))


def _overview(report: Report, rng: Random) -> None:
    teller = report.teller
    opening = teller.plain(f"{{year}}年，{rng.choice(wording.OVERVIEW)}")
    report.blocks.append(Paragraph(opening + "".join(teller.some(wording.OVERVIEW, 2))))
    rooms = (
        (
            "主动公开情况",
            [
                *teller.tell_some(sentences.PROACTIVE, 0.4),
                *teller.tell_some(sentences.RESPONSE, 0.3),
                *teller.distractor("proactive"),
            ],
        ),
        ("依申请公开情况", [*_request_sentences(report, rng), *teller.distractor("requests")]),
        ("政府信息管理情况", teller.some(wording.MANAGEMENT, 3)),
        ("平台建设情况", [*teller.some(wording.PLATFORM, 2), *teller.distractor("platform")]),
        ("监督保障情况", teller.some(wording.OVERSIGHT, 3)),
    )
    for number, (title, spoken) in enumerate(rooms):
        text = "".join(spoken) or "各项工作有序推进。"
        report.blocks.append(Paragraph(f"（{wording.ORDINALS[number]}）{title}。{text}"))


def _request_sentences(report: Report, rng: Random) -> list[str]:
    teller = report.teller
    old = report.plan.form.startswith("pre2019")
    spoken = (
        teller.tell(sentences.RECEIVED_BEFORE_2019 if old else sentences.RECEIVED)
        if rng.random() < 0.75
        else []
    )
    if spoken and "requests.received.total" in teller.stated and rng.random() < 0.5:
        spoken += teller.tell(sentences.CHANNELS)
    spoken += teller.tell_some(sentences.ANSWERED_BEFORE_2019 if old else sentences.ANSWERED, 0.4)
    if not old:
        spoken += teller.tell_some(sentences.REMEDIES, 0.4)
    return spoken


def before_2019(report: Report, sheets: list[Sheet], rng: Random) -> None:
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
                *teller.tell_some(sentences.PROACTIVE, chance),
                *teller.tell_some((sentences.NORMATIVE,), chance / 2),
                *teller.distractor("proactive"),
            ],
        ),
        (
            "回应解读情况",
            [
                *teller.tell_some(sentences.RESPONSE, chance),
                *teller.some(wording.PLATFORM, 2),
                *teller.distractor("platform"),
            ],
        ),
        ("依申请公开政府信息情况", [*_request_sentences(report, rng), *teller.distractor("requests")]),
        ("因政府信息公开申请行政复议、提起行政诉讼的情况", teller.tell_some(sentences.REMEDIES, chance)),
        (
            "机构建设和保障经费情况",
            [*teller.tell_some(sentences.RESOURCES, chance), *teller.some(wording.OVERSIGHT, 2)],
        ),
        ("政府信息公开的收费及减免情况", teller.tell(sentences.FEES) if rng.random() < chance else []),
    )
    number = 0
    for title, spoken in rooms:
        if not spoken:
            continue
        report.blocks += [Heading(f"{wording.ORDINALS[number]}、{title}"), Paragraph("".join(spoken))]
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


def pad(report: Report, rng: Random) -> None:
    """More paragraphs without figures, up to the length that the plan demands."""
    pool = (*wording.OVERVIEW, *wording.MANAGEMENT, *wording.PLATFORM, *wording.OVERSIGHT)
    size = sum(len(block.text) for block in report.blocks if not isinstance(block, Sheet))
    while size < report.plan.length:
        text = "".join(report.teller.plain(rng.choice(pool)) for _ in range(8))
        report.blocks.insert(3, Paragraph(text))
        size += len(text)


def plant_in_prose(report: Report, rng: Random) -> None:
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
        told = int(report.world.values[path])
        handled = report.world.values.get("requests.handled.total")
        other = rng.choice([n for n in range(told + 1, told + 10) if n != handled])
        text = f"全年共收到政府信息公开申请{report.ink.mark(str(other), path)}件。"
        report.mistake = Mistake("repeat", {path: other}, frozenset({path}))
        report.blocks.insert(3, Paragraph(text))
