"""English grammar folded into functions: from a spaCy parse to the arguments of a predicate.

Everything a frame must not see is undone here once: passives ("was shut by X"), possession ("X's N", "N of X"),
control ("told X to shut"), relative clauses ("which runs Y"), apposition ("X, the search company"), titles
("President X"), light verbs ("hold a meeting") and lists ("A, B and C").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from synopticon.extract.langs.en_passive import OBJECTS, done, is_passive, to_be_done
from synopticon.extract.langs.en_sums import CHARGING, before_sum, charged, is_sum

PLACES = {"in", "at", "inside", "within", "across", "throughout"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
NOT_FIRST = {"the", "a", "an", "its", "their", "his", "her", "our", "even", "all", "both", "this", "that", "these",
             "those", "such", "only", "just", "also", "recently", "newly", "some", "any", "no", "every", "each", "will",
             "whose"}
EQUATIVE = {"be", "become", "remain", "stay"}
NAMING = {"name", "appoint", "elect", "make", "call", "choose", "install", "designate", "confirm"}
PARTITIVES = {"number", "total", "lot", "majority", "dozen", "hundred", "thousand", "million", "score", "series",
              "handful", "couple", "range", "some", "several", "many", "most", "percent", "half", "third", "quarter",
              "part", "none", "all", "each"}

LEMMAS = {"fin": "fine", "ax": "axe"}  # what the lemmatiser makes of "fined" and "axed"
PARTICLES = {"down", "up", "off", "out", "offline", "aside", "away"}
CLOSE_TO = {"blocking", "suspension", "removal", "probe", "investigation", "boss", "operator", "owner", "maker",
            "executive", "representative"}  # "the operator of X": what is theirs is a firm, not a place

Arguments = dict[str, list[Token]]


def verb_lemma(token: Token) -> str:
    """The verb's lemma with its particle: ``set_up``, ``shut_down``; lower case."""
    particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), None)
    lemma = LEMMAS.get(token.lemma_.lower(), token.lemma_.lower())
    if particle is None:
        particle = next((c.lower_ for c in token.children if c.lower_ in PARTICLES and 0 < c.i - token.i <= 8
                         and (c.dep_ in {"advmod", "oprd", "acomp"} or (_out_of(c) and token.pos_ == "VERB"))), None)
    return f"{lemma}_{particle}" if particle else lemma


def _out_of(token: Token) -> bool:
    """Whether the word is the "out" of "pulled out of the pact", which the parser takes for a preposition."""
    return token.lower_ == "out" and token.dep_ == "prep" and any(c.lower_ == "of" for c in token.children)


def conjuncts(token: Token) -> list[Token]:
    """``token`` and what is listed with it, in order of the text."""
    found, queue = [token], [token]
    while queue:
        head = queue.pop()
        for child in head.children:
            joined = child.dep_ == "conj" or (child.dep_ in {"dep", "appos"} and _in_list(head, child))
            if joined and child.pos_ in {"PROPN", "NOUN", "NUM", "PRON", "X"} and child not in found:
                found.append(child)
                queue.append(child)
    return sorted(found, key=lambda t: t.i)


def _in_list(head: Token, child: Token) -> bool:
    """A bare name after a bare name and a comma is a list that the parser took for an apposition."""
    return head.pos_ == child.pos_ == "PROPN" and any(c.dep_ == "conj" for c in child.children)


def subjects(verb: Token, seen: frozenset[int] = frozenset()) -> list[Token]:
    """The grammatical subjects of ``verb``, through conjunction, control and relative clauses."""
    if verb.i in seen:
        return []
    seen = seen | {verb.i}
    helped = [c for c in verb.children if c.dep_ == "auxpass"]  # "mobile internet remains suspended"
    own = [c for node in (verb, *helped) for c in node.children if c.dep_ in SUBJECTS]
    if own:
        return [t for s in own for t in _antecedent(s, verb)]
    if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return conjuncts(verb.head) if verb.dep_ == "relcl" else [verb.head]
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subjects(verb.head, seen)
    if verb.dep_ == "acomp" and verb.tag_ == "VBN":  # "remains suspended"
        return subjects(verb.head, seen)
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        controlled = [c for c in verb.head.children if c.dep_ in OBJECTS | {"dative"}] if verb.dep_ == "xcomp" else []
        return controlled or subjects(verb.head, seen)
    if verb.dep_ in {"advcl", "pcomp"}:
        governor = verb.head if verb.dep_ == "advcl" else verb.head.head
        return subjects(governor, seen) if governor.pos_ in {"VERB", "AUX"} else []
    return []


def _antecedent(subject: Token, verb: Token) -> list[Token]:
    if subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return conjuncts(verb.head)
    if verb.dep_ == "ccomp" and subject.lower_ in {"it", "they"}:
        return _teller(subject, verb) or [subject]
    return conjuncts(subject)


def _teller(pronoun: Token, verb: Token) -> list[Token]:
    """In "34 firms said they have a branch" the firms: who tells, where the number agrees and it is no person."""
    tellers = subjects(verb.head)
    if not tellers or tellers[0].pos_ not in {"NOUN", "PROPN"}:
        return []
    many = len(tellers) > 1 or tellers[0].tag_ in {"NNS", "NNPS"}
    if many != (pronoun.lower_ == "they") or (not many and tellers[0].ent_type_ == "PERSON"):
        return []
    return tellers


def members(token: Token) -> list[Token]:
    """Who is named as part of a group: "firms including A and B", "sites such as A, B and C"."""
    named = [t for word, tokens in prepositions(token) if word in {"including", "as", "like", "among"} for t in tokens]
    behind = [t for one in named for c in one.children if c.dep_ == "appos" for t in conjuncts(c)[1:]]
    return named + [t for t in behind if t not in named]


def objects(verb: Token) -> list[Token]:
    """The objects of an active ``verb``, with what is listed beside them."""
    own = [c for c in verb.children if c.dep_ in OBJECTS]
    if verb.lemma_ in CHARGING and (named := before_sum(verb)):
        return named
    if not own and verb.dep_ == "relcl" and not is_passive(verb):
        if any(c.dep_ == "nsubj" and c.tag_ not in {"WDT", "WP"} for c in verb.children):
            return conjuncts(verb.head)
        return []
    if not own:
        shared = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and verb.i < c.i]
        return [t for c in shared[:1] for t in objects(c)] if shared and shared[0].i - verb.i <= 2 else []
    named = charged(verb) if any(map(is_sum, own)) else [_antecedent(one, verb)[0] for one in own]
    return [t for one in named for t in conjuncts(one)]


def prepositions(token: Token) -> Iterator[tuple[str, list[Token]]]:
    """Each preposition hanging on ``token`` with the nouns it governs."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ", "VERB", "ADV"}:
            word = "by" if child.dep_ == "agent" else child.lower_
            targets = [t for c in child.children if c.dep_ == "pobj" for t in conjuncts(c)]
            if targets:
                yield word, targets
            yield from prepositions(child)


def verb_arguments(verb: Token) -> Arguments:
    """The arguments of a verb, passive and active alike, by function."""
    found: Arguments = {}
    complements = [c for c in verb.children if c.dep_ == "acomp"]
    sums = [c for c in verb.children if c.dep_ in OBJECTS and is_sum(c)]
    for word, tokens in [p for node in (verb, *complements, *sums) for p in prepositions(node)]:
        found.setdefault(word, []).extend(tokens)
        if word in PLACES:
            found.setdefault("place", []).extend(tokens)
    subject = subjects(verb)
    if is_passive(verb):
        found["patient"] = subject
        found["agent"] = found.get("by", [])
    else:
        found["agent"] = subject
        found["patient"] = objects(verb) or _held_to_be(verb) or [c for c in verb.children if c.dep_ == "attr"]
        if verb.lemma_ in NAMING:
            found["patient"] = _named_as(verb) or found["patient"]
    if verb.dep_ == "amod" and verb.tag_ == "VBN" and verb.head.pos_ in {"NOUN", "PROPN"}:
        found["described"] = conjuncts(verb.head)  # "the jailed journalist"
    found["dative"] = [t for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP" for t in conjuncts(c)]
    found["complement"] = [c for c in verb.children if c.dep_ in {"oprd", "attr"}] + found.get("as", [])
    return {name: tokens for name, tokens in found.items() if tokens}


def _held_to_be(verb: Token) -> list[Token]:
    """In "found X guilty" the parser makes X the subject of the adjective: it is the verb's object too."""
    told = [c for c in verb.children if c.dep_ == "ccomp" and c.pos_ == "ADJ"]
    return [t for c in told if not any(g.pos_ == "AUX" for g in c.children)
            for s in c.children if s.dep_ == "nsubj" for t in conjuncts(s)]


def _named_as(verb: Token) -> list[Token]:
    """In "named Li Bin chief executive" the parser makes the name a modifier of the post: undo that."""
    posts = [c for c in verb.children if c.dep_ in {"oprd", "dobj"} and c.pos_ == "NOUN"]
    return [c for p in posts for c in p.children if c.dep_ in {"compound", "nmod"} and c.ent_type_ == "PERSON"][-1:]


def noun_arguments(noun: Token) -> tuple[str, str, Arguments]:
    """The arguments of a noun: ``(governing verb's lemma, the noun's function there, arguments)``."""
    found: Arguments = {}
    owners = [t for c in noun.children if c.dep_ == "poss" for t in conjuncts(_whose(c))]
    for word, tokens in prepositions(noun):
        found.setdefault(word, []).extend(tokens)
        if word in PLACES:
            found.setdefault("place", []).extend(tokens)
    found["owner"] = owners + found.get("of", []) + name_before(noun) + _having(noun)
    found["modifier"] = [t for c in noun.children if c.dep_ in {"compound", "nmod"} and c.i < noun.i
                         and c.pos_ in {"NOUN", "PROPN"} for t in conjuncts(c)]
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and child.pos_ == "VERB":
            for word, tokens in prepositions(child):
                if word in PLACES or word == "by":
                    found.setdefault(word if word == "by" else "place", []).extend(tokens)
    head = _list_head(noun)
    if head != noun and not owners:
        found["owner"] += [t for c in head.children if c.dep_ == "poss" for t in conjuncts(c)]
    verb, function = governing_verb(head)
    found["bearer"] = bearers(noun, head)
    lemma = ""
    if verb is not None:
        lemma = verb_lemma(verb)
        for name, tokens in verb_arguments(verb).items():
            if name == "place":
                found["scene"] = [t for t in tokens if t != head and noun not in conjuncts(t)]
            if name in {"agent", "from", "to", "by", "on", "as", "against", "dative"}:
                known = found.setdefault(name, [])
                known.extend(t for t in tokens if t not in known and t != head and noun not in conjuncts(t))
            if name == "patient" and function not in {"object", "subject"}:
                found["theme"] = tokens
        if function == "subject":
            found.pop("agent", None)
            found["theme"] = objects(verb)
        kept = any(c.dep_ in OBJECTS and c in {head, *head.ancestors} for c in verb.children)
        if function == "object" and kept and is_passive(verb):  # "was given five years in prison"
            found["theme"] = subjects(verb)
    return lemma, function, {name: tokens for name, tokens in found.items() if tokens}


def _whose(owner: Token) -> Token:
    """The antecedent of "whose", the noun that its clause hangs on; who "had *its* licence suspended"."""
    verb = owner.head.head
    made = (owner.tag_, verb.dep_, verb.tag_) == ("PRP$", "ccomp", "VBN")
    if made and verb.head.lemma_ in {"have", "see", "get"}:
        return next(iter(subjects(verb.head)), owner)
    if owner.tag_ != "WP$":
        return owner
    return next((a.head for a in owner.ancestors if a.dep_ == "relcl"), owner)


def _having(noun: Token) -> list[Token]:
    """Who has the noun in "an investor with 12 million followers"."""
    with_ = noun.head
    if noun.dep_ == "pobj" and with_.lower_ == "with" and with_.head.pos_ in {"NOUN", "PROPN"}:
        return [with_.head]
    return []


def modifiers(token: Token) -> frozenset[str]:
    """Lower-case words that modify the noun: before it in its own phrase, or in an "of" phrase right after it."""
    words: set[str] = set()
    for child in token.children:
        if child.i < token.i and child.dep_ not in {"relcl", "appos", "conj", "prep"}:
            words.update(t.lower_ for t in child.subtree)
            words.update(t.lemma_.lower() for t in child.subtree)
        elif child.dep_ == "prep" and child.lower_ in {"of", "from", "for", "on"}:
            words.update(t.lower_ for t in list(child.subtree)[:7])
    if token.dep_ == "conj" and token.head.i < token.i and token.head.pos_ == "NOUN":
        words |= modifiers(token.head)
    return frozenset(words)


def content(token: Token) -> Token:
    """What is counted: "a large number of outlets" speaks of outlets, "hundreds of dissidents" of dissidents."""
    if token.lemma_.lower() in PARTITIVES or token.pos_ == "NUM":
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        return inner
    return token


def name_before(noun: Token) -> list[Token]:
    """A proper name written before the noun as a modifier: "the Weibo party branch"."""
    names = [c for c in noun.children if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN" and c.i < noun.i]
    if noun.text[:1].isupper():  # "Environment Minister": what stands before is of the title, unless NASA or China
        names = [c for c in names if c.ent_type_ == "GPE" or (c.text.isupper() and len(c) > 1)]
    return names[:1]


def _list_head(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
        noun = noun.head
    return noun


def governing_verb(noun: Token) -> tuple[Token | None, str]:
    """The verb the noun is an argument of, and as what: ``object``, ``subject``, ``complement`` or a preposition."""
    if noun.lower_ == "cent" and noun.head.lower_ == "per" and noun.head.head.pos_ in {"NUM", "NOUN"}:
        noun = noun.head.head
    head, dep = noun.head, noun.dep_
    if dep in {"appos", "compound"} and head.pos_ in {"NOUN", "PROPN"}:
        return governing_verb(_list_head(head))
    if dep in OBJECTS or (dep == "conj" and head.pos_ in {"VERB", "AUX"}):
        return to_be_done(noun) or head, "object"
    if dep == "nsubjpass":
        return head, "object"
    if dep == "nsubj":
        told = done(head)
        return told or head, "object" if told is not None else "subject"
    if dep in {"attr", "oprd"}:
        return head, "complement" if not any(c.dep_ == "expl" for c in head.children) else "object"
    if dep == "pobj" and head.dep_ in {"prep", "agent", "dative"}:
        if head.head.pos_ in {"VERB", "AUX"}:
            return head.head, head.lower_
        if head.lower_ == "with" and head.head.dep_ in {"attr", "acomp"}:
            return head.head.head, "with"
        if head.head.pos_ in {"NOUN", "PROPN", "NUM"} and head.lower_ in {"of", "for", "at", "in", "on", "to"}:
            return governing_verb(_list_head(head.head))
    return None, ""


def bearers(noun: Token, head: Token) -> list[Token]:
    """Who is meant by the noun: apposition either way, copula, title before a name, "named X N", "X as N"."""
    found: list[Token] = []
    for node in {noun, head}:
        if node.dep_ == "appos":
            listed = [t for t in conjuncts(node.head) if t != noun]  # "A, chief of X, and B": only A is meant
            found += listed if noun.i > max(t.i for t in listed or [noun]) else [node.head]
        if node.dep_ in {"compound", "nmod"} and node.head.pos_ == "PROPN":
            found.append(node.head)
        found += [c for c in node.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
        found += _equated(node)
    if not found and noun.i > 0 and noun.children:
        titled = (c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN")
        found += [c for c in titled if c.ent_type_ == "PERSON"][-1:]
    return [t for i, t in enumerate(found) if t not in found[:i]]


def _equated(noun: Token) -> list[Token]:
    verb = noun.head
    if noun.dep_ == "attr" and verb.lemma_ in EQUATIVE:
        return [t for t in subjects(verb) if t.tag_ != "EX"]
    if noun.dep_ == "nsubj" and verb.lemma_ in EQUATIVE:
        return [c for c in verb.children if c.dep_ == "attr" and c.pos_ == "PROPN"]
    if noun.dep_ == "dobj" and verb.lemma_ == "become":
        return subjects(verb)
    if noun.dep_ == "oprd":
        named = objects(verb) if not is_passive(verb) else subjects(verb)
        return [t for t in named if t != noun] or [
            c for c in noun.children if c.dep_ == "compound" and c.ent_type_ == "PERSON"
        ]
    if noun.dep_ == "dobj" and verb.lemma_ in NAMING:
        return _named_as(verb) or [c for c in verb.children if c.dep_ == "dative"]
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.pos_ in {"VERB", "AUX"}:
        verb = noun.head.head
        return subjects(verb) if is_passive(verb) or not objects(verb) else objects(verb)
    return []


def name_around(token: Token) -> tuple[int, int]:
    """Token span of the tagged name that ``token`` stands in. ``Doc.ents`` gives it too, and reads all the text."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return start, end


def noun_phrase(token: Token, *, names: bool = True) -> tuple[int, int]:
    """Token span of the noun phrase around ``token``: no determiner, no relative clause, no apposition; "of" kept.

    With ``names`` a token inside a tagged name gives the whole name.
    """
    if names and token.pos_ == "PROPN" and token.ent_type_ in {"PERSON", "ORG", "GPE", "PRODUCT"}:
        start, end = name_around(token)
        if any(t.pos_ in {"VERB", "AUX"} for t in token.doc[start:end]):  # the tagger ran a name over its verb
            start, end = token.i, token.i + 1
        while start < end - 1 and token.doc[start].lower_ in {"the", "a", "an"}:
            start += 1
        if token.doc[end - 1].lower_ in {"'s", "’s", "'", "’"}:
            end -= 1
        if end > token.i:
            return start, end
    start, end = token.i, token.i + 1
    for child in token.children:
        if child.i < start and child.dep_ not in {"det", "cc", "punct", "preconj", "mark", "prep", "appos", "relcl"}:
            start = min(start, child.left_edge.i)
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == end:
            for c in child.children:
                if c.dep_ == "pobj":
                    end = max(end, noun_phrase(c)[1])
    while start < token.i and (token.doc[start].is_punct or token.doc[start].lower_ in NOT_FIRST):
        start += 1
    return start, end
