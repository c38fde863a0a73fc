"""Frames: the codebook's YAML, compiled in :mod:`synopticon.extract.patterns`, matched against clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from synopticon.codebook.schema import Codebook
from synopticon.extract.clauses import Read, clause, headed, held_by
from synopticon.extract.cues import read_cues
from synopticon.extract.holders import Holders
from synopticon.extract.langs.en_surface import beside
from synopticon.extract.lexicon import Entry, Lexicon
from synopticon.extract.measured import measured_in
from synopticon.extract.model import Candidate, Clause, Phrase, Span
from synopticon.extract.patterns import GROUPS, Pattern, compiled
from synopticon.extract.prefilter import Trigger
from synopticon.extract.scope import Scope, find_scope
from synopticon.extract.slots import template
from synopticon.extract.surface import Surfaces, figures, with_earlier
from synopticon.extract.telling import chosen, identified, named, specific
from synopticon.records import Mention, Modality, Quantity, Term, Value

SURE = 0.6  # weight; below it stand frames that take what no other frame does


class Frames:
    """All frames of one language, by the list of cues that anchors them.

    What is said here of tokens and sentences holds for every language; the methods from ``_anchors`` to
    ``_is_specific`` ask the English parse, and another language's frames put its own reader in their place.
    """

    lexicon: Any  # the language's cues: ``nouns`` and ``verbs`` by phrase

    def __init__(self, codebook: Codebook, language: str, lexicon: Any = None) -> None:
        self.codebook = codebook
        self.language = language
        self.lexicon = Lexicon(codebook, language) if lexicon is None else lexicon
        words = codebook.languages[language].words if language in codebook.languages else {}
        self.cues = read_cues(words)
        self.plain = frozenset(words.get("plain", ()))
        self.anchored: dict[tuple[str, str, str], list[Pattern]] = {}
        written: list[Pattern] = []
        for kind in codebook.types.values():
            for frame in kind.frames:
                if frame.language == language:
                    pattern = compiled(frame, kind)
                    if "surface" in frame.pattern:
                        written.append(pattern)
                        continue
                    part, cues = ("noun", pattern.noun) if pattern.noun else ("verb", pattern.verb or "")
                    self.anchored.setdefault((part, kind.name, cues), []).append(pattern)
        self.surfaces = Surfaces(written, self.cues)

    def triggers(self) -> Iterator[Trigger]:
        """The anchors of all frames with what each needs besides: what the scan looks for."""
        for written in self.surfaces.frames:
            pattern = written.pattern
            for word in pattern.frame.pattern.get("words", ()):
                yield Trigger(head=word, needs=(), context=pattern.type.name if pattern.context else None, figure=(
                    any(r.kind == "quantity" and r.required for r in pattern.type.roles)))
        for kind, lists in (("noun", self.lexicon.nouns), ("verb", self.lexicon.verbs)):
            for entry in (entry for entries in lists.values() for entry in entries):
                patterns = self.anchored.get((kind, entry.type, entry.list), ())
                if patterns:
                    roles = patterns[0].type.roles
                    bound = entry.bare or all(pattern.context for pattern in patterns)
                    yield Trigger(
                        head=entry.head, needs=entry.needs, context=entry.type if bound else None,
                        figure=any(role.kind == "quantity" and role.required for role in roles),
                    )

    def candidates(self, read: Read, holders: Holders) -> Iterator[Candidate]:
        """Every candidate that some frame finds in the sentence: a figure that a surface frame read is its own, but for
        an unsure frame where a sure one read it from the parse."""
        anchored = list(self._anchored(read, holders))
        _told(anchored, holders)
        written = list(self.surfaces.candidates(read, holders))
        sure = [c for c in anchored if c.weight >= SURE]
        held = frozenset[tuple[str, int]]().union(*(figures(c) for c in sure))
        written = [c for c in written if c.weight >= SURE or not figures(c) & held]
        taken = frozenset[tuple[str, int]]().union(*(figures(c) for c in written))
        found = [c for c in anchored if not figures(c) & taken] + written
        _told(found, holders)
        if not any(figures(c) for c in found):
            yield from found
            return
        laid = template(read, holders)
        for candidate in found:
            yield from with_earlier(candidate, laid, read)

    def _anchored(self, read: Any, holders: Holders) -> Iterator[Candidate]:
        """The candidates of frames with an anchor. The first frame that fits an anchor wins."""
        for token, kind, hits in self._anchors(read):
            yield from self._at(token, kind, hits, read, holders)

    def _anchors(self, read: Any) -> Iterator[tuple[Any, str, list[Entry]]]:
        """Every word that may anchor a frame, as ``noun`` or ``verb``, with the cues it is."""
        for token in read.doc:
            if token.pos_ in {"NOUN", "PROPN"} or token.tag_ in {"NNP", "NN", "NNS"}:
                yield token, "noun", self.lexicon.noun_hits(token, self.plain)
            if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBN", "VBD", "VBG"}:
                yield token, "verb", self.lexicon.verb_hits(token)

    def _clause(self, token: Any, read: Any, kind: str) -> Clause:
        """The clause that the anchor heads."""
        return clause(token, read, kind)

    def _scope(self, token: Any, read: Any) -> Scope:
        """How the clause is said."""
        return find_scope(token, self.cues, offset=read.offset)

    def _denied(self, token: Any, read: Any) -> bool:
        """Whether the anchor itself is denied."""
        return any(child.dep_ == "neg" for child in token.children)

    def _beside(self, token: Any, read: Any) -> frozenset[str]:
        """The words and phrases that hang on the anchor."""
        return beside(token)

    def _barred(self, found: Phrase, words: frozenset[str]) -> bool:
        """Whether the phrase ends with one of ``words``."""
        return any(found.text.casefold().endswith(word) for word in words)

    def _headed(self, found: Phrase, heads: frozenset[str]) -> bool:
        """Whether the phrase's noun is one of ``heads``."""
        return found.head in heads

    def _is_specific(self, token: Any, roles: Mapping[str, tuple[Value, ...]]) -> bool:
        """Whether the anchor speaks of one thing that can be told apart."""
        return specific(token, roles)

    def _at(self, token: Any, kind: str, hits: list[Entry], read: Any, holders: Holders) -> Iterator[Candidate]:
        if not hits:
            return
        found: Clause | None = None
        for entry in hits:
            if entry.bare and not holders.speaks_of(entry.type):
                continue
            for pattern in self.anchored.get((kind, entry.type, entry.list), ()):
                if found is None:
                    found = self._clause(token, read, kind)
                matched = list(self._match(pattern, entry, found, token, read, holders))
                if matched:
                    yield from matched
                    break

    def _applies(self, pattern: Pattern, found: Clause, token: Any, read: Any, holders: Holders) -> bool:
        """Whether the words that the frame asks for or forbids stand as it wants them."""
        if pattern.noun and pattern.verb and not self._governed(pattern, found):
            return False
        if pattern.functions and found.verb_function not in pattern.functions:
            return False
        if pattern.context and not holders.speaks_of(pattern.type.name):
            return False
        if (pattern.needs and not pattern.needs & read.spoken) or pattern.without & read.spoken:
            return False
        if (pattern.alone and found.arguments.get("patient")) or pattern.unless & (found.words | {found.verb}):
            return False
        if pattern.beside and not pattern.beside & self._beside(token, read):
            return False
        if pattern.nameless and named(token, pattern.nameless):
            return False
        return not (pattern.single and any(u is None and (q.high is None or q.high > 1) for u, q in found.quantities))

    def _match(
        self, pattern: Pattern, entry: Entry, found: Clause, token: Any, read: Any, holders: Holders
    ) -> Iterator[Candidate]:
        if not self._applies(pattern, found, token, read, holders):
            return
        measured = measured_in(found, pattern, read)
        if any(r.kind == "quantity" and r.required and r.name not in measured for r in pattern.type.roles):
            return
        scope = self._scope(token, read)
        if pattern.negated:  # "could not be opened" tells of a block
            told = scope.modality is Modality.DENIED or scope.cue == "longer" or self._denied(token, read)
            if scope.question or not told:
                return
            scope = replace(scope, modality=Modality.ASSERTED, cue="not")
        elif scope.hypothetical or scope.question:
            return
        if pattern.modality is not None:
            scope = replace(scope, modality=_standing(pattern.modality, scope.modality))
        others = self._others(pattern, found, read, holders)
        makers = tuple(m.text for m in others.get("issuer", ()) if isinstance(m, Mention))
        fixed = self._fixed(pattern, entry, found, read, holders.text, makers)
        if found.times and any(r.name == "date" for r in pattern.type.roles):
            others["date"] = (found.times[0],)
        for subject, counted in self._subjects(pattern, found, read, holders):
            roles: dict[str, tuple[Value, ...]] = {"subject": (subject,), **fixed, **others, **measured}
            _refined(pattern, roles, subject)
            _told_from(roles, subject)
            if counted is not None and "count" not in roles and any(r.name == "count" for r in pattern.type.roles):
                roles["count"] = (counted,)
            if "amount" not in roles and found.sums and any(r.name == "amount" for r in pattern.type.roles):
                roles["amount"] = (found.sums[0],)
            if any(isinstance(v, Mention) and (subject.antecedent or subject.text) in (v.text, v.antecedent)
                   for v in others.get("holder", ())):
                continue  # nobody holds a share in himself: "X lifted its stake"
            if (pattern.fresh and holders.said(pattern.type.name, roles)) or _untied(pattern, roles, holders):
                continue
            if _counted_twice(pattern, subject, measured):
                continue
            if (pattern.specific and not self._is_specific(token, roles)) or (
                    pattern.identified and not identified(token, roles)):
                continue
            if pattern.demands <= roles.keys() and all(r.name in roles for r in pattern.type.roles if r.required):
                yield _candidate(pattern, found, read, roles, scope)

    def _governed(self, pattern: Pattern, found: Clause) -> bool:
        entries = self.lexicon.verbs.get(found.verb, ()) or self.lexicon.verbs.get(found.verb.split("_")[0], ())
        return any(e.type == pattern.type.name and e.list == pattern.verb for e in entries)

    def _subjects(
        self, pattern: Pattern, found: Clause, read: Read, holders: Holders
    ) -> Iterator[tuple[Mention, Quantity | None]]:
        """Each subject of the first function that gives any, with the number it carries."""
        allowed = pattern.kinds.get("subject", GROUPS["any"])
        barred = pattern.never.get("subject", frozenset())
        for function in pattern.roles.get("subject", ()):
            if function == "self":
                yield _itself(found, read), None
                return
            if function in {"topic", "sole", "told"}:
                topic = holders.sole(allowed, barred) if function == "sole" else (holders.topic(allowed, found.start) if
                    function == "topic" else holders.told(pattern.type.name, "subject"))
                if topic is not None:
                    yield topic, None
                    return
                continue
            doers = frozenset(
                m.text for p in found.arguments.get("agent", ()) if p.kind not in GROUPS["pronoun"]
                for m in holders.mentions(p, allowed, read)
            ) if function != "agent" else frozenset()
            mentions = [(m, p.quantity) for p in self._fitting("subject", function, pattern, found, read)
                        for m in holders.mentions(p, allowed, read, barred=doers)]
            yield from mentions
            if mentions or (function == "agent" and any(
                    p.kind in GROUPS["pronoun"] for p in found.arguments.get("agent", ()))):
                return  # of "they" nothing is guessed

    def _others(self, pattern: Pattern, found: Clause, read: Read, holders: Holders) -> dict[str, tuple[Value, ...]]:
        roles: dict[str, tuple[Value, ...]] = {}
        for role, functions in pattern.roles.items():
            if role == "subject":
                continue
            allowed = pattern.kinds.get(role, GROUPS["any"])
            for function in functions:
                if function == "self":
                    roles[role] = (_itself(found, read),)
                    break
                phrases = self._fitting(role, function, pattern, found, read)
                if role == "actor":  # nobody restricts himself in "the blocking of YouTube"
                    held = {p.text for name in pattern.roles.get("subject", ()) for p in found.arguments.get(name, ())}
                    phrases = [p for p in phrases if function == "agent" or p.text not in held]
                mentions = tuple(m for p in phrases[:1] for m in holders.mentions(p, allowed, read))[:1]
                if mentions:
                    roles[role] = mentions
                    break
        if "post" in roles and "organisation" in roles:
            roles["post"] = (_without(roles["post"][0], roles["organisation"][0], read),)
        return roles

    def _fitting(self, role: str, function: str, pattern: Pattern, found: Clause, read: Read) -> list[Phrase]:
        """The phrases of one function that may fill the role."""
        allowed = pattern.kinds.get(role, GROUPS["any"])
        heads, never = pattern.heads.get(role), pattern.never.get(role, frozenset())
        given = [p for one in found.arguments.get(function, ()) for p in _told_apart(one)]
        if through := pattern.through.get(role):
            given = [inner for p in given for inner in (held_by(p, read) if headed(p, through, read) else (p,))]
        return [
            p for p in given
            if p.kind in allowed
            and (heads is None or self._headed(p, heads) or (
                role not in pattern.headed and (p.proper or p.kind in GROUPS["pronoun"])))
            and not self._barred(p, never)
            and not p.generic
            and (role not in pattern.proper or p.proper or p.named or p.kind in GROUPS["pronoun"])
            and (role not in pattern.known or p.proper or p.definite or p.quantity is not None
                 or p.kind in GROUPS["pronoun"] or "’s " in p.text or "'s " in p.text)
            and not (role in pattern.uncounted and (p.quantity is not None or p.text[:1].isdigit()))
        ]

    def _fixed(
        self, pattern: Pattern, entry: Entry, found: Clause, read: Read, whole: str, makers: tuple[str, ...]
    ) -> dict[str, tuple[Value, ...]]:
        roles: dict[str, tuple[Value, ...]] = {}
        for role, value in pattern.sets.items():
            fixed = entry.value if value in {"$noun", "$verb"} else value
            if fixed is not None:
                roles[role] = (Term(value=fixed, text=found.lemma),)
        for role, name in pattern.choose.items():
            if said := chosen(pattern.nearby.get(name, {}), found, read, whole, makers):
                roles[role] = (Term(value=said),)
        return roles


def _told_apart(given: Phrase) -> tuple[Phrase, ...]:
    """The members of a group that are named, and the group itself where it has a number or no members."""
    return tuple(given.members) if given.members and given.quantity is None else (given, *given.members)


def _told_from(roles: dict[str, tuple[Value, ...]], subject: Mention) -> None:
    """Nobody joins himself: "the association" that was taken for the subject's name stands as it is."""
    found = roles.get("organisation", (None,))[0]
    if isinstance(found, Mention) and found.antecedent in {subject.text, subject.antecedent} - {None}:
        roles["organisation"] = (Mention(text=found.text, start=found.start, end=found.end),)


def _standing(plain: Modality, said: Modality) -> Modality:
    """How it stands with what a frame tells as ``plain``, whatever the words around say; but a ban that is to be
    lifted, or was not, is still in force."""
    if plain is Modality.PAST and said not in {Modality.ASSERTED, Modality.PAST}:
        return Modality.ALLEGED if said is Modality.ALLEGED else Modality.ASSERTED
    return plain


def _counted_twice(pattern: Pattern, subject: Mention, measured: Mapping[str, tuple[Value, ...]]) -> bool:
    """Whether the figure stands in the name of who is said to have it: "360", "a board of 15"."""
    if "self" in pattern.roles.get("subject", ()):
        return False
    return any(isinstance(v, Quantity) and subject.start < v.end and v.start < subject.end
               for values in measured.values() for v in values)


def _untied(pattern: Pattern, roles: Mapping[str, tuple[Value, ...]], holders: Holders) -> bool:
    """Whether a role lacks the words that must stand near its name: a holder of shares that is not of the state."""
    return any(isinstance(v, Mention) and not holders.tied(v, words)
               for role, words in pattern.tied.items() for v in roles.get(role, ()))


def _told(found: Iterable[Candidate], holders: Holders) -> None:
    """Let what follows know of whom the last statement of each type spoke."""
    for candidate in sorted(found, key=lambda c: c.end):
        holders.tell(candidate.type, candidate.roles)


def _itself(found: Clause, read: Read) -> Mention:
    """The clause's own noun phrase as a mention."""
    text = read.text[found.start - read.offset : found.end - read.offset]
    return Mention(text=text, start=found.start, end=found.end)


def _without(post: Value, organisation: Value, read: Read) -> Value:
    """The post without the organisation written into it: "Ofo's secretary" and "secretary of Ofo" are a secretary."""
    if not isinstance(post, Mention) or not isinstance(organisation, Mention):
        return post
    start, end = post.start, post.end
    if start <= organisation.start and organisation.end <= end:
        before = read.text[start - read.offset : organisation.start - read.offset]
        link = re.search(r"\s+(?:of|at|for|in|with)\s+(?:the\s+|its\s+|an?\s+)?$", before)
        if link:
            end = start + link.start()
        elif organisation.start == start:
            rest = read.text[organisation.end - read.offset : end - read.offset]
            start = organisation.end + len(rest) - len(re.sub(r"^(?:['’]s?)?\s+", "", rest))
    if start >= end:
        return post
    return Mention(text=read.text[start - read.offset : end - read.offset], start=start, end=end)


def _candidate(
    pattern: Pattern, found: Clause, read: Read, roles: Mapping[str, tuple[Value, ...]], scope: Scope
) -> Candidate:
    spots: list[Span] = [(found.start, found.end)]
    for values in roles.values():
        for value in values:
            start, end = getattr(value, "start", None), getattr(value, "end", None)
            if start is not None and end is not None and found.sentence[0] <= start and end <= found.sentence[1]:
                spots.append((start, end))
    return Candidate(
        type=pattern.type.name, roles=roles, start=min(s for s, _ in spots), end=max(e for _, e in spots),
        sentence=found.sentence, scope=scope, rule=pattern.frame.rule, weight=pattern.weight,
    )


def _refined(pattern: Pattern, roles: dict[str, tuple[Value, ...]], subject: Mention) -> None:
    """Let the subject's words choose a narrower value: "deleted" of accounts is ``accounts_closed``."""
    words = subject.text.casefold().split()
    for role, by_value in pattern.refine.items():
        value = roles.get(role, (None,))[0]
        if isinstance(value, Term):
            for head, better in by_value.get(value.value, {}).items():
                if any(w.startswith(head) for w in words) or (not head.isascii() and head in subject.text):
                    roles[role] = (Term(value=better, text=value.text),)
                    break
