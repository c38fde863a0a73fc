"""Maps lead back, in order and within bounds, and chains of them are walked from the last to the first."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.text.maps import PAGE, PAGE_CHARACTER, Builder, Map, Offsets

RUN = st.tuples(st.integers(1, 5), st.integers(0, 4), st.integers(0, 3))


@st.composite
def maps(draw: st.DrawFn) -> Map:
    """Any map: runs of any width, with gaps between them."""
    builder, place = Builder(), 0
    for size, width, gap in draw(st.lists(RUN, max_size=12)):
        place += gap
        length = size * width or draw(st.integers(0, 6))
        builder.add(size, place, place + length, width)
        place += length
    return builder.build()


def small() -> Map:
    """``ab&amp;c`` to ``ab&c``, then two line breaks from a tag of three."""
    builder = Builder()
    builder.copy(0, 2)
    builder.put(1, 2, 7)
    builder.copy(7, 8)
    builder.put(2, 8, 11)
    return builder.build()


@given(maps(), st.data())
def test_back_is_monotone_and_within_bounds(way: Map, data: st.DataObject) -> None:
    """A later or longer span never leads to an earlier place, and none leads out of the input."""
    places = sorted(data.draw(st.lists(st.integers(0, way.length), min_size=4, max_size=4)))
    (a, b), (c, d) = way.back(places[0], places[2]), way.back(places[1], places[3])
    assert 0 <= a <= b
    assert c <= d
    if places[0] < places[2] and places[1] < places[3]:
        assert a <= c
        assert b <= d
    assert max(b, d) <= max(way.ends, default=0)


@given(maps())
def test_runs_cover_the_output_without_a_hole(way: Map) -> None:
    """Every code point of the output belongs to exactly one run."""
    place = 0
    for first, last, start, end, width in way.runs():
        assert first == place < last
        assert start <= end
        assert width == 0 or end - start == width * (last - first)
        place = last
    assert place == way.length


@given(maps())
def test_neighbouring_spans_lead_to_spans_in_order(way: Map) -> None:
    """Two code points side by side come from places side by side: a linear run never overlaps the next."""
    for place in range(way.length - 1):
        assert way.back(place, place + 1)[0] <= way.back(place + 1, place + 2)[0]


def test_a_span_leads_to_all_that_it_came_from() -> None:
    """One character leads to its whole entity, and a break to its whole tag."""
    way = small()
    assert way.back(0, 2) == (0, 2)
    assert way.back(1, 3) == (1, 7)
    assert way.back(3, 4) == (7, 8)
    assert way.back(5, 6) == (8, 11)
    assert way.back(0, 6) == (0, 11)


def test_an_empty_span_leads_to_a_point() -> None:
    """Nothing comes from nowhere in particular: the place before the next character, or the end."""
    way = small()
    assert way.back(2, 2) == (2, 2)
    assert way.back(6, 6) == (11, 11)
    assert Builder().build().back(0, 0) == (0, 0)


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, 7)])
def test_a_span_out_of_bounds_is_an_error(span: tuple[int, int]) -> None:
    """No place is made up for words that are not there."""
    with pytest.raises(ValueError, match="no span"):
        small().back(*span)


def test_runs_that_continue_one_another_are_one() -> None:
    """A long copy made of many pieces takes one run."""
    builder = Builder()
    for place in range(100):
        builder.copy(place, place + 1)
    assert len(builder.build().outs) == 1


def test_offsets_walk_the_chain_from_the_last_step_to_the_first() -> None:
    """Composed maps give the same as one after the other by hand."""
    first, second = small(), Builder()
    second.copy(1, 4)
    chain = Offsets(maps=(first, second.build()))
    assert chain.back(1, 3) == first.back(2, 4) == (2, 8)
    assert chain.describe(1, 3) == "bytes 2 to 8"


def test_offsets_of_a_pdf_are_told_by_page() -> None:
    """A place in a PDF reads as page and character."""
    builder = Builder()
    builder.copy(3 * PAGE, 3 * PAGE + 10)
    chain = Offsets(maps=(builder.build(),), unit=PAGE_CHARACTER)
    assert chain.describe(2, 5) == "page 3, character 2 to page 3, character 5"


def test_offsets_survive_pickling() -> None:
    """A chain can be handed to another process."""
    chain = Offsets(maps=(small(),))
    assert pickle.loads(pickle.dumps(chain)) == chain
