"""Lists that name the members of a group, read from the surface, because long lists break the parse.

"26 platforms, among them A, B and C"; "sites such as A and B"; "four apps, A, B, C and D, were pulled". The words
that open a list belong to the nearest plural noun before them.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

OPENERS = (
    ("among", "them"), ("among", "which"), ("such", "as"), ("including",), ("namely",), ("notably",), ("like",), (":",),
)
LONGEST = 400  # tokens looked through for a list; the annotated passages' longest list has ninety
FINITE = {"VBZ", "VBD", "VBP", "MD"}


def members_after(noun: Token) -> list[Token]:
    """The last tokens of the names listed as members of the plural ``noun``; empty where no list follows."""
    start = _opened(noun)
    if start is not None:
        return _names(noun.doc, start)
    after = noun.i + 1
    if after + 1 < len(noun.doc) and noun.doc[after].text in {",", "("} and _counted(noun):
        listed = _names(noun.doc, after + 1)
        return listed if len(listed) > 1 else []
    return []


def _counted(noun: Token) -> bool:
    return any(c.dep_ in {"nummod", "det", "amod", "compound"} and c.i < noun.i for c in noun.children)


def _opened(noun: Token) -> int | None:
    """Where the list begins that an opener after ``noun`` announces."""
    doc = noun.doc
    for i in range(noun.i + 1, min(len(doc), noun.i + 25)):
        for opener in OPENERS:
            if tuple(t.lower_ for t in doc[i : i + len(opener)]) == opener:
                return i + len(opener)
        if doc[i].tag_ in {"NNS", "NNPS"} or doc[i].text == ";":
            return None
    return None


def _is_name(token: Token) -> bool:
    return token.pos_ in {"PROPN", "X"} or (token.text[:1].isupper() and token.pos_ != "PRON")


def _names(doc: Doc, start: int) -> list[Token]:
    """The name that ends each item of a list from ``start`` on. An item in lower case may lead up to its name ("the
    search company Baidu"); the list ends with a finite verb, a stop, or an item without a name."""
    found: list[Token] = []
    run: Token | None = None
    final = False
    for i in range(start, min(len(doc), start + LONGEST) + 1):
        token = doc[i] if i < len(doc) else None
        ends = token is None or token.text in {";", ".", ")", "—", "–"} or token.tag_ in FINITE
        if ends or (token is not None and token.lower_ in {",", "and", "or", "&"}):
            if run is not None:
                found.append(run)
            elif not ends and token is not None and token.text == "," and found:
                break
            if ends or final:
                break
            final = token is not None and token.lower_ in {"and", "or", "&"}
            run = None
        elif token is not None and _is_name(token):
            run = token
        elif run is not None:
            break_here = token is not None and token.pos_ in {"ADP", "VERB", "SCONJ", "ADV"}
            if break_here:
                found.append(run)
                run = None
                break
    return found
