"""Patterns: the codebook's frames, compiled once.

A frame under ``frames: en:`` of a statement type reads::

    has-members:
      noun: member                  # anchored on a noun of this list of cues ...
      verb: have                    # ... whose governing verb stands in this list (or: anchored on the verb itself)
      as: [object]                  # what the noun is to that verb
      roles:                        # a role, and the functions that may fill it, best first
        subject: [agent, owner]
      kinds: {subject: [organisation, name]}
      sets: {body: $noun}           # an enumerated role, fixed or taken from the cue's own value
      heads: {subject: target}      # a common noun must have one of the heads listed in ``heads: target:``
      never: {subject: party}       # names that may not fill the role, listed in ``heads: party:``
      through: {subject: body}      # a noun of ``heads: body:`` stands for whose it is: "Sohu's branch"
      refine: {action: refined}     # ``refined: value: {head: value}``: another value for certain heads of the subject
      proper: [subject]             # roles that only a name (or a pronoun for one) may fill
      known: [subject]              # roles that only a name, a pronoun or a definite noun may fill: not "any service"
      fresh: true                   # only what no statement of this type has said of this subject yet
      single: true                  # not where the anchor is counted: "14 branches"
      tied: {holder: state}         # near the name, somewhere in the document, must stand a word of ``heads: state:``
      context: true                 # only where the document matches the type's ``context``
      uncounted: [subject]          # roles that may not carry a number of their own
      choose: {of: whole}           # an enumerated role, by which of the words listed in ``choose: whole:`` stand near
      percent: true                 # the quantity is a percentage
      needs: [party]                # words of which one must stand in the sentence
      without: [fraud]              # words of which none may stand in the sentence
      least: 2                      # the smallest figure that counts
      demands: [holder]             # optional roles that this frame does not do without
      specific: true                # not a bare plural, nor "the N" with no place, time or organiser
      identified: true              # only where its own phrase tells which one: a year, an issuer, what it is about
      nameless: [on]                # functions that no name may fill: "a ban on WhatsApp" blocks, and is no rule
      unless: [former]              # words of which none may stand in the clause
      beside: [offline, out of reach]   # words or phrases of which one must hang on the anchor itself
      alone: true                   # the anchor is a verb without an object
      headed: [subject]             # roles whose ``heads`` are asked of names too
      negated: true                 # the frame is of what is denied: "could not be opened"
      modality: past                # how it is said, whatever the words around say
      weight: 0.9                   # how often this frame is right, between 0 and 1

A role that repeats in a list ("A, B and C") gives one candidate for each member of the subject.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from synopticon.codebook.schema import Frame, StatementType
from synopticon.records import Modality

GROUPS: Mapping[str, frozenset[str]] = {
    "body": frozenset({"organisation", "name", "thing", "it", "they", "we", "people", "place"}),
    "firm": frozenset({"organisation", "name", "it", "they", "we"}),
    "actor": frozenset({"organisation", "name", "it", "they", "we", "person", "people", "place", "he"}),
    "human": frozenset({"person", "name", "he"}),
    "pronoun": frozenset({"it", "they", "we", "he"}),
    "humans": frozenset({"person", "people", "name", "he", "they"}),
    "any": frozenset({"organisation", "name", "it", "they", "we", "person", "people", "place", "he", "thing"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One compiled frame."""

    frame: Frame
    type: StatementType
    noun: str | None
    verb: str | None
    functions: frozenset[str]
    roles: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, frozenset[str]]
    sets: Mapping[str, str]
    choose: Mapping[str, str]
    percent: bool
    needs: frozenset[str]
    unless: frozenset[str]
    beside: frozenset[str]
    without: frozenset[str]
    demands: frozenset[str]
    specific: bool
    identified: bool
    nameless: tuple[str, ...]
    negated: bool
    modality: Modality | None
    alone: bool
    headed: frozenset[str]
    least: float
    weight: float
    heads: Mapping[str, frozenset[str]]
    never: Mapping[str, frozenset[str]]
    through: Mapping[str, frozenset[str]]
    refine: Mapping[str, Mapping[str, Mapping[str, str]]]
    uncounted: frozenset[str]
    proper: frozenset[str]
    known: frozenset[str]
    fresh: bool
    single: bool
    tied: Mapping[str, frozenset[str]]
    context: bool
    nearby: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)


def compiled(frame: Frame, kind: StatementType) -> Pattern:
    """Compile one frame's YAML mapping."""
    raw: Mapping[str, Any] = frame.pattern
    cues = kind.cues.get(frame.language, {})
    kinds = {role: frozenset[str]().union(*(GROUPS.get(k, frozenset({k})) for k in names))
             for role, names in raw.get("kinds", {}).items()}
    return Pattern(
        frame=frame, type=kind, noun=raw.get("noun"), verb=raw.get("verb"),
        functions=frozenset(raw.get("as", ())),
        roles={role: tuple(names) for role, names in raw.get("roles", {}).items()},
        kinds=kinds, sets=raw.get("sets", {}), choose=raw.get("choose", {}),
        percent=bool(raw.get("percent", False)),
        needs=frozenset(raw.get("needs", ())), unless=frozenset(raw.get("unless", ())),
        beside=frozenset(raw.get("beside", ())),
        without=frozenset(raw.get("without", ())), demands=frozenset(raw.get("demands", ())),
        specific=bool(raw.get("specific", False)), identified=bool(raw.get("identified", False)),
        nameless=tuple(raw.get("nameless", ())), negated=bool(raw.get("negated", False)),
        modality=Modality(raw["modality"]) if "modality" in raw else None, alone=bool(raw.get("alone", False)),
        headed=frozenset(raw.get("headed", ())), least=float(raw.get("least", 0)),
        weight=float(raw.get("weight", 0.8)),
        heads={role: frozenset(cues["heads"][name]) for role, name in raw.get("heads", {}).items()},
        never={role: frozenset(cues["heads"][name]) for role, name in raw.get("never", {}).items()},
        through={role: frozenset(cues["heads"][name]) for role, name in raw.get("through", {}).items()},
        refine={role: cues["refine"][name] for role, name in raw.get("refine", {}).items()},
        uncounted=frozenset(raw.get("uncounted", ())),
        proper=frozenset(raw.get("proper", ())), known=frozenset(raw.get("known", ())),
        context=bool(raw.get("context", False)), fresh=bool(raw.get("fresh", False)),
        single=bool(raw.get("single", False)),
        tied={role: frozenset(cues["heads"][name]) for role, name in raw.get("tied", {}).items()},
        nearby={name: {value: tuple(words) for value, words in lists.items()}
                for name, lists in cues.get("choose", {}).items()},
    )
