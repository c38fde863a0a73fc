"""Text: from the bytes of a capture to a document that can be quoted, with the way back to every byte.

Each medium (:data:`synopticon.text.media.MEDIA`) takes its bytes through a chain of steps, and each step returns a
text and a map (:mod:`synopticon.text.steps`, :mod:`synopticon.text.maps`); offsets are composed of these maps and
never searched for. The reasons a refusal of the stage ``text`` may carry:

================  =======================================================================
``empty``         no bytes
``binary``        too many control characters to be text
``undecodable``   in no encoding known here
``unsupported``   no medium takes this type
``no-text``       no words: only blanks, a scanned PDF, a JSON line without ``text``
``broken-json``   a JSON line that does not parse
``encrypted``     a PDF locked with a password
``broken-pdf``    a PDF that PDFium cannot open or read to its end
``too-large``     more text than a PDF can sensibly have
================  =======================================================================
"""

from synopticon.text.document import read
from synopticon.text.maps import Offsets
from synopticon.text.reading import Reading, Sentence, Span
from synopticon.text.triage import glimpse

__all__ = ["Offsets", "Reading", "Sentence", "Span", "glimpse", "read"]
