"""Clauses of a Chinese sentence: each cue with its arguments by function, whatever the order of words.

Functions are those of :mod:`synopticon.extract.model`, with ``outer`` for what stands unmarked before the subject,
``whose`` for the organisation of people who are the subject and ``by`` for who gives the order. The subject is what
stands unmarked before the verb; 把, 将, 对 and 向 mark whom it is done to, 被, 遭 and 由 who does it, 在 and 于 where.
What a comma cuts off keeps the subject of the stretch before it. A noun belongs to what stands before it in its own
group or before its 的 (``owner``), and hangs on the verb before it in the same stretch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from synopticon.extract.chinese.cues import Anchor
from synopticon.extract.chinese.phrases import Group
from synopticon.extract.chinese.reading import ChineseRead
from synopticon.extract.model import Clause, Phrase, Span
from synopticon.records import Mention, Moment, Quantity

MARKS: Mapping[str, str] = {
    "把": "patient", "将": "patient", "对": "patient", "对于": "patient", "向": "patient", "给": "patient",
    "由": "agent", "经": "agent", "在": "place", "于": "place", "从": "from", "自": "from", "与": "with", "同": "with",
    "跟": "with", "据": "source", "因": "cause", "因为": "cause", "由于": "cause", "按": "cause", "按照": "cause",
    "根据": "cause", "依据": "cause", "为": "for", "以": "by_means", "就": "about", "关于": "about",
}
PASSIVE = ("被", "遭到", "遭", "受到", "获", "受", "挨")
ORDERS = frozenset({"责令", "要求", "勒令", "令", "命令", "下令", "敦促", "另令", "指令", "促请", "饬令"})
ASPECTS = "了过着起出一"
NEAR = 12  # characters between a noun and a figure that tells its number


def phrase(group: Group, read: ChineseRead, *, members: Sequence[Phrase] = ()) -> Phrase:
    """The group as an argument."""
    quantity = _number(group.start, group.end, read)
    start = group.start
    if quantity is not None and quantity.start is not None and read.folded[group.start : group.end] in {"人", "网民"}:
        start = min(start, quantity.start - read.offset)  # 14人 are no 人
    text = read.text[start : group.end]
    return Phrase(
        start=read.offset + start, end=read.offset + group.end, text=text,
        head=read.folded[group.start : group.end], kind=group.kind, proper=group.proper, token=group.start,
        definite=group.definite, members=members,
        quantity=quantity,
    )


def clause(anchor: Anchor, read: ChineseRead) -> Clause:
    """The clause that the anchor heads."""
    number = read.segment(anchor.start)
    arguments = _of_verb(anchor.start, anchor.end, read) if anchor.kind == "verb" else _of_noun(anchor, read)
    arguments["whose"] = [p for one in arguments.get("agent", ()) for p in _fore_of(one, read)]
    verb, function = ("", "") if anchor.kind == "verb" else _governing(anchor, read)
    left, right = read.segments[number]
    return Clause(
        kind=anchor.kind, lemma=anchor.text, start=read.offset + _begin(anchor, read), end=read.offset + anchor.end,
        token=anchor.start, verb=verb, verb_function=function,
        arguments={name: tuple(found) for name, found in arguments.items() if found},
        quantities=_figures(anchor, read), times=_times(number, read), sums=_sums(anchor, number, read),
        sentence=read.span, words=read.spoken, near=read.folded[left:right],
    )


def _begin(anchor: Anchor, read: ChineseRead) -> int:
    """Where the noun's own phrase begins: after whose it is, in its group (中国区总裁 in 莱茵优选中国区总裁)."""
    if anchor.kind == "verb":
        return anchor.start
    group = next((g for g in read.groups if g.start <= anchor.start < g.end), None)
    if group is None:
        return anchor.start
    owner = _front(group, anchor.start, read)
    return owner[0].end - read.offset if owner else group.start


TOGETHER = frozenset({"list", "sum", "same"})


def _cluster(number: int, read: ChineseRead) -> range:
    """The numbers of the groups that stand together with one: its list, the sum of it, its name in marks."""
    first = number
    while first > 0 and read.groups[first].link in TOGETHER:
        first -= 1
    stop = number + 1
    while stop < len(read.groups) and read.groups[stop].link in TOGETHER:
        stop += 1
    return range(first, stop)


def _listed(number: int, read: ChineseRead) -> list[Phrase]:
    """Who is named by a group and those together with it: each member of a list, a sum where it has a number."""
    cluster, found = _cluster(number, read), []
    for i in cluster:
        one = phrase(read.groups[i], read)
        described = i + 1 in cluster and read.groups[i + 1].link == "same"
        if not described and (read.groups[i].link != "sum" or one.quantity is not None):
            found.append(one)
    return found


def _of_verb(start: int, end: int, read: ChineseRead) -> dict[str, list[Phrase]]:
    """The arguments of the verb at ``start:end``."""
    left, right = read.segments[read.segment(start)]
    found: dict[str, list[Phrase]] = {}
    order = _order(left, start, read)
    passive = _passive(left, start, read)
    for i in _heads(order[1] if order else left, start, read):
        mark = _mark(i, read, left)
        if mark == "passive" or (passive is not None and mark == "" and read.groups[i].start > passive):
            name = "agent"
        elif mark:
            name = mark
        elif passive is not None:
            name = "patient"
        else:
            name = "outer" if "agent" in found else "agent"
        found.setdefault(name, _listed(i, read))
    after = [i for i, g in enumerate(read.groups) if end <= g.start < right]
    if after and _takes(end, after[0], read):
        last = _last_of(after[0], right, read)
        found.setdefault("patient", []).extend(_listed(last, read))
        owner = _owners(after[0], last, read)
        if owner:
            found["of"] = owner
    if order:
        ordering = _of_verb(order[0], order[0], read)
        found["by"] = ordering.get("agent", [])
    elif "agent" not in found and (passive is None or "patient" not in found):
        carried, undergone = _carried(left, read)
        if carried:
            found["patient" if passive is not None or (undergone and "patient" not in found) else "agent"] = carried
    return found


def _heads(left: int, right: int, read: ChineseRead) -> list[int]:
    """The last group of each cluster and chain of 的 in ``left:right``, nearest to the end first."""
    inside = [i for i, g in enumerate(read.groups) if left <= g.start and g.end <= right]
    return [i for i in reversed(inside) if i + 1 not in inside or read.groups[i + 1].link not in TOGETHER | {"of"}]


def _order(left: int, start: int, read: ChineseRead) -> Span | None:
    """Where somebody is told to do it in the same stretch (责令论坛整改); nothing where nobody is named between."""
    for word in reversed(read.words):
        said = read.folded[word.start : word.end]
        if left <= word.start and word.end <= start and said in ORDERS:
            named = any(word.end <= g.start and g.end <= start for g in read.groups)
            return (word.start, word.end) if named else None
    return None


def _takes(end: int, first: int, read: ChineseRead) -> bool:
    """Whether a group is the object of the verb that ends at ``end``: nothing between but 了, 的 or a number."""
    between = read.folded[end : read.groups[first].start].strip(ASPECTS)
    counted = any(end <= s and e <= read.groups[first].start for s, e, _, _ in read.quantities)
    return between in {"", "的"} or (counted and len(between) <= NEAR)


def _last_of(first: int, right: int, read: ChineseRead) -> int:
    """The last group of the noun phrase that begins with one: what follows its last 的, else itself."""
    last = first
    while last + 1 < len(read.groups) and read.groups[last + 1].link == "of" and read.groups[last + 1].start < right:
        last += 1
    return last


def _owners(first: int, last: int, read: ChineseRead) -> list[Phrase]:
    """Whose the object is: the group before its 的, or what stands in front of people (新浪微博 in 新浪微博负责人)."""
    if first < last:
        return _listed(last - 1, read)
    group = read.groups[first]
    return _front(group, group.end, read) or (_fore(group, read) if group.kind in {"people", "person"} else [])


def _fore(group: Group, read: ChineseRead) -> list[Phrase]:
    """A group of people without its last words that name them: the organisation they belong to."""
    words = [w for w in read.words if group.start <= w.start and w.end <= group.end]
    while words and any(read.folded[words[-1].start : words[-1].end].endswith(end) for end in read.people):
        words.pop()
    if not words or words[-1].end == group.end or words[-1].tag == "PER":
        return []
    return [phrase(Group(start=group.start, end=words[-1].end, kind="organisation", proper=group.proper), read)]


def _fore_of(one: Phrase, read: ChineseRead) -> list[Phrase]:
    """To whom people belong who are an argument: 知乎 of 知乎员工."""
    group = next((g for g in read.groups if g.start == one.start - read.offset), None)
    return [] if group is None else _fore(group, read)


def _front(group: Group, stop: int, read: ChineseRead) -> list[Phrase]:
    """The stretch of a group before ``stop`` that ends with its last name there, or with a noun of an organisation."""
    end = group.start
    for word in read.words:
        if group.start <= word.start and word.end <= stop and (
            word.start in read.names or word.tag in {"ORG", "LOC", "nz", "name"}
        ):
            end = word.end if word.start not in read.names else read.names[word.start][1]
    if not group.start < end <= stop or (end == group.end and stop == group.end):
        return []
    kind = "place" if all(w.tag == "LOC" for w in read.words if group.start <= w.start < end) else "organisation"
    return [phrase(Group(start=group.start, end=end, kind=kind, proper=True), read)]


def _mark(number: int, read: ChineseRead, left: int) -> str:
    """What the word right before a noun phrase makes of it."""
    first = number
    while first > 0 and read.groups[first].link in TOGETHER | {"of"} and read.groups[first - 1].start >= left:
        first -= 1
    start = read.groups[first].start
    for word in reversed(read.words):
        if word.end > start or word.start < left:
            continue
        said = read.folded[word.start : word.end]
        if word.tag == "m" or said in {"一", "了", "“", "《"}:
            start = word.start
            continue
        return "passive" if said in PASSIVE else MARKS.get(said, "")
    return ""


def _passive(left: int, start: int, read: ChineseRead) -> int | None:
    """Where a word that makes the verb passive stands before it in the same stretch."""
    for word in reversed(read.words):
        if left <= word.start and word.end <= start and read.folded[word.start : word.end] in PASSIVE:
            return word.start
    return None


def _carried(left: int, read: ChineseRead) -> tuple[list[Phrase], bool]:
    """The subject of the stretches before, and whether something is done to it there: the unmarked group that stands
    before the first verb of the nearest stretch that has one."""
    for begin, end in reversed([segment for segment in read.segments if segment[1] <= left]):
        verb = min((w.start for w in read.words if begin <= w.start < end and w.tag == "v"), default=end)
        for i in reversed(_heads(begin, verb, read)):
            if not _mark(i, read, begin):
                return _listed(i, read), _passive(begin, end, read) is not None
    return [], False


def _of_noun(anchor: Anchor, read: ChineseRead) -> dict[str, list[Phrase]]:
    """The arguments of a noun: whose it is, who bears it, and those of the verb that it hangs on."""
    found: dict[str, list[Phrase]] = {}
    home = next((i for i, g in enumerate(read.groups) if g.start <= anchor.start < g.end), None)
    place = _verb_place(anchor, read)
    if place is not None:
        for name, phrases in _of_verb(*place, read).items():
            kept = [p for p in phrases if not p.start - read.offset <= anchor.start < p.end - read.offset]
            if kept:
                found[name] = kept
    elif home is not None:
        outer = _of_verb(read.groups[home].start, read.groups[home].start, read)
        found |= {name: phrases for name, phrases in outer.items() if name in {"agent", "place"}}
    if home is None:
        return found
    group = read.groups[home]
    owner = _whole_front(group, anchor.start, read)
    if owner:
        found["owner"] = owner
    elif group.link == "of":  # whatever owns a party body or a figure is taken for a firm
        found["owner"] = [replace(p, kind="name") if p.kind == "thing" else p for p in _listed(home - 1, read)]
    elif group.link == "list":
        found["owner"] = _shared_owner(home, read)
    bearer = _bearer(home, anchor, read)
    if bearer:
        found["bearer"] = bearer
    return found


def _whole_front(group: Group, stop: int, read: ChineseRead) -> list[Phrase]:
    """What stands before the noun in its own group, without words that only tell which (首个, 联合)."""
    end = stop
    words = [w for w in read.words if group.start <= w.start and w.end <= stop]
    while words and words[-1].tag in {"a", "b", "vn", "f", "d"} and words[-1].start not in read.names:
        end = words.pop().start
    if not words or end <= group.start:
        return []
    proper = any(w.start in read.names or w.tag in {"ORG", "LOC", "nz", "PER", "name"} for w in words)
    last = words[-1]
    kind = "place" if last.tag == "LOC" else "organisation"
    return [phrase(Group(start=words[0].start, end=end, kind=kind, proper=proper, definite=group.definite), read)]


def _shared_owner(home: int, read: ChineseRead) -> list[Phrase]:
    """Whose the first noun of a list is, which the later ones share: 公司 in 公司书记、董事."""
    first = _cluster(home, read)[0]
    group = read.groups[first]
    cue = next((a for a in read.anchors if a.kind == "noun" and group.start <= a.start < group.end), None)
    return [] if cue is None or first == home else _whole_front(group, cue.start, read)


def _bearer(home: int, anchor: Anchor, read: ChineseRead) -> list[Phrase]:
    """The person beside the title: the group right after it, or right before it."""
    for i, gap in ((home + 1, True), (home - 1, False)):
        if not 0 <= i < len(read.groups) or read.groups[i].kind != "person":
            continue
        one = read.groups[i]
        between = read.folded[anchor.end : one.start] if gap else read.folded[one.end : read.groups[home].start]
        if between in {"", "、", "（", "(", "，"} if gap else between in {"", "（", "(", "，"}:
            return _listed(i, read) if gap else [phrase(one, read)]
    return []


def _verb_place(anchor: Anchor, read: ChineseRead) -> Span | None:
    """The verb that a noun hangs on: the nearest cue before it in the same stretch, else the nearest after it."""
    left, right = read.segments[read.segment(anchor.start)]
    verbs = [a for a in read.anchors if a.kind == "verb" and left <= a.start and a.end <= right]
    before = [a for a in verbs if a.end <= anchor.start]
    after = [a for a in verbs if a.start >= anchor.end]
    chosen = before[-1] if before else after[0] if after else None
    return None if chosen is None else (chosen.start, chosen.end)


def _governing(anchor: Anchor, read: ChineseRead) -> tuple[str, str]:
    """The verb that a noun hangs on, and whether the noun is its ``object`` or its ``subject``."""
    place = _verb_place(anchor, read)
    if place is None:
        return "", ""
    return read.folded[slice(*place)], "object" if place[1] <= anchor.start else "subject"


def _number(start: int, end: int, read: ChineseRead) -> Quantity | None:
    """The number that counts a group: before it with its classifier (三家网站), or right behind it (网站三家)."""
    for begin, stop, unit, quantity in read.quantities:
        if unit is None and 0 <= start - stop <= 2 and read.folded[stop:start].strip("的余多") in CLASSIFIERS:
            return quantity
        if unit is None and begin == end and read.folded[stop : stop + 1].strip("的余多") in CLASSIFIERS:
            return quantity
    return None


CLASSIFIERS = frozenset({"", *"个名位家款人条批支处项间只部户份座篇起种张本台"})


def _figures(anchor: Anchor, read: ChineseRead) -> list[tuple[str | None, Quantity]]:
    """The figures that tell a noun's number or share: right before it, else the first behind it before another cue."""
    left, right = read.segments[read.segment(anchor.start)]
    found: list[tuple[str | None, Quantity]] = []
    for unit in (None, "percent"):
        ahead = [(e, q) for s, e, u, q in read.quantities if u == unit and left <= s and e <= anchor.start]
        behind = [(s, q) for s, e, u, q in read.quantities if u == unit and anchor.end <= s and e <= right]
        if ahead and read.folded[ahead[-1][0] : anchor.start].strip("的余多") in CLASSIFIERS:
            found.append((unit, ahead[-1][1]))
        elif behind and not _another(anchor, behind[0][0], read):
            found.append((unit, behind[0][1]))
        elif ahead and (unit or not _other_noun(ahead[-1][0], anchor, read)) and ahead[-1][0] >= anchor.start - NEAR:
            found.append((unit, ahead[-1][1]))
    if anchor.kind == "verb" and not any(unit == "percent" for unit, _ in found):
        found.extend(("percent", quantity) for quantity in _share_next(right, read))
    return found


def _share_next(right: int, read: ChineseRead) -> list[Quantity]:
    """The share that the next stretch tells of what was taken: 入股微博，持股1%."""
    following = next(((s, e) for s, e in read.segments if s >= right), None)
    if following is None or not read.folded[slice(*following)].startswith(SHARES):
        return []
    return [q for s, e, unit, q in read.quantities if unit == "percent" and following[0] <= s and e <= following[1]][:1]


SHARES = ("持股", "占股", "占", "比例", "持有", "持")


def _another(anchor: Anchor, stop: int, read: ChineseRead) -> bool:
    """Whether another noun cue stands between the noun and a figure behind it."""
    return any(a.kind == "noun" and anchor.end <= a.start and a.end <= stop for a in read.anchors)


def _other_noun(start: int, anchor: Anchor, read: ChineseRead) -> bool:
    return any(g.start >= start and g.end <= anchor.start for g in read.groups)


def _times(number: int, read: ChineseRead) -> list[Moment]:
    """Dates of the stretch, then the nearest before it in the sentence."""
    left, right = read.segments[number]
    own = [m for s, e, m in read.times if left <= s and e <= right]
    earlier = [m for s, e, m in read.times if e <= left]
    return own or earlier[-1:]


def _sums(anchor: Anchor, number: int, read: ChineseRead) -> list[Mention]:
    """Sums of money in the stretch, nearest first."""
    left, right = read.segments[number]
    found = [
        (abs(s - anchor.start), Mention(text=read.text[s:e], start=read.offset + s, end=read.offset + e))
        for s, e, unit, _ in read.quantities if unit == "money" and left <= s and e <= right
    ]
    return [mention for _, mention in sorted(found, key=lambda pair: pair[0])]
