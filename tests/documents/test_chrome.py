"""What surrounds a report on its page contributes nothing; nothing of the report is lost."""

from __future__ import annotations

import pytest

from extractor.documents import read_bytes

REPORT = """
<h1>某某县2022年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>全年共收到政府信息公开申请3件，详见<a href="https://www.example.cn/x.html">本县门户网站</a>。</p>
<p>二、主动公开政府信息情况</p>
<table><tr><td>规章</td><td>0</td><td>0</td><td>5</td></tr></table>
<p>六、其他需要报告的事项</p><p>无。</p>
"""
TEXT = (
    "某某县2022年政府信息公开工作年度报告\n一、总体情况\n全年共收到政府信息公开申请3件，详见本县门户网站。\n"
    "二、主动公开政府信息情况\n规章 | 0 | 0 | 5\n六、其他需要报告的事项\n无。"
)


def text_around(before: str = "", after: str = "") -> str:
    markup = f"<html><body>{before}<div class='article'>{REPORT}</div>{after}</body></html>"
    return read_bytes(markup.encode(), "page.html").text


LINKS = "".join(
    f"<li><a href='/n/{n}.html'>2021年某乡政府信息公开年度报告</a><span>2022-01-{n}</span></li>"
    for n in range(9)
)


@pytest.mark.parametrize(
    "block",
    [
        "<ul><li><a href='/'>首页</a><li><a href='/zw/'>政务公开</a><li><a href='/hd/'>互动交流</a></ul>",
        "<div>您当前的位置：<a href='/'>首页</a> &gt; <a href='/zw/'>政府信息公开年报</a></div>",
        "<div class='box'><h3>相关阅读</h3><ul>" + LINKS + "</ul></div>",
        "<div>上一篇：<a href='/1.html'>2020年政府信息公开工作年度报告</a></div>",
        "<table><tr><td><a href='/'>首页</a><td><a href='/a'>要闻</a><td><a href='/b'>公开</a></tr></table>",
        "<div id='nav_top'>今天是2023年3月5日 星期日</div>",
        "<div class='footer-wrap footer'><p>主办：某某县人民政府办公室 电话：0517-1234567</p></div>",
        "<div><p>主办：某某县人民政府</p><p>苏ICP备05000000号</p><p>您是第123456位访问者</p></div>",
        "<footer>2022年收到申请99件</footer><aside>收到申请98件</aside>",
        "<ul><li><a href='1.html'>某县2021年年报</a></li><li><a href='2.html'>某县2020年年报</a></li></ul>",
        "<select><option>2021年</option><option>2020年</option></select><button>收到申请97件</button>",
    ],
    ids=[
        "menu",
        "breadcrumb",
        "related",
        "previous",
        "table of links",
        "named",
        "footer",
        "foot marks",
        "html5",
        "list of two links",
        "forms",
    ],
)
def test_what_surrounds_the_report_is_left_out(block: str) -> None:
    def words(text: str) -> str:
        return "\n".join(line for line in text.splitlines() if line.strip(" |"))

    assert words(text_around(before=block)) == TEXT
    assert words(text_around(after=block)) == TEXT


@pytest.mark.parametrize(
    "block",
    [
        "<p>附件：<a href='/1.xlsx'>统计表</a> <a href='/2.doc'>附表二</a> <a href='/3.pdf'>附表三</a></p>",
        "<ul><li><a href='#a'>一、总体</a><li><a href='#b'>二、公开</a><li><a href='#c'>三、申请</a></ul>",
        "<div class='footer'><p>六、其他需要报告的事项</p><p>收取信息处理费0元。</p></div>",
        "<div class='nav'><h2>总体情况</h2><p>收到申请3件。</p></div>",
        "<p>来源：某某县人民政府办公室</p>",
    ],
    ids=["attachments", "places in the page", "section in a footer", "heading in a menu", "source"],
)
def test_what_may_be_part_of_the_report_stays(block: str) -> None:
    assert text_around(after=block).startswith(TEXT + "\n")


def test_a_report_that_is_the_whole_small_page_stays() -> None:
    markup = "<div class='content nav'>一、总体情况<br>全年未收到申请。</div><div>某ICP备1号</div>"
    assert read_bytes(markup.encode(), "r").text == "一、总体情况\n全年未收到申请。"
