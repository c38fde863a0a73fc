"""Resolution: which entity a mention means. ``Linker`` reads; ``resolver.Resolver``, for the pipeline alone, writes."""

from synopticon.resolve.decisions import Decisions, mention_id, pair_id
from synopticon.resolve.linker import Linker

__all__ = ["Decisions", "Linker", "mention_id", "pair_id"]
