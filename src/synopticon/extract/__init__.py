"""From a document's sentences to statements: what is said, by whom, and where exactly it stands."""

from synopticon.extract.accepting import BELOW, accepted
from synopticon.extract.reading import Extraction, Extractor

__all__ = ["BELOW", "Extraction", "Extractor", "accepted"]
