"""What a document says twice becomes one statement, and what only looks alike stays two."""

from __future__ import annotations

from synopticon.extract.model import Candidate
from synopticon.extract.repeats import once
from synopticon.extract.scope import Scope
from synopticon.records import Mention, Modality, Moment, Term, Value

TYPES = {"office_post": frozenset[str](), "restriction": frozenset[str](), "rule": frozenset({"topic"})}


def _mention(text: str) -> Mention:
    return Mention(text=text, start=0, end=len(text))


def _post(subject: str, post: str, modality: Modality = Modality.ASSERTED, **more: Value) -> Candidate:
    roles = {"subject": (_mention(subject),), "post": (_mention(post),), **{k: (v,) for k, v in more.items()}}
    return Candidate(type="office_post", roles=roles, start=0, end=1, sentence=(0, 1), scope=Scope(modality=modality),
                     rule="office_post/en/holds", weight=0.7)


def _block(day: str, action: str = "blocked") -> Candidate:
    roles: dict[str, tuple[Value, ...]] = {
        "subject": (_mention("Lintel"),), "action": (Term(value=action),),
        "date": (Moment(value=day, text=day, start=0, end=len(day)),),
    }
    return Candidate(type="restriction", roles=roles, start=0, end=1, sentence=(0, 1), scope=Scope(),
                     rule="restriction/en/acted-on", weight=0.7)


def test_the_same_person_in_the_same_post_is_said_once() -> None:
    """"President Vallis" after "Ana Vallis, the president" adds nothing."""
    assert len(once([_post("Ana Vallis", "president"), _post("Vallis", "President")], TYPES)) == 1


def test_the_fuller_one_is_kept() -> None:
    """A later mention that names the country replaces one that does not."""
    full = _post("Ana Vallis", "president", organisation=_mention("Zembe"))
    assert once([_post("Vallis", "President"), full], TYPES) == [full]


def test_another_person_post_or_modality_is_another_statement() -> None:
    """Two presidents, two posts of one person, and a post held once are told apart."""
    told = [_post("Ana Vallis", "president"), _post("Bo Lund", "president"), _post("Ana Vallis", "chairwoman"),
            _post("Ana Vallis", "president", Modality.PAST)]
    assert once(told, TYPES) == told


def test_another_day_or_action_is_another_statement() -> None:
    """Blocked in May and again in June, and fined in May, are three things."""
    told = [_block("2023-05"), _block("2023-06"), _block("2023-05", "fined")]
    assert once(told, TYPES) == told


def test_types_that_are_not_listed_keep_every_candidate() -> None:
    """Where each mention counts, nothing is dropped."""
    told = [_block("2023-05"), _block("2023-05")]
    assert once(told, {}) == told


def test_a_role_that_is_free_may_differ() -> None:
    """One law is one statement, though one mention suggests data and another one content."""
    told = [Candidate(type="rule", roles={"subject": (_mention("Data Law"),), "topic": (Term(value=topic),)}, start=0,
                      end=1, sentence=(0, 1), scope=Scope(), rule="rule/en/titled-rule", weight=0.6)
            for topic in ("data", "content")]
    assert once(told, TYPES) == told[:1]
