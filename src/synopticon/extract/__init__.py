"""From a document's sentences to statements: what is said, by whom, and where exactly it stands."""

from synopticon.extract.accepting import BELOW, accepted
from synopticon.extract.reading import Extraction, Extractor
from synopticon.extract.trained import TrainedReader

__all__ = ["BELOW", "Extraction", "Extractor", "TrainedReader", "accepted"]
