"""Who is credited with a quotation in Chinese: ``X说：“…”``, ``“…”X说``, ``X称“…”``, and the speaker carried on.

Read on the surface, over text in which the quotations are masked, because a clause of news ends in one of few verbs
of saying. The phrase before the verb is cut back to whom it names: what was done while speaking ("笑着"), where and
when stand between the speaker and the verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from synopticon.extract.quotations import Quote, Span
from synopticon.extract.speakers import MASKS
from synopticon.extract.speech import words as listed
from synopticon.records import Mention

# Simplified and traditional side by side; tried longest first, so that 回应称 is one verb.
_VERBS = listed(
    "回应称 回應稱 回复称 表示 指出 强调 強調 认为 認為 回忆 回憶 回应 回應 回复 回覆 "
    "告诉 告訴 解释 解釋 形容 透露 补充 補充 坦言 直言 批评 批評 质疑 質疑 警告 呼吁 "
    "呼籲 提醒 感叹 感嘆 写道 寫道 承认 承認 介绍 介紹 打趣 吐槽 留言 哀嚎 笑说 笑說 "
    "笑道 开口 開口 说道 說道 反驳 反駁 驳斥 駁斥 调侃 調侃 自嘲 抱怨 反映 坚持 堅持 "
    "主张 主張 问道 問道 反问 反問 评论 評論 谴责 譴責 嘲讽 通报 通報 宣称 宣稱 声称 "
    "聲稱 重申 回信 补念 補念 叮嘱 叮囑 嘟囔 辩称 辯稱 辩解 说 說 称 稱 指 曰 问 問 "
    "答 喊 写 寫 道 笑 叹"
)
_VERB = re.compile("|".join(sorted(_VERBS, key=lambda verb: (-len(verb), verb))))
_WEAK = listed("留言 指 问 問 答 喊 写 寫 道 笑 叹 反映 回信 通报 通報 坚持 堅持 主张 主張 曰")
# Words that hold a verb's character without its meaning: 据说, 小说, 说法, 指标, 称号, 名称 …
_NOT_VERB = re.compile(
    r"据说|據說|小说|小說|说法|說法|说明|說明|传说|傳說|指标|指數|指数|指责|指派|指定|指挥|称号|稱號|名称|名稱|职称|对称|问题|問題|"
    r"问答|訪問|访问|顾问|顧問|答案|报道|報道|渠道|道路|道理|知道|街道|说服|说唱|坛说|笑话|写作|听说|聽說|学说|难道|号称|號稱|简称|"
    r"簡稱|统称|所谓|所謂|指南|领导|领道|频道|頻道|听写|书写|描写|大写|指尖|手指|指印|謊稱|谎称|自称|自稱|网传"
)
_BREAK = re.compile(r"[。！？；\n]")
# Where the speaker's phrase ends and the manner, place, time or hearer of speaking begins.
_MANNER = re.compile(
    r"一边|一邊|笑着|笑著|苦笑|笑|哭着|对记者|对本|對本|對記者|向记者|向記者|向本|在|于|於|受访|受訪|接受|昨|今天|今年|近日|随后|隨後|则|則|"
    r"也|还|還|又|曾|都|卻|却|先后|先後|私下|这样|這樣|当时|當時|当场|轻声|低声|低聲|公开|公開|事后|作说明|回信|发声明|發聲明|这么|無奈|无奈|"
    r"一开口|一開口|跟记者|跟記者|跟我|最后|最後|只发|只|打了个比方|的说法|的說法|口径|关心的|解读|只有|有一|从不|早|上月|上周|本周|中午|上午|下午|晚间|散会|摇头"
)
_AT = re.compile(r"(?:在|据|據|对|對|当|當|从|從|截至|昨|今|随|隨|上午|下午|\d|到了|为了|關於|关于|按|根据|根據)")
_WHEN = re.compile(r"(?:时|時|后|後|中|上|里|裡|前|之外)$")
_CONCERN = re.compile(r"(?:关心|關心|担心|擔心|在意|想说|想說)的")
_CLOCK = re.compile(r"\d{1,2}[:：.]\d\d[ \u3000]*")
_PRONOUNS = listed("他 她 它 他们 她们 它们 他們 她們")
_TRIM = " \t　，、,：:“”「」（）()—…·"
NEAR = 300  # characters of a line read on each side of a quotation: more than any sentence of news
WORDY = 6  # characters from which words in marks are more likely spoken than a name, in the open passages
REACH = 30  # characters between the verb and the words it reports


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker found for one quotation: the mention, the cue's span, the rule, and how far to trust it."""

    speaker: Mention
    cue: Span | None
    rule: str
    confidence: float


def han(text: str) -> bool:
    """Whether ``text`` is mostly Chinese: more Han characters than Latin letters."""
    return sum("\u4e00" <= c <= "\u9fff" for c in text) > sum(c.isascii() and c.isalpha() for c in text)


class ReaderZh:
    """Reads one document's Chinese quotations in order; keeps who spoke last."""

    def __init__(self, text: str, masked: str, quotes: Sequence[Quote]) -> None:
        self.text = text
        self.masked = masked
        self.inner = {quote.outer_start: (quote.start, quote.end) for quote in quotes}
        self.last: tuple[int, Mention] | None = None  # where the last quotation ended, and who spoke it

    def read(self, quote: Quote, line: Span) -> Said | None:
        """The speaker of ``quote``, which stands in ``line``; ``None`` if nobody is credited."""
        line = max(line[0], quote.outer_start - NEAR), min(line[1], quote.outer_end + NEAR)
        follows = self.text[quote.outer_end : quote.outer_end + 1]
        whole = self.text[quote.end - 1] in "。！？!?…，" or (follows == "，" and quote.end - quote.start >= WORDY)
        alone = quote.outer_start == line[0] or self.masked[quote.outer_start - 1] in "。！？；，：\ue000\ue001"
        found = self._before(quote, line)
        if found is None and (whole or alone):
            found = self._after(quote, line)
        if found is None and whole and alone:
            found = self._carried(quote, line)
        if found is not None:
            self.last = (quote.outer_end, found.speaker)
        return found

    def _after(self, quote: Quote, line: Span) -> Said | None:
        """``“…，”她说``, ``“…。”一名网友在通知下留言。``"""
        start = quote.outer_end
        end = next((m.start() for m in _BREAK.finditer(self.masked, start, line[1])), line[1])
        end = min([end, *(k for k in (self.masked.find(c, start, end) for c in "：\ue000\ue001") if k >= 0)])
        for verb in self._verbs(start, end):
            if verb.end() < end and self.masked[verb.end()] not in "，。道着著了过過：:" and verb.group() in _WEAK:
                continue
            speaker = self._subject(start, verb.start())
            if speaker is not None:
                return Said(speaker, (speaker.start, verb.end()), "after", 0.9)
        return None

    def _before(self, quote: Quote, line: Span) -> Said | None:
        """``X说：“…``, ``X称“…”``, ``X只发了一句话：“…”``"""
        at = quote.outer_start
        start = max([line[0], *(m.end() for m in _BREAK.finditer(self.masked, line[0], at))])
        start = max(
            [
                start,
                *(
                    k + 1
                    for k in range(start, at - 1)
                    if self.masked[k] in MASKS and self.text[k - 1] in "。！？" and self.masked[k + 1] not in MASKS
                ),
            ]
        )
        clock = _CLOCK.match(self.masked, start)
        start = clock.end() if clock else start
        mark = self.masked[at - 1] if at > line[0] else ""
        wordy = quote.end - quote.start >= WORDY
        verbs = [v for v in self._verbs(start, at) if at - v.end() <= REACH]
        for verb in reversed(verbs):
            near = at - verb.end()
            if (verb.group() in _WEAK and near > 2) or (mark not in "：:" and near > 1 and not wordy):
                continue
            speaker = self._subject(start, verb.start())
            if speaker is not None:
                return Said(speaker, (speaker.start, verb.end()), "before", 0.9 if mark in "：:" else 0.8)
        if mark in "：:" and mark:
            speaker = self._subject(start, at - 1)
            return None if speaker is None else Said(speaker, (speaker.start, at), "colon", 0.6)
        return None

    def _carried(self, quote: Quote, line: Span) -> Said | None:
        """A sentence of its own after the same speaker's quotation, or after what the speaker is said to say."""
        left = self.masked[line[0] : quote.outer_start]
        if self.last is not None and self.last[0] > line[0]:
            return Said(self.last[1], None, "carried", 0.75)
        sentences = [m.end() + line[0] for m in re.finditer(r"[。！？；]", left)]
        begin = sentences[-2] if len(sentences) > 1 else line[0]
        for verb in self._verbs(begin, quote.outer_start):
            speaker = self._subject(begin, verb.start())
            if speaker is not None and verb.group() not in _WEAK:
                return Said(speaker, (speaker.start, verb.end()), "lead", 0.6)
        return None

    def _verbs(self, start: int, end: int) -> list[re.Match[str]]:
        banned = [m.span() for m in _NOT_VERB.finditer(self.masked, max(0, start - 2), min(len(self.masked), end + 2))]
        return [v for v in _VERB.finditer(self.masked, start, end) if not any(a <= v.start() < b for a, b in banned)]

    def _subject(self, start: int, end: int) -> Mention | None:
        """The speaker in the words before the verb: the last part that is no adverbial, cut back to its noun."""
        parts = [(m.start(), m.end()) for m in re.finditer(r"[^，、,：:；]+", self.masked[start:end])]
        for a, b in reversed(parts):
            begin, stop = start + a, start + b
            while begin < stop and self.masked[begin] in _TRIM:
                begin += 1
            if (
                begin < stop
                and self.masked[begin] in MASKS
                and (self.masked[begin:stop].strip(MASKS + _TRIM)[:1] != "的")
            ):
                return self._quoted_name(begin)
            words = self.masked[begin:stop].rstrip(_TRIM)
            begin, words = _after_mask(begin, words)
            concern = _CONCERN.search(words)
            words = words[: concern.start()] if concern else words
            begin, words = _relative(begin, words)
            if len(words) > 2 and words[0] in "但而并並还又也":
                begin, words = begin + 1, words[1:]
            if not words or words[0] in "否的了称稱" or (_AT.match(words) and words[:2] != "在野"):
                continue
            owned = words.rfind("的") + 1  # what stands before a 的 belongs to the noun
            cut = next((m.start() for m in _MANNER.finditer(words, owned) if m.start() >= max(1, owned)), len(words))
            if words[:2] == "在野":
                cut = next((m.start() for m in _MANNER.finditer(words, 2)), len(words))
            verb = next((v.start() for v in _VERB.finditer(words) if v.start() >= 2), cut)
            words = words[: min(cut, verb)].rstrip(_TRIM)
            if _WHEN.search(words):
                continue
            if words in _PRONOUNS:
                return Mention(text=words, start=begin, end=begin + len(words), antecedent=self._antecedent(begin))
            if 2 <= len(words) <= 30:
                return Mention(text=words, start=begin, end=begin + len(words))
        return None

    def _quoted_name(self, at: int) -> Mention | None:
        """A speaker whose name stands in marks itself: 「港灣討論區」發聲明."""
        while at > 0 and self.masked[at - 1] == self.masked[at]:
            at -= 1
        span = self.inner.get(at)
        if span is None or span[1] - span[0] > 16 or self.text[span[1] - 1] in "。！？，":
            return None
        return Mention(text=self.text[span[0] : span[1]], start=span[0], end=span[1])

    def _antecedent(self, at: int) -> str | None:
        """Who spoke last before ``at``, or the last one said to say something."""
        if self.last is not None:
            return self.last[1].antecedent or (self.last[1].text if self.last[1].text not in _PRONOUNS else None)
        begin = max(0, at - 400)
        for verb in reversed(self._verbs(begin, at)):
            if verb.group() in _WEAK:
                continue
            start = max([begin, *(m.end() for m in _BREAK.finditer(self.masked, begin, verb.start()))])
            speaker = self._subject(start, verb.start())
            if speaker is not None and speaker.text not in _PRONOUNS:
                return speaker.text
        return None


def _after_mask(begin: int, words: str) -> tuple[int, str]:
    """What stands after a quoted name inside the phrase: of 平台“巷口”的CEO屈子扬 the last six characters."""
    at = max(words.rfind(mark) for mark in MASKS) + 1
    rest = words[at:].lstrip("的" + _TRIM) if at else words
    return begin + len(words) - len(rest), rest


def _relative(begin: int, words: str) -> tuple[int, str]:
    """Of 在社区教了三年手机课的邱敏 the noun after 的: the clause before it only looks like an adverbial."""
    at = words.rfind("的") + 1
    if at and words[0] in "在对對从從" and words[:2] != "在野" and 2 <= len(words) - at <= 12:
        return begin + at, words[at:]
    return begin, words
