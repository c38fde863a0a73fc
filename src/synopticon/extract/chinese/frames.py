"""The codebook's Chinese frames, matched against Chinese clauses: the same patterns, another reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from synopticon.codebook.schema import Codebook
from synopticon.extract.chinese.clauses import clause
from synopticon.extract.chinese.cues import ChineseLexicon
from synopticon.extract.chinese.scope import find_scope
from synopticon.extract.frames import Frames
from synopticon.extract.lexicon import Entry
from synopticon.extract.model import Candidate, Clause, Phrase
from synopticon.extract.scope import Scope


class ChineseFrames(Frames):
    """All Chinese frames of the codebook."""

    def __init__(self, codebook: Codebook) -> None:
        super().__init__(codebook, "zh", ChineseLexicon(codebook))
        words: Mapping[str, Any] = codebook.languages["zh"].words
        self.scopes = words.get("said", {})

    def candidates(self, read: Any, holders: Any) -> Iterator[Candidate]:
        """Every candidate that some frame finds in the sentence; what is found is told to what follows."""
        for candidate in self._anchored(read, holders):
            holders.tell(candidate.type, candidate.roles)
            yield candidate

    def _anchors(self, read: Any) -> Iterator[tuple[Any, str, list[Entry]]]:
        for anchor in read.anchors:
            yield anchor, anchor.kind, list(anchor.entries)

    def _clause(self, token: Any, read: Any, kind: str) -> Clause:
        return clause(token, read)

    def _scope(self, token: Any, read: Any) -> Scope:
        return find_scope(token, read, self.scopes)

    def _denied(self, token: Any, read: Any) -> bool:
        return self._scope(token, read).modality == "denied"

    def _beside(self, token: Any, read: Any) -> frozenset[str]:
        spoken: frozenset[str] = read.spoken
        return spoken

    def _barred(self, found: Phrase, words: frozenset[str]) -> bool:
        return any(found.head.endswith(word) for word in words)

    def _headed(self, found: Phrase, heads: frozenset[str]) -> bool:
        return any(found.head.endswith(head) for head in heads)

    def _is_specific(self, token: Any, roles: Mapping[str, Any]) -> bool:
        return True
