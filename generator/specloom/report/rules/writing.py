"""SP6xx: settings, usage and what is on the disk."""

from __future__ import annotations

from ..diagnostic import Severity
from .entry import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        code="SP601",
        slug="hand-edited-file",
        severity=Severity.ERROR,
        summary="A generated file was changed by hand.",
        explanation=(
            "It is not overwritten. Move the change into the document or beside "
            "the package, and remove the file or restore it; the next run "
            "writes it afresh."
        ),
    ),
    Rule(
        code="SP602",
        slug="foreign-file",
        severity=Severity.ERROR,
        summary="A file that specloom did not write stands where it would write one.",
        explanation=(
            "It is not overwritten. Move it, or choose another output folder."
        ),
    ),
    Rule(
        code="SP603",
        slug="unwritable-output",
        severity=Severity.ERROR,
        summary="The output folder can't be written.",
        explanation="Check the path and its permissions; nothing was changed.",
    ),
    Rule(
        code="SP604",
        slug="unknown-setting",
        severity=Severity.ERROR,
        summary="The settings name something that specloom doesn't know.",
        explanation="Settings stand in `[tool.specloom]` of pyproject.toml.",
    ),
    Rule(
        code="SP605",
        slug="shared-folder",
        severity=Severity.ERROR,
        summary="Two documents would be written into the same folder.",
        explanation=(
            "The first of them is; the other would undo it. Give each document its "
            "own `output`, or its own name in the settings."
        ),
    ),
    Rule(
        code="SP606",
        slug="edited-file-kept",
        severity=Severity.NOTE,
        summary="A generated file that is no longer needed was edited, so it stays.",
        explanation="Delete it, or keep it as a file of your own.",
    ),
    Rule(
        code="SP607",
        slug="broken-settings",
        severity=Severity.ERROR,
        summary="The file with the settings isn't well-formed TOML.",
        explanation="Nothing is generated, because anything in it could mean something else.",
    ),
)
