"""Origins: groups of documents among which shared text was found, each counted once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from synopticon.corroborate.copies import alike_pairs


def grouped(ids: Iterable[str], links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each id with the smallest id of its group, given which two belong together. Order of input never matters."""
    parent = {id: id for id in ids}

    def top(id: str) -> str:
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for one, other in links:
        if one in parent and other in parent:
            low, high = sorted((top(one), top(other)))
            parent[high] = low
    return {id: top(id) for id in parent}


def origins(sentences: Mapping[str, Iterable[str]], copies: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The origin of each document, named by the smallest document id in it.

    ``sentences`` holds, by document, the sentences that its statements on one question stand in; ``copies`` the pairs
    of documents of which one holds most of the other.
    """
    return grouped(sentences, [*alike_pairs(sentences), *copies])
