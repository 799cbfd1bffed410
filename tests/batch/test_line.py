"""What can be told from the bytes of a line, whole or torn."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extractor.batch.inputs import Input
from extractor.batch.line import Head, compose, failure, head, is_torn, tally

names = st.text(st.characters(codec="utf-8"), max_size=20)
columns = st.dictionaries(
    names.filter(lambda name: name not in {"id", "fingerprint", "schema", "usage", "source", "error"}),
    st.none() | st.integers() | names,
    max_size=3,
)
BODY = b'{"schema":"s","source":{},"fields":{},"findings":[],"usage":{"llm_calls":0}}'


@given(names, columns)
def test_a_line_is_json_with_its_head_and_columns(id: str, carried: dict[str, Any]) -> None:
    line = compose(Input(id, "p", carried), "ab.cd", BODY)
    assert head(line) == Head(id, "ab.cd")
    assert json.loads(line) == {"id": id, "fingerprint": "ab.cd", **carried, **json.loads(BODY)}


@given(names, columns, st.data())
def test_a_line_cut_anywhere_is_known_as_torn_and_is_no_whole_line(
    id: str, carried: dict[str, Any], data: st.DataObject
) -> None:
    line = compose(Input(id, "p", carried), "ab.cd", BODY)
    cut = line[: data.draw(st.integers(0, len(line) - 1))]
    assert head(cut) is None
    assert is_torn(cut)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_line_or_none(data: bytes) -> None:
    assert head(data) is None or data.endswith(b"}\n")


def test_the_tally_counts_fields_findings_flags_and_usage() -> None:
    fields = {path: {"value": 1, "status": "stated", "flags": []} for path in ("a", "b")}
    findings = [{"rule": rule, "severity": "error"} for rule in ("x", "x", "y")]
    body = {"source": {}, "fields": fields, "findings": findings, "usage": {"llm_calls": 2, "cache_hits": 0}}
    line = compose(
        Input("i", "p", {"status": "carried"}), "f.f", json.dumps(body, separators=(",", ":")).encode()
    )
    counted = tally(line)
    assert counted.fields == 2
    assert counted.findings == Counter({("x", "error"): 2, ("y", "error"): 1})
    assert counted.flagged
    assert counted.usage == {"llm_calls": 2}


def test_text_that_looks_like_keys_is_not_counted() -> None:
    quote = '{"rule":"x","severity":"error"} "status":" "flags":["'
    body = {"source": {}, "fields": {"a": {"value": quote, "status": "stated", "flags": []}}, "usage": {}}
    counted = tally(compose(Input("i", "p"), "f.f", json.dumps(body, separators=(",", ":")).encode()))
    assert (counted.fields, counted.findings, counted.flagged) == (1, Counter(), False)


def test_the_tally_of_a_failure_is_its_kind() -> None:
    assert tally(compose(Input("i", "p"), "f.f", failure("s", "1", "timeout", "m", "p"))).error == "timeout"
    carried = {"note": {"error": {"kind": "none of ours"}}}
    assert tally(compose(Input("i", "p", carried), "f.f", BODY)).error is None
