"""Whom a sentence credits for what it says: ``according to X``, ``X said that …``, ``X put the number at …``.

Works on a spaCy parse of one sentence. Quoted speech is not its business: a quotation keeps its own speaker, found
in :mod:`.attribution`. When nobody is credited the answer is ``None``: an empty role is better than a guessed one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from synopticon.extract.speech import BESIDE_VERBS, NOUNISH, PARTICIPLES, REPORT_VERBS, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Verbs that give a figure or a finding as their object: whoever is their subject vouches for it.
_FIGURES = words(
    "put puts estimate estimates estimated count counts counted reckon reckons reckoned calculate calculates "
    "calculated document documents documented find finds found show shows showed shown record records recorded "
    "list lists listed disclose discloses disclosed reveal reveals revealed suggest suggests suggested indicate "
    "indicates indicated report reports reported claim claims claimed give gives gave name names named confirm "
    "confirms confirmed"
)
# Verbs whose subject does a thing by saying it, so that the subject is the actor and not a source.
_DEEDS = words(
    "order orders ordered ask asks asked urge urges urged demand demands demanded accuse accused accuses "
    "instruct instructs instructed invite invited summon summoned warn warned rule ruled rules decree decreed "
    "promise promised vow vowed pledge pledged propose proposed want wants wanted request requested charge "
    "charged blame blamed announce announced announces slam praise praised thank thanked"
)
_OBJECTS = ("dobj", "prep", "pobj", "dative", "oprd", "attr", "ccomp", "npadvmod", "conj", "dep", "appos", "xcomp")
_HOLDS = ("of", "for", "in", "at", "on", "with", "to", "by", "from")
_NOT_SOURCES = words("who which that it this there what one he's something nothing nobody no-one everything")
_ASIDE = (
    REPORT_VERBS | words("show shows showed found finds heard calculates calculated states claims reports")
) - words(
    "read reads put puts knew swears want wants wanted answered spoke speaks understood watched prefers prefer "
    "messaged defended agreed forbade"
)
_MARKS = frozenset("\"“”'‘’»")
MAX_STEPS = 12  # steps up the parse from the words to the verb that reports them; deeper ones are other clauses


def source_of(sentence: Doc, span: tuple[int, int]) -> tuple[int, int] | None:
    """The span (code points in ``sentence``) of whom the sentence credits for the words in ``span``, or ``None``."""
    inside = sentence.char_span(*span, alignment_mode="expand")
    if inside is None or not len(inside):
        return None
    found = _according(sentence, inside.root) or _reported(inside.root) or _inserted(sentence, inside.root)
    if found is None:
        return None
    start, end = _extent(found)
    return None if start < span[1] and span[0] < end else (start, end)


def _according(sentence: Doc, root: Token) -> Token | None:
    """X of ``according to X``, ``by X's count``, unless another clause than the words' own holds it."""
    for token in sentence:
        if token.lower_ == "according" and token.i + 1 < len(sentence) and sentence[token.i + 1].lower_ == "to":
            return next((child for child in sentence[token.i + 1].children if child.dep_ == "pobj"), None)
        if (
            token.lower_ in ("count", "account", "figures", "reckoning", "estimate", "estimates")
            and (token.dep_ == "pobj" and token.head.lower_ in ("by", "on"))
            and token.head.head.dep_ != "agent"
        ):
            owner = next((child for child in token.children if child.dep_ == "poss"), None)
            return owner if owner is not None else token
    return None


def _reported(root: Token) -> Token | None:
    """The subject of the nearest verb of reporting above the words."""
    token = root
    for _ in range(MAX_STEPS):
        head = token.head
        if head is token:
            return None
        if head.pos_ in ("VERB", "AUX") and token.dep_ not in ("nsubj", "nsubjpass", "agent", "csubj"):
            subject = _vouches(head, token)
            if subject is not None:
                return subject
        token = head
    return None


def _vouches(verb: Token, below: Token) -> Token | None:
    """The subject of ``verb`` if it reports what hangs on ``below``."""
    low = verb.lower_
    clause = below.dep_ in ("ccomp", "parataxis") or (below.dep_ == "xcomp" and low in ("claims", "claimed", "claim"))
    says = low in (BESIDE_VERBS - NOUNISH) | PARTICIPLES | {"reports", "states", "says"}
    if clause and says and low not in _DEEDS - {"announced", "announces", "warned", "ruled", "promised"}:
        return _subject(verb)
    if low in _FIGURES - _DEEDS and below.dep_ in _OBJECTS and _gives_figure(verb):
        subject = _subject(verb)
        return subject if subject is not None and _may_vouch(subject, verb) else None
    return None


def _gives_figure(verb: Token) -> bool:
    return verb.lower_ not in (
        "put",
        "puts",
        "found",
        "find",
        "finds",
        "gave",
        "give",
        "gives",
        "name",
        "named",
        "names",
        "show",
        "shows",
        "showed",
    ) or any(child.lower_ in ("at", "that") or child.dep_ == "ccomp" for child in verb.children)


def _may_vouch(subject: Token, verb: Token) -> bool:
    return subject.pos_ in ("PROPN", "NOUN", "PRON") and not any(child.dep_ == "auxpass" for child in verb.children)


def _subject(verb: Token) -> Token | None:
    """Who does the verb: its subject, the one before a joined verb, or the agent of a passive."""
    for token in _verbs(verb):
        for child in reversed(list(token.children)):  # of two subjects the nearer one: "The firm, X said, has …"
            if child.dep_ == "nsubj" and child.lower_ not in _NOT_SOURCES:
                return child
            if child.dep_ == "nsubj" and child.lower_ in ("who", "which", "that") and token.dep_ == "relcl":
                return token.head
            if child.dep_ == "agent":
                return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def _verbs(verb: Token) -> Iterator[Token]:
    yield verb
    while verb.dep_ in ("conj", "xcomp", "advcl") and verb.head is not verb and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
        yield verb


def _inserted(sentence: Doc, root: Token) -> Token | None:
    """``…, X said`` and ``…, X says, …``: subject and verb set off by commas, whatever the parse hung them on."""
    for token in sentence:
        if token.lower_ not in _ASIDE or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        subject = next(
            (c for c in reversed(list(token.lefts)) if c.dep_ in ("nsubj", "nsubj:pass") and c.i < token.i), None
        )
        if subject is None or subject.lower_ in _NOT_SOURCES or not _set_off(sentence, subject, token):
            continue
        between = sentence[min(root.i, token.i) : max(root.i, token.i)]
        if not any(t.text == ";" for t in between):
            return subject
    return None


def _set_off(sentence: Doc, subject: Token, verb: Token) -> bool:
    """Whether a comma stands before the subject, and little but a comma, an end or a time after the verb."""
    left = subject.left_edge.i
    if left < 2 or sentence[left - 1].text != "," or any(t.text in _MARKS for t in sentence[left - 2 : left]):
        return False
    after = sentence[verb.i + 1] if verb.i + 1 < len(sentence) else None
    aside = after is None or after.is_punct or after.lower_ in ("me", "us", "last") or after.pos_ in ("ADP", "ADV")
    return aside and (after is None or after.lower_ != "that")


def _extent(token: Token) -> tuple[int, int]:
    """The name that stands for ``token``, else its phrase without appositions and clauses."""
    name = next((child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    if name is not None and token.pos_ != "PROPN":
        token = name
    left = token.left_edge
    while left.i < token.i and (left.is_punct or left.dep_ in ("punct", "cc")):
        left = left.nbor(1)
    end = token
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in _HOLDS and child.i == end.i + 1 and _short(child):
            end = child.right_edge
        elif child.dep_ == "case" or (
            child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN") and token.pos_ == child.pos_
        ):
            end = child
    while end.i + 1 < len(end.doc) and end.nbor(1).pos_ == "PROPN" and end.nbor(1).lower_ not in BESIDE_VERBS:
        end = end.nbor(1)  # "the law firm Dehe", where the parse missed the apposition
    return left.idx, end.idx + len(end.text)


def _short(child: Token) -> bool:
    inside = list(child.subtree)
    return len(inside) <= 7 and not any(token.is_punct or token.pos_ in ("VERB", "AUX") for token in inside)
