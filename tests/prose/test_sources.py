"""Who asked, by which channel, and with what result, in less usual words; each with a twin."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from prose.saying import stated

GIVEN = "新收政府信息公开申请40件。"
TWINS: list[tuple[int, str, Mapping[str, int], str]] = [
    (
        2022,
        f"{GIVEN}来自自然人的申请数量为31件，来自商业企业的申请数量为9件。",
        {
            "requests.received.total": 40,
            "requests.received.natural_person": 31,
            "requests.received.commercial_enterprise": 9,
        },
        "答复咨询40件。来自自然人的申请数量为31件，来自商业企业的申请数量为9件。",
    ),
    (
        2022,
        f"{GIVEN}来源于自然人的申请31件。",
        {"requests.received.total": 40, "requests.received.natural_person": 31},
        "来自自然人的行政许可申请31件。",
    ),
    (
        2022,
        f"{GIVEN}其中通过市政府网站在线申请9件。",
        {"requests.received.total": 40, "requests.channels.online": 9},
        "其中通过市政府网站在线申请公积金9件。",
    ),
    (
        2022,
        "共收到公众向州政府或州政府办公室提交的政府信息公开申请42件。",
        {"requests.received.total": 42},
        "共收到公众向州政府或州政府办公室提交的意见42件。",
    ),
    (
        2016,
        "收到群众来信申请政府信息公开2人次。",
        {"requests.received.total": 2},
        "收到群众来信申请住房补贴2人次。",
    ),
    (
        2022,
        "依申请公开。我局接收网络方式提交政府信息公开4件。",
        {"requests.channels.online": 4},
        "依申请公开。我局受理申请，并在网站政府信息公开专栏更新内容4件。",
    ),
    (
        2016,
        "按时办结政府信息公开申请9件。其中，属于已经主动公开的3件，告知申请补正信息的2件。",
        {
            "requests.concluded.on_time": 9,
            "requests.outcomes.disclosed.already_public.total": 3,
            "requests.outcomes.other.amendment_requested.total": 2,
        },
        "制发公文9件。其中，属于已经主动公开的3件，需补正信息的2件。",
    ),
    (
        2022,
        "依申请公开。属于四类过程性性信息1件。",
        {"requests.outcomes.refused.process_information.total": 1},
        "依申请公开。归集四类过程性材料1件。",
    ),
    (
        2022,
        "政府信息公开类行政复议3件，诉讼2件。",
        {"reconsideration.total": 3, "litigation.total": 2},
        "民事纠纷3件，诉讼2件。",
    ),
    (
        2016,
        "收到信息公开申请9件。其中：通过网站提交6件，通过信函提交3件。",
        {"requests.received.total": 9, "requests.channels.online": 6, "requests.channels.letter": 3},
        "召开会议9次。其中：通过网站提交信息6件，通过信函提交意见3件。",
    ),
    (
        2022,
        "收到政府信息公开申请9件，全部为网上申请。",
        {"requests.received.total": 9, "requests.channels.online": 9},
        "收到许可申请9件，全部为网上申请。",
    ),
    (
        2022,
        "收到政府信息公开申请9件，均通过信函方式提交。",
        {"requests.received.total": 9, "requests.channels.letter": 9},
        "收到人大建议9件，均通过信函方式提交。",
    ),
    (
        2022,
        "收到政府信息公开申请9件，均为当面提出。",
        {"requests.received.total": 9, "requests.channels.in_person": 9},
        "收到群众意见9件，均为当面提出。",
    ),
    (
        2022,
        "收到政府信息公开申请9件，申请人均为自然人。",
        {"requests.received.total": 9, "requests.received.natural_person": 9},
        "收到低保申请9件，申请人均为自然人。",
    ),
    (
        2016,
        "依申请公开。不同意公开答复4件。其中，涉及国家秘密1件，涉及个人隐私3件。",
        {
            "requests.outcomes.refused.subtotal.total": 4,
            "requests.outcomes.refused.state_secret.total": 1,
            "requests.outcomes.refused.personal_privacy.total": 3,
        },
        "查处违规案件4件。其中，涉及国家秘密1件，涉及个人隐私3件。",
    ),
    (
        2016,
        "我局有1起因政府信息公开引起的行政诉讼案件。",
        {"litigation.total": 1},
        "我局有1起因土地征收引起的行政诉讼案件。",
    ),
    (
        2016,
        "针对政府信息公开申请行政复议的案件有3件。",
        {"reconsideration.total": 3},
        "针对房屋征收申请行政复议的案件有3件。",
    ),
    (
        2022,
        "政府信息公开类行政复议3件，均获维持。",
        {"reconsideration.total": 3, "reconsideration.upheld": 3},
        "政务热线3件，均获维持。",
    ),
]


@pytest.mark.parametrize(("year", "text", "values"), [twin[:3] for twin in TWINS])
def test_the_sentence_states_its_indicators_and_nothing_else(
    year: int, text: str, values: Mapping[str, int]
) -> None:
    assert stated(text, year) == values


@pytest.mark.parametrize(("year", "values", "twin"), [(twin[0], *twin[2:]) for twin in TWINS])
def test_its_twin_states_none_of_them(year: int, values: Mapping[str, int], twin: str) -> None:
    assert not values.keys() & stated(twin, year).keys()


def test_those_who_were_answered_are_not_those_who_asked() -> None:
    text = f"{GIVEN[:-1]}，答复36件。其中自然人申请31件。"
    assert "requests.received.natural_person" not in stated(text, 2022)


def test_another_kind_of_lawsuit_beside_reconsideration_is_not_counted() -> None:
    assert stated("政府信息公开类行政复议3件，民事诉讼2件。", 2022) == {"reconsideration.total": 3}


def test_requests_that_were_refused_are_not_all_that_were_answered() -> None:
    assert stated("不同意公开答复政府信息公开申请4件。", 2016) == {}
