"""Changes against the year before, as sentences state them right behind the number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor.prose.growth import Change, parse_change, stated_growth
from extractor.values import Field, Status, Witness
from extractor.values.span import Span
from extractor.views import reading_view


def stated(text: str, number: str = "99") -> list[str]:
    """The words of the changes stated for `number`, as they stand in the text."""
    at = text.index(number)
    field = Field(
        "requests.received.total",
        int(number),
        Status.STATED,
        0.9,
        (Witness.NARRATIVE,),
        (Span(at, at + len(number)),),
    )
    return [finding.spans[0].of(text) for finding in stated_growth(reading_view(text), [field])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("全年收到申请99件，同比增长23.75%。", "增长23.75%"),
        ("全年收到申请99件,比上年增加19件。", "增加19件"),
        ("全年收到申请99件（较去年同期下降1.5%）", "下降1.5%"),
        ("收到申请99件，與上年相比減少了３件", "減少了３件"),
        ("收到申请99件，较上年的80件增长23.75%", "增长23.75%"),
        ("收到申请99件，同比\n增长 5％", "增长 5％"),
        ("受理申请99件（含上年结转8件），同比增加15.15%", "增加15.15%"),
        ("收到申请99件，较2022年下降12.5%", "较2022年下降12.5%"),
        ("收到申请99件，与2022年同期相比减少9件", "与2022年同期相比减少9件"),
    ],
)
def test_a_change_right_behind_the_number_is_found_with_its_words(text: str, words: str) -> None:
    assert stated(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "收到申请99件，其中网上申请80件，同比增长10%。",
        "收到申请99件，增长10%。",
        "收到申请99件，公开率同比提高3个百分点。",
        "收到申请99件，同比提高3个百分点。",
        "收到申请99件，同比增长2倍。",
        "收到申请99件，同比增长1.2万件。",
        "同比增长10%，收到申请99件。",
        "收到申请99件。",
        "收到申请99件，同比增长20%左右。",
        "收到申请99件，较上年增加10余件。",
        "收到申请99件，同比增长近20%。",
        "收到申请99件，比上年增长了近一倍。",
        "收到申请99件，较往年下降12.5%。",
    ],
)
def test_what_is_no_change_of_this_number_is_left_alone(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("增长23.75%", Change(Decimal("23.75"), True, Decimal("0.005"))),
        ("下降20%", Change(Decimal(-20), True, Decimal("0.5"))),
        ("减少3件", Change(Decimal(-3), False, Decimal(0))),
        ("较2022年下降12.5%", Change(Decimal("-12.5"), True, Decimal("0.05"), 2022)),
        ("持平", None),
    ],
)
def test_words_are_parsed_with_their_rounding(words: str, change: Change | None) -> None:
    assert parse_change(words) == change
