"""Surface frames: a sentence with its names and figures taken for slots, matched against a pattern of the codebook.

Where grammar breaks (lists without their verb, "YouTube's at 448 million"; counts without their noun, "610 of them
belong to the Party"), a frame may say how such a sentence reads::

    put-at:
      surface: '\\bputs?\\b.*\\busers\\b.*'       # the part of the sentence that the frame speaks of
      each: "{subject}(?:'s)? at {count}"         # within that part, once for each statement; left out: the part itself

``{role}`` is a slot: a name, "it", "we" or "the company" for an entity; a figure for a quantity (a percentage for
``percent`` or with ``percent: true``); a date for a date. ``{role's}`` is an owner: "its", "Sina's". ``{part}`` and
``{whole}`` are the two numbers of "13 of the 52" or "of the 52, 13", from which a percentage is reckoned
(:mod:`.parts`). ``<w>`` is any word, ``<n>`` any name, ``<q>`` any number and ``<p>`` any percentage; ``<members>`` is
what the type's cues list as ``parts: members:``. A group named ``self`` gives the subject as it stands, one with a
text role's name that role. Blanks match any white space, letters match in either case, and a ``'``
matches both apostrophes. "its", "our" and "whose" match any of the three, "it", "we", "he" and "she" any of the four.
Beyond the keys of :mod:`.patterns`::

      words: [user, account]       # one of these anchors lets a sentence through to be parsed at all
      follows: '\bmembers\b'       # what must stand in the sentences right before
      modality: past               # how it is said, whatever the words around say
      roles: {subject: [told]}     # for a role without a slot: that of the last statement of this type (told), the last
                                   # name within or before the match (inside, before), the first one after it
                                   # (after), what the document speaks of most (topic)

A figure that the sentence sets against the one found ("up from 2 million", "against 38 per cent in 2016", "from 12 in
May to 40", "38 (2021: 35)") gives a second statement with modality ``past``, whatever frame found the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from synopticon.extract.clauses import Read, times_of
from synopticon.extract.cues import Cues
from synopticon.extract.holders import NOT_NAMES, Holders
from synopticon.extract.model import Candidate, Phrase
from synopticon.extract.parts import reckoned
from synopticon.extract.patterns import GROUPS, Pattern
from synopticon.extract.scope import Scope, find_scope
from synopticon.extract.slots import NAME, NUMBER, OWNER, PERCENT, REFERENCE, TIME, Item, Template, pattern_of, template
from synopticon.records import Mention, Modality, Moment, Quantity, Term, Value

_LOOK_BACK = 350  # characters before the sentence in which ``follows`` must stand: three sentences or so
_AGAINST = (
    r"(?P<sign>[{signs}])[^{signs};]{{0,60}}?(?:,? from|\b(?:against|(?:up|down|risen|grown|fallen) from"
    r"|compared (?:with|to)|versus|instead of))\s+(?:(?:a|an|only|just|mere|some|barely)\s+)*(?P<earlier>(?P=sign))"
    r"(?:(?:\s+\w+){{0,3}}\s+(?P<when>[{when}]))?"
)
_FROM_TO = (
    r"\bfrom (?P<earlier>[{signs}])(?:(?: \w+){{0,3}} (?P<when>[{when}]))?(?: [^\s{signs};]+){{0,4}} to "
    r"(?:(?:a|an|about|some|more than|over|nearly) )*(?P<sign>[{signs}])"
)
_IN_BRACKETS = r"(?P<sign>[{signs}])\s*\([^(){signs}{when}]{{0,12}}(?P<when>[{when}]):?\s*(?P<earlier>[{signs}])\s*[);]"
_SET_AGAINST = tuple(
    re.compile(form.format(signs=NUMBER + PERCENT, when=TIME), re.IGNORECASE)
    for form in (_AGAINST, _FROM_TO, _IN_BRACKETS)
)


class Written(NamedTuple):
    """One surface frame, compiled."""

    pattern: Pattern
    whole: re.Pattern[str]
    each: re.Pattern[str] | None
    follows: re.Pattern[str] | None
    modality: Modality | None


class Found(NamedTuple):
    """Where a surface frame matched: the groups' places in the template, and the words from the first to the last."""

    groups: Mapping[str, tuple[int, int]]
    start: int
    end: int


class Surfaces:
    """All surface frames of one language."""

    def __init__(self, patterns: Iterable[Pattern], cues: Cues) -> None:
        self.cues = cues
        self.frames = [_written(pattern) for pattern in patterns]

    def candidates(self, read: Read, holders: Holders) -> Iterator[Candidate]:
        """Every candidate of the sentence. Of two frames of one type the first has a figure for itself."""
        words = read.spoken
        laid: Template | None = None
        taken: dict[tuple[str, int], str] = {}
        for frame in self.frames:
            pattern = frame.pattern
            if pattern.context and not holders.speaks_of(pattern.type.name):
                continue
            if (pattern.needs and not pattern.needs & words) or pattern.without & words:
                continue
            left = max(0, read.span[0] - _LOOK_BACK)
            if frame.follows is not None and not frame.follows.search(holders.text, left, read.span[0]):
                continue
            laid = laid or template(read, holders)
            for found in _places(frame, laid):
                for candidate in self._read(frame, found, laid, read, holders):
                    rule = candidate.rule
                    if all(taken.setdefault(figure, rule) == rule for figure in figures(candidate)):
                        holders.tell(candidate.type, candidate.roles)
                        yield candidate

    def _read(self, frame: Written, found: Found, laid: Template, read: Read, holders: Holders) -> Iterator[Candidate]:
        roles = _roles(frame.pattern, found, laid, read, holders)
        if not (frame.pattern.demands | {r.name for r in frame.pattern.type.roles if r.required}) <= roles.keys():
            return
        if any(isinstance(v, Mention) and not holders.tied(v, words)
               for role, words in frame.pattern.tied.items() for v in roles.get(role, ())):
            return
        start, end = laid.places[found.start][0], laid.places[found.end - 1][1]
        span = read.doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            return
        scope = find_scope(span.root, self.cues, offset=read.offset)
        if scope.question or (scope.hypothetical and frame.modality is None):
            return
        if frame.modality is not None:
            scope = replace(scope, modality=frame.modality)
        when = times_of(span.root, span.root, read)
        if "date" not in roles and when and any(r.name == "date" for r in frame.pattern.type.roles):
            roles["date"] = (when[0],)
        yield _candidate(frame, roles, scope, read, (start, end))


def figures(candidate: Candidate) -> set[tuple[str, int]]:
    """The type with the place of each figure of the candidate: what two readings of one figure share."""
    return {(candidate.type, value.start) for values in candidate.roles.values() for value in values
            if isinstance(value, Quantity)}


def _written(pattern: Pattern) -> Written:
    raw = pattern.frame.pattern
    each = raw.get("each")
    return Written(
        pattern=pattern,
        whole=pattern_of(raw["surface"], pattern.type, percent=pattern.percent),
        each=pattern_of(each, pattern.type, percent=pattern.percent) if each else None,
        follows=re.compile(raw["follows"], re.IGNORECASE) if "follows" in raw else None,
        modality=Modality(raw["modality"]) if "modality" in raw else None,
    )


def _places(frame: Written, laid: Template) -> Iterator[Found]:
    for match in frame.whole.finditer(laid.text):
        groups = _groups(match)
        if frame.each is None:
            yield Found(groups, match.start(), match.end())
            continue
        for part in frame.each.finditer(laid.text, match.start(), match.end()):
            yield Found({**groups, **_groups(part)}, part.start(), part.end())


def _groups(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    return {name: match.span(name) for name, given in match.groupdict().items() if given is not None}


def _roles(
    pattern: Pattern, found: Found, laid: Template, read: Read, holders: Holders
) -> dict[str, tuple[Value, ...]]:
    roles: dict[str, tuple[Value, ...]] = {}
    names: dict[str, Item] = {}
    for name, at in found.groups.items():
        if name == "self":
            roles["subject"] = (_words(at, laid, read),)
            continue
        if at[0] not in laid.items:  # words of a text role, as they stand
            roles[name] = (_words(at, laid, read),)
            continue
        item = laid.items[at[0]]
        if isinstance(item.value, Phrase):
            names[name] = item
        elif name not in {"part", "whole"} and not _too_small(pattern, item.value):
            roles[name] = (item.value,)
    if {"part", "whole"} <= found.groups.keys() and (share := _share(found, laid, read)):
        roles["percent"] = (share,)
    told = [holders.told(pattern.type.name, role) for role, functions in pattern.roles.items()
            if "told" in functions and role not in names]
    for name, item in sorted(names.items(), key=lambda one: one[1].sign in {REFERENCE, OWNER}):  # names before pronouns
        given = [v for n in names if n != name for v in roles.get(n, ()) if isinstance(v, Mention)]
        others = frozenset(m.antecedent or m.text for m in (*told, *given) if m is not None)
        roles.update(_entity(name, item, pattern, others, read, holders))
    for role, functions in pattern.roles.items():
        if role not in roles:
            roles.update(_unwritten(role, functions, pattern, found, roles, laid, read, holders))
    for role, value in pattern.sets.items():
        roles[role] = (Term(value=value),)
    words = read.text[laid.places[found.start][0] : laid.places[found.end - 1][1]].casefold()
    for role, name in pattern.choose.items():
        if chosen := _chosen(pattern.nearby.get(name, {}), (words, read.text.casefold())):
            roles[role] = (Term(value=chosen),)
    return roles


def _words(group: tuple[int, int], laid: Template, read: Read) -> Mention:
    """The words of a group, as they stand."""
    left, right = group
    start, end = laid.places[left][0], laid.places[right - 1][1]
    return Mention(text=read.text[start:end], start=read.offset + start, end=read.offset + end)


def _too_small(pattern: Pattern, value: object) -> bool:
    return isinstance(value, Quantity) and value.high is not None and value.high < pattern.least


def _share(found: Found, laid: Template, read: Read) -> Quantity | None:
    part, whole = (laid.items[found.groups[name][0]] for name in ("part", "whole"))
    start = part.start if part.start < whole.start else laid.places[found.start][0]
    end = max(part.end, whole.end)
    text = read.text[start:end]
    percent = reckoned(text)
    if percent is None:
        return None
    left, right = read.offset + start, read.offset + end
    return Quantity(low=percent, high=percent, approx=False, text=text, start=left, end=right)


def _entity(
    role: str, item: Item, pattern: Pattern, others: frozenset[str], read: Read, holders: Holders
) -> dict[str, tuple[Value, ...]]:
    phrase_ = item.value
    allowed = pattern.kinds.get(role, GROUPS["any"])
    if not isinstance(phrase_, Phrase) or phrase_.kind not in allowed or phrase_.text.casefold() in NOT_NAMES:
        return {}
    if any(phrase_.text.casefold().endswith(word) for word in pattern.never.get(role, ())):
        return {}
    mentions = holders.mentions(phrase_, allowed, read, barred=others)
    if not mentions or (item.sign in {REFERENCE, OWNER} and mentions[0].antecedent is None):
        return {}
    if (mentions[0].antecedent or "").casefold().endswith(tuple(pattern.never.get(role, ()))):
        return {}
    return {role: (mentions[0],)}


def _unwritten(
    role: str, functions: tuple[str, ...], pattern: Pattern, found: Found, roles: Mapping[str, tuple[Value, ...]],
    laid: Template, read: Read, holders: Holders,
) -> dict[str, tuple[Value, ...]]:
    """A role that has no slot, or whose slot stayed empty."""
    for function in functions:
        for item in _around(function, found, laid):
            if filled := _entity(role, item, pattern, frozenset(), read, holders):
                return filled
        mention = None
        if function == "told":
            mention = holders.told(pattern.type.name, role)
        elif function == "topic":
            others = frozenset(v.antecedent or v.text for values in roles.values() for v in values
                               if isinstance(v, Mention))
            mention = holders.topic(
                pattern.kinds.get(role, GROUPS["any"]), read.offset + laid.places[found.start][0], others
            )
        barred = pattern.never.get(role, frozenset())
        if mention is not None and not (mention.antecedent or mention.text).casefold().endswith(tuple(barred)):
            return {role: (mention,)}
    return {}


def _around(function: str, found: Found, laid: Template) -> list[Item]:
    """The names of one side of the match, nearest first: within, before or after it."""
    named = [(at, i) for at, i in sorted(laid.items.items()) if i.sign in {NAME, REFERENCE, OWNER}]
    if function == "before":
        return [i for at, i in reversed(named) if at < found.start]
    if function == "inside":
        return [i for at, i in reversed(named) if found.start <= at < found.end]
    return [i for at, i in named if at >= found.end] if function == "after" else []


def _chosen(lists: Mapping[str, tuple[str, ...]], texts: Iterable[str]) -> str | None:
    for text in texts:
        for value, words in lists.items():
            if any(w != "*" and w in text for w in words):
                return value
    return next((value for value, words in lists.items() if "*" in words), None)


def with_earlier(candidate: Candidate, laid: Template, read: Read) -> tuple[Candidate, ...]:
    """The candidate and, where the sentence sets an older figure against its own, the statement of what was before."""
    for role, values in candidate.roles.items():
        value = values[0]
        if not isinstance(value, Quantity):
            continue
        for match in (m for form in _SET_AGAINST for m in form.finditer(laid.text)):
            item, older = laid.items[match.start("sign")], laid.items[match.start("earlier")]
            if item.start == value.start - read.offset and isinstance(older.value, Quantity):
                now, then = _dates(candidate, match, laid)
                past = replace(candidate.scope, modality=Modality.PAST)
                end = max(candidate.end, older.value.end)
                then[role] = (older.value,)
                return replace(candidate, roles=now), replace(candidate, roles=then, end=end, scope=past)
    return (candidate,)


def _dates(candidate: Candidate, match: re.Match[str], laid: Template) -> tuple[dict[str, tuple[Value, ...]], ...]:
    """The roles now and before: a date behind the older figure is of that, another one before both is of the newer."""
    now, then = dict(candidate.roles), {k: v for k, v in candidate.roles.items() if k != "date"}
    when = laid.items[match.start("when")].value if match["when"] else None
    if isinstance(when, Moment) and "date" in now:
        then["date"] = (when,)
        if now["date"] == (when,):
            del now["date"]
            ahead = [i.value for at, i in laid.items.items() if at < match.start("earlier") and i.sign == TIME]
            if len(ahead) == 1 and isinstance(ahead[0], Moment):
                now["date"] = (ahead[0],)
    return now, then


def _candidate(
    frame: Written, roles: Mapping[str, tuple[Value, ...]], scope: Scope, read: Read, span: tuple[int, int]
) -> Candidate:
    inside = [v for values in roles.values() for v in values if not isinstance(v, Term)]
    near = [v for v in inside if read.span[0] <= v.start and v.end <= read.span[1]]
    return Candidate(
        type=frame.pattern.type.name, roles=roles,
        start=min([read.offset + span[0], *(v.start for v in near)]),
        end=max([read.offset + span[1], *(v.end for v in near)]),
        sentence=read.span, scope=scope, rule=frame.pattern.frame.rule, weight=frame.pattern.weight,
    )
