"""Features: what speaks for and against a mention meaning a listed actor.

Each feature is one function; its docstring is the explanation that is published with a link. :data:`WEIGHTS` and
:data:`SIGNS` are the whole model: a score is the sum of weight times value, and :mod:`synopticon.resolve.score`
says what is enough.
The weights state a rule rather than a fit: a name that is not ambiguous links by itself (1, 0.95 or 0.85 against
the threshold of 0.65); an ambiguous one loses 0.6 and needs one sign; at the end of a longer phrase, a strong one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from synopticon.resolve.block import Candidate
from synopticon.resolve.names import has_han
from synopticon.resolve.surroundings import Surroundings
from synopticon.resolve.words import SORTS

PERSON_ROLES = frozenset({"party_post/subject", "office_post/subject", "detention/subject"})
"""Roles that only people (or groups of them) fill."""

ROLE_SORTS = {
    "audience/subject": "business", "restriction/subject": "business", "state_stake/subject": "business",
    "party_body/subject": "business", "party_members/subject": "business", "party_member_share/subject": "business",
    "party_body_count/subject": "business", "attributed_to": "outlet",
}
"""Roles whose usual holders are of one sort (see :data:`synopticon.resolve.words.SORTS`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One question: does this mention, in these surroundings, mean this candidate? ``role`` is ``type/role``."""

    candidate: Candidate
    surroundings: Surroundings
    sentence: str
    kind: str
    country: str | None
    role: str


def exact_name(case: Case) -> float:
    """The words are one of the actor's names, letter for letter."""
    return float(case.candidate.whole and _letters(case.candidate.words) == _letters(case.candidate.alias.text))


def folded_name(case: Case) -> float:
    """The words are one of the actor's names but for case, an article, a possessive or a legal form."""
    return float(case.candidate.whole and not exact_name(case))


def head_name(case: Case) -> float:
    """One of the actor's names is the head of the phrase, as in “Weibo's parent Sina Corp”."""
    return float(not case.candidate.whole)


def ambiguous_name(case: Case) -> float:
    """The name is also a common word or somebody else's, so it does not count by itself."""
    return float(case.candidate.alias.ambiguous)


def other_case(case: Case) -> float:
    """The name is a common word and is written here with other capitals than the actor's name."""
    alias = case.candidate.alias
    if not alias.ambiguous or has_han(alias.text):
        return 0.0
    written = re.sub(r"(?i)^the ", "", _letters(case.candidate.words))
    listed = {re.sub(r"(?i)^the ", "", _letters(text)) for text in case.surroundings.spellings(alias)}
    return float(not any(written == one or written.startswith(f"{one} ") for one in listed))


def other_name_in_document(case: Case) -> float:
    """Another name of the same actor, one that is not ambiguous, stands in the document."""
    return float(case.surroundings.named_otherwise(case.candidate.alias))


def relative_in_document(case: Case) -> float:
    """The actor's parent, or a company or platform that belongs to it, is named in the document or just before."""
    candidate = case.candidate
    return float(case.surroundings.relative_named(candidate.alias, before=candidate.before))


def cue_in_sentence(case: Case) -> float:
    """The sentence speaks of platforms, companies, the party, regulators or the press, as fits the actor's kind.

    For a public body this counts only where its country is the one the document speaks of most.
    """
    sort = SORTS.get(case.kind)
    if sort is None or (sort == "public" and case.country and not country_named(case)):
        return 0.0
    return float(case.surroundings.cue(case.sentence, case.candidate.words, sort))


def role_fits(case: Case) -> float:
    """The role is one that companies and platforms fill (or outlets, for who is credited), and so is the actor's kind.

    A name of one or two letters or of digits alone gets nothing from this.
    """
    fits = SORTS.get(case.kind) == ROLE_SORTS.get(case.role, ROLE_SORTS.get(case.role.partition("/")[2]))
    key = case.candidate.alias.key
    return float(fits and not key.isdigit() and (len(key) > 2 or has_han(key)))


def listed_neighbour(case: Case) -> float:
    """Another listed company or platform, by a name that is not ambiguous, stands in the same sentence."""
    business = SORTS.get(case.kind) == "business"
    return float(business and case.surroundings.neighbours(case.sentence, case.candidate.alias))


def listed_in_document(case: Case) -> float:
    """Another listed company or platform, by a name that is not ambiguous, stands somewhere in the document."""
    return float(SORTS.get(case.kind) == "business" and case.surroundings.companions(case.candidate.alias))


def legal_form(case: Case) -> float:
    """The words carry a legal form, such as Inc, and the actor is a company or platform."""
    return float(case.candidate.legal and SORTS.get(case.kind) == "business")


def country_named(case: Case) -> float:
    """The actor is a public body or an outlet, and its country is named in the sentence, or most in the document.

    For a party's organs a listed company or platform of the country in the sentence does as well.
    """
    if SORTS.get(case.kind) == "business":
        return 0.0
    return 1.0 if _compatriot(case) else case.surroundings.country(case.sentence, case.country)


def other_country(case: Case) -> float:
    """The actor is a public body, and the sentence names another country and not the actor's."""
    if SORTS.get(case.kind) != "public" or case.country is None or _compatriot(case):
        return 0.0
    return float(case.surroundings.abroad(case.sentence, case.country))


def name_runs_on(case: Case) -> float:
    """A capitalised word that is no listed place stands before an ambiguous name, as in “Ali Sina”."""
    before = case.candidate.before
    return float(
        case.candidate.alias.ambiguous
        and before[:1].isupper()
        and not before.endswith(("'s", "’s"))
        and not case.surroundings.place(before)
    )


def person_expected(case: Case) -> float:
    """The role is one that people fill, and the actor is not a person."""
    return float(case.role in PERSON_ROLES and case.kind != "person")


Feature = Callable[[Case], float]

WEIGHTS: tuple[tuple[Feature, float], ...] = (
    (exact_name, 1.0),
    (folded_name, 0.95),
    (head_name, 0.85),
    (person_expected, -0.3),
)
"""What counts for every name."""

SIGNS: tuple[tuple[Feature, float], ...] = (
    (ambiguous_name, -0.6),
    (other_case, -1.0),
    (other_name_in_document, 0.5),
    (relative_in_document, 0.4),
    (cue_in_sentence, 0.35),
    (role_fits, 0.3),
    (listed_neighbour, 0.35),
    (listed_in_document, 0.3),
    (legal_form, 0.4),
    (country_named, 0.4),
    (other_country, -0.4),
    (name_runs_on, -0.6),
)
"""What counts as well when the name is ambiguous; another name needs no sign, and the document is not searched."""


def _compatriot(case: Case) -> bool:
    return case.kind == "party_organ" and case.surroundings.compatriot(case.sentence, case.country)


def _letters(text: str) -> str:
    flat = " ".join(text.replace("’", "'").split()).strip(" .,;:\"“”《》")
    return flat.removesuffix("'s")
