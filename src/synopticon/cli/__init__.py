"""The command line: one file per command, and the only place that reads settings, clock, environment and arguments.

Only the command that was asked for is loaded, so that ``synopticon --help`` does not wait for the parsers. The exit
codes stand in :mod:`synopticon.cli.codes`.
"""

from synopticon.cli.entry import main

__all__ = ["main"]
