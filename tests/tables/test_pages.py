"""Page numbers that stand bare among the figures: told apart from them, or else no figure is read."""

from __future__ import annotations

from .reading import by_path, rules, stated, witness

HEAD = "统计指标\n单位\n统计数\n"
TITLE = "云川县2016年政府信息公开工作年度报告"


def statistics(*rows: tuple[str, str] | tuple[str, str, str]) -> str:
    """Rows of a statistics table with one cell to a line: label, unit, and figures."""
    return HEAD + "".join("\n".join(row) + "\n" for row in rows)


def test_page_numbers_are_known_though_one_of_them_stands_elsewhere() -> None:
    text = statistics(
        ("其中：主动公开规范性文件数", "条", "21"),
        ("1.政府公报公开政府信息数", "条", "40\n2"),
        ("2.政府网站公开政府信息数", "条", "350\n3"),
        ("3.政务微博公开政府信息数", "条", "77"),
        ("二、回应解读情况", "——", "——\n4"),
        ("1.参加或举办新闻发布会总次数", "次", "6"),
        ("2.政府网站在线访谈次数", "次", "9\n6"),
    )
    found = stated(witness(text))
    assert found["proactive.channels.gazette"] == 40
    assert found["proactive.channels.website"] == 350
    assert found["response.press_conferences"] == 6
    assert 4 not in found.values()


def test_the_number_before_the_title_on_every_page_is_no_figure() -> None:
    text = f"{TITLE}\n" + statistics(
        ("一、主动公开情况", "——", "——"),
        ("（一）主动公开政府信息数", "条", "512"),
        ("1.政府公报公开政府信息数", f"条\n5\n{TITLE}"),
        ("2.政府网站公开政府信息数", "条", "350"),
        ("3.政务微博公开政府信息数", "条", f"77\n6\n{TITLE}"),
        ("4.政务微信公开政府信息数", "条", "85"),
    )
    found = stated(witness(text))
    assert "proactive.channels.gazette" not in found
    assert found["proactive.channels.weibo"] == 77
    assert found["proactive.channels.wechat"] == 85


def test_the_title_may_have_stood_on_two_lines_at_first() -> None:
    text = f"云川县\n{TITLE[3:]}\n" + statistics(
        ("（一）主动公开政府信息数", "条", "512"),
        ("1.政府公报公开政府信息数", f"条\n3\n{TITLE}"),
        ("2.政府网站公开政府信息数", "条", f"350\n4\n{TITLE}"),
        ("3.政务微博公开政府信息数", "条", "77"),
    )
    found = stated(witness(text))
    assert "proactive.channels.gazette" not in found
    assert found["proactive.channels.website"] == 350


def test_a_number_that_the_pages_around_it_lack_is_not_read() -> None:
    text = statistics(
        ("（一）主动公开政府信息数", "条", "512"),
        ("1.政府公报公开政府信息数", "条", "40\n3"),
        ("2.政府网站公开政府信息数", "条", "350\n4"),
        ("1.参加或举办新闻发布会总次数", "次", "5"),
        ("2.政府网站在线访谈次数", "次", "9\n6"),
        ("3.政策解读稿件发布数", "篇", "28"),
    )
    found = witness(text)
    assert "response.press_conferences" not in by_path(found)
    assert "table.unplaced_row" in rules(found)
    assert stated(found)["response.interpretations"] == 28


def test_a_figure_that_is_no_page_between_its_neighbours_is_read() -> None:
    text = statistics(
        ("（一）主动公开政府信息数", "条", "512"),
        ("1.政府公报公开政府信息数", "条", "40\n3"),
        ("2.政府网站公开政府信息数", "条", "350\n4"),
        ("1.参加或举办新闻发布会总次数", "次", "2"),
        ("2.政府网站在线访谈次数", "次", "9\n5"),
    )
    assert stated(witness(text))["response.press_conferences"] == 2


def test_the_known_number_of_a_page_is_taken_out_and_no_other() -> None:
    text = (
        "第二十条第（五）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n"
        "行政许可\n0\n0\n12\n其他对外管理服务事项\n3\n0\n18\n4\n"
        "第二十条第（八）项\n信息内容\n上一年项目数量\n本年增/减\n行政事业性收费\n2\n0\n5\n"
    )
    found = stated(witness(text))
    assert found["proactive.other_services.items_last_year"] == 3
    assert found["proactive.other_services.items_change"] == 0
    assert found["proactive.other_services.decisions"] == 18


def test_bare_numbers_between_rows_of_pipes_fill_no_empty_cell() -> None:
    filled = "".join(
        f"| {label} | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"
        for label in ("一、本年新收政府信息公开申请数量", "（一）予以公开", "（七）总计")
    )
    text = (
        "| 第二十条第（五）项 |\n| 信息内容 | 本年处理决定数量 |\n||\n行政许可\n\n7\n\n"
        "| 第二十条第（六）项 |\n| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 31 |\n| 行政强制 | 2 |\n"
        "| 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
        f"{filled}\n8\n\n| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
        + filled.replace("（七）总计", "1.属于国家秘密").replace("一、本年新收", "二、上年结转")
    )
    found = stated(witness(text, "report.md"))
    assert "proactive.licensing.decisions" not in found
    assert found["proactive.penalties.decisions"] == 31


def test_two_numbers_that_happen_to_follow_one_another_are_no_pages_among_others() -> None:
    text = statistics(
        ("（一）主动公开政府信息数", "条", "51\n2"),
        ("1.政府公报公开政府信息数", "条", "25\n7"),
        ("2.政府网站公开政府信息数", "条", "195\n8"),
        ("3.政务微博公开政府信息数", "条", "77"),
        ("4.政务微信公开政府信息数", "条", "85"),
        ("3.政策解读稿件发布数", "篇", "28"),
    )
    found = stated(witness(text))
    assert "proactive.channels.gazette" not in found
    assert "proactive.channels.website" not in found
    assert found["proactive.channels.weibo"] == 77
