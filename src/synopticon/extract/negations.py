"""Negations in anchored words, and which of them the statement has nothing to do with.

A negation must be accounted for (law 2): by the modality, or by standing in another clause than everything the
statement speaks of, as in "a man who did *not* pay was arrested". Whoever proposes a candidate lists those that stand
elsewhere (``Candidate.elsewhere``); a proposer without a parse lists none, and is believed the less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from synopticon.extract.clauses import Read
from synopticon.extract.model import Candidate, Span
from synopticon.records import Modality, Moment, Term

NEGATION = re.compile(r"n['’]t\b|\b(?:not|never|no|none|nobody|neither|nor|cannot)\b", re.I)
# Words of denial that deny nothing, or not the thing itself; "no longer" is a matter of the past, and "No. 4" a number.
# "A policeman nobody knew" is a relative clause without its pronoun. Each idiom is given word by word, so that nothing
# beyond it is passed over.
NO_DENIAL = re.compile(
    r"\bnot (?:only|just|merely|simply|least|to mention|until|before|counting|including|yet)\b|\bif not\b|\bor not\b"
    r"|\bno (?:longer|more|fewer|less|later|earlier|sooner|matter|doubt)\b|\bno\.? ?\d|\bnot[- ]for[- ]profit\b"
    r"|(?:,|\b(?:but|and|although|though)) not\b|\bwhy not\b"
    r"|(?<=\w) nobody (?=(?:is|was|are|were|has|had|will|would|could|can)\b)|[“\"][^“”\"]*[”\"]", re.I
)  # fmt: skip
# The same for Chinese, by words that deny a verb; 不 alone is left out: it stands in 不少, 不仅, 不久 and many more.
DENIED = re.compile(
    r"从未|從未|尚未|并未|並未|未[曾有能获獲予被]|没有|沒有|没[能被再]|沒[能被再]|并非|並非"
    r"|否认|否認|不是|不会|不會|不再|不存在|不設|不设"
)
NOT_DENIED = re.compile(
    r"有没有|有沒有|是不是|会不会|會不會|没有[理原]由|不是[^，。]{1,12}而是|“[^”]*”|「[^」]*」"
)
STANDING = frozenset({Modality.ASSERTED, Modality.PLANNED, Modality.REQUIRED})


def negations(text: str, start: int, end: int, language: str = "en") -> Iterator[Span]:
    """The negations in ``text[start:end]``, idioms and quoted words left out."""
    words, idioms = (DENIED, NOT_DENIED) if language == "zh" else (NEGATION, NO_DENIAL)
    idle = [m.span() for m in idioms.finditer(text, start, end)]
    for found in words.finditer(text, start, end):
        if not any(left <= found.start() and found.end() <= right for left, right in idle):
            yield found.span()


def dropped(candidate: Candidate, text: str) -> Span | None:
    """The first negation in the anchored words that the candidate does not account for; ``None`` if there is none."""
    if candidate.scope.modality not in STANDING or candidate.type == "quotation":
        return None
    if candidate.scope.modality is Modality.ASSERTED and candidate.scope.cue:
        return None  # two denials that undo one another
    found = negations(text, candidate.start, candidate.end, candidate.language)
    return next((span for span in found if span not in candidate.elsewhere), None)


def elsewhere(candidate: Candidate, read: Read) -> tuple[Span, ...]:
    """The negations in the anchored words whose clause holds no role of the candidate and not its predicate."""
    left, right = candidate.start - read.offset, candidate.end - read.offset
    spans = negations(read.text, max(0, left), right)
    found = [(token, span) for span in spans if (token := _at(read.doc, span[0])) is not None]
    if not found:
        return ()
    own = {clause_of(token).i for token in _spoken_of(candidate, read)}
    return tuple(
        (start + read.offset, end + read.offset) for token, (start, end) in found if clause_of(token).i not in own
    )


def clause_of(token: Token) -> Token:
    """The verb of the token's clause; the root where it has none."""
    while token.head != token and (token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}):
        token = token.head
    return token


def _spoken_of(candidate: Candidate, read: Read) -> Iterator[Token]:
    """The head of every role that stands in the sentence, and the words that its terms were read from."""
    for values in candidate.roles.values():
        for value in values:
            if isinstance(value, Moment):  # a date hangs on whatever verb is nearest
                continue
            if isinstance(value, Term):
                stem = value.text.split("_")[0]
                yield from (t for t in read.doc if stem and t.lemma_.lower() == stem and _within(t, candidate, read))
                continue
            span = read.doc.char_span(value.start - read.offset, value.end - read.offset, alignment_mode="expand")
            if span is not None and value.start >= read.offset:
                yield span.root


def _within(token: Token, candidate: Candidate, read: Read) -> bool:
    return candidate.start <= read.offset + token.idx < candidate.end


def _at(doc: Doc, index: int) -> Token | None:
    return next((t for t in doc if t.idx <= index < t.idx + len(t)), None)
