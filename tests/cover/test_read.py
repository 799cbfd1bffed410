"""What the cover witness says of a whole report."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import load_schema, values
from extractor.cover import read
from extractor.views import reading_view

SCHEMA = load_schema("annual_report")


def hear(text: str) -> values.Testimony:
    document = values.Document(text, values.Source("report", "", "text/plain", "utf-8", len(text)))
    return read(document, reading_view(text, SCHEMA.vocabulary), SCHEMA)


def facts(text: str) -> dict[str, values.Value | None]:
    return {o.path: o.value for o in hear(text).observations}


def region(text: str) -> tuple[values.Value | None, ...]:
    found = facts(text)
    return tuple(found.get(f"region.{part}") for part in ("province", "city", "county", "adcode"))


REPORT = "政府信息公开工作年度报告\n"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("浙江省2019年", ("浙江省", None, None, "330000")),
        ("四川2019年", ("四川省", None, None, "510000")),
        ("内蒙古自治区人民政府办公厅2015年", ("内蒙古自治区", None, None, "150000")),
        ("东莞市2010年", ("广东省", "东莞市", None, "441900")),
        ("凉山州2018年", ("四川省", "凉山彝族自治州", None, "513400")),
        ("喀什地区行署2012年", ("新疆维吾尔自治区", "喀什地区", None, "653100")),
        ("洪泽县2013年", ("江苏省", "淮安市", "洪泽县", "320829")),
        ("洪泽区2023年", ("江苏省", "淮安市", "洪泽区", "320813")),
        ("襄樊市2009年", ("湖北省", "襄樊市", None, "420600")),
        ("北京市朝阳区人民政府2021年", ("北京市", None, "朝阳区", "110105")),
        ("上海市浦东新区周浦镇人民政府2023年", ("上海市", None, "浦东新区", "310115")),
        ("济源市人民政府2017年", ("河南省", None, "济源市", "419001")),
        ("大理市人民政府2020年", ("云南省", "大理白族自治州", "大理市", "532901")),
        ("昆山市2008年", ("江苏省", "苏州市", "昆山市", "320583")),
        ("和县2021年", ("安徽省", "马鞍山市", "和县", "340523")),
        ("青岛市市南区人民政府2020年", ("山东省", "青岛市", "市南区", "370202")),
        ("十堰市茅箭区卫生健康局2019年", ("湖北省", "十堰市", "茅箭区", "420302")),
        ("国家税务总局成都市税务局2021年", ("四川省", "成都市", None, "510100")),
        ("南京市公安局江宁区分局2020年", ("江苏省", "南京市", "江宁区", "320115")),
        ("杭州市人民政府驻北京办事处2020年", ("浙江省", "杭州市", None, "330100")),
        ("新疆生产建设兵团第八师石河子市2019年", ("新疆维吾尔自治区", None, "石河子市", "659001")),
        ("成都高新技术产业开发区管理委员会2020年", ("四川省", "成都市", None, "510100")),
        ("苏州工业园区管理委员会2019年", ("江苏省", "苏州市", None, "320500")),
        ("贵州省贵阳高新技术产业开发区2019年", ("贵州省", "贵阳市", None, "520100")),
        ("两江新区管理委员会2025年", ("重庆市", None, "两江新区", "500157")),
    ],
)
def test_the_title_names_the_place(title: str, expected: tuple[str | None, ...]) -> None:
    assert region(title + REPORT) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"国家税务总局2021年{REPORT}地址：北京市海淀区某路5号",
        f"教育部2018年{REPORT}北京市西城区某胡同37号",
        "北京大学2016年信息公开年度报告\n地址：北京市海淀区某路5号",
        f"新疆生产建设兵团2019年{REPORT}",
        f"长春海关2020年{REPORT}",
        f"雄安新区管理委员会2020年{REPORT}",
        "一、总体情况\n2022年，我局认真贯彻。联系地址：湖南省长沙市岳麓区某路1号。",
        "一、总体情况\n我区共公开信息100条。按照杭州市要求，赴西湖区、余杭区学习。",
        "2020年，全省各级行政机关认真贯彻。济南市、青岛市、烟台市均已完成。",
        "我市坚持公开。多次赴成都市学习，并邀请成都市专家授课。",
        f"财政局2020年{REPORT}学习了宁波市财政局和温州市财政局的做法。",
        f"2020年{REPORT}来源：湖南省人民政府门户网站\n我局认真落实。",
        f"人民政府办公室2020年{REPORT}按照《四川省人民政府办公室通知》要求。",
        "一、总体情况\n2022年，四川省坚持公开。我局认真落实。",
        "一、总体情况\n2022年，成都市人民政府高度重视。我局认真落实。",
        "某局2020年" + REPORT + "根据《瑞安市政府信息公开规定》要求编制。\n一、概述\n",
        "双河镇2020年" + REPORT + "根据《瑞安市规定》和《苍南县规定》编制。\n一、概述\n",
        "双河镇2020年" + REPORT + "本报告根据《条例》编制。某报社由海陵区政府门户网站转载。\n一、概述\n",
        "We received 10 requests in 2019.",
    ],
)
def test_a_body_whose_place_the_text_does_not_tell_has_none(text: str) -> None:
    assert region(text) == (None, None, None, None)


@pytest.mark.parametrize(
    ("text", "adcode"),
    [
        (f"朝阳区人民政府2019年{REPORT}由长春市朝阳区人民政府办公室编制。", "220104"),
        (f"鼓楼区2020年{REPORT}由鼓楼区人民政府办公室编制，地址：徐州市鼓楼区某路。", "320302"),
        (f"长安区2019年{REPORT}按照西安市要求，我区认真落实。", "610116"),
        (f"攀莲镇人民政府2022年{REPORT}根据条例，米易县攀莲镇人民政府编制本报告。", "510421"),
        (f"市教育局2021年{REPORT}现公布宁波市教育局信息公开情况。", "330200"),
        (f"县人民政府办公室2020年{REPORT}地址：云南省大理白族自治州宾川县某镇", "532924"),
        (f"2021年{REPORT}根据规定，由岳阳市财政局编制。", "430600"),
        ("一、总体情况\n2021年,攀枝花市坚持以公开为常态。我市督导仁和区，米易县开展试点。", "510400"),
        ("一、概述\n我区各部门按照《福州市晋安区清单》，认真落实。2018年，晋安区政府开展检查。", "350111"),
        ("本报告由嵊州市双河镇编制。\n一、概述\n认真落实。", "330683"),
        ("本报告由国家税务总局广州市白云区税务局编制。\n一、概述\n认真落实。", "440111"),
        ("双河街道2020年" + REPORT + "根据《瑞安市政府信息公开规定》要求编制。\n一、概述\n", "330381"),
        ("双河街道2020年" + REPORT + "本报告可在泰州市海陵区政府门户网站下载。\n一、概述\n", "321202"),
        ("本报告综合丽水市各县（市、区）政府的年度报告编制而成。\n一、概述\n", "331100"),
        ("一、总体情况\n2015年，眉山市按照国务院要求，认真落实。", "511400"),
        ("一、总体情况\n2022年，抚远市自然资源局不断加强学习。我局公开10条。", "230883"),
        ("浑南区国资局\n根据《条例》，现公布区政府国资局2022年" + REPORT.strip() + "。", "210112"),
        ("我县坚持公开。按照盐城市要求，2020年，阜宁县主动公开100条。与射阳县、滨海县交流。", "320923"),
    ],
)
def test_the_text_tells_which_place_is_meant(text: str, adcode: str) -> None:
    assert region(text)[3] == adcode


def test_a_name_that_several_places_bear_is_left_ambiguous() -> None:
    found = {o.path: o for o in hear(f"鼓楼区2020年{REPORT}").observations}
    adcode = found["region.adcode"]
    assert found["region.county"].value == "鼓楼区"
    assert (adcode.value, adcode.status) == (None, values.Status.AMBIGUOUS)
    assert adcode.alternatives == ("320106", "320302", "350102", "410204")
    assert "region.city" not in found


def test_wider_places_are_flagged_unless_the_text_prints_them() -> None:
    found = {o.path: o for o in hear(f"洪泽区2023年{REPORT}由淮安市洪泽区编制。").observations}
    flags = {part: set(found[f"region.{part}"].flags) for part in ("province", "city", "county")}
    assert flags == {"province": {"implied"}, "city": set(), "county": set()}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (f"洪泽区2023年{REPORT}", 2023),
        ("一、概述\n二〇一二年，我市认真落实。二〇一二年，共公开100条。二〇一三年，将继续努力。", 2012),
        (f"某局{REPORT}统计期限自20241月1日至202412月31日。", 2024),
        ("我局共收到申请3件。", None),
        ("一、总体情况\n2022年，我局坚持公开。收到申请3件。", 2022),
        ("一、总体情况\n2022年，我局坚持公开。2021年，收到申请3件。", None),
        ("一、总体情况\n我局坚持公开。2018年，机构改革完成。", None),
        ("2020年，我局公开10条。2021年，将继续公开。", None),
        ("一、总体情况\n(一)主动公开\n2021年，我局公开10条。", 2021),
        ("二、主动公开\n我局公开10条。\n(一)主动公开\n2021年，我局公开10条。", None),
        ("一、总体情况\n截止2023年12月31日我局公开34条。本年度受理2件。", 2023),
        ("一、总体情况\n截至2023年底我局公开34条。", 2023),
        ("一、总体情况\n截止2023年6月30日我局公开34条。", None),
        ("一、总体情况\n截止2023年12月31日我局公开34条。2024年主动公开5条。", None),
        ("五、问题\n2019年我镇取得成效。\n某镇人民政府\n2020年1月23日", 2019),
        ("五、问题\n2019年我镇取得成效。\n某镇人民政府\n2019年11月23日", None),
        ("五、打算\n2020年我镇要加强学习。\n某镇人民政府\n2020年1月23日", None),
    ],
)
def test_the_year_of_the_report(text: str, year: int | None) -> None:
    assert facts(text).get("year") == year


def test_a_title_that_contradicts_the_period_is_reported() -> None:
    heard = hear(f"蒙城县2023年{REPORT}统计期限从2024年1月1日至2024年12月31日。")
    year = next(o for o in heard.observations if o.path == "year")
    assert (year.value, set(year.flags)) == (2024, {"conflict"})
    assert all(o.flags == {"conflict"} for o in heard.observations if o.path.startswith("period"))
    assert [(f.rule, f.severity, f.paths) for f in heard.findings] == [("year", "warning", ("year",))]


def test_a_title_that_contradicts_the_whole_text_is_reported() -> None:
    body = "2018年，我区认真贯彻。2018年，主动公开10条。2018年度受理3件。2019年将继续。"
    heard = hear(f"二七区2019年{REPORT}{body}")
    year = next(o for o in heard.observations if o.path == "year")
    assert (year.value, set(year.flags)) == (2018, {"conflict"})


@pytest.mark.parametrize(
    "announced",
    [
        "我局编制了2021年政府信息公开年度报告",
        "现公布我局2021年政府信息公开工作年度报告",
        "现将2021年政府信息公开工作报告如下",
    ],
)
def test_a_period_that_the_announcement_and_the_text_contradict_is_the_wrong_one(announced: str) -> None:
    body = "2021年，我局坚持公开。2021年，公开10条。2021年，收到申请3件。"
    heard = hear(
        f"根据《条例》，{announced}。统计期限自2020年1月1日起至2020年12月31日止。\n一、总体情况\n{body}"
    )
    year = next(o for o in heard.observations if o.path == "year")
    assert (year.value, set(year.flags)) == (2021, {"conflict"})
    assert [f.rule for f in heard.findings] == ["year"]


def test_a_period_that_only_the_announcement_contradicts_is_doubted() -> None:
    heard = hear("现公布我局2021年政府信息公开年度报告。统计期限自2020年1月1日起至2020年12月31日止。")
    year = next(o for o in heard.observations if o.path == "year")
    assert (year.value, set(year.flags)) == (2020, {"conflict"})


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《关于做好2021年政府信息公开年度报告编制工作的通知》编制本报告。",
        "按照编制2021年政府信息公开年度报告的通知要求，认真总结。",
        "2020年，我局公布了2021年政府信息公开年度报告。",
    ],
)
def test_what_speaks_of_another_paper_casts_no_doubt(sentence: str) -> None:
    heard = hear(f"{sentence}统计期限自2020年1月1日起至2020年12月31日止。")
    year = next(o for o in heard.observations if o.path == "year")
    assert (year.value, year.flags, heard.findings) == (2020, frozenset(), ())


def test_plans_for_the_next_year_do_not_contradict_the_title() -> None:
    body = "2023年，我县主动公开10条。\n2024年，我县将加强学习。2024年，力争提高质量。2024年，完善平台。"
    heard = hear(f"蒙城县2023年{REPORT}{body}")
    year = next(o for o in heard.observations if o.path == "year")
    assert (year.value, year.flags, heard.findings) == (2023, frozenset(), ())


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "所列数据的统计期限自2023 年1 月1 日\n起至2023 年12 月31 日止。",
            (date(2023, 1, 1), date(2023, 12, 31)),
        ),
        ("统计期限为2008年5月1日至2008年12月31日。", (date(2008, 5, 1), date(2008, 12, 31))),
        ("数据统计截至2012年12月31日。", (None, date(2012, 12, 31))),
        ("2019年1月1日至12月31日，我局共收到申请3件。", (date(2019, 1, 1), date(2019, 12, 31))),
        ("2019年3月1日至4月30日开展专项检查。", (None, None)),
        ("统计数据显示，2019年1月1日至6月30日共受理3件。", (None, None)),
        ("我局于2019年1月1日启用新栏目。", (None, None)),
        ("本报告所列数据的截止期为2012年12月31日。", (None, date(2012, 12, 31))),
        ("统计期限自2020年1月1日起至202020年12月31日止。", (date(2020, 1, 1), None)),
    ],
)
def test_the_period_of_the_figures(text: str, period: tuple[date | None, date | None]) -> None:
    found = facts(text)
    assert (found.get("period_start"), found.get("period_end")) == period


def test_a_traditional_title_keeps_its_characters_and_has_its_place() -> None:
    found = facts("孟連傣族拉祜族佤族自治縣人民政府2020年政府信息公開工作年度報告")
    assert found["issuer"] == "孟連傣族拉祜族佤族自治縣人民政府"
    assert (found["region.county"], found["region.adcode"]) == ("孟连傣族拉祜族佤族自治县", "530827")


WORDS = (
    "洪泽区 人民政府 2023年 政府信息公开 工作 年度报告 。 ， 由 我市 北京市 1月1日 至 12月31日 统计期限 | "
    "鼓楼区 《 》 （ 二O一八年 縣 ①"
)
PIECES = st.sampled_from([*WORDS.split(), "\n", " ", "\u3000"])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_is_said_is_grounded_in_the_text(text: str) -> None:
    for observation in hear(text).observations:
        assert observation.spans
        assert all(span.of(text).strip() for span in observation.spans)


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("按照有关规定，现将我局2021年政府信息公开工作报告如下：\n一、总体情况\n我局认真落实。", 2021),
        ("本报告由云川县国土资源局编制的2017年度政府信息公开工作报告。\n自2008年起开展工作。", 2017),
        ("根据《关于做好2016年政府信息公开工作年度报告的通知》，编制本报告。", 2016),
        ("我局2021年主动公开政府信息30条。", None),
        (
            "我局2021年主动公开政府信息30条，针对我局2021年度的复议0件。按《2020年要点》和《2020年意见》办理。",
            2021,
        ),
        ("我局2021年主动公开政府信息30条，我局2020年主动公开20条。", None),
    ],
)
def test_a_report_may_announce_its_year_in_a_sentence(opening: str, year: int | None) -> None:
    assert facts(opening).get("year") == year


def test_the_period_goes_before_an_announcement() -> None:
    text = "现公布2008年度卫生局信息公开工作年度报告。统计期限为2009年1月1日至2009年12月31日。"
    assert facts(text)["year"] == 2009
