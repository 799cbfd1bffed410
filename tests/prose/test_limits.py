"""A text too long for one report is read up to a limit, and that is said."""

from __future__ import annotations

from prose.saying import heard

from extractor.prose.limits import MOST_CHARACTERS, MOST_SENTENCES

DULL = "7。"
RECEIVED = "全年收到政府信息公开申请12件。"


def test_sentences_up_to_the_limit_are_read() -> None:
    said = heard(DULL * (MOST_SENTENCES - 1) + RECEIVED)
    assert [(o.path, o.value) for o in said.observations] == [("requests.received.total", 12)]
    assert said.findings == ()


def test_what_goes_beyond_is_not_read_and_its_beginning_is_told() -> None:
    text = DULL * MOST_SENTENCES + RECEIVED
    said = heard(text)
    assert said.observations == ()
    assert [finding.rule for finding in said.findings] == ["prose.too_long"]
    assert [span.of(text) for span in said.findings[0].spans] == [RECEIVED]


def test_long_sentences_are_counted_by_their_characters() -> None:
    long = "甲" * 999 + "7。"
    said = heard(long * (MOST_CHARACTERS // len(long) + 1))
    assert [finding.rule for finding in said.findings] == ["prose.too_long"]
