"""What the trained reader proposes becomes candidates whose figures, dates and scope the rules vouch for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from synopticon.extract.model import Candidate
from synopticon.extract.proposals import Sentence, propose
from synopticon.extract.trained import Context, Read2, Subject, Tagged
from synopticon.extract.trained.labels import MODALITIES, VALUE_OF, VALUES
from synopticon.records import Mention, Modality, Moment, Quantity, Term
from tests import samples
from tests.reader import Reader

EARLIER = "Harbour Chat opened in Oslo. "


def tagged(words: str, sentence: str, part: int = 1) -> Tagged:
    """Words of the sentence (or of what stands before it) as the reader would tag them."""
    start = (sentence if part else EARLIER).index(words)
    return Tagged(part=part, start=start, end=start + len(words), score=0.9)


def proposed(
    reader: Reader, sentence: str, type_: str, subjects: Sequence[str], roles: Mapping[str, str] | None = None, *,
    value: str | None = None, part: int = 1, spoken: float = 0.9,
) -> list[Candidate]:
    """The candidates of one sentence whose tags are given."""
    document = samples.document(EARLIER + sentence, published="2019-03-06")
    span = (len(EARLIER), len(EARLIER) + len(sentence))
    read = reader.extractor.read(document, reader.doc(sentence), span, span[0])
    tags = {role: (tagged(words, sentence),) for role, words in (roles or {}).items()}
    values = {v: 0.9 if v == value else 0.05 for v in VALUES[VALUE_OF[type_]]} if type_ in VALUE_OF else {}
    found = tuple(
        Subject(words=tagged(one, sentence, part), roles=tags, modality=dict.fromkeys(MODALITIES, 0.1), values=values)
        for one in subjects
    )
    one = Sentence(
        read=read, scored=Read2(types={type_: spoken}, subjects={type_: found}), document=document,
        before=Context(text=EARLIER.strip(), pieces=((0, 0, len(EARLIER) - 1),)),
    )  # fmt: skip
    return list(propose(one, reader.extractor.frames, least=0.5))


def test_one_candidate_for_each_subject(reader: Reader) -> None:
    """Two subjects of one type are two candidates, with the document's own words at their places."""
    sentence = "Norwell and Pikaboo have been fined by the court."
    found = proposed(reader, sentence, "restriction", ["Norwell", "Pikaboo"], {"actor": "the court"}, value="fined")
    assert [c.roles["subject"][0].text for c in found] == ["Norwell", "Pikaboo"]
    for one in found:
        actor = one.roles["actor"][0]
        assert isinstance(actor, Mention) and actor.text == "court" and actor.start == len(EARLIER) + 43
        assert one.roles["action"] == (Term(value="fined"),)
        assert one.rule == "restriction/en/reader"


def test_figures_come_from_the_rules(reader: Reader) -> None:
    """A tagged figure takes the interval that the rules read; the reader has no say in numbers."""
    sentence = "Norwell has more than 800 users."
    found = proposed(reader, sentence, "audience", ["Norwell"], {"count": "800"}, value="other")
    count = found[0].roles["count"][0]
    assert isinstance(count, Quantity) and (count.low, count.high, count.text) == (800, None, "more than 800")


def test_percent_where_percent_is_asked(reader: Reader) -> None:
    """A share takes a percentage and never a plain number."""
    sentence = "Party members are 12 percent of the 300 people at Norwell."
    found = proposed(reader, sentence, "party_member_share", ["Norwell"], {"percent": "300"}, value="employees")
    percent = found[0].roles["percent"][0]
    assert isinstance(percent, Quantity) and percent.low == 12


def test_no_figure_no_candidate(reader: Reader) -> None:
    """Where a figure is a must and none or several untagged ones stand, there is no candidate."""
    assert proposed(reader, "Norwell has many users.", "audience", ["Norwell"], value="other") == []
    several = "Norwell has 300 users and 20 offices."
    assert proposed(reader, several, "audience", ["Norwell"], value="other") == []


def test_dates_come_from_the_rules(reader: Reader) -> None:
    """A tagged date takes the value that the rules resolve against the day of publication."""
    sentence = "The ministry blocked Norwell on Monday."
    found = proposed(reader, sentence, "restriction", ["Norwell"], {"date": "Monday"}, value="blocked")
    date = found[0].roles["date"][0]
    assert isinstance(date, Moment) and date.value == "2019-03-04"


def test_scope_is_read_from_the_parse(reader: Reader) -> None:
    """A plan is planned, and what is only supposed or asked gives nothing."""
    planned = proposed(reader, "The ministry plans to block Norwell.", "restriction", ["Norwell"], value="blocked")
    assert planned[0].scope.modality is Modality.PLANNED
    asked = proposed(reader, "Will the ministry block Norwell?", "restriction", ["Norwell"], value="blocked")
    assert asked == []


def test_subject_before_the_sentence(reader: Reader) -> None:
    """A subject that stands before the sentence has its place in the document, and the anchor stays in the sentence."""
    sentence = "It was blocked in May."
    found = proposed(reader, sentence, "restriction", ["Harbour Chat"], value="blocked", part=0)
    subject = found[0].roles["subject"][0]
    assert isinstance(subject, Mention) and (subject.start, subject.end) == (0, 12)
    assert found[0].start >= len(EARLIER)


def test_a_phrase_has_the_ends_that_the_parse_gives(reader: Reader) -> None:
    """A tag on a part of a name or of a noun phrase gives the whole of it."""
    found = proposed(reader, "Police arrested a young blogger in Oslo.", "detention", ["blogger"], value="arrested")
    assert found[0].roles["subject"][0].text == "young blogger"


def test_cues_of_the_codebook_speak_for_a_value(reader: Reader) -> None:
    """Of values that the reader cannot tell apart, the one whose cue stands in the sentence is taken."""
    found = proposed(reader, "The ministry blocked Norwell.", "restriction", ["Norwell"])
    assert found[0].roles["action"] == (Term(value="blocked"),)


def test_a_pronoun_is_no_subject(reader: Reader) -> None:
    """A pronoun names nobody, so it gives no candidate."""
    assert proposed(reader, "It was blocked in May.", "restriction", ["It"], value="blocked") == []


def test_improbable_types_are_left_out(reader: Reader) -> None:
    """A type less probable than asked gives no candidate."""
    sentence = "The ministry blocked Norwell."
    assert proposed(reader, sentence, "restriction", ["Norwell"], value="blocked", spoken=0.4) == []
