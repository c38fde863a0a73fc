"""Whether the words around a date look back or forward, so that "on Friday" finds the right Friday.

A text's cues are found once, in one pass; a date is then asked about its own sentence: the nearest cue before it
decides, otherwise the nearest after it. This is a hint for resolving a date, not a reading of modality.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from synopticon.extract.scanning import each, guard

REACH = 240  # code points on each side: a long sentence; beyond it a cue speaks of something else
FUTURE = (
    r"(?:will|'ll|’ll|shall|won't|(?:is|are|be|was|were|it's|he's|she's|has\s+been|have\s+been)\s+(?:now\s+)?(?:to"
    r"|due|set|going\s+to|"
    r"scheduled|expected|planned|slated|bound\s+to)|due|scheduled|slated|set\s+(?:for|to)|going\s+to|(?:is"
    r"|are)\s+planning|"
    r"plans?|planned\s+(?:for|to)|planning\s+to|hopes?\s+to|wants?\s+to|aims?\s+to|intends?\s+to|expects?\s+to|"
    r"proposes?\s+to|must|has\s+until|have\s+until|deadline|upcoming|forthcoming|next|promises?\s+to|about\s+to|"
    r"in\s+the\s+wings|come|(?-i:may)\s+(?-i:(?=[a-z])))"
    r"(?:\s+(?:not|also|then|only)){0,2}(?:\s+(?:be|have(?:\s+been)?)\s+[a-z]{2,14}|\s+[a-z]{2,12}(?:ed|wn|ken|ven))?"
    r"|faces?|"
    # a timetable speaks of what is to come in the present tense
    r"(?:retires|begins|starts|opens|ends\s+(?:on|in|at)|expires|closes|travels|kicks\s+in|falls|takes\s+(?:effect"
    r"|place|over)|goes\s+(?:to|out|into)|"
    r"comes\s+into|enters\s+into|passes\s+to)"
)
PAST = (
    r"was|were|had|did|has|have|been|said|told|held|took|went|came|began|gave|made|got|became|fell|rose|found|left"
    r"|sent|met|ran|"
    r"put|shut|cut|won|lost|saw|wrote|spoke|stood|sat|led|kept|paid|built|drew|grew|knew|sold|bought|brought|"
    r"thought|quit|struck|laid|handed|hit|let|broke|chose|drove|forbade|spent|swore|tore|withdrew"
)
# "asked him to open it on 16 March" looks forward only where the date comes after it
AHEAD = r"(?:asked|ordered|invited|told|bidden|urged|required|obliged)\s(?:[^\s.;,]{1,20}\s){1,5}to"
_HEADS = each(
    "asked ordered invited told bidden urged required obliged will 'll ’ll shall won't is are be was were it's "
    "he's she's "
    "has have due scheduled slated set going plan hope want aim intend expect propose must deadline upcoming "
    "forthcoming "
    "next promise about in come may face retires begins starts opens ends expires closes travels kicks falls "
    "takes goes "
    "comes enters passes had did been said held took went came began gave made got became fell rose found left "
    "sent met "
    "ran put shut cut won lost saw wrote spoke stood sat led kept paid built drew grew knew sold bought brought "
    "thought "
    "quit struck laid handed hit let broke chose drove forbade spent swore tore withdrew"
)
CUE = re.compile(rf"(?<![A-Za-z])(?={guard(head[:3] for head in _HEADS)})(?:(?P<ahead>{AHEAD})|(?P<future>{FUTURE})"
    rf"|(?P<past>{PAST}))\b", re.IGNORECASE)
# "-ed" makes a verb of the past, except in these
ENDED = re.compile(r"(?<!\w)[a-z]+ed\b")
NOT_PAST = frozenset(
    each(
        "need speed exceed proceed succeed indeed hundred feed seed shed scheduled expected planned united "
        "limited proposed "
        "unlimited related based so-called indeed greed breed freed bleed agreed-upon"
    )
)
BREAK = re.compile(r"[!?;]|\.(?=[\"'”’)]*\s+[\"'“‘(]*[A-Z0-9])|\n\s*\n")
ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Co|Corp"
    r"|Inc|Ltd|Gen|Sen|Rep)$")


class Tenses:
    """The cues of one text, found on the first question."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cues: list[tuple[int, str]] | None = None
        self._starts: list[int] = []
        self._breaks: list[int] = []

    def _find(self) -> list[tuple[int, str]]:
        if self._cues is None:
            self._cues = self._all_cues()
            self._starts = [start for start, _ in self._cues]
            self._breaks = [
                m.end() for m in BREAK.finditer(self._text)
                if m[0] != "." or not ABBREVIATED.search(self._text, max(0, m.start() - 5), m.start())
            ]
        return self._cues

    def _all_cues(self) -> list[tuple[int, str]]:
        cues = [(m.start(), m.lastgroup or "", m.end()) for m in CUE.finditer(self._text)]
        covered = [(start, end) for start, _, end in cues]
        for match in ENDED.finditer(self._text):
            index = bisect_right(covered, (match.start(), len(self._text))) - 1
            inside = index >= 0 and covered[index][1] >= match.end()
            if not inside and match[0] not in NOT_PAST:
                cues.append((match.start(), "past", match.end()))
        return [(start, kind) for start, kind, _ in sorted(cues)]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The stretch between sentence ends around a span, at most :data:`REACH` on each side."""
        self._find()
        left = bisect_right(self._breaks, start) - 1
        right = bisect_left(self._breaks, end)
        low = self._breaks[left] if left >= 0 else 0
        high = self._breaks[right] if right < len(self._breaks) else len(self._text)
        return max(low, start - REACH), min(high, end + REACH)

    def past(self, start: int, end: int) -> bool | None:
        """True where the words look back, false where they look forward, ``None`` where no cue stands near."""
        cues = self._find()
        low, high = self.sentence(start, end)
        index = bisect_left(self._starts, start) - 1
        if index >= 0 and self._starts[index] >= low:
            return cues[index][1] == "past"
        index = bisect_left(self._starts, end)
        if index < len(cues) and self._starts[index] < high:
            return cues[index][1] != "future"
        return None
