"""What the user names, expanded to reports: files, folders, manifests."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.batch.inputs import Input, Inputs
from extractor.batch.ledger import Ledger
from extractor.errors import UsageError


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("报告")


def found(folder: Path, *globs: str) -> list[str]:
    return [str(Path(i.path).relative_to(folder)) for i in Inputs((str(folder),), globs)]


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def ids(inputs: Inputs) -> list[str]:
    ledger = Ledger()
    ledger.add_inputs(inputs)
    return [entry.input.id for entry in ledger.entries()]


def test_a_folder_is_searched_through_all_levels_in_order_of_names(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a/2023/r.html", "a/c.pdf")
    assert found(tmp_path) == ["b.txt", "a/c.pdf", "a/2023/r.html"]


def test_hidden_files_and_files_of_other_kinds_are_left_out_and_said(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", ".hidden.txt", ".git/x.txt", "a.gold.json", "b.png")
    inputs = Inputs((str(tmp_path),))
    assert [i.id for i in inputs] == [str(tmp_path / "a.txt")]
    assert inputs.notes == [f"{tmp_path}: 2 other files left out (.json: 1, .png: 1); --glob takes them"]


@pytest.mark.parametrize(
    ("glob", "names"),
    [
        ("*2023*", ["x2023.txt", "a/y2023.dat"]),
        ("a/*", ["a/y2023.dat", "a/b/z.txt"]),
        ("**/*.txt", ["x2023.txt", "a/b/z.txt"]),
        ("*.pdf", []),
    ],
)
def test_a_glob_chooses_the_files_of_a_folder(tmp_path: Path, glob: str, names: list[str]) -> None:
    touch(tmp_path, "x2023.txt", "a/y2023.dat", "a/b/z.txt")
    assert found(tmp_path, glob) == names


def test_several_globs_add_up(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "b.html", "c.dat")
    assert found(tmp_path, "*.html", "*.dat") == ["b.html", "c.dat"]


def test_a_missing_file_is_an_input_so_that_it_gets_its_line(tmp_path: Path) -> None:
    assert [i.path for i in Inputs((str(tmp_path / "gone.txt"),))] == [str(tmp_path / "gone.txt")]


def test_a_list_of_paths_is_looked_up_beside_the_manifest(tmp_path: Path) -> None:
    touch(tmp_path, "r/a.txt")
    manifest = write(tmp_path / "list.txt", "# two reports\nr/a.txt\n\nr/gone.html\n")
    assert [i.path for i in Inputs((str(manifest),))] == [
        str(tmp_path / "r/a.txt"),
        str(tmp_path / "r/gone.html"),
    ]


def test_a_list_of_paths_may_also_be_relative_to_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "r/a.txt", "lists/.keep")
    manifest = write(tmp_path / "lists/list.txt", "r/a.txt\n")
    monkeypatch.chdir(tmp_path)
    assert [i.path for i in Inputs((str(manifest),))] == ["r/a.txt"]


def test_a_report_in_plain_text_is_no_manifest(tmp_path: Path) -> None:
    report = write(tmp_path / "report.txt", "某县2023年政府信息公开工作年度报告\n全年共收到申请3件。\n")
    assert [i.path for i in Inputs((str(report),))] == [str(report)]


def test_an_explicit_manifest_is_one_whatever_its_ending(tmp_path: Path) -> None:
    manifest = write(tmp_path / "list", "gone.txt\n")
    assert [i.path for i in Inputs((), manifest=manifest)] == [str(tmp_path / "gone.txt")]


def test_columns_of_a_csv_are_carried_and_id_names_the_line(tmp_path: Path) -> None:
    manifest = write(tmp_path / "m.csv", "\ufeffid,path,publisher\nx1,a.txt,某县人民政府\n,b.txt,\n")
    assert list(Inputs((str(manifest),))) == [
        Input("x1", str(tmp_path / "a.txt"), {"publisher": "某县人民政府"}, given=True),
        Input(str(tmp_path / "b.txt"), str(tmp_path / "b.txt"), {"publisher": ""}),
    ]


def test_columns_of_jsonl_keep_their_types(tmp_path: Path) -> None:
    manifest = write(tmp_path / "m.jsonl", '{"path":"a.txt","id":7,"year":2023,"tags":["x",null]}\n')
    assert list(Inputs((str(manifest),))) == [
        Input("7", str(tmp_path / "a.txt"), {"year": 2023, "tags": ["x", None]}, given=True)
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("m.csv", "file\na.txt\n", "needs a column `path`"),
        ("m.csv", "path,schema\na.txt,x\n", "'schema' has the name of a key of the output"),
        ("m.csv", "path\na.txt,b\n", "a cell under no name of the header"),
        ("m.csv", "path,x\n,1\n", "no `path` in this row"),
        ("m.jsonl", "[1]\n", "must be a JSON object"),
        ("m.jsonl", '{"path": \n', "m.jsonl:1: not JSON"),
        ("m.jsonl", '{"path": "a", "x": NaN}\n', "NaN is no JSON value"),
        ("m.jsonl", '{"file": "a"}\n', "no `path`"),
    ],
)
def test_a_manifest_that_is_none_is_an_error_that_says_where(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    manifest = write(tmp_path / name, text)
    with pytest.raises(UsageError, match=message):
        list(Inputs((str(manifest),)))


def test_a_file_named_twice_is_one_input(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    assert ids(Inputs((str(tmp_path), str(tmp_path / "a.txt")))) == [str(tmp_path / "a.txt")]


def test_one_path_in_two_rows_with_other_columns_is_two_inputs(tmp_path: Path) -> None:
    manifest = write(tmp_path / "m.csv", "path,part\na.txt,1\na.txt,2\n")
    path = str(tmp_path / "a.txt")
    assert ids(Inputs((str(manifest),))) == [path, f"{path}#2"]


def test_an_id_given_twice_is_an_error(tmp_path: Path) -> None:
    manifest = write(tmp_path / "m.csv", "path,id\na.txt,x\nb.txt,x\n")
    with pytest.raises(UsageError, match="the id 'x' is given to two inputs"):
        ids(Inputs((str(manifest),)))


def test_a_file_name_that_is_no_utf8_gets_a_printable_id(tmp_path: Path) -> None:
    name = "报告.txt".encode("gb18030")
    (tmp_path / name.decode("utf-8", "surrogateescape")).write_text("x")
    [entry] = Inputs((str(tmp_path),))
    assert entry.id.encode() and Path(entry.path).read_text() == "x"
