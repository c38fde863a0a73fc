"""Whom a document's speakers are known as: the clearest name for a mention, and the antecedent of a pronoun.

No list of first names is used: a name is a run of capital words, a surname finds the fuller run that ends (or, in
Chinese order, begins) with it, and a pronoun goes to the nearest earlier subject that it can stand for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from synopticon.extract.narrative import Narrative
from synopticon.extract.said_before import lead
from synopticon.extract.saying import Found
from synopticon.extract.speakers import (
    DETERMINERS,
    POSSESSIVES,
    PRONOUNS,
    Phrase,
    Token,
    describe,
    gender,
    phrase_from,
)
from synopticon.extract.speech import UTTERANCE, job, person_noun
from synopticon.extract.speech import words as listed
from synopticon.extract.subjects import (
    clause_start,
    subject_at_start,
)
from synopticon.records import Mention

WINDOW = 200  # tokens of a long sentence searched before a pronoun; the longest open sentence has 128
LOOK_BACK = 8  # sentences searched for a pronoun's antecedent; the farthest right one in the open passages is 4 back
_BODIES = listed(
    "corp corporation inc ltd co company group party ministry department committee commission council court "
    "agency authority administration bureau office university college institute association union bank news "
    "times daily post press radio television tv house board federation chamber society foundation service "
    "services fund institute police army navy government parliament senate congress team club school church "
    "state states kingdom street act code law regulation regulations online media network networks international "
    "national internet facebook twitter google youtube city province county district north south east west "
    "republic union world day bay"
)
_TITLES = listed(
    "mr mrs ms miss dr prof professor sir dame lord lady judge justice president minister senator general major "
    "captain colonel chairman chairwoman ambassador councillor provost commissioner chief editor director "
    "officer spokesman spokeswoman spokesperson governor mayor king queen prince emeritus undersecretary "
    "secretary baroness mp dr cashier founder analyst opposition leader solicitor prime doña don academic home "
    "state shadow labour's"
)
_NO_NAMES = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december in on at after before but and so if when while as it he she they we i "
    "you there then now here of to from for with by this that these those all more most only even also what who "
    "how why where no yes not asked according image photo"
)


class People:
    """The names of one document and who was last spoken of; built once from its narrative."""

    def __init__(self, story: Narrative) -> None:
        self.story = story
        self.names = _names(story)
        self.inside = _inside(story)
        self.full: dict[str, str] = {}
        self.said: dict[int, Mention] = {}

    def spoke(self, sentence: int, speaker: Mention) -> None:
        """Remember that ``speaker`` spoke in ``sentence``: the best antecedent for what follows."""
        self.said[sentence] = speaker

    def mention(self, toks: Sequence[Token], found: Found, sentence: int) -> Mention | None:
        """The mention that ``found`` is, with the clearest name as its antecedent; ``None`` if nobody is meant."""
        phrase = found.phrase
        if phrase.kind == "pronoun":
            return self._pronoun(phrase, sentence)
        owner = toks[phrase.first] if phrase.first < len(toks) else None
        if owner is not None and owner.low in POSSESSIVES and _utters(toks, phrase):
            who = self._antecedent(POSSESSIVES[owner.low], sentence, phrase.start)
            return self._plain(phrase, who)
        if phrase.kind == "mute":
            return None
        start, end = _trim(toks, phrase)
        text = self.story.text[start:end]
        clear = self.clearest(text)
        return Mention(text=text, start=start, end=end, antecedent=clear if clear != text else None)

    def plain(self, toks: Sequence[Token], found: Found) -> Mention | None:
        """The mention as its words stand: for a quotation in a quotation, whose people are the speaker's."""
        phrase = found.phrase
        return None if phrase.kind == "mute" else self._plain(phrase, None)

    def _plain(self, phrase: Phrase, antecedent: str | None) -> Mention:
        text = self.story.text[phrase.start : phrase.end]
        return Mention(text=text, start=phrase.start, end=phrase.end, antecedent=antecedent)

    def _pronoun(self, phrase: Phrase, sentence: int) -> Mention | None:
        who = self._antecedent(phrase.text, sentence, phrase.start)
        if who is None and phrase.text in ("it", "i", "we", "one"):
            return None
        return self._plain(phrase, who)

    def _antecedent(self, pronoun: str, sentence: int, at: int) -> str | None:
        """The nearest earlier subject that ``pronoun`` can stand for, by its clearest name."""
        if pronoun in ("i", "we", "you"):
            return None
        for s in range(sentence, max(-1, sentence - LOOK_BACK - 1), -1):
            for text in self._candidates(s, at):
                clear = self.clearest(text)
                if _stands_for(pronoun, text, clear):
                    return clear
        return None

    def _candidates(self, s: int, at: int) -> list[str]:
        """Who sentence ``s`` speaks of before ``at``: the one who spoke in it, its subject, then its other names."""
        found: list[str] = []
        whole = self.story.sentences[s].toks
        stop = bisect_right(whole, at, key=lambda token: token.end)
        toks = whole[max(0, stop - WINDOW) : stop]
        if not toks:
            return found
        if s in self.said and self.said[s].end <= at:
            found.append(self.said[s].antecedent or self.said[s].text)
        cue = lead(toks, True)
        if cue is not None and cue.phrase.kind != "pronoun":
            found.append(self.story.text[slice(*_trim(toks, cue.phrase))])
        for start in (clause_start(toks, len(toks) - 1), 0):
            subject = subject_at_start(toks, start, len(toks))
            if subject is not None and describe(toks, *subject).kind in ("name", "role", "body"):
                found.append(self.story.text[slice(*_trim(toks, describe(toks, *subject)))])
        found.extend(name for _, name in reversed(_runs(toks, self.story.text)))
        found = [text for text in found if self._known(text)]
        found.extend(self.story.text[a:b] for a, b in _roles(toks))
        return found

    def _known(self, text: str) -> bool:
        """Whether a single capital word is a name: it stands somewhere inside a sentence, or in a longer name."""
        return " " in text or not text[:1].isupper() or text in self.inside

    def only_name(self, sentence: int) -> Mention | None:
        """The one person's name in ``sentence``, if there is exactly one."""
        toks = self.story.sentences[sentence].toks
        names = [
            (start, name)
            for start, name in _runs(toks, self.story.text)
            if self._known(name) and _stands_for("he", name, self.clearest(name))
        ]
        if len({self.clearest(name) for _, name in names}) != 1:
            return None
        start, name = names[0]
        clear = self.clearest(name)
        return Mention(text=name, start=start, end=start + len(name), antecedent=clear if clear != name else None)

    def clearest(self, text: str) -> str:
        """The fullest name in the document for ``text``; ``text`` itself when there is none fuller."""
        if text in self.full:
            return self.full[text]
        words = [w for w in _bare(text) if w]
        best = text
        if words and all(w[:1].isupper() for w in words) and len(words) <= 2:
            for name in self.names:
                parts = name.split()
                if (
                    len(words) < len(parts) <= 4
                    and (
                        parts[-len(words) :] == words
                        or (parts[: len(words)] == words and (not _body(name) or len(parts) == 2))
                    )
                    and _body(name) == _body(" ".join(words))
                ):
                    best = name
                    break
            else:
                bare = " ".join(words)
                best = text if text.lower() == f"the {bare.lower()}" else bare
        self.full[text] = best
        return best

    def interviewee(self) -> Mention | None:
        """The person an interview is with: whoever spoke before, else the first person the document names."""
        if self.said:
            return self.said[min(self.said)]
        for sentence in self.story.sentences:
            for start, name in _runs(list(sentence.toks), self.story.text):
                if 2 <= len(name.split()) <= 4 and not _body(name) and sentence.toks[-1].text == ".":
                    return Mention(text=name, start=start, end=start + len(name))
        return None


def _utters(toks: Sequence[Token], phrase: Phrase) -> bool:
    return phrase.kind == "paper" or any(t.low in UTTERANCE for t in toks[phrase.first : phrase.last])


def _trim(toks: Sequence[Token], phrase: Phrase) -> tuple[int, int]:
    """Cut titles and jobs from before a name: ``government spokeswoman Leyla Daud`` is Leyla Daud."""
    words = list(toks[phrase.first : phrase.last])
    if phrase.kind != "name" or not words or words[-1].start < phrase.start:
        return phrase.start, phrase.end
    lower = [
        k
        for k, w in enumerate(words)
        if not w.capital
        and w.low
        not in (
            "of",
            "de",
            "van",
            "von",
            "al",
            "bin",
            "and",
            "the",
            "for",
            "in",
            "da",
            "del",
            "dos",
            "el",
            "la",
            "on",
            "at",
            "&",
        )
    ]
    if lower and lower[-1] + 1 < len(words) and words[lower[-1] + 1].capital and person_noun(words[lower[-1]].text):
        words = words[lower[-1] + 1 :]
    while len(words) > 2 and _titled(words[0]) and words[1].capital:
        words = words[1:]
    return words[0].start, phrase.end


def _titled(token: Token) -> bool:
    return token.low.strip(".") in _TITLES or job(token.text)


def _bare(text: str) -> list[str]:
    words = [w.strip(".,") for w in text.replace("’s", "").replace("'s", "").split()]
    while len(words) > 1 and (words[0].lower() in _TITLES or words[0].lower() == "the"):
        words = words[1:]
    return words


def _body(name: str) -> bool:
    """Whether a name looks like that of an organisation, a place or a day rather than a person."""
    words = name.lower().replace(".", "").split()
    return any(w in _BODIES for w in words) or name.isupper() or words[0] == "the"


def _stands_for(pronoun: str, text: str, clear: str) -> bool:
    words = text.split()
    if not words or words[0].lower() in PRONOUNS:
        return False
    named = words[0][:1].isupper() and words[0].lower() not in DETERMINERS
    person = (named and not _body(clear)) or (not named and any(person_noun(w) for w in words))
    if pronoun in ("he", "she"):
        return person and gender(text) in (None, pronoun)
    if pronoun == "it":
        return not any(person_noun(w) for w in words) and (_body(clear) or len(clear.split()) == 1 or not person)
    return words[-1].endswith("s") or " and " in text or _body(clear)


def _runs(toks: Sequence[Token], text: str) -> list[tuple[int, str]]:
    """The runs of capital words among ``toks``, each with where it starts."""
    found: list[tuple[int, str]] = []
    k = 0
    while k < len(toks):
        if not toks[k].capital or toks[k].low in DETERMINERS | _NO_NAMES | PRONOUNS:
            k += 1
            continue
        j = k + 1
        while j < len(toks) and (
            toks[j].capital
            or (
                toks[j].low in ("al", "de", "bin", "van", "von", "del", "da")
                and j + 1 < len(toks)
                and toks[j + 1].capital
            )
        ):
            j += 1
        first = k
        while j - first > 1 and (_titled(toks[first]) if j - first > 2 else toks[first].low.strip(".") in _TITLES):
            first += 1
        end = toks[j - 1].end - (2 if toks[j - 1].low.endswith("'s") else 0)
        found.append((toks[first].start, text[toks[first].start : end]))
        k = j
    return found


def _roles(toks: Sequence[Token]) -> list[tuple[int, int]]:
    """Phrases about persons without a name, last first: "an employee", "the man"."""
    found = []
    for k, token in enumerate(toks):
        if token.low in ("a", "an", "the", "one") and k + 1 < len(toks):
            end = phrase_from(toks, k)
            if end > k + 1 and describe(toks, k, end).kind == "role":
                found.append((token.start, toks[end - 1].end))
    return found[::-1]


def _inside(story: Narrative) -> frozenset[str]:
    """Capital words that stand elsewhere than at the head of a sentence, or beside another capital word."""
    return frozenset(
        token.text.removesuffix("'s").removesuffix("’s")
        for sentence in story.sentences
        for k, token in enumerate(sentence.toks)
        if token.capital
        and ((k and sentence.toks[k - 1].kind == "w") or (k + 1 < len(sentence.toks) and sentence.toks[k + 1].capital))
    )


def _names(story: Narrative) -> list[str]:
    """All runs of two to four capital words, in order, each once."""
    seen: dict[str, None] = {}
    for sentence in story.sentences:
        for _, name in _runs(list(sentence.toks), story.text):
            if 2 <= len(name.split()) <= 4:
                seen.setdefault(name)
    return list(seen)
