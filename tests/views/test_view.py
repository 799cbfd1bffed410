"""A view maps every range of its text back to the document characters it was made from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.values import Span
from extractor.views import View

TEXT = st.text(alphabet="ab 12\n", max_size=30)


@st.composite
def edits(draw: st.DrawFn, text: str) -> list[tuple[int, int, str]]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [(start, end, draw(st.text(alphabet="xyz", max_size=3))) for start, end in pairs if start < end]


@st.composite
def edited(draw: st.DrawFn, rounds: int = 2) -> tuple[str, View]:
    text = draw(TEXT)
    view = View.of(text)
    for _ in range(draw(st.integers(1, rounds))):
        view = view.replaced(draw(edits(view.text)))
    return text, view


def apply(text: str, changes: list[tuple[int, int, str]]) -> str:
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    return text


def test_the_unchanged_view_maps_to_itself() -> None:
    assert View.of("收到99件").span(2, 4) == Span(2, 4)


def test_a_range_across_a_deletion_covers_it() -> None:
    assert View.of("1 1 3").replaced([(1, 2, ""), (3, 4, "")]).span(0, 3) == Span(0, 5)


def test_part_of_a_replacement_maps_to_all_that_was_replaced() -> None:
    view = View.of("用网际网路办").replaced([(1, 5, "互联网")])
    assert view.text == "用互联网办"
    assert view.span(2, 3) == Span(1, 5)
    assert view.span(4, 5) == Span(5, 6)


def test_an_empty_range_stands_where_its_character_does() -> None:
    view = View.of("a  b").replaced([(1, 3, "")])
    assert view.span(1, 1) == Span(3, 3)
    assert view.span(2, 2) == Span(4, 4)


def test_everything_deleted_is_an_empty_view() -> None:
    view = View.of("ab").replaced([(0, 2, "")])
    assert (view.text, view.span(0, 0)) == ("", Span(0, 0))


@given(TEXT.flatmap(lambda text: st.tuples(st.just(text), edits(text))))
def test_replacing_gives_the_edited_text(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, changes = case
    assert View.of(text).replaced(changes).text == apply(text, changes)


@given(edited(), st.data())
def test_kept_characters_map_to_themselves(case: tuple[str, View], data: st.DataObject) -> None:
    text, view = case
    for at, character in enumerate(view.text):
        if character not in "xyz":
            assert view.span(at, at + 1).of(text) == character


@given(edited(rounds=3), st.data())
def test_spans_grow_with_their_ranges_and_stay_in_order(case: tuple[str, View], data: st.DataObject) -> None:
    text, view = case
    start = data.draw(st.integers(0, len(view.text)))
    middle = data.draw(st.integers(start, len(view.text)))
    end = data.draw(st.integers(middle, len(view.text)))
    whole, left, right = view.span(start, end), view.span(start, middle), view.span(middle, end)
    assert whole.end <= len(text)
    assert whole.contains(left) or start == middle
    assert whole.contains(right) or middle == end
    assert left.start <= right.start


@given(edited(rounds=1))
def test_offset_finds_the_character_again(case: tuple[str, View]) -> None:
    _, view = case
    for at, character in enumerate(view.text):
        if character not in "xyz":
            assert view.offset(view.span(at, at + 1).start) == at


@given(edited(), st.data())
def test_offset_is_monotonous(case: tuple[str, View], data: st.DataObject) -> None:
    text, view = case
    offsets = [view.offset(origin) for origin in range(len(text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(view.text)
