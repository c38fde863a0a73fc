"""Chinese: words and phrases of a sentence, its clauses, how they are said, and whom they speak of."""

from synopticon.extract.chinese.document import ChineseSentences

__all__ = ["ChineseSentences"]
