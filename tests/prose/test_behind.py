"""Numbers whose name stands behind them."""

from __future__ import annotations

from prose.saying import heard, stated


def test_a_copula_names_the_number_before_it() -> None:
    assert stated("全年共收到政府信息公开申请7件，其中6件为网络申请，1件为信函申请。") == {
        "requests.received.total": 7,
        "requests.channels.online": 6,
        "requests.channels.letter": 1,
    }


def test_the_evidence_holds_number_and_name() -> None:
    text = "收到政府信息公开申请7件，其中6件为网络申请。"
    spans = {o.path: o.spans[0].of(text) for o in heard(text).observations}
    assert spans["requests.channels.online"] == "6件为网络申请"


def test_the_government_itself_is_a_part_of_the_city() -> None:
    text = "2021年，全市共收到政府信息公开申请356件。市政府本级收到申请58件。"
    assert stated(text, issuer="宁川市") == {"requests.received.total": 356}


def test_remedies_that_have_nothing_to_do_with_disclosure_are_not_counted() -> None:
    assert stated("行政复议机构全年受理与政府信息公开无关的行政复议案件271件。") == {}
