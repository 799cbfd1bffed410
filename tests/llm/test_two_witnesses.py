"""What becomes of a field that both the rules and a model have read, or only one of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from extractor import load_schema
from extractor.assemble import assemble
from extractor.documents import divide, read_bytes
from extractor.llm import ModelOptions, ModelWitness
from extractor.pipeline import WITNESSES, extract
from extractor.reconcile import reconcile
from extractor.result import Result
from extractor.views import reading_view

from .scenarios import EXAMPLES
from .server import Behaviour, asked_fields, completion, send, serving

RECEIVED = "requests.received.total"
TITLE = "某局2023年政府信息公开工作年度报告\n一、总体情况\n"
USUAL = "全年共收到政府信息公开申请12件。\n"
UNUSUAL = "全局各单位登记受理公开诉求申请15件。\n"


def saying(quote: str, value: str) -> Behaviour:
    """Answer this to the question about the requests received, and null to all others."""

    def behave(handler: Any, body: dict[str, Any], _: int) -> None:
        properties = body["response_format"]["json_schema"]["schema"]["properties"]
        said: dict[str, Any] = {
            path: [] if properties[path].get("type") == "array" else None for path in asked_fields(body)
        }
        if RECEIVED in said:
            said[RECEIVED] = {"quote": quote, "value": value}
        send(handler, completion(json.dumps(said, ensure_ascii=False)))

    return behave


def both(text: str, quote: str, value: str) -> Result:
    """The result when the model is asked as if no rule had read anything, and both are reconciled."""
    schema = load_schema("annual_report")
    view = reading_view(text, schema.vocabulary)
    document = divide(read_bytes(text.encode(), "x"), view, schema.headings)
    with serving(saying(quote, value)) as endpoint:
        heard = ModelWitness(ModelOptions(model="m", base_url=endpoint.url)).read(document, view, schema, {})
    rules = [witness(document, view, schema) for witness in WITNESSES]
    return assemble(document, reconcile(document, [*rules, heard.testimony], schema), schema)


def test_a_value_that_both_have_read_is_surer_than_by_rules_alone() -> None:
    alone = extract((TITLE + USUAL).encode(), "annual_report").fields[RECEIVED]
    field = both(TITLE + USUAL, "收到政府信息公开申请12件", "12").fields[RECEIVED]
    assert (field.value, field.method, field.flags) == (12, "llm+narrative", [])
    assert field.confidence > alone.confidence
    assert {e.text for e in field.evidence} > {e.text for e in alone.evidence}


@pytest.mark.parametrize("text", [TITLE + USUAL + UNUSUAL, TITLE + UNUSUAL + USUAL])
def test_where_they_differ_the_rules_count_and_the_finding_shows_both(text: str) -> None:
    result = both(text, "登记受理公开诉求申请15件", "15")
    field = result.fields[RECEIVED]
    assert (field.value, field.flags) == (12, ["conflict"])
    assert field.confidence <= 0.65
    (finding,) = [f for f in result.findings if f.rule == "repeat" and f.paths == [RECEIVED]]
    assert finding.severity == "warning"
    assert {finding.left, finding.right} == {12, 15}
    assert {e.text for e in finding.evidence} == {
        "全年共收到政府信息公开申请12件",
        "登记受理公开诉求申请15件",
    }


def test_what_the_model_alone_has_read_is_flagged_and_less_sure_than_a_labelled_row() -> None:
    assert RECEIVED not in extract((TITLE + UNUSUAL).encode(), "annual_report").fields
    field = both(TITLE + UNUSUAL, "登记受理公开诉求申请15件", "15").fields[RECEIVED]
    rows = extract(EXAMPLES / "2023-form-2021.md", "annual_report").fields.values()
    assert (field.value, field.method, field.flags) == (15, "llm", ["model_only"])
    assert field.confidence < min(row.confidence for row in rows if row.method == "table" and not row.flags)
