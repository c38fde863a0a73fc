"""The way up from a predicate: the words that govern it, and what each makes of it.

A **step** leads from a word to the one above. Its cues are what the upper word does to the lower (*plans* to what
is planned); the upper word's own negation, modal and adverbs come after them (:mod:`synopticon.extract.nearby`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from synopticon.extract.cues import Cues, Effect
from synopticon.extract.nearby import (
    NOMINAL,
    NOT,
    SUBJECTS,
    VERBAL,
    Cue,
    Span,
    is_definite,
    is_passive,
    modals,
    near,
    negative,
    subjects,
    verb_key,
)

CLAUSES = frozenset({"xcomp", "ccomp", "csubj", "csubjpass", "acl", "advcl", "relcl", "pcomp", "parataxis", "dep"})
UNDERGOES = frozenset({"dobj", "obj", "nsubjpass", "attr", "oprd"})
LEADING = frozenset({"of", "for", "on", "to", "about", "against", "over", "at", "in", "towards", "toward", "from"})
SILENT = frozenset({Effect.SAY, Effect.ASK})  # "did not say", "will ask": the verb's own words do not touch the matter
COMES_ABOUT = frozenset({"be", "exist", "happen", "occur", "open", "start", "begin", "take", "arise", "follow"})
WHERE = frozenset({"into", "to", "for", "at", "in", "with"})  # "will speak at a congress": then there is to be one
LABEL = 8  # tokens in which a label must end
LONGEST = 40  # steps; a guard only, no sentence is nested so deep


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step up. ``local`` says which of the upper word's own cues count; ``closes`` ends all that is above."""

    to: Token | None = None
    cues: tuple[Cue, ...] = ()
    local: str = "all"
    closes: bool = False


def levels(token: Token, cues: Cues) -> Iterator[tuple[tuple[Cue, ...], bool]]:
    """The cues from ``token`` to the root of its sentence, group by group; each with whether the way closes there."""
    if _asks(token):
        yield (Cue(kind=Effect.ASK, word=token.sent[0]),), False
    yield tuple(near(token, None, cues)), False
    node = token
    for _ in range(LONGEST):
        yield tuple(_credits(node)), False
        step = rise(node, cues)
        yield step.cues, step.closes
        if step.to is None:
            break
        yield tuple(near(step.to, node, cues, step.local)), False
        node = step.to
    yield tuple(_label(node, cues)), False
    if _ends_asking(node):
        yield (Cue(kind=Effect.ASK, word=node.sent[-1]),), False


def rise(node: Token, cues: Cues) -> Step:
    """The step from ``node`` to the word above it."""
    head, dep = node.head, node.dep_
    if head == node:
        headline = next((c for c in node.children if c.tag_ == "TO" and c.dep_ == "aux"), None)
        return Step(cues=(Cue(kind=Effect.PLAN, word=headline),) if headline is not None else ())
    if dep in CLAUSES | {"conj"} and _apart(node, head):
        return Step()
    if dep == "conj":
        return _from_conjunct(node)
    if dep == "appos":
        found = tuple(c for c in near(head, None, cues) if c.kind == Effect.PLAN)
        return Step(to=head, cues=found, closes=True, local="none")
    if dep in CLAUSES and (node.pos_ in VERBAL or dep in {"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp"}):
        return _from_clause(node, cues)
    if dep == "acomp":
        return Step(to=head)
    if dep == "pobj":
        return _from_preposition(node, cues)
    if dep in {"compound", "nmod", "amod"} and head.pos_ in NOMINAL:
        effect = cues.nouns.get(head.lemma_.lower()) if head.pos_ == "NOUN" else None
        return _acting(head, effect, head) if effect else Step(to=head, closes=True, local="none")
    if dep in UNDERGOES | SUBJECTS and (head.pos_ in VERBAL or head.pos_ == "ADJ"):
        return _from_argument(node, cues)
    return Step(to=head, closes=True, local="none")


def _apart(node: Token, head: Token) -> bool:
    """Whether a semicolon stands between: two sentences in one, of which neither governs the other."""
    left, right = sorted((node.i, head.i))
    return any(t.text == ";" for t in node.doc[left:right])


def _from_conjunct(node: Token) -> Step:
    """A listed word shares what stands on the first, unless it is a clause of its own."""
    head = node.head
    joint = next((c.lower_ for c in head.children if c.dep_ == "cc"), "and")
    if node.pos_ not in VERBAL or head.pos_ not in VERBAL:
        return Step(to=head, local="all" if joint in {"or", "nor"} else "none")
    helpers = any(c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO" for c in node.children)
    if _finite(node) and not _finite(head):
        above = next((a for a in head.ancestors if _finite(a)), None)
        return Step(to=above, local="none")
    if subjects(node) or helpers or node.tag_ in {"VBD", "VBZ", "VBP"}:
        return Step(to=head, local="none")
    return Step(to=head, local="all" if joint in {"or", "nor"} else "modals")


def _finite(verb: Token) -> bool:
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return (helpers[0] if helpers else verb).tag_ in {"VBD", "VBZ", "VBP", "MD"}


def form_of(node: Token) -> str:
    """How a clause is governed: ``inf``, ``ing``, ``whether`` or ``that``."""
    if any(c.tag_ == "TO" and c.dep_ in {"aux", "mark"} for c in node.children):
        return "inf"
    if any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in node.children):
        return "whether"
    helpers = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"MD", "VBD", "VBZ", "VBP"} for c in node.children)
    being = any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBG" for c in node.children)
    if (node.tag_ == "VBG" or being) and not helpers:
        return "ing"
    if node.tag_ in {"VB", "VBN"} and not helpers and (node.dep_ == "xcomp" or node.tag_ == "VBN"):
        return "inf"
    return "that"


def _from_clause(node: Token, cues: Cues) -> Step:
    head, dep = node.head, node.dep_
    told = dep == "relcl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in node.children)
    if (dep == "relcl" and not told) or (dep == "acl" and _participial(node)):
        return Step(to=head, cues=tuple(_antecedent(node, cues)), closes=True, local="none")
    if dep == "acl" or told:
        effect = cues.nouns.get(head.lemma_.lower())
        if effect is None and head.dep_ == "ROOT" and form_of(node) == "inf":
            effect = Effect.PLAN  # a headline: "Chip parks to hold joint forum"
        return _acting(head, effect, head) if effect else Step(to=head, closes=True, local="none")
    if dep == "pcomp":
        return _from_preposition(node, cues)
    form = form_of(node)
    effect = verb_effect(head, form, node, cues)
    if dep == "advcl" and not (effect and form == "inf"):
        return _from_adverbial(node, form, cues)
    if effect is not None:
        return _acting(head, effect, head)
    if dep in {"csubj", "csubjpass"} or (dep == "xcomp" and form != "that"):
        return Step(to=head)
    if head.pos_ == "ADJ" or form == "inf":
        return Step(to=head)
    return Step(to=head, closes=True, local="none")


def _asks(token: Token) -> bool:
    """Whether the sentence is a question that opens with its verb, up to the first comma: "Is the site *banned*?"

    In these the parse goes wrong too often to be asked: it takes the participle for a relative clause.
    """
    sent = token.sent
    plain = not any(t.text in {",", ";", ":"} for t in token.doc[sent.start : token.i])
    return plain and sent[0].tag_ in {"VBZ", "VBP", "VBD", "MD"} and _ends_asking(token)


def _ends_asking(token: Token) -> bool:
    return token.sent.text.rstrip("\"'”’») ").endswith("?")


def _participial(node: Token) -> bool:
    """Whether a clause at a noun is a shortened relative one: "a branch *set up* in May"."""
    bound = any(c.dep_ in {"mark", "nsubj", "nsubjpass"} for c in node.children)
    helped = any(c.dep_ == "aux" and c.tag_ != "VBG" for c in node.children)
    return node.tag_ in {"VBN", "VBG"} and not bound and not helped


def _from_adverbial(node: Token, form: str, cues: Cues) -> Step:
    """A purpose is a plan; a participle shares the modal of its main clause; all else stands by itself."""
    found: tuple[Cue, ...] = ()
    if any(c.lower_ == "so" and c.i < node.i for c in node.children) and form == "that":
        return Step(to=node.head)
    if verb_key(node.head) in cues.factual and form == "inf":
        return Step(to=node.head)
    marked = any(c.dep_ in {"mark", "advmod"} and c.i < node.i and c.tag_ in {"IN", "WRB"} for c in node.children)
    purpose = next((c for c in node.children if c.tag_ == "TO"), None)
    if purpose is not None and not marked:
        found = (Cue(kind=Effect.PLAN, word=purpose),)
    elif form == "ing" and not marked and not subjects(node):
        found = tuple(modals(node.head, cues))
    return Step(to=node.head, cues=found, closes=True, local="none")


def _antecedent(node: Token, cues: Cues) -> Iterator[Cue]:
    """What a relative clause has from its noun: "no client *lost*", "a draft law that *bans*"."""
    noun = node.head
    word = negative(noun, cues)
    if word is not None:
        yield Cue(kind=NOT, word=word)
    if node.tag_ in {"VBZ", "VBP", "VB"} and any(s.tag_ in {"WDT", "WP"} for s in subjects(node)):
        for cue in near(noun, None, cues):
            if cue.kind == Effect.PLAN:
                yield cue


def verb_effect(verb: Token, form: str, node: Token, cues: Cues) -> Effect | None:
    """What ``verb`` makes of the complement ``node`` that it governs in this form."""
    lemma = verb.lemma_.lower()
    if verb.pos_ == "ADJ":
        return cues.adjectives.get(verb.lower_) if form in {"inf", "that"} else None
    if form == "inf":
        special = _special(verb, lemma, node)
        if isinstance(special, Effect):
            return special
        if special is not None:
            return None
        passive = cues.verbs["passive"].get(verb_key(verb)) if is_passive(verb) else None
        return passive or _listed(verb, "inf", cues)
    return cues.verbs[form].get(verb_key(verb))


def _listed(verb: Token, form: str, cues: Cues) -> Effect | None:
    """The verb's effect, by itself or with one of its prepositions: *call on X to*, *is set for*."""
    keys = [verb_key(verb), *(f"{verb_key(verb)} {c.lower_}" for c in verb.children if c.dep_ == "prep")]
    return next((cues.verbs[form][key] for key in keys if key in cues.verbs[form]), None)


def _special(verb: Token, lemma: str, node: Token) -> Effect | str | None:
    """Verbs that are auxiliaries before *to*: an effect, ``""`` for none at all, ``None`` for any other verb."""
    if not any(c.tag_ == "TO" for c in node.children):
        return "" if lemma in {"be", "have"} else None
    if lemma == "be":
        return Effect.PLAN if not any(c.dep_ in {"acomp"} for c in verb.children) else ""
    if lemma == "go":
        return Effect.PLAN if verb.tag_ == "VBG" else ""
    if lemma == "have":
        return "" if verb.tag_ == "VBD" else Effect.REQUIRE  # "had to close" tells that it closed
    if lemma == "use":
        return Effect.END if verb.tag_ in {"VBD", "VBN", "VB"} and not is_passive(verb) else ""
    return None


def _from_argument(node: Token, cues: Cues) -> Step:
    verb = node.head
    key = verb_key(verb)
    effect = _argument_effect(node, verb, cues)
    known = node.dep_ in UNDERGOES and is_definite(node) and (key in cues.support or key in cues.topics)
    if effect is not None and not (effect is Effect.PLAN and known):
        return _acting(verb, effect, verb)
    if key in cues.support or verb.lemma_.lower() in cues.support or not is_definite(node):
        return Step(to=verb)
    return Step(to=verb, closes=True, local="none")


def _argument_effect(node: Token, verb: Token, cues: Cues) -> Effect | None:
    """What the verb makes of its object, or a verb like *expire* of its subject."""
    raised_by = _raised(node, verb, cues)
    if raised_by is not None or node.dep_ not in UNDERGOES:
        return raised_by or cues.verbs["subject"].get(verb_key(verb))
    if node.lemma_.lower() in cues.nouns and verb_key(verb) in cues.verbs["report"]:
        return cues.verbs["report"][verb_key(verb)]
    effect = _listed(verb, "noun", cues) if node.dep_ == "nsubjpass" else cues.verbs["noun"].get(verb_key(verb))
    raised = any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children)  # "lifted its stake to 2 per cent"
    return None if raised and effect is Effect.END else effect


def _raised(node: Token, verb: Token, cues: Cues) -> Effect | None:
    """What stands between a subject and its own verb: "a committee *is* to be elected", "*is said* to exist"."""
    if node.dep_ not in SUBJECTS:
        return None
    holders = [verb, *(c for c in verb.children if c.dep_ == "acomp")]
    for holder in holders:
        for child in holder.children:
            comes = is_passive(child) or child.lemma_.lower() in COMES_ABOUT
            if child.dep_ == "xcomp" and form_of(child) == "inf" and comes:
                return verb_effect(holder, "inf", child, cues)
    return None


def _from_preposition(node: Token, cues: Cues) -> Step:
    """Up through a preposition: "without a branch", "plans for a ban", "resigned as secretary"."""
    prep = node.head
    above = prep.head
    word = prep.lower_
    pair = f"{prep.nbor(-1).lower_} {word}" if prep.i else word
    phrase = cues.phrases.get(word) or cues.phrases.get(pair)
    if any(c.dep_ == "neg" for c in prep.children):
        return Step(to=above, cues=(Cue(kind=NOT, word=prep),), closes=True, local="none")
    if phrase is not None:
        return Step(to=above, cues=(Cue(kind=phrase, word=prep),), closes=True, local="none")
    if above.pos_ in VERBAL:
        return _below_verb(node, prep, above, cues)
    lemma = above.lemma_.lower()
    if above.pos_ == "ADJ":
        effect = cues.adjectives.get(f"{above.lower_} {word}")
        return _acting(above, effect, prep) if effect else Step(to=above, closes=True, local="none")
    if word == "of" and lemma in cues.through:
        return Step(to=above)
    effect = cues.nouns.get(lemma) if word in LEADING else None
    return _acting(above, effect, above) if effect else Step(to=above, closes=True, local="none")


def _below_verb(node: Token, prep: Token, verb: Token, cues: Cues) -> Step:
    form = "ing" if node.dep_ == "pcomp" else "noun"
    effect = cues.verbs[form].get(f"{verb_key(verb)} {prep.lower_}")
    if effect is not None:
        return _acting(verb, effect, verb)
    if prep.lower_ == "as":
        return Step(to=verb)
    if prep.lower_ in WHERE and form == "noun" and not is_definite(node):
        return Step(to=verb, local="all" if prep.lower_ == "into" else "modals")
    return Step(to=verb, closes=True, local="none")


def _acting(head: Token, effect: Effect, word: Token) -> Step:
    agent = agent_of(head) if effect in (Effect.SAY, Effect.ALLEGE, Effect.REQUIRE) else None
    local = "none" if effect in SILENT and head.pos_ in VERBAL else "all"
    return Step(to=head, cues=(Cue(kind=effect, word=word, agent=agent),), local=local)


def agent_of(head: Token) -> Span | None:
    """Who says or orders: the subject, the *by* of a passive, the owner of a noun; its code points."""
    if head.pos_ in VERBAL:
        if is_passive(head):
            return _by(head)
        found = [s for s in subjects(head) if s.dep_ == "nsubj"]
        if not found and head.dep_ == "conj":
            return agent_of(head.head)
        return phrase_span(found[0]) if found and found[0].tag_ not in {"WDT", "WP", "EX"} else None
    owners = [c for c in head.children if c.dep_ == "poss"]
    return phrase_span(owners[0]) if owners else _by(head)


def _by(head: Token) -> Span | None:
    for child in head.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ in {"by", "from"}:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return phrase_span(noun)
    return None


def phrase_span(noun: Token) -> Span:
    """The noun phrase as code points, without the clauses and appositions after it."""
    words = [noun]
    for child in noun.children:
        if child.i < noun.i or child.dep_ in {"prep", "conj", "cc"}:
            words += [t for t in child.subtree if t.dep_ not in {"case"}]
    start, end = min(words, key=lambda t: t.i), max(words, key=lambda t: t.i)
    return start.idx, end.idx + len(end)


def _credits(node: Token) -> Iterator[Cue]:
    """*According to X*, and a verb of saying put in beside the clause."""
    for child in node.children:
        if child.lower_ == "according":
            nouns = [t for t in child.subtree if t.dep_ == "pobj"]
            if nouns:
                yield Cue(kind=Effect.SAY, word=child, agent=phrase_span(nouns[0]))


def _label(root: Token, cues: Cues) -> Iterator[Cue]:
    """*Unconfirmed: ...*, *Rumour of the day: ...*: hearsay by the label before a colon."""
    start = root.sent.start
    if start and root.doc[start - 1].text == ":":
        start = max(0, start - LABEL)
    head = [t.text for t in root.doc[start : start + LABEL]]
    for token in root.doc[start : start + (head.index(":") if ":" in head else 0)]:
        words = (cues.adjectives.get(token.lower_), cues.own.get(token.lemma_.lower()))
        if Effect.ALLEGE in words:
            yield Cue(kind=Effect.ALLEGE, word=token)
            return
