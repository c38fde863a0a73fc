"""Corroborating: what the statements on one question amount to, and how many origins stand behind each value.

:func:`synopticon.corroborate.findings.gather` makes the findings. We say "no shared text found", never
"independent": what was not found may still be there.
"""

from synopticon.corroborate.findings import gather

__all__ = ["gather"]
