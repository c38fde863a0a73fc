"""Questions: which statements speak of one thing. A question is a type, a subject and what tells two apart.

A subject is its entity where it was linked, else its name, folded. Words that name nobody by themselves ("the
company", "three users") mean someone else in every document, so they are gathered only inside their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from synopticon.records import Mention, Quantity, Statement, Term, Value


class Dated(StrEnum):
    """What a type's date says: when the value held, when a state began, or when an event took place."""

    AS_OF = "as of"
    SINCE = "since"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """How the statements of one type are gathered.

    ``aspect`` names the roles that tell two questions on one subject apart, ``values`` the roles that answer.
    ``named`` is false for types whose subjects are common nouns that still mean one thing everywhere.
    """

    aspect: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    dated: Dated = Dated.AS_OF
    named: bool = True


QUESTIONS: Mapping[str, Question] = {
    "party_body": Question(aspect=("body",), dated=Dated.SINCE),
    "party_members": Question(values=("count",)),
    "party_member_share": Question(aspect=("of",), values=("percent",)),
    "party_body_count": Question(values=("count",)),
    "party_post": Question(aspect=("post", "organisation")),
    "office_post": Question(aspect=("post", "organisation")),
    "state_stake": Question(aspect=("right", "holder"), values=("percent",)),
    "rule": Question(dated=Dated.EVENT, named=False),
    "restriction": Question(aspect=("action",), values=("count",), dated=Dated.EVENT),
    "detention": Question(aspect=("act",), values=("count",), dated=Dated.EVENT),
    "gathering": Question(dated=Dated.EVENT),
    "audience": Question(aspect=("measure",), values=("count",)),
    "membership_or_move": Question(aspect=("what", "organisation"), dated=Dated.EVENT),
}
NO_QUESTION = ("quotation",)  # a speaker's words answer nothing that others' words could contradict

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$")
_EN_NOBODY = re.compile(
    r"^(?i:he|she|it|they|we|i|you|who|this|that|these|those|both|all|some|many|several|most|others?|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|\d[\d,.]*)\b(?!\s+[A-Z])"
)
_ZH_NOBODY = re.compile(
    r"^(?:[该本这此其某我他她它]|多[名位个家款]|数[十百千万名位个家]|[一二两三四五六七八九十百千万几\d]+[余多]?[名位个家款人])"
)
_ZH_BARE = frozenset(("公司", "企业", "平台", "网站", "网民", "用户", "警方", "当局", "政府", "当事人", "公司党委"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """The address of one question, equal for all statements on it; ``subject`` is an entity's id or a folded name."""

    type: str
    subject: str
    linked: bool
    aspect: str


def question(type: str, roles: Mapping[str, tuple[Value, ...]]) -> Question:
    """The question that statements of ``type`` answer.

    A type that is not listed is asked about by everything but its subject, its figures and its date.
    """
    if type in QUESTIONS:
        return QUESTIONS[type]
    figures = tuple(sorted(name for name, found in roles.items() if found and isinstance(found[0], Quantity)))
    others = (
        name for name, found in roles.items() if name != "subject" and found and isinstance(found[0], Mention | Term)
    )
    return Question(aspect=tuple(sorted(others)), values=figures, dated=Dated.EVENT)


def key_of(statement: Statement) -> Key | None:
    """Which question ``statement`` answers; ``None`` when it answers none or has no subject."""
    found = statement.roles.get("subject", ())
    if statement.type in NO_QUESTION or not found or not isinstance(found[0], Mention):
        return None
    subject = found[0]
    asked = question(statement.type, statement.roles)
    parts = [part for name in asked.aspect for part in sorted(_part(v) for v in statement.roles.get(name, ()))]
    if asked.named and names_nobody(subject):
        parts.append(f"in {statement.document}")
    return Key(
        type=statement.type,
        subject=subject.entity or clean(subject).casefold(),
        linked=subject.entity is not None,
        aspect=", ".join(part for part in parts if part),
    )


def clean(mention: Mention) -> str:
    """The name a mention gives: its antecedent's words if it has one, NFKC, without article and possessive."""
    text = " ".join(unicodedata.normalize("NFKC", mention.antecedent or mention.text).split())
    return _POSSESSIVE.sub("", _ARTICLE.sub("", text)) or text


def names_nobody(mention: Mention) -> bool:
    """Whether the words mean someone only inside their document: a pronoun, a bare noun, a number of people."""
    if mention.entity is not None:
        return False
    text = clean(mention)
    if _ZH_NOBODY.match(text) or text in _ZH_BARE or _EN_NOBODY.match(text):
        return True
    return text.isascii() and text == text.lower()


def _part(value: Value) -> str:
    if isinstance(value, Term):
        return value.value
    if isinstance(value, Mention):
        return value.names[0] if value.entity and value.names else clean(value).casefold()
    return ""
