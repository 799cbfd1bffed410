"""Rules as data: a schema of its own, and mistakes in its files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from extractor.declare import Schema, described, load_prose
from extractor.errors import SchemaError
from extractor.prose import read
from extractor.values import Document, Source
from extractor.views import reading_view

WORDS = """
[words]
complaint = "(?:投诉|举报)件?"

[units]
items = ["件", ""]

[[topic]]
name = "petitions"
words = ["信访"]
"""


class Petitions(BaseModel):
    """A record that the engine has never heard of."""

    received: int | None = described("收到信访件数", "件")
    upheld: int | None = described("属实件数", "件")


def folder(path: Path, rules: str, words: str = WORDS) -> Path:
    (path / "words.toml").write_text(words, "utf-8")
    (path / "rules.toml").write_text(rules, "utf-8")
    return path


def test_another_schema_reads_its_own_sentences(tmp_path: Path) -> None:
    rules = """
    [[indicator]]
    path = "received"
    units = "items"
    says = ["收到{complaint}"]
    nothing = ["{complaint}"]

    [[indicator]]
    path = "upheld"
    units = "items"
    says = ["属实"]
    topics = ["petitions"]
    part = true
    """
    schema = Schema("petitions", "1.0", Petitions, prose=load_prose(folder(tmp_path, rules)))
    schema.check()
    text = "信访工作：2021年共收到投诉件12件，其中属实3件。"
    document = Document(text, Source("", "", "text/plain", "utf-8", len(text)))
    said = read(document, reading_view(text), schema)
    assert {o.path: o.value for o in said.observations} == {"received": 12, "upheld": 3}
    assert said.observations[0].spans[0].of(text) == "2021年共收到投诉件12件"


@pytest.mark.parametrize(
    ("rules", "mistake"),
    [
        ('[[indicator]]\npath = "received"\nunits = "items"\nsays = ["{nobody}"]', "no word named 'nobody'"),
        ('[[indicator]]\npath = "received"\nunits = "tons"\nsays = ["收到"]', "no units named 'tons'"),
        (
            '[[indicator]]\npath = "received"\nunits = "items"\ntopics = ["moon"]\nsays = ["收到"]',
            "no such topic: moon",
        ),
        ('[[indicator]]\npath = "received"\nunits = "items"\nsays = ["收到("]', "not a regular expression"),
    ],
)
def test_a_mistake_in_the_rules_is_named_with_its_file(tmp_path: Path, rules: str, mistake: str) -> None:
    with pytest.raises(SchemaError, match=mistake) as raised:
        load_prose(folder(tmp_path, rules))
    assert "toml" in str(raised.value)


def test_words_that_refer_to_one_another_are_refused(tmp_path: Path) -> None:
    words = '[words]\none = "{two}"\ntwo = "{one}"\n[units]\nitems = ["件"]\n'
    rules = '[[indicator]]\npath = "received"\nunits = "items"\nsays = ["{one}"]'
    with pytest.raises(SchemaError, match="in a circle"):
        load_prose(folder(tmp_path, rules, words))
