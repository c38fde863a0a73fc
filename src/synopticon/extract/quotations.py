"""Words between quotation marks: where they are, in every style of mark that news uses, and nothing about who spoke.

Marks are paired inside one paragraph, in one pass with a stack, so the work grows with the number of marks and a
stray mark spoils at most its own paragraph. Two habits of print reach over a paragraph's end: an opening mark that
is never closed and is *repeated* at the head of the next paragraph (``continued``), and, in transcribed text, a
mark at the head of a paragraph whose partner only comes some paragraphs later. Each gives ONE quotation with a
part for each paragraph.

Which quotations were spoken by somebody, and by whom, is decided in :mod:`synopticon.extract.attribution`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]

# Opening marks and the marks that close them. A German or Swedish pair may use one character for both ends.
PAIRS = {
    "“": "”“",
    "„": "“”",
    "‟": "”",
    "〝": "〞",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "「": "」",
    "『": "』",
    "”": "”",
    "``": "''\"",
    "''": "''",
    '"': '"',
    "＂": "＂",
    "‘": "’",
    "'": "'",
    "`": "'",
}
SINGLE = frozenset("‘’'`")
_MARK = re.compile("``|''|[\"＂“”„‟〝〞«»‹›「」『』‘’'`]")
# A doubled mark is one mark, so a single one inside its name does not close it.
_CLOSERS = {mark: frozenset(_MARK.findall(ends)) for mark, ends in PAIRS.items()}
# Words that begin with an apostrophe, and the tails that transcribers split off ("we 've"): never an opening mark.
_ELISION = re.compile(
    r"(?:tis|twas|em|til|till|cause|bout|n|round|cos|\d0s|\d\d|ve|ll|re|s|d|m|t)(?![\w])", re.IGNORECASE
)
REACH = 8  # paragraphs a quotation left open may run on without a repeated mark; longer ones print the mark again
_OPENS_AFTER = frozenset(" \t\u00a0\u3000\n([{<—–-/…:|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One pair of marks. ``text[start:end]`` is inside the marks, ``text[outer_start:outer_end]`` with them.

    ``parts`` are the words paragraph by paragraph without marks (one part unless ``continued``), all offsets are
    code points. ``paragraph`` is the index of the paragraph it opens in, ``last`` of the one it closes in.
    ``depth`` is 0 for a quotation that stands in no other; ``parent`` is then ``None``, else the index of the
    quotation around it in the same list. ``mark`` is the opening mark as printed.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    last: int
    parts: tuple[Span, ...]
    depth: int
    parent: int | None
    mark: str

    @property
    def continued(self) -> bool:
        """Whether it runs over a paragraph's end."""
        return len(self.parts) > 1


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    opens: bool  # may open here
    closes: bool  # may close here


@dataclass(slots=True)
class _Pair:
    mark: _Mark
    paragraph: int
    parts: list[Span]
    end: int = -1
    outer_end: int = -1
    last: int = -1


def find_quotations(text: str, paragraphs: Sequence[Span]) -> list[Quote]:
    """Every pair of quotation marks in ``text``, in order of opening; nested ones follow the one around them.

    ``paragraphs`` are spans of code points in order; words outside them are not read. Never raises on any text.
    """
    done: list[_Pair] = []
    carried: _Pair | None = None
    waited = 0
    for index, (start, end) in enumerate(paragraphs):
        marks = list(_marks(text, start, end))
        carried, waited = _still_carried(text, carried, waited, marks, (start, end))
        pairs, carried_on = _pair(marks, text, index, (start, end), carried)
        done.extend(pairs)
        if carried_on is not carried:
            waited = 0
        carried = carried_on
    return _number(done, text)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """The marks of one paragraph with what each may do there; apostrophes and inches are left out."""
    for found in _MARK.finditer(text, start, end):
        mark, at, after = found.group(), found.start(), found.end()
        before_char = text[at - 1] if at > start else " "
        after_char = text[after] if after < end else " "
        if before_char == "=" or (mark in SINGLE and before_char.isalnum() and after_char.isalnum()):
            continue
        opens, closes = _abilities(mark, before_char, after_char, text[after : min(end, after + 6)], at == start)
        if opens or closes:
            yield _Mark(at, after, mark, opens, closes)


def _abilities(mark: str, before: str, after: str, ahead: str, first: bool) -> tuple[bool, bool]:
    """Whether ``mark`` may open and may close, by itself and by the characters around it."""
    spaced = before in _OPENS_AFTER or not (before.isalnum() or before in ".,!?…")
    if mark in ("“", "„", "‟", "〝", "「", "『", "‹", "``"):
        return True, mark == "“"
    if mark in ("〞", "」", "』", "›"):
        return False, True
    if mark in ("«", "»"):
        return mark == "«" or (spaced and not after.isspace()), True
    if mark == "‘":
        return not _ELISION.match(ahead) or not spaced, False
    if mark == "’":
        return False, not before.isspace()
    if mark in ("'", "`"):
        glued = not after.isspace() and (after.isalnum() or after in '"“([…')
        return spaced and glued and not _ELISION.match(ahead), mark == "'" and not before.isspace()
    if mark == "”":
        return spaced and after.isalnum(), True
    return (spaced and not _closing_only(before, after)) or first, not (spaced and after.isalnum() and before != " ")


def _closing_only(before: str, after: str) -> bool:
    return before.isalnum() and not after.isalnum()


def _still_carried(
    text: str, carried: _Pair | None, waited: int, marks: list[_Mark], span: Span
) -> tuple[_Pair | None, int]:
    """Keep an open quotation only while the paragraph goes on with it: a repeated mark, or no mark that opens first."""
    if carried is None:
        return None, 0
    head = span[0] + len(text[span[0] : span[1]]) - len(text[span[0] : span[1]].lstrip())
    repeated = bool(marks) and marks[0].start == head and _family(marks[0].text) == _family(carried.mark.text)
    if repeated:
        marks.pop(0)
        carried.parts.append((_skip(text, head + len(carried.mark.text), span[1]), span[1]))
        return carried, 0
    first = next((mark for mark in marks if mark.text not in SINGLE), None)
    if waited >= REACH or (first is not None and not _closes_for(first, carried, text, span)):
        return None, 0
    carried.parts.append((_skip(text, span[0], span[1]), span[1]))
    return carried, waited + 1


def _closes_for(mark: _Mark, carried: _Pair, text: str, span: Span) -> bool:
    if mark.text not in _CLOSERS[carried.mark.text] or not mark.closes:
        return False
    # A straight mark says nothing by its shape: it closes if it leans on a word or stands last in its paragraph.
    leaning = mark.start > span[0] and not text[mark.start - 1].isspace()
    return leaning or not text[mark.end : span[1]].strip(" .,;")


def _family(mark: str) -> str:
    return '"' if mark in ('"', "“", "”", "``", "''", "＂") else mark


def _pair(
    marks: list[_Mark], text: str, index: int, span: Span, carried: _Pair | None
) -> tuple[list[_Pair], _Pair | None]:
    """Pair one paragraph's marks; the second value is the quotation that runs on into the next paragraph."""
    stack: list[_Pair] = [] if carried is None else [carried]
    waiting = _apostrophes_due(marks)
    done: list[_Pair] = []
    for number, mark in enumerate(marks):
        at = _partner(stack, mark)
        if at is not None and not _rather_opens(stack[at], mark, text) and not _possessive(mark, waiting[number], text):
            pair = stack[at]
            del stack[at:]
            _close(pair, mark, index, text)
            if pair.end > pair.parts[0][0]:
                done.append(pair)
        elif mark.opens:
            if at is not None:
                del stack[at:]  # the earlier mark never found its partner: a stray one
            stack.append(_Pair(mark, index, [(_skip(text, mark.end, span[1]), -1)]))
    return done, _runs_on(stack, carried, text, span)


def _runs_on(stack: list[_Pair], carried: _Pair | None, text: str, span: Span) -> _Pair | None:
    """The lowest quotation left open, if it may be continued: single marks are too often apostrophes to be trusted."""
    for pair in stack:
        if pair is carried:
            return pair
        if pair.mark.text not in SINGLE and pair.parts[0][0] < span[1]:
            pair.parts[0] = (pair.parts[0][0], span[1])
            return pair
    return None


def _partner(stack: list[_Pair], mark: _Mark) -> int | None:
    """Where on the stack the mark's opening partner lies: the innermost one of its kind."""
    if not mark.closes:
        return None
    for at in range(len(stack) - 1, max(-1, len(stack) - 9), -1):
        if mark.text in _CLOSERS[stack[at].mark.text]:
            return at
    return None


def _rather_opens(pair: _Pair, mark: _Mark, text: str) -> bool:
    """Whether a mark that could close is, by the look of it, a new opening mark: space before, a word after."""
    if not mark.opens or mark.text == "«" or (pair.mark.text == "„" and mark.text == "“"):
        return False
    before = text[mark.start - 1] if mark.start else " "
    after = text[mark.end] if mark.end < len(text) else " "
    return before.isspace() and (after.isalnum() or after in "[(‘'$") and mark.start > pair.mark.end


def _apostrophes_due(marks: list[_Mark]) -> list[bool]:
    """For each mark: does another single closing mark come before the next single opening one?"""
    due = [False] * len(marks)
    seen = False
    for number in range(len(marks) - 1, -1, -1):
        due[number] = seen
        if marks[number].text in ("‘",) or (marks[number].text in ("'", "`") and marks[number].opens):
            seen = False
        elif marks[number].text in ("’", "'"):
            seen = True
    return due


def _possessive(mark: _Mark, another: bool, text: str) -> bool:
    """Whether a single closing mark is the apostrophe of a plural ("the firms' names") with the real close to come."""
    follows = text[mark.end : mark.end + 2]
    return (
        mark.text in ("’", "'")
        and another
        and text[mark.start - 1] in "sS"
        and follows[:1] == " "
        and follows[1:2].islower()
    )


def _close(pair: _Pair, mark: _Mark, index: int, text: str) -> None:
    first = pair.parts[-1][0]
    end = mark.start
    while end > first and text[end - 1].isspace():
        end -= 1
    if len(pair.parts) > 1 and end <= first:
        pair.parts.pop()
        end = len(text[: pair.parts[-1][1]].rstrip())
        first = pair.parts[-1][0]
    pair.parts[-1] = (first, end)
    pair.end, pair.outer_end, pair.last = end, mark.end, index


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _number(pairs: list[_Pair], text: str) -> list[Quote]:
    """Sort by opening and say which quotation stands inside which."""
    found: list[Quote] = []
    around: list[int] = []
    for pair in sorted(pairs, key=lambda p: (p.mark.start, -p.outer_end)):
        while around and found[around[-1]].outer_end <= pair.mark.start:
            around.pop()
        found.append(
            Quote(
                start=pair.parts[0][0],
                end=pair.end,
                outer_start=pair.mark.start,
                outer_end=pair.outer_end,
                paragraph=pair.paragraph,
                last=pair.last,
                parts=_trim(pair.parts, text),
                depth=len(around),
                parent=around[-1] if around else None,
                mark=pair.mark.text,
            )
        )
        around.append(len(found) - 1)
    return found


def _trim(parts: list[Span], text: str) -> tuple[Span, ...]:
    return tuple((start, start + len(text[start:end].rstrip())) for start, end in parts if text[start:end].strip())
