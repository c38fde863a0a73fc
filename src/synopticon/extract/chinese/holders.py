"""Whom a Chinese sentence speaks of: names stand for themselves, 该公司, 其 and 它 for a name before them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from synopticon.extract.chinese.clauses import phrase
from synopticon.extract.chinese.folding import simplified
from synopticon.extract.holders import REACH, Holders, Named, resolved
from synopticon.extract.model import Phrase
from synopticon.records import Mention

POINTING = ("该", "本", "此", "这家", "这个", "上述", "那家", "我们")
BESIDE = 10  # characters between a name and a word that tells of what kind its bearer is
OFFICES = (
    "网信办", "政府", "委员会", "办公室", "局", "厅", "部", "委", "协会", "法院", "警方", "公安", "联合会", "系统",
    "日报", "晚报", "新闻", "中心",
)  # fmt: skip
"""Endings of who reports or rules, and so is not who is spoken of."""
PRONOUNS: Mapping[str, str] = {"他": "he", "她": "he", "它": "it", "其": "it"}


class ChineseHolders(Holders):
    """The names of one Chinese document in order, and what stands for them."""

    def __init__(self, text: str, contexts: Mapping[str, str], generic: frozenset[str]) -> None:
        super().__init__(simplified(text), contexts, generic)

    def enter(self, read: Any, sentence: int) -> None:
        """Learn the names of the next sentence; call in the order of the document."""
        self._sentence = sentence
        firsts = {min((g.start for g in read.groups if left <= g.start < right), default=-1)
                  for left, right in read.segments}
        for group in read.groups:
            if group.kind not in {"organisation", "person", "name"} or not group.proper or self._generic(
                read.folded[group.start : group.end]
            ):
                continue
            found = phrase(group, read)
            self.named.append(Named(
                start=found.start, end=found.end, text=found.text, kind=found.kind, subject=group.start in firsts,
                sentence=sentence,
            ))

    def mentions(
        self, found: Phrase, allowed: frozenset[str], read: Any, barred: frozenset[str] = frozenset()
    ) -> list[Mention]:
        """The mention that a phrase stands for."""
        if not self._generic(found.head):
            return [Mention(text=found.text, start=found.start, end=found.end)]
        before = self._antecedent(found.start, PRONOUNS.get(found.head, "it"), barred)
        if before is None:
            return [Mention(text=found.text, start=found.start, end=found.end)]
        return [resolved(found, before)]

    def topic(self, allowed: frozenset[str], before: int, barred: frozenset[str] = frozenset()) -> Mention | None:
        """The firm that the sentences just before spoke of, leading first: the holder where none is spoken."""
        near = [n for n in self.named if n.end <= before and self._sentence - n.sentence <= REACH
                and n.kind in allowed & {"organisation", "name"} and n.text not in barred
                and not simplified(n.text).endswith(OFFICES)]
        if not near:
            return None
        best = max(near, key=lambda n: (n.sentence, n.subject, -n.start))
        return Mention(text=best.text, start=best.start, end=best.end)

    def tied(self, mention: Mention, words: frozenset[str]) -> bool:
        """Whether a word of the list stands in the name or close to it, wherever the document says it."""
        name = simplified(mention.antecedent or mention.text)
        start = self.text.find(name)
        while start >= 0:
            if any(word in self.text[max(0, start - BESIDE) : start + len(name) + BESIDE] for word in words):
                return True
            start = self.text.find(name, start + 1)
        return False

    def _generic(self, text: str) -> bool:
        bare = text
        for word in POINTING:
            bare = bare.removeprefix(word)
        return bare in self._nouns
