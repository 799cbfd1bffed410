"""The body whose report it is: by the title, by the sentence that announces the report, or by its author."""

from __future__ import annotations

import pytest

from extractor import load_schema, values
from extractor.cover import read
from extractor.views import reading_view

SCHEMA = load_schema("annual_report")
SECTION = "\n一、总体情况\n认真落实《条例》。\n"


def issuer(text: str) -> tuple[values.Value | None, set[str]]:
    """The issuer that the cover witness states, with its flags."""
    text += SECTION
    document = values.Document(text, values.Source("report.txt", "", "text/plain", "utf-8", len(text)))
    testimony = read(document, reading_view(text, SCHEMA.vocabulary), SCHEMA)
    found = next((o for o in testimony.observations if o.path == "issuer"), None)
    return (found.value, set(found.flags)) if found else (None, set())


@pytest.mark.parametrize(
    "text",
    [
        "本报告由青川县司法局编制。",
        "本年度报告是根据《条例》要求，由青川县司法局编制的2017年度政府信息公开年度报告。",
        "本年报由青川县司法局根据《条例》的有关规定编制，由概述等部分组成。",
        "本报告由青川县司法局按照《条例》要求，结合工作实际编写。",
        "本报告由青川县司法局（以下简称本局）负责编制。",
        "本报告由青川县司法局汇总编制完成。",
        "按照《条例》规定，由青川县司法局组织撰写本年度报告。",
        "本报告是青川县司法局依据《条例》编制的2017年度政府信息公开工作报告。",
        "青川县司法局根据《条例》编制2017年政府信息公开年度报告。",
        "根据《条例》要求，青川县司法局编制了2017年度政府信息公开工作年度报告。",
        "根据《条例》，青川县司法局结合工作实际，认真编制了本报告。",
        "青川县司法局根据《条例》规定，特向社会公布2017年政府信息公开年度报告。",
        "现将青川县司法局2017年度政府信息公开工作情况公布如下：",
        "根据《县政府通知》（青政办〔2018〕2号）要求，编制了《青川县司法局2017年政府信息公开工作年度报告》。",
        "现就青川县司法局2017年政府信息公开工作情况报告如下：",
        "根据要求，编制《青川县司法局2017年政府信息公开年度报告》，现予公布。",
        "本报告由青川县司法局办公室编制。",
        "本报告由青川县司法局政务公开领导小组办公室编制。",
    ],
)
def test_a_sentence_names_the_body_that_no_title_names(text: str) -> None:
    assert issuer(text) == ("青川县司法局", set())


@pytest.mark.parametrize(
    "text",
    [
        "本报告由我局办公室编制。",
        "本报告由党政办编制。",
        "本报告由各科室汇总编制。",
        "本报告由概述、主动公开情况等部分组成。",
        "本报告根据《青川县人民政府办公室关于编制2017年政府信息公开年度报告的通知》编制。",
        "根据青川县人民政府办公室要求，编制本报告。",
        "青川县人民政府办公室根据通知印发方案，我局编制本报告。",
        "《指南》由青川县司法局编制。",
        "本报告附件由青川县统计局编制。",
        "本报告所列数据由青川县统计局汇总编制。",
        "青川县司法局编制了《青川县司法局政府信息公开指南》。",
        "现公布青川县政府信息公开指南。",
        "现将青川县司法局2017年政府信息公开工作考核情况通报如下：",
        "督促各乡镇编制2017年政府信息公开工作年度报告。",
        "2018年，青川县司法局公布2017年政府信息公开工作年度报告。",
        "如有疑问，请与青川县司法局联系。地址：青川县司法局三楼。",
        "来源：青川县人民政府网\n本报告根据《条例》编制。",
        "本报告由青川县人民政府办公厅统一编制格式。",
        "现将我县2017年政府信息公开工作情况报告如下：",
        "现对我街2017年政府信息公开工作报告如下：",
    ],
)
def test_what_names_no_author_or_another_paper_gives_no_issuer(text: str) -> None:
    assert issuer(text)[0] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("本报告由国家税务总局青川县税务局编制。", "国家税务总局青川县税务局"),
        ("本报告由青川县司法局、青川县档案局联合编制。", "青川县司法局、青川县档案局"),
        ("本报告由区民政局编制。", "区民政局"),
        ("本报告由青川县综合行政执法局编制。", "青川县综合行政执法局"),
        ("本报告由青川县综合行政执法局根据《条例》编制。", "青川县综合行政执法局"),
        ("本报告由乔庄街道办事处编制。", "乔庄街道办事处"),
        ("本報告由北京市信訪辦根據《條例》編制。", "北京市信訪辦"),
        ("双河镇政府结合实际，编制了2016年度政府信息公开年度报告。", "双河镇政府"),
    ],
)
def test_the_author_may_be_any_kind_of_body(text: str, name: str) -> None:
    assert issuer(text) == (name, set())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("上海市2022年", "上海市"),
        ("四川2019年", "四川"),
        ("2014年天津市西青区", "天津市西青区"),
        ("双河镇2018年", "双河镇"),
        ("2020年桂花街道", "桂花街道"),
        ("榆林县青山乡2012年", "榆林县青山乡"),
        ("上海市黄浦区人民政府桂花街道2022年", "上海市黄浦区人民政府桂花街道"),
    ],
)
def test_a_title_that_names_a_place_alone_means_its_government(title: str, name: str) -> None:
    assert issuer(f"{title}政府信息公开工作年度报告\n根据《条例》，编制本报告。") == (name, {"place_only"})


@pytest.mark.parametrize("word", ["桂花社区", "全市", "市辖区", "各区", "高铁片区", "乡镇", "街道"])
def test_words_that_end_like_places_are_none(word: str) -> None:
    assert issuer(f"{word}2018年政府信息公开工作年度报告\n根据《条例》，编制本报告。")[0] is None


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        ("双河镇", "由双河镇政府编制", ("双河镇政府", set[str]())),
        ("双河镇", "由青川县双河镇人民政府编制", ("青川县双河镇人民政府", set[str]())),
        ("桂花街道", "由桂花街道办事处编制", ("桂花街道办事处", set[str]())),
        ("青川县", "由青川县人民政府编制", ("青川县人民政府", set[str]())),
        ("双河镇", "由双河镇党政办公室编制", ("双河镇", {"place_only"})),
        ("青川县", "由青川县人民政府办公室编制", ("青川县", {"place_only"})),
        ("青川县", "由青川县行政审批和数据局编制", ("青川县", {"place_only"})),
        ("青川县", "由县政府办公室编制", ("青川县", {"place_only"})),
        ("青川县", "由青川县司法局编制", ("青川县司法局", {"conflict"})),
        ("青川县司法局", "由青川县司法局办公室编制", ("青川县司法局", set[str]())),
    ],
)
def test_the_author_completes_a_place(title: str, sentence: str, expected: tuple[str, set[str]]) -> None:
    assert issuer(f"{title}2019年政府信息公开工作年度报告\n本报告{sentence}。") == expected


def test_an_office_that_may_write_for_its_government_is_doubtful() -> None:
    assert issuer("本报告由青川县人民政府办公室编制。") == ("青川县人民政府办公室", {"ambiguous"})


def test_a_place_that_wrote_its_report_is_named_as_written() -> None:
    assert issuer("本报告由嵊州市双河镇编制。") == ("嵊州市双河镇", {"place_only"})
    assert issuer("本报告由双河镇党政综合办公室编制。") == ("双河镇", {"place_only"})


def test_an_announced_body_is_the_issuer_though_its_year_is_wrong() -> None:
    text = "现公布青川县司法局2017年度政府信息公开工作报告。统计期限为2018年1月1日至2018年12月31日。"
    assert issuer(text) == ("青川县司法局", set())
