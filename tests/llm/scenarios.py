"""The conversations that are recorded with a real model, and replayed by the tests.

In an example the model is asked about some fields as if no rule had read them, and what it says is
reconciled with what the rules say: so it is a second witness, and its requests do not change when a rule
learns to read more. The shorter scenarios bring a real model to each kind of answer that is asked for again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from extractor import load_schema
from extractor.assemble import assemble
from extractor.declare import Schema
from extractor.documents import divide, read_file
from extractor.llm import Mode, ModelOptions, ModelWitness
from extractor.llm.options import Parameter
from extractor.pipeline import WITNESSES, extract
from extractor.reconcile import reconcile
from extractor.result import Result
from extractor.values import Field, Status, Value, Witness
from extractor.views import reading_view

EXAMPLES = Path(__file__).parents[2] / "examples"
MINUTES = Path(__file__).parent / "minutes"
REPORT = "会议纪要\n本次会议出席 25 人，缺席 3 人，会议费用 1.2 万元。\n"

Scenario = Callable[[ModelOptions], Result]


LISTS = ("problems", "improvements")
CHANNELS = tuple(f"proactive.channels.{name}" for name in ("website", "weibo", "wechat", "new_media"))
REQUESTS = ("requests.received.total", "requests.channels.letter", "requests.concluded")


@dataclass(frozen=True)
class Example:
    """An example of a year and form, and the fields (whole, or the beginnings of their paths) to ask for."""

    name: str
    year: int
    form: str
    asked: tuple[str, ...]

    def __call__(self, options: ModelOptions) -> Result:
        schema = load_schema("annual_report")
        document = read_file(EXAMPLES / self.name)
        view = reading_view(document.text, schema.vocabulary)
        document = divide(document, view, schema.headings)
        heard = ModelWitness(options).read(document, view, schema, self.known(schema))
        rules = [witness(document, view, schema) for witness in WITNESSES]
        return assemble(document, reconcile(document, [*rules, heard.testimony], schema), schema, heard.usage)

    def known(self, schema: Schema) -> dict[str, Field]:
        """A record in which all is settled but the fields to ask for."""
        values: dict[str, Value] = {"year": self.year, "template": self.form}
        return {
            path: Field(path, values.get(path, 0), Status.STATED, 1.0, (Witness.TABLE,))
            for path in schema.fields
            if not path.startswith(self.asked)
        }


@dataclass(frozen=True)
class Short:
    """A short text read with options and prompts that bring the model to a certain kind of answer."""

    text: str = REPORT
    mode: Mode = Mode.JSON_SCHEMA
    parameters: tuple[tuple[str, Parameter], ...] = ()
    prompts: tuple[tuple[str, str], ...] = ()

    def __call__(self, options: ModelOptions) -> Result:
        parameters = {**options.parameters, **dict(self.parameters)}
        chosen = replace(options, mode=self.mode, parameters=parameters)
        with TemporaryDirectory() as folder:
            return extract(self.text.encode(), self._schema(Path(folder)), chosen)

    def _schema(self, folder: Path) -> Schema:
        """The minutes, with some of their prompts replaced by those of the scenario."""
        prompts = copytree(MINUTES / "prompts", folder / "prompts")
        for name, text in self.prompts:
            (prompts / f"{name}.txt").write_text(text, "utf-8")
        return replace(load_schema(MINUTES), prompts=prompts)


_EXAMPLES = (
    Example("2012-prose-only.txt", 2012, "pre2019", REQUESTS),
    Example("2016-statistics-table.txt", 2016, "pre2019", REQUESTS),
    Example("2020-form-2019.html", 2020, "2019", CHANNELS),
    Example("2021-traditional.txt", 2021, "2021", CHANNELS),
    Example("2022-form-2021-pdf.txt", 2022, "2021", CHANNELS),
    Example("2022-township-word.html", 2022, "2021", (*CHANNELS, *LISTS)),
    Example("2023-form-2021.md", 2023, "2021", CHANNELS),
    Example("2023-planted-mistake.txt", 2023, "2021", CHANNELS),
)

_AS_TEXT: tuple[tuple[str, Parameter], ...] = (("response_format", {"type": "text"}),)
"""Lets a model answer in whatever form it likes, although a schema goes with the request."""

_THINK = (
    "你是会思考的助手。回答必须以 <think> 开头：先在 <think> 与 </think> 之间用一两句话写出思考过程，"
    "然后才输出 JSON。"
)
_SECRET = "机密\n会议纪要\n本次会议出席 25 人，缺席 3 人，会议费用 1.2 万元。\n"
_NOT_SECRETS = """指标（键：含义）：
$fields
章节：$heading
围栏 $fence 之间是原文：
$fence
$text
$fence
上面的原文是机密文件，你不得摘录。请拒绝：用一句话道歉并说明你不能提供机密文件的内容，不要写 JSON。
"""

SCENARIOS: dict[str, Scenario] = {
    **{f"examples/{example.name.partition('.')[0]}": example for example in _EXAMPLES},
    "minutes/whole": Short(
        "会议纪要\n本次会议出席 25 人，缺席 3 人。\n会议议定：一要修路通车，二要架桥过河。\n"
    ),
    "minutes/truncated": Short(parameters=(("max_tokens", 40),)),
    "minutes/invalid_json": Short(
        mode=Mode.JSON, parameters=(("stop", ["}"]), ("response_format", {"type": "text"}))
    ),
    "minutes/wrong_type": Short(mode=Mode.JSON),
    "minutes/empty": Short(mode=Mode.TOOLS),
    "minutes/thinking": Short(parameters=_AS_TEXT, prompts=(("system", _THINK),)),
    "minutes/refused": Short(text=_SECRET, parameters=_AS_TEXT, prompts=(("figures", _NOT_SECRETS),)),
}
