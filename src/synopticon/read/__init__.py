"""Reading: from paths to raw bytes with what is said of them, or refusals with where and why.

What a source is, is decided by its bytes first and its name second (:mod:`synopticon.read.sniff`), and each way
of holding sources (a folder, a file, a file of JSON lines) is one module listed in
:data:`synopticon.read.formats.FORMATS`. Nothing here raises for one bad source: it becomes a refusal and the rest
goes on. The reasons a refusal of the stage ``read`` may carry:

===================  ==================================================================================
``missing``          nothing stands at that path
``broken-link``      a symbolic link that leads nowhere
``link-loop``        a link to a folder that holds it, or to itself
``folder-again``     a folder that was already walked under another name
``hidden``           a name that starts with a dot, in a folder; name it as a source to read it
``special-file``     a pipe, a socket or a device
``unreadable``       the system will not let it be read
``too-large``        more bytes than the limit for one capture
``empty``            no bytes, or nothing but white space
``binary``           bytes that are not text and not a kind of file that is read here
``unsupported``      text of a kind that is not read here (a style sheet, a program, a feed ...)
``truncated``        a PDF that breaks off before its end, or a file that shrank while it was read
``broken-json``      a JSON line that does not parse
``not-an-article``   a JSON value that is not an object
``no-text``          a JSON object without ``text``
``field-not-taken``  one field of a JSON line that is not what it should be; the line is read without it
===================  ==================================================================================
"""

from synopticon.read.limits import Limits
from synopticon.read.source import find

__all__ = ["Limits", "find"]
