"""What is read off the surface of an English sentence, where the parse is weak: long lists, and titles in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from synopticon.extract.langs.en import SUBJECTS


def numbered(token: Token) -> int:
    """Where the number ends that is written after the noun: "Decree 53", "Law No. 17"; 0 where none is."""
    doc, at = token.doc, token.i + 1
    if at < len(doc) and doc[at].lower_ in {"no", "no.", "nº", "n°", "nr", "nr."}:
        at += 2 if at + 1 < len(doc) and doc[at + 1].text == "." else 1
    return at + 1 if at < len(doc) and doc[at].text[:1].isdigit() else 0


def title_around(token: Token, start: int, end: int) -> tuple[int, int]:
    """The title in capitals that ``token`` belongs to, within or just after its phrase: "Online Safety Act 2023"."""
    doc = token.doc
    left = _title_start(token, start)
    right = max(end, numbered(token))
    while right < len(doc) and doc[right].ent_type_ not in {"PERSON", "DATE"} and (
        doc[right].text[:1].isupper() or doc[right].like_num or _goes_on(doc[right])
    ):
        right += 1
    while right > end and not (doc[right - 1].text[:1].isupper() or doc[right - 1].text[:1].isdigit()):
        right -= 1
    if right - left < 2 or not doc[left].text[:1].isupper():
        return start, end
    return left, right


def _title_start(token: Token, start: int) -> int:
    doc, left = token.doc, token.i
    while left > start and (doc[left - 1].text == "-" or (
            doc[left - 1].text[:1].isupper() and doc[left - 1].ent_type_ != "DATE")):
        left -= 1
    if left > 2 and doc[left - 1].text == ")":  # "Broadcasting (Amendment) Regulations"
        opened = next((i for i in range(left - 2, max(left - 8, 0), -1) if doc[i].text == "("), 0)
        if opened and doc[opened - 1].text[:1].isupper():
            return _title_start(doc[opened - 1], min(start, doc[opened - 1].left_edge.i))
    while left > 2 and doc[left - 1].lower_ == "of" and doc[left - 2].text[:1].isupper():
        left -= 2
        while left > 0 and doc[left - 1].text[:1].isupper() and doc[left - 1].pos_ == "PROPN":
            left -= 1
    return left


def _goes_on(link: Token) -> bool:
    """Whether a small word stands inside a title: "of the Press"; but not in "the Services Act in France"."""
    after = link.doc[link.i + 1 : link.i + 3]
    if link.lower_ not in {"of", "on", "for", "the", "and", "in"}:
        return False
    if link.lower_ == "in" and any(t.ent_type_ in {"GPE", "NORP", "LOC"} for t in after):
        return False
    return any(t.text[:1].isupper() and t.ent_type_ != "DATE" for t in after)


def listed_before(verb: Token) -> list[Token]:
    """The names of a written list ``A, B and C`` that ends right before ``verb``, read from the surface.

    Long lists break the parse. Each item gives the run of proper nouns at its end ("book review platform Douban"
    gives "Douban"); an item without a name joins the next. Empty unless the list runs from a clause's start to the
    verb with a final "and" and no other finite verb between.
    """
    doc = verb.doc
    right = verb.i
    while right > 0 and (doc[right - 1].pos_ in {"AUX", "ADV", "PART"} or doc[right - 1].lower_ in {"all", "each"}):
        right -= 1
    left = right
    while left > 0 and not _breaks(doc[left - 1]):
        left -= 1
    region = doc[left:right]
    if not any(t.lower_ == "and" for t in region[-8:]) or sum(t.text == "," for t in region) < 1:
        return []
    found: list[Token] = []
    for item in _items(list(region)):
        if item:
            found.append(item[-1])
    return found if found and found[-1].i >= right - 1 else []


def _breaks(token: Token) -> bool:
    if token.text in {";", ":", "(", ")", "“", "”", '"'}:
        return True
    return token.tag_ in {"VBZ", "VBD", "VBP", "MD"} and any(c.dep_ in SUBJECTS for c in token.children)


def _items(tokens: list[Token]) -> Iterator[list[Token]]:
    item: list[Token] = []
    for token in tokens:
        if token.lower_ in {",", "and", "or", "&"}:
            yield item
            item = []
        elif token.pos_ in {"PROPN", "NUM", "X"} or (token.text[:1].isupper() and token.i > 0):
            item = [*item, token] if item and item[-1].i == token.i - 1 else [token]
        else:
            item = []
    yield item


def beside(token: Token) -> frozenset[str]:
    """What hangs on ``token`` itself: words as they stand and as lemmas, and prepositions with their nouns."""
    words: set[str] = set()
    for child in token.children:
        words |= {child.lower_, child.lemma_.lower()}
        if child.dep_ in {"prep", "agent"}:
            words |= {f"{child.lower_} {rest}" for rest in _led_to(child)}
    return frozenset(words)


def _led_to(preposition: Token) -> Iterator[str]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield child.lower_
        elif child.dep_ == "prep":
            yield from (f"{child.lower_} {rest}" for rest in _led_to(child))


# What may stand between a name and what its bearer is: "Ana Vallis, then the ministry's spokeswoman".
_BETWEEN = frozenset({"the", "a", "an", "its", "their", "our", "his", "her", "then", "now", "currently", "formerly"})
_NO_PERSON = frozenset({"GPE", "LOC", "DATE", "TIME", "NORP", "FAC", "EVENT", "LAW"})


def named_beside(noun: Token) -> tuple[int, int] | None:
    """The name that a post stands beside on the page, as token span: "Ana Vallis, 38, head of X" or "head of X, Ana
    Vallis, said". For names that the parser does not see as such."""
    doc = noun.doc
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == "NOUN" and first.head.i < first.i:
        first = first.head
    left = min([c.left_edge.i for c in first.children if c.i < first.i and c.dep_ not in {"det", "punct"}] + [first.i])
    while left > 0 and doc[left - 1].lower_ in _BETWEEN:
        left -= 1
    if left > 1 and doc[left - 1].text == ",":
        last = left - 2
        if last > 1 and doc[last].like_num and doc[last - 1].text == ",":
            last -= 2
        start = last + 1
        while start > 0 and last - start < 3 and _in_name(doc[start - 1]):
            start -= 1
        return (start, last + 1) if last - start >= 1 else None
    return _named_after(noun)


def _named_after(noun: Token) -> tuple[int, int] | None:
    doc = noun.doc
    comma = next((t.i for t in doc[noun.i + 1 : noun.i + 15] if t.text == "," or t.pos_ in {"VERB", "AUX"}), None)
    if comma is None or doc[comma].text != ",":
        return None
    end = comma + 1
    while end < len(doc) and end - comma < 5 and _in_name(doc[end]):
        end += 1
    closed = end < len(doc) and (doc[end].text == "," or doc[end].pos_ in {"VERB", "AUX"})
    person = any(t.ent_type_ == "PERSON" for t in doc[comma + 1 : end])
    return (comma + 1, end) if closed and person and end - comma >= 3 else None


def _in_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN", "X"} and token.ent_type_ not in _NO_PERSON
