"""How changes are shown: to people, to programs, to whoever reviews."""

from .changelog import changelog, next_version
from .github import github
from .junit import junit
from .markdown import markdown
from .objects import as_objects
from .page import page
from .sarif import sarif
from .shown import Lines, Shown, next_versions
from .terminal import text

__all__ = [
    "Lines",
    "Shown",
    "as_objects",
    "changelog",
    "github",
    "junit",
    "markdown",
    "next_version",
    "next_versions",
    "page",
    "sarif",
    "text",
]
