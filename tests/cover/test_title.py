"""The title as printed, and the body it names."""

from __future__ import annotations

import pytest

from extractor import load_schema
from extractor.cover.flat import Flat
from extractor.cover.title import find_title, issuer_of
from extractor.views import reading_view

COVER = load_schema("annual_report").cover


def title_and_issuer(text: str) -> tuple[str | None, str | None]:
    flat = Flat.of(reading_view(text), 40_000)
    title = find_title(flat, COVER)
    if title is None:
        return None, None
    issuer = issuer_of(title, flat, COVER)
    return flat.printed(title.start, title.end, text), flat.printed(*issuer, text) if issuer else None


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("淮安市洪泽区教育局2020年政府信息公开工作年度报告", "淮安市洪泽区教育局"),
        ("2018年四川省政府信息公开工作年度报告", None),
        ("辽宁省2014年政府信息公开工作成绩单", None),
        ("北京市朝阳区人民政府信息公开工作2012年度报告", "北京市朝阳区人民政府"),
        ("黄岩区人民政府政府信息公开年度报告（2016年度）", "黄岩区人民政府"),
        (
            "广州市南沙区人民政府（广州南沙开发区管委会）2021年政府信息公开工作年度报告",
            "广州市南沙区人民政府",
        ),
        ("江苏省教育厅关于2011年政府信息公开工作的报告", "江苏省教育厅"),
        ("教育部2018年政府信息公开工作年度报告", "教育部"),
        ("国家税务总局成都市税务局2021年政府信息公开工作年度报告", "国家税务总局成都市税务局"),
        (
            "成都高新技术产业开发区管理委员会2020年政府信息公开工作年度报告",
            "成都高新技术产业开发区管理委员会",
        ),
        ("喀什地区行署2012年政府信息公开工作年度报告", "喀什地区行署"),
        ("檀溪镇2018年政府信息公开工作年度报告", None),
        ("檀溪镇人民政府2018年政府信息公开工作年度报告", "檀溪镇人民政府"),
        ("城南街道办事处2019年度政府信息公开年报", "城南街道办事处"),
        ("四川农业大学2019-2020学年信息公开年度报告", "四川农业大学"),
        ("石河子市人民政府二〇一八年政府信息公开工作年度报告", "石河子市人民政府"),
        ("關島縣人民政府2020年政府信息公開工作年度報告", "關島縣人民政府"),
        ("长春海关2020年政府信息公开工作年度报告", "长春海关"),
        ("阿坝州政府信息公开工作2010年度报告", None),
        ("某县人民政府2013年政务公开工作年度报告", "某县人民政府"),
        ("2009年度政府信息公开工作总结", None),
    ],
)
def test_a_title_on_a_line_of_its_own(title: str, issuer: str | None) -> None:
    assert title_and_issuer(f"{title}\n根据《条例》要求，编制本报告。\n") == (title, issuer)


@pytest.mark.parametrize(
    "text",
    [
        "洪泽区人民政府\n2023 年政府信息公开工作年度报告\n",
        "武汉市江岸区\n人民政府\n2011年度政府信息公开\n工作年度报告\n",
        "2009年\n甘肃省人民政府办公厅\n政府信息公开工作年度报告\n",
        "某县市场监督管理\n局2023年政府信息公开工作\n年度报告\n",
        "珠海市斗门区2019年\n政府信息公开工作年度报告\n",
    ],
)
def test_a_title_broken_over_lines_is_one(text: str) -> None:
    assert title_and_issuer(text + "目录\n")[0] == text.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "- 1 -\n{}\n",
        "# {}\n\n根据",
        "**{}**\n",
        "{} | |||||\n",
        "标题：{}\n索引号：007\n",
        "当前位置：首页>政务公开 {} 发布时间：2022-01-10",
        "首页 > 信息公开 > 政府信息公开年报\n{}\n来源：某市财政局\n",
        "政府信息公开\n政府信息公开指南\n政府信息公开年报\n{}\n",
        "某县人民政府\n\n政府信息公开年报\n{}\n发布时间：2022-01-19\n",
        "1、 {}\n",
        "名称 {}\n索引号 0001 分类 年报\n",
        "【字体：大 中 小】 {} 2022-03-20 来源：某市财政局",
        "[财政局]{}\n",
        "【部门年报】{}\n",
        "首页 > 部门公开 > 财政局 > 年度报告 > {}\n",
        "您的位置：首页 >> 政务公开\n>> 年报 >> 2021年\n索引号： 发布机构：市财政局\n{}\n浏览次数：12\n",
        "{} 根据《中华人民共和国政府信息公开条例》，编制本报告。 一、总体情况",
        "《{}》\n",
        "{}\n2021年，某市财政局认真落实。\n相关链接\n某市财政局2020年政府信息公开工作年度报告\n",
    ],
)
def test_what_stands_around_a_title_is_no_part_of_it(text: str) -> None:
    title = "某市财政局2021年政府信息公开工作年度报告"
    assert title_and_issuer(text.format(title)) == (title, "某市财政局")


@pytest.mark.parametrize(
    "text",
    [
        "一、总体情况\n2021年，我市坚持以公开为常态。\n",
        "根据《条例》，现公布2019年某市政府信息公开工作年度报告。\n",
        "根据国务院办公厅关于政府信息公开工作年度报告有关事项的通知，编制本报告。\n",
        "政府信息公开指南\n政府信息公开年报\n",
        "2019年政府信息公开工作要点\n",
        "根据《关于做好2019年政府信息公开工作年度报告编制工作的通知》要求，编制本报告。\n",
        "Annual report 2019\n",
        "",
    ],
)
def test_a_text_without_a_title_has_none(text: str) -> None:
    assert title_and_issuer(text) == (None, None)


def test_a_title_that_says_only_that_it_is_of_a_government_names_no_issuer() -> None:
    assert title_and_issuer("人民政府2021年政府信息公开年报\n根据《条例》，编制本报告。\n")[1] is None


def test_a_title_over_two_headings_of_markdown_is_one() -> None:
    text = "# 庐江县水务局 2022 年\n\n# 政府信息公开工作年度报告\n\n根据《条例》，编制本报告。\n"
    assert title_and_issuer(text) == ("庐江县水务局2022年政府信息公开工作年度报告", "庐江县水务局")


def test_the_reports_of_other_years_that_a_page_lists_are_passed_over() -> None:
    listed = "岷江区人民政府2021年政府信息公开工作年度报告\n岷江区人民政府2020年政府信息公开工作年度报告\n"
    text = f"{listed}柳林镇2022年政府信息公开工作年度报告\n根据《条例》，编制本报告。\n"
    flat = Flat.of(reading_view(text), 40_000)
    title = find_title(flat, COVER, 2022)
    assert title is not None
    assert flat.printed(title.start, title.end, text) == "柳林镇2022年政府信息公开工作年度报告"
