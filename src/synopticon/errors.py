"""The tree of errors, by what the caller can do about each.

::

    SynopticonError
     +- SourceError (OSError)          a source cannot be read: check its path and permissions
     +- DecodingError (ValueError)     bytes that are not what they say: look at the source
     +- CodebookError (ValueError)     the codebook contradicts itself: mend the named YAML file
     +- RegisterError                  a register cannot be used as it stands
     |   +- RegisterMissing (FileNotFoundError)   no register in that folder: run ``synopticon build`` first
     |   +- RegisterBusy (TimeoutError)           another build is writing: wait for it
     |   +- RegisterDamaged (ValueError)          the ledger does not hold together: run ``synopticon verify``
     +- NotFound (LookupError)         no such entity, statement, document or finding: search for it
     +- ExportError (ValueError)       an export broke one of its own checks and was not let out
     +- MissingPart (ImportError)      an optional part or a model file is not installed or was altered

Every leaf is also a builtin, so that code which knows nothing of synopticon can catch it. Facts stand in
``what`` (what went wrong), ``where`` (in which file, row or record) and ``next_step`` (what to do about it);
the message is those three in that order. All of them survive pickling.
"""

from __future__ import annotations


class SynopticonError(Exception):
    """Root of all errors raised on purpose; ``str(error)`` says what, where and what to do next."""

    def __init__(self, what: str, *, where: str = "", next_step: str = "") -> None:
        self.what = what
        self.where = where
        self.next_step = next_step
        place = f" ({where})" if where else ""
        step = f" {next_step}" if next_step else ""
        super().__init__(f"{what}{place}.{step}")

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.where, self.next_step))


def _rebuild(kind: type[SynopticonError], what: str, where: str, next_step: str) -> SynopticonError:
    return kind(what, where=where, next_step=next_step)


class SourceError(SynopticonError, OSError):
    """A source cannot be read."""


class DecodingError(SynopticonError, ValueError):
    """Bytes that are not what their name or header says they are."""


class CodebookError(SynopticonError, ValueError):
    """The codebook contradicts itself or its schema."""


class RegisterError(SynopticonError):
    """A register cannot be used as it stands."""


class RegisterMissing(RegisterError, FileNotFoundError):
    """There is no register in the folder named."""


class RegisterBusy(RegisterError, TimeoutError):
    """Another process is writing to the register."""


class RegisterDamaged(RegisterError, ValueError):
    """The ledger does not hold together."""


class NotFound(SynopticonError, LookupError):
    """No such entity, statement, document or finding."""


class ExportError(SynopticonError, ValueError):
    """An export broke one of its own checks and was not let out."""


class MissingPart(SynopticonError, ImportError):
    """An optional part or a model file is missing or altered."""
