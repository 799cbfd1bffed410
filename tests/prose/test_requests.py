"""Requests for information, as reports word them."""

from __future__ import annotations

from prose.saying import stated


def test_received_and_concluded_since_2019() -> None:
    said = stated("全年共收到依申请公开信件99件,上年结转1件,办结100件,办结率100%。")
    assert said == {
        "requests.received.total": 99,
        "requests.carried_over.total": 1,
        "requests.outcomes.total.total": 100,
    }
