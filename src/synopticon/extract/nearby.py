"""The cues that stand on a word itself: its negation, its modals, its adverbs and adjectives.

They are given in the order in which they act, the innermost first: *no longer* before *will*, *will* before *not*,
*not* before *reportedly*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from synopticon.extract.cues import Cues, Effect

Span = tuple[int, int]

NOT = "not"
"""Plain negation, by grammar and not by a listed verb."""

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "agent"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both"})
MODAL = frozenset({"will", "would", "can", "could", "may", "might", "shall", "should", "must", "do", "does", "did"})
PARTICLES = frozenset({"down", "up", "off", "out", "aside", "away"})
FIRST_PERSON = frozenset({"i", "we"})
PHRASE = 5  # tokens of the longest listed phrase
LOOK_BACK = 3  # tokens before a noun in which "until now," or "then" may stand apart from it


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One cue: its effect (or :data:`NOT`), the word that carries it, and who says or orders it (code points)."""

    kind: str
    word: Token
    agent: Span | None = None


def near(node: Token, below: Token | None, cues: Cues, local: str = "all") -> Iterator[Cue]:
    """The cues on ``node``, met on the way up from ``below`` (``None`` at the predicate itself)."""
    if local == "none":
        return
    if local == "modals":
        yield from modals(node, cues)
    elif node.pos_ in VERBAL or (node.pos_ == "ADJ" and node.dep_ not in {"amod", "compound"}):
        yield from _on_verb(node, below, cues)
    else:
        yield from _on_noun(node, below, cues)


def verb_key(verb: Token) -> str:
    """The verb's lemma with its particle, as the lists write it: ``set up``."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    if particle is None and word_at(verb, 1) in PARTICLES and verb.nbor(1).dep_ == "advmod":
        particle = word_at(verb, 1)
    return f"{verb.lemma_.lower()} {particle}" if particle else verb.lemma_.lower()


def word_at(token: Token, away: int) -> str:
    """The word so many tokens away in lower case, or nothing beyond the text."""
    spot = token.i + away
    return token.doc[spot].lower_ if 0 <= spot < len(token.doc) else ""


def is_passive(verb: Token) -> bool:
    """Whether ``verb`` is passive, also without an auxiliary ("a firm told to close")."""
    if any(c.dep_ in {"nsubjpass", "auxpass", "agent"} for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod", "advcl", "ROOT"} and not _has(verb, "aux")


def is_past(verb: Token) -> bool:
    """Whether the verb, or its first auxiliary, stands in the past tense."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return (helpers[0] if helpers else verb).tag_ == "VBD"


def past_state(token: Token, cues: Cues) -> Token | None:
    """The verb of state in the past tense by which ``token`` is said to be: *was secretary*, *had 30 members*."""
    node = token
    while node.pos_ not in VERBAL and node.dep_ in {"attr", "dobj", "nummod", "conj", "pobj", "prep", "compound"}:
        node = node.head
    if verb_key(node) not in cues.states or node.pos_ not in VERBAL or is_passive(node):
        return None
    return node if is_past(node) and node.dep_ != "ccomp" else None


def is_definite(noun: Token) -> bool:
    """Whether the noun is spoken of as known: a name, *the*, *this*, or somebody's."""
    if noun.pos_ in {"PROPN", "PRON"}:
        return True
    return any((c.dep_ == "det" and c.lower_ in DEFINITE) or c.dep_ == "poss" for c in noun.children)


def negative(noun: Token, cues: Cues) -> Token | None:
    """The word that makes a noun phrase negative: *no*, *none*, *neither*."""
    if noun.lower_ in cues.negative and noun.pos_ not in VERBAL:
        return noun
    for child in noun.children:
        if child.dep_ in {"det", "neg", "preconj", "nummod", "predet", "amod"} and child.lower_ in cues.negative:
            return child
        if child.dep_ == "neg" and child.lower_ in {"not", "n't"} and word_at(child, 1) in {"a", "an", "any"}:
            return child
    return None


def modals(verb: Token, cues: Cues) -> Iterator[Cue]:
    """The modal auxiliaries of ``verb``; with *have* they speak of what might have been."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    perfect = any(c.lower_ in {"have", "'ve", "’ve"} and c.tag_ == "VB" for c in helpers)
    for child in helpers:
        effect = cues.modals.get(child.lower_) if child.tag_ == "MD" else None
        if effect is None:
            continue
        if perfect and child.lower_ in {"may", "might"}:
            effect = Effect.ALLEGE
        elif perfect and effect is Effect.PLAN:
            effect = Effect.SUPPOSE
        elif child.lower_ == "shall" and any(s.lower_ in FIRST_PERSON for s in subjects(verb)):
            effect = Effect.PLAN
        yield Cue(kind=effect, word=child)
    bare = next((c for c in helpers if c.lower_ == "be" and c.tag_ == "VB"), None)
    if bare is not None and subjects(verb) and not _carried(verb, helpers, cues):
        yield Cue(kind=Effect.REQUIRE, word=bare)  # "that the pages be closed"


def _carried(verb: Token, helpers: list[Token], cues: Cues) -> bool:
    """Whether a bare *be* has its reason: a modal, *to*, or a verb like *let* above it."""
    if any(c.tag_ in {"MD", "TO"} or c.lower_ in MODAL for c in helpers):
        return True
    return verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_.lower() in cues.factual


def subjects(verb: Token) -> list[Token]:
    """The verb's own subjects."""
    return [c for c in verb.children if c.dep_ in SUBJECTS]


def negations(verb: Token, below: Token | None, cues: Cues) -> Iterator[Token]:
    """The words that negate ``verb``, but not those inside the argument that the way comes from."""
    for child in verb.children:
        if child.dep_ == "neg" and child.lower_ in {"not", "n't", "n’t", "never", "no"}:
            if not _only_how(verb, child, below, cues):
                yield child
        elif child.dep_ in {"advmod", "preconj", "cc"} and cues.adverbs.get(child.lower_) == Effect.DENY:
            if not (child.dep_ == "cc" and child.i > verb.i):  # the "nor" after a verb belongs to what follows
                yield child
        elif child.dep_ in ARGUMENTS and child != below:
            word = negative(child, cues)
            if word is not None and not any(c.lower_ in cues.degrees for c in child.children if c.dep_ == "amod"):
                yield word


def _only_how(verb: Token, word: Token, below: Token | None, cues: Cues) -> bool:
    """Whether the negation denies only how, why or how much: *not only*, *not until*, *not a total ban*."""
    if word_at(word, 1) in cues.focus or any(c.lower_ == "until" for c in verb.children):
        return True
    named = below if below is not None and below.dep_ == "attr" else None
    return named is not None and any(c.dep_ == "amod" and c.lower_ in cues.degrees for c in named.children)


def _on_verb(verb: Token, below: Token | None, cues: Cues) -> Iterator[Cue]:
    ended = _ended(verb, cues)
    if ended is not None:
        yield Cue(kind=Effect.END, word=ended)
    if below is None or below.dep_ in SUBJECTS:
        yield from predicated(verb, below, cues)
    yield from _phrases(verb, cues)
    yield from _on_paper(verb, below, cues)
    denied = [word for word in negations(verb, below, cues) if ended is None or word.i != ended.i - 1]
    for cue in modals(verb, cues):
        if not (denied and cue.kind == Effect.SUPPOSE):
            yield cue
    for word in denied:
        yield Cue(kind=NOT, word=word)
    yield from _adverbs(verb, cues, Effect.ALLEGE, Effect.FAIL)
    yield from _mark(verb, cues)


def _on_paper(verb: Token, below: Token | None, cues: Cues) -> Iterator[Cue]:
    """What a bill or a plan does in the present tense, it would do: "a reform plan puts a committee in its stead"."""
    if verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ != "be" and not _has(verb, "auxpass"):
        for subject in subjects(verb):
            if subject != below and cues.own.get(subject.lemma_.lower()) == Effect.PLAN:
                yield Cue(kind=Effect.PLAN, word=subject)


def predicated(verb: Token, below: Token | None, cues: Cues) -> Iterator[Cue]:
    """What a copula says of its subject: *is due in May*, *was untrue*, *is a fabrication*."""
    if below is None or verb.lemma_.lower() not in {"be", "become", "remain", "prove", "seem"}:
        return
    for child in verb.children:
        if child.dep_ in {"acomp", "oprd"} and child.lower_ in cues.adjectives:
            denied = any(c.dep_ == "neg" for c in child.children)
            yield Cue(kind=Effect.DENY if denied else cues.adjectives[child.lower_], word=child)


def _ended(verb: Token, cues: Cues) -> Token | None:
    """The word that says it is over: *no longer*, *formerly*, or *until 2019* beside a past tense."""
    for child in verb.children:
        if child.dep_ in {"advmod", "neg", "npadvmod"}:
            if child.lower_ == "longer" and word_at(child, -1) in {"no", "any"}:
                return child
            if cues.adverbs.get(child.lower_) == Effect.END and word_at(child, -1) != "at":
                return child
            if child.lower_ in {"anymore", "more"} and _has(verb, "neg"):
                return child
        if child.lower_ == "more" and word_at(child, -1) == "no" and verb.lemma_ == "be":
            return child
        if child.dep_ == "prep" and child.lower_ in {"until", "till"} and _over(verb, child):
            return child
    return None


def _over(verb: Token, until: Token) -> bool:
    """Whether *until* ends a past state: not what a *not* waits for, not an aside after the subject."""
    return is_past(verb) and not _has(verb, "neg") and not _aside(verb, until)


def _aside(verb: Token, word: Token) -> bool:
    """Whether ``word`` stands between subject and verb: "Low, *until now* a director, leads it"."""
    return word.i < verb.i and any(s.i < word.i for s in subjects(verb))


def _phrases(node: Token, cues: Cues) -> Iterator[Cue]:
    for child in node.children:
        if child.dep_ in {"prep", "advmod", "npadvmod", "mark", "advcl"}:
            text = " ".join(t.lower_ for t in child.doc[child.i : child.i + PHRASE])
            for phrase, effect in cues.phrases.items():
                if effect is Effect.DENY or not f"{text} ".startswith(f"{phrase} "):
                    continue
                if effect is not Effect.END or node.pos_ not in VERBAL or not _aside(node, child):
                    yield Cue(kind=effect, word=child)
                break


def _adverbs(node: Token, cues: Cues, *kinds: Effect) -> Iterator[Cue]:
    for child in node.children:
        if child.dep_ in {"advmod", "amod", "intj"} and cues.adverbs.get(child.lower_) in kinds:
            yield Cue(kind=cues.adverbs[child.lower_], word=child)


def _mark(verb: Token, cues: Cues) -> Iterator[Cue]:
    for child in verb.children:
        before = child.dep_ in {"mark", "advmod", "prep"} and child.i < verb.i
        if child.lower_ in cues.marks and (before or (child.dep_ == "aux" and _inverted(verb, child))):
            yield Cue(kind=cues.marks[child.lower_], word=child)
    if verb.dep_ == "advcl" and verb.left_edge.i > verb.sent.start:
        opening = verb.left_edge.nbor(-1)  # in "If police arrest him, we will ..." the parser may hang "if" on the end
        if opening.dep_ == "mark" and opening.head == verb.head and opening.lower_ in cues.marks:
            yield Cue(kind=cues.marks[opening.lower_], word=opening)


def _inverted(verb: Token, helper: Token) -> bool:
    """*Should it refuse, ...*: the auxiliary before the subject, in no question."""
    return any(s.i > helper.i for s in subjects(verb)) and not verb.sent.text.rstrip("\"'”’» ").endswith("?")


def _on_noun(noun: Token, below: Token | None, cues: Cues) -> Iterator[Cue]:
    if below is None and noun.lemma_.lower() in cues.own:
        yield Cue(kind=cues.own[noun.lemma_.lower()], word=noun)
    for child in _modifiers(noun):
        effect = cues.adjectives.get(child.lower_)
        if effect is not None:
            yield Cue(kind=effect, word=child)
    for child in noun.children if below is None else ():
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.i > noun.i:
            effect = cues.verbs["noun"].get(verb_key(child))
            if effect is not None and verb_key(child) not in cues.support:
                yield Cue(kind=effect, word=child)
    before = _before(noun) if below is None else None
    if before is not None:
        yield Cue(kind=Effect.END, word=before)
    yield from _phrases(noun, cues)
    yield from _adverbs(noun, cues, Effect.ALLEGE, Effect.END)
    word = negative(noun, cues)
    if word is not None:
        yield Cue(kind=NOT, word=word)


def _modifiers(noun: Token) -> Iterator[Token]:
    """Adjectives of the noun, and of the name it is a title of: "former leader Deng"."""
    titled = noun.head if noun.dep_ in {"compound", "nmod"} and noun.head.pos_ == "PROPN" else None
    for child in [*noun.children, *(titled.children if titled is not None else ())]:
        if child.i < noun.i and child.dep_ in {"amod", "compound", "nmod", "det", "punct"}:
            yield child


def _before(noun: Token) -> Token | None:
    """*Until now a deputy director*, *then national security adviser*: a word of time before a post."""
    start = noun
    while start.i > noun.sent.start and start.nbor(-1).head in {start, noun} and not start.nbor(-1).is_punct:
        start = start.nbor(-1)
    for back in range(1, LOOK_BACK + 1):
        if start.i - back < noun.sent.start:
            return None
        word = start.nbor(-back)
        if word.is_punct:
            return None
        if word.lower_ in {"until", "till"}:
            return word
        if back == 1 and word.lower_ in {"then", "once", "formerly", "previously", "hitherto"}:
            return word
    return None


def _has(node: Token, dep: str) -> bool:
    return any(c.dep_ == dep for c in node.children)
