"""A title that stands in a sentence of the opening, on no line of its own."""

from __future__ import annotations

import pytest

from extractor import load_schema, values
from extractor.cover import read
from extractor.views import reading_view

SCHEMA = load_schema("annual_report")


def facts(text: str) -> dict[str, values.Value | None]:
    """What the cover witness states of the text, by path."""
    document = values.Document(text, values.Source("report.txt", "", "text/plain", "utf-8", len(text)))
    testimony = read(document, reading_view(text, SCHEMA.vocabulary), SCHEMA)
    return {o.path: o.value for o in testimony.observations}


@pytest.mark.parametrize(
    ("opening", "title", "issuer"),
    [
        (
            "根据《条例》，现公布《剑阁县水利局2023年政府信息公开工作年度报告》。",
            "剑阁县水利局2023年政府信息公开工作年度报告",
            "剑阁县水利局",
        ),
        (
            "现将未央区草滩街道办事处2022年度政府信息公开工作年度报告予以公布。",
            "未央区草滩街道办事处2022年度政府信息公开工作年度报告",
            "未央区草滩街道办事处",
        ),
        (
            "特向社会公布2020年恩平市林业局政府信息公开工作年度报告。本报告由五部分组成。",
            "2020年恩平市林业局政府信息公开工作年度报告",
            "恩平市林业局",
        ),
        (
            "要求，编制《双河镇政府2021年度政府信息公开工作年度报告》。",
            "双河镇政府2021年度政府信息公开工作年度报告",
            "双河镇政府",
        ),
        (
            "有关要求，我局编制了《隰县财政局2021年政府信息公开工作年度报告》（以下简称《年报》）。",
            "隰县财政局2021年政府信息公开工作年度报告",
            "隰县财政局",
        ),
        (
            "現將城月鎮2022年政府信息公開工作年度報告進行公開。",
            "城月鎮2022年政府信息公開工作年度報告",
            "城月鎮",
        ),
        (
            "特编制龙泉县教育局2015年政务信息公开工作年度报告，并向社会公布。",
            "龙泉县教育局2015年政务信息公开工作年度报告",
            "龙泉县教育局",
        ),
        (
            "现将青川县司法局2019年度政府信息公开年度报告向公众公布。",
            "青川县司法局2019年度政府信息公开年度报告",
            "青川县司法局",
        ),
    ],
)
def test_the_opening_announces_the_title(opening: str, title: str, issuer: str | None) -> None:
    found = facts(f"{opening}\n一、总体情况\n认真落实《条例》。\n")
    assert found["title"] == title
    assert found.get("issuer") == issuer


@pytest.mark.parametrize(
    "opening",
    [
        "现公布我局2022年政府信息公开工作年度报告。",
        "现将本单位2022年度政府信息公开工作年度报告予以公布。",
        "现将河西街道2022年度政府信息公开工作报告如下：",
        "按照《县政府关于做好2022年政府信息公开工作年度报告的通知》要求编制。",
    ],
)
def test_what_names_no_body_or_another_paper_is_no_title(opening: str) -> None:
    assert "title" not in facts(f"{opening}\n一、总体情况\n认真落实《条例》。\n")


def test_a_report_of_another_year_is_not_this_one() -> None:
    found = facts(
        "统计期限为2022年1月1日至2022年12月31日。\n一、总体情况\n"
        "公开发布《国家林草局2021年政府信息公开工作年度报告》，社会公布《国家林草局2021年政府信息公开工作年度报告》。\n"
    )
    assert "title" not in found
    assert found["year"] == 2022


def test_the_place_is_that_of_the_announced_body() -> None:
    found = facts("现发布《昭化区民政局2021年政府信息公开工作年度报告》。\n一、总体情况\n")
    assert (found["region.province"], found["region.city"]) == ("四川省", "广元市")
    assert found["region.adcode"] == "510811"
